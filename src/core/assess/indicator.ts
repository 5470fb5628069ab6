import type { IndicatorResult, IndicatorState } from "./assessment";

/** What one indicator is judged on. `due` and `done` are counts, `points` and `cap` hundredths of a point. */
export interface Judged {
  readonly due: number;
  readonly done: number;
  readonly targetBp: number;
  readonly points: number;
  readonly cap: number | null;
}

/**
 * Notes 1–3 and 5 on integers: required is ⌈target × due⌉, the gap what is still missing, the deduction points for each.
 * Met exactly when done × 10000 ≥ target(bp) × due.
 */
export function judge({ due, done, targetBp, points, cap }: Judged): IndicatorResult {
  const required = Math.ceil((targetBp * due) / 10_000);
  const gap = Math.max(0, required - done);
  const deduction = gap * points;
  const met = done * 10_000 >= targetBp * due;
  return {
    state: "reported",
    targetBp,
    due,
    required,
    done,
    gap,
    rateBp: shownRate(due, done, targetBp),
    deduction: cap === null ? deduction : Math.min(cap, deduction),
    met,
  };
}

/** Rounded half up to two decimals of a per cent, but never up to a target that is missed. */
export function shownRate(due: number, done: number, targetBp: number): number {
  const nearest = Math.floor((done * 20_000 + due) / (due * 2));
  return done * 10_000 < targetBp * due ? Math.min(nearest, targetBp - 1) : nearest;
}

/** An indicator that has no result. What is known of it is kept. */
export function unjudged(
  state: Exclude<IndicatorState, "reported">,
  known: Partial<Pick<IndicatorResult, "targetBp" | "due" | "required" | "done">> = {},
): IndicatorResult {
  return {
    state,
    targetBp: null,
    due: null,
    required: null,
    done: null,
    gap: null,
    rateBp: null,
    deduction: null,
    met: null,
    ...known,
  };
}
