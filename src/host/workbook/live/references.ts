import { columnIndex, columnLetters, MAX_COLUMNS, MAX_ROWS, unquoteSheet } from "../address";
import { moveSpan, type StructuralChange } from "./structure";

/** One end of a reference; a whole column has no row, a whole row no column. Zero-based. */
interface End {
  column?: number;
  columnFixed?: boolean;
  row?: number;
  rowFixed?: boolean;
}

interface Reference {
  /** The sheet it names, unquoted; absent where it means the formula's own. */
  sheet?: string;
  first: End;
  last: End;
  /** A1 rather than A1:A1. */
  single: boolean;
}

// What may stand in a formula and could be mistaken for a reference, longest first: texts, quoted sheets, table brackets,
// error values; then a sheet's prefix, then words. A word directly before "(" is a function, before "!" a sheet.
const TOKEN =
  /"(?:[^"]|"")*"|#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)|\[[^\]]*\]|((?:'(?:[^']|'')*'|[\p{L}_\\][\p{L}\p{N}_.\\]*)!)?([\p{L}\p{N}_.\\?$]+(?::\$?[A-Za-z]*\$?[0-9]*(?![\p{L}\p{N}_.(!]))?)(?![\p{L}\p{N}_.\\?])(\s*\()?/gu;

const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9][0-9]{0,6})$/;
const COLUMN = /^(\$?)([A-Za-z]{1,3})$/;
const ROW = /^(\$?)([1-9][0-9]{0,6})$/;

function parseEnd(text: string): End | undefined {
  const cell = CELL.exec(text);
  const end: End | undefined = cell
    ? {
        columnFixed: cell[1] === "$",
        column: columnIndex(cell[2]!),
        rowFixed: cell[3] === "$",
        row: Number(cell[4]) - 1,
      }
    : undefined;
  if (end) return end.column! < MAX_COLUMNS && end.row! < MAX_ROWS ? end : undefined;
  const column = COLUMN.exec(text);
  if (column) return { columnFixed: column[1] === "$", column: columnIndex(column[2]!) };
  const row = ROW.exec(text);
  return row ? { rowFixed: row[1] === "$", row: Number(row[2]) - 1 } : undefined;
}

function parseReference(text: string, sheet: string | undefined): Reference | undefined {
  const [left = "", right] = text.split(":");
  const first = parseEnd(left);
  const last = right === undefined ? first : parseEnd(right);
  if (!first || !last) return undefined;
  if (
    (first.row === undefined) !== (last.row === undefined) ||
    (first.column === undefined) !== (last.column === undefined)
  )
    return undefined;
  const single = right === undefined;
  return single && (first.row === undefined || first.column === undefined) ? undefined : { sheet, first, last, single };
}

const writeEnd = (end: End): string =>
  (end.column === undefined ? "" : (end.columnFixed ? "$" : "") + columnLetters(end.column)) +
  (end.row === undefined ? "" : `${end.rowFixed ? "$" : ""}${end.row + 1}`);

/** Rewrites each reference of a formula; `change` answers the new one, undefined where it is lost, or the same object to leave it. */
function mapReferences(formula: string, change: (reference: Reference) => Reference | undefined): string {
  return formula.replace(
    TOKEN,
    (token: string, prefix: string | undefined, word: string | undefined, call: string | undefined) => {
      if (word === undefined || call !== undefined) return token;
      const reference = parseReference(word, prefix === undefined ? undefined : unquoteSheet(prefix.slice(0, -1)));
      if (!reference) return token;
      const changed = change(reference);
      if (changed === reference) return token;
      if (!changed) return `${prefix ?? ""}#REF!`;
      return (prefix ?? "") + writeEnd(changed.first) + (changed.single ? "" : `:${writeEnd(changed.last)}`);
    },
  );
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/**
 * A formula after rows or columns of a sheet were inserted or deleted.
 * @param home sheet that the formula stands on: references without a sheet mean it
 */
export function moveFormula(
  formula: string,
  home: string | undefined,
  changedSheet: string,
  change: StructuralChange,
): string {
  return mapReferences(formula, (reference) => {
    const sheet = reference.sheet ?? home;
    if (sheet === undefined || !sameName(sheet, changedSheet)) return reference;
    const { first, last } = reference;
    const from = change.axis === "row" ? first.row : first.column;
    const to = change.axis === "row" ? last.row : last.column;
    if (from === undefined || to === undefined) return reference;
    const moved = moveSpan(Math.min(from, to), Math.max(from, to), change);
    if (!moved) return undefined;
    if (moved[0] === from && moved[1] === to) return reference;
    return change.axis === "row"
      ? { ...reference, first: { ...first, row: moved[0] }, last: { ...last, row: moved[1] } }
      : { ...reference, first: { ...first, column: moved[0] }, last: { ...last, column: moved[1] } };
  });
}

/** A formula copied so many rows down and columns right: relative references follow, what falls off the sheet is #REF!. */
export function copyFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return mapReferences(formula, (reference) => {
    const first = copyEnd(reference.first, rows, columns);
    const last = copyEnd(reference.last, rows, columns);
    return first && last && { ...reference, first, last };
  });
}

function copyEnd(end: End, rows: number, columns: number): End | undefined {
  const row = end.row === undefined || end.rowFixed ? end.row : end.row + rows;
  const column = end.column === undefined || end.columnFixed ? end.column : end.column + columns;
  const off =
    (row !== undefined && (row < 0 || row >= MAX_ROWS)) ||
    (column !== undefined && (column < 0 || column >= MAX_COLUMNS));
  return off ? undefined : { ...end, row, column };
}

/** A formula after a sheet was deleted: what referred to it is #REF!. */
export const loseSheet = (formula: string, sheet: string): string =>
  mapReferences(formula, (reference) =>
    reference.sheet !== undefined && sameName(reference.sheet, sheet) ? undefined : reference,
  );
