/** What a pane wants to know of the workbook. Sheets are told by id. */
export interface WorkbookEvents {
  /** Cells of a sheet have changed, by a person or a co-author; never by this add-in. */
  changed(sheetId: string): void;
  /** The selection has moved; zero-based row and column of its first cell. */
  selected(sheetId: string, row: number, column: number): void;
}

/** Registers for the workbook's events. */
export function watchWorkbook(_events: WorkbookEvents): Promise<void> {
  throw new Error("watchWorkbook");
}
