import type { Cell } from "../cells/classify";
import { BLANK, plainText } from "../cells/classify";
import type { Details } from "../problems/catalogue";
import type { WorkbookProblem } from "../problems/problem";
import type { Rules } from "./rules";

/** Why a cell cannot be used: the problem's code and what its sentence names. */
export interface Fault {
  readonly code: WorkbookProblem;
  readonly details: Details;
}

/** A cell as a figure: not there, nothing to count (—), a number, or unusable. `value` of a bad one is the number that it holds, if any. */
export type Reading =
  | { readonly is: "blank" }
  | { readonly is: "dash" }
  | { readonly is: "number"; readonly value: number }
  | { readonly is: "bad"; readonly fault: Fault; readonly value?: number };

/** Words that say what a dash says: this does not apply. */
const DASH_WORDS = /^(不涉及|不适用|不考核|无|N\/?A)$/i;

/** Whether a cell says that something does not apply. */
export function isDash(cell: Cell): boolean {
  return cell.kind === "dash" || (cell.kind === "text" && DASH_WORDS.test(plainText(cell.text)));
}

/** A count: a whole number, not negative. */
export function readCount(cell: Cell = BLANK): Reading {
  if (isDash(cell)) return { is: "dash" };
  switch (cell.kind) {
    case "blank":
    case "dash":
      return { is: "blank" };
    case "number":
      return wholeNumber(cell.value);
    case "percent":
      // A count in a cell formatted as a percentage is still that count; one typed as “35%” is not a count.
      return cell.written === "number"
        ? wholeNumber(cell.value)
        : bad("COUNT_NOT_A_NUMBER", { value: asPercent(cell.value) });
    case "text":
      return bad("COUNT_NOT_A_NUMBER", { value: cell.text });
    case "error":
      return bad("CELL_ERROR", { value: cell.code });
  }
}

function wholeNumber(value: number): Reading {
  if (value < 0) return bad("COUNT_NEGATIVE", { value }, value);
  if (!Number.isInteger(value)) return bad("COUNT_FRACTIONAL", { value }, value);
  return { is: "number", value };
}

/**
 * A target in basis points. A plain number up to 1 is a fraction (0.35); above it it is per cent (35), unless the rules refuse that.
 * Nobody sets a target of nothing: a blank cell and 0 % are faults; only a dash says that none applies (note 4).
 */
export function readTarget(cell: Cell = BLANK, bareTargets: Rules["bareTargets"]): Reading {
  if (isDash(cell)) return { is: "dash" };
  switch (cell.kind) {
    case "blank":
    case "dash":
      return bad("TARGET_MISSING", {});
    case "percent":
      return basisPoints(cell.value);
    case "number":
      if (cell.value <= 1) return basisPoints(cell.value);
      if (bareTargets === "percent") return basisPoints(cell.value / 100);
      return bad("TARGET_WITHOUT_PERCENT", { value: withoutNoise(cell.value) });
    case "text":
      return bad("TARGET_UNREADABLE", { value: cell.text });
    case "error":
      return bad("CELL_ERROR", { value: cell.code });
  }
}

function basisPoints(fraction: number): Reading {
  const value = asPercent(fraction);
  const bp = Math.round(fraction * 10_000);
  if (fraction < 0) return bad("TARGET_NEGATIVE", { value });
  if (fraction > 1) return bad("TARGET_ABOVE_100", { value });
  if (Math.abs(fraction * 10_000 - bp) > 1e-6) return bad("TARGET_TOO_FINE", { value });
  return bp === 0 ? bad("TARGET_ZERO", { value }) : { is: "number", value: bp };
}

function bad(code: WorkbookProblem, details: Details, value?: number): Reading {
  return { is: "bad", fault: { code, details }, ...(value !== undefined && { value }) };
}

function asPercent(fraction: number): string {
  return `${withoutNoise(fraction * 100)}%`;
}

/** As a person would write it: without the noise of binary fractions. */
function withoutNoise(value: number): number {
  return Number(value.toFixed(6));
}
