import { BooleanNumber, LocaleType } from "@univerjs/core";
import type {
  ICellData,
  IColumnData,
  IRange,
  IRowData,
  IStyleData,
  IWorkbookData,
  IWorksheetData,
} from "@univerjs/core";
import type { Area, CellData, CellStyle, SheetData, WorkbookData } from "../data";
import { univerValue } from "./cell";
import { DEFAULT_FONT, toUniverStyle } from "./style";

/** Univer measures in pixels at 96 dpi, the data in points. */
export const toPixels = (points: number): number => (points * 4) / 3;
export const toPoints = (pixels: number): number => (pixels * 3) / 4;

// The grid that a person sees is larger than what is filled; it grows when something is written beyond it.
const SPARE_ROWS = 60;
const SPARE_COLUMNS = 30;

export const toRange = (area: Area): IRange => ({
  startRow: area.firstRow,
  endRow: area.lastRow,
  startColumn: area.firstColumn,
  endColumn: area.lastColumn,
});

export const toArea = (range: IRange): Area => ({
  firstRow: range.startRow,
  lastRow: range.endRow,
  firstColumn: range.startColumn,
  lastColumn: range.endColumn,
});

/** Sheet ids as Excel makes them. */
export const sheetId = (number: number): string =>
  `{00000000-0001-0000-${number.toString(16).toUpperCase().padStart(2, "0")}00-000000000000}`;

/** What a cell keeps beside Univer's own fields. */
export interface Custom {
  keep?: unknown;
}

/** Styles of a workbook, each stored once under the id that cells refer to. Ids of one table begin alike and like no other's. */
export class StyleTable {
  readonly styles: Record<string, IStyleData> = {};
  private readonly ids = new Map<string, string>();
  /** Files give all cells of one format the same object. */
  private readonly seen = new Map<CellStyle, string>();

  constructor(private readonly prefix = "style") {}

  id(style: CellStyle): string {
    const known = this.seen.get(style);
    if (known !== undefined) return known;
    const made = toUniverStyle(style);
    const key = JSON.stringify(made);
    let id = this.ids.get(key);
    if (id === undefined) {
      id = `${this.prefix}-${this.ids.size + 1}`;
      this.ids.set(key, id);
      this.styles[id] = made;
    }
    this.seen.set(style, id);
    return id;
  }
}

function isPlain(style: CellStyle): boolean {
  for (const _ in style) return false;
  return true;
}

/** A cell in Univer's form, its style not yet given. */
function toUniverCell(cell: CellData): ICellData {
  const result: ICellData = {};
  if (cell.formula !== undefined) result.f = cell.formula;
  if (cell.value !== undefined && cell.value !== "") Object.assign(result, univerValue(cell.value));
  if (cell.keep !== undefined) result.custom = { keep: cell.keep } satisfies Custom;
  return result;
}

/** A sheet in Univer's form. */
export function toUniverSheet(sheet: SheetData, id: string, styles: StyleTable): Partial<IWorksheetData> {
  const cellData: Record<number, Record<number, ICellData>> = {};
  let rows = 0;
  let columns = 0;
  for (const [row, cells] of Object.entries(sheet.cells)) {
    const line: Record<number, ICellData> = {};
    for (const [column, cell] of Object.entries(cells)) {
      const made = toUniverCell(cell);
      if (cell.style && !isPlain(cell.style)) made.s = styles.id(cell.style);
      line[Number(column)] = made;
      columns = Math.max(columns, Number(column) + 1);
    }
    cellData[Number(row)] = line;
    rows = Math.max(rows, Number(row) + 1);
  }
  const columnData: Record<number, Partial<IColumnData>> = {};
  for (const [column, { width, hidden, outline }] of Object.entries(sheet.columns)) {
    columnData[Number(column)] = {
      ...(width !== undefined && { w: toPixels(width) }),
      ...(outline !== undefined && { custom: { outline } }),
      hd: hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    };
  }
  const rowData: Record<number, Partial<IRowData>> = {};
  for (const [row, { height, hidden }] of Object.entries(sheet.rows)) {
    rowData[Number(row)] = {
      ...(height !== undefined && { h: toPixels(height), ia: BooleanNumber.FALSE }),
      hd: hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    };
  }
  for (const area of sheet.merges) {
    rows = Math.max(rows, area.lastRow + 1);
    columns = Math.max(columns, area.lastColumn + 1);
  }
  return {
    id,
    name: sheet.name,
    cellData,
    mergeData: sheet.merges.map(toRange),
    rowCount: rows + SPARE_ROWS,
    columnCount: columns + SPARE_COLUMNS,
    defaultColumnWidth: toPixels(sheet.defaultColumnWidth),
    defaultRowHeight: toPixels(sheet.defaultRowHeight),
    columnData,
    rowData,
    tabColor: sheet.tabColor ?? "",
    hidden: sheet.visibility === "Visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    freeze: toFreeze(sheet.frozen),
    showGridlines: sheet.showGridlines === false ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    defaultStyle: { ff: DEFAULT_FONT.name, fs: DEFAULT_FONT.size },
  };
}

/** Frozen panes in Univer's form; what scrolls begins after them. */
export const toFreeze = ({ rows, columns }: SheetData["frozen"]): IWorksheetData["freeze"] => ({
  ySplit: rows,
  xSplit: columns,
  startRow: rows > 0 ? rows : -1,
  startColumn: columns > 0 ? columns : -1,
});

/** A whole workbook in Univer's form; what Univer does not know is kept by the live model. */
export function toUniverWorkbook(data: WorkbookData, unitId: string): Partial<IWorkbookData> {
  const styles = new StyleTable();
  const sheets: Record<string, Partial<IWorksheetData>> = {};
  data.sheets.forEach((sheet, index) => {
    sheets[sheetId(index)] = toUniverSheet(sheet, sheetId(index), styles);
  });
  return {
    id: unitId,
    name: unitId,
    locale: LocaleType.ZH_CN,
    sheetOrder: Object.keys(sheets),
    sheets,
    styles: styles.styles,
  };
}
