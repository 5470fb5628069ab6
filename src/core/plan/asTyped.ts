import { classify } from "../cells/classify";
import type { RawValue } from "../cells/grid";

/** Puts a cell back as it was typed: digits that were text stay text, and so does text that Excel would take for a formula. */
export function asTyped(cell: RawValue): RawValue {
  if (typeof cell !== "string" || cell.startsWith("=")) return cell;
  const digits = ["number", "percent"].includes(classify(cell, "General").kind);
  return digits || /^[+\-@]/.test(cell) ? `'${cell}` : cell;
}
