import type { RawValue } from "./grid";

/** What a cell is, decided once. `written` tells a real number from digits typed as text. */
export type Cell =
  | { readonly kind: "blank" }
  /** —, –, -, －, / and the like: not applicable. */
  | { readonly kind: "dash" }
  | { readonly kind: "number"; readonly value: number; readonly written: "number" | "text" }
  /** `value` is the fraction: 35 % is 0.35. */
  | { readonly kind: "percent"; readonly value: number; readonly written: "number" | "text" }
  | { readonly kind: "text"; readonly text: string }
  /** An error value such as #N/A or #DIV/0!. */
  | { readonly kind: "error"; readonly code: string };

export const BLANK: Cell = { kind: "blank" };

const ERROR_VALUE = /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|GETTING_DATA|BUSY!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|PYTHON!)$/;
const DASHES = /^[-‐‑‒–—―─−﹣ー/\\]+$/;
const NUMBER = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;
const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF]/g;

/** Folds full-width forms and takes away what cannot be seen; what is left is trimmed. */
export function plainText(text: string): string {
  return text.normalize("NFKC").replace(INVISIBLE, "").trim();
}

/** Reads one cell. A number shown as a percentage is a percent; digits typed as text are numbers that say so. */
export function classify(value: RawValue, numberFormat: string): Cell {
  if (typeof value === "number") {
    return { kind: numberFormat.includes("%") ? "percent" : "number", value, written: "number" };
  }
  if (typeof value === "boolean") return { kind: "text", text: value ? "TRUE" : "FALSE" };
  if (ERROR_VALUE.test(value)) return { kind: "error", code: value };
  const text = plainText(value);
  if (text === "") return BLANK;
  if (DASHES.test(text)) return { kind: "dash" };
  if (NUMBER.test(text)) return { kind: "number", value: decimal(text), written: "text" };
  const percent = /^(.+?)\s*%$/.exec(text)?.[1];
  if (percent !== undefined && NUMBER.test(percent)) {
    return { kind: "percent", value: decimal(percent) / 100, written: "text" };
  }
  return { kind: "text", text };
}

function decimal(text: string): number {
  return Number(text.replace(/,/g, ""));
}
