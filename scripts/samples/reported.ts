/** Invented actuals of one department, in the order of the columns of 填报数据; null is a cell left blank. */
export interface Reported {
  /** 目录清单应认领数: blank means as many as claimed. */
  readonly due: number | null;
  readonly directory: number | null;
  readonly implementation: number | null;
  readonly covered: number | null;
  readonly officers: number | null;
  readonly onboarded: number | null;
  /** Main items claimed, where they differ from the source: items issued since. */
  readonly claimed?: number;
  /** What the row is there to show, and the gaps it is meant to have: items of either list, main items to cover, officers to onboard. */
  readonly shows: string;
  readonly gaps: { directory: number; implementation: number; coverage: number; officers: number };
}

const NO_GAPS = { directory: 0, implementation: 0, coverage: 0, officers: 0 };
const BLANK = { due: null, directory: null, implementation: null, covered: null, officers: null, onboarded: null };

/** A row whose lists are complete, unless `more` says otherwise. */
const row = (
  items: number,
  covered: number,
  officers: number,
  onboarded: number,
  shows: string,
  gaps: Partial<Reported["gaps"]> = {},
  more: Partial<Reported> = {},
): Reported => ({
  due: null,
  directory: items,
  implementation: items,
  covered,
  officers,
  onboarded,
  shows,
  gaps: { ...NO_GAPS, ...gaps },
  ...more,
});
/** A department without main items: officers only. */
const officersOnly = (officers: number, onboarded: number, shows: string, missing = 0): Reported => ({
  ...BLANK,
  officers,
  onboarded,
  shows,
  gaps: { ...NO_GAPS, officers: missing },
});
const notReported: Reported = { ...BLANK, shows: "not reported", gaps: NO_GAPS };

/** One entry a department of the source table, in its order. */
export const REPORTED: readonly Reported[] = [
  row(5, 2, 18, 18, "coverage met exactly"),
  row(185, 92, 46, 46, "one main item short of 50 %", { coverage: 1 }),
  row(13, 7, 15, 15, "above target"),
  row(16, 6, 4, 4, "coverage met exactly"),
  row(5, 2, 0, 0, "no officers: that indicator does not apply"),
  row(61, 27, 33, 33, "more items due than claimed", { directory: 3 }, { due: 64 }),
  row(57, 23, 120, 117, "three officers missing", { officers: 3 }),
  row(36, 11, 28, 26, "coverage short and officers missing", { coverage: 2, officers: 2 }),
  row(45, 16, 31, 31, "directory list incomplete", { directory: 2 }, { directory: 43 }),
  row(27, 10, 9, 9, "implementation list incomplete", { implementation: 3 }, { implementation: 24 }),
  row(8, 3, 11, 11, "coverage met exactly"),
  row(6, 4, 5, 4, "one officer missing", { officers: 1 }),
  row(194, 97, 86, 86, "exactly half of an even number"),
  row(15, 8, 14, 14, "above target"),
  row(23, 9, 7, 7, "coverage met exactly"),
  row(152, 76, 20, 20, "exactly half"),
  row(8, 3, 6, 6, "coverage met exactly"),
  row(17, 6, 8, 8, "coverage met exactly"),
  row(
    49,
    17,
    22,
    21,
    "coverage short, officer missing, list incomplete",
    { implementation: 2, coverage: 1, officers: 1 },
    { implementation: 47 },
  ),
  row(10, 5, 6, 6, "above target"),
  notReported,
  row(11, 5, 64, 64, "above target"),
  row(53, 22, 37, 37, "40 % met exactly"),
  row(5, 3, 6, 6, "above target"),
  row(20, 7, 16, 16, "7 of 20 is 35 % exactly"),
  row(4, 4, 12, 12, "all covered"),
  row(7, 0, 3, 3, "nothing covered yet", { coverage: 3 }),
  notReported,
  row(
    41,
    15,
    5,
    5,
    "both lists incomplete",
    { directory: 1, implementation: 2 },
    { directory: 40, implementation: 39 },
  ),
  officersOnly(8, 6, "no main items, officers missing", 2),
  officersOnly(2, 2, "no main items, all onboarded"),
  officersOnly(24, 24, "no main items, all onboarded"),
  row(
    3,
    1,
    2,
    2,
    "items issued since: 35 % of 3 applies",
    { implementation: 1, coverage: 1 },
    { claimed: 3, implementation: 2 },
  ),
  officersOnly(0, 0, "no main items and no officers: nothing applies"),
  officersOnly(5, 5, "no main items, all onboarded"),
];
