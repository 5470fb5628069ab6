import type { Area } from "../core/cells/address";

/** The cells of a zero-based area. */
export function rangeOf(sheet: Excel.Worksheet, { firstRow, firstColumn, lastRow, lastColumn }: Area): Excel.Range {
  return sheet.getRangeByIndexes(firstRow, firstColumn, lastRow - firstRow + 1, lastColumn - firstColumn + 1);
}
