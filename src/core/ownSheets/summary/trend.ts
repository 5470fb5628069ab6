import type { DepartmentAssessment, Totals } from "../../assess/assessment";
import type { Trend, TrendDay } from "../../history/trend";
import { TREND_CHANGE, TREND_HEADERS, TREND_NOW, trendDay } from "../../wording/summary";
import { countyPlace } from "./blocks";
import type { Calculated, SheetCells } from "../sheetCells";
import { TREND_SPANS } from "./layout";
import type { SummaryRows } from "./layout";

const HUNDREDTHS = 100;
/** The figures compared, in the order of their columns. */
const COMPARED = ["done", "gap", "officersGap", "deduction"] as const;
export type Compared = (typeof COMPARED)[number];

/** A day of 推进记录 that the figures of now are held against. */
export interface Comparison extends Readonly<Record<Compared, number>> {
  readonly month: number;
  readonly day: number;
}

/**
 * The days before `today` (ISO) to compare with, latest first: the last recorded, and those of the trend. Only days of this year on
 * which as many departments had reported, and none where an officers' target is below 100 %: 推进记录 counts all who are not
 * onboarded, and figures that are not alike would tell of a change that was none.
 */
export function comparisons(
  trend: Trend | null,
  today: string,
  departments: readonly DepartmentAssessment[],
): Comparison[] {
  if (!trend || departments.some(({ officers }) => officers.required !== officers.due)) return [];
  const reporting = departments.filter(({ deduction }) => deduction !== null).length;
  const alike = (day: TrendDay) => day.departments === reporting && day.day.slice(0, 4) === today.slice(0, 4);
  const days = [trend.days.at(-1) ?? null, trend.yesterday, trend.lastWeek, trend.start].filter(
    (day): day is TrendDay => day !== null && day.day < today && alike(day),
  );
  const distinct = [...new Map(days.map((day) => [day.day, day])).values()].sort((a, b) => (a.day < b.day ? 1 : -1));
  return distinct.map(({ day, covered, coverageGap, officersGap, deduction }) => ({
    month: Number(day.slice(5, 7)),
    day: Number(day.slice(8, 10)),
    done: covered,
    gap: coverageGap,
    officersGap,
    deduction: deduction / HUNDREDTHS,
  }));
}

/** The cell that says how a figure has changed since a comparison; `index` from 0. */
export function changePlace({ trend }: SummaryRows, index: number, figure: Compared): [number, number] {
  return [trend! + 4 + index * 2, TREND_SPANS[COMPARED.indexOf(figure) + 1]![0]];
}

/** 与以往记录相比: the figures of now, and for each day those of then and the difference. */
export function putTrend(cells: SheetCells, rows: SummaryRows, days: readonly Comparison[], totals: Totals): void {
  if (rows.trend === null) return;
  const header = rows.trend + 1;
  (Object.keys(TREND_HEADERS) as (keyof typeof TREND_HEADERS)[]).forEach((key, index) =>
    cells.put(header, TREND_SPANS[index]![0], TREND_HEADERS[key]),
  );
  cells.put(header + 1, 0, TREND_NOW);
  const now: Readonly<Record<Compared, number>> = {
    done: totals.coverage.done,
    gap: totals.coverage.gap,
    officersGap: totals.officersGap,
    deduction: totals.deduction / HUNDREDTHS,
  };
  for (const figure of COMPARED)
    cells.put(header + 1, columnOf(figure), {
      expression: cells.at(...countyPlace(rows, figure)).expression,
      value: now[figure],
    });
  days.forEach((then, index) => {
    const row = header + 2 + index * 2;
    cells.put(row, 0, trendDay(then.month, then.day));
    cells.put(row + 1, 0, TREND_CHANGE);
    for (const figure of COMPARED) {
      cells.put(row, columnOf(figure), then[figure]);
      const difference = `${cells.at(header + 1, columnOf(figure)).expression}-${cells.at(row, columnOf(figure)).expression}`;
      const change: Calculated = {
        expression: figure === "deduction" ? `ROUND(${difference},2)` : difference,
        value: Math.round((now[figure] - then[figure]) * HUNDREDTHS) / HUNDREDTHS,
      };
      cells.put(row + 1, columnOf(figure), change);
    }
  });
}

function columnOf(figure: Compared): number {
  return TREND_SPANS[COMPARED.indexOf(figure) + 1]![0];
}
