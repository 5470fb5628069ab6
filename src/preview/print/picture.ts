import type { Area, CellBorder, CellBorders, CellData, CellStyle, SheetData } from "../../host/workbook/data";
import { displayText } from "../../host/workbook/live/display";
import type { Band, Page } from "./pages";

/** Lengths are points before scaling, from the top left corner of the page's contents. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PrintedCell extends Box {
  /** "row,column", zero-based. */
  key: string;
  text: string;
  /** Wider than the cell where the text is centred across blank cells to the right. */
  textWidth: number;
  style: Mark;
  horizontal: "Left" | "Center" | "Right" | "Justify";
  /** The text may run on over the cells beside it, which are blank; a number is never cut. */
  spills: boolean;
}

export interface Line {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  border: CellBorder;
}

export interface Picture {
  width: number;
  height: number;
  cells: PrintedCell[];
  lines: Line[];
}

/** What conditional formats give a cell: a look, and a bar, which begins and ends at shares of the cell's width. */
export interface Mark extends CellStyle {
  bar?: { from: number; length: number; color: string };
}

/** How a cell looks with the conditional formats that hold for it; undefined where none does. */
export type Marks = (row: number, column: number) => Mark | undefined;

/** What one page shows: cells with their texts and fills, and the borders between them. */
export function picture(sheet: SheetData, page: Page, marks: Marks): Picture {
  const cells: PrintedCell[] = [];
  const lines = new Lines();
  for (const rows of page.rows) {
    for (const columns of page.columns) {
      for (const spot of spots(sheet, rows, columns)) {
        const cell = sheet.cells[spot.row]?.[spot.column];
        const style: Mark = { ...cell?.style, ...marks(spot.row, spot.column) };
        const text = spot.begins ? displayText(cell?.value ?? "", style.numberFormat ?? "General") : "";
        if (text !== "" || style.fill || style.bar) {
          const horizontal = alignment(style, cell);
          const across = style.horizontal === "CenterAcrossSelection" ? blanksAcross(sheet, spot, columns) : spot.x[1];
          const number = typeof cell?.value === "number";
          cells.push({
            ...box(spot),
            key: `${spot.row},${spot.column}`,
            text,
            textWidth: across - spot.x[0],
            style: number ? { ...style, wrap: false } : style,
            horizontal,
            spills: number || (!style.wrap && !spot.merged && besideIsBlank(sheet, spot, horizontal)),
          });
        }
      }
      addBorders(lines, sheet, rows, columns, marks);
    }
  }
  return { width: extent(page.columns), height: extent(page.rows), cells, lines: lines.all() };
}

const extent = (bands: readonly Band[]): number => bands.at(-1)?.edges.at(-1) ?? 0;

/** A cell, or the part of a merged area that lies on this part of the page; `begins` where the area's first row and column do. */
interface Spot {
  row: number;
  column: number;
  x: readonly [number, number];
  y: readonly [number, number];
  merged: boolean;
  begins: boolean;
}

const box = ({ x, y }: Spot): Box => ({ x: x[0], y: y[0], width: x[1] - x[0], height: y[1] - y[0] });

function* spots(sheet: SheetData, rows: Band, columns: Band): Generator<Spot> {
  const [firstRow, lastRow] = ends(rows);
  const [firstColumn, lastColumn] = ends(columns);
  const merges = sheet.merges.filter(
    (area) =>
      area.firstRow <= lastRow &&
      area.lastRow >= firstRow &&
      area.firstColumn <= lastColumn &&
      area.lastColumn >= firstColumn,
  );
  for (const area of merges) {
    const [x, y] = [spanOf(columns, area.firstColumn, area.lastColumn), spanOf(rows, area.firstRow, area.lastRow)];
    if (x && y)
      yield {
        row: area.firstRow,
        column: area.firstColumn,
        x,
        y,
        merged: true,
        begins: area.firstRow >= firstRow && area.firstColumn >= firstColumn,
      };
  }
  for (const [i, row] of rows.indexes.entries()) {
    for (const [j, column] of columns.indexes.entries()) {
      if (merges.some((area) => within(area, row, column))) continue;
      yield {
        row,
        column,
        x: [columns.edges[j]!, columns.edges[j + 1]!],
        y: [rows.edges[i]!, rows.edges[i + 1]!],
        merged: false,
        begins: true,
      };
    }
  }
}

const ends = ({ indexes }: Band): [number, number] => [indexes[0]!, indexes.at(-1)!];

const within = (area: Area, row: number, column: number): boolean =>
  row >= area.firstRow && row <= area.lastRow && column >= area.firstColumn && column <= area.lastColumn;

/** Where a stretch of rows or columns begins and ends on the band; undefined where all of it is hidden. */
function spanOf({ indexes, edges }: Band, first: number, last: number): [number, number] | undefined {
  const from = indexes.findIndex((index) => index >= first && index <= last);
  if (from < 0) return undefined;
  let to = from;
  while (to + 1 < indexes.length && indexes[to + 1]! <= last) to++;
  return [edges[from]!, edges[to + 1]!];
}

function alignment({ horizontal }: CellStyle, cell: CellData | undefined): PrintedCell["horizontal"] {
  switch (horizontal) {
    case "Left":
    case "Center":
    case "Right":
      return horizontal;
    case "CenterAcrossSelection":
      return "Center";
    case "Justify":
    case "Distributed":
      return "Justify";
    default:
      if (typeof cell?.value === "number") return "Right";
      return typeof cell?.value === "boolean" || cell?.error ? "Center" : "Left";
  }
}

/** Where the blank cells end over which a text is centred as if they were merged. */
function blanksAcross(sheet: SheetData, { row, x }: Spot, { indexes, edges }: Band): number {
  let end = edges.indexOf(x[1]);
  for (; end < indexes.length; end++) {
    const next = sheet.cells[row]?.[indexes[end]!];
    if (next?.style?.horizontal !== "CenterAcrossSelection" || (next.value ?? "") !== "") break;
  }
  return edges[end]!;
}

function besideIsBlank(sheet: SheetData, { row, column }: Spot, horizontal: PrintedCell["horizontal"]): boolean {
  const beside =
    horizontal === "Right" ? [column - 1] : horizontal === "Center" ? [column - 1, column + 1] : [column + 1];
  return beside.every((other) => (sheet.cells[row]?.[other]?.value ?? "") === "");
}

// ---- borders ----

const WEIGHTS: readonly CellBorder["weight"][] = ["Hairline", "Thin", "Medium", "Thick"];

/** The edges of all cells; of two cells that meet, the heavier border is drawn. */
class Lines {
  private readonly lines = new Map<string, Line>();

  add(x1: number, y1: number, x2: number, y2: number, border: CellBorder | undefined): void {
    if (!border) return;
    const key = [x1, y1, x2, y2].join();
    const there = this.lines.get(key);
    if (!there || WEIGHTS.indexOf(border.weight) > WEIGHTS.indexOf(there.border.weight))
      this.lines.set(key, { x1, y1, x2, y2, border });
  }

  all(): Line[] {
    return [...this.lines.values()];
  }
}

function addBorders(lines: Lines, sheet: SheetData, rows: Band, columns: Band, marks: Marks): void {
  for (const [i, row] of rows.indexes.entries()) {
    for (const [j, column] of columns.indexes.entries()) {
      const merge = sheet.merges.find((area) => within(area, row, column));
      const borders: CellBorders = { ...sheet.cells[row]?.[column]?.style?.borders, ...marks(row, column)?.borders };
      const [left, right] = [columns.edges[j]!, columns.edges[j + 1]!];
      const [top, bottom] = [rows.edges[i]!, rows.edges[i + 1]!];
      // Inside a merged area nothing is drawn.
      if (!merge || row === merge.firstRow) lines.add(left, top, right, top, borders.top);
      if (!merge || row === merge.lastRow) lines.add(left, bottom, right, bottom, borders.bottom);
      if (!merge || column === merge.firstColumn) lines.add(left, top, left, bottom, borders.left);
      if (!merge || column === merge.lastColumn) lines.add(right, top, right, bottom, borders.right);
    }
  }
}
