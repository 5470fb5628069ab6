import fc from "fast-check";
import { gridOf } from "../../scripts/bench/grid";
import { DEFAULT_RULES } from "../../src/core/assess/rules";
import { columnLetters } from "../../src/core/cells/address";
import { recognise } from "../../src/core/table/recognise";
import { neededReadings } from "../../src/core/taskSheet/readings";
import type { Area, CellData, CellStyle, SheetData, WorkbookData } from "../../src/host/workbook/data";
import { tableRows } from "../core/arbitraryTable";
import type { CellInput } from "../core/sheet";
import { ACTUAL_HEADER, sheet } from "../core/sheet";
import { plainSheet, workbookOf } from "./workbook";

const SOURCE = [
  "序号",
  "部门名称",
  "目录清单已认领的主项数",
  "目录清单完成率",
  "实施清单完备率",
  "监管行为覆盖率",
  "执法人员入驻率目标",
] as const;
const ALL = [...SOURCE, ...ACTUAL_HEADER];
/** Columns that the add-in offers to fill in; 目录清单应认领数 is not among them. */
const OFFERED = ACTUAL_HEADER.slice(1);
/** 14 results; behind them 2 bases, 1 target, 3 required, 4 done, 2 gaps, and 6 that total and remark are made of. */
const COMPUTED = 14 + 18;
const CLAIMED = SOURCE[2];

/** A random table and how it stands on its sheet. */
export interface Layout {
  readonly rows: readonly (readonly CellInput[])[];
  readonly fault: "none" | "twice" | "nameless";
  readonly title: boolean;
  readonly headerRows: 1 | 2;
  readonly order: readonly string[];
  readonly actuals: readonly string[];
  readonly remarks: readonly ("between" | "after")[];
  /** Rows after which a blank one follows, and one headed 小计. */
  readonly blankAfter: readonly number[];
  readonly subtotalAfter: number | null;
  readonly total: boolean;
  readonly notes: boolean;
  /** Zero-based place of the table's first cell. */
  readonly at: readonly [number, number];
  /** What stands right of the table, `gap` columns from it. */
  readonly beside: { readonly gap: number; readonly hidden: boolean; readonly width: number } | null;
  readonly rules: boolean;
  readonly elsewhere: boolean;
}

export const layouts: fc.Arbitrary<Layout> = fc.record({
  rows: tableRows.map((rows) => rows.slice(0, 7)),
  fault: fc.constantFrom("none", "none", "none", "twice", "nameless"),
  title: fc.boolean(),
  headerRows: fc.constantFrom(1, 2),
  order: fc.oneof(fc.constant([...SOURCE]), fc.shuffledSubarray([...SOURCE], { minLength: SOURCE.length })),
  actuals: fc.oneof(fc.constant([...ACTUAL_HEADER]), fc.constant([]), fc.subarray([...ACTUAL_HEADER])),
  remarks: fc.subarray(["between", "after"] as const),
  blankAfter: fc.uniqueArray(fc.nat(6), { maxLength: 2 }),
  subtotalAfter: fc.option(fc.nat(6)),
  total: fc.boolean(),
  notes: fc.boolean(),
  at: fc.tuple(fc.nat(3), fc.nat(3)),
  beside: fc.option(fc.record({ gap: fc.nat(2), hidden: fc.boolean(), width: fc.constantFrom(30, 99.75, 144) }), {
    freq: 3,
  }),
  rules: fc.boolean(),
  elsewhere: fc.boolean(),
});

/**
 * The zero-based column that the add-in's columns go before, and how many they are: right of all that is headed. A column of readings is
 * among them for each that has an odd cell, and one more where staff say what is due.
 */
export function insertionOf(layout: Layout): { before: number; count: number } {
  const { order, actuals, remarks, at } = layout;
  const { table } = recognise(gridOf(workbookOfLayout(layout)))!;
  return {
    before: at[1] + order.length + actuals.length + remarks.length,
    count:
      COMPUTED +
      OFFERED.filter((header) => !actuals.includes(header)).length +
      (actuals.includes(ACTUAL_HEADER[0]) ? 1 : 0) +
      neededReadings(table!, DEFAULT_RULES.bareTargets).length,
  };
}

const line = { style: "Continuous", weight: "Thin", color: "#000000" } as const;
const BORDERS: CellStyle = {
  borders: { top: line, bottom: line, left: line, right: line },
  fontName: "仿宋_GB2312",
  fontSize: 12,
};
const FOREIGN: CellStyle = {
  fontName: "楷体",
  fontSize: 9,
  italic: true,
  color: "#1F4E79",
  fill: "#DDEBF7",
  horizontal: "Right",
  wrap: true,
  borders: { top: { style: "Dash", weight: "Thin", color: "#FF0000" } },
};

/**
 * The workbook of a layout. `place` tells where a zero-based column of the sheet stands: itself, or where Excel would have
 * moved it, with all that points at it, once columns have been inserted.
 */
export function workbookOfLayout(layout: Layout, place: (column: number) => number = (column) => column): WorkbookData {
  const {
    rows,
    fault,
    title,
    headerRows,
    order,
    actuals,
    remarks,
    blankAfter,
    subtotalAfter,
    total,
    notes,
    at,
    beside,
    rules,
    elsewhere,
  } = layout;
  const headers = [...order, ...actuals];
  if (remarks.includes("between")) headers.splice(4, 0, "备注");
  if (remarks.includes("after")) headers.push("联系人");
  const left = at[1];
  const right = left + headers.length - 1;
  const letters = (column: number) => columnLetters(place(column));
  const columnOf = (header: string) => left + headers.indexOf(header);

  const headerRow = at[0] + (title ? 1 : 0) + headerRows - 1;
  const cells: SheetData["cells"] = {};
  const merges: Area[] = [];
  const put = (row: number, column: number, cell: CellData) => ((cells[row] ??= {})[place(column)] = cell);
  const merge = (firstRow: number, firstColumn: number, lastRow: number, lastColumn: number) =>
    merges.push({ firstRow, firstColumn: place(firstColumn), lastRow, lastColumn: place(lastColumn) });

  if (title) {
    put(at[0], left, { value: "8月19日至9月15日指标推进任务表", style: { bold: true, horizontal: "Center" } });
    merge(at[0], left, at[0], right);
  }
  headers.forEach((header, index) => {
    const column = left + index;
    const style = { ...BORDERS, bold: true, wrap: true };
    const pair = header === SOURCE[3] && headers[index + 1] === SOURCE[4];
    if (headerRows === 2 && (pair || (header === SOURCE[4] && headers[index - 1] === SOURCE[3]))) {
      put(headerRow - 1, column, pair ? { value: "事项梳理目标", style } : { style });
      if (pair) merge(headerRow - 1, column, headerRow - 1, column + 1);
      put(headerRow, column, { value: header, style });
      return;
    }
    put(headerRow - headerRows + 1, column, { value: header, style });
    if (headerRows === 2) {
      put(headerRow, column, { style });
      merge(headerRow - 1, column, headerRow, column);
    }
  });

  let row = headerRow + 1;
  const first = row;
  const departments: number[] = [];
  const sumRow = (label: string, from: number) => {
    headers.forEach((_, index) => put(row, left + index, { style: BORDERS }));
    put(row, columnOf(SOURCE[1]), { value: label, style: BORDERS });
    const span = `${letters(columnOf(CLAIMED))}${from + 1}:${letters(columnOf(CLAIMED))}${row}`;
    put(row, columnOf(CLAIMED), { formula: `=SUM(${span})`, style: { ...BORDERS, numberFormat: "0" } });
    row++;
  };
  const grid = plainSheet(sheet(rows.map((cellsOfRow, index) => [index + 1, ...cellsOfRow]))).cells;
  rows.forEach((_, index) => {
    departments.push(row);
    headers.forEach((header, offset) => {
      const cell = grid[index]?.[ALL.indexOf(header as (typeof ALL)[number])];
      put(row, left + offset, { ...cell, style: { ...cell?.style, ...BORDERS } });
    });
    if (remarks.includes("between"))
      put(row, columnOf("备注"), { value: `备注${index + 1}`, style: { ...BORDERS, fill: "#E2EFDA" } });
    if (fault === "nameless" && index === 0) put(row, columnOf(SOURCE[1]), { style: BORDERS });
    if (fault === "twice" && index > 0) put(row, columnOf(SOURCE[1]), { value: "示例部门1", style: BORDERS });
    row++;
    if (subtotalAfter === index) sumRow("小计", first);
    if (blankAfter.includes(index)) row++;
  });
  if (total) sumRow("合 计", first);
  const last = row - 1;
  if (notes) {
    for (const text of ["说明：", "1.目录清单完成率和实施清单完备率达到100%。"]) {
      put(++row, left, { value: text });
      merge(row, left, row, right);
    }
    put(row + 5, left, {
      formula: `=COUNTA(${letters(columnOf(SOURCE[1]))}${first + 1}:${letters(columnOf(SOURCE[1]))}${last + 1})`,
      style: FOREIGN,
    });
  }

  const department = departments[0]!;
  const claimed = `${letters(columnOf(CLAIMED))}${department + 1}`;
  const columns: SheetData["columns"] = {
    [place(left)]: { width: 41.25 },
    [place(columnOf(SOURCE[1]))]: { width: 150 },
  };
  if (at[0] > 1) put(0, left, { value: "附件2（征求意见稿）", style: FOREIGN });
  if (left > 0) {
    put(department, left - 1, { value: "★", style: FOREIGN });
    put(department + 1, left - 1, { formula: `=N(${claimed})+1`, style: FOREIGN });
  }
  const neighbour = beside && right + 1 + beside.gap;
  if (beside && neighbour !== null) {
    columns[place(neighbour)] = { width: beside.width };
    columns[place(neighbour + 1)] = { width: 60, hidden: beside.hidden };
    put(department, neighbour, { value: 7, style: FOREIGN });
    put(department + 1, neighbour, {
      formula: `=${letters(neighbour)}${department + 1}*2+COUNT(${claimed})`,
      style: FOREIGN,
    });
    put(department, neighbour + 1, {
      formula: `=IF(ISERROR(${claimed}),0,$${letters(neighbour)}$${department + 2})`,
      style: { ...FOREIGN, numberFormat: "0.0" },
    });
    put(last + 3, neighbour, { value: "邻表合并", style: FOREIGN });
    put(last + 3, neighbour + 1, { style: FOREIGN });
    merge(last + 3, neighbour, last + 3, neighbour + 1);
  }

  const area = (firstRow: number, column: number, lastRow: number): Area => ({
    firstRow,
    firstColumn: place(column),
    lastRow,
    lastColumn: place(column),
  });
  /** Several columns in as few areas as their places allow: Excel splits an area that foreign cells come into. */
  const areas = (firstRow: number, from: number, lastRow: number, to: number): Area[] => {
    const found: Area[] = [];
    for (let column = from; column <= to; column++) {
      const before = found.at(-1);
      if (before && before.lastColumn === place(column) - 1) before.lastColumn++;
      else found.push(area(firstRow, column, lastRow));
    }
    return found;
  };
  const table: SheetData = {
    ...plainSheet(sheet([[]])),
    name: "任务表",
    cells,
    merges,
    columns,
    rows: { [first]: { height: 33 } },
  };
  if (rules) {
    table.conditionalFormats.push({
      areas: [area(first, columnOf(CLAIMED), last)],
      formula: `=$${letters(columnOf(CLAIMED))}${first + 1}>100`,
      format: { fill: "#00B0F0" },
      stopIfTrue: false,
    });
    table.validations.push({
      areas: [area(first, columnOf(CLAIMED), last)],
      rule: { type: "WholeNumber", formula1: 0, formula2: 9999, operator: "Between" },
      ignoreBlanks: true,
    });
    if (neighbour !== null) {
      table.conditionalFormats.push({
        areas: [area(first, neighbour, last)],
        formula: `=${letters(neighbour)}${first + 1}>$${letters(columnOf(CLAIMED))}${first + 1}`,
        format: { bold: true },
        stopIfTrue: true,
      });
      table.validations.push({
        areas: [area(first, neighbour, last)],
        rule: { type: "WholeNumber", formula1: 1, operator: "GreaterThan" },
        ignoreBlanks: true,
      });
      table.conditionalFormats.push({
        areas: areas(last + 1, right, last + 2, neighbour),
        formula: `=$${letters(right)}${last + 2}="甲"`,
        format: { color: "#FF0000" },
        stopIfTrue: false,
      });
      table.validations.push({
        areas: areas(last + 1, right, last + 2, neighbour),
        rule: { type: "WholeNumber", formula1: 3, operator: "LessThan" },
        ignoreBlanks: true,
      });
    }
  }
  const other: SheetData = { ...plainSheet(sheet([["记录"]], { name: "记录" })) };
  other.cells[1] = { 0: { formula: `=IF(ISERROR(任务表!${claimed}),-1,1)`, style: FOREIGN } };
  if (neighbour !== null) other.cells[1][1] = { formula: `=任务表!${letters(neighbour)}${department + 1}+1` };
  const workbook = workbookOf(table, other);
  const absolute = (column: number, at: number) => `=任务表!$${letters(column)}$${at + 1}`;
  workbook.names.push({ name: "首个部门", formula: absolute(columnOf(SOURCE[1]), department), visible: true });
  if (neighbour !== null)
    workbook.names.push({ name: "邻表首格", sheet: "任务表", formula: absolute(neighbour, department), visible: true });
  if (elsewhere) workbook.activeSheet = "记录";
  return workbook;
}
