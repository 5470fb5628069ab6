import { cellAddress } from "../cells/address";
import { BLANK, classify, plainText } from "../cells/classify";
import type { Cell } from "../cells/classify";
import type { CellGrid } from "../cells/grid";
import { problem } from "../problems/catalogue";
import type { Problem } from "../problems/problem";
import { namesDepartment } from "./header";
import type { Header } from "./header";
import { columnOf, headerWord } from "./headers";
import type { TableColumn } from "./headers";
import type { AggregateRow, DepartmentRow, TaskTable } from "./taskTable";

interface Body {
  readonly departments: DepartmentRow[];
  readonly aggregates: AggregateRow[];
  readonly notes: TaskTable["notes"];
  readonly ignored: Problem[];
}

const AGGREGATE = /(合计|总计|小计|共计|累计|平均|平均值)$/;
const SUBTOTAL = /小计$/;
const AVERAGE = /平均/;
const NOTE = /^(说明|填表说明|注|备注|附注|制表|填报人|审核|联系人|\d+[.、．])/;
/** Longer than any department's name: a sentence. */
const LONGEST_NAME = 40;

/** The rows under a header: departments, rows that add up, and the notes that end the table. */
export function readBody(grid: CellGrid, header: Header): Body {
  const departments: DepartmentRow[] = [];
  const aggregates: (AggregateRow & { adds: "all" | "subtotal" | "nothing" })[] = [];
  const unsure: Problem[] = [];
  const ignored: Problem[] = [];
  let notes: TaskTable["notes"] = null;
  let sinceSubtotal = 0;

  for (let row = header.lastRow + 1; row < grid.firstRow + grid.values.length; row++) {
    const line = readLine(grid, header, row);
    if (line.kind === "blank") continue;
    if (line.kind === "note") {
      notes = { first: row, last: lastTextRow(grid, header, row) };
      break;
    }
    if (line.kind === "header") {
      // A header repeated for a further printed page goes on with this table; one under a heading of its own begins another.
      if (unsure.length === 0) continue;
      unsure.length = 0;
      break;
    }
    if (line.kind === "aggregate") {
      const of = line.adds === "subtotal" ? departments.slice(sinceSubtotal) : departments;
      // A total that stands above its rows adds up all of them, which are not known yet.
      aggregates.push({ row, adds: line.adds, of: of.map((department) => department.row) });
      if (line.adds === "subtotal") sinceSubtotal = departments.length;
      continue;
    }
    if (line.kind === "heading") {
      unsure.push(
        problem(
          "ROW_IGNORED",
          { sheet: grid.sheet, address: cellAddress(row, header.columns.department!) },
          { text: line.text },
        ),
      );
      continue;
    }
    ignored.push(...unsure.splice(0));
    departments.push(line.department);
  }
  ignored.push(...unsure);
  const all = departments.map(({ row }) => row);
  const added = aggregates.map(({ row, adds, of }) => ({
    row,
    of: adds === "nothing" ? [] : of.length > 0 ? of : all,
  }));
  return { departments, aggregates: added, notes, ignored };
}

type Line =
  | { kind: "blank" }
  | { kind: "note" }
  | { kind: "header" }
  | { kind: "aggregate"; adds: "all" | "subtotal" | "nothing" }
  | { kind: "heading"; text: string }
  | { kind: "department"; department: DepartmentRow };

function readLine(grid: CellGrid, header: Header, row: number): Line {
  const cells: Partial<Record<TableColumn, Cell>> = {};
  for (const [column, at] of Object.entries(header.columns)) cells[column as TableColumn] = cellAt(grid, row, at);
  const figures = Object.entries(cells).filter(
    ([column, cell]) => column !== "department" && column !== "serial" && cell.kind !== "blank",
  );
  const first = firstText(grid, header, row);
  if (first === undefined && figures.length === 0) return { kind: "blank" };

  const name = nameOf(cells.department ?? BLANK);
  const serial = nameOf(cells.serial ?? BLANK);
  const label = [name, serial, first ?? ""].map(headerWord).find((text) => AGGREGATE.test(text));
  if (label)
    return { kind: "aggregate", adds: AVERAGE.test(label) ? "nothing" : SUBTOTAL.test(label) ? "subtotal" : "all" };
  // A row that has been given a number and nothing else waits for a department.
  if (name === "" && figures.length === 0 && cells.serial?.kind === "number" && first === serial)
    return { kind: "blank" };
  if (figures.filter(([, cell]) => cell.kind === "text" && columnOf(cell.text) !== undefined).length > 0)
    return { kind: "header" };
  if (
    figures.every(
      ([, cell]) => cell.kind === "text" && (cell.text.length > LONGEST_NAME || NOTE.test(plainText(cell.text))),
    )
  ) {
    const text = first ?? "";
    if (NOTE.test(text) || text.length > LONGEST_NAME) return { kind: "note" };
    if (cells.serial?.kind !== "number") return { kind: "heading", text };
  }
  return { kind: "department", department: { row, name, cells } };
}

/** The text of a name cell without the line breaks and spaces that people put in to make it fit. */
function nameOf(cell: Cell): string {
  if (cell.kind === "text") return plainText(cell.text).replace(/\s+/g, "");
  return cell.kind === "number" ? String(cell.value) : "";
}

function firstText(grid: CellGrid, header: Header, row: number): string | undefined {
  const values = grid.values[row - grid.firstRow] ?? [];
  const line = values.slice(header.firstColumn - grid.firstColumn, header.lastColumn - grid.firstColumn + 1);
  return line.map((value) => plainText(String(value))).find((text) => text !== "");
}

/** Notes go on until the sheet's text in these columns ends or two rows are blank. */
function lastTextRow(grid: CellGrid, header: Header, from: number): number {
  let last = from;
  for (let row = from + 1; row < grid.firstRow + grid.values.length && row - last <= 2; row++) {
    if (namesDepartment(grid, row - grid.firstRow, new Map())) break;
    if (firstText(grid, header, row) !== undefined) last = row;
  }
  return last;
}

/** The cell at a zero-based sheet position; blank outside the grid. */
function cellAt(grid: CellGrid, row: number, column: number): Cell {
  const value = grid.values[row - grid.firstRow]?.[column - grid.firstColumn];
  if (value === undefined) return BLANK;
  return classify(value, grid.numberFormats[row - grid.firstRow]?.[column - grid.firstColumn] ?? "General");
}
