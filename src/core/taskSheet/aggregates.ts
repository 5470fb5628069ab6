import { columnLetters, rowSpans } from "../cells/address";
import { BLANK } from "../cells/classify";
import type { AggregateRow, TaskTable } from "../table/taskTable";
import type { TableColumn } from "../table/headers";
import type { ComputedColumn, OwnColumn } from "./columns";
import { isInput } from "./columns";
import type { OwnPlaces } from "./layout";

/** For each rate, what is counted over what; summed over the departments that report. */
const RATE_OF: Partial<Record<ComputedColumn, { done: TableColumn; due: TableColumn }>> = {
  directoryRate: { done: "directoryDone", due: "claimed" },
  implementationRate: { done: "implementationDone", due: "claimed" },
  coverageRate: { done: "covered", due: "claimed" },
  officersRate: { done: "onboarded", due: "officers" },
};

/** The formula of one of our columns in a row headed 合计: a sum, or the rate over all that report; "" where neither makes sense. */
export function aggregateFormula(table: TaskTable, own: OwnPlaces, aggregate: AggregateRow, column: OwnColumn): string {
  if (column === "rank" || column === "remark" || aggregate.of.length === 0) return "";
  const spans = rowSpans(aggregate.of);
  const at = (place: number) =>
    spans.map(([first, last]) => `${columnLetters(place)}${first + 1}:${columnLetters(place)}${last + 1}`);
  const ratio = isInput(column) ? undefined : RATE_OF[column];
  if (isInput(column) || column === "deduction") return `=SUM(${at(own[column]!).join(",")})`;
  // Rows that cannot be judged have no total and are left out of every sum.
  const totals = at(own.deduction!);
  if (!ratio)
    return `=${at(own[column]!)
      .map((span, index) => `SUMIF(${totals[index]},">=0",${span})`)
      .join("+")}`;
  const { done, due } =
    table.columns[ratio.due] === undefined
      ? { done: undefined, due: undefined }
      : { done: table.columns[ratio.done], due: table.columns[ratio.due] };
  // Items due differ from items claimed where staff say so: no one ratio fits, and digits typed as text would be left out.
  if (
    done === undefined ||
    due === undefined ||
    (column === "directoryRate" && table.columns.directoryDue !== undefined) ||
    hasTextNumbers(table, ratio.done, ratio.due)
  )
    return "";
  const rates = at(own[column]!);
  const sum = (place: number) =>
    at(place)
      .map((span, index) => `SUMIFS(${span},${rates[index]},">=0",${totals[index]},">=0")`)
      .join("+");
  return `=IFERROR(ROUND((${sum(done)})/(${sum(due)}),4),"")`;
}

function hasTextNumbers(table: TaskTable, ...columns: TableColumn[]): boolean {
  return table.departments.some(({ cells }) =>
    columns.some((column) => {
      const cell = cells[column] ?? BLANK;
      return (cell.kind === "number" || cell.kind === "percent") && cell.written === "text";
    }),
  );
}

/** Whether a cell of an input column holds a sum as we write it; anything else there is the work of staff. */
export function isOwnSum(cell: unknown, column: number): boolean {
  const letters = columnLetters(column);
  return new RegExp(`^=SUM\\(${letters}\\d+:${letters}\\d+(,${letters}\\d+:${letters}\\d+)*\\)$`).test(String(cell));
}
