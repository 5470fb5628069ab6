import { quoteSheet, unquoteSheet } from "./address";

// What stands before "!", one sheet or (in 3-D references) two with a colon between. Texts, error values, columns of tables and
// sheets of other workbooks ([1]附件2!) are passed over.
const PLAIN = String.raw`[\p{L}_\\][\p{L}\p{N}_.\\]*`;
const PREFIX = new RegExp(
  String.raw`"(?:[^"]|"")*"|#(?:REF|VALUE|DIV\/0|NUM|NULL|SPILL|CALC)!|\[[^\]]*\](?:${PLAIN}!)?|('(?:[^']|'')*'|${PLAIN}(?::${PLAIN})?)!`,
  "gu",
);

/** A formula in which each sheet that is named bears the name that `rename` answers; all else stays as it is written. */
export function renameSheets(formula: string, rename: (sheet: string) => string): string {
  if (!formula.includes("!")) return formula;
  return formula.replace(PREFIX, (token: string, prefix: string | undefined) => {
    if (prefix === undefined || prefix.includes("[")) return token;
    const sheets = unquoteSheet(prefix).split(":");
    const renamed = sheets.map(rename);
    if (renamed.every((name, index) => name === sheets[index])) return token;
    const plain = renamed.every((name) => quoteSheet(name) === name);
    return plain ? `${renamed.join(":")}!` : `'${renamed.join(":").replace(/'/g, "''")}'!`;
  });
}

/** A renaming of one sheet. Upper and lower case are alike. */
export const renaming = (from: string, to: string): ((sheet: string) => string) => {
  const wanted = from.toLowerCase();
  return (sheet) => (sheet.toLowerCase() === wanted ? to : sheet);
};

/** The sheets that a formula names. */
export function sheetsNamed(formula: string): Set<string> {
  const sheets = new Set<string>();
  renameSheets(formula, (sheet) => {
    sheets.add(sheet);
    return sheet;
  });
  return sheets;
}
