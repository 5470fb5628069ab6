import { OWN_COLUMNS, headerOf } from "../core/taskSheet/columns";
import { ownPlaces, typedColumns } from "../core/taskSheet/state";
import { problem } from "../core/problems/catalogue";
import { brokenUndo, isCellEdit } from "../excel/failure";
import { isElsewhere } from "../excel/guard";
import { readSheet } from "../excel/readSheet";
import { defineAction, undoSentence } from "./action";
import type { ActionName, Context } from "./action";
import { forgetAction, lastAction, rememberAction, structureOf } from "./lastAction";
import type { TableAction } from "./lastAction";
import { inTheWay, unwritable } from "./guards";
import { tableOf } from "./openTable";
import { stopped } from "./outcome";
import type { ActionOptions, Changed, Stopped } from "./outcome";
import { attempt } from "./perform";
import { undoSheets } from "./restoreSheets";
import { restore } from "./write";

/** What 撤销本次 would undo, or null. */
export function undoable(): { action: ActionName; at: Date } | null {
  const last = lastAction();
  if (!last) return null;
  const { action, at } = "sheets" in last ? (last.joined ?? last) : last;
  return { action: action.name, at };
}

/**
 * 撤销本次: puts back what stood before the last action. Stops, with nothing written, where the sheet's rows or columns
 * have changed since, or where numbers typed since would be lost.
 */
export const undoLast = defineAction({
  name: "undoLast",
  phase: "undo",
  place() {
    const last = lastAction();
    return last && "sheets" in last ? last.sheets[0]?.name : last?.before.sheet;
  },
  async run(context, _: ActionOptions): Promise<Changed | Stopped> {
    const last = lastAction();
    if (!last) return stopped(problem("NOTHING_TO_UNDO"));
    if (!("sheets" in last)) return undoTable(context, last);
    const { joined } = last;
    return undoSheets(
      context,
      last,
      joined && (() => attempt("undo", joined.before.sheet, (excel) => undoTable({ ...context, excel }, joined))),
    );
  },
});

async function undoTable({ excel, onProgress }: Context, last: TableAction): Promise<Changed | Stopped> {
  const { before } = last;
  onProgress("reading");
  const read = await readSheet(excel, before.sheetId);
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

  onProgress("undoing");
  const writesBefore = excel.writes;
  try {
    if (!(await restore(excel, before, last.table, { settled: last.structureAfter !== null })))
      return stopped(problem("PLACE_GONE", undefined, { place: before.sheet }));
  } catch (error) {
    // Somebody moves columns right now: nothing has been done.
    if (isElsewhere(error) && excel.writes === writesBefore + 1)
      return stopped(problem("TABLE_MOVED", { sheet: before.sheet }));
    // Excel refuses a whole request while a cell is being edited.
    if (excel.writes <= writesBefore + (isCellEdit(error) ? 1 : 0)) throw error;
    // It is unknown how far it got, and can be taken back from wherever that is.
    rememberAction({ ...last, structureAfter: null });
    return stopped(brokenUndo(error, before.sheet));
  }
  forgetAction();
  return {
    done: true,
    sheet: state.grid.sheet,
    message: undoSentence(last.action, read.otherSheets.length > 0 ? state.grid.sheet : null),
    requests: excel.requests,
  };
}
