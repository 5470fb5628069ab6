import type { ChartAxisData, ChartContent } from "../workbook/charts";
import { within } from "./arguments";
import { FontFormat, lineOf, TitleWords, type ChartLineFormat } from "./chart-parts";
import { change, data, Part, sheet } from "./parts";

export class ChartAxisFormat extends FontFormat<ChartAxisData> {}

export class ChartAxisTitle extends TitleWords {}

export class ChartGridlinesFormat extends Part<ChartAxisData> {
  get line(): ChartLineFormat {
    return lineOf(this[sheet], () => this[data].gridline);
  }
}

export class ChartGridlines extends Part<ChartAxisData> {
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
const scale = (value: unknown): number | undefined =>
  value === "" || value === undefined ? undefined : within(value, -Infinity, Infinity);

export class ChartAxis extends Part<ChartAxisData> {
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

export class ChartAxes extends Part<ChartContent["axes"]> {
  get categoryAxis(): ChartAxis {
    return new ChartAxis(this[sheet], () => this[data].category);
  }

  get valueAxis(): ChartAxis {
    return new ChartAxis(this[sheet], () => this[data].value);
  }
}
