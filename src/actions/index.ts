import type * as Details from "./details";

export { clearMarks } from "./clearMarks";
export type { ImportMode } from "./applyImport";
export type { ImportFile } from "./importing/readFiles";
export { listRectification } from "./listRectification";
export type { ActionOptions, Changed, Difference, Recalculated, Stage, Stopped } from "./outcome";
export type { ImportKindPreview, ImportPreview } from "./readImport";
export { recalculate } from "./recalculate";
export { setUpPrinting } from "./setUpPrinting";
export { showCell } from "./showCell";
export { undoable, undoLast } from "./undoLast";

// The pane's first view needs none of these.
const details = (): Promise<typeof Details> => import(/* webpackChunkName: "details" */ "./details");
export const insertTemplates: typeof Details.insertTemplates = async (...given) => (await details()).insertTemplates(...given);
export const rememberChoices: typeof Details.rememberChoices = async (...given) => (await details()).rememberChoices(...given);
export const readImport: typeof Details.readImport = async (...given) => (await details()).readImport(...given);
export const applyImport: typeof Details.applyImport = async (...given) => (await details()).applyImport(...given);
