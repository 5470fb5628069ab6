import { absoluteReference } from "../workbook/address";
import {
  CHART_KINDS,
  isLine,
  SERIES_COLORS,
  type ChartContent,
  type ChartKind,
  type ChartSeriesData,
} from "../workbook/charts";
import { groupOf, newSeries, seriesName } from "../workbook/live/charts";
import type { LiveSheet } from "../workbook/live/sheet";
import { apiNotFound, itemNotFound } from "../protocol/errors";
import { HostCollection } from "../protocol/members";
import { oneOf, within } from "./arguments";
import { ChartDataLabels, ChartFill, lineOf, type ChartLineFormat } from "./chart-parts";
import { assertWritable, placeOf } from "./context";
import { change, data, Part, sheet } from "./parts";

/** The type of a chart or series. @throws HostError ApiNotFound of the types that the host does not serve */
export function kindOf(type: unknown): ChartKind {
  if (!CHART_KINDS.includes(type as ChartKind)) throw apiNotFound(`ChartType.${String(type)}`);
  return type as ChartKind;
}

/** Where a series takes its values or categories from. */
const referenceTo = (range: unknown): string => {
  const { sheet, area } = placeOf(range);
  return absoluteReference(sheet.name, area);
};

export class ChartSeriesCollection extends HostCollection<ChartSeries> {
  readonly #sheet: LiveSheet;
  readonly #of: () => ChartContent;

  constructor(sheet: LiveSheet, of: () => ChartContent) {
    super();
    this.#sheet = sheet;
    this.#of = of;
  }

  get items(): ChartSeries[] {
    return this.#of().series.map((series) => new ChartSeries(this.#sheet, this.#of, series));
  }

  getCount(): number {
    return this.#of().series.length;
  }

  /** A series without values, at the end or before the one at `index`. */
  add(name?: string, index?: number): ChartSeries {
    assertWritable(this.#sheet);
    const { series, kind } = this.#of();
    const at = index === undefined ? series.length : within(index, 0, series.length);
    const added = {
      ...newSeries(name ?? `系列${series.length + 1}`, kind),
      ...(series[0] && { gapWidth: series[0].gapWidth }),
    };
    series.splice(at, 0, added);
    return new ChartSeries(this.#sheet, this.#of, added);
  }

  getItemAt(index: number): ChartSeries {
    const item = this.items[index];
    if (!item) throw itemNotFound();
    return item;
  }
}

export class ChartSeries extends Part<ChartSeriesData> {
  readonly #of: () => ChartContent;

  constructor(on: LiveSheet, of: () => ChartContent, series: ChartSeriesData) {
    super(on, () => {
      if (!of().series.includes(series)) throw itemNotFound();
      return series;
    });
    this.#of = of;
  }

  get name(): string {
    return seriesName(this[sheet], this[data]);
  }

  /** A text, or a reference to a cell with its "=". */
  set name(name: string) {
    this[change]({ name });
  }

  get chartType(): string {
    return this[data].kind;
  }

  set chartType(type: string) {
    this[change]({ kind: kindOf(type) });
  }

  get axisGroup(): "Primary" | "Secondary" {
    return this[data].secondary ? "Secondary" : "Primary";
  }

  set axisGroup(group: string) {
    this[change]({ secondary: oneOf(["Primary", "Secondary"], group) === "Secondary" });
  }

  get gapWidth(): number {
    return this[data].gapWidth;
  }

  set gapWidth(gapWidth: number) {
    assertWritable(this[sheet]);
    for (const series of groupOf(this.#of(), this[data])) series.gapWidth = within(gapWidth, 0, 500);
  }

  get overlap(): number {
    return this[data].overlap ?? (/Stacked/.test(this[data].kind) ? 100 : 0);
  }

  set overlap(overlap: number) {
    assertWritable(this[sheet]);
    for (const series of groupOf(this.#of(), this[data])) series.overlap = within(overlap, -100, 100);
  }

  get hasDataLabels(): boolean {
    return this[data].labels !== undefined;
  }

  set hasDataLabels(shown: boolean) {
    this[change]({ labels: shown ? (this[data].labels ?? { font: {} }) : undefined });
  }

  /** Speaking of them shows them. */
  get dataLabels(): ChartDataLabels {
    return new ChartDataLabels(this[sheet], () => (this[data].labels ??= { font: {} }));
  }

  get format(): ChartSeriesFormat {
    return new ChartSeriesFormat(
      this[sheet],
      () => this[data],
      () => this.#of().series.indexOf(this[data]),
    );
  }

  setValues(range: unknown): void {
    this[change]({ values: referenceTo(range) });
  }

  setXAxisValues(range: unknown): void {
    this[change]({ categories: referenceTo(range) });
  }

  delete(): void {
    assertWritable(this[sheet]);
    const { series } = this.#of();
    series.splice(series.indexOf(this[data]), 1);
  }
}

export class ChartSeriesFormat extends Part<ChartSeriesData> {
  readonly #order: () => number;

  constructor(on: LiveSheet, find: () => ChartSeriesData, order: () => number) {
    super(on, find);
    this.#order = order;
  }

  get fill(): ChartFill {
    return new ChartFill(this[sheet], () => this[data]);
  }

  /** A line has a colour from the start: that of its place among the series. */
  get line(): ChartLineFormat {
    return lineOf(this[sheet], () => {
      const series = this[data];
      if (isLine(series.kind)) series.line.color ??= SERIES_COLORS[this.#order() % SERIES_COLORS.length];
      return series.line;
    });
  }
}
