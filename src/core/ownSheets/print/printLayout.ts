import type { Area } from "../../cells/address";
import type { Mark } from "../../plan/sheetPlan";
import { OWN_COLUMNS } from "../../taskSheet/columns";
import type { OwnPlaces } from "../../taskSheet/layout";
import type { PrintForm } from "../../taskSheet/page";
import type { ColumnPlaces } from "../../table/taskTable";
import { LEGEND } from "../../wording/printSheet";
import { PRINTED_FORMS } from "./printColumns";
import type { PrintedColumn } from "./printColumns";
import { fitPage, fitRows, highest } from "./printFit";
import type { FittedPage } from "./printFit";
import { emsOf, heightOf } from "./textSize";

/** The rows above the table, zero-based. */
export const ROWS = { attachment: 0, title: 1, facts: 2, groups: 3, headers: 4, body: 5 } as const;
/** Points. */
export const HEIGHTS = { attachment: 22.5, title: 33, facts: 21 } as const;
/** Points that the header gets beyond what its lines need: fonts that stand in for 黑体 are higher than it. */
const HEADER_AIR = 4.5;

/** What the rows and columns of 打印版 are: all that its looks follow from. Rows are zero-based. */
export interface PrintRows extends PrintForm {
  readonly columns: readonly PrintedColumn[];
  /** The last row of the table, 合计 among it. */
  readonly end: number;
  /** Rows of sums. */
  readonly sums: readonly number[];
  readonly title: string;
  /** What 部门名称 and 情况说明 show, from the first row of the table on. */
  readonly names: readonly string[];
  readonly remarks: readonly string[];
  /** All targets are whole per cents. */
  readonly wholeTargets: boolean;
  /** The marks that the legend explains. */
  readonly marks: readonly Mark[];
  readonly bars: boolean;
}

/** 打印版 with the sizes of everything on it, points. */
export interface PrintLayout extends PrintRows {
  readonly page: FittedPage;
  /** `row` is the one height of the table's rows. */
  readonly heights: Readonly<Record<"facts" | "groups" | "headers" | "row" | "ending", number>>;
  /** Rows whose department's name is set in the small font. */
  readonly smallNames: readonly number[];
  /** Where each mark of the legend stands: its first and last column. */
  readonly legend: readonly { readonly mark: Mark; readonly first: number; readonly last: number }[];
}

/** Makes everything as large as the page takes it. */
export function layOutPrint(rows: PrintRows): PrintLayout {
  const page = fitPage(rows, rows.columns, rows);
  return { ...rows, page, ...fitHeights(rows, page), legend: legendOf(rows, page) };
}

/** The table as it stands on 打印版 itself: where its columns and its body are. */
export function printedTable({ columns, end }: Pick<PrintRows, "columns" | "end">): {
  readonly columns: ColumnPlaces;
  readonly own: OwnPlaces;
  readonly body: { readonly first: number; readonly last: number };
} {
  const isOwn = (column: PrintedColumn) => (OWN_COLUMNS as readonly PrintedColumn[]).includes(column);
  const places = Object.fromEntries(columns.map((column, index) => [column, index]));
  return {
    columns: places,
    own: Object.fromEntries(Object.entries(places).filter(([column]) => isOwn(column as PrintedColumn))),
    body: { first: ROWS.body, last: end },
  };
}

/** Rows of one height, in which no text is cut. */
function fitHeights(
  { form, paper, columns, names, remarks, end }: PrintRows,
  page: FittedPage,
): Pick<PrintLayout, "heights" | "smallNames"> {
  const { fontSize, widths } = page;
  const { headers, groups } = PRINTED_FORMS[form];
  const placed = (column: PrintedColumn, texts: readonly string[]) =>
    texts.map((text) => ({ text, width: widths[columns.indexOf(column)]! }));
  const grouped = columns.flatMap((column, index) =>
    groups.some(({ members }) => members.includes(column)) ? [{ text: headers[column]!, width: widths[index]! }] : [],
  );
  const across = (members: readonly PrintedColumn[]) =>
    columns.reduce((sum, column, index) => sum + (members.includes(column) ? widths[index]! : 0), 0);
  const groupTexts = groups.map(({ label, members }) => ({ text: label, width: across(members) }));
  const heights = {
    facts: Math.max(HEIGHTS.facts, heightOf(1, fontSize)),
    groups: highest(groupTexts, fontSize, 1),
    headers: highest(grouped, fontSize, 2) + HEADER_AIR,
    ending: highest([], fontSize, 1),
  };
  const { height, isSmall } = fitRows(placed("department", names), placed("remark", remarks), page, {
    paper,
    margins: page.margins,
    heading: HEIGHTS.attachment + HEIGHTS.title + heights.facts,
    header: heights.groups + heights.headers,
    ending: 2 * heights.ending,
    rows: end - ROWS.body + 1,
  });
  return {
    heights: { ...heights, row: height },
    smallNames: placed("department", names).flatMap((name, index) => (isSmall(name) ? [ROWS.body + index] : [])),
  };
}

/** As many columns for each mark as its words need, behind the first. */
function legendOf({ marks, columns }: PrintRows, { widths, fontSize }: FittedPage): PrintLayout["legend"] {
  let next = 1;
  return marks.flatMap((mark) => {
    const first = next;
    let width = 0;
    while (next < columns.length && width < (emsOf(LEGEND[mark]) + 1.5) * fontSize) width += widths[next++]!;
    return first < columns.length ? [{ mark, first, last: next - 1 }] : [];
  });
}

/** A cell's words over the columns that they belong to. */
export function across(row: number, first: number, last = first): Area {
  return { firstRow: row, firstColumn: first, lastRow: row, lastColumn: last };
}
