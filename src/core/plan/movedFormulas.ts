import type { RawValue } from "../cells/grid";

/** Stands for the row's own number while the row has no place. */
const OWN_ROW = "\u0001";
/** Texts and references to other sheets, which stay, and references whose row is relative. */
const PIECES =
  /"[^"]*"|(?:'[^']*'|[^\s!'"()+\-*/^&=<>,;:]+)!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|(?<![\w.$])(\$?[A-Z]{1,3})(\d+)(?![\w.(])/gi;

/** Takes the row out of its place: references of its formulas to the row itself go with it. `row` is zero-based. */
export function lifted(cells: readonly RawValue[], row: number): RawValue[] {
  return cells.map((cell) =>
    isFormula(cell)
      ? cell.replace(PIECES, (piece, column?: string, number?: string) =>
          column !== undefined && Number(number) === row + 1 ? column + OWN_ROW : piece,
        )
      : cell,
  );
}

/** Puts a row that was lifted into this place. */
export function placed(cells: readonly RawValue[], row: number): RawValue[] {
  return cells.map((cell) => (isFormula(cell) ? cell.replaceAll(OWN_ROW, String(row + 1)) : cell));
}

function isFormula(cell: RawValue): cell is string {
  return typeof cell === "string" && cell.startsWith("=");
}
