import { absoluteReference, columnIndex, MAX_COLUMNS, MAX_ROWS, parseAddress, type Address } from "../workbook/address";
import type { Area } from "../workbook/data";
import type { LiveSheet } from "../workbook/live/sheet";
import type { LiveName } from "../workbook/live/workbook";
import { invalidArgument, invalidOperation, itemAlreadyExists, itemNotFound } from "../protocol/errors";
import { HostCollection, HostObject, identity } from "../protocol/members";
import { isRange, placeOf, type Context } from "./context";

/** What Excel takes for a name: a letter or underscore first, no spaces, nothing that reads as a cell. */
const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u;

export class NamedItem extends HostObject {
  readonly #context: Context;
  readonly #name: LiveName;
  readonly #remove: () => void;

  constructor(context: Context, name: LiveName, remove = (): void => context.model.removeName(name)) {
    super();
    this.#context = context;
    this.#name = name;
    this.#remove = remove;
  }

  override get [identity](): Record<string, unknown> {
    return { _Id: this.#name.name };
  }

  get name(): string {
    return this.#name.name;
  }

  get comment(): string {
    return this.#name.comment;
  }

  set comment(comment: string) {
    this.#name.comment = comment;
  }

  get formula(): string {
    const { wordsNamesInA1, writesDecimalPoint } = this.#context.differences;
    const formula = writesDecimalPoint ? this.#name.formula : this.#name.formula.replace(/^(=\d+)\.(\d+%?)$/, "$1,$2");
    return wordsNamesInA1 ? formula : inR1C1(formula);
  }

  set formula(formula: string) {
    if (!this.#context.differences.formulasFollowNames) {
      this.#name.formula = formula;
      return;
    }
    this.#context.model.setNameFormula(this.#name, formula);
  }

  get scope(): "Worksheet" | "Workbook" {
    return this.#name.sheet ? "Worksheet" : "Workbook";
  }

  get type(): "Range" | "String" | "Integer" | "Double" | "Boolean" | "Error" {
    if (this.#address) return "Range";
    const value = constant(this.#name.formula);
    if (typeof value === "number") return "Double";
    if (typeof value === "boolean") return "Boolean";
    return this.#name.formula.includes("#REF!") ? "Error" : "String";
  }

  /** The constant that the name stands for, or the address of its range. */
  get value(): string | number | boolean {
    return constant(this.#name.formula) ?? this.#name.formula.replace(/^=/, "");
  }

  get visible(): boolean {
    return this.#name.visible;
  }

  set visible(visible: boolean) {
    if (!visible && !this.#context.differences.hidesNames) return;
    this.#name.visible = visible;
  }

  delete(): void {
    this.#remove();
  }

  getRange(): HostObject {
    const range = this.getRangeOrNullObject();
    if (!range) throw invalidOperation();
    return range;
  }

  getRangeOrNullObject(): HostObject | null {
    const address = this.#address;
    const sheet = address?.sheet === undefined ? this.#name.sheet : this.#context.model.sheet(address.sheet);
    return address && sheet && address.areas.length === 1 ? this.#context.range(sheet, address.areas[0]!) : null;
  }

  get #address(): Address | undefined {
    const address = parseAddress(this.#name.formula);
    return address?.sheet !== undefined ? address : undefined;
  }
}

/** A reference to cells as Excel words it for a person who has set it to R1C1: =附件2!R6C11. Other formulas stay. */
function inR1C1(formula: string): string {
  return /!/.test(formula)
    ? formula.replace(
        /\$([A-Z]{1,3})\$([1-9][0-9]*)/g,
        (_, letters: string, row: string) => `R${row}C${columnIndex(letters) + 1}`,
      )
    : formula;
}

/** The constant that a formula such as =0.1, ="文" or =TRUE is; undefined for any other. */
function constant(formula: string): string | number | boolean | undefined {
  const body = formula.replace(/^=/, "").trim();
  if (/^"(?:[^"]|"")*"$/.test(body)) return body.slice(1, -1).replace(/""/g, '"');
  if (/^(?:true|false)$/i.test(body)) return body.toLowerCase() === "true";
  const percent = /^([+-]?[0-9.]+)%$/.exec(body);
  if (percent) return Number(`${percent[1]}e-2`);
  return body !== "" && !Number.isNaN(Number(body)) ? Number(body) : undefined;
}

/** Names of the workbook, or of one sheet. */
export class NamedItemCollection extends HostCollection<NamedItem> {
  readonly #context: Context;
  readonly #sheet: LiveSheet | undefined;

  constructor(context: Context, sheet?: LiveSheet) {
    super();
    this.#context = context;
    this.#sheet = sheet;
  }

  get items(): NamedItem[] {
    const names = this.#context.model.names
      .filter((name) => name.sheet === this.#sheet)
      .map((name) => new NamedItem(this.#context, name));
    return this.#sheet && this.#context.differences.listsPrintNames
      ? [...names, ...pageNames(this.#context, this.#sheet)]
      : names;
  }

  add(name: string, reference: unknown, comment?: string): NamedItem {
    if (typeof name !== "string" || !NAME.test(name) || parseAddress(name)) throw invalidArgument();
    if (this.#context.model.name(name, this.#sheet)) throw itemAlreadyExists();
    return new NamedItem(
      this.#context,
      this.#context.model.addName(name, refersTo(reference), this.#sheet, { comment: comment ?? "" }),
    );
  }

  getItem(name: string): NamedItem {
    const item = this.getItemOrNullObject(name);
    if (!item) throw itemNotFound();
    return item;
  }

  getItemOrNullObject(name: string): NamedItem | null {
    return this.items.find((item) => item.name.toLowerCase() === name.toLowerCase()) ?? null;
  }
}

/** The names by which Excel keeps a sheet's print area and titles: listed among its names, and deleting one takes the setting away. */
function pageNames(context: Context, sheet: LiveSheet): NamedItem[] {
  const { page } = sheet;
  const { printArea, titleRows, titleColumns } = page;
  const named = (name: string, areas: readonly Area[], remove: () => void): NamedItem[] => {
    const formula = `=${areas.map((area) => absoluteReference(sheet.name, area).slice(1)).join(",")}`;
    return areas.length > 0
      ? [new NamedItem(context, { id: name, name, sheet, formula, visible: true, comment: "" }, remove)]
      : [];
  };
  const titles = [
    ...(titleColumns
      ? [{ firstRow: 0, lastRow: MAX_ROWS - 1, firstColumn: titleColumns.first, lastColumn: titleColumns.last }]
      : []),
    ...(titleRows
      ? [{ firstRow: titleRows.first, lastRow: titleRows.last, firstColumn: 0, lastColumn: MAX_COLUMNS - 1 }]
      : []),
  ];
  return [
    ...named("Print_Area", printArea ?? [], () => delete page.printArea),
    ...named("Print_Titles", titles, () => {
      delete page.titleRows;
      delete page.titleColumns;
    }),
  ];
}

/** The formula of a name that refers to a range, a formula, or a constant. */
function refersTo(reference: unknown): string {
  if (isRange(reference)) {
    const { sheet, area } = placeOf(reference);
    return absoluteReference(sheet.name, area);
  }
  if (typeof reference === "number" || typeof reference === "boolean") return `=${String(reference).toUpperCase()}`;
  if (typeof reference !== "string" || reference === "") throw invalidArgument();
  return reference.startsWith("=") ? reference : `="${reference.replace(/"/g, '""')}"`;
}
