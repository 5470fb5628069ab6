import { columnLetters } from "../../cells/address";
import type { Area } from "../../cells/address";
import { descriptorOf } from "../../indicators/indicators";
import type { CellFormat, PageSetUp, Step } from "../../plan/sheetPlan";
import { barSteps } from "../../taskSheet/bars";
import { OWN_COLUMNS, numberFormatOf } from "../../taskSheet/columns";
import type { OwnColumn } from "../../taskSheet/columns";
import { MARKS, highlightSteps } from "../../taskSheet/highlights";
import type { Shortfall } from "../../taskSheet/highlights";
import { PRINTED } from "../../wording/printSheet";
import { OFFICIAL_FONTS, OFFICIAL_SIZES } from "../officialFonts";
import { PRINTED_FORMS } from "./printColumns";
import type { PrintedColumn } from "./printColumns";
import { HEIGHTS, ROWS, across, printedTable } from "./printLayout";
import type { PrintLayout } from "./printLayout";
import { emsOf } from "./textSize";

const UNTOUCHED: CellFormat = {
  numberFormat: "General",
  bold: false,
  color: "#000000",
  fontName: OFFICIAL_FONTS.body,
  horizontal: "Left",
  vertical: "Center",
  wrap: false,
  borders: "none",
  noFill: true,
};
/** Points; what Excel gives a row of its own accord. */
const PLAIN_ROW = 15;

/** The looks of 打印版; `ruled` are all cells that are written now or were before. */
export function printLooks(layout: PrintLayout, ruled: Area): Step[] {
  const { columns, own, body } = printedTable(layout);
  return [
    ...plainCells(layout, ruled),
    ...headingLooks(layout),
    ...headerLooks(layout),
    ...bodyLooks(layout),
    ...legendLooks(layout),
    ...heightSteps(layout),
    // Over the very cells of the bars: LibreOffice shows two formats of a cell only where they cover the same.
    ...highlightSteps({ columns, body }, own, shortOnPrint(layout)),
    ...(layout.bars ? barSteps(own, body) : []),
    { do: "showGridlines", shown: false },
    { do: "setPage", page: pageOf(layout) },
  ];
}

/** 打印版 has no gaps of the lists: there a rate below its target tells. */
function shortOnPrint(layout: PrintLayout): Shortfall {
  const { columns, own, body } = printedTable(layout);
  const cell = (column: number) => `$${columnLetters(column)}${body.first + 1}`;
  return (indicator) => {
    const [gap, rate, target] = [
      own[`${indicator}Gap`],
      own[`${indicator}Rate`],
      columns[descriptorOf(indicator).target],
    ];
    if (gap !== undefined) return `N(${cell(gap)})>0`;
    return rate === undefined || target === undefined ? null : `ISNUMBER(${cell(rate)}),${cell(rate)}<${cell(target)}`;
  };
}

/** Nothing of a print before is left. */
function plainCells({ page, end }: PrintLayout, ruled: Area): Step[] {
  const last = end + 2;
  return [
    { do: "format", area: ruled, format: { ...UNTOUCHED, fontSize: page.fontSize } },
    ...(ruled.lastRow > last
      ? [{ do: "rowHeight", first: last + 1, count: ruled.lastRow - last, points: PLAIN_ROW } as const]
      : []),
    ...page.widths.map((points, column): Step => ({ do: "width", first: column, count: 1, points })),
  ];
}

/** 附件2, the title, and who made it when. */
function headingLooks({ columns, page, title }: PrintLayout): Step[] {
  const last = columns.length - 1;
  const wide = page.widths.reduce((sum, width) => sum + width, 0);
  const fontSize = Math.min(OFFICIAL_SIZES.title, Math.floor(wide / (emsOf(title) + 1)));
  return [
    format(across(ROWS.attachment, 0), { fontName: OFFICIAL_FONTS.heading, fontSize: OFFICIAL_SIZES.attachment }),
    format(across(ROWS.title, 0, last), {
      fontName: OFFICIAL_FONTS.title,
      fontSize,
      horizontal: "CenterAcrossSelection",
    }),
    format(across(ROWS.facts, last), { horizontal: "Right" }),
  ];
}

/** Groups over their columns; what stands in no group goes over both rows. */
function headerLooks({ form, columns }: PrintLayout): Step[] {
  const { groups } = PRINTED_FORMS[form];
  const groupAt = columns.map((column) => groups.findIndex(({ members }) => members.includes(column)));
  const merged = (area: Area): Step => ({ do: "merge", area });
  return [
    format(
      { firstRow: ROWS.groups, firstColumn: 0, lastRow: ROWS.headers, lastColumn: columns.length - 1 },
      { fontName: OFFICIAL_FONTS.heading, horizontal: "Center", wrap: true, borders: "all" },
    ),
    ...groups.flatMap((_, group): Step[] => {
      const [first, last] = [groupAt.indexOf(group), groupAt.lastIndexOf(group)];
      return first < last ? [merged(across(ROWS.groups, first, last))] : [];
    }),
    ...groupAt.flatMap((group, column) =>
      group < 0 ? [merged({ ...across(ROWS.groups, column), lastRow: ROWS.headers })] : [],
    ),
  ];
}

function bodyLooks(layout: PrintLayout): Step[] {
  const { columns, end, smallNames, sums, page } = layout;
  const body: Area = { firstRow: ROWS.body, firstColumn: 0, lastRow: end, lastColumn: columns.length - 1 };
  return [
    format(body, { horizontal: "Center", wrap: true, borders: "all" }),
    ...columns.map((column, index) =>
      format({ ...body, firstColumn: index, lastColumn: index }, columnFormat(column, layout)),
    ),
    ...smallNames.map((row) => format(across(row, columns.indexOf("department")), { fontSize: page.smallSize })),
    ...sums.map((row) => format(across(row, 0, columns.length - 1), { bold: true, fontName: OFFICIAL_FONTS.heading })),
  ];
}

function columnFormat(column: PrintedColumn, { wholeTargets, page }: PrintLayout): CellFormat {
  if (column === "department") return { horizontal: "Left", numberFormat: "General" };
  if (column === "remark") return { horizontal: "Left", numberFormat: "General", fontSize: page.smallSize };
  if (column.endsWith("Target")) return { numberFormat: wholeTargets ? "0%" : "0.00%" };
  const isOwn = (OWN_COLUMNS as readonly PrintedColumn[]).includes(column);
  return { numberFormat: isOwn ? numberFormatOf(column as OwnColumn) : "0" };
}

/** Each mark of the legend in its own look. */
function legendLooks({ end, legend }: PrintLayout): Step[] {
  return legend.flatMap(({ mark, first, last }): Step[] => {
    const area = across(end + 1, first, last);
    const { fill, ...style } = MARKS[mark] as { fill: string; color?: string; bold?: true };
    const { color, bold } = style;
    return [
      ...(last > first ? [{ do: "merge", area } as const] : []),
      format(area, {
        fill,
        horizontal: "Center",
        borders: "all",
        ...(color !== undefined && { color }),
        ...(bold && { bold }),
      }),
    ];
  });
}

function heightSteps({ end, heights }: PrintLayout): Step[] {
  const height = (first: number, points: number, count = 1): Step => ({ do: "rowHeight", first, count, points });
  return [
    height(ROWS.attachment, HEIGHTS.attachment),
    height(ROWS.title, HEIGHTS.title),
    height(ROWS.facts, heights.facts),
    height(ROWS.groups, heights.groups),
    height(ROWS.headers, heights.headers),
    height(ROWS.body, heights.row, end - ROWS.body + 1),
    height(end + 1, heights.ending, 2),
  ];
}

/** Landscape, one page wide, the header on each page, the number at the foot as on official documents. */
function pageOf({ paper, columns, end, page }: PrintLayout): PageSetUp {
  const { side, top, bottom, running } = page.margins;
  return {
    orientation: "Landscape",
    paperSize: paper,
    zoom: { horizontalFitToPages: 1 },
    margins: { left: side, right: side, top, bottom, header: running, footer: running },
    centerHorizontally: true,
    printArea: [{ firstRow: 0, firstColumn: 0, lastRow: end + 2, lastColumn: columns.length - 1 }],
    titleRows: { first: ROWS.groups, last: ROWS.headers },
    header: { left: "", center: "", right: "" },
    footer: {
      left: "",
      center: `&"${OFFICIAL_FONTS.pageNumber},常规"&${OFFICIAL_SIZES.pageNumber}${PRINTED.page}`,
      right: "",
    },
  };
}

function format(area: Area, wanted: CellFormat): Step {
  return { do: "format", area, format: wanted };
}
