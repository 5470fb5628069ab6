import type { CellStyle, SheetData } from "../../host/workbook/data";
import { displayText } from "../../host/workbook/live/display";
import { fontFamily, PADDING } from "./fonts";
import type { Lengths } from "./pages";

const PIXELS_PER_POINT = 96 / 72;

/**
 * Rows and columns as they are set; a row without a height of its own is as high as its wrapped texts need, which the browser measures.
 */
export function measuredLengths(sheet: SheetData, document: Document): Lengths {
  const column = (index: number): number =>
    sheet.columns[index]?.hidden ? 0 : (sheet.columns[index]?.width ?? sheet.defaultColumnWidth);
  const needed = neededHeights(sheet, column, document);
  const row = (index: number): number => {
    const { hidden, height } = sheet.rows[index] ?? {};
    return hidden ? 0 : (height ?? Math.max(sheet.defaultRowHeight, needed.get(index) ?? 0));
  };
  return { row, column };
}

/** Points, by row. Merged cells don't count, as in Excel. */
function neededHeights(sheet: SheetData, width: (column: number) => number, document: Document): Map<number, number> {
  const merged = new Set(
    sheet.merges.flatMap(({ firstRow, lastRow, firstColumn, lastColumn }) =>
      span(firstRow, lastRow).flatMap((row) => span(firstColumn, lastColumn).map((column) => `${row},${column}`)),
    ),
  );
  const bench = document.createElement("div");
  bench.style.cssText = "position:absolute;visibility:hidden;left:0;top:0";
  const measured: { row: number; element: HTMLElement }[] = [];
  for (const [row, cells] of Object.entries(sheet.cells)) {
    if (sheet.rows[Number(row)]?.height !== undefined) continue;
    for (const [column, { value = "", style = {} }] of Object.entries(cells)) {
      if (value === "" || merged.has(`${row},${column}`)) continue;
      const element = document.createElement("div");
      element.textContent = displayText(value, style.numberFormat ?? "General");
      Object.assign(element.style, textStyle(style), { width: `${width(Number(column)) - 2 * PADDING}pt` });
      measured.push({ row: Number(row), element: bench.appendChild(element) });
    }
  }
  document.body.append(bench);
  const heights = new Map<number, number>();
  for (const { row, element } of measured)
    heights.set(row, Math.max(heights.get(row) ?? 0, element.offsetHeight / PIXELS_PER_POINT));
  bench.remove();
  return heights;
}

/** How text of a cell is set, as CSS; sizes are points before scaling. */
export function textStyle(style: CellStyle) {
  return {
    fontFamily: fontFamily(style.fontName),
    fontSize: `${style.fontSize ?? 11}pt`,
    fontWeight: style.bold ? "bold" : "normal",
    fontStyle: style.italic ? "italic" : "normal",
    textDecoration: style.underline ? "underline" : "none",
    whiteSpace: style.wrap ? "pre-wrap" : "pre",
    overflowWrap: "anywhere" as const,
    lineHeight: "1.25",
    color: style.color ?? "#000000",
  };
}

const span = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
