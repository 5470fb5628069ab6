import type { DepartmentAssessment } from "./assessment";
import { shownRate } from "./indicator";

/** Departments with one coverage target. Sums are over those whose coverage is reported; bad rows are left out everywhere. */
export interface Tier {
  /** Basis points: 3500 is 35 %. */
  readonly targetBp: number;
  /** With this target, reported or not. */
  readonly departments: number;
  readonly reported: number;
  readonly met: number;
  readonly due: number;
  readonly required: number;
  readonly done: number;
  readonly gap: number;
  /** Basis points, never shown as the target where the sum falls short of it; null where nothing is reported. */
  readonly rateBp: number | null;
}

/** The county by coverage target, lowest first. Departments without main items (note 4) and those whose items are not known have none. */
export function tiers(departments: readonly DepartmentAssessment[]): Tier[] {
  const usable = departments.filter(({ bad, coverage }) => !bad && coverage.targetBp !== null);
  const targets = [...new Set(usable.map(({ coverage }) => coverage.targetBp!))].sort((a, b) => a - b);
  return targets.map((targetBp) => {
    const all = usable.filter(({ coverage }) => coverage.targetBp === targetBp).map(({ coverage }) => coverage);
    const reported = all.filter(({ state }) => state === "reported");
    const sum = (key: "due" | "required" | "done" | "gap") =>
      reported.reduce((total, result) => total + result[key]!, 0);
    const due = sum("due");
    return {
      targetBp,
      departments: all.length,
      reported: reported.length,
      met: reported.filter(({ met }) => met).length,
      due,
      required: sum("required"),
      done: sum("done"),
      gap: sum("gap"),
      rateBp: due > 0 ? shownRate(due, sum("done"), targetBp) : null,
    };
  });
}
