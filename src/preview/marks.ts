import type { ObjectMatrix } from "@univerjs/core";
import { FormulaResultStatus, RegisterOtherFormulaService } from "@univerjs/engine-formula";
import {
  CFRuleType,
  CFSubRuleType,
  CFValueType,
  ConditionalFormattingFormulaService,
  ConditionalFormattingRuleModel,
  ConditionalFormattingService,
  type IConditionFormattingRule,
  type IConditionalFormattingRuleConfig,
  type IDataBar,
  type IFormulaHighlightCell,
  type IValueConfig,
} from "@univerjs/sheets-conditional-formatting";
import { contains } from "../host/workbook/address";
import type { DataBarBound, DataBarData } from "../host/workbook/data";
import type { LiveRule } from "../host/workbook/live/rules";
import type { LiveSheet } from "../host/workbook/live/sheet";
import { toRange } from "../host/workbook/live/snapshot";
import { toUniverStyle } from "../host/workbook/live/style";
import type { LiveWorkbook } from "../host/workbook/live/workbook";
import type { Mark } from "./print/picture";

type FormulaRule = LiveRule & { formula: string };

const byFormula = (sheet: LiveSheet): FormulaRule[] =>
  sheet.rules.filter((rule): rule is FormulaRule => rule.formula !== undefined);

/** The conditional formats of a workbook in the grid: rules by formula and data bars, which the live model keeps and Univer evaluates and paints. */
export class Marks {
  private readonly shown = new Map<string, string>();
  private readonly rules: ConditionalFormattingRuleModel;
  private readonly formulas: ConditionalFormattingFormulaService;
  private readonly looks: ConditionalFormattingService;

  constructor(private readonly workbook: LiveWorkbook) {
    this.rules = workbook.injector.get(ConditionalFormattingRuleModel);
    this.formulas = workbook.injector.get(ConditionalFormattingFormulaService);
    this.looks = workbook.injector.get(ConditionalFormattingService);
    // Univer's own trigger of calculations, which would open the way for them, is switched off by the model.
    workbook.injector.get(RegisterOtherFormulaService).calculateStarted$.next(true);
  }

  /** Brings the grid's rules to the model's, sheet by sheet where they differ, and has all of them evaluated. */
  async show(): Promise<void> {
    let changed = false;
    for (const sheet of this.workbook.sheets) {
      const wanted = sheet.rules.filter((rule) => rule.formula !== undefined || rule.dataBar);
      const text = JSON.stringify(wanted);
      if (this.shown.get(sheet.id) === text) continue;
      this.shown.set(sheet.id, text);
      changed = true;
      const { unitId } = this.workbook;
      for (const { cfId } of [...(this.rules.getSubunitRules(unitId, sheet.id) ?? [])])
        this.rules.deleteRule(unitId, sheet.id, cfId);
      // Each is added before those that stand: the last becomes the first.
      for (const rule of wanted.reverse()) this.rules.addRule(unitId, sheet.id, toUniverRule(rule));
    }
    if (changed) {
      // Univer takes the formulas of rules in by commands that it starts without waiting for them.
      await new Promise((resolve) => setTimeout(resolve, 0));
      this.workbook.calculation.invalidate();
    }
    await this.workbook.calculation.settle();
  }

  /** What the rules make of the cells of a sheet, once all of them are evaluated; the first that holds decides each part of the look. */
  async ofSheet(sheet: LiveSheet): Promise<(row: number, column: number) => Mark | undefined> {
    await this.show();
    const results = byFormula(sheet).map((rule) => ({ rule, first: rule.areas[0]!, holds: this.result(sheet, rule) }));
    return (row, column) => {
      let look: Mark | undefined;
      const cell = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
      for (const { rule, first, holds } of results) {
        if (
          !rule.areas.some((area) => contains(area, cell)) ||
          !isTrue(holds.getValue(row - first.firstRow, column - first.firstColumn))
        )
          continue;
        look = { ...rule.format, ...look };
        if (rule.stopIfTrue) break;
      }
      const bar = sheet.rules.some((rule) => rule.dataBar && rule.areas.some((area) => contains(area, cell)))
        ? this.bar(sheet, row, column)
        : undefined;
      return bar ? { ...look, bar } : look;
    };
  }

  /** The bar in a cell, as Univer paints it in the grid. */
  private bar(sheet: LiveSheet, row: number, column: number): Mark["bar"] {
    const bar = this.looks.composeStyle(this.workbook.unitId, sheet.id, row, column)?.dataBar;
    if (!bar || bar.value === 0) return undefined;
    const zero = bar.startPoint / 100;
    const length = ((bar.value > 0 ? 1 - zero : zero) * Math.abs(bar.value)) / 100;
    return { from: bar.value > 0 ? zero : zero - length, length, color: bar.color };
  }

  /** What a rule's formula gives for each cell, counted from the first cell of its first area. @throws Error where it was not evaluated */
  private result(sheet: LiveSheet, { id, formula }: FormulaRule): ObjectMatrix<unknown> {
    const { status, result } = this.formulas.getFormulaMatrix(this.workbook.unitId, sheet.id, id, formula);
    if (status !== FormulaResultStatus.SUCCESS || !result)
      throw new Error(`The rule ${formula} was not evaluated (${status})`);
    return result;
  }
}

/** A condition holds where it gives TRUE or a number other than 0. */
const isTrue = (value: unknown): boolean => value === true || (typeof value === "number" && value !== 0);

function toUniverRule({
  id,
  areas,
  formula,
  format = {},
  dataBar,
  stopIfTrue,
}: LiveRule): IConditionFormattingRule<IConditionalFormattingRuleConfig> {
  const ranges = areas.map(toRange);
  if (dataBar) return { cfId: id, ranges, stopIfTrue, rule: toUniverBar(dataBar) };
  // Univer paints no borders of conditional formats; the print does.
  const { borders: _borders, ...look } = format;
  const rule: IFormulaHighlightCell = {
    type: CFRuleType.highlightCell,
    subType: CFSubRuleType.formula,
    value: formula!,
    style: toUniverStyle(look),
  };
  return { cfId: id, ranges, stopIfTrue, rule };
}

/** Without the edge, the direction and the axis, of which Univer knows nothing. */
const toUniverBar = ({ lower, upper, fill, negativeFill, gradient, showValue }: DataBarData): IDataBar => ({
  type: CFRuleType.dataBar,
  isShowValue: showValue,
  config: {
    min: toUniverBound(lower, CFValueType.min),
    max: toUniverBound(upper, CFValueType.max),
    isGradient: gradient,
    positiveColor: fill,
    nativeColor: negativeFill ?? fill,
  },
});

const BOUNDS: Partial<Record<DataBarBound["type"], CFValueType>> = {
  Number: CFValueType.num,
  Percent: CFValueType.percent,
  Percentile: CFValueType.percentile,
  Formula: CFValueType.formula,
  LowestValue: CFValueType.min,
  HighestValue: CFValueType.max,
};

/** What Excel chooses by itself is the end of the values here. */
function toUniverBound({ type, formula }: DataBarBound, end: CFValueType): IValueConfig {
  const number = Number(formula?.replace(/^=/, ""));
  if (formula === undefined) return { type: BOUNDS[type] ?? end };
  // A number may be told by a formula in each kind.
  return Number.isNaN(number)
    ? { type: CFValueType.formula, value: formula }
    : { type: BOUNDS[type] ?? end, value: number };
}
