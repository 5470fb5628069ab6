import { absoluteReference, contains, intersect, subtract } from "../workbook/address";
import type { ValidationData, ValidationRule } from "../workbook/data";
import { validationOn } from "../workbook/live/rules";
import { apiNotFound, invalidArgument } from "../protocol/errors";
import { HostObject } from "../protocol/members";
import { assertWritable, isRange, place, placeOf, type Following } from "./context";

/** A rule as the API words it; only whole numbers and lists are served. */
interface Rule {
  wholeNumber?: { formula1: number | string; formula2?: number | string; operator: string };
  list?: { inCellDropDown?: boolean; source: unknown };
}

/** Excel refuses a longer list of texts, and files that hold one are taken for damaged. */
const LONGEST_LIST = 255;

const OPERATORS = [
  "Between",
  "NotBetween",
  "EqualTo",
  "NotEqualTo",
  "GreaterThan",
  "LessThan",
  "GreaterThanOrEqualTo",
  "LessThanOrEqualTo",
];

export class DataValidation extends HostObject {
  readonly #range: Following;

  constructor(range: Following) {
    super();
    this.#range = range;
  }

  get type(): "None" | ValidationRule["type"] | "Inconsistent" | "MixedCriteria" {
    const { sheet, area } = this.#range[place];
    const touching = sheet.validations.filter((validation) => validation.areas.some((own) => intersect(own, area)));
    if (touching.length === 0) return "None";
    if (touching.length > 1) return "MixedCriteria";
    const [only] = touching as [ValidationData];
    if (!only.areas.some((own) => contains(own, area))) return "Inconsistent";
    if (!only.rule) throw apiNotFound("DataValidation.type of a rule that is neither for whole numbers nor a list");
    return only.rule.type;
  }

  /** Empty where there is no validation, or not the same everywhere. */
  get rule(): Rule {
    const rule = this.#only?.rule;
    if (!rule) return {};
    const { type, ...worded } = rule;
    return type === "List" ? { list: worded as Rule["list"] } : { wholeNumber: worded as Rule["wholeNumber"] };
  }

  set rule(rule: Rule) {
    const other = Object.keys(rule).find((kind) => kind !== "wholeNumber" && kind !== "list");
    if (other) throw apiNotFound(`DataValidation.rule.${other}`);
    const { wholeNumber, list } = rule;
    if (list && !wholeNumber) {
      this.#change({
        rule: { type: "List", source: sourceOf(list.source), inCellDropDown: list.inCellDropDown ?? true },
      });
      return;
    }
    const between = wholeNumber && ["Between", "NotBetween"].includes(wholeNumber.operator);
    if (
      !wholeNumber ||
      !OPERATORS.includes(wholeNumber.operator) ||
      wholeNumber.formula1 === undefined ||
      (between && wholeNumber.formula2 === undefined)
    )
      throw invalidArgument();
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
      return areas.length > 0 ? [validationOn(areas, validation)] : [];
    });
  }

  /** The one validation that all cells have, told from the range. */
  get #only(): ValidationData | undefined {
    const { sheet, area } = this.#range[place];
    const found = sheet.validations.find((validation) => validation.areas.some((own) => contains(own, area)));
    return found && validationOn([area], found);
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

/** Texts parted by commas or a formula as they are; a range as the formula that refers to it. @throws HostError InvalidArgument */
function sourceOf(source: unknown): string {
  if (isRange(source)) {
    const { sheet, area } = placeOf(source);
    return absoluteReference(sheet.name, area);
  }
  if (typeof source !== "string" || source.trim() === "" || source === "=") throw invalidArgument();
  if (!source.startsWith("=") && source.length > LONGEST_LIST) throw invalidArgument();
  return source;
}
