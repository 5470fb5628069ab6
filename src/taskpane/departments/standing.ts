import { type Assessment, type DepartmentAssessment } from "../../core/assess/assessment";
import { INDICATORS, type Indicator } from "../../core/indicators/indicators";

/** The indicators in which a department misses its target. */
export function missedIndicators(department: DepartmentAssessment): readonly Indicator[] {
  return INDICATORS.filter((indicator) => department[indicator].met === false);
}

/** Departments that miss a target, the largest deduction first, then as they stand in the sheet. Bad rows are not judged. */
export function fallingBehind(assessment: Assessment): readonly DepartmentAssessment[] {
  return assessment.departments
    .filter((department) => !department.bad && missedIndicators(department).length > 0)
    .sort((a, b) => (b.deduction ?? 0) - (a.deduction ?? 0) || a.row - b.row);
}

/** Departments whose needed actuals are not all there. */
export function waiting(assessment: Assessment): readonly DepartmentAssessment[] {
  return assessment.departments.filter((department) => !department.complete && !department.bad);
}

/** Departments with a cell that cannot be used. */
export function bad(assessment: Assessment): readonly DepartmentAssessment[] {
  return assessment.departments.filter((department) => department.bad);
}
