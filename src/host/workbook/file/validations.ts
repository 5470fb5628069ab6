import type { ValidationData, ValidationRule } from "../data";
import { areaList, parseAreaList } from "./address";
import { keptRule, type KeptRule } from "./rules";
import { same } from "./same";
import { child, element, elements, flagOf, replaceChildren, textOf, type XmlElement } from "./xml";
import { WORKSHEET_ORDER } from "./worksheet-order";

const OPERATORS: Record<string, string> = {
  between: "Between",
  notBetween: "NotBetween",
  equal: "EqualTo",
  notEqual: "NotEqualTo",
  greaterThan: "GreaterThan",
  lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqualTo",
  lessThanOrEqual: "LessThanOrEqualTo",
};
const ALERTS = { stop: "Stop", warning: "Warning", information: "Information" } as const;
const LIST_OF_TEXTS = /^"(?:[^"]|"")*"$/;

const standingValidations = (worksheet: XmlElement) => elements(child(worksheet, "dataValidations"), "dataValidation");

/** Validations in the order of the file. Those that only newer files hold (in the extension list: lists on other sheets, as Excel writes them) stay there and are not listed. */
export function readValidations(worksheet: XmlElement): ValidationData[] {
  return standingValidations(worksheet).map((validation, index) => {
    const areas = parseAreaList(validation.attributes.sqref ?? "");
    const rule = readRule(validation);
    if (!rule) return { areas, keep: { rule: index } satisfies KeptRule };
    const { errorStyle = "stop", errorTitle = "", error = "", promptTitle = "", prompt = "" } = validation.attributes;
    return {
      areas,
      rule,
      ignoreBlanks: flagOf(validation, "allowBlank"),
      errorAlert: {
        title: errorTitle,
        message: error,
        style: ALERTS[errorStyle as keyof typeof ALERTS] ?? "Stop",
        showAlert: flagOf(validation, "showErrorMessage"),
      },
      prompt: { title: promptTitle, message: prompt, showPrompt: flagOf(validation, "showInputMessage") },
    };
  });
}

function readRule(validation: XmlElement): ValidationRule | undefined {
  const { type, operator = "between" } = validation.attributes;
  const first = textOf(child(validation, "formula1"));
  if (type === "list" && first !== "") {
    const source = LIST_OF_TEXTS.test(first) ? first.slice(1, -1).replace(/""/g, '"') : `=${first}`;
    // The attribute is named for the opposite of what it does.
    return { type: "List", source, inCellDropDown: !flagOf(validation, "showDropDown") };
  }
  if (type !== "whole") return undefined;
  const second = child(validation, "formula2");
  return {
    type: "WholeNumber",
    formula1: operand(first),
    ...(second ? { formula2: operand(textOf(second)) } : {}),
    operator: OPERATORS[operator] ?? "Between",
  };
}

/** Writes all validations in the order given. One that stood in the file and says the same is its own element again, with what is not modelled of it. */
export function writeValidations(
  worksheet: XmlElement,
  validations: readonly ValidationData[],
  ofOrigin: boolean,
): void {
  const list = child(worksheet, "dataValidations");
  const standing = ofOrigin ? standingValidations(worksheet) : [];
  const known = ofOrigin ? readValidations(worksheet) : [];
  const taken = new Set<number>();
  const made = validations.flatMap((validation) => {
    const index = validation.rule
      ? known.findIndex((one, at) => !taken.has(at) && same({ ...one, areas: validation.areas }, validation))
      : keptRule(validation.keep);
    taken.add(index);
    const found = standing[index];
    const sqref = areaList(validation.areas);
    if (found) return [element("dataValidation", { ...found.attributes, sqref }, found.children)];
    return validation.rule ? [validationElement(validation, validation.rule, sqref)] : [];
  });
  const written = element("dataValidations", { ...list?.attributes, count: made.length }, made);
  replaceChildren(worksheet, "dataValidations", made.length > 0 ? [written] : [], WORKSHEET_ORDER);
}

function validationElement(
  { ignoreBlanks, errorAlert, prompt }: ValidationData,
  rule: ValidationRule,
  sqref: string,
): XmlElement {
  const style = errorAlert?.style.toLowerCase();
  const { attributes, formulas } = worded(rule);
  return element(
    "dataValidation",
    {
      type: attributes.type,
      errorStyle: style === "stop" ? undefined : style,
      operator: attributes.operator,
      allowBlank: ignoreBlanks ? 1 : undefined,
      showDropDown: attributes.showDropDown,
      showInputMessage: prompt?.showPrompt ? 1 : undefined,
      showErrorMessage: errorAlert?.showAlert ? 1 : undefined,
      errorTitle: errorAlert?.title || undefined,
      error: errorAlert?.message || undefined,
      promptTitle: prompt?.title || undefined,
      prompt: prompt?.message || undefined,
      sqref,
    },
    formulas.map((formula, index) => element(`formula${index + 1}`, {}, [formula])),
  );
}

function worded(rule: ValidationRule): {
  attributes: { type: string; operator?: string; showDropDown?: number };
  formulas: string[];
} {
  if (rule.type === "List") {
    const source = rule.source.startsWith("=") ? rule.source.slice(1) : `"${rule.source.replace(/"/g, '""')}"`;
    return { attributes: { type: "list", showDropDown: rule.inCellDropDown ? undefined : 1 }, formulas: [source] };
  }
  const operator = Object.keys(OPERATORS).find((key) => OPERATORS[key] === rule.operator) ?? "between";
  const formulas = [rule.formula1, ...(rule.formula2 === undefined ? [] : [rule.formula2])].map((formula) =>
    String(formula).replace(/^=/, ""),
  );
  return { attributes: { type: "whole", operator: operator === "between" ? undefined : operator }, formulas };
}

/** A number where the text is one, otherwise a formula with its "=". */
const operand = (text: string) => (text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : `=${text}`);
