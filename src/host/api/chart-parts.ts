import type { ChartContent, ChartFontData, ChartLabelsData, ChartLineData, ChartTextData } from "../workbook/charts";
import { DEFAULT_FONT } from "../workbook/live/style";
import type { LiveSheet } from "../workbook/live/sheet";
import { invalidArgument } from "../protocol/errors";
import { HostObject } from "../protocol/members";
import { assertWritable } from "./context";
import { parseColor } from "./range-format";

/** What a part speaks of, and how it is changed. */
export const data = Symbol("data");
export const change = Symbol("change");
export const sheet = Symbol("sheet");

/** A part of a chart: its data are looked up when they are needed, so that a part of a chart that holds nothing fails only when it is used. */
export abstract class ChartPart<T extends object> extends HostObject {
  readonly #of: () => T;
  readonly [sheet]: LiveSheet;

  constructor(on: LiveSheet, of: () => T) {
    super();
    this[sheet] = on;
    this.#of = of;
  }

  get [data](): T {
    return this.#of();
  }

  /** A key that is undefined is taken away. */
  [change](changed: Partial<T>): void {
    assertWritable(this[sheet]);
    Object.assign(this.#of(), changed);
  }
}

/** @throws HostError InvalidArgument where the value is none of those known */
export function oneOf<T>(known: readonly T[], value: unknown): T {
  if (!known.includes(value as T)) throw invalidArgument();
  return value as T;
}

/** A number within limits. @throws HostError InvalidArgument */
export function within(value: unknown, least: number, most: number): number {
  if (typeof value !== "number" || !(value >= least && value <= most)) throw invalidArgument();
  return value;
}

// ---- looks ----

export class ChartFont extends ChartPart<ChartFontData> {
  get name(): string {
    return this[data].name ?? DEFAULT_FONT.name;
  }

  set name(name: string) {
    this[change]({ name });
  }

  get size(): number {
    return this[data].size ?? 10;
  }

  set size(size: number) {
    this[change]({ size: within(size, 1, 409) });
  }

  get bold(): boolean {
    return this[data].bold ?? false;
  }

  set bold(bold: boolean) {
    this[change]({ bold });
  }

  get italic(): boolean {
    return this[data].italic ?? false;
  }

  set italic(italic: boolean) {
    this[change]({ italic });
  }

  get underline(): "None" | "Single" {
    return this[data].underline ? "Single" : "None";
  }

  set underline(underline: string) {
    this[change]({ underline: oneOf(["None", "Single"], underline) === "Single" });
  }

  get color(): string {
    return this[data].color ?? "#595959";
  }

  set color(color: string) {
    this[change]({ color: parseColor(color) });
  }
}

export class ChartLineFormat extends ChartPart<ChartLineData> {
  get color(): string {
    return this[data].color ?? "";
  }

  set color(color: string) {
    this[change]({ color: parseColor(color), ...(this[data].style === "None" && { style: undefined }) });
  }

  /** Points. */
  get weight(): number {
    return this[data].weight ?? 0.75;
  }

  set weight(weight: number) {
    this[change]({ weight: within(weight, 0, 1584) });
  }

  get lineStyle(): string {
    return this[data].style ?? "Automatic";
  }

  set lineStyle(style: string) {
    if (style === "Automatic") this[change]({ style: undefined });
    else this[change]({ style: oneOf(["Continuous", "Dash", "Dot", "None"] as const, style) });
  }

  /** Draws no line. */
  clear(): void {
    this[change]({ color: undefined, style: "None" });
  }
}

export class ChartBorder extends ChartPart<ChartLineData> {
  get color(): string {
    return this[data].color ?? "";
  }

  set color(color: string) {
    this[change]({ color: parseColor(color), ...(this[data].style === "None" && { style: undefined }) });
  }

  get weight(): number {
    return this[data].weight ?? 0.75;
  }

  set weight(weight: number) {
    this[change]({ weight: within(weight, 0, 1584) });
  }

  get lineStyle(): string {
    return this[data].style ?? "Automatic";
  }

  set lineStyle(style: string) {
    if (style === "Automatic") this[change]({ style: undefined });
    else this[change]({ style: oneOf(["Continuous", "Dash", "Dot", "None"] as const, style) });
  }

  clear(): void {
    this[change]({ color: undefined, style: "None" });
  }
}

export class ChartFill extends ChartPart<{ fill?: string }> {
  clear(): void {
    this[change]({ fill: "" });
  }

  setSolidColor(color: string): void {
    this[change]({ fill: parseColor(color) });
  }
}

// ---- title and legend ----

interface HasFont {
  font: ChartFontData;
}

/** The looks of a part that has words. */
export abstract class FontFormat<T extends HasFont> extends ChartPart<T> {
  get font(): ChartFont {
    return new ChartFont(this[sheet], () => this[data].font);
  }
}

/** The words of a title, of the chart or of an axis. */
export abstract class TitleWords extends ChartPart<ChartTextData> {
  get text(): string {
    return this[data].text;
  }

  /** A title that is given is shown. */
  set text(text: string) {
    this[change]({ text, visible: true });
  }

  get visible(): boolean {
    return this[data].visible;
  }

  set visible(visible: boolean) {
    this[change]({ visible });
  }
}

export class ChartTitleFormat extends FontFormat<HasFont> {}

export class ChartTitle extends TitleWords {
  get format(): ChartTitleFormat {
    return new ChartTitleFormat(this[sheet], () => this[data]);
  }
}

export class ChartLegendFormat extends FontFormat<HasFont> {}

export class ChartLegend extends ChartPart<ChartContent["legend"]> {
  get visible(): boolean {
    return this[data].visible;
  }

  set visible(visible: boolean) {
    this[change]({ visible });
  }

  get position(): string {
    return this[data].position;
  }

  set position(position: string) {
    this[change]({ position: oneOf(["Top", "Bottom", "Left", "Right", "Corner"] as const, position) });
  }

  get format(): ChartLegendFormat {
    return new ChartLegendFormat(this[sheet], () => this[data]);
  }
}

// ---- labels ----

export class ChartDataLabelFormat extends FontFormat<HasFont> {}

export class ChartDataLabels extends ChartPart<ChartLabelsData> {
  get showValue(): boolean {
    return this[data].showValue;
  }

  set showValue(showValue: boolean) {
    this[change]({ showValue });
  }

  get showSeriesName(): boolean {
    return this[data].showSeriesName;
  }

  set showSeriesName(showSeriesName: boolean) {
    this[change]({ showSeriesName });
  }

  get showCategoryName(): boolean {
    return this[data].showCategoryName;
  }

  set showCategoryName(showCategoryName: boolean) {
    this[change]({ showCategoryName });
  }

  get position(): string {
    return this[data].position ?? "OutsideEnd";
  }

  set position(position: string) {
    this[change]({
      position: oneOf(
        ["Center", "InsideEnd", "InsideBase", "OutsideEnd", "Left", "Right", "Top", "Bottom"] as const,
        position,
      ),
    });
  }

  get numberFormat(): string {
    return this[data].numberFormat ?? "General";
  }

  set numberFormat(numberFormat: string) {
    this[change]({ numberFormat });
  }

  get linkNumberFormat(): boolean {
    return this[data].numberFormat === undefined;
  }

  set linkNumberFormat(link: boolean) {
    this[change]({ numberFormat: link ? undefined : (this[data].numberFormat ?? "General") });
  }

  get format(): ChartDataLabelFormat {
    return new ChartDataLabelFormat(this[sheet], () => this[data]);
  }
}
