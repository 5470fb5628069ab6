import { ownPlaces } from "../core/taskSheet/state";
import { problem } from "../core/problems/catalogue";
import type { WorkbookProblem } from "../core/problems/problem";
import type { Context } from "./action";
import { openTable } from "./openTable";
import type { OpenTable } from "./openTable";
import { stopped } from "./outcome";
import type { ActionOptions, Stopped } from "./outcome";

/** Needs a task table, on the sheet named or wherever it is found. */
export function taskTable(
  { excel, onProgress }: Context,
  { sheet }: Pick<ActionOptions, "sheet">,
): Promise<OpenTable | Stopped> {
  onProgress("reading");
  return openTable(excel, sheet);
}

/** Needs a task table on which our columns stand; `otherwise` says that they don't. */
export function computedTable(otherwise: WorkbookProblem = "MARKS_NOT_FOUND") {
  return async (context: Context, options: Pick<ActionOptions, "sheet">): Promise<OpenTable | Stopped> => {
    const open = await taskTable(context, options);
    return open.done && ownPlaces(open.state).remark === undefined
      ? stopped(problem(otherwise, { sheet: open.table.sheet }))
      : open;
  };
}
