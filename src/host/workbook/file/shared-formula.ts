import { MAX_COLUMNS, MAX_ROWS, columnIndex, columnLetters } from "../address";

/**
 * Moves a formula's relative references by rows and columns, as a shared formula means them for a cell away from its first one.
 * Texts, quoted sheet names, function names and structured references stay. A reference pushed off the sheet becomes #REF!.
 */
export function movedFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(TOKEN, (token, ...groups) => {
    const found = groups[groups.length - 1] as Record<string, string | undefined>;
    if (found.row !== undefined && found.column !== undefined) return cell(found as Reference, rows, columns);
    if (found.wholeColumns !== undefined)
      return found.wholeColumns
        .split(":")
        .map((one) => column(one, columns))
        .join(":");
    if (found.wholeRows !== undefined)
      return found.wholeRows
        .split(":")
        .map((one) => row(one, rows))
        .join(":");
    return token;
  });
}

type Reference = Record<"columnFixed" | "column" | "rowFixed" | "row", string>;

/** What is passed over comes first: texts, quoted sheet names, [structured or external] references, then words that are no reference. */
const TOKEN = new RegExp(
  [
    String.raw`"(?:[^"]|"")*"`,
    String.raw`'(?:[^']|'')*'`,
    String.raw`\[(?:[^\[\]]|\[[^\]]*\])*\]`,
    String.raw`(?<wholeColumns>(?<![\p{L}\p{N}_.$])\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\p{L}\p{N}_.(!]))`,
    String.raw`(?<wholeRows>(?<![\p{L}\p{N}_.$])\$?\d{1,7}:\$?\d{1,7}(?![\p{L}\p{N}_.(!]))`,
    String.raw`(?<![\p{L}\p{N}_.$])(?<columnFixed>\$?)(?<column>[A-Za-z]{1,3})(?<rowFixed>\$?)(?<row>\d{1,7})(?![\p{L}\p{N}_.(!])`,
    String.raw`[\p{L}_][\p{L}\p{N}_.]*`,
  ].join("|"),
  "gu",
);

function cell(at: Reference, rows: number, columns: number): string {
  const made = [column(`${at.columnFixed}${at.column}`, columns), row(`${at.rowFixed}${at.row}`, rows)];
  return made.includes("#REF!") ? "#REF!" : made.join("");
}

function column(text: string, by: number): string {
  if (text.startsWith("$")) return text;
  const moved = columnIndex(text) + by;
  return moved < 0 || moved >= MAX_COLUMNS ? "#REF!" : columnLetters(moved);
}

function row(text: string, by: number): string {
  if (text.startsWith("$")) return text;
  const moved = Number(text) + by;
  return moved < 1 || moved > MAX_ROWS ? "#REF!" : String(moved);
}
