import type { Area, ConditionalFormatData, DataBarBound, ValidationData, ValidationRule } from "../data";
import { copyFormula } from "./references";

/** A conditional format with the id that the API knows it by. */
export interface LiveRule extends ConditionalFormatData {
  id: string;
}

let lastRule = 0;

/** Ids as Excel makes them. */
export const newRuleId = (): string =>
  `{${(++lastRule).toString(16).toUpperCase().padStart(8, "0")}-0002-4000-8000-000000000000}`;

/** The formulas of a conditional format rewritten: its own, or those of a data bar's ends. */
export function mapFormulas(
  { formula, dataBar }: ConditionalFormatData,
  rewrite: (formula: string) => string,
): Pick<ConditionalFormatData, "formula" | "dataBar"> {
  const end = (bound: DataBarBound): DataBarBound =>
    bound.formula === undefined ? bound : { ...bound, formula: rewrite(bound.formula) };
  return {
    ...(formula !== undefined && { formula: rewrite(formula) }),
    ...(dataBar && { dataBar: { ...dataBar, lower: end(dataBar.lower), upper: end(dataBar.upper) } }),
  };
}

/** A validation's rule with its formulas rewritten; numbers and lists of texts stay. */
export function mapOperands(rule: ValidationRule, rewrite: (formula: string) => string): ValidationRule {
  const map = <T extends number | string>(operand: T): T | string =>
    typeof operand === "string" && operand.startsWith("=") ? rewrite(operand) : operand;
  if (rule.type === "List") return { ...rule, source: map(rule.source) };
  return {
    ...rule,
    formula1: map(rule.formula1),
    ...(rule.formula2 !== undefined && { formula2: map(rule.formula2) }),
  };
}

/** The same validation on other cells of its own: what its formulas say of its first cell is told from theirs. */
export function validationOn(areas: Area[], validation: ValidationData): ValidationData {
  const [from, to] = [validation.areas[0], areas[0]];
  if (!from || !to || !validation.rule) return { ...validation, areas };
  return {
    ...validation,
    areas,
    rule: mapOperands(validation.rule, (formula) =>
      copyFormula(formula, to.firstRow - from.firstRow, to.firstColumn - from.firstColumn),
    ),
  };
}
