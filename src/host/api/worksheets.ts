import { MAX_COLUMNS, MAX_ROWS } from "../workbook/address";
import type { SheetData } from "../workbook/data";
import type { LiveSheet } from "../workbook/live/sheet";
import { accessDenied, invalidArgument, invalidOperation, itemAlreadyExists, itemNotFound } from "../protocol/errors";
import { HostCollection, HostObject, identity } from "../protocol/members";
import { ChartCollection } from "./charts";
import { assertWritable, type Context } from "./context";
import { WHOLE_WORKBOOK } from "./events";
import { NamedItemCollection } from "./names";
import { PageLayout } from "./page-layout";
import { parseColor } from "./arguments";
import { parseOnSheet } from "./addresses";

/** Sheet names are at most 31 characters, none of these among them. History is a sheet of Excel's own. */
const FORBIDDEN = /[\\/?*:[\]]|^'|'$|^history$/i;

/** Makes sure that a sheet may bear the name. @throws HostError InvalidArgument, or ItemAlreadyExists where another one does */
function checkName(context: Context, name: string, own?: LiveSheet): void {
  if (typeof name !== "string" || name === "" || name.length > 31 || FORBIDDEN.test(name)) throw invalidArgument();
  const bearer = context.model.sheet(name);
  if (bearer && bearer !== own) throw itemAlreadyExists();
}

export class WorksheetCollection extends HostCollection<Worksheet> {
  readonly #context: Context;

  constructor(context: Context) {
    super();
    this.#context = context;
  }

  get items(): Worksheet[] {
    return this.#context.model.sheets.map((sheet) => new Worksheet(this.#context, sheet));
  }

  add(name?: string): Worksheet {
    if (this.#context.differences.structureProtected) throw accessDenied();
    const model = this.#context.model;
    const chosen = name ?? firstFree((candidate) => !model.sheet(candidate));
    checkName(this.#context, chosen);
    return new Worksheet(this.#context, model.addSheet(chosen));
  }

  getActiveWorksheet(): Worksheet {
    return new Worksheet(this.#context, this.#context.model.activeSheet);
  }

  getItem(key: string): Worksheet {
    const sheet = this.getItemOrNullObject(key);
    if (!sheet) throw itemNotFound();
    return sheet;
  }

  getItemOrNullObject(key: string): Worksheet | null {
    const sheet = this.#context.model.sheet(key);
    return sheet ? new Worksheet(this.#context, sheet) : null;
  }

  _RegisterActivatedEvent(): void {}
  _UnregisterActivatedEvent(): void {}

  _RegisterDataChangedEvent(): void {
    this.#context.events.register("changed", WHOLE_WORKBOOK);
  }

  _UnregisterDataChangedEvent(): void {
    this.#context.events.unregister("changed", WHOLE_WORKBOOK);
  }

  _RegisterSelectionChangedEvent(): void {
    this.#context.events.register("selection", WHOLE_WORKBOOK);
  }

  _UnregisterSelectionChangedEvent(): void {
    this.#context.events.unregister("selection", WHOLE_WORKBOOK);
  }
}

function firstFree(free: (name: string) => boolean): string {
  let number = 1;
  while (!free(`Sheet${number}`)) number++;
  return `Sheet${number}`;
}

export class Worksheet extends HostObject {
  readonly #context: Context;
  readonly #sheet: LiveSheet;

  constructor(context: Context, sheet: LiveSheet) {
    super();
    this.#context = context;
    this.#sheet = sheet;
  }

  override get [identity](): Record<string, unknown> {
    return { Id: this.#sheet.id };
  }

  get id(): string {
    return this.#sheet.id;
  }

  get name(): string {
    return this.#sheet.name;
  }

  /** Formulas, names and rules that name the sheet follow. */
  set name(name: string) {
    checkName(this.#context, name, this.#sheet);
    if (name !== this.#sheet.name) this.#context.model.renameSheet(this.#sheet, name);
  }

  /** Zero-based place among the tabs, hidden ones counted. */
  get position(): number {
    return this.#context.model.sheets.indexOf(this.#sheet);
  }

  set position(position: number) {
    if (!Number.isInteger(position) || position < 0 || position >= this.#context.model.sheets.length)
      throw invalidArgument();
    this.#context.model.moveSheet(this.#sheet, position);
  }

  /** "" where the tab has the colour of all; null of a hidden sheet. */
  get tabColor(): string | null {
    return this.#sheet.visibility === "Visible" ? (this.#sheet.tabColor ?? "") : null;
  }

  set tabColor(color: string) {
    this.#sheet.tabColor = color === "" ? undefined : parseColor(color);
  }

  get visibility(): SheetData["visibility"] {
    return this.#sheet.visibility;
  }

  set visibility(visibility: SheetData["visibility"]) {
    const others = this.#context.model.sheets.filter(
      (sheet) => sheet !== this.#sheet && sheet.visibility === "Visible",
    );
    if (visibility !== "Visible" && others.length === 0) throw invalidOperation();
    this.#sheet.visibility = visibility;
  }

  get showGridlines(): boolean {
    return this.#sheet.showGridlines;
  }

  set showGridlines(shown: boolean) {
    this.#sheet.showGridlines = shown;
  }

  /** What office.js sends where `showGridlines` is set. @host */
  set gridlines(shown: boolean) {
    this.#sheet.showGridlines = shown;
  }

  get charts(): ChartCollection {
    return new ChartCollection(this.#context, this.#sheet);
  }

  get names(): NamedItemCollection {
    return new NamedItemCollection(this.#context, this.#sheet);
  }

  get pageLayout(): PageLayout {
    return new PageLayout(this.#context, this.#sheet);
  }

  get protection(): WorksheetProtection {
    return new WorksheetProtection(this.#sheet);
  }

  get freezePanes(): WorksheetFreezePanes {
    return new WorksheetFreezePanes(this.#sheet);
  }

  /** Opens the sheet in the window. */
  activate(): void {
    if (this.#sheet.visibility !== "Visible") throw invalidOperation();
    this.#context.model.activate(this.#sheet);
  }

  delete(): void {
    const others = this.#context.model.sheets.filter(
      (sheet) => sheet !== this.#sheet && sheet.visibility === "Visible",
    );
    if (others.length === 0 || this.#sheet.visibility === "VeryHidden") throw invalidOperation();
    this.#context.model.deleteSheet(this.#sheet);
  }

  getRange(address?: string): HostObject {
    const area =
      address === undefined
        ? { firstRow: 0, firstColumn: 0, lastRow: MAX_ROWS - 1, lastColumn: MAX_COLUMNS - 1 }
        : this.#named(address);
    return this.#context.range(this.#sheet, area);
  }

  getRangeByIndexes(startRow: number, startColumn: number, rowCount: number, columnCount: number): HostObject {
    const area = {
      firstRow: startRow,
      firstColumn: startColumn,
      lastRow: startRow + rowCount - 1,
      lastColumn: startColumn + columnCount - 1,
    };
    const onSheet = [startRow, startColumn, rowCount - 1, columnCount - 1].every(
      (index) => Number.isInteger(index) && index >= 0,
    );
    if (!onSheet || area.lastRow >= MAX_ROWS || area.lastColumn >= MAX_COLUMNS) throw invalidArgument();
    return this.#context.range(this.#sheet, area);
  }

  getCell(row: number, column: number): HostObject {
    return this.getRangeByIndexes(row, column, 1, 1);
  }

  /** Formatting counts unless `valuesOnly`; a blank sheet answers A1. */
  async getUsedRange(valuesOnly?: boolean): Promise<HostObject> {
    return (await this.getUsedRangeOrNullObject(valuesOnly)) ?? this.getCell(0, 0);
  }

  async getUsedRangeOrNullObject(valuesOnly?: boolean): Promise<HostObject | null> {
    await this.#context.settled();
    const used = this.#sheet.used(valuesOnly ?? false);
    return used ? this.#context.range(this.#sheet, used) : null;
  }

  #named(address: string): ReturnType<typeof parseOnSheet> {
    const name = this.#context.model.name(address, this.#sheet) ?? this.#context.model.name(address, undefined);
    return parseOnSheet(this.#sheet, name ? name.formula : address);
  }

  _RegisterDataChangedEvent(): void {
    this.#context.events.register("changed", this.#sheet.id);
  }

  _UnregisterDataChangedEvent(): void {
    this.#context.events.unregister("changed", this.#sheet.id);
  }

  _RegisterSelectionChangedEvent(): void {
    this.#context.events.register("selection", this.#sheet.id);
  }

  _UnregisterSelectionChangedEvent(): void {
    this.#context.events.unregister("selection", this.#sheet.id);
  }

  _RegisterActivatedEvent(): void {}
  _UnregisterActivatedEvent(): void {}
}

export class WorksheetProtection extends HostObject {
  readonly #sheet: LiveSheet;

  constructor(sheet: LiveSheet) {
    super();
    this.#sheet = sheet;
  }

  get protected(): boolean {
    return this.#sheet.protected;
  }
}

export class WorksheetFreezePanes extends HostObject {
  readonly #sheet: LiveSheet;

  constructor(sheet: LiveSheet) {
    super();
    this.#sheet = sheet;
  }

  freezeRows(count = 0): void {
    assertWritable(this.#sheet);
    this.#sheet.frozen = { rows: count, columns: 0 };
  }
}
