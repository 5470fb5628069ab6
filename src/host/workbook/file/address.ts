import type { Area } from "../data";

/** Last row and column of a sheet, zero-based. */
export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** Letters of a zero-based column: 0 is A. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Zero-based column of its letters. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** A cell's address as A1. */
export const cellAddress = (row: number, column: number) => `${columnLetters(column)}${row + 1}`;

/** Reads A1, $A$1, A1:B2, A:C or 3:4 (no sheet before it), or gives undefined. */
export function parseArea(text: string): Area | undefined {
  const [first, last = first, more] = text.replace(/\$/g, "").split(":");
  const from = /^([A-Za-z]{1,3})?(\d{1,7})?$/.exec(first ?? "");
  const to = /^([A-Za-z]{1,3})?(\d{1,7})?$/.exec(last ?? "");
  if (!from || !to || more !== undefined || !first || !last) return undefined;
  const single = !text.includes(":");
  if (single && (!from[1] || !from[2])) return undefined;
  if (!from[1] !== !to[1] || !from[2] !== !to[2]) return undefined;
  const rows = from[2] ? [Number(from[2]) - 1, Number(to[2]) - 1] : [0, LAST_ROW];
  const columns = from[1] ? [columnNumber(from[1]), columnNumber(to[1]!)] : [0, LAST_COLUMN];
  if (Math.min(...rows) < 0 || Math.max(...rows) > LAST_ROW || Math.max(...columns) > LAST_COLUMN) return undefined;
  return {
    firstRow: Math.min(...rows),
    lastRow: Math.max(...rows),
    firstColumn: Math.min(...columns),
    lastColumn: Math.max(...columns),
  };
}

/** An area as A1 or A1:B2; with `fixed`, as $A$1:$B$2. */
export function areaAddress(area: Area, fixed = false): string {
  const cell = (row: number, column: number) =>
    fixed ? `$${columnLetters(column)}$${row + 1}` : cellAddress(row, column);
  const first = cell(area.firstRow, area.firstColumn);
  const last = cell(area.lastRow, area.lastColumn);
  return first === last && !fixed ? first : `${first}:${last}`;
}

/** Areas as files list them, parted by spaces. */
export const areaList = (areas: readonly Area[]) => areas.map((area) => areaAddress(area)).join(" ");

/** Reads a list of areas parted by spaces; what is not an area is left out. */
export function parseAreaList(text: string): Area[] {
  return text
    .split(/\s+/)
    .map((one) => parseArea(one))
    .filter((area): area is Area => area !== undefined);
}

/** A sheet's name as formulas write it before "!": always quoted, which every program reads. */
export const quotedSheet = (name: string) => `'${name.replace(/'/g, "''")}'`;

/** Parts "'附件 2'!$A$1:$H$9,'附件 2'!$3:$4" at the commas outside quotes and takes the sheet off each piece. */
export function referencePieces(text: string): string[] {
  const pieces = text.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
  return pieces.map((piece) => piece.slice(piece.lastIndexOf("!") + 1).trim());
}
