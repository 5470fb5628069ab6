import type { DataBarBound, DataBarData } from "../workbook/data";
import type { LiveRule } from "../workbook/live/rules";
import type { LiveSheet } from "../workbook/live/sheet";
import { invalidArgument, invalidOperation } from "../protocol/errors";
import { oneOf, parseColor } from "./arguments";
import { change, data, Part } from "./parts";

/** A new bar as Excel makes it: blue, fading out, from the lowest value to the highest. */
export const newDataBar = (): DataBarData => ({
  lower: { type: "Automatic" },
  upper: { type: "Automatic" },
  fill: "#638EC6",
  gradient: true,
  negativeFill: "#FF0000",
  axis: "Automatic",
  axisColor: "#000000",
  direction: "Context",
  showValue: true,
});

const TYPES: readonly DataBarBound["type"][] = [
  "Automatic",
  "LowestValue",
  "HighestValue",
  "Number",
  "Percent",
  "Formula",
  "Percentile",
];
const AXES: readonly DataBarData["axis"][] = ["Automatic", "None", "CellMidPoint"];
const DIRECTIONS: readonly DataBarData["direction"][] = ["Context", "LeftToRight", "RightToLeft"];

/** What the bar's classes share: the rule that they speak of. */
abstract class OfDataBar extends Part<DataBarData> {
  constructor(on: LiveSheet, rule: LiveRule) {
    super(on, () => {
      if (!rule.dataBar) throw invalidOperation();
      return rule.dataBar;
    });
  }
}

/** A colour, or nothing where it is "". */
const optional = (color: string): string | undefined => (color === "" ? undefined : parseColor(color));

/** An end of the scale as it was set: kinds that need a formula must have one. */
function readBound(value: unknown): DataBarBound {
  const given = (value ?? {}) as { type?: unknown; formula?: unknown };
  const type = oneOf(TYPES, given.type);
  if (type === "Automatic" || type === "LowestValue" || type === "HighestValue") return { type };
  const formula = typeof given.formula === "number" ? String(given.formula) : given.formula;
  if (typeof formula !== "string" || formula.replace(/^=/, "").trim() === "") throw invalidArgument();
  return { type, formula: formula.startsWith("=") ? formula : `=${formula}` };
}

/** Bars in cells, as long as their numbers are large. */
export class DataBarConditionalFormat extends OfDataBar {
  readonly #parts: [LiveSheet, LiveRule];

  constructor(sheet: LiveSheet, rule: LiveRule) {
    super(sheet, rule);
    this.#parts = [sheet, rule];
  }

  get lowerBoundRule(): DataBarBound {
    return this[data].lower;
  }

  set lowerBoundRule(bound: DataBarBound) {
    this[change]({ lower: readBound(bound) });
  }

  get upperBoundRule(): DataBarBound {
    return this[data].upper;
  }

  set upperBoundRule(bound: DataBarBound) {
    this[change]({ upper: readBound(bound) });
  }

  get showDataBarOnly(): boolean {
    return !this[data].showValue;
  }

  set showDataBarOnly(only: boolean) {
    this[change]({ showValue: !only });
  }

  get barDirection(): DataBarData["direction"] {
    return this[data].direction;
  }

  set barDirection(direction: string) {
    this[change]({ direction: oneOf(DIRECTIONS, direction) });
  }

  get axisFormat(): DataBarData["axis"] {
    return this[data].axis;
  }

  set axisFormat(axis: string) {
    this[change]({ axis: oneOf(AXES, axis) });
  }

  get positiveFormat(): ConditionalDataBarPositiveFormat {
    return new ConditionalDataBarPositiveFormat(...this.#parts);
  }

  get negativeFormat(): ConditionalDataBarNegativeFormat {
    return new ConditionalDataBarNegativeFormat(...this.#parts);
  }
}

export class ConditionalDataBarPositiveFormat extends OfDataBar {
  get fillColor(): string {
    return this[data].fill;
  }

  set fillColor(color: string) {
    this[change]({ fill: parseColor(color) });
  }

  get gradientFill(): boolean {
    return this[data].gradient;
  }

  set gradientFill(gradient: boolean) {
    this[change]({ gradient });
  }

  get borderColor(): string {
    return this[data].border ?? "";
  }

  set borderColor(color: string) {
    this[change]({ border: optional(color) });
  }
}

export class ConditionalDataBarNegativeFormat extends OfDataBar {
  get matchPositiveFillColor(): boolean {
    return this[data].negativeFill === undefined;
  }

  set matchPositiveFillColor(match: boolean) {
    this[change]({ negativeFill: match ? undefined : (this[data].negativeFill ?? "#FF0000") });
  }
}
