import type { Area } from "../../cells/address";
import { CHART_SERIES, CHART_TITLES, SUMMARY_AS_OF_FORMAT } from "../../wording/summary";
import { PAGE } from "../../wording/sheet";
import { OFFICIAL_FONTS } from "../officialFonts";
import type { CellFormat, ChartPlan, PageSetUp, Step } from "../../plan/sheetPlan";
import { COLUMNS, COUNTY_PAIRS, HELPERS, INDICATOR_SPANS, LAST_COLUMN, TIER_SPANS, TREND_SPANS, block } from "./layout";
import type { SummaryRows } from "./layout";
import { isGrouped } from "./ranking";
import { filledLines, heightOf, linesOf } from "../print/textSize";

const CENTIMETRE = 72 / 2.54;
/** Points of A4, standing. */
const PAPER_HEIGHT = 841.89;
const HIGHEST_ROW = 409;
/** Of the font’s size: paragraphs stand somewhat apart, and fonts that stand in for 仿宋 have room. */
const BULLETIN_LINE = 1.5;
const MARGINS = {
  side: 1 * CENTIMETRE,
  top: 1.6 * CENTIMETRE,
  bottom: 1.6 * CENTIMETRE,
  running: 0.8 * CENTIMETRE,
} as const;
const PAGE_HEIGHT = PAPER_HEIGHT - MARGINS.top - MARGINS.bottom;
/** Points, in the order of the columns; together less than the page is wide. */
const WIDTHS = [34, 132, 33, 33, 33, 33, 40, 33, 33, 33, 30, 33, 36] as const;
const HELPER_WIDTH = 60;
const HEADER_FILL = "#F2F2F2";
const HELPER_COLOR = "#7F7F7F";
const SIZES = { title: 20, heading: 12, text: 10, table: 9, note: 9, bulletin: 12, bulletinTitle: 14 } as const;
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

const RATE = "0.00%";
const COUNT = "0";
const POINTS = "0.0#";
/** What is still missing is in the cell's own colour, dark enough for a grey print; nothing missing and words are black. */
const GAP = "0;-0;[Black]0;[Black]@";
const GAP_COLOR = "#9C0006";
const CHANGE = "+0;-0;0";
const POINTS_CHANGE = "+0.0#;-0.0#;0.0";

/** Told apart on a grey print by being dark and light, columns and line. */
const COLOURS = { rate: "#8FB4DC", target: "#8B1A1A", deduction: "#5B7FA6" } as const;
/** Charts of ours are found by their names. */
const CHART_NAMES = { coverage: "_jgzb_coverage", deduction: "_jgzb_deduction" } as const;

type Spans = readonly (readonly [number, number])[];

/** What the looks depend on, apart from where the blocks stand. */
export interface SummaryLooks {
  /** Where the time of the figures stands, zero-based. */
  readonly asOf: readonly [number, number];
  /** Of the tiers, basis points. */
  readonly targets: readonly number[];
  /** The texts of the bulletin, and the departments' names, as they are shown. */
  readonly paragraphs: readonly string[];
  readonly names: readonly string[];
  /** Departments in the first chart. */
  readonly charted: number;
  readonly comparisons: number;
  /** All cells that are written now or were before. */
  readonly ruled: Area;
}

/** Formats, merges, row heights, page and charts, once all cells are written. */
export function summaryFormats(rows: SummaryRows, looks: SummaryLooks): Step[] {
  const { asOf, targets, paragraphs, charted, comparisons, ruled } = looks;
  const last = rows.textFirst + paragraphs.length - 1;
  return [
    {
      do: "format",
      area: ruled,
      format: {
        fontName: OFFICIAL_FONTS.pageNumber,
        fontSize: SIZES.text,
        bold: false,
        color: "#000000",
        noFill: true,
        borders: "none",
        horizontal: "Left",
        vertical: "Center",
        wrap: false,
        numberFormat: "General",
      },
    },
    ...titleFormats(asOf),
    ...countyFormats(rows),
    ...table(rows.tiers + 1, rows.tierTotal, TIER_SPANS, 1, [
      null,
      COUNT,
      COUNT,
      COUNT,
      GAP,
      COUNT,
      COUNT,
      COUNT,
      GAP,
      RATE,
    ]),
    ...targets.map((bp, index): Step =>
      format(block(rows.tierFirst + index, 0, rows.tierFirst + index, 1), { numberFormat: targetFormat([bp]) }),
    ),
    ...table(rows.indicatorFirst - 1, rows.indicatorTotal, INDICATOR_SPANS, 1, [null, COUNT, GAP, POINTS]),
    ...rankingFormats(rows, targetFormat(targets)),
    ...trendFormats(rows, comparisons),
    ...headings(rows),
    ...bulletinFormats(rows, paragraphs),
    ...helperFormats(rows),
    ...WIDTHS.map((points, index): Step => ({ do: "width", first: index, count: 1, points })),
    { do: "width", first: HELPERS.department, count: HELPERS.onboarded - HELPERS.department + 1, points: HELPER_WIDTH },
    ...heights(rows, looks, ruled.lastRow),
    { do: "setPage", page: page(last) },
    { do: "showGridlines", shown: false },
    { do: "deleteCharts", names: Object.values(CHART_NAMES) },
    ...charts(rows, charted).map((chart): Step => ({ do: "chart", chart })),
  ];
}

function format(area: Area, wanted: CellFormat): Step {
  return { do: "format", area, format: wanted };
}

function counted(numberFormat: string): CellFormat {
  return numberFormat === GAP ? { numberFormat, color: GAP_COLOR } : { numberFormat };
}

/** Merged where it is more than one cell. */
function merged(area: Area): Step[] {
  return area.firstRow === area.lastRow && area.firstColumn === area.lastColumn ? [] : [{ do: "merge", area }];
}

function titleFormats([asOfRow, asOfColumn]: readonly [number, number]): Step[] {
  const title = block(0, 0, 0, LAST_COLUMN);
  const asOf = block(asOfRow, asOfColumn, asOfRow, LAST_COLUMN);
  return [
    ...merged(title),
    format(title, { fontName: OFFICIAL_FONTS.title, fontSize: SIZES.title, horizontal: "Center" }),
    ...merged(asOf),
    format(asOf, { horizontal: "Right", numberFormat: SUMMARY_AS_OF_FORMAT }),
  ];
}

function countyFormats({ county, countyNote }: SummaryRows): Step[] {
  const [first, last] = [county + 1, countyNote - 1];
  const at = (column: number, row = first) => block(row, column, row, column);
  return [
    ...COUNTY_PAIRS.flatMap(({ label, value }): Step[] => [
      ...Array.from({ length: last - first + 1 }, (_, index) => [
        ...merged(block(first + index, label[0], first + index, label[1])),
        ...merged(block(first + index, value[0], first + index, value[1])),
      ]).flat(),
      format(block(first, label[0], last, label[1]), { fill: HEADER_FILL, horizontal: "Center" }),
      format(block(first, value[0], last, value[1]), { horizontal: "Center", bold: true, numberFormat: COUNT }),
    ]),
    format(block(first, 0, last, LAST_COLUMN), { borders: "all" }),
    // Row 4 of the block: gap, rate, deduction.
    format(at(COUNTY_PAIRS[1].value[0], first + 3), { numberFormat: RATE }),
    format(at(COUNTY_PAIRS[2].value[0], first + 3), { numberFormat: POINTS }),
    note(countyNote),
  ];
}

function note(row: number): Step {
  return format(block(row, 0, row, LAST_COLUMN), { fontSize: SIZES.note });
}

/** A ruled table with one header row and, where `totals` is 1, a last row in bold. Null for a column of labels. */
function table(header: number, last: number, spans: Spans, totals: 0 | 1, formats: readonly (string | null)[]): Step[] {
  const [left, right] = [spans[0]![0], spans.at(-1)![1]];
  const merges = Array.from({ length: last - header + 1 }, (_, index) =>
    spans.flatMap(([from, to]) => merged(block(header + index, from, header + index, to))),
  ).flat();
  return [
    ...merges,
    format(block(header, left, last, right), { borders: "all", horizontal: "Center", fontSize: SIZES.table }),
    format(block(header, left, header, right), { fill: HEADER_FILL, fontName: OFFICIAL_FONTS.heading, wrap: true }),
    ...spans.flatMap(([from, to], index): Step[] =>
      (formats[index] ?? null) === null ? [] : [format(block(header + 1, from, last, to), counted(formats[index]!))],
    ),
    ...(totals === 1 ? [format(block(last, left, last, right), { bold: true })] : []),
  ];
}

/** As many decimals as the finest target needs; basis points. */
function targetFormat(targets: readonly number[]): string {
  if (targets.every((bp) => bp % 100 === 0)) return "0%";
  return targets.every((bp) => bp % 10 === 0) ? "0.0%" : RATE;
}

function rankingFormats(rows: SummaryRows, target: string): Step[] {
  const [upper, lower] = [rows.ranking + 1, rows.ranking + 2];
  const numberFormats: Readonly<Partial<Record<keyof typeof COLUMNS, string>>> = {
    due: COUNT,
    required: COUNT,
    done: COUNT,
    target,
    rate: RATE,
    gap: GAP,
    directoryGap: GAP,
    implementationGap: GAP,
    officers: COUNT,
    officersGap: GAP,
    deduction: POINTS,
  };
  const columns = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  return [
    ...merged(block(upper, COLUMNS.due, upper, COLUMNS.gap)),
    ...merged(block(upper, COLUMNS.officers, upper, COLUMNS.officersGap)),
    ...columns
      .filter((column) => !isGrouped(column))
      .flatMap((column) => merged(block(upper, COLUMNS[column], lower, COLUMNS[column]))),
    format(block(upper, 0, rows.last, LAST_COLUMN), { borders: "all", horizontal: "Center", fontSize: SIZES.table }),
    format(block(upper, 0, lower, LAST_COLUMN), { fill: HEADER_FILL, fontName: OFFICIAL_FONTS.heading, wrap: true }),
    format(block(rows.first, COLUMNS.department, rows.last, COLUMNS.department), { horizontal: "Left", wrap: true }),
    ...columns.flatMap((column): Step[] =>
      numberFormats[column] === undefined
        ? []
        : [format(block(rows.first, COLUMNS[column], rows.last, COLUMNS[column]), counted(numberFormats[column]))],
    ),
    note(rows.rankingNote),
  ];
}

function trendFormats(rows: SummaryRows, count: number): Step[] {
  if (rows.trend === null) return [];
  const header = rows.trend + 1;
  return [
    ...table(header, header + 1 + count * 2, TREND_SPANS, 0, [null, COUNT, COUNT, COUNT, POINTS]),
    ...Array.from({ length: count }, (_, index): Step[] => {
      const row = header + 3 + index * 2;
      return [
        format(block(row, 0, row, LAST_COLUMN), { bold: true, numberFormat: CHANGE }),
        format(block(row, TREND_SPANS[4][0], row, LAST_COLUMN), { numberFormat: POINTS_CHANGE }),
      ];
    }).flat(),
  ];
}

function headingRows(rows: SummaryRows): number[] {
  return [
    rows.county,
    rows.tiers,
    rows.indicators,
    rows.ranking,
    ...(rows.trend === null ? [] : [rows.trend]),
    rows.bulletin,
  ];
}

function headings(rows: SummaryRows): Step[] {
  return headingRows(rows).map((row) =>
    format(block(row, 0, row, LAST_COLUMN), { fontName: OFFICIAL_FONTS.heading, fontSize: SIZES.heading }),
  );
}

function bulletinFormats({ bulletin, textFirst }: SummaryRows, paragraphs: readonly string[]): Step[] {
  const title = block(bulletin + 1, 0, bulletin + 1, LAST_COLUMN);
  return [
    ...merged(title),
    format(title, { fontName: OFFICIAL_FONTS.title, fontSize: SIZES.bulletinTitle, horizontal: "Center" }),
    ...paragraphs.flatMap((_, index) => merged(block(textFirst + index, 0, textFirst + index, LAST_COLUMN))),
    format(block(textFirst, 0, textFirst + paragraphs.length - 1, LAST_COLUMN), {
      fontName: OFFICIAL_FONTS.body,
      fontSize: SIZES.bulletin,
      vertical: "Top",
      wrap: true,
    }),
  ];
}

function helperFormats(rows: SummaryRows): Step[] {
  const of = (column: number) => block(rows.first, column, rows.last, column);
  return [
    format(block(rows.ranking + 1, HELPERS.department, rows.last, HELPERS.onboarded), {
      color: HELPER_COLOR,
      fontSize: SIZES.note,
    }),
    format(of(HELPERS.rate), { numberFormat: RATE }),
    format(of(HELPERS.target), { numberFormat: RATE }),
  ];
}

/** Every row's height: a refresh may find other blocks in their places. `last` is the last row that was ever written. */
function heights(
  rows: SummaryRows,
  { paragraphs, names }: Pick<SummaryLooks, "paragraphs" | "names">,
  last: number,
): Step[] {
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
  if (rows.chart) {
    const { first, last: end } = rows.chart;
    const free = PAGE_HEIGHT - points.slice(0, first).reduce((sum, height) => sum + height, 0) - FREE_ON_FIRST_PAGE;
    points.fill(Math.max(LEAST_CHART_ROW, Math.floor((free / (end - first + 1)) * 4) / 4), first, end + 1);
  }
  // The bulletin is whole on its page, unless more than the highest row would be left of the one before; the others' headings stay with
  // the first rows under them.
  const bulletin = points
    .slice(rows.bulletin, rows.textFirst + paragraphs.length)
    .reduce((sum, height) => sum + height, 0);
  for (const [row, together] of [
    [rows.ranking, KEPT_TOGETHER],
    ...(rows.trend === null ? [] : [[rows.trend, KEPT_TOGETHER] as const]),
    [rows.bulletin, bulletin],
  ] as const) {
    const left = leftOfPage(points, row);
    if (left < Math.min(together, HIGHEST_ROW - TURNING)) points[row] = Math.max(HEIGHTS.heading, left + TURNING);
  }
  return runsOf(points);
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

function page(lastRow: number): PageSetUp {
  return {
    orientation: "Portrait",
    paperSize: "A4",
    zoom: { horizontalFitToPages: 1 },
    margins: {
      left: MARGINS.side,
      right: MARGINS.side,
      top: MARGINS.top,
      bottom: MARGINS.bottom,
      header: MARGINS.running,
      footer: MARGINS.running,
    },
    centerHorizontally: true,
    printArea: [block(0, 0, lastRow, LAST_COLUMN)],
    titleRows: null,
    header: { left: "", center: "", right: "" },
    footer: { left: "", center: PAGE.page, right: "" },
  };
}

function charts(rows: SummaryRows, charted: number): ChartPlan[] {
  const helper = (column: number) => block(rows.first, column, rows.first + charted - 1, column);
  const coverage: ChartPlan | null = rows.chart && {
    name: CHART_NAMES.coverage,
    kind: "columnClustered",
    title: CHART_TITLES.coverage,
    categories: helper(HELPERS.department),
    series: [
      { name: CHART_SERIES.rate, values: helper(HELPERS.rate), color: COLOURS.rate },
      { name: CHART_SERIES.target, values: helper(HELPERS.target), color: COLOURS.target, line: true },
    ],
    axisFormat: "0%",
    axisMaximum: 1,
    axisUnit: 0.2,
    gapWidth: 60,
    uprightNames: true,
    place: block(rows.chart.first, 0, rows.chart.last, LAST_COLUMN),
  };
  const [first, last] = [rows.indicatorFirst, rows.indicatorTotal - 1];
  const deduction: ChartPlan = {
    name: CHART_NAMES.deduction,
    kind: "barClustered",
    title: CHART_TITLES.deduction,
    categories: block(first, INDICATOR_SPANS[0][0], last, INDICATOR_SPANS[0][0]),
    series: [
      {
        name: CHART_SERIES.deduction,
        values: block(first, INDICATOR_SPANS[3][0], last, INDICATOR_SPANS[3][0]),
        color: COLOURS.deduction,
      },
    ],
    axisFormat: "0.0",
    gapWidth: 50,
    labels: POINTS,
    topDown: true,
    place: block(rows.indicatorFirst - 1, 6, rows.indicatorTotal, LAST_COLUMN),
  };
  return coverage ? [coverage, deduction] : [deduction];
}
