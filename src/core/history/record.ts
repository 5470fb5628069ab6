import type { Assessment, DepartmentAssessment } from "../assess/assessment";
import { INDICATORS, REPORTED_COLUMNS, descriptorOf } from "../indicators/indicators";
import type { ReportedColumn } from "../indicators/indicators";

/** The figures kept of a department, in the order in which they are stored and shown: what is required stands behind what is covered. */
export type Recorded = "claimed" | ReportedColumn | "required" | "deduction";
export const RECORDED: readonly Recorded[] = [
  "claimed",
  ...REPORTED_COLUMNS.flatMap((column): Recorded[] => (column === "covered" ? [column, "required"] : [column])),
  "deduction",
];

/** A department at one moment: counts, and the deduction in hundredths of a point. Null where nothing is reported or nothing applies. No person in it. */
export interface DepartmentRecord extends Readonly<Record<Recorded, number | null>> {
  readonly name: string;
}

/** All departments of one table at one moment. */
export interface RunRecord {
  /** Local time, ISO to the minute without a zone: 2025-09-11T09:05. */
  readonly at: string;
  readonly departments: readonly DepartmentRecord[];
}

/** What is kept of a recalculation; rows without a name of their own (missing, twice) are left out. */
export function recordOf(assessment: Assessment, at: Date): RunRecord {
  return {
    at: localMinute(at),
    departments: assessment.departments
      .filter(({ identityFault }) => identityFault === null)
      .map((department) => ({
        name: department.name,
        ...(Object.fromEntries(RECORDED.map((figure) => [figure, figureOf(department, figure)])) as Record<
          Recorded,
          number | null
        >),
      })),
  };
}

function figureOf(department: DepartmentAssessment, figure: Recorded): number | null {
  if (figure === "claimed" || figure === "deduction") return department[figure];
  if (figure === "required") return department.coverage.required;
  if (figure === "officers") return department.officers.due;
  return department[INDICATORS.find((indicator) => descriptorOf(indicator).done === figure)!].done;
}

/** 2025-09-11T09:05 in the machine's own time. */
export function localMinute(at: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
