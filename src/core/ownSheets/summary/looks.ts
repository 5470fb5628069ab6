import type { Area } from "../../cells/address";
import type { CellFormat, PageSetUp, Step } from "../../plan/sheetPlan";
import { PAGE } from "../../wording/sheet";
import { SUMMARY_AS_OF_FORMAT } from "../../wording/summary";
import { OFFICIAL_FONTS } from "../officialFonts";
import { chartSteps } from "./charts";
import { headingRows, heightSteps } from "./heights";
import type { SummaryTexts } from "./heights";
import {
  AS_OF,
  COLUMNS,
  COUNTY_PAIRS,
  HELPERS,
  INDICATOR_SPANS,
  LAST_COLUMN,
  TIER_SPANS,
  TREND_SPANS,
  block,
} from "./layout";
import type { SummaryRows } from "./layout";
import { isGrouped } from "./ranking";
import { MARGINS, SIZES, WIDTHS } from "./sizes";

const HELPER_WIDTH = 60;
const HEADER_FILL = "#F2F2F2";
const HELPER_COLOR = "#7F7F7F";

const RATE = "0.00%";
const COUNT = "0";
const POINTS = "0.0#";
/** What is still missing is in the cell's own colour, dark enough for a grey print; nothing missing and words are black. */
const GAP = "0;-0;[Black]0;[Black]@";
const GAP_COLOR = "#9C0006";
const CHANGE = "+0;-0;0";
const POINTS_CHANGE = "+0.0#;-0.0#;0.0";

type Spans = readonly (readonly [number, number])[];

/** What the looks depend on, apart from where the blocks stand. */
export interface SummaryFacts extends SummaryTexts {
  /** Of the tiers, basis points. */
  readonly targets: readonly number[];
  /** Departments in the first chart. */
  readonly charted: number;
  readonly comparisons: number;
}

/** Formats, merges, row heights, page and charts; `ruled` are all cells that are written now or were before. */
export function summaryLooks(rows: SummaryRows, facts: SummaryFacts, ruled: Area): Step[] {
  const { targets, paragraphs, charted, comparisons } = facts;
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
    ...titleFormats(),
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
    ...heightSteps(rows, facts, ruled.lastRow),
    { do: "setPage", page: page(last) },
    { do: "showGridlines", shown: false },
    ...chartSteps(rows, charted),
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

function titleFormats(): Step[] {
  const [asOfRow, asOfColumn] = AS_OF;
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
