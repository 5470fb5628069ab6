/** The dialogs, loaded together when the first is asked for. */
export { ClearDialog } from "./ClearDialog";
export { ColumnUseDialog } from "../check/ColumnUseDialog";
export { ColumnsDialog } from "../details/ColumnsDialog";
export { ConflictDialog } from "../details/ConflictDialog";
export { ImportDialog } from "../details/ImportDialog";
export { NoticesDialog } from "../printing/NoticesDialog";
export { PrintDialog } from "../printing/PrintDialog";
