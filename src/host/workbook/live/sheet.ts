import { BooleanNumber, CellValueType, IUndoRedoService } from "@univerjs/core";
import type { ICellData, IColumnData, IRowData, IStyleData, Nullable, Worksheet } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import {
  AddWorksheetMergeMutation,
  RemoveWorksheetMergeMutation,
  SetColDataMutation,
  SetFrozenMutation,
  SetRangeValuesMutation,
  SetRowDataMutation,
  SetTabColorMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetHideMutation,
  SetWorksheetRowCountMutation,
  ToggleGridlinesMutation,
} from "@univerjs/sheets";
import { contains, intersect } from "../address";
import type { Area, CellStyle, PageData, SheetData, StructuralChange, ValidationData } from "../data";
import { newChartId, type LiveChart } from "./charts";
import { isErrorText, rawValue, univerValue, type RawValue } from "./cell";
import type { Entry } from "./entry";
import { fittedHeights, fittedWidths } from "./fitting";
import { gathered } from "./lines";
import type { LiveRule } from "./rules";
import { SharedFormulas, type Cells } from "./shared-formulas";
import { toArea, toFreeze, toPixels, toPoints, toRange } from "./snapshot";
import { fromUniverStyle, toUniverStyle } from "./style";
import type { LiveWorkbook } from "./workbook";

/** One sheet of the live workbook: cells, styles, rows and columns in Univer, page set-up, rules and protection beside it. */
export class LiveSheet {
  page: PageData;
  protected: boolean;
  /** Highest priority first. */
  rules: LiveRule[] = [];
  validations: ValidationData[];
  /** Lowest first. */
  charts: LiveChart[];
  /** All that has been inserted and deleted since the file was read, in order. */
  readonly moved: StructuralChange[];
  private readonly keep: unknown;
  private readonly shared = new SharedFormulas(() => this.univer.getCellMatrix());

  constructor(
    readonly workbook: LiveWorkbook,
    readonly univer: Worksheet,
    data: SheetData,
  ) {
    this.page = structuredClone(data.page);
    this.protected = data.protected;
    this.validations = structuredClone(data.validations);
    this.charts = (data.charts ?? []).map((chart) => ({ ...structuredClone(chart), id: newChartId() }));
    this.veryHidden = data.visibility === "VeryHidden";
    this.moved = [...(data.moved ?? [])];
    this.keep = data.keep;
  }

  private veryHidden: boolean;

  get id(): string {
    return this.univer.getSheetId();
  }

  get name(): string {
    return this.univer.getName();
  }

  /** Undefined where the tab has the colour of all. */
  get tabColor(): string | undefined {
    return this.univer.getConfig().tabColor || undefined;
  }

  set tabColor(color: string | undefined) {
    this.run(SetTabColorMutation.id, { color: color ?? "" });
  }

  get visibility(): SheetData["visibility"] {
    if (!this.univer.isSheetHidden()) return "Visible";
    return this.veryHidden ? "VeryHidden" : "Hidden";
  }

  set visibility(visibility: SheetData["visibility"]) {
    this.veryHidden = visibility === "VeryHidden";
    // Univer opens a sheet that is told to be seen, even if it was; Excel does not.
    const hidden = this.univer.isSheetHidden() === BooleanNumber.TRUE;
    if (hidden === (visibility !== "Visible")) return;
    this.run(SetWorksheetHideMutation.id, {
      hidden: visibility === "Visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    });
  }

  /** Whether the lines between the cells are shown on the screen. */
  get showGridlines(): boolean {
    return this.univer.getConfig().showGridlines !== BooleanNumber.FALSE;
  }

  set showGridlines(shown: boolean) {
    this.run(ToggleGridlinesMutation.id, { showGridlines: shown ? BooleanNumber.TRUE : BooleanNumber.FALSE });
  }

  // ---- cells ----

  cell(row: number, column: number): Nullable<ICellData> {
    return this.univer.getCellMatrix().getValue(row, column);
  }

  /** The value shown; of a formula its last result, of a cell that a formula spills into what it spills. */
  value(row: number, column: number): RawValue {
    const value = rawValue(this.cell(row, column));
    if (value !== "") return value;
    const spilled = this.workbook.injector.get(FormulaDataModel).getArrayFormulaCellData()[this.workbook.unitId]?.[
      this.id
    ]?.[row]?.[column];
    return spilled ? rawValue(spilled) : "";
  }

  /** With its "="; undefined where there is none. */
  formula(row: number, column: number): string | undefined {
    return this.shared.formulaOf(this.cell(row, column), row, column);
  }

  style(row: number, column: number): CellStyle {
    return fromUniverStyle(this.univerStyle(row, column)) ?? {};
  }

  numberFormat(row: number, column: number): string {
    return this.univerStyle(row, column)?.n?.pattern ?? "General";
  }

  univerStyle(row: number, column: number): Nullable<IStyleData> {
    const cell = this.cell(row, column);
    return cell?.s ? this.workbook.univer.getStyles().getStyleByCell(cell) : undefined;
  }

  /** Each cell that holds anything, in no promised order. */
  forEachCell(visit: (row: number, column: number, cell: ICellData) => void): void {
    this.univer.getCellMatrix().forValue((row, column, cell) => {
      if (cell) visit(row, column, cell);
    });
  }

  /** The area of all cells with a value or formula, of formatted ones too unless `valuesOnly`; undefined where there is none. */
  used(valuesOnly: boolean, within?: Area): Area | undefined {
    const used = { firstRow: Infinity, firstColumn: Infinity, lastRow: -1, lastColumn: -1 };
    this.forEachCell((row, column, cell) => {
      if (
        within &&
        (row < within.firstRow || row > within.lastRow || column < within.firstColumn || column > within.lastColumn)
      )
        return;
      if (!cell.f && !cell.si && rawValue(cell) === "" && (valuesOnly || !cell.s)) return;
      if (row < used.firstRow) used.firstRow = row;
      if (row > used.lastRow) used.lastRow = row;
      if (column < used.firstColumn) used.firstColumn = column;
      if (column > used.lastColumn) used.lastColumn = column;
    });
    return used.lastRow < 0 ? undefined : used;
  }

  /** Writes entries from the given cell on; undefined leaves a cell as it is. Of a merged area only the first cell takes one. */
  write(firstRow: number, firstColumn: number, entries: readonly (readonly (Entry | undefined)[])[]): void {
    const cells: Cells = {};
    const columns = entries.reduce((most, line) => Math.max(most, line.length), 0);
    const area = {
      firstRow,
      firstColumn,
      lastRow: firstRow + entries.length - 1,
      lastColumn: firstColumn + columns - 1,
    };
    const merges = this.merges.filter((merge) => intersect(merge, area));
    entries.forEach((line, i) => {
      line.forEach((entry, j) => {
        const [row, column] = [firstRow + i, firstColumn + j];
        if (
          !entry ||
          merges.some(
            (merge) => contains(merge, at(row, column)) && !(merge.firstRow === row && merge.firstColumn === column),
          )
        )
          return;
        const cell: ICellData = { f: null, si: null, p: null, v: null };
        if (entry.kind === "formula") cell.f = entry.formula;
        if (entry.kind === "value") Object.assign(cell, univerValue(entry.value));
        if (entry.kind === "value" && entry.format && this.numberFormat(row, column) === "General")
          cell.s = { n: { pattern: entry.format } };
        (cells[row] ??= {})[column] = cell;
      });
    });
    this.shared.share(cells);
    this.setCells(cells);
    if (entries.some((line) => line.some((entry) => entry !== undefined)))
      this.workbook.happenings.tell({ what: "edited", sheet: this, area, byHand: false });
  }

  /** Changes the style of cells; the keys of a change that are undefined are taken away, null takes all away. */
  restyle(area: Area, change: (row: number, column: number) => CellStyle | null | undefined): void {
    const cells: Cells = {};
    const known = new Map<CellStyle, IStyleData>();
    for (let row = area.firstRow; row <= area.lastRow; row++) {
      for (let column = area.firstColumn; column <= area.lastColumn; column++) {
        const style = change(row, column);
        const old = this.cell(row, column);
        if (style === undefined || (style === null && !old?.s)) continue;
        if (style && !known.has(style)) known.set(style, toUniverStyle(style));
        // The type is said again, or Univer would guess it anew from the format.
        (cells[row] ??= {})[column] = { s: style && { ...known.get(style) }, ...(old?.t && { t: old.t }) };
      }
    }
    this.setCells(cells);
  }

  /** Takes values and formulas away and leaves formats. */
  clearContents(area: Area): void {
    const cells: Cells = {};
    this.forEachCell((row, column, cell) => {
      if (contains(area, at(row, column)) && (cell.v !== undefined || cell.f || cell.si))
        (cells[row] ??= {})[column] = { v: null, f: null, si: null, p: null };
    });
    this.setCells(cells);
    if (Object.keys(cells).length > 0)
      this.workbook.happenings.tell({ what: "edited", sheet: this, area, byHand: false });
  }

  /** Puts changes of cells into Univer, the sheet growing as needed. The model computes later and once. */
  setCells(cells: Cells): void {
    this.shared.keepCopies(cells);
    let [rows, columns] = [0, 0];
    for (const [row, line] of Object.entries(cells)) {
      rows = Math.max(rows, Number(row) + 1);
      for (const column in line) columns = Math.max(columns, Number(column) + 1);
    }
    if (rows === 0) return;
    this.growTo(rows, columns);
    this.run(SetRangeValuesMutation.id, { cellValue: cells });
  }

  /** Gives every cell that shares a formula its own. */
  unshare(): void {
    this.setCells(this.shared.copies());
  }

  /** The part of an area that the grid has cells for. */
  clip(area: Area): Area | undefined {
    return intersect(area, {
      firstRow: 0,
      firstColumn: 0,
      lastRow: this.univer.getRowCount() - 1,
      lastColumn: this.univer.getColumnCount() - 1,
    });
  }

  private growTo(rows: number, columns: number): void {
    if (rows > this.univer.getRowCount()) this.run(SetWorksheetRowCountMutation.id, { rowCount: rows });
    if (columns > this.univer.getColumnCount()) this.run(SetWorksheetColumnCountMutation.id, { columnCount: columns });
  }

  // ---- merged cells, rows and columns, frozen panes ----

  get merges(): Area[] {
    return this.univer.getMergeData().map(toArea);
  }

  set merges(areas: readonly Area[]) {
    this.run(RemoveWorksheetMergeMutation.id, { ranges: this.univer.getMergeData() });
    this.growTo(
      ...areas.reduce<[number, number]>(
        ([rows, columns], area) => [Math.max(rows, area.lastRow + 1), Math.max(columns, area.lastColumn + 1)],
        [0, 0],
      ),
    );
    this.run(AddWorksheetMergeMutation.id, { ranges: areas.map(toRange) });
  }

  /** Points. */
  columnWidth(column: number): number {
    return toPoints(this.univer.getConfig().columnData[column]?.w ?? this.univer.getConfig().defaultColumnWidth);
  }

  /** Points. */
  rowHeight(row: number): number {
    const data = this.univer.getConfig().rowData[row];
    return toPoints(data?.h ?? data?.ah ?? this.univer.getConfig().defaultRowHeight);
  }

  columnHidden(column: number): boolean {
    return this.univer.getConfig().columnData[column]?.hd === BooleanNumber.TRUE;
  }

  rowHidden(row: number): boolean {
    return this.univer.getConfig().rowData[row]?.hd === BooleanNumber.TRUE;
  }

  /** The level that a column is grouped at; 0 where it is not. */
  columnOutline(column: number): number {
    return Number(this.univer.getConfig().columnData[column]?.custom?.["outline"] ?? 0);
  }

  setColumns(first: number, last: number, change: { width?: number; hidden?: boolean; outline?: number }): void {
    this.growTo(0, last + 1);
    const data: Partial<IColumnData> = {};
    if (change.width !== undefined) data.w = toPixels(change.width);
    if (change.hidden !== undefined) data.hd = change.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE;
    if (change.outline !== undefined) data.custom = change.outline > 0 ? { outline: change.outline } : {};
    this.run(SetColDataMutation.id, {
      columnData: Object.fromEntries(span(first, last).map((column) => [column, data])),
    });
  }

  setRows(first: number, last: number, change: { height?: number; hidden?: boolean }): void {
    this.growTo(last + 1, 0);
    const data: Partial<IRowData> = {};
    if (change.height !== undefined) Object.assign(data, { h: toPixels(change.height), ia: BooleanNumber.FALSE });
    if (change.hidden !== undefined) data.hd = change.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE;
    this.run(SetRowDataMutation.id, { rowData: Object.fromEntries(span(first, last).map((row) => [row, data])) });
  }

  /**
   * Gives the rows up to what they need. They have no height of their own then: a file names none, and the program that opens it fits
   * them by its own measure.
   */
  fitRows(first: number, last: number): void {
    const heights = fittedHeights(this, first, last);
    const fitted = (row: number): Partial<IRowData> => ({
      h: undefined,
      ah: toPixels(Math.max(heights.get(row) ?? 0, this.defaultRowHeight)),
      ia: BooleanNumber.TRUE,
    });
    this.run(SetRowDataMutation.id, {
      rowData: Object.fromEntries(span(first, last).map((row) => [row, fitted(row)])),
    });
  }

  /** Makes the columns as wide as they need; blank ones stay as they are. */
  fitColumns(first: number, last: number): void {
    for (const [column, width] of fittedWidths(this, first, last)) this.setColumns(column, column, { width });
  }

  private get defaultRowHeight(): number {
    return toPoints(this.univer.getConfig().defaultRowHeight);
  }

  get frozen(): SheetData["frozen"] {
    const { xSplit, ySplit } = this.univer.getConfig().freeze;
    return { rows: ySplit, columns: xSplit };
  }

  set frozen(frozen: SheetData["frozen"]) {
    this.run(SetFrozenMutation.id, toFreeze(frozen));
  }

  /**
   * Runs one of Univer's mutations on this sheet, without setting off its own calculation. As in Excel, what a person did
   * in the grid before can't be undone there any more: the steps back are told in cells that may have moved.
   */
  run(mutation: string, params: object): void {
    this.workbook.injector.get(IUndoRedoService).clearUndoRedo(this.workbook.unitId);
    this.workbook.commands.syncExecuteCommand(
      mutation,
      { unitId: this.workbook.unitId, subUnitId: this.id, ...params },
      { onlyLocal: true },
    );
  }

  // ---- back to plain data ----

  toData(): SheetData {
    const config = this.univer.getConfig();
    const cells: SheetData["cells"] = {};
    const styles = new Map<ICellData["s"], CellStyle>();
    this.forEachCell((row, column, cell) => {
      const value = rawValue(cell);
      const formula = this.formula(row, column);
      // Cells of one look name the same style: it is told once.
      const style = styles.get(cell.s) ?? this.style(row, column);
      styles.set(cell.s, style);
      const keep: unknown = cell.custom?.["keep"];
      const data = {
        ...(value !== "" && { value }),
        ...(cell.t !== CellValueType.FORCE_STRING && isErrorText(value) && { error: true }),
        ...(formula !== undefined && { formula }),
        ...(Object.keys(style).length > 0 && { style }),
        ...(keep !== undefined && { keep }),
      };
      if (Object.keys(data).length > 0) (cells[row] ??= {})[column] = data;
    });
    const columns: SheetData["columns"] = {};
    for (const [column, data] of Object.entries(config.columnData)) {
      if (!data) continue;
      const entry = {
        ...(data.w !== undefined && { width: toPoints(data.w) }),
        ...(data.hd === BooleanNumber.TRUE && { hidden: true }),
        ...(this.columnOutline(Number(column)) > 0 && { outline: this.columnOutline(Number(column)) }),
      };
      if (Object.keys(entry).length > 0) columns[Number(column)] = entry;
    }
    const rows: SheetData["rows"] = {};
    for (const [row, data] of Object.entries(config.rowData)) {
      if (!data) continue;
      const entry = {
        ...(data.h !== undefined && { height: toPoints(data.h) }),
        ...(data.hd === BooleanNumber.TRUE && { hidden: true }),
      };
      if (Object.keys(entry).length > 0) rows[Number(row)] = entry;
    }
    const moved = this.keep === undefined ? [] : gathered(this.moved);
    return {
      name: this.name,
      visibility: this.visibility,
      ...(this.tabColor !== undefined && { tabColor: this.tabColor }),
      protected: this.protected,
      cells,
      merges: this.merges,
      columns,
      rows,
      defaultColumnWidth: toPoints(config.defaultColumnWidth),
      defaultRowHeight: this.defaultRowHeight,
      frozen: this.frozen,
      ...(!this.showGridlines && { showGridlines: false as const }),
      conditionalFormats: this.rules.map(({ id: _id, ...rule }) => structuredClone(rule)),
      validations: structuredClone(this.validations),
      page: structuredClone(this.page),
      ...(this.charts.length > 0 && { charts: this.charts.map(({ id: _id, ...chart }) => structuredClone(chart)) }),
      ...(moved.length > 0 && { moved }),
      ...(this.keep !== undefined && { keep: this.keep }),
    };
  }
}

const at = (row: number, column: number): Area => ({
  firstRow: row,
  lastRow: row,
  firstColumn: column,
  lastColumn: column,
});

const span = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
