import { isWholeColumns, isWholeRows } from "../workbook/address";
import type { Area, CellStyle } from "../workbook/data";
import type { LiveSheet } from "../workbook/live/sheet";
import { DEFAULT_FONT, type Side } from "../workbook/live/style";
import { invalidArgument } from "../protocol/errors";
import { HostCollection, HostObject, identity } from "../protocol/members";
import { assertWritable, place, type Following } from "./context";

type Border = NonNullable<NonNullable<CellStyle["borders"]>[Side]>;

const COLOR = /^#[0-9A-Fa-f]{6}$/;
const NAMED: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  gray: "#808080",
  grey: "#808080",
  purple: "#800080",
};

/** "#RRGGBB" in capitals, from a code or one of the plain names. @throws HostError InvalidArgument */
export function parseColor(color: unknown): string {
  const named = typeof color === "string" ? (NAMED[color.toLowerCase()] ?? color) : "";
  const full = named.startsWith("#") ? named : `#${named}`;
  if (!COLOR.test(full)) throw invalidArgument();
  return full.toUpperCase();
}

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

  get fill(): RangeFill {
    return new RangeFill(this.#range);
  }

  get font(): RangeFont {
    return new RangeFont(this.#range);
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

export class RangeFill extends HostObject {
  readonly #range: Following;

  constructor(range: Following) {
    super();
    this.#range = range;
  }

  /** White where nothing fills the cells. */
  get color(): string | null {
    return alike(this.#range, (style) => style.fill ?? "#FFFFFF");
  }

  set color(color: string) {
    restyle(this.#range, { fill: parseColor(color) });
  }

  clear(): void {
    restyle(this.#range, { fill: undefined });
  }
}

export class RangeFont extends HostObject {
  readonly #range: Following;

  constructor(range: Following) {
    super();
    this.#range = range;
  }

  get name(): string | null {
    return alike(this.#range, (style) => style.fontName ?? DEFAULT_FONT.name);
  }

  set name(fontName: string) {
    restyle(this.#range, { fontName });
  }

  get size(): number | null {
    return alike(this.#range, (style) => style.fontSize ?? DEFAULT_FONT.size);
  }

  set size(fontSize: number) {
    restyle(this.#range, { fontSize });
  }

  get bold(): boolean | null {
    return alike(this.#range, (style) => style.bold ?? false);
  }

  set bold(bold: boolean) {
    restyle(this.#range, { bold });
  }

  get italic(): boolean | null {
    return alike(this.#range, (style) => style.italic ?? false);
  }

  set italic(italic: boolean) {
    restyle(this.#range, { italic });
  }

  get underline(): "None" | "Single" | null {
    return alike(this.#range, (style) => (style.underline ? "Single" : "None"));
  }

  set underline(underline: string) {
    restyle(this.#range, { underline: underline !== "None" });
  }

  get color(): string | null {
    return alike(this.#range, (style) => style.color ?? "#000000");
  }

  set color(color: string) {
    restyle(this.#range, { color: parseColor(color) });
  }
}

/** The edges by their names, and the inner lines between cells. */
const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal"] as const;
type Edge = (typeof EDGES)[number];

export class RangeBorderCollection extends HostCollection<RangeBorder> {
  readonly #range: Following;

  constructor(range: Following) {
    super();
    this.#range = range;
  }

  get items(): RangeBorder[] {
    return EDGES.map((edge) => new RangeBorder(this.#range, edge));
  }

  getItem(edge: string): RangeBorder {
    if (!EDGES.includes(edge as Edge)) throw invalidArgument();
    return new RangeBorder(this.#range, edge as Edge);
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

export class RangeBorder extends HostObject {
  readonly #range: Following;
  readonly #edge: Edge;

  constructor(range: Following, edge: Edge) {
    super();
    this.#range = range;
    this.#edge = edge;
  }

  override get [identity](): Record<string, unknown> {
    return { Id: this.#edge };
  }

  get sideIndex(): Edge {
    return this.#edge;
  }

  get style(): string | null {
    return this.#alike((border) => border?.style ?? "None");
  }

  set style(style: string) {
    if (style === "None") this.#set(() => undefined);
    else if (!["Continuous", "Dash", "Dot", "Double"].includes(style)) throw invalidArgument();
    else this.#set((border) => ({ weight: "Thin", color: "#000000", ...border, style: style as Border["style"] }));
  }

  get weight(): string | null {
    return this.#alike((border) => border?.weight ?? "Thin");
  }

  set weight(weight: string) {
    if (!["Hairline", "Thin", "Medium", "Thick"].includes(weight)) throw invalidArgument();
    this.#set((border) => ({ style: "Continuous", color: "#000000", ...border, weight: weight as Border["weight"] }));
  }

  get color(): string | null {
    return this.#alike((border) => border?.color ?? "#000000");
  }

  set color(color: string) {
    const parsed = parseColor(color);
    this.#set((border) => ({ style: "Continuous", weight: "Thin", ...border, color: parsed }));
  }

  #alike<T>(of: (border: Border | undefined) => T): T | null {
    const part = clipped(this.#range);
    if (!part) return of(undefined);
    const { sheet, area } = part;
    const found = new Set<T>();
    for (let row = area.firstRow; row <= area.lastRow; row++) {
      for (let column = area.firstColumn; column <= area.lastColumn; column++) {
        for (const side of sidesAt(this.#edge, row, column, area))
          found.add(of(sheet.style(row, column).borders?.[side]));
      }
    }
    return found.size > 1 ? null : found.size === 1 ? [...found][0]! : of(undefined);
  }

  #set(change: (border: Border | undefined) => Border | undefined): void {
    const { sheet } = this.#range[place];
    restyle(this.#range, (row, column, area) => {
      const sides = sidesAt(this.#edge, row, column, area);
      if (sides.length === 0) return undefined;
      const old = sheet.style(row, column).borders;
      return { borders: Object.fromEntries(sides.map((side) => [side, change(old?.[side])])) };
    });
  }
}
