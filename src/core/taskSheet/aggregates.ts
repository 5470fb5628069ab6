import { columnLetters, rowSpans } from "../cells/address";
import { INDICATORS, descriptorOf } from "../indicators/indicators";
import type { Indicator } from "../indicators/indicators";
import type { AggregateRow } from "../table/taskTable";
import { isBasis, isInput } from "./columns";
import type { OwnColumn } from "./columns";
import type { OwnPlaces } from "./layout";

/**
 * The formula of one of our columns in a row headed 合计: a sum, or the rate over all that report; "" where neither makes sense. Rows that
 * cannot be judged have no total and are left out of every sum.
 */
export function aggregateFormula(own: OwnPlaces, aggregate: AggregateRow, column: OwnColumn): string {
  if (column === "rank" || column === "remark" || aggregate.of.length === 0) return "";
  const at = (place: number) =>
    rowSpans(aggregate.of).map(
      ([first, last]) => `${columnLetters(place)}${first + 1}:${columnLetters(place)}${last + 1}`,
    );
  if (isInput(column) || column === "deduction") return `=SUM(${at(own[column]!).join(",")})`;
  const totals = at(own.deduction!);
  const sum = (of: OwnColumn) =>
    at(own[of]!)
      .map((span, index) => `SUMIF(${totals[index]},">=0",${span})`)
      .join("+");
  const rated = INDICATORS.find((indicator) => column === `${indicator}Rate`);
  if (!rated) {
    const isSummed = !isBasis(column) || INDICATORS.some((indicator) => column === `${indicator}DoneUsed`);
    return isSummed ? `=${sum(column)}` : "";
  }
  // The sum of what is done stands in this row, behind the results.
  const done = own[`${rated}DoneUsed`];
  const due = dueOverAll(own, aggregate.of, rated);
  return done === undefined || due === null ? "" : `=IFERROR(${columnLetters(done)}${aggregate.row + 1}/${due},"")`;
}

/** The rate over these rows (zero-based) of the task sheet, for a formula on another sheet: `prefix` is 附件2!. "" where a column is gone. */
export function rateOverAll(own: OwnPlaces, rows: readonly number[], indicator: Indicator, prefix: string): string {
  const [done, due] = [
    sumOfReported(own, rows, indicator, `${indicator}DoneUsed`, prefix),
    dueOverAll(own, rows, indicator, prefix),
  ];
  return done === null || due === null ? "" : `=IFERROR(${done}/${due},"")`;
}

function dueOverAll(own: OwnPlaces, rows: readonly number[], indicator: Indicator, prefix = ""): string | null {
  const base: OwnColumn = `${descriptorOf(indicator).base}Base`;
  const due: OwnColumn = `${indicator}DueUsed`;
  return sumOfReported(own, rows, indicator, own[due] === undefined ? base : due, prefix);
}

/** The sum of a column over the rows that report the indicator and can be judged. */
function sumOfReported(
  own: OwnPlaces,
  rows: readonly number[],
  indicator: Indicator,
  column: OwnColumn,
  prefix: string,
): string | null {
  const [summed, done, total] = [own[column], own[`${indicator}DoneUsed`], own.deduction];
  if (summed === undefined || done === undefined || total === undefined) return null;
  const sums = rowSpans(rows).map(([first, last]) => {
    const [sum, reported, judged] = [summed, done, total].map(
      (at) => `${prefix}${columnLetters(at)}${first + 1}:${columnLetters(at)}${last + 1}`,
    );
    return `SUMIFS(${sum},${reported},">=0",${judged},">=0")`;
  });
  return sums.length > 1 ? `(${sums.join("+")})` : sums[0]!;
}

/** Whether a cell of an input column holds a sum as we write it; anything else there is the work of staff. */
export function isOwnSum(cell: unknown, column: number): boolean {
  const letters = columnLetters(column);
  return new RegExp(`^=SUM\\(${letters}\\d+:${letters}\\d+(,${letters}\\d+:${letters}\\d+)*\\)$`).test(String(cell));
}
