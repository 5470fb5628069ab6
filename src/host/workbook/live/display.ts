import { numfmt } from "@univerjs/core";
import type { RawValue } from "./cell";

/** What a cell shows: its value through its number format. A format that cannot be read shows the value as General. */
export function displayText(value: RawValue, numberFormat: string): string {
  if (value === "") return "";
  const pattern = numfmt.isValidFormat(numberFormat) ? numberFormat : "General";
  return numfmt.format(pattern, value, { locale: "zh-CN", nbsp: false });
}
