import type { Area } from "../workbook/data";
import type { RawValue } from "../workbook/live/cell";
import { displayText } from "../workbook/live/display";
import type { LiveSheet } from "../workbook/live/sheet";

interface Criteria {
  readonly completeMatch?: boolean;
  readonly matchCase?: boolean;
}

/** The first cell of the area, row by row, that shows this text; wildcards are not known. Excel searches the whole sheet from a single cell on. */
export function findText(
  sheet: LiveSheet,
  within: Area,
  text: string,
  { completeMatch = false, matchCase = false }: Criteria = {},
): Area | null {
  const single = within.firstRow === within.lastRow && within.firstColumn === within.lastColumn;
  const area = single ? sheet.used(true) : sheet.used(true, within);
  if (!area) return null;
  const plain = (shown: string) => (matchCase ? shown : shown.toLowerCase());
  const fits = (value: RawValue, row: number, column: number) => {
    const shown = plain(displayText(value, sheet.numberFormat(row, column)));
    return completeMatch ? shown === plain(text) : shown.includes(plain(text));
  };
  for (let row = area.firstRow; row <= area.lastRow; row++) {
    for (let column = area.firstColumn; column <= area.lastColumn; column++) {
      if (fits(sheet.value(row, column), row, column))
        return { firstRow: row, firstColumn: column, lastRow: row, lastColumn: column };
    }
  }
  return null;
}
