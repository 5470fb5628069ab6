import { INDICATORS } from "../assess/assessment";
import type { DepartmentAssessment, Indicator } from "../assess/assessment";
import { columnLetters } from "../cells/address";
import type { TaskTable } from "../table/taskTable";
import { INVALID, REMARK } from "../wording/sheet";
import { isBlank } from "./formulas";
import type { OwnPlaces } from "./layout";
import type { Mark, Step } from "../plan/sheetPlan";

/** How a highlighted cell looks. Colours are "#RRGGBB". Office.js gives conditional fills no pattern: a dashed edge stands for hatching. */
export interface MarkStyle {
  readonly fill: string;
  readonly color?: string;
  readonly bold?: true;
  readonly dashedEdge?: string;
}

export const MARKS = {
  coverage: { fill: "#FFC7CE", color: "#9C0006", bold: true },
  officers: { fill: "#FCE4D6", color: "#833C0B", bold: true },
  both: { fill: "#A6192E", color: "#FFFFFF", bold: true },
  lists: { fill: "#FFF2CC" },
  missing: { fill: "#E7E6E6", dashedEdge: "#7F7F7F" },
} as const satisfies Record<Mark, MarkStyle>;

/** Ours are told from the department's own conditional formats by this piece of their formula, which is always true. */
const MARKER = /N\("jgzb:(\w+)"\)=0/;

/** The mark that a conditional format's formula bears, or null where it isn't ours. */
export function markOf(formula: string): Mark | null {
  const mark = MARKER.exec(formula)?.[1];
  return mark !== undefined && mark in MARKS ? (mark as Mark) : null;
}

function marked(mark: Mark, condition: string): string {
  return `=AND(N("jgzb:${mark}")=0,${condition})`;
}

/**
 * The highlights over the table's body. Each formula holds for the first row of its area and is relative from there.
 * Rows without 情况说明 (blank ones, 合计) are no departments and stay unmarked, and so do rows that cannot be judged (数据有误).
 */
export function highlightSteps(table: TaskTable, own: OwnPlaces): Step[] {
  const { first, last } = table.body;
  const cell = (column: number | undefined) => (column === undefined ? '""' : `$${columnLetters(column)}${first + 1}`);
  const short = `N(${cell(own.coverageGap)})>0`;
  const absent = `N(${cell(own.officersGap)})>0`;
  const steps: Step[] = [];
  const highlight = (column: number | undefined, mark: Mark, condition: string) => {
    if (column === undefined) return;
    steps.push({
      do: "highlight",
      area: { firstRow: first, firstColumn: column, lastRow: last, lastColumn: column },
      mark,
      formula: marked(mark, `NOT(${isBlank(cell(own.remark))}),${cell(own.deduction)}<>"${INVALID}",${condition}`),
    });
  };
  highlight(table.columns.department, "coverage", `${short},NOT(${absent})`);
  highlight(table.columns.department, "officers", `${absent},NOT(${short})`);
  highlight(table.columns.department, "both", `${short},${absent}`);
  highlight(own.coverageRate, "coverage", short);
  highlight(own.coverageGap, "coverage", short);
  for (const column of [table.columns.onboarded, own.officersRate, own.officersGap])
    highlight(column, "officers", absent);
  // By what 情况说明 says, not by the deduction: a cap or points of 0 leave the list incomplete all the same.
  const says = (words: string) => `ISNUMBER(SEARCH("${words}",${cell(own.remark)}))`;
  highlight(own.directoryRate, "lists", says(REMARK.directoryGap[0]));
  highlight(own.implementationRate, "lists", says(REMARK.implementationGap[0]));

  // An indicator that waits for a number shows no rate.
  const waiting = (actual: number | undefined, rate: number | undefined) =>
    highlight(actual, "missing", `${isBlank(cell(actual))},${isBlank(cell(rate))}`);
  waiting(table.columns.directoryDone, own.directoryRate);
  waiting(table.columns.implementationDone, own.implementationRate);
  waiting(table.columns.covered, own.coverageRate);
  // The short print has no rate of officers; the count that is missing is blank with it.
  const officersFigure = own.officersRate ?? own.officersGap;
  waiting(table.columns.officers, officersFigure);
  waiting(table.columns.onboarded, officersFigure);
  return steps;
}

/** The marks that these departments bear, in the legend's order, where these indicators are shown. */
export function marksOf(
  departments: readonly DepartmentAssessment[],
  indicators: readonly Indicator[] = INDICATORS,
): Mark[] {
  const judged = departments.filter(({ bad }) => !bad);
  const shown = (indicator: Indicator) => indicators.includes(indicator);
  const behind = (department: DepartmentAssessment, indicator: Indicator) =>
    shown(indicator) && (department[indicator].gap ?? 0) > 0;
  const bears: Readonly<Record<Mark, (department: DepartmentAssessment) => boolean>> = {
    coverage: (one) => behind(one, "coverage"),
    officers: (one) => behind(one, "officers"),
    both: (one) => behind(one, "coverage") && behind(one, "officers"),
    lists: (one) => behind(one, "directory") || behind(one, "implementation"),
    missing: (one) => indicators.some((indicator) => one[indicator].state === "notReported"),
  };
  return (Object.keys(bears) as Mark[]).filter((mark) => judged.some(bears[mark]));
}
