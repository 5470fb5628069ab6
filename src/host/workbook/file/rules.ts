import type { ConditionalFormatData, ValidationData } from "../data";
import { areaList, parseAreaList } from "./address";
import { same } from "./same";
import type { Styles } from "./styles";
import { child, element, elements, flagOf, numberOf, replaceChildren, setAttribute, textOf, type XmlElement } from "./xml";
import { WORKSHEET_ORDER } from "./worksheet-order";

/** What `keep` holds of a rule that is not modelled: its place among the sheet's rules of its sort in the opened file. */
interface KeptRule {
  rule: number;
}

const keptRule = (keep: unknown) => (keep as KeptRule).rule;

/** A conditional format of the file with the element around it, whose other attributes (pivot) belong to it. */
interface StandingRule {
  rule: XmlElement;
  around: XmlElement;
}

const standingRules = (worksheet: XmlElement): StandingRule[] =>
  elements(worksheet, "conditionalFormatting").flatMap((around) => elements(around, "cfRule").map((rule) => ({ rule, around })));

/** Conditional formats, highest priority first. Those that only newer files hold (in the extension list) stay there and are not listed. */
export function readConditionalFormats(worksheet: XmlElement, styles: Styles): ConditionalFormatData[] {
  return standingRules(worksheet)
    .map((standing, index) => ({ priority: numberOf(standing.rule, "priority") ?? Infinity, made: conditionalFormat(standing, index, styles) }))
    .sort((one, other) => (one.priority === other.priority ? 0 : one.priority - other.priority))
    .map(({ made }) => made);
}

function conditionalFormat({ rule, around }: StandingRule, index: number, styles: Styles): ConditionalFormatData {
  const areas = parseAreaList(around.attributes.sqref ?? "");
  const stopIfTrue = flagOf(rule, "stopIfTrue");
  if (rule.attributes.type !== "expression") return { areas, stopIfTrue, keep: { rule: index } satisfies KeptRule };
  return { areas, formula: `=${textOf(child(rule, "formula"))}`, format: styles.difference(numberOf(rule, "dxfId")), stopIfTrue };
}

/** Writes all conditional formats in the order given. A rule that stood in the file with the same formula and look is that rule's own element again. */
export function writeConditionalFormats(worksheet: XmlElement, formats: readonly ConditionalFormatData[], styles: Styles, ofOrigin: boolean): void {
  const standing = standingRules(worksheet);
  const known = standing.map((one, index) => conditionalFormat(one, index, styles));
  const made = formats.flatMap((format, index) => {
    const { areas: _, ...rest } = format;
    const found = ofOrigin
      ? format.formula === undefined
        ? standing[keptRule(format.keep)]
        : standing[known.findIndex(({ areas: __, ...other }) => same(rest, other))]
      : undefined;
    if (!found && format.formula === undefined) return [];
    const rule = element(
      "cfRule",
      found?.rule.attributes ?? { type: "expression", dxfId: styles.differenceId(format.format ?? {}) },
      found?.rule.children ?? [element("formula", {}, [format.formula!.replace(/^=/, "")])],
    );
    setAttribute(rule, "priority", index + 1);
    setAttribute(rule, "stopIfTrue", format.stopIfTrue ? 1 : undefined);
    return [element("conditionalFormatting", { ...found?.around.attributes, sqref: areaList(format.areas) }, [rule])];
  });
  replaceChildren(worksheet, "conditionalFormatting", made, WORKSHEET_ORDER);
}

const OPERATORS: Record<string, string> = {
  between: "Between", notBetween: "NotBetween", equal: "EqualTo", notEqual: "NotEqualTo", greaterThan: "GreaterThan", lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqualTo", lessThanOrEqual: "LessThanOrEqualTo",
};
const ALERTS = { stop: "Stop", warning: "Warning", information: "Information" } as const;

export function readValidations(worksheet: XmlElement): ValidationData[] {
  return elements(child(worksheet, "dataValidations"), "dataValidation").map((validation, index) => {
    const areas = parseAreaList(validation.attributes.sqref ?? "");
    const { type, operator = "between", errorStyle = "stop", errorTitle = "", error = "", promptTitle = "", prompt = "" } = validation.attributes;
    if (type !== "whole") return { areas, keep: { rule: index } satisfies KeptRule };
    const second = child(validation, "formula2");
    return {
      areas,
      rule: {
        type: "WholeNumber",
        formula1: operand(textOf(child(validation, "formula1"))),
        ...(second ? { formula2: operand(textOf(second)) } : {}),
        operator: OPERATORS[operator] ?? "Between",
      },
      ignoreBlanks: flagOf(validation, "allowBlank"),
      errorAlert: { title: errorTitle, message: error, style: ALERTS[errorStyle as keyof typeof ALERTS] ?? "Stop", showAlert: flagOf(validation, "showErrorMessage") },
      prompt: { title: promptTitle, message: prompt, showPrompt: flagOf(validation, "showInputMessage") },
    };
  });
}

export function writeValidations(worksheet: XmlElement, validations: readonly ValidationData[], ofOrigin: boolean): void {
  const standing = child(worksheet, "dataValidations");
  const kept = elements(standing, "dataValidation");
  const made = validations.flatMap((validation) => {
    const sqref = areaList(validation.areas);
    if (validation.rule) return [wholeNumber(validation, validation.rule, sqref)];
    const found = ofOrigin ? kept[keptRule(validation.keep)] : undefined;
    return found ? [element("dataValidation", { ...found.attributes, sqref }, found.children)] : [];
  });
  const list = element("dataValidations", { ...standing?.attributes, count: made.length }, made);
  replaceChildren(worksheet, "dataValidations", made.length > 0 ? [list] : [], WORKSHEET_ORDER);
}

function wholeNumber({ ignoreBlanks, errorAlert, prompt }: ValidationData, rule: NonNullable<ValidationData["rule"]>, sqref: string): XmlElement {
  const operator = Object.keys(OPERATORS).find((key) => OPERATORS[key] === rule.operator) ?? "between";
  const style = errorAlert?.style.toLowerCase();
  const formulas = [rule.formula1, ...(rule.formula2 === undefined ? [] : [rule.formula2])];
  return element(
    "dataValidation",
    {
      type: "whole",
      errorStyle: style === "stop" ? undefined : style,
      operator: operator === "between" ? undefined : operator,
      allowBlank: ignoreBlanks ? 1 : undefined,
      showInputMessage: prompt?.showPrompt ? 1 : undefined,
      showErrorMessage: errorAlert?.showAlert ? 1 : undefined,
      errorTitle: errorAlert?.title || undefined,
      error: errorAlert?.message || undefined,
      promptTitle: prompt?.title || undefined,
      prompt: prompt?.message || undefined,
      sqref,
    },
    formulas.map((formula, index) => element(`formula${index + 1}`, {}, [String(formula).replace(/^=/, "")])),
  );
}

/** A number where the text is one, otherwise a formula with its "=". */
const operand = (text: string) => (text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : `=${text}`);
