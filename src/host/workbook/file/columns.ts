import type { SheetData } from "../data";
import { charactersOfPoints, pointsOfCharacters, pointsOfDefaultColumn } from "./lengths";
import { child, element, elements, flagOf, numberOf, replaceChildren, setAttribute, type XmlElement } from "./xml";
import { WORKSHEET_ORDER } from "./worksheet-order";

/** Columns beyond this one are not read one by one: files like to set all 16,384 at once. */
const READ_COLUMNS = 256;
const STANDARD_CHARACTERS = 8;
const STANDARD_ROW_HEIGHT = 15;

type Columns = SheetData["columns"];
type Defaults = Pick<SheetData, "defaultColumnWidth" | "defaultRowHeight">;

/** `digit`: pixels of a digit of the workbook's default font, here and below. */
export function readDefaults(worksheet: XmlElement, digit: number): Defaults {
  const format = child(worksheet, "sheetFormatPr");
  const characters = numberOf(format, "defaultColWidth");
  return {
    defaultColumnWidth:
      characters === undefined
        ? pointsOfDefaultColumn(numberOf(format, "baseColWidth") ?? STANDARD_CHARACTERS, digit)
        : pointsOfCharacters(characters, digit),
    defaultRowHeight: numberOf(format, "defaultRowHeight") ?? STANDARD_ROW_HEIGHT,
  };
}

export function writeDefaults(worksheet: XmlElement, was: Defaults, now: Defaults, digit: number): void {
  const format =
    child(worksheet, "sheetFormatPr") ?? element("sheetFormatPr", { defaultRowHeight: STANDARD_ROW_HEIGHT });
  if (now.defaultColumnWidth !== was.defaultColumnWidth)
    setAttribute(format, "defaultColWidth", charactersOfPoints(now.defaultColumnWidth, digit));
  if (now.defaultRowHeight !== was.defaultRowHeight) {
    setAttribute(format, "defaultRowHeight", now.defaultRowHeight);
    setAttribute(format, "customHeight", 1);
  }
  replaceChildren(worksheet, "sheetFormatPr", [format], WORKSHEET_ORDER);
}

export function readColumns(worksheet: XmlElement, digit: number): Columns {
  const columns: Columns = {};
  for (const col of elements(child(worksheet, "cols"), "col")) {
    const characters = numberOf(col, "width");
    const hidden = flagOf(col, "hidden");
    const outline = numberOf(col, "outlineLevel") ?? 0;
    if (characters === undefined && !hidden && outline === 0) continue;
    const { first, last } = span(col);
    for (let column = first; column <= Math.min(last, READ_COLUMNS - 1); column++) {
      columns[column] = {
        ...(characters === undefined ? {} : { width: pointsOfCharacters(characters, digit) }),
        ...(hidden ? { hidden } : {}),
        ...(outline > 0 ? { outline } : {}),
      };
    }
  }
  return columns;
}

/** Writes the columns that differ; the others keep their entry, with the default format that it bears. */
export function writeColumns(worksheet: XmlElement, was: Columns, now: Columns, digit: number): void {
  let cols = elements(child(worksheet, "cols"), "col");
  for (const column of new Set([...Object.keys(was), ...Object.keys(now)].map(Number))) {
    const before = was[column] ?? {};
    const after = now[column] ?? {};
    const isSame = Boolean(before.hidden) === Boolean(after.hidden) && before.outline === after.outline;
    if (before.width === after.width && isSame) continue;
    cols = cols.flatMap((col) => split(col, column));
    let own = cols.find((col) => span(col).first === column);
    if (!own) {
      own = element("col", { min: column + 1, max: column + 1 });
      cols.push(own);
    }
    if (before.width !== after.width) {
      setAttribute(own, "width", after.width === undefined ? undefined : charactersOfPoints(after.width, digit));
      setAttribute(own, "customWidth", after.width === undefined ? undefined : 1);
      setAttribute(own, "bestFit", undefined);
    }
    setAttribute(own, "hidden", after.hidden ? 1 : undefined);
    setAttribute(own, "outlineLevel", after.outline);
  }
  writeOutline(worksheet, now);
  const kept = cols
    .filter((col) => Object.keys(col.attributes).length > 2)
    .sort((one, other) => span(one).first - span(other).first);
  replaceChildren(worksheet, "cols", kept.length > 0 ? [element("cols", {}, kept)] : [], WORKSHEET_ORDER);
}

/** How deep columns are grouped: programs leave room for it beside the headers. */
function writeOutline(worksheet: XmlElement, columns: Columns): void {
  const deepest = Object.values(columns).reduce((most, { outline = 0 }) => Math.max(most, outline), 0);
  const format = child(worksheet, "sheetFormatPr");
  if (deepest === (numberOf(format, "outlineLevelCol") ?? 0)) return;
  const written = format ?? element("sheetFormatPr", { defaultRowHeight: STANDARD_ROW_HEIGHT });
  setAttribute(written, "outlineLevelCol", deepest > 0 ? deepest : undefined);
  replaceChildren(worksheet, "sheetFormatPr", [written], WORKSHEET_ORDER);
}

/** Zero-based, both ends included. */
function span(col: XmlElement): { first: number; last: number } {
  const first = (numberOf(col, "min") ?? 1) - 1;
  return { first, last: Math.max(first, (numberOf(col, "max") ?? 1) - 1) };
}

/** An entry parted so that one column of it stands alone. */
function split(col: XmlElement, column: number): XmlElement[] {
  const { first, last } = span(col);
  if (column < first || column > last || first === last) return [col];
  const piece = (from: number, to: number) =>
    from > to ? [] : [element("col", { ...col.attributes, min: from + 1, max: to + 1 })];
  return [...piece(first, column - 1), ...piece(column, column), ...piece(column + 1, last)];
}
