import type { Univer } from "@univerjs/core";
import { Host } from "../host";
import { HostBridge } from "../protocol/bridge";
import type { WorkbookData } from "../workbook/data";
import { LiveWorkbook } from "../workbook/live/workbook";
import { isSetSupported, loadOffice, type ApiSets, type OfficeGlobals } from "./office";
import { startUniver } from "./univer";

export interface ExcelOptions {
  /** Pretends to be an older Excel: {ExcelApi: "1.9"}. */
  apiSets?: ApiSets;
  /** What Workbook.name answers. */
  fileName?: string;
}

/** What office.js 16.0.15407 knows and the host answers for. */
const API_SETS: ApiSets = { ExcelApi: "1.15", RichApiRuntime: "1.2", SharedRuntime: "1.1", RibbonApi: "1.1" };

/** Univer and office.js are loaded once a process; workbooks come and go. */
let machine: { univer: Univer; bridge: HostBridge; office: OfficeGlobals } | undefined;
let apiSets = API_SETS;
let open: Host | undefined;

function start(): NonNullable<typeof machine> {
  const bridge = new HostBridge();
  const office = loadOffice(bridge, (name, version) => isSetSupported(apiSets, name, version));
  return { univer: startUniver(), bridge, office };
}

/**
 * Opens a workbook in an Excel without a window and sets the globals Excel, Office and OfficeExtension, so that an add-in's
 * code runs as it is. A workbook still open is closed first: there is one Excel a process.
 */
export async function startExcel(data: WorkbookData, options: ExcelOptions = {}): Promise<Host> {
  open?.close();
  machine ??= start();
  apiSets = { ...API_SETS, ...options.apiSets };
  const host = new Host(new LiveWorkbook(machine.univer, data, options.fileName));
  host.differences = { tellsTrigger: isSetSupported(apiSets, "ExcelApi", "1.14") };
  machine.bridge.host = open = host;
  const { Excel, Office, OfficeExtension } = machine.office;
  Object.assign(globalThis, { Excel, Office, OfficeExtension });
  return host;
}
