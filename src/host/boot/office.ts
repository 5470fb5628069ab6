import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createContext, Script } from "node:vm";
import type { Bridge } from "../protocol/bridge";

/** The API sets that the host claims, by name and highest version: {ExcelApi: "1.15"}. */
export type ApiSets = Readonly<Record<string, string>>;

/** What office.js brings into the page, loaded once a process. */
export interface OfficeGlobals {
  Excel: typeof Excel;
  OfficeExtension: typeof OfficeExtension;
  Office: typeof Office;
}

const EXCEL_FILE = "@microsoft/office-js/dist/excel-win32-16.01.js";

/**
 * Loads the unmodified office.js of Excel into a realm of its own, whose window reaches nothing outside.
 * @param supported answers Office.context.requirements.isSetSupported
 */
export function loadOffice(bridge: Bridge, supported: (name: string, version?: string) => boolean): OfficeGlobals {
  const window = windowStub(bridge);
  const file = createRequire(__filename).resolve(EXCEL_FILE);
  new Script(readFileSync(file, "utf8"), { filename: file }).runInContext(createContext(window));
  // In a page the loader, office.js, makes the context and tells when all is ready; it is not loaded here.
  const info = { host: "Excel", platform: "PC" };
  const context = {
    ...info,
    contentLanguage: "zh-CN",
    displayLanguage: "zh-CN",
    diagnostics: { ...info, version: "16.0.15407.10000" },
    requirements: { isSetSupported: supported },
  };
  const onReady = (ready?: (found: typeof info) => unknown): Promise<typeof info> => {
    ready?.(info);
    return Promise.resolve(info);
  };
  // An older Excel refuses what it does not know. office.js knows the set of each member; only its check is switched off.
  (
    window["OfficeExtension"] as { CommonUtility: { _doApiNotSupportedCheck: boolean } }
  ).CommonUtility._doApiNotSupportedCheck = true;
  window["Office"] = Object.create(window["Office"] as object, {
    context: { value: context },
    onReady: { value: onReady },
  });
  return window as unknown as OfficeGlobals;
}

/** Version numbers compare part by part: 1.10 is above 1.9. */
export function isSetSupported(sets: ApiSets, name: string, version = "1.1"): boolean {
  const has = sets[name]?.split(".").map(Number);
  if (!has) return false;
  const [major = 0, minor = 0] = String(version).split(".").map(Number);
  return has[0]! > major || (has[0] === major && (has[1] ?? 0) >= minor);
}

/** The parts of a browser's window that office.js touches while it loads. */
function windowStub(bridge: Bridge): Record<string, unknown> {
  const element = (): Record<string, unknown> => ({ setAttribute: nothing, appendChild: nothing, style: {} });
  const stub: Record<string, unknown> = {
    // The caller's own intrinsics, so that arrays, errors and promises are of one realm.
    Promise,
    Object,
    Array,
    Date,
    JSON,
    Error,
    console,
    setTimeout,
    clearTimeout,
    location: {
      href: "http://localhost/",
      protocol: "http:",
      host: "localhost",
      hostname: "localhost",
      search: "",
      hash: "",
    },
    navigator: { userAgent: "Node" },
    history: {},
    name: "",
    document: {
      getElementsByTagName: () => [],
      createElement: element,
      getElementById: () => null,
      addEventListener: nothing,
    },
    addEventListener: nothing,
    removeEventListener: nothing,
    _richApiNativeBridge: bridge,
  };
  for (const name of ["window", "self", "top", "parent"]) stub[name] = stub;
  return stub;
}

const nothing = (): void => undefined;
