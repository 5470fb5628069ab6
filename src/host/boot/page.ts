import type { Host } from "../host";
import { HostBridge } from "../protocol/bridge";

/** The window of the frame that an add-in's page is loaded into. */
type FrameWindow = Window & { _richApiNativeBridge?: HostBridge };

const LOCALE = "zh-CN";
const VERSION = "16.0.15407.10000";

/** What Office.context.requirements answers from. */
const SUPPORTED = { ExcelApi: 1.15, RichApiRuntime: 1.2, SharedRuntime: 1.1, RibbonApi: 1.1, AddinCommands: 1.1, Settings: 1.1, DialogApi: 1.1 };

/**
 * Gives a frame what desktop Excel gives to a task pane, so that the unmodified office.js in it finds its host.
 * It must be called before the frame's page runs office.js. The frame is of the same origin.
 * @returns lets go of the host: later requests of the frame fail
 */
export function connect(frame: Window, host: Host): () => void {
  const bridge = new HostBridge();
  bridge.host = host;
  (frame as FrameWindow)._richApiNativeBridge = bridge;
  Object.defineProperty(frame, "external", { configurable: true, value: external() });
  return () => (bridge.host = undefined);
}

/** A page that has an Excel for the frames in it. */
export type ExcelPage = Window & { connectExcel?: (frame: Window) => void };

/** Lets the frames of this page find the host by boot/frame.ts, each time they load. */
export function offer(page: ExcelPage, host: Host): void {
  page.connectExcel = (frame) => connect(frame, host);
}

/** window.external as desktop Excel offers it; the rich API itself goes over the bridge. */
function external(): object {
  const registered = (_id: number, _target: string, _handler: unknown, callback: (status: number) => void): void => callback(0);
  return {
    // disableLogging keeps office.js from looking for its telemetry.
    GetHostInfo: () => `Excel|Win32|16.01|${LOCALE}|||disableLogging|`,
    GetContext: () => context(),
    GetLoggingAllowed: () => false,
    RegisterEvent: registered,
    UnregisterEvent: registered,
    Execute: (id: number): never => {
      throw new Error(`The host does not answer call ${id} of the common API`);
    },
  };
}

function context(): object {
  const facts: Readonly<Record<string, unknown>> = {
    GetAppType: 1,
    GetAppVersionMajor: 16,
    GetAppVersionMinor: 1,
    GetAppUILocale: LOCALE,
    GetAppDataLocale: LOCALE,
    GetDocUrl: "",
    GetAppCapabilities: 0,
    GetActivationMode: 1,
    GetControlIntegrationLevel: 1,
    GetSolutionRef: "",
    GetSolutionToken: "",
    GetCorrelationId: "",
    GetInstanceId: "preview",
    GetTouchEnabled: false,
    GetCommerceAllowed: false,
    GetHostFullVersion: VERSION,
    GetInitialDisplayMode: 0,
    GetHostCustomMessage: "",
    GetSupportedMatrix: JSON.stringify(SUPPORTED),
    GetOfficeThemeInfo: "{}",
  };
  const answers = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, () => value]));
  // The workbook's own settings go over the rich API.
  return { ...answers, GetSettings: () => ({ Read: () => undefined, Write: () => undefined }) };
}
