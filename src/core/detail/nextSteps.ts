import type { Assessment } from "../assess/assessment";
import type { Indicator } from "../indicators/indicators";
import { INDICATORS } from "../indicators/indicators";

/** One thing for one department to do: close its gap in one indicator. */
export interface NextStep {
  /** The department's index in the assessment. */
  readonly department: number;
  readonly indicator: Indicator;
  /** Items or officers still needed; any of those listed as uncovered will do. */
  readonly needed: number;
  /** Hundredths of a point saved when all of them are done. */
  readonly saves: number;
  /** Needed a working day until the period ends, rounded up; null where no day is left or no period is stated. */
  readonly perDay: number | null;
}

/**
 * The least work first: by what one piece of work saves (an officer 0.5, an item 0.1: note 5; less under a cap), then by what
 * the whole step saves, then as the departments stand in the table.
 */
export function nextSteps({ departments, pace }: Assessment): NextStep[] {
  const days = pace?.workingDaysLeft ?? 0;
  const steps = departments.flatMap((department, index) =>
    department.bad
      ? []
      : INDICATORS.flatMap((indicator): NextStep[] => {
          const { gap, deduction } = department[indicator];
          if (!gap) return [];
          return [
            {
              department: index,
              indicator,
              needed: gap,
              saves: deduction ?? 0,
              perDay: days > 0 ? Math.ceil(gap / days) : null,
            },
          ];
        }),
  );
  // saves ÷ needed, compared without division.
  return steps.sort(
    (a, b) => b.saves * a.needed - a.saves * b.needed || b.saves - a.saves || a.department - b.department,
  );
}
