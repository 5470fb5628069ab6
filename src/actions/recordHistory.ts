import { planHistory } from "../core/ownSheets/history/history";
import { OWN_SHEETS } from "../core/ownSheets/registry";
import { problem } from "../core/problems/catalogue";
import { UNDONE } from "../core/wording/actions";
import { recordedMessage } from "../core/wording/history";
import { defineAction } from "./action";
import { judgeTable } from "./judgeTable";
import { lastAction } from "./lastAction";
import { makeOwnSheet } from "./makeOwnSheet";
import { computedTable } from "./needs";
import type { OpenTable } from "./openTable";
import { stopped } from "./outcome";
import type { ActionOptions, Changed, Stopped } from "./outcome";

export interface RecordOptions extends ActionOptions {
  /** Recorded as a part of the action before: one undo takes both back. */
  readonly joined?: boolean;
}

/** 记入推进记录: a row a department for today on a sheet of its own; the same day is replaced. */
export const recordHistory = defineAction({
  name: "recordHistory",
  undone: UNDONE.recordHistory,
  needs: computedTable("HISTORY_NOT_COMPUTED"),
  async run(context, { joined = false }: RecordOptions, open: OpenTable): Promise<Changed | Stopped> {
    const { excel } = context;
    const last = lastAction();
    const before = joined && last && "structureAfter" in last ? last : null;
    // The actuals stand in the table since it was computed.
    const { run } = await judgeTable(context, open, { typedActuals: null });
    if (run.departments.every(({ deduction }) => deduction === null))
      return stopped(problem("HISTORY_NOTHING_REPORTED", { sheet: open.table.sheet }));
    await excel.askDates();
    return makeOwnSheet(context, OWN_SHEETS.history, {
      plan: (standing) => planHistory(run, standing?.content ?? null, excel.dates),
      message: ({ day, left, problems }) => recordedMessage(day, run.departments.length, left, problems.length),
      ...(before && { joined: before }),
    });
  },
});
