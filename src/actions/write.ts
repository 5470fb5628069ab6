import { planRestoring } from "../core/plan/restoring";
import type { Snapshot } from "../core/plan/restoring";
import type { SheetPlan } from "../core/plan/sheetPlan";
import type { SheetState } from "../core/plan/state";
import { problem } from "../core/problems/catalogue";
import type { TaskTable } from "../core/table/taskTable";
import { applyPlan } from "../excel/applyPlan";
import type { Shown } from "../excel/applyPlan";
import { failureProblem, isCellEdit, reasonOf } from "../excel/failure";
import { readSheet } from "../excel/readSheet";
import type { Session } from "../excel/session";
import { rememberAction } from "./lastAction";
import type { TableUndoable } from "./lastAction";
import { stopped } from "./openTable";
import type { Stopped } from "./outcome";

/** What an action writes, and what it takes to put the sheet back where Excel stops in the middle. */
export interface Writing {
  readonly action: TableUndoable;
  readonly at: Date;
  readonly state: SheetState;
  readonly before: Snapshot;
  readonly table: TaskTable | null;
  readonly plan: SheetPlan;
}

/** Applies the plan. Where Excel fails midway, all that came through is taken back before the problem is told. */
export async function write(session: Session, writing: Writing): Promise<{ readonly done: true; readonly shown: Shown[] } | Stopped> {
  const { plan, state, before, table } = writing;
  const requestsBefore = session.requests;
  try {
    return { done: true, shown: await applyPlan(session, plan, { calculate: state.calculatesByHand }) };
  } catch (error) {
    // Excel refuses a whole request while a cell is being edited: if it was the first, nothing has come through.
    if (isCellEdit(error) && session.requests === requestsBefore + 1) return stopped(failureProblem(error, "write", plan.sheet));
    try {
      // With its sheet all that came through is gone.
      if (!(await restore(session, before, table, { settled: false }))) return stopped(problem("PLACE_GONE", undefined, { place: before.sheet }));
    } catch (second) {
      // Nothing could be taken back now; it can still be undone once Excel answers again.
      rememberAction({ action: writing.action, at: writing.at, before, table, structureAfter: null });
      return stopped(problem("NOT_RESTORED", { sheet: plan.sheet }, { reason: `${reasonOf(error)}；${reasonOf(second)}` }));
    }
    return stopped(failureProblem(error, "write", plan.sheet));
  }
}

/** Reads where the sheet stands and takes it back to the snapshot; `settled` where the action had come to its end. Writes nothing where it already is there. False where the sheet is gone. */
export async function restore(session: Session, before: Snapshot, table: TaskTable | null, { settled }: { settled: boolean }): Promise<boolean> {
  // By its id: the sheet may have been renamed since.
  const now = await readSheet(session, before.sheetId);
  if (!now) return false;
  const steps = planRestoring(before, now.state, table, settled);
  if (steps.length > 0) await applyPlan(session, { sheet: now.state.grid.sheet, steps, expected: [] });
  return true;
}
