import type { Assessment } from "../assess/assessment";

/** The figures kept of a department, in the order in which they are stored and shown. */
export const RECORDED = [
  "claimed",
  "directoryDone",
  "implementationDone",
  "covered",
  "required",
  "officers",
  "onboarded",
  "deduction",
] as const;
export type Recorded = (typeof RECORDED)[number];

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
      .map(({ name, claimed, directory, implementation, coverage, officers, deduction }) => ({
        name,
        claimed,
        directoryDone: directory.done,
        implementationDone: implementation.done,
        covered: coverage.done,
        required: coverage.required,
        officers: officers.due,
        onboarded: officers.done,
        deduction,
      })),
  };
}

/** 2025-09-11T09:05 in the machine's own time. */
export function localMinute(at: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
