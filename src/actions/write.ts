import type { Area } from "../core/cells/address";
import { cellOf } from "../core/cells/grid";
import { movedAreas } from "../core/taskSheet/landmarks";
import type { Landmark } from "../core/taskSheet/landmarks";
import { hasMoved } from "../core/taskSheet/moved";
import type { Standing } from "../core/taskSheet/moved";
import { planRestoring, takeSnapshot } from "../core/taskSheet/restoring";
import type { Snapshot } from "../core/taskSheet/restoring";
import type { OwnPlaces } from "../core/taskSheet/layout";
import type { SheetPlan } from "../core/plan/sheetPlan";
import type { SheetState } from "../core/taskSheet/state";
import { problem } from "../core/problems/catalogue";
import type { TaskTable } from "../core/table/taskTable";
import { applyPlan } from "../excel/applyPlan";
import type { Applying, Shown } from "../excel/applyPlan";
import { failureProblem, isCellEdit, reasonOf } from "../excel/failure";
import { beginBy, holdBetween, isElsewhere, MovedBetween, requirePlaces, requireTexts } from "../excel/guard";
import { readSheet } from "../excel/readSheet";
import type { Session } from "../excel/session";
import { fitsOneAnswer } from "../excel/usedCells";
import type { Context } from "./action";
import { rememberAction, structureOf } from "./lastAction";
import { tableOf } from "./openTable";
import { stopped } from "./outcome";
import type { Stopped } from "./outcome";

/** What an action writes, and what it takes to put the sheet back where Excel stops in the middle. */
export interface Writing {
  readonly state: SheetState;
  readonly before: Snapshot;
  readonly table: TaskTable | null;
  readonly plan: SheetPlan;
  /** Rows that the plan merges, by the words that must stand there. */
  readonly landmarks?: readonly Landmark[];
  /** Where the table stands once columns have been inserted and deleted, for a plan that may take several requests. */
  readonly written?: TaskTable;
  /** Table and columns of ours as they stand once all is written. */
  readonly after: { readonly table: TaskTable | null; readonly own: OwnPlaces };
}

/** Applies the plan, and remembers what undoing takes. Where Excel fails midway, all that came through is taken back before the problem is told. */
export async function write(
  context: Context,
  writing: Writing,
): Promise<{ readonly done: true; readonly shown: Shown[] } | Stopped> {
  const { action, excel: session, now: at } = context;
  const { plan, state, before, table, landmarks = [] } = writing;
  const writesBefore = session.writes;
  let began: ReturnType<typeof beginBy> | undefined;
  try {
    // What is read in several answers may have moved meanwhile, and cannot be taken back to a state that was never read whole.
    const isLarge = !fitsOneAnswer(state.grid);
    if (isLarge && (await movedMeanwhile(session, writing)))
      return stopped(problem("TABLE_MOVED", { sheet: plan.sheet }));
    const first: Applying["first"] = (sheet) => {
      began = beginBy(sheet, state, table);
      requireTexts(sheet, landmarks);
    };
    const shown = await applyPlan(session, plan, {
      calculate: state.calculatesByHand,
      first,
      ...(writing.written && { between: holdBetween(plan.sheet, keysOf(writing.written)) }),
    });
    const stood = began!.value();
    if (!hasMoved(state, stood, table)) {
      const { after } = writing;
      rememberAction({ action, at, before, table, structureAfter: structureOf(state.sheetId, after.table, after.own) });
      return { done: true, shown };
    }
    return isLarge
      ? stopped(problem("LARGE_TABLE_MOVED", { sheet: plan.sheet }))
      : await takeBackMoved(context, writing, stood);
  } catch (error) {
    if (error instanceof MovedBetween || (isElsewhere(error) && session.writes > writesBefore + 1))
      return await leaveMoved(context, writing);
    if (isElsewhere(error)) return stopped(problem("TABLE_MOVED", { sheet: plan.sheet }));
    // Excel refuses a whole request while a cell is being edited: if it was the first, nothing has come through.
    if (isCellEdit(error) && session.writes <= writesBefore + 1)
      return stopped(failureProblem(error, "write", plan.sheet));
    try {
      // With its sheet all that came through is gone.
      if (!(await restore(session, before, table, { settled: false })))
        return stopped(problem("PLACE_GONE", undefined, { place: before.sheet }));
    } catch (second) {
      // Nothing could be taken back now; it can still be undone once Excel answers again.
      rememberAction({ action, at, before, table, structureAfter: null });
      return stopped(
        problem("NOT_RESTORED", { sheet: plan.sheet }, { reason: `${reasonOf(error)}；${reasonOf(second)}` }),
      );
    }
    return stopped(failureProblem(error, "write", plan.sheet));
  }
}

/** Whether rows or columns of a large table have moved since it was read: asked right before writing, in a request of its own. */
async function movedMeanwhile(session: Session, { state, plan, table }: Writing): Promise<boolean> {
  const began = beginBy(session.workbook.worksheets.getItem(plan.sheet), state, table);
  await session.sync();
  return hasMoved(state, began.value(), table);
}

/** Reads where the sheet stands and takes it back to the snapshot; `settled` where the action had come to its end. Writes nothing where it already is there. False where the sheet is gone. */
export async function restore(
  session: Session,
  before: Snapshot,
  table: TaskTable | null,
  { settled }: { settled: boolean },
): Promise<boolean> {
  // By its id: the sheet may have been renamed since.
  const now = await readSheet(session, before.sheetId);
  if (!now) return false;
  const steps = planRestoring(before, now.state, table, settled);
  if (steps.length > 0)
    await applyPlan(
      session,
      { sheet: now.state.grid.sheet, steps, expected: [] },
      { first: (sheet) => requirePlaces(sheet, now.state) },
    );
  return true;
}

/**
 * Somebody else has moved rows or columns between our reading and our writing, and what was written went to the places of before: it is
 * taken back to how the sheet stood when the writing began.
 */
async function takeBackMoved(
  { action, excel: session, now: at }: Context,
  writing: Writing,
  stood: Standing,
): Promise<Stopped> {
  const { state, before, plan } = writing;
  const moved: SheetState = { ...state, ...stood };
  const read = tableOf(moved);
  const replaced = before.replaced.map((cell) => ({ ...cell, before: cellOf(stood.grid, cell.row, cell.column) }));
  const snapshot = takeSnapshot(moved, {
    replaced,
    ...(before.print && { print: { ...before.print, merged: movedAreas(state, stood, before.print.merged) } }),
  });
  const table = read?.done ? reaching(read.table, action.name === "recalculate" ? writing.table : null) : null;
  try {
    await restore(session, snapshot, table, { settled: false });
    return stopped(problem("TABLE_MOVED", { sheet: plan.sheet }));
  } catch (error) {
    rememberAction({ action, at, before: snapshot, table, structureAfter: null });
    return stopped(problem("NOT_RESTORED", { sheet: plan.sheet }, { reason: reasonOf(error) }));
  }
}

/** The column by whose cells rows are known, with its header. */
function keysOf({ headerRows, body, columns }: TaskTable): Area {
  return {
    firstRow: headerRows.first,
    lastRow: body.last,
    firstColumn: columns.department,
    lastColumn: columns.department,
  };
}

/**
 * Somebody else has moved rows or columns between two requests of ours. Columns that this action has inserted go, wherever they stand; where
 * ours stood before, their cells as they were belong to rows that are elsewhere now, and the next run writes them anew.
 */
async function leaveMoved({ action, excel: session, now: at }: Context, writing: Writing): Promise<Stopped> {
  const { before, table, plan } = writing;
  if (Object.keys(before.own).length > 0 || before.replaced.length > 0)
    return stopped(problem("LARGE_TABLE_MOVED", { sheet: plan.sheet }));
  try {
    await restore(session, before, table, { settled: false });
    return stopped(problem("TABLE_MOVED", { sheet: plan.sheet }));
  } catch (error) {
    rememberAction({ action, at, before, table, structureAfter: null });
    return stopped(problem("NOT_RESTORED", { sheet: plan.sheet }, { reason: reasonOf(error) }));
  }
}

/** Where rows have gone from the table, it was written to below its end: as far down our columns are put back. */
function reaching(table: TaskTable, written: TaskTable | null): TaskTable {
  return { ...table, body: { ...table.body, last: Math.max(table.body.last, written?.body.last ?? 0) } };
}
