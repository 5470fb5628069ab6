import type { CellGrid } from "../../src/core/cells/grid";
import type { WorkbookData } from "../../src/host/workbook/data";

/** The first sheet of a workbook as the add-in reads it. */
export function gridOf(data: WorkbookData): CellGrid {
  const sheet = data.sheets[0]!;
  const rows = Object.keys(sheet.cells).reduce((last, row) => Math.max(last, Number(row)), 0) + 1;
  const columns =
    Object.values(sheet.cells).reduce((last, row) => Math.max(last, ...Object.keys(row).map(Number)), 0) + 1;
  const at = (row: number, column: number) => sheet.cells[row]?.[column];
  const table = <T>(cell: (row: number, column: number) => T) =>
    Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => cell(row, column)));
  const values = table((row, column) => at(row, column)?.value ?? "");
  return {
    sheet: sheet.name,
    firstRow: 0,
    firstColumn: 0,
    values,
    formulas: values,
    numberFormats: table((row, column) => at(row, column)?.style?.numberFormat ?? "General"),
  };
}
