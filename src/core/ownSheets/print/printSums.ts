import type { Assessment } from "../../assess/assessment";
import type { RawValue } from "../../cells/grid";
import type { Indicator } from "../../indicators/indicators";
import { isInput } from "../../taskSheet/columns";
import type { OwnColumn } from "../../taskSheet/columns";
import type { SheetCells } from "../sheetCells";
import type { PrintedColumn } from "./printColumns";

/** What 合计 shows in a column, worked out from what its rows show: rows without a total count for what is typed alone. */
export function printedSum(
  cells: SheetCells,
  columns: readonly PrintedColumn[],
  rows: readonly number[],
  column: PrintedColumn,
): RawValue {
  const value = (row: number, one: PrintedColumn) => cells.value(row, columns.indexOf(one));
  const isTyped = column === "claimed" || column === "deduction" || isInput(column as OwnColumn);
  const error = rows.map((row) => value(row, column)).find((one) => /^#[A-Z]/.test(String(one)));
  // An error value in a row is what the sum shows.
  if (isTyped && error !== undefined) return error;
  return rows
    .filter((row) => isTyped || typeof value(row, "deduction") === "number")
    .reduce((sum, row) => sum + (typeof value(row, column) === "number" ? Number(value(row, column)) : 0), 0);
}

/** The rate over all departments that report the indicator and can be judged; "" where nobody does. */
export function rateOfAll({ departments }: Assessment, indicator: Indicator): RawValue {
  const reported = departments.filter((department) => !department.bad && department[indicator].state === "reported");
  const sum = (figure: "done" | "due") =>
    reported.reduce((total, department) => total + (department[indicator][figure] ?? 0), 0);
  return sum("due") === 0 ? "" : sum("done") / sum("due");
}
