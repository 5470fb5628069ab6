import { planHistory } from "../core/ownSheets/history/history";
import { problem } from "../core/problems/catalogue";
import { UNDONE } from "../core/wording/actions";
import { recordedMessage } from "../core/wording/history";
import { HISTORY_SHEET } from "../core/wording/ownSheets";
import { readContents, readWorkbook } from "../excel/contents";
import { defineAction } from "./action";
import { judgeTable } from "./judgeTable";
import { lastAction } from "./lastAction";
import { computedTable } from "./needs";
import type { OpenTable } from "./openTable";
import { stopped } from "./outcome";
import type { ActionOptions, Changed, Stopped } from "./outcome";
import { writeSheets } from "./writeSheets";

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
    const { excel, cancelled } = context;
    const last = lastAction();
    const before = joined && last && "structureAfter" in last ? last : null;
    // The actuals stand in the table since it was computed.
    const { run } = await judgeTable(context, open, { typedActuals: null });
    if (run.departments.every(({ deduction }) => deduction === null))
      return stopped(problem("HISTORY_NOTHING_REPORTED", { sheet: open.table.sheet }));
    await excel.askDates();
    const stands = (await readWorkbook(excel)).sheets.some(({ name }) => name === HISTORY_SHEET);
    const held = await readContents(excel, stands ? [HISTORY_SHEET] : [], cancelled);
    const planned = planHistory(run, held.get(HISTORY_SHEET) ?? null, excel.dates);
    if (!("plan" in planned)) return stopped(...planned);
    const written = await writeSheets(context, {
      plans: [planned.plan],
      before: held,
      ...(before && { joined: before }),
    });
    if (!written.done) return written;
    return {
      done: true,
      sheet: HISTORY_SHEET,
      message: recordedMessage(planned.day, run.departments.length, planned.left, planned.problems.length),
      requests: excel.requests,
    };
  },
});
