import { BASES, INDICATORS, descriptorOf } from "../indicators/indicators";
import type { DepartmentAssessment } from "../assess/assessment";
import type { Indicator } from "../indicators/indicators";
import { columnLetters } from "../cells/address";
import type { ColumnPlaces, TaskTable } from "../table/taskTable";
import { INVALID } from "../wording/sheet";
import { isBasis } from "./columns";
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

/** What a sheet shows of an indicator, which tells that its target is missed. */
export interface Shortfall {
  /** An expression that is above 0, or true, where it is missed; relative to the first row of the body. */
  (indicator: Indicator): string | null;
}

/** Where a sheet's columns and the rows of departments stand. */
interface Highlighted {
  readonly columns: ColumnPlaces;
  readonly body: TaskTable["body"];
}

/**
 * The highlights over the table's body. Each formula holds for the first row of its area and is relative from there.
 * Rows without 情况说明 (blank ones, 合计) are no departments and stay unmarked, and so do rows that cannot be judged (数据有误).
 * `isShort` tells by which cells an indicator is missed; null where the sheet shows none.
 */
export function highlightSteps(table: Highlighted, own: OwnPlaces, isShort: Shortfall = byGap(table, own)): Step[] {
  const { first, last } = table.body;
  const cell = (column: number | undefined) => cellOf(table, column);
  const steps: Step[] = [];
  const highlight = (column: number | undefined, mark: Mark, condition: string | null) => {
    if (column === undefined || condition === null) return;
    const judged = `NOT(${isBlank(cell(own.remark))}),${cell(own.deduction)}<>"${INVALID}"`;
    steps.push({
      do: "highlight",
      area: { firstRow: first, firstColumn: column, lastRow: last, lastColumn: column },
      mark,
      formula: marked(mark, `${judged},${condition}`),
    });
  };
  const [short, absent] = [isShort("coverage") ?? "FALSE", isShort("officers") ?? "FALSE"];
  highlight(table.columns.department, "coverage", `${short},NOT(${absent})`);
  highlight(table.columns.department, "officers", `${absent},NOT(${short})`);
  highlight(table.columns.department, "both", `${short},${absent}`);
  for (const mark of ["coverage", "officers", "lists"] as const) {
    for (const indicator of INDICATORS.filter((one) => descriptorOf(one).mark === mark)) {
      const places = [own[`${indicator}Rate`], isBasis(`${indicator}Gap`) ? undefined : own[`${indicator}Gap`]];
      if (mark === "officers") places.unshift(table.columns[descriptorOf(indicator).done]);
      for (const place of places) highlight(place, mark, isShort(indicator));
    }
  }
  // An indicator that waits for a number shows no rate. The short print has none of officers; the count that is missing is blank with it.
  for (const indicator of INDICATORS) {
    const { base, done } = descriptorOf(indicator);
    const figure = own[`${indicator}Rate`] ?? own[`${indicator}Gap`];
    const actuals =
      base === "officers" ? [table.columns[BASES[base].column], table.columns[done]] : [table.columns[done]];
    for (const actual of actuals) highlight(actual, "missing", `${isBlank(cell(actual))},${isBlank(cell(figure))}`);
  }
  return steps;
}

/**
 * On the task sheet a missed target is told by its gap, not by the deduction: a cap or points of 0 leave it missed all the same. Version 1.0.0
 * had no gaps of the lists and went by the words of 情况说明: so its marks come back when the new columns are undone.
 */
function byGap(table: Highlighted, own: OwnPlaces): Shortfall {
  return (indicator) => {
    const gap = own[`${indicator}Gap`];
    if (gap !== undefined) return `N(${cellOf(table, gap)})>0`;
    const words = descriptorOf(indicator).words.gap[0];
    return descriptorOf(indicator).mark === "lists"
      ? `ISNUMBER(SEARCH("${words}",${cellOf(table, own.remark)}))`
      : null;
  };
}

/** A cell of the body's first row, its column fixed. */
function cellOf({ body }: Highlighted, column: number | undefined): string {
  return column === undefined ? '""' : `$${columnLetters(column)}${body.first + 1}`;
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
    lists: (one) => INDICATORS.some((indicator) => descriptorOf(indicator).mark === "lists" && behind(one, indicator)),
    missing: (one) => indicators.some((indicator) => one[indicator].state === "notReported"),
  };
  return (Object.keys(bears) as Mark[]).filter((mark) => judged.some(bears[mark]));
}
