import type { ChartContent, ChartLabelsData, ChartLineData, ChartTextData } from "../workbook/charts";
import type { FontStyle } from "../workbook/data";
import { DEFAULT_FONT } from "../workbook/live/style";
import type { LiveSheet } from "../workbook/live/sheet";
import { oneOf, parseColor, within } from "./arguments";
import { Colored, NamedFont } from "./looks";
import { change, data, heldIn, Part, read, sheet } from "./parts";

// ---- looks ----

const CHART_FONT = { fontName: DEFAULT_FONT.name, fontSize: 10, bold: false, color: "#595959" } as const;

export class ChartFont extends NamedFont {}

export class ChartLineFormat extends Colored<ChartLineData> {
  /** Points. */
  get weight(): number | null {
    return this[read]("weight");
  }

  set weight(weight: number) {
    this[change]({ weight: within(weight, 0, 1584) });
  }
}

/** A line of a chart; its colour is "" where the program chooses it. */
export const lineOf = (on: LiveSheet, find: () => ChartLineData): ChartLineFormat =>
  new ChartLineFormat(heldIn(on, find), { color: "", weight: 0.75 });

export class ChartFill extends Part<{ fill?: string }> {
  setSolidColor(color: string): void {
    this[change]({ fill: parseColor(color) });
  }
}

// ---- title and legend ----

interface HasFont {
  font: FontStyle;
}

/** The looks of a part that has words. */
export abstract class FontFormat<T extends HasFont> extends Part<T> {
  get font(): ChartFont {
    return new ChartFont(
      heldIn(this[sheet], () => this[data].font),
      CHART_FONT,
    );
  }
}

/** The words of a title, of the chart or of an axis. */
export abstract class TitleWords extends Part<ChartTextData> {
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

export class ChartLegend extends Part<ChartContent["legend"]> {
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
}

// ---- labels ----

export class ChartDataLabelFormat extends FontFormat<HasFont> {}

export class ChartDataLabels extends Part<ChartLabelsData> {
  get numberFormat(): string {
    return this[data].numberFormat ?? "General";
  }

  set numberFormat(numberFormat: string) {
    this[change]({ numberFormat });
  }

  get format(): ChartDataLabelFormat {
    return new ChartDataLabelFormat(this[sheet], () => this[data]);
  }
}
