export { clearMarks } from "./clearMarks";
export type { ActionOptions, Changed, Difference, Recalculated, Stage, Stopped } from "./outcome";
export { recalculate } from "./recalculate";
export { rememberChoices } from "./rememberChoices";
export { setUpPrinting } from "./setUpPrinting";
export { showCell } from "./showCell";
export { undoable, undoLast } from "./undoLast";
