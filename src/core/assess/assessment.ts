import type { Base, Indicator } from "../indicators/indicators";

/**
 * reported: judged. notReported: an actual that is needed is blank (待填报). notApplicable: nothing to judge (—).
 * invalid: a cell it needs cannot be used (数据有误).
 */
export type IndicatorState = "reported" | "notReported" | "notApplicable" | "invalid";

/** A number as it is used, or the reason why there is none. */
export type Used = number | Exclude<IndicatorState, "reported">;

/** One indicator of one department. Numbers are null where they do not exist in this state. */
export interface IndicatorResult {
  readonly state: IndicatorState;
  /** Target in basis points: 5000 is 50 %. */
  readonly targetBp: number | null;
  /** What the rate is counted over: items due, claimed main items, or officers. Known wherever its cells can be used. */
  readonly due: number | null;
  /** ⌈target × due⌉. */
  readonly required: number | null;
  readonly done: number | null;
  /** How many are still needed to reach the target; never negative. */
  readonly gap: number | null;
  /** The rate as shown, in basis points; rounded down where rounding would show a missed target as reached. */
  readonly rateBp: number | null;
  /** Hundredths of a point (note 5). */
  readonly deduction: number | null;
  readonly met: boolean | null;
}

/** How a row is marked; the first that holds of both, coverage, officers, lists, missing. */
export type Highlight = "none" | "coverage" | "officers" | "both" | "lists" | "missing";

export interface DepartmentAssessment extends Readonly<Record<Indicator, IndicatorResult>> {
  /** Zero-based sheet row. */
  readonly row: number;
  readonly name: string;
  /** Main items claimed in the directory list (目录清单已认领的主项数); null where blank or unusable. */
  readonly claimed: number | null;
  /** Main items and officers as they are used. */
  readonly bases: Readonly<Record<Base, Used>>;
  /** Accounts beyond the number of officers, to be cleaned up or counted again; 0 where there are none too many. */
  readonly surplusAccounts: number;
  /** 测算扣分, hundredths of a point, over the indicators reported; null for a bad row or where nothing is reported. */
  readonly deduction: number | null;
  /** 1, 1, 3 by deduction ascending; null where the row is incomplete, bad, or no indicator applies. */
  readonly rank: number | null;
  /** All actuals that are needed are there and usable. */
  readonly complete: boolean;
  /** Something in the row cannot be used; it has neither total nor rank. */
  readonly bad: boolean;
  /** Why the row's name cannot be used, or null. */
  readonly identityFault: "nameMissing" | "departmentTwice" | null;
  /** Main items have been issued to a department whose coverage target is still — (note 4): the floor applies. */
  readonly atFloor: boolean;
  readonly highlight: Highlight;
  /** 情况说明: the same as the highlights, in words. */
  readonly remark: string;
}

/** The county as a whole. Bad rows are left out of the sums, and what does not apply out of the averages. */
export interface Totals {
  readonly departments: number;
  readonly complete: number;
  readonly bad: number;
  readonly belowCoverage: number;
  readonly missingOfficers: number;
  readonly listsIncomplete: number;
  /** Hundredths of a point. */
  readonly deduction: number;
  readonly deductionBy: Readonly<Record<Indicator, number>>;
  /** Over departments whose coverage is reported: Σ claimed, Σ required, Σ covered, Σ gap. */
  readonly coverage: {
    readonly due: number;
    readonly required: number;
    readonly done: number;
    readonly gap: number;
    readonly rateBp: number | null;
  };
  /** Officers not onboarded, Σ gap. */
  readonly officersGap: number;
}

/** How much a working day is still needed until the period ends; null where the title states no period. */
export interface Pace {
  /** ISO dates, both days included. */
  readonly start: string;
  readonly end: string;
  /** Working days left, today included until 18:00. */
  readonly workingDaysLeft: number;
  /** Covered main items needed a working day over the county, rounded up; null where no day is left. */
  readonly itemsPerDay: number | null;
}

export interface Assessment {
  readonly departments: readonly DepartmentAssessment[];
  readonly totals: Totals;
  readonly pace: Pace | null;
}
