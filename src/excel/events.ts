import { firstCell } from "../core/cells/address";
import { mayBeOwn } from "./ownWrites";
import { supports } from "./support";

/** How a sheet has changed; what is left out is false. */
export interface SheetChange {
  /** Somebody else has changed it, on another machine. */
  readonly remote?: boolean;
  /** Rows, columns or cells were inserted or deleted: what stood in a row may stand in another one now. */
  readonly moved?: boolean;
}

/** What a pane wants to know of the workbook. Sheets are told by id. */
export interface WorkbookEvents {
  /** Cells of a sheet have changed, by a person at this machine or by a co-author; never by this add-in. */
  changed(sheetId: string, how?: SheetChange): void;
  /** The selection has moved; zero-based row and column of its first cell. */
  selected(sheetId: string, row: number, column: number): void;
}

/** Registers for the events of all sheets, those that are added later too, in one sync; while a cell is being edited it waits. */
export function watchWorkbook(events: WorkbookEvents): Promise<void> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onChanged.add(async (change) => {
      if (!isOwn(change))
        events.changed(change.worksheetId, {
          remote: change.source === "Remote",
          moved: change.changeType !== "RangeEdited",
        });
    });
    worksheets.onSelectionChanged.add(async ({ worksheetId, address }) => {
      const cell = firstCell(address);
      if (cell) events.selected(worksheetId, cell.row, cell.column);
    });
    await context.sync();
  });
}

/**
 * From ExcelApi 1.14 on Excel says itself that the add-in has set a change off. Below it, and where it says nothing, time alone tells: while we write and
 * a moment after, a change of this machine counts as ours. Switching events off for the write (runtime.enableEvents) would tell sharper, but
 * a request that fails midway would leave them off.
 */
function isOwn(change: Excel.WorksheetChangedEventArgs): boolean {
  if (change.source === "Remote") return false;
  const trigger = supports("1.14") ? change.triggerSource : undefined;
  return trigger ? trigger === "ThisLocalAddin" : mayBeOwn();
}
