import type { CellData, SheetData } from "../data";
import { MAX_COLUMNS, columnIndex, parseArea } from "../address";
import { areaAddress, cellAddress } from "./address";
import type { Palette } from "./colors";
import { withPrefixes, withoutPrefixes } from "./future-functions";
import { movedFormula } from "./shared-formula";
import type { Styles } from "./styles";
import { escaped, textOfItem, unescaped, type SharedTexts } from "./texts";
import { child, element, elements, flagOf, numberOf, setAttribute, textOf, type XmlElement } from "./xml";

/** What a cell's `keep` holds: indexes and attributes of the opened file, of no meaning for another file. */
interface Kept {
  /** Index of the cell format. */
  format?: number;
  /** Index of the shared string. */
  text?: number;
  /** Attributes of an array formula or a data table, with the formula they belong to. */
  array?: { attributes: Record<string, string>; formula: string };
  /** Cell and value metadata (dynamic arrays). */
  cm?: string;
  vm?: string;
  /** The cell stands in the file with neither value nor format, to be free of its row's or column's. */
  bare?: true;
}

/** What reading and writing a sheet takes from the workbook. */
export interface SheetContext {
  styles: Styles;
  texts: SharedTexts;
  palette: Palette;
  /** The name that a sheet of the opened file bears now. */
  rename: (sheet: string) => string;
  /** A formula of the opened file's sheet as it reads now. */
  follow: (formula: string) => string;
  /** Serial numbers of dates count from 1904. */
  date1904: boolean;
  /** Pixels of a digit of the default font: the unit of column widths. */
  digitPixels: number;
}

type Rows = Pick<SheetData, "cells" | "rows">;

interface SharedFormula {
  formula: string;
  row: number;
  column: number;
}

/** Reads rows and cells, in the order of the file. Shared formulas become a formula of each cell's own; dates are the serial numbers that the file holds. */
export class RowReader implements Rows {
  readonly cells: SheetData["cells"] = {};
  readonly rows: SheetData["rows"] = {};
  private readonly shared = new Map<string, SharedFormula>();
  private row = -1;

  constructor(private readonly context: SheetContext) {}

  take(line: XmlElement): void {
    const row = (this.row = (numberOf(line, "r") ?? this.row + 2) - 1);
    const height = numberOf(line, "ht");
    const hidden = flagOf(line, "hidden");
    if (height !== undefined || hidden)
      this.rows[row] = { ...(height === undefined ? {} : { height }), ...(hidden ? { hidden } : {}) };
    const made: Record<number, CellData> = {};
    let column = -1;
    for (const c of elements(line, "c")) {
      column = columnOf(c.attributes.r) ?? column + 1;
      made[column] = readCell(c, row, column, this.shared, this.context);
    }
    if (column >= 0) this.cells[row] = made;
  }
}

/** The column that a cell's address names; undefined where it names none. */
function columnOf(address: string | undefined): number | undefined {
  const letters = address === undefined ? undefined : /^\$?([A-Za-z]{1,3})\$?\d{1,7}$/.exec(address)?.[1];
  const column = letters === undefined ? undefined : columnIndex(letters);
  return column !== undefined && column < MAX_COLUMNS ? column : undefined;
}

function readCell(
  c: XmlElement,
  row: number,
  column: number,
  shared: Map<string, SharedFormula>,
  { styles, texts, date1904 }: SheetContext,
): CellData {
  const data: CellData = {};
  const kept: Kept = {};
  const format = numberOf(c, "s") ?? 0;
  if (format !== 0) kept.format = format;
  for (const key of ["cm", "vm"] as const) if (c.attributes[key] !== undefined) kept[key] = c.attributes[key];
  data.style = styles.cellStyle(format);

  const f = child(c, "f");
  const own = unescaped(textOf(f));
  if (f?.attributes.t === "shared" && f.attributes.si !== undefined) {
    const first = shared.get(f.attributes.si);
    if (own !== "") shared.set(f.attributes.si, { formula: own, row, column });
    if (own !== "") data.formula = `=${withoutPrefixes(own)}`;
    else if (first)
      data.formula = `=${withoutPrefixes(movedFormula(first.formula, row - first.row, column - first.column))}`;
  } else if (f) {
    if (own !== "") data.formula = `=${withoutPrefixes(own)}`;
    if (f.attributes.t === "array" || f.attributes.t === "dataTable")
      kept.array = { attributes: f.attributes, formula: withoutPrefixes(own) };
  }

  const raw = textOf(child(c, "v"));
  switch (c.attributes.t) {
    case "s":
      kept.text = Number(raw);
      data.value = texts.text(kept.text);
      break;
    case "inlineStr":
      data.value = textOfItem(child(c, "is") ?? c);
      break;
    case "str":
      data.value = unescaped(raw);
      break;
    case "b":
      data.value = raw === "1" || raw === "true";
      break;
    case "e":
      data.value = raw;
      data.error = true;
      break;
    case "d":
      data.value = serialOfIsoDate(raw, date1904);
      break;
    default:
      if (raw !== "") data.value = Number(raw);
  }
  if (data.value === undefined && data.formula === undefined && format === 0) kept.bare = true;
  if (Object.keys(kept).length > 0) data.keep = kept;
  return data;
}

/** The serial number of an ISO date, as the strict form of the format may hold them: days since 1899-12-30, or 1904-01-01. */
function serialOfIsoDate(text: string, date1904: boolean): number | string {
  const time = Date.parse(/[zZ]|[+-]\d\d:\d\d$/.test(text) ? text : text.includes("T") ? `${text}Z` : text);
  return Number.isNaN(time) ? text : time / 86_400_000 + (date1904 ? 24_107 : 25_569);
}

/** Writes rows and cells into the sheet's own element; what rows hold besides (outline, default format) stays. */
export function writeCells(
  sheetData: XmlElement,
  was: SheetData["rows"],
  sheet: Rows,
  context: SheetContext,
  ofOrigin: boolean,
): void {
  const standing = new Map<number, XmlElement>();
  let last = -1;
  for (const line of elements(sheetData, "row")) {
    last = (numberOf(line, "r") ?? last + 2) - 1;
    standing.set(last, line);
  }
  const numbers = new Set([
    ...standing.keys(),
    ...Object.keys(sheet.cells).map(Number),
    ...Object.keys(sheet.rows).map(Number),
  ]);
  sheetData.children = [];
  for (const row of [...numbers].sort((one, other) => one - other)) {
    const line = standing.get(row) ?? element("row");
    line.attributes = { ...line.attributes, r: String(row + 1) };
    setAttribute(line, "spans", undefined);
    writeRowSize(line, was[row] ?? {}, sheet.rows[row] ?? {});
    const columns = Object.keys(sheet.cells[row] ?? {})
      .map(Number)
      .sort((one, other) => one - other);
    line.children = columns.flatMap(
      (column) => writeCell(sheet.cells[row]![column]!, cellAddress(row, column), context, ofOrigin) ?? [],
    );
    if (line.children.length > 0 || Object.keys(line.attributes).length > 1) sheetData.children.push(line);
  }
}

function writeRowSize(line: XmlElement, was: SheetData["rows"][number], now: SheetData["rows"][number]): void {
  if (was.height !== now.height) {
    setAttribute(line, "ht", now.height);
    setAttribute(line, "customHeight", now.height === undefined ? undefined : 1);
  }
  if (Boolean(was.hidden) !== Boolean(now.hidden)) setAttribute(line, "hidden", now.hidden ? 1 : undefined);
}

function writeCell(
  data: CellData,
  address: string,
  { styles, texts, follow }: SheetContext,
  ofOrigin: boolean,
): XmlElement | undefined {
  const kept: Kept = ofOrigin ? ((data.keep as Kept | undefined) ?? {}) : {};
  const format = styles.indexOf(data.style, kept.format ?? 0);
  const c = element("c", { r: address, s: format === 0 ? undefined : format, cm: kept.cm, vm: kept.vm });
  const formula = data.formula?.slice(1);
  if (formula !== undefined || kept.array?.formula === "") {
    const array =
      kept.array && follow(kept.array.formula) === (formula ?? "")
        ? { ...kept.array.attributes, ...coveredFrom(kept.array.attributes.ref, address) }
        : undefined;
    c.children.push(element("f", array ?? {}, formula ? [escaped(withPrefixes(formula))] : []));
    if (!array) for (const key of ["cm", "vm"]) setAttribute(c, key, undefined);
  }
  const { value } = data;
  if (value === undefined || (value === "" && formula === undefined))
    return c.children.length > 0 || format !== 0 || kept.bare ? c : undefined;
  const put = (type: string | undefined, text: string) => {
    setAttribute(c, "t", type);
    c.children.push(element("v", {}, [text]));
  };
  if (typeof value === "number") put(undefined, String(value));
  else if (typeof value === "boolean") put("b", value ? "1" : "0");
  else if (data.error) put("e", value);
  else if (formula !== undefined) put("str", escaped(value));
  else put("s", String(texts.indexOf(value, kept.text)));
  return c;
}

/** What an array formula covers, from the cell on that holds it now. */
function coveredFrom(ref: string | undefined, address: string): { ref?: string } {
  const [area, cell] = [parseArea(ref ?? ""), parseArea(address)];
  if (!area || !cell) return {};
  return {
    ref: areaAddress({
      ...cell,
      lastRow: cell.firstRow + area.lastRow - area.firstRow,
      lastColumn: cell.firstColumn + area.lastColumn - area.firstColumn,
    }),
  };
}

/** The area that a sheet's cells cover, as the part states it. */
export function usedArea(cells: SheetData["cells"]): string {
  const rows = Object.keys(cells).map(Number);
  const columns = rows.flatMap((row) => Object.keys(cells[row]!).map(Number));
  if (columns.length === 0) return "A1";
  const [firstRow, lastRow, firstColumn, lastColumn] = [
    least(rows),
    -least(rows.map((row) => -row)),
    least(columns),
    -least(columns.map((one) => -one)),
  ];
  return areaAddress({ firstRow, lastRow, firstColumn, lastColumn });
}

const least = (numbers: readonly number[]) => numbers.reduce((one, other) => Math.min(one, other));
