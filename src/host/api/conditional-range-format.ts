import type { CellStyle, ConditionalFormatData } from "../workbook/data";
import type { LiveSheet } from "../workbook/live/sheet";
import type { Side } from "../workbook/live/style";
import { invalidArgument } from "../protocol/errors";
import { HostCollection, HostObject, identity } from "../protocol/members";
import { assertWritable } from "./context";
import { parseColor } from "./range-format";

type Format = NonNullable<ConditionalFormatData["format"]>;

/** What the cells look like for which a rule holds. */
export class ConditionalRangeFormat extends HostObject {
  readonly #sheet: LiveSheet;
  readonly #rule: ConditionalFormatData;

  constructor(sheet: LiveSheet, rule: ConditionalFormatData) {
    super();
    this.#sheet = sheet;
    this.#rule = rule;
  }

  get fill(): ConditionalRangeFill {
    return new ConditionalRangeFill(this.#sheet, this.#rule);
  }

  get font(): ConditionalRangeFont {
    return new ConditionalRangeFont(this.#sheet, this.#rule);
  }

  get borders(): ConditionalRangeBorderCollection {
    return new ConditionalRangeBorderCollection(this.#sheet, this.#rule);
  }
}

/** Changes what a rule shows. A key that is undefined is taken away. */
function change(sheet: LiveSheet, rule: ConditionalFormatData, format: Format): void {
  assertWritable(sheet);
  rule.format = Object.fromEntries(
    Object.entries({ ...rule.format, ...format }).filter(([, value]) => value !== undefined),
  );
}

export class ConditionalRangeFill extends HostObject {
  readonly #sheet: LiveSheet;
  readonly #rule: ConditionalFormatData;

  constructor(sheet: LiveSheet, rule: ConditionalFormatData) {
    super();
    this.#sheet = sheet;
    this.#rule = rule;
  }

  get color(): string | null {
    return this.#rule.format?.fill ?? null;
  }

  set color(color: string) {
    change(this.#sheet, this.#rule, { fill: parseColor(color) });
  }

  clear(): void {
    change(this.#sheet, this.#rule, { fill: undefined });
  }
}

export class ConditionalRangeFont extends HostObject {
  readonly #sheet: LiveSheet;
  readonly #rule: ConditionalFormatData;

  constructor(sheet: LiveSheet, rule: ConditionalFormatData) {
    super();
    this.#sheet = sheet;
    this.#rule = rule;
  }

  get bold(): boolean | null {
    return this.#rule.format?.bold ?? null;
  }

  set bold(bold: boolean) {
    change(this.#sheet, this.#rule, { bold });
  }

  get italic(): boolean | null {
    return this.#rule.format?.italic ?? null;
  }

  set italic(italic: boolean) {
    change(this.#sheet, this.#rule, { italic });
  }

  get color(): string | null {
    return this.#rule.format?.color ?? null;
  }

  set color(color: string) {
    change(this.#sheet, this.#rule, { color: parseColor(color) });
  }
}

const SIDES: Readonly<Record<string, Side>> = {
  EdgeTop: "top",
  EdgeBottom: "bottom",
  EdgeLeft: "left",
  EdgeRight: "right",
};

export class ConditionalRangeBorderCollection extends HostCollection<ConditionalRangeBorder> {
  readonly #sheet: LiveSheet;
  readonly #rule: ConditionalFormatData;

  constructor(sheet: LiveSheet, rule: ConditionalFormatData) {
    super();
    this.#sheet = sheet;
    this.#rule = rule;
  }

  get items(): ConditionalRangeBorder[] {
    return Object.keys(SIDES).map((edge) => new ConditionalRangeBorder(this.#sheet, this.#rule, edge));
  }

  getItem(edge: string): ConditionalRangeBorder {
    if (!(edge in SIDES)) throw invalidArgument();
    return new ConditionalRangeBorder(this.#sheet, this.#rule, edge);
  }

  get top(): ConditionalRangeBorder {
    return this.getItem("EdgeTop");
  }

  get bottom(): ConditionalRangeBorder {
    return this.getItem("EdgeBottom");
  }

  get left(): ConditionalRangeBorder {
    return this.getItem("EdgeLeft");
  }

  get right(): ConditionalRangeBorder {
    return this.getItem("EdgeRight");
  }
}

export class ConditionalRangeBorder extends HostObject {
  readonly #sheet: LiveSheet;
  readonly #rule: ConditionalFormatData;
  readonly #edge: string;

  constructor(sheet: LiveSheet, rule: ConditionalFormatData, edge: string) {
    super();
    this.#sheet = sheet;
    this.#rule = rule;
    this.#edge = edge;
  }

  override get [identity](): Record<string, unknown> {
    return { Id: this.#edge };
  }

  get sideIndex(): string {
    return this.#edge;
  }

  get style(): string {
    return this.#border?.style ?? "None";
  }

  set style(style: string) {
    if (!["None", "Continuous", "Dash", "Dot"].includes(style)) throw invalidArgument();
    this.#set(
      style === "None"
        ? undefined
        : { weight: "Thin", color: "#000000", ...this.#border, style: style as "Continuous" },
    );
  }

  get color(): string {
    return this.#border?.color ?? "#000000";
  }

  set color(color: string) {
    this.#set({ style: "Continuous", weight: "Thin", ...this.#border, color: parseColor(color) });
  }

  get #border(): NonNullable<CellStyle["borders"]>[Side] {
    return this.#rule.format?.borders?.[SIDES[this.#edge]!];
  }

  #set(border: NonNullable<CellStyle["borders"]>[Side]): void {
    const borders = { ...this.#rule.format?.borders, [SIDES[this.#edge]!]: border };
    change(this.#sheet, this.#rule, {
      borders: Object.fromEntries(Object.entries(borders).filter(([, value]) => value !== undefined)),
    });
  }
}
