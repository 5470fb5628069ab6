import type { Assessment } from "../../assess/assessment";
import { columnLetters, quotedSheet } from "../../cells/address";
import type { Area } from "../../cells/address";
import { INDICATORS, descriptorOf } from "../../indicators/indicators";
import type { RawValue } from "../../cells/grid";
import type { TaskTable } from "../../table/taskTable";
import { LEGEND, PRINTED } from "../../wording/printSheet";
import { PRINT_SHEET } from "../../wording/ownSheets";
import { aggregateFormula, rateOverAll } from "../../taskSheet/aggregates";
import { barSteps } from "../../taskSheet/bars";
import { OWN_COLUMNS, isInput, numberFormatOf } from "../../taskSheet/columns";
import type { OwnColumn } from "../../taskSheet/columns";
import { areaOf, asText } from "../../plan/content";
import type { SheetContent } from "../../plan/content";
import { MARKS, highlightSteps, marksOf } from "../../taskSheet/highlights";
import type { Shortfall } from "../../taskSheet/highlights";
import type { OwnPlaces } from "../../taskSheet/layout";
import { OFFICIAL_FONTS, OFFICIAL_SIZES } from "../officialFonts";
import type { Options } from "../../memory/options";
import { OWN_SHEET_STEP } from "../ownSheets";
import { minute } from "../../taskSheet/page";
import { printedCell, shownAt } from "./printCells";
import { PRINTED_FORMS, TARGETS } from "./printColumns";
import type { PrintedColumn } from "./printColumns";
import { fitPage, fitRows, highest } from "./printFit";
import type { FittedPage } from "./printFit";
import type { CellFormat, PageSetUp, SheetPlan, Step } from "../../plan/sheetPlan";
import { ownHighlights, ownPlaces } from "../../taskSheet/state";
import type { SheetState } from "../../taskSheet/state";
import { emsOf, heightOf } from "./textSize";

/** The rows above the table. */
const ROWS = { attachment: 0, title: 1, facts: 2, groups: 3, headers: 4, body: 5 } as const;
const HEIGHTS = { attachment: 22.5, title: 33, facts: 21 } as const;
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
/** Points that the header gets beyond what its lines need: fonts that stand in for 黑体 are higher than it. */
const HEADER_AIR = 4.5;
/** Points; what Excel gives a row of its own accord. */
const PLAIN_ROW = 15;

/** What 打印版 is made from. */
export interface PrintSource {
  /** The task table's sheet. */
  readonly state: SheetState;
  readonly table: TaskTable;
  readonly assessment: Assessment;
  readonly options: Options;
  /** The time of the figures. */
  readonly now: Date;
}

/** 打印版 as it stands, to be brought up to date. */
export interface StandingPrint {
  readonly state: SheetState;
  /** What it holds; null where it is blank. */
  readonly used: Area | null;
}

/** All that the steps are made from: columns by place, rows and sizes. */
interface Print extends PrintSource {
  readonly columns: readonly PrintedColumn[];
  /** The task table's rows that are printed, top to bottom, zero-based. */
  readonly rows: readonly number[];
  /** The row of 合计 that is ours; null where the task table has one of its own. */
  readonly total: number | null;
  readonly end: number;
  readonly page: FittedPage;
  /** Points; `row` is the one height of the table's rows. */
  readonly heights: {
    readonly facts: number;
    readonly groups: number;
    readonly headers: number;
    readonly row: number;
    readonly ending: number;
  };
  /** Rows of this sheet whose department's name is set in the small font. */
  readonly smallNames: readonly number[];
  /** The table as it stands on 打印版. */
  readonly printed: { readonly table: TaskTable; readonly own: OwnPlaces };
}

/** Makes 打印版, a sheet of our own made for the page; the task table is not touched. `standing` is null where there is none yet. */
export function planPrintSheet(source: PrintSource, standing: StandingPrint | null): SheetPlan {
  const print = layOutPrint(source);
  const { printed, options } = print;
  const steps: Step[] = [
    ...(standing ? [] : [OWN_SHEET_STEP]),
    ...emptySteps(print, standing),
    ...headingSteps(print),
    ...headerSteps(print),
    ...bodySteps(print),
    ...endingSteps(print),
    ...heightSteps(print),
    // Over the very cells of the bars: LibreOffice shows two formats of a cell only where they cover the same.
    ...highlightSteps(printed.table, printed.own, shortOnPrint(print)),
    ...(options.print.bars ? barSteps(printed.own, printed.table.body) : []),
    { do: "showGridlines", shown: false },
    { do: "setPage", page: pageOf(print) },
    { do: "activate" },
  ];
  return { sheet: PRINT_SHEET, ...(standing ? {} : { create: true as const }), steps, expected: [] };
}

/** 打印版 has no gaps of the lists: there a rate below its target tells. */
function shortOnPrint({ printed: { table, own } }: Print): Shortfall {
  const cell = (column: number) => `$${columnLetters(column)}${table.body.first + 1}`;
  return (indicator) => {
    const [gap, rate, target] = [
      own[`${indicator}Gap`],
      own[`${indicator}Rate`],
      table.columns[descriptorOf(indicator).target],
    ];
    if (gap !== undefined) return `N(${cell(gap)})>0`;
    return rate === undefined || target === undefined ? null : `ISNUMBER(${cell(rate)}),${cell(rate)}<${cell(target)}`;
  };
}

function layOutPrint(source: PrintSource): Print {
  const { state, table, options } = source;
  const own = ownPlaces(state);
  const { form } = options.print;
  // Items due are blank where they are those claimed: a column that is blank throughout tells nothing.
  const told = (column: PrintedColumn) =>
    column !== "directoryDue" ||
    table.departments.some(({ cells }) => cells.directoryDue && cells.directoryDue.kind !== "blank");
  const columns = PRINTED_FORMS[form].columns.filter(
    (column) => placeOf(column, table, own) !== undefined && told(column),
  );
  const rows = [...table.departments, ...table.aggregates].map(({ row }) => row).sort((a, b) => a - b);
  const texts = (column: PrintedColumn) =>
    rows.map((row) => String(shownAt(state.grid, row, placeOf(column, table, own) ?? -1)).replace(/[\r\n]/g, ""));
  const total = table.aggregates.some(({ of }) => of.length === table.departments.length)
    ? null
    : ROWS.body + rows.length;
  const end = total ?? ROWS.body + rows.length - 1;
  const at = new Map(rows.map((row, index) => [row, ROWS.body + index]));
  const places = Object.fromEntries(columns.map((column, index) => [column, index]));
  const printed = {
    own: Object.fromEntries(
      OWN_COLUMNS.flatMap((column) => (places[column] === undefined ? [] : [[column, places[column]]])),
    ) as OwnPlaces,
    table: {
      ...table,
      sheet: PRINT_SHEET,
      columns: Object.fromEntries(
        Object.keys(table.columns).flatMap((column) =>
          places[column] === undefined ? [] : [[column, places[column]]],
        ),
      ) as unknown as TaskTable["columns"],
      departments: table.departments.map((department) => ({ ...department, row: at.get(department.row)! })),
      body: { first: ROWS.body, last: end },
    },
  };
  const [names, remarks] = [texts("department"), texts("remark")];
  const page = fitPage(options.print, columns, { names, remarks, wholeTargets: hasWholeTargets(table) });
  return {
    ...source,
    columns,
    rows,
    total,
    end,
    printed,
    page,
    ...fitHeights(options, columns, page, end - ROWS.body + 1, { names, remarks }),
  };
}

function placeOf(column: PrintedColumn, table: TaskTable, own: OwnPlaces): number | undefined {
  return (
    (table.columns as Partial<Record<PrintedColumn, number>>)[column] ??
    (own as Partial<Record<PrintedColumn, number>>)[column]
  );
}

/** A blank sheet, on which nothing of a print before is left. */
function emptySteps({ columns, end, page }: Print, standing: StandingPrint | null): Step[] {
  const last = { row: end + 2, column: columns.length - 1 };
  const used = standing?.used;
  const area: Area = {
    firstRow: 0,
    firstColumn: 0,
    lastRow: Math.max(last.row, used?.lastRow ?? 0),
    lastColumn: Math.max(last.column, used?.lastColumn ?? 0),
  };
  const highlights = standing ? ownHighlights(standing.state) : [];
  return [
    ...(standing ? [{ do: "unmerge", area } as const] : []),
    ...(used ? [{ do: "clearContents", area: used } as const] : []),
    ...(highlights.length > 0 ? [{ do: "removeHighlights", ids: highlights } as const] : []),
    { do: "format", area, format: { ...UNTOUCHED, fontSize: page.fontSize } },
    ...(area.lastRow > last.row
      ? [{ do: "rowHeight", first: last.row + 1, count: area.lastRow - last.row, points: PLAIN_ROW } as const]
      : []),
    ...page.widths.map((points, column): Step => ({ do: "width", first: column, count: 1, points })),
  ];
}

/** 附件2, the title, and who made it when. */
function headingSteps({ table, options, now, columns, page }: Print): Step[] {
  const last = columns.length - 1;
  const title = table.title?.text ?? PRINTED.title;
  const across = page.widths.reduce((sum, width) => sum + width, 0);
  const titleSize = Math.min(OFFICIAL_SIZES.title, Math.floor(across / (emsOf(title) + 1)));
  const { office } = options.print;
  return [
    put(ROWS.attachment, 0, PRINTED.attachment),
    {
      do: "format",
      area: cell(ROWS.attachment, 0),
      format: { fontName: OFFICIAL_FONTS.heading, fontSize: OFFICIAL_SIZES.attachment },
    },
    put(ROWS.title, 0, asText(title)),
    {
      do: "format",
      area: line(ROWS.title, last),
      format: { fontName: OFFICIAL_FONTS.title, fontSize: titleSize, horizontal: "CenterAcrossSelection" },
    },
    ...(office === "" ? [] : [put(ROWS.facts, 0, PRINTED.office(office))]),
    put(ROWS.facts, last, PRINTED.asOf(minute(now))),
    { do: "format", area: cell(ROWS.facts, last), format: { horizontal: "Right" } },
  ];
}

/** Groups over their columns; what stands in no group goes over both rows. */
function headerSteps({ options, columns }: Print): Step[] {
  const { headers, groups } = PRINTED_FORMS[options.print.form];
  const groupAt = columns.map((column) => groups.findIndex(({ members }) => members.includes(column)));
  const label = (index: number) => groups[index]?.label ?? "";
  const upper = columns.map((column, index) =>
    groupAt[index]! < 0 ? headers[column]! : groupAt[index] === groupAt[index - 1] ? "" : label(groupAt[index]!),
  );
  const lower = columns.map((column, index) => (groupAt[index]! < 0 ? "" : headers[column]!));
  const header: Area = { firstRow: ROWS.groups, firstColumn: 0, lastRow: ROWS.headers, lastColumn: columns.length - 1 };
  return [
    { do: "write", area: header, formulas: [upper, lower] },
    {
      do: "format",
      area: header,
      format: { fontName: OFFICIAL_FONTS.heading, horizontal: "Center", wrap: true, borders: "all" },
    },
    ...groups.flatMap((_, group): Step[] => {
      const [first, last] = [groupAt.indexOf(group), groupAt.lastIndexOf(group)];
      return first < last
        ? [{ do: "merge", area: { firstRow: ROWS.groups, firstColumn: first, lastRow: ROWS.groups, lastColumn: last } }]
        : [];
    }),
    ...columns.flatMap((_, index): Step[] =>
      groupAt[index]! < 0
        ? [
            {
              do: "merge",
              area: { firstRow: ROWS.groups, firstColumn: index, lastRow: ROWS.headers, lastColumn: index },
            },
          ]
        : [],
    ),
  ];
}

/**
 * Merges the header of 打印版 as its contents say that it was merged: where there is nothing below, over both rows; where nothing follows beside
 * it but below, over the group. For a former print that comes back after one with other columns.
 */
export function printedMerges(content: SheetContent): Step[] {
  const last = areaOf(content)?.lastColumn ?? -1;
  const at = (row: number, column: number) =>
    content.cells[row - content.firstRow]?.[column - content.firstColumn] ?? "";
  const steps: Step[] = [];
  for (let column = 0; column <= last; column++) {
    if (at(ROWS.groups, column) === "") continue;
    const isGroup = at(ROWS.headers, column) !== "";
    let end = column;
    while (isGroup && end < last && at(ROWS.groups, end + 1) === "" && at(ROWS.headers, end + 1) !== "") end++;
    if (isGroup && end === column) continue;
    steps.push({
      do: "merge",
      area: {
        firstRow: ROWS.groups,
        firstColumn: column,
        lastRow: isGroup ? ROWS.groups : ROWS.headers,
        lastColumn: end,
      },
    });
  }
  return steps;
}

function bodySteps(print: Print): Step[] {
  const { table, rows, columns, total, end, state } = print;
  const { writeAs } = print.options;
  const own = ownPlaces(state);
  const departments = new Map(table.departments.map((department) => [department.row, department]));
  const cellAt = (row: number, column: PrintedColumn): RawValue => {
    const cells = departments.get(row)?.cells as
      Partial<Record<PrintedColumn, NonNullable<TaskTable["departments"][number]["cells"]["claimed"]>>> | undefined;
    return printedCell({ grid: state.grid, own, writeAs }, row, placeOf(column, table, own)!, cells?.[column], column);
  };
  const lines = rows.map((row) => columns.map((column) => cellAt(row, column)));
  const body: Area = { firstRow: ROWS.body, firstColumn: 0, lastRow: end, lastColumn: columns.length - 1 };
  const bold = [
    ...table.aggregates.map(({ row }) => ROWS.body + rows.indexOf(row)),
    ...(total === null ? [] : [total]),
  ];
  return [
    { do: "write", area: body, formulas: total === null ? lines : [...lines, totalsOf(print)] },
    { do: "format", area: body, format: { horizontal: "Center", wrap: true, borders: "all" } },
    ...columns.map((column, index): Step => ({
      do: "format",
      area: { ...body, firstColumn: index, lastColumn: index },
      format: formatOf(column, print),
    })),
    ...print.smallNames.map((row): Step => ({
      do: "format",
      area: cell(row, columns.indexOf("department")),
      format: { fontSize: print.page.smallSize },
    })),
    ...bold.map((row): Step => ({
      do: "format",
      area: line(row, columns.length - 1),
      format: { bold: true, fontName: OFFICIAL_FONTS.heading },
    })),
  ];
}

/** 合计 over this sheet's own cells; the rates over those of the task sheet, where what they are made of stands. */
function totalsOf({ columns, printed, state, table }: Print): RawValue[] {
  const aggregate = { row: printed.table.body.last, of: printed.table.departments.map(({ row }) => row) };
  const sums = (column: PrintedColumn) =>
    column === "claimed" || (OWN_COLUMNS as readonly PrintedColumn[]).includes(column);
  return columns.map((column, index): RawValue => {
    if (column === "department") return PRINTED.total;
    if (!sums(column)) return "";
    if (column === "claimed") return aggregateFormula(printed.table, { deduction: index }, aggregate, "deduction");
    // Without the total nothing tells which rows cannot be judged.
    if (!isInput(column as OwnColumn) && printed.own.deduction === undefined) return "";
    const rated = INDICATORS.find((indicator) => column === `${indicator}Rate`);
    if (!rated) return aggregateFormula(printed.table, printed.own, aggregate, column as OwnColumn);
    const rows = table.departments.map(({ row }) => row);
    return rateOverAll(ownPlaces(state), rows, rated, `${quotedSheet(table.sheet)}!`);
  });
}

function formatOf(column: PrintedColumn, { table, page }: Print): CellFormat {
  if (column === "department") return { horizontal: "Left", numberFormat: "General" };
  if (column === "remark") return { horizontal: "Left", numberFormat: "General", fontSize: page.smallSize };
  if (!column.endsWith("Target"))
    return {
      numberFormat: (OWN_COLUMNS as readonly PrintedColumn[]).includes(column)
        ? numberFormatOf(column as OwnColumn)
        : "0",
    };
  return { numberFormat: hasWholeTargets(table) ? "0%" : "0.00%" };
}

function hasWholeTargets({ departments }: TaskTable): boolean {
  return departments.every(({ cells }) =>
    TARGETS.every((column) => {
      const held = cells[column];
      return held?.kind !== "percent" || Math.abs(held.value * 100 - Math.round(held.value * 100)) < 1e-9;
    }),
  );
}

/** The legend of the marks that occur, each in its own look, and the note. */
function endingSteps({ assessment, options, columns, end, page }: Print): Step[] {
  const marks = marksOf(assessment.departments, options.print.form === "short" ? ["coverage", "officers"] : undefined);
  const steps: Step[] = marks.length > 0 ? [put(end + 1, 0, PRINTED.legend)] : [];
  let next = 1;
  for (const mark of marks) {
    const first = next;
    let width = 0;
    while (next < columns.length && width < (emsOf(LEGEND[mark]) + 1.5) * page.fontSize) width += page.widths[next++]!;
    const area: Area = { firstRow: end + 1, firstColumn: first, lastRow: end + 1, lastColumn: next - 1 };
    const { fill, ...style } = MARKS[mark] as { fill: string; color?: string; bold?: true };
    if (first >= columns.length) break;
    if (next - first > 1) steps.push({ do: "merge", area });
    steps.push(put(end + 1, first, LEGEND[mark]), {
      do: "format",
      area,
      format: {
        fill,
        horizontal: "Center",
        borders: "all",
        ...(style.color ? { color: style.color } : {}),
        ...(style.bold ? { bold: true } : {}),
      },
    });
  }
  return [...steps, put(end + 2, 0, PRINTED.note)];
}

/** Rows of one height, in which no text is cut; `rows` is how many. */
function fitHeights(
  { print: { form, paper } }: Options,
  columns: readonly PrintedColumn[],
  page: FittedPage,
  rows: number,
  { names, remarks }: Readonly<Record<"names" | "remarks", readonly string[]>>,
): Pick<Print, "heights" | "smallNames"> {
  const { fontSize, widths } = page;
  const { headers, groups } = PRINTED_FORMS[form];
  const placed = (column: PrintedColumn, texts: readonly string[]) =>
    texts.map((text) => ({ text, width: widths[columns.indexOf(column)]! }));
  const grouped = columns.flatMap((column, index) =>
    groups.some(({ members }) => members.includes(column)) ? [{ text: headers[column]!, width: widths[index]! }] : [],
  );
  const across = (members: readonly PrintedColumn[]) =>
    columns.reduce((sum, column, index) => sum + (members.includes(column) ? widths[index]! : 0), 0);
  const heights = {
    facts: Math.max(HEIGHTS.facts, heightOf(1, fontSize)),
    groups: highest(
      groups.map(({ label, members }) => ({ text: label, width: across(members) })),
      fontSize,
      1,
    ),
    headers: highest(grouped, fontSize, 2) + HEADER_AIR,
    ending: highest([], fontSize, 1),
  };
  const { height, isSmall } = fitRows(placed("department", names), placed("remark", remarks), page, {
    paper,
    margins: page.margins,
    heading: HEIGHTS.attachment + HEIGHTS.title + heights.facts,
    header: heights.groups + heights.headers,
    ending: 2 * heights.ending,
    rows,
  });
  return {
    heights: { ...heights, row: height },
    smallNames: placed("department", names).flatMap((name, index) => (isSmall(name) ? [ROWS.body + index] : [])),
  };
}

function heightSteps({ end, heights }: Print): Step[] {
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
function pageOf({ options, columns, end, page }: Print): PageSetUp {
  const { side, top, bottom, running } = page.margins;
  return {
    orientation: "Landscape",
    paperSize: options.print.paper,
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

function put(row: number, column: number, content: RawValue): Step {
  return { do: "write", area: cell(row, column), formulas: [[content]] };
}

function cell(row: number, column: number): Area {
  return { firstRow: row, firstColumn: column, lastRow: row, lastColumn: column };
}

function line(row: number, lastColumn: number): Area {
  return { firstRow: row, firstColumn: 0, lastRow: row, lastColumn };
}
