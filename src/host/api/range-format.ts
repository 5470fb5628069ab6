import { isWholeColumns, isWholeRows } from "../workbook/address";
import type { Area, CellStyle, Side } from "../workbook/data";
import type { LiveSheet } from "../workbook/live/sheet";
import { DEFAULT_FONT } from "../workbook/live/style";
import { invalidArgument } from "../protocol/errors";
import { HostObject } from "../protocol/members";
import { assertWritable, place, type Following } from "./context";
import { oneOf } from "./arguments";
import { Border, borderAfter, Fill, NamedFont, type BorderLook } from "./looks";
import { change, read, type Target } from "./parts";

/** The cells whose styles are read: a whole column or row as far as the sheet's grid goes. */
function clipped(range: Following): { sheet: LiveSheet; area: Area } | undefined {
  const { sheet, area } = range[place];
  const part = sheet.clip(area);
  return part && { sheet, area: part };
}

/** What all cells of a range have alike; null where they differ. */
function alike<T>(range: Following, of: (style: CellStyle) => T): T | null {
  const part = clipped(range);
  if (!part) return of({});
  const { sheet, area } = part;
  const first = of(sheet.style(area.firstRow, area.firstColumn));
  for (let row = area.firstRow; row <= area.lastRow; row++) {
    for (let column = area.firstColumn; column <= area.lastColumn; column++)
      if (of(sheet.style(row, column)) !== first) return null;
  }
  return first;
}

/** Formats of whole columns or rows are given to the cells that are in use: Univer has no format of a column that stays out of the used range. */
function restyle(
  range: Following,
  style: CellStyle | ((row: number, column: number, area: Area) => CellStyle | undefined),
): void {
  const { sheet, area } = range[place];
  assertWritable(sheet);
  const unbounded = isWholeColumns(area) || isWholeRows(area);
  const used = unbounded ? sheet.used(false) : undefined;
  const rows = isWholeColumns(area) ? { firstRow: 0, lastRow: used?.lastRow ?? 0 } : area;
  const columns = isWholeRows(area) ? { firstColumn: 0, lastColumn: used?.lastColumn ?? 0 } : area;
  const target = {
    firstRow: rows.firstRow,
    lastRow: rows.lastRow,
    firstColumn: columns.firstColumn,
    lastColumn: columns.lastColumn,
  };
  sheet.restyle(target, typeof style === "function" ? (row, column) => style(row, column, target) : () => style);
}

export class RangeFormat extends HostObject {
  readonly #range: Following;

  constructor(range: Following) {
    super();
    this.#range = range;
  }

  /** White where nothing fills the cells. */
  get fill(): RangeFill {
    return new RangeFill(cellsOf(this.#range), { color: "#FFFFFF" });
  }

  get font(): RangeFont {
    return new RangeFont(cellsOf(this.#range), CELL_FONT);
  }

  get borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.#range);
  }

  get horizontalAlignment(): string | null {
    return alike(this.#range, (style) => style.horizontal ?? "General");
  }

  set horizontalAlignment(alignment: string) {
    const known = ["Left", "Center", "Right", "Justify", "Fill", "CenterAcrossSelection", "Distributed", "General"];
    if (!known.includes(alignment)) throw invalidArgument();
    restyle(this.#range, { horizontal: alignment === "General" ? undefined : (alignment as CellStyle["horizontal"]) });
  }

  get verticalAlignment(): string | null {
    return alike(this.#range, (style) => style.vertical ?? "Bottom");
  }

  set verticalAlignment(alignment: string) {
    if (!["Top", "Center", "Bottom", "Justify", "Distributed"].includes(alignment)) throw invalidArgument();
    restyle(this.#range, { vertical: alignment as CellStyle["vertical"] });
  }

  get indentLevel(): number | null {
    return alike(this.#range, (style) => style.indent ?? 0);
  }

  /** Steps from the side that the text stands at, at most 250. Text that stands nowhere in particular goes to the left, as it does in Excel. */
  set indentLevel(indent: number) {
    if (!Number.isInteger(indent) || indent < 0 || indent > 250) throw invalidArgument();
    const { sheet } = this.#range[place];
    restyle(this.#range, (row, column) => {
      const { horizontal } = sheet.style(row, column);
      return {
        indent: indent === 0 ? undefined : indent,
        ...(indent > 0 && horizontal === undefined && { horizontal: "Left" as const }),
      };
    });
  }

  get wrapText(): boolean | null {
    return alike(this.#range, (style) => style.wrap ?? false);
  }

  set wrapText(wrap: boolean) {
    restyle(this.#range, { wrap });
  }

  /** Points; null where columns differ. */
  get columnWidth(): number | null {
    const part = clipped(this.#range);
    const { sheet, area } = part ?? this.#range[place];
    const width = sheet.columnWidth(area.firstColumn);
    for (let column = area.firstColumn; column <= area.lastColumn; column++)
      if (sheet.columnWidth(column) !== width) return null;
    return width;
  }

  set columnWidth(width: number) {
    const { sheet, area } = this.#range[place];
    assertWritable(sheet);
    if (!(width >= 0)) throw invalidArgument();
    const columns = isWholeRows(area) ? (sheet.clip(area) ?? area) : area;
    sheet.setColumns(columns.firstColumn, columns.lastColumn, { width });
  }

  /** Points; null where rows differ. */
  get rowHeight(): number | null {
    const part = clipped(this.#range);
    const { sheet, area } = part ?? this.#range[place];
    const height = sheet.rowHeight(area.firstRow);
    for (let row = area.firstRow; row <= area.lastRow; row++) if (sheet.rowHeight(row) !== height) return null;
    return height;
  }

  set rowHeight(height: number) {
    const { sheet, area } = this.#range[place];
    assertWritable(sheet);
    if (!(height >= 0 && height <= 409.5)) throw invalidArgument();
    const rows = isWholeColumns(area) ? (sheet.clip(area) ?? area) : area;
    sheet.setRows(rows.firstRow, rows.lastRow, { height });
  }

  /** The heights are an estimate until the program that draws the sheet measures them. */
  async autofitRows(): Promise<void> {
    const fitted = await this.#fitted();
    if (fitted) fitted.sheet.fitRows(fitted.area.firstRow, fitted.area.lastRow);
  }

  /** The widths are an estimate. */
  async autofitColumns(): Promise<void> {
    const fitted = await this.#fitted();
    if (fitted) fitted.sheet.fitColumns(fitted.area.firstColumn, fitted.area.lastColumn);
  }

  /** What is to be fitted, with formulas showing their results. */
  async #fitted(): Promise<{ sheet: LiveSheet; area: Area } | undefined> {
    const { sheet } = this.#range[place];
    assertWritable(sheet);
    await sheet.workbook.calculation.settle();
    return clipped(this.#range);
  }
}

/** The looks of a range's cells. */
const cellsOf = (range: Following): Target<CellStyle> => ({
  read: (of) => alike(range, of),
  change: (style) => restyle(range, style),
});

const CELL_FONT = { fontName: DEFAULT_FONT.name, fontSize: DEFAULT_FONT.size, bold: false, color: "#000000" } as const;

export class RangeFill extends Fill {}

export class RangeFont extends NamedFont {}

/** The edges by their names, and the inner lines between cells. */
const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal"] as const;
type Edge = (typeof EDGES)[number];

export class RangeBorderCollection extends HostObject {
  readonly #range: Following;

  constructor(range: Following) {
    super();
    this.#range = range;
  }

  getItem(edge: string): RangeBorder {
    const known = oneOf(EDGES, edge);
    return new RangeBorder(linesOf(this.#range, known), known, ["None", "Continuous", "Dash", "Dot", "Double"]);
  }
}

export class RangeBorder extends Border {
  get weight(): string | null {
    return this[read]("weight");
  }

  set weight(weight: string) {
    this[change]({ weight: oneOf(["Hairline", "Thin", "Medium", "Thick"] as const, weight) });
  }
}

/** Where a line runs at a cell: the sides that make up the edge, none where the cell does not touch it. */
function sidesAt(edge: Edge, row: number, column: number, area: Area): Side[] {
  switch (edge) {
    case "EdgeTop":
      return row === area.firstRow ? ["top"] : [];
    case "EdgeBottom":
      return row === area.lastRow ? ["bottom"] : [];
    case "EdgeLeft":
      return column === area.firstColumn ? ["left"] : [];
    case "EdgeRight":
      return column === area.lastColumn ? ["right"] : [];
    case "InsideVertical":
      return [
        ...(column > area.firstColumn ? (["left"] as const) : []),
        ...(column < area.lastColumn ? (["right"] as const) : []),
      ];
    case "InsideHorizontal":
      return [...(row > area.firstRow ? (["top"] as const) : []), ...(row < area.lastRow ? (["bottom"] as const) : [])];
  }
}

/** The lines of a range's cells at one edge. */
const linesOf = (range: Following, edge: Edge): Target<BorderLook> => ({
  read: (of) => {
    const part = clipped(range);
    if (!part) return of({});
    const { sheet, area } = part;
    const found = new Set<ReturnType<typeof of>>();
    for (let row = area.firstRow; row <= area.lastRow; row++) {
      for (let column = area.firstColumn; column <= area.lastColumn; column++) {
        for (const side of sidesAt(edge, row, column, area))
          found.add(of(sheet.style(row, column).borders?.[side] ?? {}));
      }
    }
    return found.size > 1 ? null : found.size === 1 ? [...found][0]! : of({});
  },
  change: (changed) => {
    const { sheet } = range[place];
    restyle(range, (row, column, area) => {
      const sides = sidesAt(edge, row, column, area);
      if (sides.length === 0) return undefined;
      const old = sheet.style(row, column).borders;
      return { borders: Object.fromEntries(sides.map((side) => [side, borderAfter(old?.[side], changed)])) };
    });
  },
});
