import type { RawValue } from "../cells/grid";
import type { SheetContent } from "../plan/content";
import type { CellFormat, Step } from "../plan/sheetPlan";
import { headerWord } from "../table/headers";

/** What sheets of ours have in common that are lists: a header row, found wherever staff have moved it, and rows of which some are ours. */

/** A row with at least this many of our headers is the header row, though some have gone. */
const TELLING = 6;
/** Rows in which it is looked for. */
const HEADER_DEPTH = 20;
const HEADER_FILL = "#DDEBF7";

/** The header row that was found. Rows and columns are counted within the cells that were read. */
export interface ListHeader<Column extends string> {
  readonly row: number;
  /** Enough of our headers stand there to take it for ours. */
  readonly isTelling: boolean;
  /** Where each column stands, the first of several; -1 where it does not. */
  readonly columns: Readonly<Record<Column, number>>;
  /** The first of our headers that is missing, and the first that stands twice, with its last place. */
  readonly missing: string | null;
  readonly twice: { readonly header: string; readonly column: number } | null;
}

/** Looks for the row that bears these headers; the first where none bears enough. */
export function findListHeader<Column extends string>(
  { cells }: SheetContent,
  headers: Readonly<Record<Column, string>>,
): ListHeader<Column> {
  const entries = Object.entries(headers) as [Column, string][];
  const words = cells.slice(0, HEADER_DEPTH).map((row) => row.map((value) => headerWord(textOf(value))));
  const counts = words.map((row) => entries.filter(([, header]) => row.includes(header)).length);
  const most = Math.max(0, ...counts);
  const isTelling = most >= TELLING;
  const row = isTelling ? counts.indexOf(most) : 0;
  const found = words[row] ?? [];
  const missing = entries.find(([, header]) => !found.includes(header))?.[1] ?? null;
  const twice = entries.find(([, header]) => found.indexOf(header) !== found.lastIndexOf(header))?.[1];
  return {
    row,
    isTelling,
    columns: Object.fromEntries(entries.map(([column, header]) => [column, found.indexOf(header)])) as Record<
      Column,
      number
    >,
    missing,
    twice: twice === undefined ? null : { header: twice, column: found.lastIndexOf(twice) },
  };
}

/** A fresh header: its words, its looks, the widths of its columns (points), and the rows down to it held in sight. */
export function listHeaderSteps(
  row: number,
  columns: readonly { readonly header: string; readonly width: number }[],
  format: CellFormat = {},
): Step[] {
  const area = { firstRow: row, firstColumn: 0, lastRow: row, lastColumn: columns.length - 1 };
  return [
    { do: "write", area, formulas: [columns.map(({ header }) => header)] },
    {
      do: "format",
      area,
      format: { bold: true, horizontal: "Center", vertical: "Center", borders: "all", fill: HEADER_FILL, ...format },
    },
    ...columns.map(({ width }, index): Step => ({ do: "width", first: index, count: 1, points: width })),
    { do: "freezeRows", count: row + 1 },
  ];
}

/** A cell's text without the mark that makes it text. */
export function unmarkedText(value: RawValue | undefined): string {
  return String(value ?? "").replace(/^'/, "");
}

/** The same without spaces around it. */
export function textOf(value: RawValue | undefined): string {
  return unmarkedText(value).trim();
}

/** In order already: cut wherever the next does not follow at once. */
export function neighbours<One>(all: readonly One[], at: (one: One) => number): One[][] {
  const blocks: One[][] = [];
  for (const one of all) {
    const block = blocks.at(-1);
    if (block && at(one) === at(block.at(-1)!) + 1) block.push(one);
    else blocks.push([one]);
  }
  return blocks;
}
