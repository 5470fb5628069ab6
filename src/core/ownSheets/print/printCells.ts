import { cellAddress, quotedSheet } from "../../cells/address";
import type { Cell } from "../../cells/classify";
import type { CellGrid, RawValue } from "../../cells/grid";
import type { TableColumn } from "../../table/headers";
import { isBlank } from "../../taskSheet/formulas";
import type { OwnPlaces } from "../../taskSheet/layout";
import type { Calculated } from "../sheetCells";
import type { PrintedColumn } from "./printColumns";

/** The value that a sheet showed when it was read; "" outside what was read. */
export function shownAt({ values, firstRow, firstColumn }: CellGrid, row: number, column: number): RawValue {
  return values[row - firstRow]?.[column - firstColumn] ?? "";
}

/** The task sheet that 打印版 shows, and how. */
export interface Shown {
  readonly grid: CellGrid;
  readonly own: OwnPlaces;
  readonly writeAs: "formulas" | "values";
}

/**
 * A cell of 打印版: tied to the cell of the task table at a zero-based place, or its value. Counts typed as text and 35 for 35 % become what
 * they stand for.
 */
export function printedCell(
  { grid, own, writeAs }: Shown,
  { row, column }: { readonly row: number; readonly column: number },
  cell: Cell | undefined,
  is: PrintedColumn,
): RawValue | Calculated {
  const shown = shownAt(grid, row, column);
  const plain = typeof shown === "string" ? shown.replace(/[\r\n]/g, "") : shown;
  const number = numberOf(cell, is.endsWith("Target"));
  const reading = number === null ? undefined : own[`${is as TableColumn}Read`];
  if (writeAs === "values" || (number !== null && reading === undefined)) return number ?? plain;
  const place = `${quotedSheet(grid.sheet)}!${cellAddress(row, reading ?? column)}`;
  const printed =
    number === null && plain !== shown ? `SUBSTITUTE(SUBSTITUTE(${place},CHAR(13),""),CHAR(10),"")` : place;
  return { expression: `IF(${isBlank(place)},"",${printed})`, value: number ?? plain };
}

/** What a cell stands for that does not hold that number itself; null where the cell is printed as it is. */
function numberOf(cell: Cell | undefined, target: boolean): number | null {
  if (cell?.kind !== "number" && cell?.kind !== "percent") return null;
  if (target && cell.kind === "number" && cell.value > 1) return cell.value / 100;
  return cell.written === "text" ? cell.value : null;
}
