import { ObjectMatrix } from "@univerjs/core";
import { FormulaResultStatus } from "@univerjs/engine-formula";
import { CFRuleType, CFSubRuleType, ConditionalFormattingFormulaService, ConditionalFormattingRuleModel, type IConditionFormattingRule, type IFormulaHighlightCell } from "@univerjs/sheets-conditional-formatting";
import { contains } from "../host/workbook/address";
import type { CellStyle } from "../host/workbook/data";
import type { LiveRule } from "../host/workbook/live/rules";
import type { LiveSheet } from "../host/workbook/live/sheet";
import { toRange } from "../host/workbook/live/snapshot";
import { toUniverStyle } from "../host/workbook/live/style";
import type { LiveWorkbook } from "../host/workbook/live/workbook";

type FormulaRule = LiveRule & { formula: string };

const byFormula = (sheet: LiveSheet): FormulaRule[] => sheet.rules.filter((rule): rule is FormulaRule => rule.formula !== undefined);

/** The conditional formats of a workbook in the grid: rules by formula, which the live model keeps and Univer evaluates and paints. */
export class Marks {
  private readonly shown = new Map<string, string>();
  private readonly rules: ConditionalFormattingRuleModel;
  private readonly formulas: ConditionalFormattingFormulaService;

  constructor(private readonly workbook: LiveWorkbook) {
    this.rules = workbook.injector.get(ConditionalFormattingRuleModel);
    this.formulas = workbook.injector.get(ConditionalFormattingFormulaService);
  }

  /** Brings the grid's rules to the model's, sheet by sheet where they differ. */
  show(): void {
    for (const sheet of this.workbook.sheets) {
      const wanted = byFormula(sheet);
      const text = JSON.stringify(wanted);
      if (this.shown.get(sheet.id) === text) continue;
      this.shown.set(sheet.id, text);
      const { unitId } = this.workbook;
      for (const { cfId } of [...(this.rules.getSubunitRules(unitId, sheet.id) ?? [])]) this.rules.deleteRule(unitId, sheet.id, cfId);
      // Each is added before those that stand: the last becomes the first.
      for (const rule of wanted.reverse()) this.rules.addRule(unitId, sheet.id, toUniverRule(rule));
    }
  }

  /** What the rules make of the cells of a sheet, once all of them are evaluated; the first that holds decides each part of the look. */
  async ofSheet(sheet: LiveSheet): Promise<(row: number, column: number) => CellStyle | undefined> {
    this.show();
    await this.workbook.calculation.settle();
    const rules = byFormula(sheet);
    await this.evaluated(sheet, rules);
    const results = rules.map((rule) => ({ rule, first: rule.areas[0]!, holds: this.result(sheet, rule).result ?? new ObjectMatrix() }));
    return (row, column) => {
      let look: CellStyle | undefined;
      const cell = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
      for (const { rule, first, holds } of results) {
        if (!rule.areas.some((area) => contains(area, cell)) || !isTrue(holds.getValue(row - first.firstRow, column - first.firstColumn))) continue;
        look = { ...rule.format, ...look };
        if (rule.stopIfTrue) break;
      }
      return look;
    };
  }

  private result(sheet: LiveSheet, rule: FormulaRule) {
    return this.formulas.getFormulaMatrix(this.workbook.unitId, sheet.id, rule.id, rule.formula);
  }

  private evaluated(sheet: LiveSheet, rules: readonly FormulaRule[]): Promise<void> {
    const ready = () => rules.every((rule) => this.result(sheet, rule).status === FormulaResultStatus.SUCCESS);
    if (ready()) return Promise.resolve();
    return new Promise((resolve) => {
      const subscription = this.formulas.result$.subscribe(() => {
        if (!ready()) return;
        subscription.unsubscribe();
        resolve();
      });
    });
  }
}

/** A condition holds where it gives TRUE or a number other than 0. */
const isTrue = (value: unknown): boolean => value === true || (typeof value === "number" && value !== 0);

function toUniverRule({ id, areas, formula, format = {}, stopIfTrue }: FormulaRule): IConditionFormattingRule<IFormulaHighlightCell> {
  // Univer paints no borders of conditional formats; the print does.
  const { borders: _borders, ...look } = format;
  const rule: IFormulaHighlightCell = { type: CFRuleType.highlightCell, subType: CFSubRuleType.formula, value: formula, style: toUniverStyle(look) };
  return { cfId: id, ranges: areas.map(toRange), stopIfTrue, rule };
}
