import { plainText } from "../cells/classify";
import type { RawValue } from "../cells/grid";

const DAY = 86_400_000;
/** Excel's day 0, as UTC: right for every day from 1 March 1900 on. */
const EPOCH = Date.UTC(1899, 11, 30);
const WRITTEN = /^(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?(?:[T ]*\d{1,2}[:时]\d{1,2}.*)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * A day as UTC milliseconds at midnight, from Excel's serial number or from text such as 2025-09-01, 2025/9/1 08:30,
 * 2025年9月1日, 20250901. Null where it cannot be read or no such day exists.
 */
export function readDay(value: RawValue): number | null {
  if (typeof value === "boolean") return null;
  const text = plainText(String(value));
  const match = WRITTEN.exec(text) ?? COMPACT.exec(text);
  if (match) return existing(Number(match[1]), Number(match[2]), Number(match[3]));
  // 1 March 1900 to the end of 2199.
  if (typeof value === "number" && value >= 61 && value < 109_939) return EPOCH + Math.floor(value) * DAY;
  return null;
}

function existing(year: number, month: number, day: number): number | null {
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? at : null;
}
