import fc from "fast-check";
import { columnLetters } from "../../src/core/cells/address";
import type { Area, CellStyle, SheetData, WorkbookData } from "../../src/host/workbook/data";
import { insertionOf, layouts, workbookOfLayout } from "../actions/arbitraryLayout";
import type { Layout } from "../actions/arbitraryLayout";
import { listSheet } from "../actions/exports";

/** A random workbook: a task table on its sheet, and what offices have on and beside it. */
export interface Book {
  readonly layout: Layout;
  /** What the sheet of the task table is called; such names need quotes in formulas. */
  readonly taskSheet: string;
  /** Rows of the table that a filter hides, counted from its first department. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumn: boolean;
  readonly frozen: boolean;
  readonly page: boolean;
  /** Conditional formats of kinds that the host keeps without knowing them, and a data bar. */
  readonly otherRules: boolean;
  readonly listValidation: boolean;
  /** Notes on cells, as a file keeps them. */
  readonly comments: boolean;
  readonly names: boolean;
  readonly chart: boolean;
  /** A protected sheet, a hidden and a very hidden one, each with formulas that point into the table. */
  readonly neighbours: boolean;
  /** A detail sheet of the first departments' items. */
  readonly details: boolean;
}

const layoutsWithoutFault = layouts.map((layout): Layout => ({ ...layout, rows: layout.rows.slice(0, 4) }));

export const books: fc.Arbitrary<Book> = fc.record({
  layout: layoutsWithoutFault,
  taskSheet: fc.constantFrom("任务表", "附件 2", "9月“指标”", "李'四的表", "台账😀"),
  hiddenRows: fc.uniqueArray(fc.nat(4), { maxLength: 2 }),
  hiddenColumn: fc.boolean(),
  frozen: fc.boolean(),
  page: fc.boolean(),
  otherRules: fc.boolean(),
  listValidation: fc.boolean(),
  comments: fc.boolean(),
  names: fc.boolean(),
  chart: fc.boolean(),
  neighbours: fc.boolean(),
  details: fc.boolean(),
});

/** The workbook of a seed; the same for ever, as long as the arbitraries are. */
export function bookOf(seed: number): Book {
  return fc.sample(books, { seed, numRuns: 1 })[0]!;
}

const OTHERS: CellStyle = { fontName: "楷体", color: "#7030A0", numberFormat: "0.00" };
const quoted = (name: string) => `'${name.replace(/'/g, "''")}'`;

interface Places {
  /** Zero-based rows and columns. */
  readonly first: number;
  readonly last: number;
  readonly left: number;
  readonly right: number;
}

export function placesOf(layout: Layout): Places {
  const { rows, title, headerRows, blankAfter, subtotalAfter, total, at } = layout;
  const first = at[0] + (title ? 1 : 0) + headerRows;
  const within = (row: number) => row < rows.length;
  const extra =
    blankAfter.filter(within).length + (subtotalAfter !== null && within(subtotalAfter) ? 1 : 0) + (total ? 1 : 0);
  return { first, last: first + rows.length + extra - 1, left: at[1], right: insertionOf(layout).before - 1 };
}

/** The workbook as data; with `place` as Excel makes it once columns have been inserted (see `workbookOfLayout`). */
export function workbookOfBook(book: Book, place: (column: number) => number = (column) => column): WorkbookData {
  const data = workbookOfLayout(book.layout, place);
  const places = placesOf(book.layout);
  const [task, records] = data.sheets as [SheetData, SheetData];
  const letters = (column: number) => columnLetters(place(column));
  /** In the table only, so that the columns that come right of it are never within. */
  const block = `${letters(places.left)}${places.first + 1}:${letters(places.right)}${places.last + 1}`;

  for (const row of book.hiddenRows)
    if (places.first + row <= places.last)
      task.rows[places.first + row] = { ...task.rows[places.first + row], hidden: true };
  if (book.hiddenColumn) task.columns[place(places.left)] = { ...task.columns[place(places.left)], hidden: true };
  if (book.frozen) task.frozen = { rows: places.first, columns: 0 };
  if (book.page) setPage(task, places, place);
  if (book.otherRules) addRules(task, places, place);
  if (book.listValidation)
    task.validations.push({
      areas: [area(place(places.right), places.last + 8, places.last + 9)],
      rule: { type: "List", source: "是,否", inCellDropDown: true },
      ignoreBlanks: true,
    });
  if (book.comments) addComments(task, records);
  if (book.names) {
    data.names.push({
      name: "任务数据区",
      formula: `=任务表!$${letters(places.left)}$${places.first + 1}:$${letters(places.right)}$${places.last + 1}`,
      visible: true,
      comment: "办公室用",
    });
    data.names.push({ name: "隐藏系数", formula: "=0.8", visible: false });
    data.names.push({
      name: "整列",
      sheet: "记录",
      formula: `=任务表!$${letters(places.left)}:$${letters(places.right)}`,
      visible: true,
    });
  }
  if (book.chart) addChart(task, places, place);
  records.cells[3] = {
    0: { formula: `=COUNTA(任务表!${block})`, style: OTHERS },
    2: { formula: `=COUNTA(任务表!${letters(places.left)}:${letters(places.right)})` },
  };
  records.columns = { 0: { width: 88.5 }, 3: { hidden: true } };
  if (book.neighbours) addNeighbours(data, block);
  if (book.details) data.sheets.push(detailSheet());
  return renamed(data, book.taskSheet);
}

const area = (column: number, firstRow: number, lastRow: number): Area => ({
  firstRow,
  lastRow,
  firstColumn: column,
  lastColumn: column,
});

function setPage({ page }: SheetData, { first, last, left, right }: Places, place: (column: number) => number): void {
  page.orientation = "Landscape";
  page.header.center = "内部资料";
  page.zoom = { scale: 85 };
  page.printArea = [{ firstRow: first, lastRow: last, firstColumn: place(left), lastColumn: place(right) }];
  page.titleRows = { first: first - 1, last: first - 1 };
}

function addRules(task: SheetData, { first, last, left, right }: Places, place: (column: number) => number): void {
  task.conditionalFormats.push({ areas: [area(place(left), first, last)], stopIfTrue: false, keep: { rule: 0 } });
  task.conditionalFormats.push({
    areas: [area(place(right), last + 12, last + 14)],
    dataBar: {
      lower: { type: "LowestValue" },
      upper: { type: "HighestValue" },
      fill: "#63C384",
      gradient: true,
      axis: "Automatic",
      direction: "Context",
      showValue: true,
    },
    stopIfTrue: false,
  });
}

/** As the file's reader leaves them: what a cell keeps and the host does not know. */
function addComments(task: SheetData, records: SheetData): void {
  for (const { cells } of [task, records]) {
    const line = Object.values(cells)[0]!;
    const cell = Object.values(line)[0]!;
    cell.keep = { note: "请核对" };
  }
}

function addNeighbours(data: WorkbookData, block: string): void {
  const others: [string, Partial<SheetData>][] = [
    ["封存 2024", { protected: true }],
    ["隐藏'底稿'", { visibility: "Hidden" }],
    ["深藏", { visibility: "VeryHidden", tabColor: "#FF0000" }],
  ];
  for (const [name, more] of others) {
    const sheet = { ...listSheet(name, [["底稿"], [1]]), ...more };
    sheet.cells[2] = { 0: { formula: `=COUNT(任务表!${block})+1`, style: OTHERS } };
    data.sheets.push(sheet);
  }
  data.names.push({ name: "底稿合计", formula: "='隐藏''底稿'''!$A$3", visible: true });
}

const HEADER = ["部门", "主项名称", "主项编码", "目录清单状态", "实施清单状态", "办件数"];

function detailSheet(): SheetData {
  const rows = Array.from({ length: 6 }, (_, index) => [
    `示例部门${1 + (index % 2)}`,
    `对示例${index}的监管`,
    `A00${index}`,
    index === 3 ? "未发布" : "已发布",
    index > 3 ? "不完备" : "完备",
    index % 3,
  ]);
  return listSheet("平台导出", [HEADER, ...rows]);
}

/** Every formula names the sheet as 任务表 until here. */
function renamed(data: WorkbookData, name: string): WorkbookData {
  if (name === "任务表") return data;
  const rename = (formula: string) =>
    formula.replace(/任务表!/g, `${/^[\p{L}\p{N}_]+$/u.test(name) && !/^\d/.test(name) ? name : quoted(name)}!`);
  for (const sheet of data.sheets) {
    if (sheet.name === "任务表") sheet.name = name;
    for (const line of Object.values(sheet.cells))
      for (const cell of Object.values(line)) if (cell.formula !== undefined) cell.formula = rename(cell.formula);
  }
  for (const one of data.names) {
    one.formula = rename(one.formula);
    if (one.sheet === "任务表") one.sheet = name;
  }
  if (data.activeSheet === "任务表") data.activeSheet = name;
  return data;
}

/** A chart of an opened file, of which the host knows name and place. */
function addChart(task: SheetData, { last, left }: Places, place: (column: number) => number): void {
  task.charts = [
    {
      name: "旧图表",
      from: { row: last + 16, y: 3, column: place(left), x: 5 },
      to: { row: last + 26, y: 3, column: place(left) + 2, x: 5 },
      keep: { chart: 0 },
    },
  ];
}
