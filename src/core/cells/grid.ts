/** A cell's raw value as a spreadsheet hands it over: "" is blank; error values are strings such as "#N/A". */
export type RawValue = string | number | boolean;

/**
 * The used part of one sheet, read at once. All three arrays have the same shape, [row][column], and are never written to.
 * `firstRow` and `firstColumn` are the zero-based sheet position of element [0][0].
 */
export interface CellGrid {
  readonly sheet: string;
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly values: readonly (readonly RawValue[])[];
  /** The formula beginning with "=", or the raw value where there is none. */
  readonly formulas: readonly (readonly RawValue[])[];
  readonly numberFormats: readonly (readonly string[])[];
}

/** The formula or value of a cell at a zero-based sheet position; "" outside the grid. */
export function cellOf(grid: CellGrid, row: number, column: number): RawValue {
  return grid.formulas[row - grid.firstRow]?.[column - grid.firstColumn] ?? "";
}

/** The grid of a sheet that holds nothing. */
export function blankGrid(sheet: string): CellGrid {
  return { sheet, firstRow: 0, firstColumn: 0, values: [], formulas: [], numberFormats: [] };
}
