/** A block of cells; rows and columns zero-based, both ends included. */
export interface Area {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** Commas, or semicolons where a machine's list separator is one (office-js 1985); not within the quotes of a sheet's name. */
const BETWEEN_AREAS = /[,;](?=(?:[^']*'[^']*')*[^']*$)/;

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A → 0, AA → 26. */
export function columnIndex(letters: string): number {
  return [...letters.toUpperCase()].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** J9, from zero-based row 8 and column 9. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** J9:K12, or J9 for a single cell. */
export function areaAddress({ firstRow, firstColumn, lastRow, lastColumn }: Area): string {
  const first = cellAddress(firstRow, firstColumn);
  const last = cellAddress(lastRow, lastColumn);
  return first === last ? first : `${first}:${last}`;
}

/** 附件2!J9; the sheet's name is quoted where Excel would quote it. */
export function sheetAddress(sheet: string, address: string): string {
  return `${quotedSheet(sheet)}!${address}`;
}

export function quotedSheet(sheet: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet) && !/^([A-Za-z]{1,3}\d+|[Rr]\d*[Cc]?\d*|[Cc]\d*)$/.test(sheet);
  return plain ? sheet : `'${sheet.replace(/'/g, "''")}'`;
}

/** The sheet and the address within it, from 附件2!J9 or '附件 2'!$J$9; null where it is no such reference. */
export function splitAddress(reference: string): { sheet: string; address: string } | null {
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(reference);
  if (!match) return null;
  return { sheet: match[1]?.replace(/''/g, "'") ?? match[2]!, address: match[3]!.replace(/\$/g, "") };
}

/**
 * The zero-based cell of J9 or $J$9; null for anything else. Where a person has set Excel to R1C1, Excel on Windows words names that way
 * (office-js 1831), with the letters of its language (Z6S11 in German): J9 has one letter group, R9C10 two, so neither is taken for the other.
 */
export function parseCell(address: string): { row: number; column: number } | null {
  const numbered = /^\p{L}([1-9]\d*)\p{L}([1-9]\d*)$/u.exec(address);
  if (numbered) return { row: Number(numbered[1]) - 1, column: Number(numbered[2]) - 1 };
  const match = /^\$?([A-Za-z]{1,3})\$?(\d+)$/.exec(address);
  return match ? { row: Number(match[2]) - 1, column: columnIndex(match[1]!) } : null;
}

/** The area of J9:K12 or $J$9; null for anything else. */
export function parseArea(address: string): Area | null {
  const [first, last] = address.split(":").map(parseCell);
  if (!first || (address.includes(":") && !last)) return null;
  const end = last ?? first;
  return { firstRow: first.row, firstColumn: first.column, lastRow: end.row, lastColumn: end.column };
}

/** The zero-based first cell of what an address list names: A1:B3, B:D and 5:7 (whole columns and rows), several with commas between; null for anything else. */
export function firstCell(addresses: string): { row: number; column: number } | null {
  const [first = ""] = addresses.split(BETWEEN_AREAS);
  const start = (splitAddress(first.trim())?.address ?? first.trim()).replace(/\$/g, "").split(":")[0]!;
  if (/^[1-9]\d*$/.test(start)) return { row: Number(start) - 1, column: 0 };
  if (/^[A-Za-z]{1,3}$/.test(start)) return { row: 0, column: columnIndex(start) };
  return parseCell(start);
}

/** Ascending rows as spans of neighbours, [first, last]. */
export function rowSpans(rows: readonly number[]): [number, number][] {
  const spans: [number, number][] = [];
  for (const row of rows) {
    const span = spans.at(-1);
    if (span && span[1] + 1 === row) span[1] = row;
    else spans.push([row, row]);
  }
  return spans;
}

/** The last row and column of a sheet, zero-based. */
const [LAST_ROW, LAST_COLUMN] = [1_048_575, 16_383];

/** The areas of an address list such as 附件2!A1:G1,附件2!A40:G41, or A:G,1:4 of whole columns and rows; what is no address is left out. */
export function parseAreas(addresses: string): Area[] {
  return addresses.split(BETWEEN_AREAS).flatMap((address) => {
    const text = (splitAddress(address.trim())?.address ?? address.trim()).replace(/\$/g, "");
    const area = parseArea(text) ?? parseWhole(text);
    return area ? [area] : [];
  });
}

function parseWhole(text: string): Area | null {
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(text);
  if (columns)
    return {
      firstRow: 0,
      firstColumn: columnIndex(columns[1]!),
      lastRow: LAST_ROW,
      lastColumn: columnIndex(columns[2]!),
    };
  const rows = /^([1-9]\d*):([1-9]\d*)$/.exec(text);
  return rows
    ? { firstRow: Number(rows[1]) - 1, firstColumn: 0, lastRow: Number(rows[2]) - 1, lastColumn: LAST_COLUMN }
    : null;
}
