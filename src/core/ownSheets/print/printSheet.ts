import type { Assessment, DepartmentAssessment } from "../../assess/assessment";
import { PRINT_SHEET } from "../../wording/ownSheets";
import { PRINTED, LEGEND } from "../../wording/printSheet";
import { quotedSheet } from "../../cells/address";
import type { RawValue } from "../../cells/grid";
import { INDICATORS } from "../../indicators/indicators";
import type { Indicator } from "../../indicators/indicators";
import type { Options } from "../../memory/options";
import type { TaskTable } from "../../table/taskTable";
import { aggregateFormula, rateOverAll } from "../../taskSheet/aggregates";
import { COMPUTED_COLUMNS, OWN_COLUMNS, isInput } from "../../taskSheet/columns";
import type { ComputedColumn, OwnColumn } from "../../taskSheet/columns";
import { computedValues } from "../../taskSheet/expected";
import { marksOf } from "../../taskSheet/highlights";
import type { OwnPlaces } from "../../taskSheet/layout";
import { minute } from "../../taskSheet/page";
import { ownPlaces } from "../../taskSheet/state";
import type { SheetState } from "../../taskSheet/state";
import { SheetCells } from "../sheetCells";
import { planWhole } from "../wholeSheet";
import type { PlannedSheet, StandingSheet } from "../wholeSheet";
import { printedCell, shownAt } from "./printCells";
import { PRINTED_FORMS, TARGETS } from "./printColumns";
import type { PrintedColumn } from "./printColumns";
import { ROWS, layOutPrint, printedTable } from "./printLayout";
import type { PrintLayout, PrintRows } from "./printLayout";
import { printLooks } from "./printLooks";
import { printedSum, rateOfAll } from "./printSums";
import { printRowsOf } from "./standingPrint";

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

/** What is printed of the task table. */
interface Printed extends PrintRows {
  /** The task table's rows, top to bottom, zero-based. */
  readonly rows: readonly number[];
  /** The row of 合计 that is ours; null where the task table has one of its own. */
  readonly total: number | null;
}

/** Makes 打印版, a sheet of our own made for the page; the task table is not touched. */
export function planPrintSheet(source: PrintSource, standing: StandingSheet | null): PlannedSheet {
  const printed = printedOf(source);
  const layout = layOutPrint(printed);
  const cells = new SheetCells();
  putHeading(cells, source, layout);
  putHeaders(cells, layout);
  putBody(cells, source, printed);
  if (layout.marks.length > 0) cells.put(layout.end + 1, 0, PRINTED.legend);
  for (const { mark, first } of layout.legend) cells.put(layout.end + 1, first, LEGEND[mark]);
  cells.put(layout.end + 2, 0, PRINTED.note);
  return planWhole(
    { tab: PRINT_SHEET, cells, writeAs: "formulas", looks: (ruled) => printLooks(layout, ruled) },
    standing,
    (ruled) => {
      const rows = standing && printRowsOf(standing);
      return rows ? printLooks(layOutPrint(rows), ruled) : [];
    },
  );
}

function printedOf({ state, table, assessment, options: { print } }: PrintSource): Printed {
  const own = ownPlaces(state);
  // Items due are blank where they are those claimed: a column that is blank throughout tells nothing.
  const says = (column: PrintedColumn) =>
    column !== "directoryDue" ||
    table.departments.some(({ cells }) => cells.directoryDue && cells.directoryDue.kind !== "blank");
  const columns = PRINTED_FORMS[print.form].columns.filter(
    (column) => placeOf(column, table, own) !== undefined && says(column),
  );
  const rows = [...table.departments, ...table.aggregates].map(({ row }) => row).sort((a, b) => a - b);
  const texts = (column: PrintedColumn) =>
    rows.map((row) => String(shownAt(state.grid, row, placeOf(column, table, own) ?? -1)).replace(/[\r\n]/g, ""));
  const total = table.aggregates.some(({ of }) => of.length === table.departments.length)
    ? null
    : ROWS.body + rows.length;
  return {
    ...print,
    columns,
    rows,
    total,
    end: total ?? ROWS.body + rows.length - 1,
    sums: [...table.aggregates.map(({ row }) => ROWS.body + rows.indexOf(row)), ...(total === null ? [] : [total])],
    title: table.title?.text ?? PRINTED.title,
    names: texts("department"),
    remarks: texts("remark"),
    wholeTargets: hasWholeTargets(table),
    marks: marksOf(assessment.departments, print.form === "short" ? ["coverage", "officers"] : undefined),
  };
}

function placeOf(column: PrintedColumn, table: TaskTable, own: OwnPlaces): number | undefined {
  const places: Readonly<Partial<Record<PrintedColumn, number>>> = { ...own, ...table.columns };
  return places[column];
}

function hasWholeTargets({ departments }: TaskTable): boolean {
  return departments.every(({ cells }) =>
    TARGETS.every((column) => {
      const target = cells[column];
      return target?.kind !== "percent" || Math.abs(target.value * 100 - Math.round(target.value * 100)) < 1e-9;
    }),
  );
}

/** 附件2, the title, and who made it when. */
function putHeading(cells: SheetCells, { options, now }: PrintSource, { title, columns }: PrintLayout): void {
  const { office } = options.print;
  cells.put(ROWS.attachment, 0, PRINTED.attachment);
  cells.put(ROWS.title, 0, title);
  if (office !== "") cells.put(ROWS.facts, 0, PRINTED.office(office));
  cells.put(ROWS.facts, columns.length - 1, PRINTED.asOf(minute(now)));
}

/** A group's name over the first of its columns; what stands in no group is headed in the upper row. */
function putHeaders(cells: SheetCells, { form, columns }: PrintLayout): void {
  const { headers, groups } = PRINTED_FORMS[form];
  const groupAt = columns.map((column) => groups.findIndex(({ members }) => members.includes(column)));
  columns.forEach((column, index) => {
    const group = groupAt[index]!;
    cells.put(group < 0 ? ROWS.groups : ROWS.headers, index, headers[column]!);
    if (group >= 0 && group !== groupAt[index - 1]) cells.put(ROWS.groups, index, groups[group]!.label);
  });
}

/** The rows of the task table, each cell tied to its own there, and our 合计 over this sheet's cells. */
function putBody(cells: SheetCells, source: PrintSource, printed: Printed): void {
  const { table, state, assessment, options } = source;
  const own = ownPlaces(state);
  const departments = new Map(table.departments.map((department) => [department.row, department]));
  const judged = new Map(assessment.departments.map((department) => [department.row, department]));
  printed.rows.forEach((row, index) =>
    printed.columns.forEach((column, at) => {
      const cell = departments.get(row)?.cells[column as keyof TaskTable["columns"]];
      const place = { row, column: placeOf(column, table, own)! };
      const content = printedCell({ grid: state.grid, own, writeAs: options.writeAs }, place, cell, column);
      const stated = statedValue(column, judged.get(row));
      if (typeof content === "object") cells.put(ROWS.body + index, at, { ...content, value: stated ?? content.value });
      else cells.putChecked(ROWS.body + index, at, content, stated ?? content);
    }),
  );
  if (printed.total !== null) putTotal(cells, source, printed, printed.total);
}

/** What the assessment says of one of our computed cells; undefined of all others. */
function statedValue(column: PrintedColumn, department: DepartmentAssessment | undefined): RawValue | undefined {
  return department && COMPUTED_COLUMNS.some((one) => one === column)
    ? computedValues(department)[column as ComputedColumn]
    : undefined;
}

/** 合计 over this sheet's own cells; the rates over those of the task sheet, where what they are made of stands. */
function putTotal(cells: SheetCells, source: PrintSource, { columns, rows, end }: Printed, total: number): void {
  const { table, state, assessment } = source;
  const { own } = printedTable({ columns, end });
  const aggregate = { row: total, of: table.departments.map(({ row }) => ROWS.body + rows.indexOf(row)) };
  const all = table.departments.map(({ row }) => row);
  const formulaOf = (column: PrintedColumn, at: number): string => {
    if (column === "claimed") return aggregateFormula({ deduction: at }, aggregate, "deduction");
    const isOwn = OWN_COLUMNS.some((one) => one === column);
    // Without the total nothing tells which rows cannot be judged.
    if (!isOwn || (!isInput(column as OwnColumn) && own.deduction === undefined)) return "";
    const rated = rateOf(column);
    return rated
      ? rateOverAll(ownPlaces(state), all, rated, `${quotedSheet(table.sheet)}!`)
      : aggregateFormula(own, aggregate, column as OwnColumn);
  };
  columns.forEach((column, at) => {
    if (column === "department") return cells.put(total, at, PRINTED.total);
    const formula = formulaOf(column, at);
    if (formula === "") return;
    const rated = rateOf(column);
    cells.put(total, at, {
      expression: formula.slice(1),
      value: rated ? rateOfAll(assessment, rated) : printedSum(cells, columns, aggregate.of, column),
    });
  });
}

function rateOf(column: PrintedColumn): Indicator | undefined {
  return INDICATORS.find((indicator) => column === `${indicator}Rate`);
}
