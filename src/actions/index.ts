import type * as Details from "./details";
import type * as SelfTest from "./selfTest";
import type * as OpenSample from "./openSample";
import type * as Sheets from "./sheets";

export { clearMarks } from "./clearMarks";
export type { ImportMode } from "./applyImport";
export type { ImportFile } from "./importing/readFiles";
export { listRectification } from "./listRectification";
export { look } from "./look";
export type { DetailsSeen } from "./lookAtDetails";
export type { NoticeOptions } from "./makeNotices";
export type { ActionOptions, Changed, Difference, Recalculated, Stage, Stopped } from "./outcome";
export type { ImportKindPreview, ImportPreview } from "./readImport";
export { recalculate } from "./recalculate";
export type { Check, CheckOutcome, CheckResult, Finding, SelfTestReport } from "./selfTest/report";
export { setUpPrinting } from "./setUpPrinting";
export { showCell } from "./showCell";
export { undoable, undoLast } from "./undoLast";
export { watch } from "./watch";

// The pane's first view needs none of these.
const details = (): Promise<typeof Details> => import(/* webpackChunkName: "details" */ "./details");
export const insertTemplates: typeof Details.insertTemplates = async (...given) =>
  (await details()).insertTemplates(...given);
export const rememberChoices: typeof Details.rememberChoices = async (...given) =>
  (await details()).rememberChoices(...given);
export const lookAtDetails: typeof Details.lookAtDetails = async (...given) =>
  (await details()).lookAtDetails(...given);
export const readImport: typeof Details.readImport = async (...given) => (await details()).readImport(...given);
export const applyImport: typeof Details.applyImport = async (...given) => (await details()).applyImport(...given);

const sheets = (): Promise<typeof Sheets> => import(/* webpackChunkName: "sheets" */ "./sheets");
export const saveSettings: typeof Sheets.saveSettings = async (...given) => (await sheets()).saveSettings(...given);
export const makeNotices: typeof Sheets.makeNotices = async (...given) => (await sheets()).makeNotices(...given);
export const removeNotices: typeof Sheets.removeNotices = async (...given) => (await sheets()).removeNotices(...given);
export const makeSummary: typeof Sheets.makeSummary = async (...given) => (await sheets()).makeSummary(...given);
export const recordHistory: typeof Sheets.recordHistory = async (...given) => (await sheets()).recordHistory(...given);
export const readHistory: typeof Sheets.readHistory = async (...given) => (await sheets()).readHistory(...given);
export const readSettings: typeof Sheets.readSettings = async (...given) => (await sheets()).readSettings(...given);
// The sample's bytes come with it.
export const openSample: typeof OpenSample.openSample = async (...given) =>
  (await import(/* webpackChunkName: "sample" */ "./openSample")).openSample(...given);

export const selfTest: typeof SelfTest.selfTest = async (...given) =>
  (await import(/* webpackChunkName: "self-test" */ "./selfTest")).selfTest(...given);
