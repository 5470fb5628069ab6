import { INDICATORS } from "../indicators/indicators";
import type { DepartmentAssessment } from "./assessment";

/**
 * Ranks by deduction ascending; ties share a rank and the next one is skipped (1, 1, 3).
 * Null for rows that are incomplete or bad, and where no indicator applies.
 */
export function ranks(departments: readonly Omit<DepartmentAssessment, "rank">[]): (number | null)[] {
  const ranked = (department: Omit<DepartmentAssessment, "rank">) =>
    department.complete && INDICATORS.some((indicator) => department[indicator].state === "reported");
  const sorted = departments
    .filter(ranked)
    .map(({ deduction }) => deduction!)
    .sort((a, b) => a - b);
  const first = new Map<number, number>();
  sorted.forEach((deduction, index) => first.has(deduction) || first.set(deduction, index + 1));
  return departments.map((department) => (ranked(department) ? first.get(department.deduction!)! : null));
}
