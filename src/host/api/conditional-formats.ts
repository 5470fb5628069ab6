import { intersect, subtract } from "../workbook/address";
import type { Area } from "../workbook/data";
import { copyFormula } from "../workbook/live/references";
import { mapFormulas, newRuleId, type LiveRule } from "../workbook/live/rules";
import type { LiveSheet } from "../workbook/live/sheet";
import { apiNotFound, invalidArgument, invalidOperation, itemNotFound } from "../protocol/errors";
import { HostCollection, HostObject, identity } from "../protocol/members";
import { assertWritable, place, type Context, type Following } from "./context";
import { ConditionalRangeFormat } from "./conditional-range-format";
import { DataBarConditionalFormat, newDataBar } from "./data-bars";

/** The rules that touch a range, highest priority first. */
export class ConditionalFormatCollection extends HostCollection<ConditionalFormat> {
  readonly #context: Context;
  readonly #range: Following;

  constructor(context: Context, range: Following) {
    super();
    this.#context = context;
    this.#range = range;
  }

  get items(): ConditionalFormat[] {
    const { sheet, area } = this.#range[place];
    return sheet.rules
      .filter((rule) => rule.areas.some((own) => intersect(own, area)))
      .map((rule) => new ConditionalFormat(this.#context, sheet, rule.id, area));
  }

  /** A new rule comes first. Rules by formula and data bars are served. */
  add(type: string): ConditionalFormat {
    const { sheet, area } = this.#range[place];
    assertWritable(sheet);
    if (type !== "Custom" && type !== "DataBar") throw apiNotFound(`ConditionalFormatCollection.add(${type})`);
    const kind = type === "DataBar" ? { dataBar: newDataBar() } : { formula: "", format: {} };
    const rule: LiveRule = { id: newRuleId(), areas: [area], ...kind, stopIfTrue: false };
    sheet.rules = [rule, ...sheet.rules];
    return new ConditionalFormat(this.#context, sheet, rule.id, area);
  }

  getCount(): number {
    return this.items.length;
  }

  getItem(id: string): ConditionalFormat {
    const item = this.items.find((each) => each.id === id);
    if (!item) throw itemNotFound();
    return item;
  }

  getItemAt(index: number): ConditionalFormat {
    const item = this.items[index];
    if (!item) throw itemNotFound();
    return item;
  }

  /** Takes the rules off this range; elsewhere they stay. */
  clearAll(): void {
    const { sheet, area } = this.#range[place];
    assertWritable(sheet);
    sheet.rules = sheet.rules.flatMap((rule) => {
      const first = rule.areas[0]!;
      const areas = rule.areas.flatMap((own) => subtract(own, area));
      const left = areas[0];
      if (!left) return [];
      const told = mapFormulas(rule, (formula) =>
        copyFormula(formula, left.firstRow - first.firstRow, left.firstColumn - first.firstColumn),
      );
      return [Object.assign(rule, { areas, ...told })];
    });
  }
}

export class ConditionalFormat extends HostObject {
  readonly #context: Context;
  readonly #sheet: LiveSheet;
  readonly #id: string;
  /** The area through which the rule was reached: its formula is told relative to it. */
  readonly #through: Area;

  constructor(context: Context, sheet: LiveSheet, id: string, through: Area) {
    super();
    this.#context = context;
    this.#sheet = sheet;
    this.#id = id;
    this.#through = through;
  }

  override get [identity](): Record<string, unknown> {
    return { Id: this.#id };
  }

  get #rule(): LiveRule {
    const rule = this.#sheet.rules.find((candidate) => candidate.id === this.#id);
    if (!rule) throw itemNotFound();
    return rule;
  }

  get id(): string {
    return this.#id;
  }

  /** Rules of other kinds are only kept as the file has them: their own kind is not told apart. */
  get type(): "Custom" | "DataBar" | "CellValue" {
    if (this.#rule.dataBar) return "DataBar";
    return this.#rule.formula === undefined ? "CellValue" : "Custom";
  }

  /** Zero is the highest. */
  get priority(): number {
    return this.#sheet.rules.indexOf(this.#rule);
  }

  set priority(priority: number) {
    assertWritable(this.#sheet);
    const rule = this.#rule;
    const others = this.#sheet.rules.filter((other) => other !== rule);
    this.#sheet.rules = [...others.slice(0, priority), rule, ...others.slice(priority)];
  }

  get stopIfTrue(): boolean {
    return this.#rule.stopIfTrue;
  }

  set stopIfTrue(stop: boolean) {
    assertWritable(this.#sheet);
    this.#rule.stopIfTrue = stop;
  }

  get custom(): CustomConditionalFormat {
    return new CustomConditionalFormat(
      this.#sheet,
      this.#rule,
      this.#through,
      this.#context.differences.keepsRuleFormulas,
    );
  }

  get customOrNullObject(): CustomConditionalFormat | null {
    return this.#rule.formula === undefined ? null : this.custom;
  }

  get dataBar(): DataBarConditionalFormat {
    return new DataBarConditionalFormat(this.#sheet, this.#rule);
  }

  get dataBarOrNullObject(): DataBarConditionalFormat | null {
    return this.#rule.dataBar ? this.dataBar : null;
  }

  getRange(): HostObject {
    const { areas } = this.#rule;
    if (areas.length !== 1) throw invalidOperation();
    return this.#context.range(this.#sheet, areas[0]!);
  }

  delete(): void {
    assertWritable(this.#sheet);
    const rule = this.#rule;
    this.#sheet.rules = this.#sheet.rules.filter((other) => other !== rule);
  }
}

export class CustomConditionalFormat extends HostObject {
  readonly #sheet: LiveSheet;
  readonly #rule: LiveRule;
  readonly #through: Area;
  readonly #keepsFormula: boolean;

  constructor(sheet: LiveSheet, rule: LiveRule, through: Area, keepsFormula: boolean) {
    super();
    this.#sheet = sheet;
    this.#rule = rule;
    this.#through = through;
    this.#keepsFormula = keepsFormula;
  }

  get rule(): ConditionalFormatRule {
    return new ConditionalFormatRule(this.#sheet, this.#rule, this.#through, this.#keepsFormula);
  }

  get format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.#sheet, this.#rule);
  }
}

export class ConditionalFormatRule extends HostObject {
  readonly #sheet: LiveSheet;
  readonly #rule: LiveRule;
  readonly #through: Area;
  readonly #keepsFormula: boolean;

  constructor(sheet: LiveSheet, rule: LiveRule, through: Area, keepsFormula: boolean) {
    super();
    this.#sheet = sheet;
    this.#rule = rule;
    this.#through = through;
    this.#keepsFormula = keepsFormula;
  }

  /** Relative to the first cell that the rule and the range it was reached through have in common. */
  get formula(): string {
    if (this.#rule.formula === undefined) throw invalidOperation();
    const [rows, columns] = this.#offset;
    const first = this.#rule.areas[0]!;
    if (!this.#keepsFormula)
      return copyFormula(
        this.#rule.formula,
        this.#through.firstRow - first.firstRow,
        this.#through.firstColumn - first.firstColumn,
      );
    return copyFormula(this.#rule.formula, rows, columns);
  }

  set formula(formula: string) {
    assertWritable(this.#sheet);
    if (this.#rule.formula === undefined) throw invalidOperation();
    if (typeof formula !== "string" || formula === "") throw invalidArgument();
    const [rows, columns] = this.#offset;
    this.#rule.formula = copyFormula(formula.startsWith("=") ? formula : `=${formula}`, -rows, -columns);
  }

  get #offset(): [number, number] {
    const first = this.#rule.areas[0]!;
    const base =
      this.#rule.areas.map((area) => intersect(area, this.#through)).find((area) => area !== undefined) ?? first;
    return [base.firstRow - first.firstRow, base.firstColumn - first.firstColumn];
  }
}
