import type { Assessment } from "../../assess/assessment";
import { tiers as tiersOf } from "../../assess/tiers";
import { serialOf } from "../../cells/dateSystem";
import type { DateSystem } from "../../cells/dateSystem";
import type { Trend } from "../../history/trend";
import { BULLETIN, SUMMARY_HEADINGS, SUMMARY_TITLE, dayOf, numbered, summaryPeriod } from "../../wording/summary";
import { SUMMARY_SHEET } from "../../wording/ownSheets";
import { localMinute } from "../../history/record";
import { SheetCells } from "../sheetCells";
import { planWhole } from "../wholeSheet";
import type { PlannedSheet, StandingSheet } from "../wholeSheet";
import { putCounty, putIndicators, putTiers } from "./blocks";
import { AS_OF, COLUMNS, summaryRows } from "./layout";
import type { SummaryRows } from "./layout";
import { putHelpers, putRanking } from "./ranking";
import { summaryLooks } from "./looks";
import type { RankingSource } from "./ranking";
import { looksOfStanding } from "./standingSummary";
import { bulletinParagraphs } from "./text";
import { comparisons, putTrend } from "./trend";

export interface SummarySource extends Omit<RankingSource, "departments"> {
  readonly assessment: Assessment;
  /** 推进记录, or null where the workbook has none. */
  readonly trend: Trend | null;
  /** The time of the figures. */
  readonly now: Date;
  readonly writeAs: "formulas" | "values";
  /** What the workbook counts its dates from; 1900 where it is left out. */
  readonly dates?: DateSystem;
}

/**
 * 推进情况汇总. All figures come from 部门排名 on the same sheet, and those from the departments' rows of the task table, whose columns
 * of ours must all stand.
 */
export function planSummary(source: SummarySource, standing: StandingSheet | null): PlannedSheet {
  const { assessment, table, own, trend, now, writeAs } = source;
  const { departments, totals } = assessment;
  const tiers = tiersOf(departments);
  const days = comparisons(trend, localMinute(now).slice(0, 10), departments);
  const rows = summaryRows({
    departments: departments.length,
    tiers: tiers.length,
    comparisons: days.length,
    chart: totals.coverage.due > 0,
  });

  const cells = new SheetCells();
  putTitle(cells, source);
  putHeadings(cells, rows);
  putRanking(cells, rows, { ...source, departments });
  const { charted } = putHelpers(cells, rows);
  putCounty(cells, rows, totals, departments);
  putTiers(cells, rows, tiers, departments);
  putIndicators(cells, rows, table, own, departments, totals);
  putTrend(cells, rows, days, totals);
  cells.put(rows.bulletin + 1, 0, BULLETIN.title);
  const paragraphs = bulletinParagraphs(cells, rows, { now, tiers: tiers.length, comparisons: days });
  paragraphs.forEach((paragraph, index) => cells.put(rows.textFirst + index, 0, paragraph));

  const facts = {
    targets: tiers.map(({ targetBp }) => targetBp),
    paragraphs: paragraphs.map(({ value }) => String(value)),
    names: departments.map((_, index) => String(cells.value(rows.first + index, COLUMNS.department))),
    charted,
    comparisons: days.length,
  };
  return planWhole(
    { tab: SUMMARY_SHEET, cells, writeAs, looks: (ruled) => summaryLooks(rows, facts, ruled) },
    standing,
    (ruled) => (standing ? looksOfStanding(standing.state.grid, ruled) : []),
  );
}

function putTitle(cells: SheetCells, { table, now, dates = 1900 }: SummarySource): void {
  cells.put(0, 0, SUMMARY_TITLE);
  const { period } = table;
  if (period)
    cells.put(
      AS_OF[0],
      0,
      summaryPeriod(dayOf(period.start.month, period.start.day), dayOf(period.end.month, period.end.day)),
    );
  // A date of its own, local time, so that the text can take its month and day.
  const local = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate(), now.getHours(), now.getMinutes());
  cells.put(...AS_OF, serialOf(local, dates));
}

function putHeadings(cells: SheetCells, rows: SummaryRows): void {
  const { county, tiers, indicators, ranking, trend, bulletin } = SUMMARY_HEADINGS;
  const all = [
    [rows.county, county],
    [rows.tiers, tiers],
    [rows.indicators, indicators],
    [rows.ranking, ranking],
    ...(rows.trend === null ? [] : [[rows.trend, trend] as const]),
    [rows.bulletin, bulletin],
  ] as const;
  all.forEach(([row, heading], index) => cells.put(row, 0, numbered(index, heading)));
}
