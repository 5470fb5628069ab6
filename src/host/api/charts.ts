import type { ChartContent } from "../workbook/charts";
import type { Area } from "../workbook/data";
import {
  cornerAt,
  freeChartName,
  newChartId,
  newContent,
  pointsOf,
  seriesOf,
  type LiveChart,
  type SeriesBy,
} from "../workbook/live/charts";
import type { LiveSheet } from "../workbook/live/sheet";
import { apiNotFound, invalidArgument, itemNotFound } from "../protocol/errors";
import { HostCollection, HostObject, identity } from "../protocol/members";
import { parseOnSheet } from "./addresses";
import { ChartAxes } from "./chart-axes";
import { oneOf, within } from "./arguments";
import { ChartLegend, ChartTitle } from "./chart-parts";
import { ChartSeriesCollection, kindOf } from "./chart-series";
import { assertWritable, placeOf, type Context } from "./context";

const SERIES_BY: readonly SeriesBy[] = ["Auto", "Columns", "Rows"];
/** A new chart's size, in points, and where it begins. */
const NEW = { left: 96, top: 54, width: 360, height: 216 } as const;

/** The charts of a sheet, lowest first: those made here, and those of an opened file, of which only name and place are known. */
export class ChartCollection extends HostCollection<Chart> {
  readonly #context: Context;
  readonly #sheet: LiveSheet;

  constructor(context: Context, sheet: LiveSheet) {
    super();
    this.#context = context;
    this.#sheet = sheet;
  }

  get items(): Chart[] {
    return this.#sheet.charts.map((chart) => new Chart(this.#context, this.#sheet, chart));
  }

  getCount(): number {
    return this.#sheet.charts.length;
  }

  /** The chart takes series and categories from the cells as they stand now. */
  async add(type: string, sourceData: unknown, seriesBy = "Auto"): Promise<Chart> {
    assertWritable(this.#sheet);
    const kind = kindOf(type);
    const { sheet, area } = placeOf(sourceData);
    await this.#context.settled();
    const from = cornerAt(this.#sheet, NEW.left, NEW.top);
    const to = cornerAt(this.#sheet, NEW.left + NEW.width, NEW.top + NEW.height);
    const chart: LiveChart = {
      id: newChartId(),
      name: freeChartName(this.#sheet.charts),
      from,
      to,
      content: newContent(sheet, kind, area, oneOf(SERIES_BY, seriesBy)),
    };
    this.#sheet.charts.push(chart);
    return new Chart(this.#context, this.#sheet, chart);
  }

  /** By name, upper and lower case alike, or by id. */
  getItem(name: string): Chart {
    const chart = this.getItemOrNullObject(name);
    if (!chart) throw itemNotFound();
    return chart;
  }

  getItemOrNullObject(name: string): Chart | null {
    const chart = this.#sheet.charts.find(
      (one) => one.id === name || one.name.toLowerCase() === String(name).toLowerCase(),
    );
    return chart ? new Chart(this.#context, this.#sheet, chart) : null;
  }

  getItemAt(index: number): Chart {
    const item = this.items[index];
    if (!item) throw itemNotFound();
    return item;
  }
}

export class Chart extends HostObject {
  readonly #context: Context;
  readonly #sheet: LiveSheet;
  readonly #chart: LiveChart;

  constructor(context: Context, sheet: LiveSheet, chart: LiveChart) {
    super();
    this.#context = context;
    this.#sheet = sheet;
    this.#chart = chart;
  }

  override get [identity](): Record<string, unknown> {
    return { Id: this.#chart.id };
  }

  get #standing(): LiveChart {
    if (!this.#sheet.charts.includes(this.#chart)) throw itemNotFound();
    return this.#chart;
  }

  readonly #content = (): ChartContent => {
    const { content } = this.#standing;
    if (!content) throw apiNotFound("What a chart of an opened file holds");
    return content;
  };

  #writable(): LiveChart {
    assertWritable(this.#sheet);
    return this.#standing;
  }

  get id(): string {
    return this.#standing.id;
  }

  get name(): string {
    return this.#standing.name;
  }

  set name(name: string) {
    if (typeof name !== "string" || name === "") throw invalidArgument();
    this.#writable().name = name;
  }

  /** Invalid of a chart of an opened file. */
  get chartType(): string {
    return this.#standing.content?.kind ?? "Invalid";
  }

  /** All series become of that type. */
  set chartType(type: string) {
    this.#writable();
    const content = this.#content();
    content.kind = kindOf(type);
    for (const series of content.series) series.kind = content.kind;
  }

  // ---- what it shows ----

  get title(): ChartTitle {
    return new ChartTitle(this.#sheet, () => this.#content().title);
  }

  get legend(): ChartLegend {
    return new ChartLegend(this.#sheet, () => this.#content().legend);
  }

  get axes(): ChartAxes {
    return new ChartAxes(this.#sheet, () => this.#content().axes);
  }

  get series(): ChartSeriesCollection {
    return new ChartSeriesCollection(this.#sheet, this.#content);
  }

  /** Takes series and categories from other cells; titles, axes and legend stay. */
  async setData(sourceData: unknown, seriesBy = "Auto"): Promise<void> {
    this.#writable();
    const content = this.#content();
    const { sheet, area } = placeOf(sourceData);
    await this.#context.settled();
    content.series = seriesOf(sheet, content.kind, area, oneOf(SERIES_BY, seriesBy));
  }

  delete(): void {
    const chart = this.#writable();
    this.#sheet.charts = this.#sheet.charts.filter((other) => other !== chart);
  }

  // ---- where it lies, in points ----

  get left(): number {
    return pointsOf(this.#sheet, this.#standing.from).left;
  }

  set left(left: number) {
    this.#place({ left: within(left, 0, Infinity) });
  }

  get top(): number {
    return pointsOf(this.#sheet, this.#standing.from).top;
  }

  set top(top: number) {
    this.#place({ top: within(top, 0, Infinity) });
  }

  get width(): number {
    return pointsOf(this.#sheet, this.#standing.to).left - this.left;
  }

  set width(width: number) {
    this.#place({ width: within(width, 0, Infinity) });
  }

  get height(): number {
    return pointsOf(this.#sheet, this.#standing.to).top - this.top;
  }

  set height(height: number) {
    this.#place({ height: within(height, 0, Infinity) });
  }

  #place(change: Partial<Record<"left" | "top" | "width" | "height", number>>): void {
    const chart = this.#writable();
    const { left, top, width, height } = {
      left: this.left,
      top: this.top,
      width: this.width,
      height: this.height,
      ...change,
    };
    chart.from = cornerAt(this.#sheet, left, top);
    chart.to = cornerAt(this.#sheet, left + width, top + height);
  }

  /** Covers the cells from the first to the last; the size stays where no last one is given. */
  setPosition(startCell: unknown, endCell?: unknown): void {
    const chart = this.#writable();
    const first = this.#areaOf(startCell);
    const { width, height } = { width: this.width, height: this.height };
    chart.from = { row: first.firstRow, y: 0, column: first.firstColumn, x: 0 };
    if (endCell !== undefined) {
      const last = this.#areaOf(endCell);
      if (last.lastRow < first.firstRow || last.lastColumn < first.firstColumn) throw invalidArgument();
      chart.to = { row: last.lastRow + 1, y: 0, column: last.lastColumn + 1, x: 0 };
    } else {
      const { left, top } = pointsOf(this.#sheet, chart.from);
      chart.to = cornerAt(this.#sheet, left + width, top + height);
    }
  }

  #areaOf(cell: unknown): Area {
    if (typeof cell === "string") return parseOnSheet(this.#sheet, cell);
    const { sheet, area } = placeOf(cell);
    if (sheet !== this.#sheet) throw invalidArgument();
    return area;
  }
}
