import type { ChartAxisData, ChartContent, ChartFontData, ChartLabelsData, ChartLineData, ChartTextData } from "../workbook/charts";
import { DEFAULT_FONT } from "../workbook/live/style";
import type { LiveSheet } from "../workbook/live/sheet";
import { invalidArgument } from "../protocol/errors";
import { HostObject } from "../protocol/members";
import { assertWritable } from "./context";
import { parseColor } from "./range-format";

/** What a part speaks of, and how it is changed. */
export const data = Symbol("data");
export const change = Symbol("change");
const sheet = Symbol("sheet");

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

export class ChartTitleFormat extends ChartPart<HasFont> {
  get font(): ChartFont {
    return new ChartFont(this[sheet], () => this[data].font);
  }
}

export class ChartTitle extends ChartPart<ChartTextData> {
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

  get format(): ChartTitleFormat {
    return new ChartTitleFormat(this[sheet], () => this[data]);
  }
}

export class ChartLegendFormat extends ChartPart<HasFont> {
  get font(): ChartFont {
    return new ChartFont(this[sheet], () => this[data].font);
  }
}

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

export class ChartDataLabelFormat extends ChartPart<HasFont> {
  get font(): ChartFont {
    return new ChartFont(this[sheet], () => this[data].font);
  }
}

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
    this[change]({ position: oneOf(["Center", "InsideEnd", "InsideBase", "OutsideEnd", "Left", "Right", "Top", "Bottom"] as const, position) });
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

// ---- axes ----

export class ChartAxisFormat extends ChartPart<ChartAxisData> {
  get font(): ChartFont {
    return new ChartFont(this[sheet], () => this[data].font);
  }

  get line(): ChartLineFormat {
    return new ChartLineFormat(this[sheet], () => this[data].line);
  }
}

export class ChartAxisTitleFormat extends ChartPart<HasFont> {
  get font(): ChartFont {
    return new ChartFont(this[sheet], () => this[data].font);
  }
}

export class ChartAxisTitle extends ChartPart<ChartTextData> {
  get text(): string {
    return this[data].text;
  }

  set text(text: string) {
    this[change]({ text, visible: true });
  }

  get visible(): boolean {
    return this[data].visible;
  }

  set visible(visible: boolean) {
    this[change]({ visible });
  }

  get format(): ChartAxisTitleFormat {
    return new ChartAxisTitleFormat(this[sheet], () => this[data]);
  }
}

export class ChartGridlinesFormat extends ChartPart<ChartAxisData> {
  get line(): ChartLineFormat {
    return new ChartLineFormat(this[sheet], () => this[data].gridline);
  }
}

export class ChartGridlines extends ChartPart<ChartAxisData> {
  get visible(): boolean {
    return this[data].gridlines;
  }

  set visible(gridlines: boolean) {
    this[change]({ gridlines });
  }

  get format(): ChartGridlinesFormat {
    return new ChartGridlinesFormat(this[sheet], () => this[data]);
  }
}

/** A number, or "" for what the program chooses. Excel answers the chosen number, the host "". */
const scale = (value: unknown): number | undefined => (value === "" || value === undefined ? undefined : within(value, -Infinity, Infinity));

export class ChartAxis extends ChartPart<ChartAxisData> {
  get visible(): boolean {
    return this[data].visible;
  }

  set visible(visible: boolean) {
    this[change]({ visible });
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

  get minimum(): number | "" {
    return this[data].minimum ?? "";
  }

  set minimum(minimum: unknown) {
    this[change]({ minimum: scale(minimum) });
  }

  get maximum(): number | "" {
    return this[data].maximum ?? "";
  }

  set maximum(maximum: unknown) {
    this[change]({ maximum: scale(maximum) });
  }

  get majorUnit(): number | "" {
    return this[data].majorUnit ?? "";
  }

  set majorUnit(unit: unknown) {
    this[change]({ majorUnit: scale(unit) });
  }

  get reversePlotOrder(): boolean {
    return this[data].reversed;
  }

  set reversePlotOrder(reversed: boolean) {
    this[change]({ reversed });
  }

  get tickLabelPosition(): string {
    return this[data].labels;
  }

  set tickLabelPosition(position: string) {
    this[change]({ labels: oneOf(["NextToAxis", "High", "Low", "None"] as const, position) });
  }

  get textOrientation(): number | "" {
    return this[data].labelTurn ?? "";
  }

  set textOrientation(degrees: unknown) {
    this[change]({ labelTurn: degrees === 180 ? 180 : within(degrees, -90, 90) });
  }

  get tickLabelSpacing(): number | "" {
    return this[data].labelSpacing ?? "";
  }

  set tickLabelSpacing(spacing: unknown) {
    this[change]({ labelSpacing: scale(spacing) });
  }

  get title(): ChartAxisTitle {
    return new ChartAxisTitle(this[sheet], () => this[data].title);
  }

  get majorGridlines(): ChartGridlines {
    return new ChartGridlines(this[sheet], () => this[data]);
  }

  get format(): ChartAxisFormat {
    return new ChartAxisFormat(this[sheet], () => this[data]);
  }
}

export class ChartAxes extends ChartPart<ChartContent["axes"]> {
  get categoryAxis(): ChartAxis {
    return new ChartAxis(this[sheet], () => this[data].category);
  }

  get valueAxis(): ChartAxis {
    return new ChartAxis(this[sheet], () => this[data].value);
  }

  getItem(type: string, group = "Primary"): ChartAxis {
    const second = oneOf(["Primary", "Secondary"], group) === "Secondary";
    const name = oneOf(["Category", "Value"], type) === "Value" ? (second ? "secondValue" : "value") : second ? "secondCategory" : "category";
    return new ChartAxis(this[sheet], () => this[data][name]);
  }
}
