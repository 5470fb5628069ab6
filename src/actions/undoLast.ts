import { OWN_COLUMNS, headerOf } from "../core/taskSheet/columns";
import { ownPlaces, typedColumns } from "../core/taskSheet/state";
import { problem } from "../core/problems/catalogue";
import { DONE } from "../core/wording/actions";
import { brokenUndo, failureProblem, isCellEdit } from "../excel/failure";
import { isElsewhere } from "../excel/guard";
import { readSheet } from "../excel/readSheet";
import { inWorkbook } from "../excel/session";
import { forgetAction, lastAction, rememberAction, structureOf } from "./lastAction";
import type { TableAction, Undoable } from "./lastAction";
import { inTheWay, stopped, tableOf, unwritable } from "./openTable";
import type { ActionOptions, Changed, Stopped } from "./outcome";
import { undoSheets } from "./restoreSheets";
import { restore } from "./write";

/** What 撤销本次 would undo, or null. */
export function undoable(): { action: Undoable; at: Date } | null {
  const last = lastAction();
  if (!last) return null;
  const { action, at } = "sheets" in last ? (last.joined ?? last) : last;
  return { action, at };
}

/**
 * 撤销本次: puts back what stood before the last action. Stops, with nothing written, where the sheet's rows or columns
 * have changed since, or where numbers typed since would be lost.
 */
export async function undoLast({ onProgress }: ActionOptions = {}): Promise<Changed | Stopped> {
  const last = lastAction();
  if (!last) return stopped(problem("NOTHING_TO_UNDO"));
  if (!("sheets" in last)) return undoTable(last, { onProgress });
  const { joined } = last;
  return undoSheets(last, { onProgress }, joined && (() => undoTable(joined, { onProgress })));
}

async function undoTable(last: TableAction, { onProgress }: ActionOptions): Promise<Changed | Stopped> {
  const { before } = last;
  try {
    return await inWorkbook(async (session): Promise<Changed | Stopped> => {
      onProgress?.("reading");
      const read = await readSheet(session, before.sheetId);
      if (!read) return stopped(problem("PLACE_GONE", undefined, { place: before.sheet }));
      const { state } = read;
      const blocked = unwritable(state);
      if (blocked) return blocked;
      const recognised = tableOf(state);
      const table = recognised?.done ? recognised.table : null;
      if (last.structureAfter !== null) {
        const structure = structureOf(state.sheetId, table, ownPlaces(state));
        if (structure !== last.structureAfter) return stopped(problem("UNDO_OUTDATED", { sheet: before.sheet }));
      }
      const foreign = inTheWay(
        state,
        table,
        OWN_COLUMNS.filter((column) => before.own[column] === undefined),
      );
      if (foreign) return foreign;
      // What the details gave before a failure is no longer known from the workbook.
      const given = last.structureAfter === null ? before.given : [];
      const discarded = typedColumns(state, table, given).find((column) => before.own[column] === undefined);
      if (discarded)
        return stopped(problem("UNDO_WOULD_DISCARD", { sheet: before.sheet }, { column: headerOf(discarded) }));

      onProgress?.("undoing");
      const writesBefore = session.writes;
      try {
        if (!(await restore(session, before, last.table, { settled: last.structureAfter !== null })))
          return stopped(problem("PLACE_GONE", undefined, { place: before.sheet }));
      } catch (error) {
        // Somebody moves columns right now: nothing has been done.
        if (isElsewhere(error) && session.writes === writesBefore + 1)
          return stopped(problem("TABLE_MOVED", { sheet: before.sheet }));
        // Excel refuses a whole request while a cell is being edited.
        if (session.writes <= writesBefore + (isCellEdit(error) ? 1 : 0)) throw error;
        // It is unknown how far it got, and can be taken back from wherever that is.
        rememberAction({ ...last, structureAfter: null });
        return stopped(brokenUndo(error, before.sheet));
      }
      forgetAction();
      return {
        done: true,
        sheet: state.grid.sheet,
        message: DONE.undoneOnTable[last.action](read.otherSheets.length > 0 ? state.grid.sheet : null),
        requests: session.requests,
      };
    });
  } catch (error) {
    return stopped(failureProblem(error, "undo", before.sheet));
  }
}
