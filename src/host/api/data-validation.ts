import { contains, intersect, subtract } from "../workbook/address";
import type { ValidationData } from "../workbook/data";
import { apiNotFound, invalidArgument } from "../protocol/errors";
import { HostObject } from "../protocol/members";
import { assertWritable, place, type Following } from "./context";

/** A rule as the API words it; only whole numbers are served. */
interface Rule {
  wholeNumber?: { formula1: number | string; formula2?: number | string; operator: string };
}

const OPERATORS = ["Between", "NotBetween", "EqualTo", "NotEqualTo", "GreaterThan", "LessThan", "GreaterThanOrEqualTo", "LessThanOrEqualTo"];

export class DataValidation extends HostObject {
  readonly #range: Following;

  constructor(range: Following) {
    super();
    this.#range = range;
  }

  get type(): "None" | "WholeNumber" | "Inconsistent" | "MixedCriteria" {
    const { sheet, area } = this.#range[place];
    const touching = sheet.validations.filter((validation) => validation.areas.some((own) => intersect(own, area)));
    if (touching.length === 0) return "None";
    if (touching.length > 1) return "MixedCriteria";
    const [only] = touching as [ValidationData];
    if (!only.areas.some((own) => contains(own, area))) return "Inconsistent";
    if (!only.rule) throw apiNotFound("DataValidation.type of a rule that is not for whole numbers");
    return only.rule.type;
  }

  /** Empty where there is no validation, or not the same everywhere. */
  get rule(): Rule {
    const rule = this.#only?.rule;
    return rule ? { wholeNumber: { formula1: rule.formula1, ...(rule.formula2 !== undefined && { formula2: rule.formula2 }), operator: rule.operator } } : {};
  }

  set rule(rule: Rule) {
    const other = Object.keys(rule).find((kind) => kind !== "wholeNumber");
    if (other) throw apiNotFound(`DataValidation.rule.${other}`);
    const { wholeNumber } = rule;
    const between = wholeNumber && ["Between", "NotBetween"].includes(wholeNumber.operator);
    if (!wholeNumber || !OPERATORS.includes(wholeNumber.operator) || wholeNumber.formula1 === undefined || (between && wholeNumber.formula2 === undefined)) throw invalidArgument();
    this.#change({ rule: { type: "WholeNumber", ...wholeNumber } });
  }

  get ignoreBlanks(): boolean {
    return this.#only?.ignoreBlanks ?? true;
  }

  set ignoreBlanks(ignoreBlanks: boolean) {
    this.#change({ ignoreBlanks });
  }

  get errorAlert(): NonNullable<ValidationData["errorAlert"]> {
    return this.#only?.errorAlert ?? { title: "", message: "", style: "Stop", showAlert: true };
  }

  set errorAlert(errorAlert: NonNullable<ValidationData["errorAlert"]>) {
    this.#change({ errorAlert: { ...this.errorAlert, ...errorAlert } });
  }

  get prompt(): NonNullable<ValidationData["prompt"]> {
    return this.#only?.prompt ?? { title: "", message: "", showPrompt: true };
  }

  set prompt(prompt: NonNullable<ValidationData["prompt"]>) {
    this.#change({ prompt: { ...this.prompt, ...prompt } });
  }

  clear(): void {
    const { sheet, area } = this.#range[place];
    assertWritable(sheet);
    sheet.validations = sheet.validations.flatMap((validation) => {
      const areas = validation.areas.flatMap((own) => subtract(own, area));
      return areas.length > 0 ? [{ ...validation, areas }] : [];
    });
  }

  get #only(): ValidationData | undefined {
    const { sheet, area } = this.#range[place];
    return sheet.validations.find((validation) => validation.areas.some((own) => contains(own, area)));
  }

  /** Gives this range a validation of its own, cut out of what it was part of. */
  #change(change: Omit<ValidationData, "areas">): void {
    const { sheet, area } = this.#range[place];
    assertWritable(sheet);
    const before = this.#only;
    const kept = before && change.rule === undefined ? before : { ...before, keep: undefined };
    this.clear();
    const own: ValidationData = { ...kept, ...change, areas: [area] };
    if (own.keep === undefined) delete own.keep;
    sheet.validations.push(own);
  }
}
