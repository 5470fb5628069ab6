import { columnLetters, parseArea } from "../address";
import type { Area } from "../data";

/** A cell's address as A1. */
export const cellAddress = (row: number, column: number) => `${columnLetters(column)}${row + 1}`;

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
