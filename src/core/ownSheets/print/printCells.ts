import { cellAddress, quotedSheet } from "../../cells/address";
import type { Cell } from "../../cells/classify";
import type { CellGrid, RawValue } from "../../cells/grid";
import { asText } from "../../plan/content";
import { isBlank, numberFromText } from "../../taskSheet/formulas";
import type { PrintedColumn } from "./printColumns";

/** The value that a sheet showed when it was read; "" outside what was read. */
export function shownAt({ values, firstRow, firstColumn }: CellGrid, row: number, column: number): RawValue {
  return values[row - firstRow]?.[column - firstColumn] ?? "";
}

/** A cell of 打印版: tied to the cell of the task table at a zero-based place, or its value. Counts typed as text and 35 for 35 % become what they stand for. */
export function printedCell(
  grid: CellGrid,
  row: number,
  column: number,
  cell: Cell | undefined,
  is: PrintedColumn,
  writeAs: "formulas" | "values",
): RawValue {
  const place = `${quotedSheet(grid.sheet)}!${cellAddress(row, column)}`;
  const shown = shownAt(grid, row, column);
  const target = is.endsWith("Target");
  if (writeAs === "values") {
    if (cell?.kind === "number") return target && cell.value > 1 ? cell.value / 100 : cell.value;
    return typeof shown === "string" ? asText(shown.replace(/[\r\n]/g, "")) : shown;
  }
  return `=IF(${isBlank(place)},"",${meaning(place, shown, cell, target)})`;
}

function meaning(place: string, shown: RawValue, cell: Cell | undefined, target: boolean): string {
  if (cell?.kind === "number" && target && cell.value > 1) {
    const number = cell.written === "text" ? numberFromText(place) : place;
    return `${number}/IF(${number}>1,100,1)`;
  }
  if (cell?.kind === "number" && cell.written === "text") return `IFERROR(${numberFromText(place)},${place})`;
  return typeof shown === "string" && /[\r\n]/.test(shown)
    ? `SUBSTITUTE(SUBSTITUTE(${place},CHAR(13),""),CHAR(10),"")`
    : place;
}
