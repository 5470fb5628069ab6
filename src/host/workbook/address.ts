import type { Area } from "./data";

/** Excel's own limits. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Letters of a zero-based column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}

/** Zero-based column of its letters. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** Whole columns take in every row of the sheet. */
export const isWholeColumns = (area: Area): boolean => area.firstRow === 0 && area.lastRow === MAX_ROWS - 1;
export const isWholeRows = (area: Area): boolean => area.firstColumn === 0 && area.lastColumn === MAX_COLUMNS - 1;

/** A1, A1:C3, A:C or 1:3, without a sheet. */
export function formatArea(area: Area): string {
  if (isWholeColumns(area))
    return isWholeRows(area) ? `1:${MAX_ROWS}` : `${columnLetters(area.firstColumn)}:${columnLetters(area.lastColumn)}`;
  if (isWholeRows(area)) return `${area.firstRow + 1}:${area.lastRow + 1}`;
  const first = `${columnLetters(area.firstColumn)}${area.firstRow + 1}`;
  const last = `${columnLetters(area.lastColumn)}${area.lastRow + 1}`;
  return first === last ? first : `${first}:${last}`;
}

/** The sheet's name as a formula writes it: quoted where it is not a plain word. */
export function quoteSheet(name: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^([A-Za-z]{1,3}[0-9]+|[Rr][0-9]*[Cc][0-9]*|[Rr]|[Cc])$/.test(name);
  return plain ? name : `'${name.replace(/'/g, "''")}'`;
}

export const unquoteSheet = (name: string): string =>
  name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name;

/** `=附件2!$A$1:$C$3`: a range as a defined name refers to it. */
export function absoluteReference(sheet: string, area: Area): string {
  const dollars = formatArea(area)
    .split(":")
    .map((end) =>
      end.replace(
        /^([A-Z]*)([0-9]*)$/,
        (_, letters: string, digits: string) => (letters && `$${letters}`) + (digits && `$${digits}`),
      ),
    );
  return `=${quoteSheet(sheet)}!${dollars.join(":")}`;
}

/** Parts of an address with its sheet; several areas are separated by commas. */
export interface Address {
  sheet?: string;
  areas: Area[];
}

const CELL = /^\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})$/;
const COLUMN = /^\$?([A-Za-z]{1,3})$/;
const ROW = /^\$?([1-9][0-9]{0,6})$/;

function parseEnd(text: string): { row?: number; column?: number } | undefined {
  const cell = CELL.exec(text);
  if (cell) return { column: columnIndex(cell[1]!), row: Number(cell[2]) - 1 };
  const column = COLUMN.exec(text);
  if (column) return { column: columnIndex(column[1]!) };
  const row = ROW.exec(text);
  return row ? { row: Number(row[1]) - 1 } : undefined;
}

/** One area such as A1, $A$1:C3, H:T or 3:5; undefined where the text is none or lies off the sheet. */
export function parseArea(text: string): Area | undefined {
  const ends = text.trim().split(":");
  const first = parseEnd(ends[0] ?? "");
  const last = ends.length === 1 ? first : parseEnd(ends[1] ?? "");
  if (!first || !last || ends.length > 2) return undefined;
  if (
    (first.row === undefined) !== (last.row === undefined) ||
    (first.column === undefined) !== (last.column === undefined)
  )
    return undefined;
  if (ends.length === 1 && (first.row === undefined || first.column === undefined)) return undefined;
  const rows = [first.row ?? 0, last.row ?? MAX_ROWS - 1];
  const columns = [first.column ?? 0, last.column ?? MAX_COLUMNS - 1];
  const area = {
    firstRow: Math.min(...rows),
    lastRow: Math.max(...rows),
    firstColumn: Math.min(...columns),
    lastColumn: Math.max(...columns),
  };
  return area.lastRow < MAX_ROWS && area.lastColumn < MAX_COLUMNS ? area : undefined;
}

/** An address with or without a sheet: A1, 附件2!A1:B3, '考核 表'!H:T,A1. Undefined where it cannot be read. */
export function parseAddress(text: string): Address | undefined {
  const match = /^(?:('(?:[^']|'')+'|[^'!,]+)!)?(.+)$/s.exec(text.trim().replace(/^=/, ""));
  if (!match) return undefined;
  const sheet = match[1] === undefined ? undefined : unquoteSheet(match[1]);
  const prefix = match[1] === undefined ? undefined : `${match[1]}!`;
  const areas = match[2]!
    .split(",")
    .map((part) => parseArea(prefix && part.startsWith(prefix) ? part.slice(prefix.length) : part));
  return areas.every((area) => area !== undefined) ? { sheet, areas: areas as Area[] } : undefined;
}

export const intersect = (a: Area, b: Area): Area | undefined => {
  const area = {
    firstRow: Math.max(a.firstRow, b.firstRow),
    lastRow: Math.min(a.lastRow, b.lastRow),
    firstColumn: Math.max(a.firstColumn, b.firstColumn),
    lastColumn: Math.min(a.lastColumn, b.lastColumn),
  };
  return area.firstRow <= area.lastRow && area.firstColumn <= area.lastColumn ? area : undefined;
};

/** The smallest area that holds both. */
export const bounding = (a: Area, b: Area): Area => ({
  firstRow: Math.min(a.firstRow, b.firstRow),
  lastRow: Math.max(a.lastRow, b.lastRow),
  firstColumn: Math.min(a.firstColumn, b.firstColumn),
  lastColumn: Math.max(a.lastColumn, b.lastColumn),
});

export const contains = (outer: Area, inner: Area): boolean =>
  outer.firstRow <= inner.firstRow &&
  outer.lastRow >= inner.lastRow &&
  outer.firstColumn <= inner.firstColumn &&
  outer.lastColumn >= inner.lastColumn;

/** What is left of an area when another is cut out of it: up to four areas. */
export function subtract(area: Area, hole: Area): Area[] {
  const cut = intersect(area, hole);
  if (!cut) return [area];
  const rest: Area[] = [];
  if (cut.firstRow > area.firstRow) rest.push({ ...area, lastRow: cut.firstRow - 1 });
  if (cut.lastRow < area.lastRow) rest.push({ ...area, firstRow: cut.lastRow + 1 });
  const middle = { ...area, firstRow: cut.firstRow, lastRow: cut.lastRow };
  if (cut.firstColumn > area.firstColumn) rest.push({ ...middle, lastColumn: cut.firstColumn - 1 });
  if (cut.lastColumn < area.lastColumn) rest.push({ ...middle, firstColumn: cut.lastColumn + 1 });
  return rest;
}
