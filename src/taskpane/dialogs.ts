/** The dialogs, loaded together when the first is asked for. */
export { ClearDialog } from "./ClearDialog";
export { ColumnsDialog } from "./ColumnsDialog";
export { ConflictDialog } from "./ConflictDialog";
export { ImportDialog } from "./ImportDialog";
export { PrintDialog } from "./PrintDialog";
