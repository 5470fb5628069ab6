import { unfinishedColumns, unfinishedSteps } from "../core/taskSheet/unfinished";
import type { Inserted } from "../core/taskSheet/unfinished";
import type { SheetState } from "../core/taskSheet/state";
import { problem } from "../core/problems/catalogue";
import type { Problem } from "../core/problems/problem";
import { applyPlan } from "../excel/applyPlan";
import { failureProblem } from "../excel/failure";
import { isElsewhere, requirePlaces } from "../excel/guard";
import type { Session } from "../excel/session";

/** What was taken away; or the problem that kept from it. */
export type Swept =
  { readonly removed: readonly Inserted[]; readonly note: Problem | null } | { readonly problem: Problem };

/**
 * Takes away the blank columns that an earlier run inserted and did not live to fill, in a request of its own: the sheet is to be read again where
 * there were any. Nothing is asked of Excel where there are none.
 */
export async function sweep(session: Session, state: SheetState): Promise<Swept> {
  const removed = unfinishedColumns(state);
  const { sheet } = state.grid;
  if (removed.length === 0 || state.isProtected || state.isReadOnly) return { removed: [], note: null };
  try {
    await applyPlan(
      session,
      { sheet, steps: unfinishedSteps(state), expected: [] },
      { first: (standing) => requirePlaces(standing, state) },
    );
  } catch (error) {
    return { problem: isElsewhere(error) ? problem("TABLE_MOVED", { sheet }) : failureProblem(error, "write", sheet) };
  }
  return {
    removed,
    note: problem("UNFINISHED_REMOVED", { sheet }, { columns: removed.reduce((sum, { count }) => sum + count, 0) }),
  };
}
