import type { RawValue } from "./grid";

/**
 * What a cell is, decided once. `written` tells a real number from digits typed as text; `text` is what stands in the cell, where a formula
 * has to know it.
 */
export type Cell =
  /** With `text` where the cell holds white space only, which formulas do not take for blank. */
  | { readonly kind: "blank"; readonly text?: string }
  /** —, –, -, －, / and the like: not applicable. */
  | { readonly kind: "dash"; readonly text: string }
  /** `value` of a percent is the fraction: 35 % is 0.35. */
  | { readonly kind: "number" | "percent"; readonly value: number; readonly written: "number" }
  | { readonly kind: "number" | "percent"; readonly value: number; readonly written: "text"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  /** An error value such as #N/A or #DIV/0!. */
  | { readonly kind: "error"; readonly code: string };

export const BLANK: Cell = { kind: "blank" };

const ERROR_VALUE =
  /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|GETTING_DATA|BUSY!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|PYTHON!)$/;
const DASHES = /^[-‐‑‒–—―─−﹣－ー/／\\]+$/;
const NUMBER = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;
const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF]/g;

/**
 * Folds full-width forms and takes away what cannot be seen; what is left is trimmed. Nothing else is folded:
 * the mark in 185① is no digit.
 */
export function plainText(text: string): string {
  return halfWidth(text).replace(INVISIBLE, "").trim();
}

function halfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, " ");
}

/** Reads one cell. A number shown as a percentage is a percent; digits typed as text are numbers that say so. */
export function classify(value: RawValue, numberFormat: string): Cell {
  if (typeof value === "number") {
    const format = numberFormat.replace(/"[^"]*"|\\./g, "");
    return { kind: format.includes("%") ? "percent" : "number", value, written: "number" };
  }
  if (typeof value === "boolean") return { kind: "text", text: value ? "TRUE" : "FALSE" };
  if (ERROR_VALUE.test(value)) return { kind: "error", code: value };
  if (plainText(value) === "") return value === "" ? BLANK : { kind: "blank", text: value };
  // What cannot be seen stays here: no formula could read the number behind it.
  const text = halfWidth(value).trim();
  if (DASHES.test(text)) return { kind: "dash", text: value };
  if (NUMBER.test(text)) return { kind: "number", value: decimal(text), written: "text", text: value };
  const percent = /^(.+?)\s*%$/.exec(text)?.[1];
  if (percent !== undefined && NUMBER.test(percent)) {
    return { kind: "percent", value: decimal(percent) / 100, written: "text", text: value };
  }
  return { kind: "text", text: plainText(value) };
}

function decimal(text: string): number {
  return Number(text.replace(/,/g, ""));
}
