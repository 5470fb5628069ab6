import type { Step } from "../../plan/sheetPlan";
import { filledLines, heightOf, linesOf } from "../print/textSize";
import { COLUMNS } from "./layout";
import type { SummaryRows } from "./layout";
import { PAGE_HEIGHT, SIZES, WIDTHS } from "./sizes";

const HIGHEST_ROW = 409;
/** Of the font’s size: paragraphs stand somewhat apart, and fonts that stand in for 仿宋 have room. */
const BULLETIN_LINE = 1.5;
/** Points. */
const HEIGHTS = {
  title: 36,
  line: 20,
  heading: 26,
  header: 22,
  twoLines: 28,
  row: 17.25,
  department: 16.5,
  note: 16,
  bulletinTitle: 28,
} as const;
/** A heading that is to begin a page is higher than what is left of the page before, by more than programs differ in. */
const FREE_ON_FIRST_PAGE = 14;
const TURNING = 22;
/** A heading stays with so much of what it heads. */
const KEPT_TOGETHER = 110;
const LEAST_CHART_ROW = 13;

/** The texts whose lengths decide on heights, as they are shown. */
export interface SummaryTexts {
  /** Of the bulletin. */
  readonly paragraphs: readonly string[];
  /** The departments, from the first of the ranking on. */
  readonly names: readonly string[];
}

/** The rows of the blocks' headings. */
export function headingRows(rows: SummaryRows): number[] {
  return [
    rows.county,
    rows.tiers,
    rows.indicators,
    rows.ranking,
    ...(rows.trend === null ? [] : [rows.trend]),
    rows.bulletin,
  ];
}

/** Every row's height: a refresh may find other blocks in their places. `last` is the last row that was ever written. */
export function heightSteps(rows: SummaryRows, texts: SummaryTexts, last: number): Step[] {
  const points = heightsOf(rows, texts, last);
  if (rows.chart) fillFirstPage(points, rows.chart);
  turnPages(points, rows, texts.paragraphs.length);
  return runsOf(points);
}

function heightsOf(rows: SummaryRows, { paragraphs, names }: SummaryTexts, last: number): number[] {
  const points = Array.from({ length: last + 1 }, (): number => HEIGHTS.row);
  names.forEach(
    (name, index) =>
      (points[rows.first + index] = Math.max(
        HEIGHTS.department,
        Math.ceil(heightOf(linesOf(name, WIDTHS[COLUMNS.department], SIZES.table), SIZES.table)),
      )),
  );
  for (const row of headingRows(rows)) points[row] = HEIGHTS.heading;
  points[0] = HEIGHTS.title;
  points[1] = HEIGHTS.line;
  for (const row of [rows.countyNote, rows.rankingNote]) points[row] = HEIGHTS.note;
  for (const row of [rows.tiers + 1, rows.ranking + 1]) points[row] = HEIGHTS.header;
  for (const row of [rows.indicatorFirst - 1, rows.ranking + 2]) points[row] = HEIGHTS.twoLines;
  points[rows.bulletin + 1] = HEIGHTS.bulletinTitle;
  const width = WIDTHS.reduce((sum, one) => sum + one, 0);
  paragraphs.forEach(
    (text, index) =>
      (points[rows.textFirst + index] = Math.min(
        HIGHEST_ROW,
        Math.ceil(filledLines(text, width, SIZES.bulletin) * SIZES.bulletin * BULLETIN_LINE),
      )),
  );
  return points;
}

/** The chart takes what is left of the first page. */
function fillFirstPage(points: number[], { first, last }: { readonly first: number; readonly last: number }): void {
  const free = PAGE_HEIGHT - points.slice(0, first).reduce((sum, height) => sum + height, 0) - FREE_ON_FIRST_PAGE;
  points.fill(Math.max(LEAST_CHART_ROW, Math.floor((free / (last - first + 1)) * 4) / 4), first, last + 1);
}

/**
 * The bulletin is whole on its page, unless more than the highest row would be left of the one before; the others' headings stay with the
 * first rows under them.
 */
function turnPages(points: number[], rows: SummaryRows, paragraphs: number): void {
  const bulletin = points.slice(rows.bulletin, rows.textFirst + paragraphs).reduce((sum, height) => sum + height, 0);
  for (const [row, together] of [
    [rows.ranking, KEPT_TOGETHER],
    ...(rows.trend === null ? [] : [[rows.trend, KEPT_TOGETHER] as const]),
    [rows.bulletin, bulletin],
  ] as const) {
    const left = leftOfPage(points, row);
    if (left < Math.min(together, HIGHEST_ROW - TURNING)) points[row] = Math.max(HEIGHTS.heading, left + TURNING);
  }
}

/** What is left of its page where this row begins; rows that do not fit begin the next page. */
function leftOfPage(points: readonly number[], row: number): number {
  return points
    .slice(0, row)
    .reduce((left, height) => (height <= left ? left - height : PAGE_HEIGHT - height), PAGE_HEIGHT);
}

/** Rows of one height together. */
function runsOf(points: readonly number[]): Step[] {
  const runs: { first: number; count: number; points: number }[] = [];
  points.forEach((height, row) => {
    const run = runs.at(-1);
    if (run?.points === height) run.count++;
    else runs.push({ first: row, count: 1, points: height });
  });
  return runs.map((run): Step => ({ do: "rowHeight", ...run }));
}
