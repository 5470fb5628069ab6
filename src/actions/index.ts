import type { Action } from "./action";
import type * as OpenSample from "./openSample";
import type { ActionOptions, Stopped } from "./outcome";
import { perform } from "./perform";
import { REGISTRY } from "./registry";
import type * as SelfTest from "./selfTest";

export type { ActionName } from "./action";
export type { ImportMode } from "./importFiles";
export type { ImportFile } from "./importing/readFiles";
export type { DetailsSeen } from "./lookAtDetails";
export type { NoticeOptions } from "./makeNotices";
export type { ActionOptions, Changed, Difference, Recalculated, Stage, Stopped } from "./outcome";
export type { ImportKindPreview, ImportPreview } from "./readImport";
export type { Check, CheckOutcome, CheckResult, Finding, SelfTestReport } from "./selfTest/report";
export { undoable } from "./undoLast";
export { watch } from "./watch";

type Running = Pick<ActionOptions, "now" | "onProgress" | "cancelled">;
type Given<Options> = object extends Options ? [options?: Options & Running] : [options: Options & Running];

/** The function that does an action of the registry. */
function callable<Options, Needed, Outcome>(load: () => Promise<Action<Options, Needed, Outcome>>) {
  return async (...[options]: Given<Options>): Promise<Outcome | Stopped> =>
    perform(await load(), { ...options } as Options & Running);
}

/** The function that does an action; what the action is about comes before its other options. */
function callableWith<Options, Needed, Outcome, Subject extends keyof Options>(
  subject: Subject,
  load: () => Promise<Action<Options, Needed, Outcome>>,
) {
  return async (about: Options[Subject], ...[options]: Given<Omit<Options, Subject>>): Promise<Outcome | Stopped> =>
    perform(await load(), { ...options, [subject]: about } as Options & Running);
}

export const recalculate = callable(REGISTRY.recalculate);
export const clearMarks = callable(REGISTRY.clearMarks);
export const setUpPrinting = callable(REGISTRY.setUpPrinting);
export const makePrintSheet = callable(REGISTRY.makePrintSheet);
export const undoLast = callable(REGISTRY.undoLast);
export const look = callable(REGISTRY.look);
export const lookAtDetails = callable(REGISTRY.lookAtDetails);
export const showCell = callableWith("address", REGISTRY.showCell);
export const listRectification = callable(REGISTRY.listRectification);
export const insertTemplates = callable(REGISTRY.insertTemplates);
export const readImport = callableWith("files", REGISTRY.readImport);
export const importFiles = callableWith("preview", REGISTRY.importFiles);
export const rememberChoices = callableWith("choices", REGISTRY.rememberChoices);
export const readSettings = callable(REGISTRY.readSettings);
export const saveSettings = callableWith("settings", REGISTRY.saveSettings);
export const makeNotices = callable(REGISTRY.makeNotices);
export const removeNotices = callable(REGISTRY.removeNotices);
export const makeSummary = callable(REGISTRY.makeSummary);
export const recordHistory = callable(REGISTRY.recordHistory);
export const readHistory = callable(REGISTRY.readHistory);

// These two are no part of the registry: the one leaves this workbook alone, the other tidies up behind whatever stops it.
export const openSample: typeof OpenSample.openSample = async (...given) =>
  (await import(/* webpackChunkName: "sample" */ "./openSample")).openSample(...given);
export const selfTest: typeof SelfTest.selfTest = async (...given) =>
  (await import(/* webpackChunkName: "self-test" */ "./selfTest")).selfTest(...given);
