import type { RawValue } from "../../cells/grid";
import type { SheetContent } from "../../plan/content";
import { unmarkedText } from "../list";
import type { CellFormat, PageSetUp, Step } from "../../plan/sheetPlan";

/**
 * How a notice looks, told from what it holds: a hidden column says what each row is. So a notice that was removed, or written
 * anew, gets its looks back together with its content.
 */

/** What a row of a notice is. */
export type NoticeRow =
  | "title"
  | "number"
  | "to"
  | "text"
  | "header"
  | "indicator"
  | "total"
  | "space"
  | "heading"
  | "subheading"
  | "name"
  | "note"
  | "sign";

/** A hidden name that tells notices from other sheets of ours; it points at the cell that says whom the notice is for. */
export const NOTICE_NAME = "_jgzb_notice";

/** Columns in sight; behind them stands the hidden one. */
export const NOTICE_WIDTH = 8;
/** Points; together the text area of an official A4 page, 156 mm (GB/T 9704). */
const WIDTHS = [92, 56, 44, 44, 42, 56, 54, 54];
const TEXT_WIDTH = 442;
/** 225 mm; a notice that is up to a quarter longer is shrunk to one page, rather than sign on a second that holds little else. */
const LONGEST_PAGE = 638 * 1.25;
/** What a cell keeps free at its sides, points. */
const PADDING = 8;

const TITLE_FONT = "方正小标宋简体";
const BODY_FONT = "仿宋_GB2312";
const HEADING_FONT = "黑体";
const MILLIMETRE = 72 / 25.4;

interface Look {
  readonly format: CellFormat;
  /** Points of one line, and what stands above and below. */
  readonly line: number;
  readonly least: number;
  /** First and last column of each merged part; null leaves the row's cells apart. */
  readonly parts: readonly (readonly [number, number])[] | null;
}

const WHOLE = [[0, NOTICE_WIDTH - 1]] as const;
/** Label, value, label, value. */
const FOUR = [
  [0, 1],
  [2, 3],
  [4, 5],
  [6, 7],
] as const;

const LOOKS: Readonly<Record<NoticeRow, Look>> = {
  title: { format: { fontName: TITLE_FONT, fontSize: 22, horizontal: "Center" }, line: 34, least: 50, parts: WHOLE },
  number: { format: { fontSize: 12, horizontal: "Right" }, line: 20, least: 22, parts: WHOLE },
  to: { format: { fontSize: 16, horizontal: "Left", wrap: true }, line: 26, least: 34, parts: WHOLE },
  text: { format: { fontSize: 16, horizontal: "Left", wrap: true }, line: 26, least: 30, parts: WHOLE },
  header: {
    format: { fontName: HEADING_FONT, fontSize: 12, horizontal: "Center", borders: "all", wrap: true },
    line: 20,
    least: 32,
    parts: null,
  },
  indicator: {
    format: { fontSize: 12, horizontal: "Center", borders: "all", wrap: true },
    line: 20,
    least: 32,
    parts: null,
  },
  total: { format: { fontSize: 12, horizontal: "Center", borders: "all" }, line: 20, least: 32, parts: FOUR },
  space: { format: {}, line: 18, least: 18, parts: null },
  heading: { format: { fontName: HEADING_FONT, fontSize: 16, horizontal: "Left" }, line: 26, least: 36, parts: WHOLE },
  subheading: {
    format: { fontSize: 12, bold: true, horizontal: "Left", wrap: true },
    line: 18,
    least: 24,
    parts: WHOLE,
  },
  name: { format: { fontSize: 10.5, horizontal: "Left", wrap: true }, line: 16, least: 19, parts: WHOLE },
  note: { format: { fontSize: 10.5, horizontal: "Left", wrap: true }, line: 16, least: 20, parts: WHOLE },
  sign: {
    format: { fontSize: 12, horizontal: "Center", borders: "all", wrap: true },
    line: 20,
    least: 36,
    parts: FOUR,
  },
};

/** Number formats of the table's columns. */
const NUMBER_FORMATS = ["General", "0.00%", "#,##0", "#,##0", "#,##0", "0.00%", "0.0#", "General"];

/** What the hidden cell of a row says; the first row's says whom the notice is for. */
export function rowMark(row: NoticeRow, department?: string): string {
  return department === undefined ? row : `${row}|${department}`;
}

/** Whom a notice is for, from the cell that its hidden name points at; null where that has been changed. */
export function noticeDepartment(mark: RawValue | undefined): string | null {
  const text = unmarkedText(mark);
  const title = rowMark("title", "");
  return text.startsWith(title) ? text.slice(title.length) : null;
}

/** The looks of what the sheet holds; none where the hidden column is gone. */
export function noticeFormat(content: SheetContent): Step[] {
  const place = markedAt(content);
  if (!place) return [];
  const { rows, firstRow, column, department } = place;
  const firstColumn = Math.max(0, column - NOTICE_WIDTH);
  const across = (first: number, last: number, from = 0, to = NOTICE_WIDTH - 1) => ({
    firstRow: first,
    firstColumn: firstColumn + from,
    lastRow: last,
    lastColumn: firstColumn + to,
  });
  const lastRow = firstRow + rows.length - 1;
  const steps: Step[] = [
    { do: "format", area: across(firstRow, lastRow), format: { fontName: BODY_FONT, vertical: "Center" } },
    ...WIDTHS.map((points, index): Step => ({ do: "width", first: firstColumn + index, count: 1, points })),
    { do: "hideColumns", first: column, count: 1, hidden: true },
  ];
  for (const { first, last, row } of runs(rows)) {
    const { format, parts } = LOOKS[row];
    const area = across(firstRow + first, firstRow + last);
    if (Object.keys(format).length > 0) steps.push({ do: "format", area, format });
    if (row === "indicator")
      NUMBER_FORMATS.forEach(
        (numberFormat, index) =>
          numberFormat !== "General" &&
          steps.push({
            do: "format",
            area: across(area.firstRow, area.lastRow, index, index),
            format: { numberFormat },
          }),
      );
    if (row === "total")
      steps.push({
        do: "format",
        area: across(area.firstRow, area.lastRow, ...FOUR[1]),
        format: { numberFormat: "0.0#" },
      });
    for (let at = first; at <= last; at++)
      for (const [from, to] of parts ?? [])
        steps.push({ do: "merge", area: across(firstRow + at, firstRow + at, from, to) });
  }
  const heights = rows.map(({ row, text }) => heightOf(row, text));
  heights.forEach((points, at) => {
    if (points === heights[at - 1]) return;
    const next = heights.findIndex((other, index) => index > at && other !== points);
    steps.push({ do: "rowHeight", first: firstRow + at, count: (next < 0 ? heights.length : next) - at, points });
  });
  const onePage = heights.reduce((sum, points) => sum + points, 0) <= LONGEST_PAGE;
  return [
    ...steps,
    { do: "setPage", page: noticePage(across(firstRow, lastRow), onePage ? null : department) },
    { do: "showGridlines", shown: false },
  ];
}

/** The hidden name of a fresh notice. */
export function noticeNames(content: SheetContent): Step[] {
  const place = markedAt(content);
  return place ? [{ do: "nameCell", name: NOTICE_NAME, row: place.firstRow, column: place.column }] : [];
}

interface Marked {
  readonly firstRow: number;
  readonly column: number;
  readonly department: string;
  readonly rows: readonly { readonly row: NoticeRow; readonly text: string }[];
}

/** Where the hidden column stands, and what each row is from the title on. A row that staff have put between is text. */
function markedAt({ firstRow, firstColumn, cells }: SheetContent): Marked | null {
  for (const [r, line] of cells.entries()) {
    const c = line.findIndex((cell) => noticeDepartment(cell) !== null);
    if (c < 0) continue;
    const marked = cells.slice(r).map((row) => ({
      mark: unmarkedText(row[c]).split("|")[0]!,
      text: unmarkedText(row[Math.max(0, c - NOTICE_WIDTH)]),
    }));
    const last = marked.reduce((found, { mark }, index) => (mark in LOOKS ? index : found), 0);
    return {
      firstRow: firstRow + r,
      column: firstColumn + c,
      department: noticeDepartment(line[c])!,
      rows: marked
        .slice(0, last + 1)
        .map(({ mark, text }) => ({ row: mark in LOOKS ? (mark as NoticeRow) : "text", text })),
    };
  }
  return null;
}

function runs(rows: Marked["rows"]): { row: NoticeRow; first: number; last: number }[] {
  const found: { row: NoticeRow; first: number; last: number }[] = [];
  rows.forEach(({ row }, at) => {
    const run = found.at(-1);
    if (run?.row === row) run.last = at;
    else found.push({ row, first: at, last: at });
  });
  return found;
}

/** Points. Merged cells do not fit their height to the text themselves. */
function heightOf(row: NoticeRow, text: string): number {
  const { format, line, least, parts } = LOOKS[row];
  if (!format.wrap || parts !== WHOLE) return least;
  const lines = Math.ceil((ems(text) * (format.fontSize ?? 12)) / (TEXT_WIDTH - PADDING));
  return Math.max(least, lines * line + least - line);
}

/** How wide a text is: a Chinese character is one, a letter or digit half of it in the fonts used here, and a little more in others. A formula's text is taken for what it shows, a figure for three digits. */
function ems(text: string): number {
  const shown = text.startsWith("=") ? text.replace(/"&[^"]*&"/g, "000").replace(/^="|"$/g, "") : text;
  return [...shown].reduce((sum, character) => sum + (/[\u2010-\u2027\u2e80-\uffff]/.test(character) ? 1 : 0.53), 0);
}

/**
 * A4 upright with the margins of GB/T 9704, one page wide; one page high too where names do not make it much longer. Pages of a longer one
 * bear the department's name instead of a number: numbers go on from sheet to sheet where many are printed at once.
 */
function noticePage(area: NonNullable<PageSetUp["printArea"]>[number], department: string | null): PageSetUp {
  return {
    orientation: "Portrait",
    paperSize: "A4",
    zoom: department === null ? { horizontalFitToPages: 1, verticalFitToPages: 1 } : { horizontalFitToPages: 1 },
    margins: {
      left: 28 * MILLIMETRE,
      right: 26 * MILLIMETRE,
      top: 37 * MILLIMETRE,
      bottom: 35 * MILLIMETRE,
      header: 15 * MILLIMETRE,
      footer: 25 * MILLIMETRE,
    },
    centerHorizontally: true,
    printArea: [area],
    titleRows: null,
    header: { left: "", center: "", right: "" },
    footer: { left: "", center: "", right: (department ?? "").replace(/&/g, "&&") },
  };
}
