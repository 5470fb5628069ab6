import type { ActualColumn } from "../table/headers";
import { ACTUAL_HEADERS, COMPUTED_HEADERS } from "../wording/sheet";

/** Columns for staff to fill in, in the order in which they are offered. */
export const INPUT_COLUMNS = [
  "directoryDone",
  "implementationDone",
  "covered",
  "officers",
  "onboarded",
] as const satisfies readonly ActualColumn[];
/** Columns that the add-in computes, left to right. */
export const COMPUTED_COLUMNS = [
  "directoryRate",
  "implementationRate",
  "coverageRate",
  "coverageGap",
  "officersRate",
  "officersGap",
  "directoryDeduction",
  "implementationDeduction",
  "coverageDeduction",
  "officersDeduction",
  "deduction",
  "rank",
  "remark",
] as const;
export const OWN_COLUMNS = [...INPUT_COLUMNS, ...COMPUTED_COLUMNS] as const;

export type InputColumn = (typeof INPUT_COLUMNS)[number];
export type ComputedColumn = (typeof COMPUTED_COLUMNS)[number];
export type OwnColumn = (typeof OWN_COLUMNS)[number];

/** The four partial deductions, left out of a short print. */
export const PARTIAL_DEDUCTIONS = [
  "directoryDeduction",
  "implementationDeduction",
  "coverageDeduction",
  "officersDeduction",
] as const satisfies readonly ComputedColumn[];

export function isInput(column: OwnColumn): column is InputColumn {
  return (INPUT_COLUMNS as readonly OwnColumn[]).includes(column);
}

export function headerOf(column: OwnColumn): string {
  return { ...ACTUAL_HEADERS, ...COMPUTED_HEADERS }[column];
}

const RATE = "0.00%";
const COUNT = "0";
/** One decimal, and a second where a rule's points need it. */
const POINTS = "0.0#";

export function numberFormatOf(column: OwnColumn): string {
  if (column.endsWith("Rate")) return RATE;
  if (column.endsWith("eduction")) return POINTS;
  return column === "remark" ? "General" : COUNT;
}

/** Points (1/72 inch). */
export function widthOf(column: OwnColumn): number {
  if (column === "remark") return 235;
  if (column.endsWith("Rate")) return 50;
  return column === "rank" ? 32 : 40;
}
