import type { CellGrid } from "../core/cells/grid";
import { hasAllComputed } from "../core/taskSheet/layout";
import type { SheetContent } from "../core/plan/content";
import { isOwnSheet } from "../core/ownSheets/ownSheets";
import { ownPlaces } from "../core/taskSheet/state";
import { planSummary } from "../core/ownSheets/summary/summary";
import { standingLooks } from "../core/ownSheets/summary/standing";
import { problem } from "../core/problems/catalogue";
import type { Problem } from "../core/problems/problem";
import { UNDONE } from "../core/wording/actions";
import { HISTORY_SHEET, SUMMARY_SHEET } from "../core/wording/ownSheets";
import { summaryMade } from "../core/wording/summary";
import type { Shown } from "../excel/applyPlan";
import { readContents } from "../excel/contents";
import { readSheet } from "../excel/readSheet";
import type { Session } from "../excel/session";
import { defineAction } from "./action";
import type { Context } from "./action";
import { differences } from "./differences";
import { judgeTable } from "./judgeTable";
import { taskTable } from "./needs";
import type { OpenTable } from "./openTable";
import { stopped } from "./outcome";
import type { ActionOptions, Changed, Stopped } from "./outcome";
import { trendIn } from "./readHistory";
import { writeSheets } from "./writeSheets";

/** 推进情况汇总: the county's figures, tables, charts and the text of the bulletin on a sheet of its own; brought up to date where it stands. */
export const makeSummary = defineAction({
  name: "makeSummary",
  undone: UNDONE.makeSummary,
  async needs(context: Context, options: ActionOptions) {
    await context.excel.askDates();
    return taskTable(context, options);
  },
  async run(context, { writeAs }: ActionOptions, open: OpenTable): Promise<Changed | Stopped> {
    const { excel, now, cancelled } = context;
    const { state } = open;
    const own = ownPlaces(state);
    if (!hasAllComputed(open.table, own)) return stopped(problem("MARKS_NOT_FOUND", { sheet: open.table.sheet }));
    const standing = await standingSummary(excel, cancelled);
    if (!("held" in standing)) return standing;
    const { table, assessment, settings } = await judgeTable(context, open, { typedActuals: null });
    const trend = open.otherSheets.includes(HISTORY_SHEET) ? await trendIn(excel) : null;
    const written = writeAs ?? settings.options.writeAs;
    const plan = planSummary({
      grid: state.grid,
      table,
      own,
      assessment,
      trend,
      now,
      writeAs: written,
      standing: standing.held,
      dates: excel.dates,
    });
    const result = await writeSheets(context, {
      plans: [plan],
      before: new Map(standing.held ? [[SUMMARY_SHEET, standing.held] as const] : []),
      looks: new Map(standing.grid ? [[SUMMARY_SHEET, standingLooks(standing.grid, plan)] as const] : []),
      show: SUMMARY_SHEET,
    });
    if (!result.done) return result;
    const differ = written === "values" ? [] : differing(result.shown);
    return {
      done: true,
      sheet: SUMMARY_SHEET,
      message: summaryMade(SUMMARY_SHEET, differ.length === 0),
      requests: excel.requests,
      problems: [...differ, ...(trend?.problems ?? [])],
    };
  },
});

/** What our sheet holds and shows, null where it does not stand. A sheet of that name that is not ours stops. */
async function standingSummary(
  session: Session,
  cancelled: ActionOptions["cancelled"],
): Promise<{ readonly held: SheetContent | null; readonly grid: CellGrid | null } | Stopped> {
  const read = await readSheet(session, SUMMARY_SHEET);
  if (!read) return { held: null, grid: null };
  if (!isOwnSheet(read.state)) return stopped(problem("SHEET_NAME_TAKEN", undefined, { sheet: SUMMARY_SHEET }));
  return { held: (await readContents(session, [SUMMARY_SHEET], cancelled)).get(SUMMARY_SHEET)!, grid: read.state.grid };
}

/** One problem for all cells in which Excel shows something else than the assessment says. */
function differing(shown: readonly Shown[]): Problem[] {
  const all = shown.flatMap((one) => differences(SUMMARY_SHEET, one));
  const first = all[0];
  return first
    ? [
        {
          ...problem("SUMMARY_DIFFERS", undefined, {
            cells: all.length,
            excel: first.excel,
            assessment: first.assessment,
          }),
          address: first.address,
        },
      ]
    : [];
}
