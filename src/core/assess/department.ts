import type { IndicatorResult } from "./assessment";
import type { Count, Figures, Target } from "./figures";
import { counted, judge, targetBp, unjudged } from "./indicator";
import type { Rules } from "./rules";

export interface IndicatorResults {
  readonly directory: IndicatorResult;
  readonly implementation: IndicatorResult;
  readonly coverage: IndicatorResult;
  readonly officers: IndicatorResult;
  /** Note 4: items have been issued while the coverage target is still —, so the floor applies. */
  readonly atFloor: boolean;
}

const FULL = 10_000;

/** Judges one department's figures by the notes. */
export function judgeDepartment(figures: Figures, rules: Rules): IndicatorResults {
  const { claimed, targets, actuals } = figures;
  const item = rules.pointsPerItem;
  const due: Count =
    actuals.directoryDue.is === "blank" || actuals.directoryDue.is === "dash" ? claimed : actuals.directoryDue;
  return {
    directory: ofItems(claimed, due, actuals.directoryDone, targets.directory, FULL, item, rules.caps.directory),
    implementation: ofItems(
      claimed,
      claimed,
      actuals.implementationDone,
      targets.implementation,
      FULL,
      item,
      rules.caps.implementation,
    ),
    coverage: ofItems(
      claimed,
      claimed,
      actuals.covered,
      targets.coverage,
      rules.coverageFloorBp,
      item,
      rules.caps.coverage,
    ),
    officers: ofItems(
      actuals.officers,
      actuals.officers,
      actuals.onboarded,
      targets.officers,
      FULL,
      rules.pointsPerOfficer,
      rules.caps.officers,
    ),
    atFloor: (counted(claimed) ?? 0) > 0 && targets.coverage.is === "absent",
  };
}

/**
 * The order in which an indicator's state is settled; the sheet's formulas keep to the same.
 * `base` decides whether it applies at all (none: note 4), `due` what the rate is counted over.
 */
function ofItems(
  base: Count,
  due: Count,
  done: Count,
  target: Target,
  absentTarget: number,
  points: number,
  cap: number | null,
): IndicatorResult {
  if (base.is === "blank") return unjudged("notReported");
  const bp = targetBp(target, absentTarget);
  const dueCount = due.is === "dash" ? 0 : counted(due);
  if (base.is === "bad" || dueCount === undefined || done.is === "bad") return unjudged("invalid");
  if (base.is === "dash" || base.value === 0) return unjudged("notApplicable");
  if (bp === null) return unjudged("invalid");
  if (done.is !== "count")
    return unjudged("notReported", { targetBp: bp, due: dueCount, required: Math.ceil((bp * dueCount) / FULL) });
  return judge({ due: dueCount, done: done.value, targetBp: bp, points, cap });
}
