import { MAX_COLUMNS, MAX_ROWS } from "../address";
import type { Area } from "../data";
import { rawValue } from "./cell";
import { displayText } from "./display";
import type { LiveSheet } from "./sheet";
import { DEFAULT_FONT } from "./style";

/** Points at both sides of a cell's text, together. */
const PADDING = 3.75;
/** Heights and widths come in pixels. */
const PIXEL = 0.75;
const HIGHEST_ROW = 409.5;
const WIDEST_COLUMN = 1533.75;
const LEADING = 1.2;
/** Characters as wide as their font is high: Chinese ones, full-width forms, and the punctuation that Chinese fonts draw as wide. */
const FULL_WIDTH =
  /[\u2E80-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF01-\uFF60\uFFE0-\uFFE6\u2014\u2018-\u201D\u2026\u00B7\u2460-\u24FF]|[\u{20000}-\u{3FFFF}]/gu;

const toPixel = (points: number): number => Math.ceil(points / PIXEL - 1e-9) * PIXEL;

function textWidth(text: string, fontSize: number): number {
  const wide = text.match(FULL_WIDTH)?.length ?? 0;
  return (wide + ([...text].length - wide) / 2) * fontSize;
}

/**
 * Heights that the rows need for what stands in them. An estimate: there is no font to measure with, so that a character is as wide as
 * its font is high or half of it, a line 1.2 times as high, and lines break anywhere. Merged cells do not count, as in Excel; a
 * row is no lower than the sheet's default.
 */
export function fittedHeights(sheet: LiveSheet, first: number, last: number): Map<number, number> {
  const heights = new Map<number, number>();
  eachText(
    sheet,
    { firstRow: first, lastRow: last, firstColumn: 0, lastColumn: MAX_COLUMNS - 1 },
    ({ row, column, text, fontSize, wraps }) => {
      const room = Math.max(fontSize, sheet.columnWidth(column) - PADDING);
      const lines = wraps
        ? text
            .split("\n")
            .reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line, fontSize) / room - 1e-9)), 0)
        : 1;
      heights.set(
        row,
        Math.max(heights.get(row) ?? 0, Math.min(HIGHEST_ROW, toPixel(lines * toPixel(fontSize * LEADING)))),
      );
    },
  );
  return heights;
}

/** Widths that the columns need for what stands in them, estimated likewise; columns in which nothing stands on one line are left out. */
export function fittedWidths(sheet: LiveSheet, first: number, last: number): Map<number, number> {
  const widths = new Map<number, number>();
  eachText(
    sheet,
    { firstRow: 0, lastRow: MAX_ROWS - 1, firstColumn: first, lastColumn: last },
    ({ column, text, fontSize, wraps }) => {
      if (!wraps)
        widths.set(
          column,
          Math.max(widths.get(column) ?? 0, Math.min(WIDEST_COLUMN, toPixel(textWidth(text, fontSize) + PADDING))),
        );
    },
  );
  return widths;
}

interface Shown {
  row: number;
  column: number;
  text: string;
  fontSize: number;
  /** Only text is broken into lines, never a number. */
  wraps: boolean;
}

function eachText(
  sheet: LiveSheet,
  { firstRow, lastRow, firstColumn, lastColumn }: Area,
  visit: (shown: Shown) => void,
): void {
  // Of merged cells only the first one holds anything.
  const merged = new Set(sheet.merges.map((merge) => `${merge.firstRow},${merge.firstColumn}`));
  sheet.forEachCell((row, column, cell) => {
    if (row < firstRow || row > lastRow || column < firstColumn || column > lastColumn) return;
    const value = rawValue(cell);
    if (value === "" || (merged.size > 0 && merged.has(`${row},${column}`))) return;
    const style = sheet.style(row, column);
    visit({
      row,
      column,
      text: displayText(value, style.numberFormat ?? "General"),
      fontSize: style.fontSize ?? DEFAULT_FONT.size,
      wraps: style.wrap === true && typeof value === "string",
    });
  });
}
