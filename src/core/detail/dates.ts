import { plainText } from "../cells/classify";
import { dayOf, serialIn1900 } from "../cells/dateSystem";
import type { DateSystem } from "../cells/dateSystem";
import type { RawValue } from "../cells/grid";

const WRITTEN = /^(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?(?:[T ]*\d{1,2}[:时]\d{1,2}.*)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
/** Serial numbers of a 1900 workbook: 1 March 1900, and the first day after 2199. */
const FIRST_SERIAL = 61;
export const LAST_SERIAL = 109_575;
const [FIRST_YEAR, LAST_YEAR] = [1900, 2199];

/**
 * A day as UTC milliseconds at midnight, from Excel's serial number or from text such as 2025-09-01, 2025/9/1 08:30,
 * 2025年9月1日, 20250901. Null where it cannot be read or no such day exists. A number is the same day whatever calendar its format shows;
 * text of another calendar (民国114年9月1日, 2568/9/1 of the Buddhist one) is no day here: nothing is guessed.
 */
export function readDay(value: RawValue, system: DateSystem): number | null {
  if (typeof value === "boolean") return null;
  const text = plainText(String(value));
  const match = WRITTEN.exec(text) ?? COMPACT.exec(text);
  if (match) return existing(Number(match[1]), Number(match[2]), Number(match[3]));
  if (typeof value !== "number") return null;
  const serial = serialIn1900(value, system);
  return serial >= FIRST_SERIAL && serial < LAST_SERIAL ? dayOf(value, system) : null;
}

function existing(year: number, month: number, day: number): number | null {
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  return year >= FIRST_YEAR && year <= LAST_YEAR && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? at
    : null;
}
