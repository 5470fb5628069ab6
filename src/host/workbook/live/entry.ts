import { numfmt } from "@univerjs/core";
import { heldSerial } from "./date-system";

/** What a cell holds after something was typed into it. */
export type Entry =
  | { kind: "blank" }
  | { kind: "formula"; formula: string }
  /** `format` is the number format that a General cell takes on: 35% brings 0%. */
  | { kind: "value"; value: string | number | boolean; format?: string };

const NUMBER = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
const PERCENT = /^([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+))\s*%$/;
const CHINESE_DATE = /^(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})日$/;
/** What dates and amounts are written with. Text beyond it is told from them at once: reading it as one takes longer than writing the cell. */
const DATE_OR_AMOUNT = /^[\x20-\x7E\p{Sc}\s’]{1,64}$/u;

/**
 * What Excel makes of a value written to a cell. Strings are read as if typed: "=…" and what begins with + or - and is no number
 * is a formula, a leading apostrophe makes text, what looks like a number, a percentage or a date becomes one,
 * but in a cell formatted as text ("@") all stays text.
 */
export function readEntry(written: string | number | boolean, numberFormat: string, date1904 = false): Entry {
  if (written === "") return { kind: "blank" };
  if (typeof written !== "string") return { kind: "value", value: written };
  if (written.startsWith("'")) return { kind: "value", value: written.slice(1) };
  if (numberFormat === "@") return { kind: "value", value: written };
  if (/^=./s.test(written)) return { kind: "formula", formula: written };
  const text = written.trim();
  if (NUMBER.test(text)) return { kind: "value", value: Number(text) };
  const percent = PERCENT.exec(text);
  if (percent)
    return { kind: "value", value: shiftDecimal(percent[1]!), format: percent[1]!.includes(".") ? "0.00%" : "0%" };
  // A sign or @ in front of anything else is how Lotus began a formula; Excel still takes it so.
  if (/^[+-][\p{L}\p{N}_($"]/u.test(text))
    return { kind: "formula", formula: text.startsWith("+") ? `=${text.slice(1)}` : `=${text}` };
  if (/^(?:true|false)$/i.test(text)) return { kind: "value", value: text.toLowerCase() === "true" };
  return readDateOrAmount(text, date1904) ?? { kind: "value", value: written };
}

/** A hundredth of the number, exact in the decimals written: "35.5" is 0.355. */
const shiftDecimal = (digits: string): number => Number(`${digits}e-2`);

function readDateOrAmount(text: string, date1904: boolean): Entry | undefined {
  const chinese = CHINESE_DATE.exec(text);
  const plain = chinese ? `${chinese[1] ?? new Date().getFullYear()}-${chinese[2]}-${chinese[3]}` : text;
  if (!/[0-9]/.test(plain) || !DATE_OR_AMOUNT.test(plain)) return undefined;
  const parsed = numfmt.parseValue(plain);
  if (!parsed || typeof parsed.v !== "number") return undefined;
  const dated = date1904 && parsed.v >= 1 && numfmt.isDateFormat(parsed.z ?? "");
  return {
    kind: "value",
    value: dated ? heldSerial(parsed.v, true) : parsed.v,
    format: chinese ? (chinese[1] ? 'yyyy"年"m"月"d"日"' : 'm"月"d"日"') : parsed.z,
  };
}
