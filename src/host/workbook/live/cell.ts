import { CellValueType } from "@univerjs/core";
import type { ICellData, Nullable } from "@univerjs/core";

/** A cell's value as the API hands it over; "" is blank, errors are strings such as "#N/A". */
export type RawValue = string | number | boolean;

const ERRORS: ReadonlySet<string> = new Set([
  "#N/A",
  "#VALUE!",
  "#REF!",
  "#DIV/0!",
  "#NUM!",
  "#NAME?",
  "#NULL!",
  "#SPILL!",
  "#CALC!",
  "#BLOCKED!",
  "#CONNECT!",
]);

export const isErrorText = (value: unknown): value is string => typeof value === "string" && ERRORS.has(value);

export type ValueType = "Empty" | "Boolean" | "Double" | "Error" | "String";

/** What the API calls the type of the value. */
export function valueType(value: RawValue): ValueType {
  if (value === "") return "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return isErrorText(value) ? "Error" : "String";
}

/** The value of a cell as Univer holds it. */
export function rawValue(cell: Nullable<ICellData>): RawValue {
  // What is typed over several lines in the grid is a small document of paragraphs.
  const value = cell?.v ?? cell?.p?.body?.dataStream.replace(/\r?\n$/, "").replace(/\r/g, "\n");
  if (value === undefined || value === null || value === "") return "";
  if (cell?.t === CellValueType.BOOLEAN) return value === 1 || value === true || value === "TRUE";
  if (cell?.t === CellValueType.NUMBER) return Number(value);
  return value;
}

/** The same value in Univer's form. Text that looks like a number is marked, so that nothing takes it for one. */
export function univerValue(value: RawValue): Pick<ICellData, "v" | "t"> {
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return {
    v: value,
    t: value.trim() !== "" && !Number.isNaN(Number(value)) ? CellValueType.FORCE_STRING : CellValueType.STRING,
  };
}
