import type { DepartmentAssessment, IndicatorResult, Used } from "../assess/assessment";
import type { RawValue } from "../cells/grid";
import { BASE_NAMES, INDICATORS } from "../indicators/indicators";
import { INVALID, NOT_APPLICABLE } from "../wording/sheet";
import { COMPUTED_COLUMNS, FIGURE_COLUMNS } from "./columns";
import type { ComputedColumn } from "./columns";

const BASIS_POINTS = 10_000;
const HUNDREDTHS = 100;

/** What nothing but a formula needs: readings of cells, and the pieces that 情况说明 is put together from. */
const STEPS: readonly ComputedColumn[] = [
  ...FIGURE_COLUMNS.map((column) => `${column}Read` as const),
  "unfilled",
  "faults",
  "shortfalls",
  "notes",
];

/** The columns that are held against the assessment: all but the steps of a formula, which show in what is made from them. */
export const JUDGED_COLUMNS: readonly ComputedColumn[] = COMPUTED_COLUMNS.filter((column) => !STEPS.includes(column));

/**
 * What a department's computed cells show by the assessment: the check of the formulas, and what is written as values, where the steps of a
 * formula stay blank. Rates and targets are fractions, deductions points.
 */
export function computedValues(department: DepartmentAssessment): Readonly<Record<ComputedColumn, RawValue>> {
  const values = {
    ...Object.fromEntries(STEPS.map((column) => [column, ""])),
    deduction: total(department),
    rank: department.rank ?? "",
    remark: department.remark,
    score: score(department),
    subtotal: subtotal(department),
  } as Record<ComputedColumn, RawValue>;
  for (const base of BASE_NAMES) values[`${base}Base`] = shown(department.bases[base]);
  for (const indicator of INDICATORS) {
    const result = department[indicator];
    values[`${indicator}DueUsed`] = shown(result.due ?? reason(result));
    values[`${indicator}TargetUsed`] = shown(per(result.targetBp, BASIS_POINTS) ?? reason(result));
    values[`${indicator}Required`] = shown(result.required ?? reason(result));
    values[`${indicator}DoneUsed`] = shown(judged(result, result.done) ?? reason(result));
    values[`${indicator}Gap`] = shown(judged(result, result.gap) ?? reason(result));
    values[`${indicator}Rate`] = shown(judged(result, rate(result)) ?? reason(result));
    values[`${indicator}Deduction`] = shown(judged(result, per(result.deduction, HUNDREDTHS)) ?? reason(result));
  }
  return values;
}

function judged({ state }: IndicatorResult, number: number | null): number | null {
  return state === "reported" ? number : null;
}

/** The share as it is, which the cell's format rounds; what is rounded down so as not to show a missed target as reached is so in the cell. */
function rate({ done, due, rateBp }: IndicatorResult): number | null {
  if (done === null || !due || rateBp === null) return null;
  const nearest = Math.floor((done * 2 * BASIS_POINTS + due) / (due * 2));
  return nearest === rateBp ? done / due : rateBp / BASIS_POINTS;
}

function per(number: number | null, units: number): number | null {
  return number === null ? null : number / units;
}

/** Why an indicator has no number; one that is reported has all of them. */
function reason({ state }: IndicatorResult): Used {
  return state === "reported" ? "invalid" : state;
}

const REASONS: Readonly<Record<Exclude<Used, number>, string>> = {
  notReported: "",
  notApplicable: NOT_APPLICABLE,
  invalid: INVALID,
};

function shown(used: Used): RawValue {
  return typeof used === "number" ? used : REASONS[used];
}

function total({ bad, deduction }: DepartmentAssessment): RawValue {
  if (bad) return INVALID;
  return per(deduction, HUNDREDTHS) ?? "";
}

/** Of a row that cannot be judged too: what its other indicators cost. */
function subtotal(department: DepartmentAssessment): RawValue {
  const all = INDICATORS.flatMap((indicator) => department[indicator].deduction ?? []);
  return all.length === 0 ? "" : all.reduce((sum, one) => sum + one, 0) / HUNDREDTHS;
}

function score(department: DepartmentAssessment): RawValue {
  if (department.bad) return INVALID;
  if (!department.complete) return "";
  const nothingApplies = INDICATORS.every((indicator) => department[indicator].state === "notApplicable");
  return nothingApplies ? NOT_APPLICABLE : (per(department.deduction, HUNDREDTHS) ?? "");
}

/** Whether Excel's cell shows what the assessment says; numbers are compared to a hundredth of what is shown. */
export function agrees(excel: RawValue, expected: RawValue): boolean {
  if (typeof excel === "number" && typeof expected === "number") return Math.abs(excel - expected) < 1e-6;
  return excel === expected;
}
