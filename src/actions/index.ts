export type { ActionOptions, Changed, Difference, Recalculated, Stage, Stopped } from "./outcome";
