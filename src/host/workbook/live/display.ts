import { numfmt } from "@univerjs/core";
import type { RawValue } from "./cell";
import { shownSerial } from "./date-system";

/** Number formats by whether they can be read: a sheet has few, and to find out takes longer than to show a value. */
const readable = new Map<string, boolean>();

function isReadable(numberFormat: string): boolean {
  let known = readable.get(numberFormat);
  if (known === undefined) readable.set(numberFormat, (known = numfmt.isValidFormat(numberFormat)));
  return known;
}

/** What a cell shows: its value through its number format. A format that cannot be read shows the value as General. */
export function displayText(value: RawValue, numberFormat: string, date1904 = false): string {
  if (typeof value === "string" && (value === "" || numberFormat === "General" || numberFormat === "@")) return value;
  return numfmt.format(
    isReadable(numberFormat) ? numberFormat : "General",
    shownSerial(value, numberFormat, date1904),
    { locale: "zh-CN", nbsp: false },
  );
}
