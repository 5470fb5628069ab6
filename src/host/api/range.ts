import {
  bounding,
  contains,
  formatArea,
  intersect,
  isWholeColumns,
  isWholeRows,
  MAX_COLUMNS,
  MAX_ROWS,
  subtract,
} from "../workbook/address";
import type { Area } from "../workbook/data";
import { valueType, type RawValue } from "../workbook/live/cell";
import { displayText } from "../workbook/live/display";
import { readEntry, type Entry } from "../workbook/live/entry";
import { copyFormula } from "../workbook/live/references";
import { pushesOff, restructure } from "../workbook/live/restructure";
import type { LiveSheet } from "../workbook/live/sheet";
import { moveArea, type StructuralChange } from "../workbook/live/structure";
import {
  apiNotFound,
  generalException,
  insertDeleteConflict,
  invalidArgument,
  invalidReference,
  itemNotFound,
} from "../protocol/errors";
import { HostObject, identity } from "../protocol/members";
import { addressOf, parseOnSheet } from "./addresses";
import { ConditionalFormatCollection } from "./conditional-formats";
import { assertWritable, follow, isRange, place, placeOf, type Context, type Following, type Place } from "./context";
import { DataValidation } from "./data-validation";
import { findText } from "./find";
import { RangeFormat } from "./range-format";

/** What a two-dimensional property may be set to: one value for all cells, or one a cell in which null leaves it as it is. */
type Written<T> = T | readonly (readonly (T | null)[])[];

/** A block of cells. It follows them when rows or columns are inserted or deleted. */
export class Range extends HostObject implements Following {
  readonly #context: Context;
  readonly #sheet: LiveSheet;
  readonly #reference: string;
  #area: Area | undefined;

  constructor(context: Context, sheet: LiveSheet, area: Area) {
    super();
    this.#context = context;
    this.#sheet = sheet;
    this.#area = area;
    this.#reference = context.nextReference();
    context.track(this);
  }

  override get [identity](): Record<string, unknown> {
    return { _ReferenceId: this.#reference };
  }

  get [place](): Place {
    // The cells were deleted, or the sheet was.
    if (!this.#area || this.#context.model.sheet(this.#sheet.id) === undefined) throw invalidReference();
    return { sheet: this.#sheet, area: this.#area };
  }

  [follow](sheet: LiveSheet, change: StructuralChange): void {
    if (sheet === this.#sheet) this.#area &&= moveArea(this.#area, change);
  }

  // ---- where it lies ----

  get address(): string {
    return addressOf(this.#sheet, [this[place].area]);
  }

  get rowIndex(): number {
    return this[place].area.firstRow;
  }

  get columnIndex(): number {
    return this[place].area.firstColumn;
  }

  get rowCount(): number {
    const { firstRow, lastRow } = this[place].area;
    return lastRow - firstRow + 1;
  }

  get columnCount(): number {
    const { firstColumn, lastColumn } = this[place].area;
    return lastColumn - firstColumn + 1;
  }

  get worksheet(): HostObject {
    return this.#context.worksheet(this[place].sheet);
  }

  // ---- what the cells hold ----

  get values(): Promise<RawValue[][] | null> {
    return this.#read((row, column) => this.#sheet.value(row, column));
  }

  set values(values: Written<RawValue>) {
    this.#write(values);
  }

  get formulas(): Promise<RawValue[][] | null> {
    return this.#read((row, column) => this.#sheet.formula(row, column) ?? this.#sheet.value(row, column));
  }

  set formulas(formulas: Written<RawValue>) {
    this.#write(formulas);
  }

  get text(): Promise<string[][] | null> {
    const { writesDecimalPoint } = this.#context.differences;
    return this.#read((row, column) => {
      const value = this.#sheet.value(row, column);
      const text = displayText(value, this.#sheet.numberFormat(row, column), this.#context.model.date1904);
      return writesDecimalPoint || typeof value !== "number"
        ? text
        : text.replace(/(?<=\d)[.,](?=\d)/g, (mark) => (mark === "." ? "," : "."));
    });
  }

  get valueTypes(): Promise<string[][] | null> {
    return this.#read((row, column) => valueType(this.#sheet.value(row, column)));
  }

  get numberFormat(): Promise<string[][] | null> {
    return this.#read((row, column) => this.#sheet.numberFormat(row, column));
  }

  set numberFormat(formats: Written<string>) {
    const { sheet, area } = this.#writable();
    const of = this.#spread(formats, area);
    const part = sheet.clip(area);
    const styles = new Map<string, { numberFormat: string }>();
    const style = (numberFormat: string): { numberFormat: string } =>
      styles.get(numberFormat) ?? styles.set(numberFormat, { numberFormat }).get(numberFormat)!;
    if (part)
      sheet.restyle(part, (row, column) => {
        const format = of(row, column);
        return format === null ? undefined : style(format);
      });
  }

  /** Of unbounded ranges, such as whole columns, Excel answers null for what differs cell by cell. */
  async #read<T>(of: (row: number, column: number) => T): Promise<T[][] | null> {
    const { area } = this[place];
    if (isWholeColumns(area) || isWholeRows(area)) return null;
    await this.#context.settled();
    const rows: T[][] = [];
    for (let row = area.firstRow; row <= area.lastRow; row++) {
      const line: T[] = [];
      for (let column = area.firstColumn; column <= area.lastColumn; column++) line.push(of(row, column));
      rows.push(line);
    }
    return rows;
  }

  #write(written: Written<RawValue>): void {
    const { sheet, area } = this.#writable();
    if (isWholeColumns(area) || isWholeRows(area)) throw invalidArgument();
    const of = this.#spread(written, area);
    const entries: (Entry | undefined)[][] = [];
    for (let row = area.firstRow; row <= area.lastRow; row++) {
      const line: (Entry | undefined)[] = [];
      for (let column = area.firstColumn; column <= area.lastColumn; column++) {
        const value = of(row, column);
        line.push(
          value === null ? undefined : readEntry(value, sheet.numberFormat(row, column), this.#context.model.date1904),
        );
      }
      entries.push(line);
    }
    sheet.write(area.firstRow, area.firstColumn, entries);
  }

  /** One value for every cell, or the cell's own of an array of just the range's shape. @throws HostError InvalidArgument */
  #spread<T extends RawValue>(written: Written<T>, area: Area): (row: number, column: number) => T | null {
    if (!Array.isArray(written)) return () => written as T;
    const lines = written as readonly (readonly (T | null)[])[];
    this._ValidateArraySize(lines.length, lines[0]?.length ?? 0);
    if (lines.some((line) => !Array.isArray(line) || line.length !== this.columnCount)) throw wrongShape();
    return (row, column) => lines[row - area.firstRow]![column - area.firstColumn]!;
  }

  /** Sent by office.js before it writes a large array in pieces. */
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.rowCount || columns !== this.columnCount) throw wrongShape();
  }

  /** Contents copied with their relative references moved; a smaller source is repeated. Formats, blanks passed over and turning are not served. */
  copyFrom(source: HostObject | string, copyType = "All", skipBlanks = false, transpose = false): void {
    if (copyType !== "Formulas" || skipBlanks || transpose) throw apiNotFound(`Range.copyFrom() of ${copyType}`);
    const from = this.#other(source);
    const { sheet, area } = this[place];
    const contents: RawValue[][] = [];
    for (let row = area.firstRow; row <= area.lastRow; row++) {
      const line: RawValue[] = [];
      for (let column = area.firstColumn; column <= area.lastColumn; column++) {
        const origin = {
          row: from.firstRow + ((row - area.firstRow) % (from.lastRow - from.firstRow + 1)),
          column: from.firstColumn + ((column - area.firstColumn) % (from.lastColumn - from.firstColumn + 1)),
        };
        const formula = sheet.formula(origin.row, origin.column);
        line.push(
          formula === undefined
            ? sheet.value(origin.row, origin.column)
            : copyFormula(formula, row - origin.row, column - origin.column),
        );
      }
      contents.push(line);
    }
    this.#write(contents);
  }

  clear(applyTo = "All"): void {
    const { sheet, area } = this.#writable();
    if (!["All", "Formats", "Contents", "Hyperlinks"].includes(applyTo)) throw invalidArgument();
    if (applyTo === "All" || applyTo === "Contents") sheet.clearContents(area);
    if (applyTo === "All" || applyTo === "Formats") {
      const part = sheet.clip(area);
      if (part) sheet.restyle(part, () => null);
      sheet.merges = sheet.merges.filter((merge) => !intersect(merge, area));
      new ConditionalFormatCollection(this.#context, this).clearAll();
    }
    if (applyTo === "All") this.dataValidation.clear();
  }

  // ---- other ranges ----

  getCell(row: number, column: number): Range {
    const { firstRow, firstColumn } = this[place].area;
    return this.#at({
      firstRow: firstRow + row,
      firstColumn: firstColumn + column,
      lastRow: firstRow + row,
      lastColumn: firstColumn + column,
    });
  }

  getRow(row: number): Range {
    const area = this[place].area;
    return this.#at({ ...area, firstRow: area.firstRow + row, lastRow: area.firstRow + row });
  }

  getColumn(column: number): Range {
    const area = this[place].area;
    return this.#at({ ...area, firstColumn: area.firstColumn + column, lastColumn: area.firstColumn + column });
  }

  getEntireColumn(): Range {
    return this.#at({ ...this[place].area, firstRow: 0, lastRow: MAX_ROWS - 1 });
  }

  getEntireRow(): Range {
    return this.#at({ ...this[place].area, firstColumn: 0, lastColumn: MAX_COLUMNS - 1 });
  }

  getOffsetRange(rows: number, columns: number): Range {
    const area = this[place].area;
    return this.#at({
      firstRow: area.firstRow + rows,
      lastRow: area.lastRow + rows,
      firstColumn: area.firstColumn + columns,
      lastColumn: area.lastColumn + columns,
    });
  }

  getResizedRange(rows: number, columns: number): Range {
    const area = this[place].area;
    return this.#at({ ...area, lastRow: area.lastRow + rows, lastColumn: area.lastColumn + columns });
  }

  getBoundingRect(other: HostObject | string): Range {
    return this.#at(bounding(this[place].area, this.#other(other)));
  }

  getIntersectionOrNullObject(other: HostObject | string): Range | null {
    const area = intersect(this[place].area, this.#other(other));
    return area ? this.#at(area) : null;
  }

  getIntersection(other: HostObject | string): Range | null {
    const range = this.getIntersectionOrNullObject(other);
    if (!range && this.#context.differences.refusesDisjoint) throw itemNotFound();
    return range;
  }

  async findOrNullObject(text: string, criteria?: Parameters<typeof findText>[3]): Promise<Range | null> {
    await this.#context.settled();
    const found = findText(this.#sheet, this[place].area, text, criteria);
    return found && this.#at(found);
  }

  async find(text: string, criteria?: Parameters<typeof findText>[3]): Promise<Range> {
    const found = await this.findOrNullObject(text, criteria);
    if (!found) throw itemNotFound();
    return found;
  }

  /** The merged areas whose first cell lies in the range. */
  getMergedAreasOrNullObject(): HostObject | null {
    if (!this.#context.differences.tellsMergedAreas) throw generalException();
    const { sheet, area } = this[place];
    const merged = sheet.merges.filter((merge) =>
      contains(area, { ...merge, lastRow: merge.firstRow, lastColumn: merge.firstColumn }),
    );
    return merged.length > 0 ? this.#context.rangeAreas(sheet, merged) : null;
  }

  #other(other: HostObject | string): Area {
    if (!isRange(other)) return parseOnSheet(this.#sheet, String(other));
    const { sheet, area } = placeOf(other);
    if (sheet !== this.#sheet) throw invalidArgument();
    return area;
  }

  /** @throws HostError InvalidArgument off the sheet */
  #at(area: Area): Range {
    if (area.firstRow < 0 || area.firstColumn < 0 || area.lastRow >= MAX_ROWS || area.lastColumn >= MAX_COLUMNS)
      throw invalidArgument();
    if (area.firstRow > area.lastRow || area.firstColumn > area.lastColumn) throw invalidArgument();
    return new Range(this.#context, this.#sheet, area);
  }

  // ---- what surrounds the cells ----

  get format(): RangeFormat {
    return new RangeFormat(this);
  }

  get conditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.#context, this);
  }

  get dataValidation(): DataValidation {
    return new DataValidation(this);
  }

  get columnHidden(): boolean | null {
    const { sheet, area } = this[place];
    return same(area.firstColumn, Math.min(area.lastColumn, sheet.univer.getColumnCount()), (column) =>
      sheet.columnHidden(column),
    );
  }

  set columnHidden(hidden: boolean) {
    const { sheet, area } = this.#writable();
    sheet.setColumns(area.firstColumn, area.lastColumn, { hidden });
  }

  /** Groups whole columns, one level deeper each time; rows are not grouped here. */
  group(option: string): void {
    if (option !== "ByColumns") throw apiNotFound("Range.group() of rows");
    const { sheet, area } = this.#writable();
    for (let column = area.firstColumn; column <= area.lastColumn; column++) {
      sheet.setColumns(column, column, { outline: Math.min(DEEPEST_GROUP, sheet.columnOutline(column) + 1) });
    }
  }

  get rowHidden(): boolean | null {
    const { sheet, area } = this[place];
    return same(area.firstRow, Math.min(area.lastRow, sheet.univer.getRowCount()), (row) => sheet.rowHidden(row));
  }

  set rowHidden(hidden: boolean) {
    const { sheet, area } = this.#writable();
    sheet.setRows(area.firstRow, area.lastRow, { hidden });
  }

  /** Makes one cell of the range, or one a row; only the first cell's contents stay. */
  merge(across = false): void {
    const { sheet, area } = this.#writable();
    const merged: Area[] = [];
    if (across)
      for (let row = area.firstRow; row <= area.lastRow; row++) merged.push({ ...area, firstRow: row, lastRow: row });
    else merged.push(area);
    for (const block of merged) {
      const first = { ...block, lastRow: block.firstRow, lastColumn: block.firstColumn };
      for (const rest of subtract(block, first)) sheet.clearContents(rest);
    }
    sheet.merges = [
      ...sheet.merges.filter((merge) => !intersect(merge, area)),
      ...merged.filter((block) => formatArea(block).includes(":")),
    ];
  }

  unmerge(): void {
    const { sheet, area } = this.#writable();
    sheet.merges = sheet.merges.filter((merge) => !intersect(merge, area));
  }

  select(): void {
    const { sheet, area } = this[place];
    this.#context.model.select(sheet, area);
  }

  /** Puts empty whole columns or rows in place of the range. @returns the new cells; the range itself follows its own. */
  insert(shift: string): Range {
    const { sheet, area } = this.#writable();
    const change = this.#change("insert", shift === "Right" ? "column" : "row", `insert(${shift})`);
    if (pushesOff(sheet, change)) throw insertDeleteConflict();
    restructure(sheet, change);
    this.#context.moved(sheet, change);
    return this.#at(area);
  }

  delete(shift: string): void {
    const { sheet } = this.#writable();
    const change = this.#change("delete", shift === "Left" ? "column" : "row", `delete(${shift})`);
    restructure(sheet, change);
    this.#context.moved(sheet, change);
  }

  #change(kind: StructuralChange["kind"], axis: StructuralChange["axis"], call: string): StructuralChange {
    const area = this[place].area;
    if (axis === "column" && isWholeColumns(area)) return { kind, axis, at: area.firstColumn, count: this.columnCount };
    if (axis === "row" && isWholeRows(area)) return { kind, axis, at: area.firstRow, count: this.rowCount };
    throw apiNotFound(`Range.${call} of cells that are no whole rows or columns`);
  }

  #writable(): Place {
    assertWritable(this.#sheet);
    return this[place];
  }
}

/** Excel groups no deeper. */
const DEEPEST_GROUP = 8;

const wrongShape = (): Error =>
  invalidArgument(
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );

/** The value that is the same from first to last, null where it differs. */
function same<T>(first: number, last: number, of: (index: number) => T): T | null {
  const value = of(first);
  for (let index = first + 1; index <= last; index++) if (of(index) !== value) return null;
  return value;
}
