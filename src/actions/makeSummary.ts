import type { CellGrid } from "../core/cells/grid";
import { hasAllComputed } from "../core/taskSheet/layout";
import type { SheetContent } from "../core/plan/content";
import { isOwnSheet } from "../core/ownSheets/ownSheets";
import { ownPlaces } from "../core/taskSheet/state";
import { planSummary } from "../core/ownSheets/summary/summary";
import { standingLooks } from "../core/ownSheets/summary/standing";
import { problem } from "../core/problems/catalogue";
import type { Problem } from "../core/problems/problem";
import { HISTORY_SHEET, SUMMARY_SHEET } from "../core/wording/ownSheets";
import { summaryMade } from "../core/wording/summary";
import type { Shown } from "../excel/applyPlan";
import { readContents } from "../excel/contents";
import { failureProblem } from "../excel/failure";
import { Cancelled } from "../excel/readRows";
import { readSheet } from "../excel/readSheet";
import { inWorkbook } from "../excel/session";
import type { Session } from "../excel/session";
import { differences } from "./differences";
import { judgeTable } from "./judgeTable";
import { openTable, stopped } from "./openTable";
import type { ActionOptions, Changed, Stopped } from "./outcome";
import { trendIn } from "./readHistory";
import { writeSheets } from "./writeSheets";

/** 推进情况汇总: the county's figures, tables, charts and the text of the bulletin on a sheet of its own; brought up to date where it stands. */
export async function makeSummary({
  sheet,
  writeAs,
  now = new Date(),
  onProgress,
  cancelled,
}: ActionOptions = {}): Promise<Changed | Stopped> {
  try {
    return await inWorkbook(async (session): Promise<Changed | Stopped> => {
      onProgress?.("reading");
      await session.askDates();
      const open = await openTable(session, sheet);
      if (!open.done) return open;
      const { state } = open;
      const own = ownPlaces(state);
      if (!hasAllComputed(open.table, own)) return stopped(problem("MARKS_NOT_FOUND", { sheet: open.table.sheet }));
      const standing = await standingSummary(session, cancelled);
      if (!("held" in standing)) return standing;
      const { table, assessment, settings } = await judgeTable(session, open, {
        now,
        typedActuals: null,
        onProgress,
        cancelled,
      });
      const trend = open.otherSheets.includes(HISTORY_SHEET) ? await trendIn(session) : null;
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
        dates: session.dates,
      });
      const before = new Map(standing.held ? [[SUMMARY_SHEET, standing.held] as const] : []);
      const result = await writeSheets(session, {
        action: "makeSummary",
        at: now,
        plans: [plan],
        before,
        looks: new Map(standing.grid ? [[SUMMARY_SHEET, standingLooks(standing.grid, plan)] as const] : []),
        show: SUMMARY_SHEET,
        onProgress,
        cancelled,
      });
      if (!result.done) return result;
      const differ = written === "values" ? [] : differing(result.shown);
      return {
        done: true,
        sheet: SUMMARY_SHEET,
        message: summaryMade(SUMMARY_SHEET, differ.length === 0),
        requests: session.requests,
        problems: [...differ, ...(trend?.problems ?? [])],
      };
    });
  } catch (error) {
    if (error instanceof Cancelled) return stopped(problem("CANCELLED"));
    return stopped(failureProblem(error, "read", sheet));
  }
}

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
