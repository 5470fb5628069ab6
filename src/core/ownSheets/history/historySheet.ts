import { cellAddress } from "../../cells/address";
import type { DateSystem } from "../../cells/dateSystem";
import type { RawValue } from "../../cells/grid";
import { readDay } from "../../detail/dates";
import { RECORDED } from "../../history/record";
import type { Recorded } from "../../history/record";
import { trendOf } from "../../history/trend";
import type { HistoryRow, Trend } from "../../history/trend";
import { problem } from "../../problems/catalogue";
import type { Problem } from "../../problems/problem";
import { BLANK_CELL, HISTORY_HEADERS } from "../../wording/history";
import { HISTORY_SHEET } from "../../wording/ownSheets";
import type { SheetContent } from "../../plan/content";
import { findListHeader, textOf } from "../list";

export type HistoryColumn = keyof typeof HISTORY_HEADERS;
export const HISTORY_COLUMNS = Object.keys(HISTORY_HEADERS) as HistoryColumn[];
/** The largest count that an Excel row can stand for. */
const MOST = 1_048_576;

/** 推进记录 as it stands. Rows and columns are zero-based sheet positions. */
export interface HistorySheet {
  readonly headerRow: number;
  readonly places: Readonly<Record<HistoryColumn, number>>;
  /** Rows that could be read, top to bottom; a day and department once. */
  readonly rows: readonly (HistoryRow & { readonly at: number })[];
  /** The last row in which any of our columns holds something; the header row where there is none. */
  readonly lastRow: number;
  /** One for each row that is passed over. */
  readonly problems: readonly Problem[];
}

/** The county's course as the sheet holds it; where its columns cannot be found, no days and the problem that says so. */
export function trendOfSheet(content: SheetContent, dates: DateSystem = 1900): Trend {
  if (content.cells.length === 0) return trendOf([]);
  const read = readHistorySheet(content, dates);
  return "places" in read ? trendOf(read.rows, read.problems) : trendOf([], read);
}

/**
 * Reads the sheet wherever staff have moved its columns and rows. A row whose day, name or figures cannot be read is named
 * and passed over; rows in which staff keep something of their own are not ours. `dates`: what the workbook counts its dates from.
 */
export function readHistorySheet(content: SheetContent, dates: DateSystem = 1900): HistorySheet | readonly Problem[] {
  const { firstRow, firstColumn, cells } = content;
  const header = findListHeader(content, HISTORY_HEADERS);
  const at = header.row;
  const index = header.columns;
  const place = (column: number) => ({
    sheet: HISTORY_SHEET,
    address: cellAddress(firstRow + at, firstColumn + column),
  });
  if (!header.isTelling) return [problem("HISTORY_NOT_RECOGNISED", { sheet: HISTORY_SHEET })];
  if (header.missing !== null) return [problem("HISTORY_COLUMN_MISSING", place(0), { column: header.missing })];
  if (header.twice)
    return [problem("HISTORY_COLUMN_TWICE", place(header.twice.column), { column: header.twice.header })];

  const rows: (HistoryRow & { at: number })[] = [];
  const problems: Problem[] = [];
  const held = new Map<string, number>();
  let lastRow = firstRow + at;
  for (let r = at + 1; r < cells.length; r++) {
    const cell = (column: HistoryColumn): RawValue => cells[r]![index[column]]!;
    const filled = HISTORY_COLUMNS.filter((column) => textOf(cell(column)) !== "");
    if (filled.length === 0) continue;
    lastRow = firstRow + r;
    const read = readRow(cell, dates);
    if (typeof read === "string") {
      // A note of staff's own, in one cell of ours.
      if (filled.length === 1) continue;
      problems.push(
        problem(
          "HISTORY_ROW_UNREADABLE",
          { sheet: HISTORY_SHEET, address: cellAddress(firstRow + r, firstColumn + index[read]) },
          { column: HISTORY_HEADERS[read], value: textOf(cell(read)) || BLANK_CELL },
        ),
      );
      continue;
    }
    const key = keyOf(read);
    const above = held.get(key);
    if (above === undefined) {
      held.set(key, firstRow + r);
      rows.push({ ...read, at: firstRow + r });
    } else
      problems.push(
        problem(
          "HISTORY_ROW_TWICE",
          { sheet: HISTORY_SHEET, address: cellAddress(firstRow + r, firstColumn + index.name) },
          { name: read.name, day: read.day, row: above + 1 },
        ),
      );
  }
  const places = Object.fromEntries(HISTORY_COLUMNS.map((column) => [column, firstColumn + index[column]])) as Record<
    HistoryColumn,
    number
  >;
  return { headerRow: firstRow + at, places, rows, lastRow, problems };
}

/** By which a row is known: one department on one day. */
export function keyOf({ day, name }: Pick<HistoryRow, "day" | "name">): string {
  return `${day}|${name.trim()}`;
}

/** The row, or the column that cannot be read. */
function readRow(cell: (column: HistoryColumn) => RawValue, dates: DateSystem): HistoryRow | HistoryColumn {
  const written = cell("day");
  const day = readDay(typeof written === "string" ? textOf(written) : written, dates);
  if (day === null) return "day";
  const name = textOf(cell("name"));
  // A formula; text that begins with = is marked as text.
  if (name === "" || String(cell("name")).startsWith("=")) return "name";
  const figures = {} as Record<Recorded, number | null>;
  for (const figure of RECORDED) {
    const value = figure === "deduction" ? hundredths(cell(figure)) : wholeNumber(cell(figure));
    if (value === undefined) return figure;
    figures[figure] = value;
  }
  return { day: new Date(day).toISOString().slice(0, 10), name, ...figures };
}

/** Null for a blank, undefined for what is no count. */
function wholeNumber(value: RawValue): number | null | undefined {
  const number = numberIn(value);
  return number === null || (number !== undefined && Number.isInteger(number) && number >= 0 && number <= MOST)
    ? number
    : undefined;
}

/** Points with two decimals as hundredths; 0.29 × 100 is 28.999999999999996 in binary. */
function hundredths(value: RawValue): number | null | undefined {
  const number = numberIn(value);
  if (number === null || number === undefined) return number;
  const rounded = Math.round(number * 100);
  return number >= 0 && Math.abs(number * 100 - rounded) < 1e-6 ? rounded : undefined;
}

function numberIn(value: RawValue): number | null | undefined {
  if (typeof value === "number") return value;
  const text = textOf(value);
  if (text === "") return null;
  return typeof value === "string" && /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}
