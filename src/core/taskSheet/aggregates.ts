import { columnLetters, rowSpans } from "../cells/address";
import { INDICATORS, descriptorOf } from "../indicators/indicators";
import type { AggregateRow, TaskTable } from "../table/taskTable";
import { isBasis, isInput } from "./columns";
import type { OwnColumn } from "./columns";
import type { OwnPlaces } from "./layout";

/**
 * The formula of one of our columns in a row headed 合计: a sum, or the rate over all that report; "" where neither makes sense. Rows that
 * cannot be judged have no total and are left out of every sum.
 */
export function aggregateFormula(table: TaskTable, own: OwnPlaces, aggregate: AggregateRow, column: OwnColumn): string {
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
  const due: OwnColumn = own[`${rated}DueUsed`] === undefined ? `${descriptorOf(rated).base}Base` : `${rated}DueUsed`;
  const done = own[`${rated}DoneUsed`];
  if (own[due] === undefined || done === undefined) return "";
  const dones = at(done);
  const all = at(own[due]).map((span, index) => `SUMIFS(${span},${dones[index]},">=0",${totals[index]},">=0")`);
  const share = `${columnLetters(done)}${aggregate.row + 1}/${all.length > 1 ? `(${all.join("+")})` : all[0]}`;
  return `=IFERROR(${share},"")`;
}

/** Whether a cell of an input column holds a sum as we write it; anything else there is the work of staff. */
export function isOwnSum(cell: unknown, column: number): boolean {
  const letters = columnLetters(column);
  return new RegExp(`^=SUM\\(${letters}\\d+:${letters}\\d+(,${letters}\\d+:${letters}\\d+)*\\)$`).test(String(cell));
}
