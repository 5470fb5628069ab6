import { INDICATORS } from "../assess/assessment";
import type { DepartmentAssessment, IndicatorResult } from "../assess/assessment";
import type { RawValue } from "../cells/grid";
import { INVALID, NOT_APPLICABLE } from "../wording/sheet";
import type { ComputedColumn } from "./columns";

const BASIS_POINTS = 10_000;
const HUNDREDTHS = 100;

/** What a department's computed cells show by the assessment: the check of the formulas, and what is written as values. */
export function computedValues(department: DepartmentAssessment): Record<ComputedColumn, RawValue> {
  const { directory, implementation, coverage, officers } = department;
  return {
    directoryRate: shown(directory, "rateBp", BASIS_POINTS),
    implementationRate: shown(implementation, "rateBp", BASIS_POINTS),
    coverageRate: shown(coverage, "rateBp", BASIS_POINTS),
    coverageGap: shown(coverage, "gap", 1),
    officersRate: shown(officers, "rateBp", BASIS_POINTS),
    officersGap: shown(officers, "gap", 1),
    directoryDeduction: shown(directory, "deduction", HUNDREDTHS),
    implementationDeduction: shown(implementation, "deduction", HUNDREDTHS),
    coverageDeduction: shown(coverage, "deduction", HUNDREDTHS),
    officersDeduction: shown(officers, "deduction", HUNDREDTHS),
    deduction: total(department),
    rank: department.rank ?? "",
    remark: department.remark,
  };
}

function shown(result: IndicatorResult, figure: "rateBp" | "gap" | "deduction", per: number): RawValue {
  const number = result[figure];
  if (result.state === "reported" && number !== null) return number / per;
  if (result.state === "invalid") return INVALID;
  return result.state === "notApplicable" ? NOT_APPLICABLE : "";
}

function total(department: DepartmentAssessment): RawValue {
  if (department.bad || INDICATORS.some((indicator) => department[indicator].state === "invalid")) return INVALID;
  return department.deduction === null ? "" : department.deduction / HUNDREDTHS;
}

/** Whether Excel's cell shows what the assessment says; numbers are compared to a hundredth of what is shown. */
export function agrees(excel: RawValue, expected: RawValue): boolean {
  if (typeof excel === "number" && typeof expected === "number") return Math.abs(excel - expected) < 1e-6;
  return excel === expected;
}
