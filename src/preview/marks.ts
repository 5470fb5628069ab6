import type { ObjectMatrix } from "@univerjs/core";
import { FormulaResultStatus, RegisterOtherFormulaService } from "@univerjs/engine-formula";
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
    // Univer's own trigger of calculations, which would open the way for them, is switched off by the model.
    workbook.injector.get(RegisterOtherFormulaService).calculateStarted$.next(true);
  }

  /** Brings the grid's rules to the model's, sheet by sheet where they differ, and has all of them evaluated. */
  async show(): Promise<void> {
    let changed = false;
    for (const sheet of this.workbook.sheets) {
      const wanted = byFormula(sheet);
      const text = JSON.stringify(wanted);
      if (this.shown.get(sheet.id) === text) continue;
      this.shown.set(sheet.id, text);
      changed = true;
      const { unitId } = this.workbook;
      for (const { cfId } of [...(this.rules.getSubunitRules(unitId, sheet.id) ?? [])]) this.rules.deleteRule(unitId, sheet.id, cfId);
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
  async ofSheet(sheet: LiveSheet): Promise<(row: number, column: number) => CellStyle | undefined> {
    await this.show();
    const results = byFormula(sheet).map((rule) => ({ rule, first: rule.areas[0]!, holds: this.result(sheet, rule) }));
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

  /** What a rule's formula gives for each cell, counted from the first cell of its first area. @throws Error where it was not evaluated */
  private result(sheet: LiveSheet, { id, formula }: FormulaRule): ObjectMatrix<unknown> {
    const { status, result } = this.formulas.getFormulaMatrix(this.workbook.unitId, sheet.id, id, formula);
    if (status !== FormulaResultStatus.SUCCESS || !result) throw new Error(`The rule ${formula} was not evaluated (${status})`);
    return result;
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
