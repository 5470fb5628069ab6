import { hasAllComputed } from "../core/taskSheet/layout";
import { ownPlaces } from "../core/taskSheet/state";
import { OWN_SHEETS } from "../core/ownSheets/registry";
import { planSummary } from "../core/ownSheets/summary/summary";
import { problem } from "../core/problems/catalogue";
import { UNDONE } from "../core/wording/actions";
import { HISTORY_SHEET, SUMMARY_SHEET } from "../core/wording/ownSheets";
import { summaryMade } from "../core/wording/summary";
import { defineAction } from "./action";
import type { Context } from "./action";
import { judgeTable } from "./judgeTable";
import { makeOwnSheet } from "./makeOwnSheet";
import { taskTable } from "./needs";
import type { OpenTable } from "./openTable";
import { stopped } from "./outcome";
import type { ActionOptions, Changed, Stopped } from "./outcome";
import { trendIn } from "./readHistory";

/** 推进情况汇总: the county's figures, tables, charts and the text of the bulletin on a sheet of its own; brought up to date where it stands. */
export const makeSummary = defineAction({
  name: "makeSummary",
  undone: UNDONE.makeSummary,
  async needs(context: Context, options: ActionOptions) {
    await context.excel.askDates();
    return taskTable(context, options);
  },
  async run(context, { writeAs }: ActionOptions, open: OpenTable): Promise<Changed | Stopped> {
    const { excel, now } = context;
    const { state } = open;
    const own = ownPlaces(state);
    if (!hasAllComputed(open.table, own)) return stopped(problem("MARKS_NOT_FOUND", { sheet: open.table.sheet }));
    const { table, assessment, settings } = await judgeTable(context, open, { typedActuals: null });
    const trend = open.otherSheets.includes(HISTORY_SHEET) ? await trendIn(excel) : null;
    const source = {
      grid: state.grid,
      table,
      own,
      assessment,
      trend,
      now,
      writeAs: writeAs ?? settings.options.writeAs,
      dates: excel.dates,
    };
    return makeOwnSheet(context, OWN_SHEETS.summary, {
      plan: (standing) => planSummary(source, standing),
      message: (_, agrees) => summaryMade(SUMMARY_SHEET, agrees),
      show: SUMMARY_SHEET,
      problems: trend?.problems ?? [],
    });
  },
});
