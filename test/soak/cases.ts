import type { Effort } from "./round";

/** What the long run tries on most workbooks; a seed's random choices depend on it. */
export const LONG: Effort = { actions: 4, faults: 5, undoFaults: 1, deaths: 3 };

/** Seeds that once failed, and what was wrong. Those that are quick run with the other tests, all of them before each long run. */
export const CASES: readonly { readonly seed: number; readonly was: string; readonly quick: boolean }[] = [
  { seed: 104, was: "an undo that was stopped midway said that nothing was written", quick: true },
  { seed: 105, was: "an undo whose answer was lost could not be repeated", quick: false },
  { seed: 127, was: "a highlight without its formula was left behind", quick: true },
  { seed: 138, was: "a data bar without its ends was left behind", quick: false },
  { seed: 130, was: "what the details had given counted as typed, and undo after a failure refused", quick: false },
  { seed: 118, was: "the format of a row stopped between bold off and bold on", quick: false },
  { seed: 133, was: "an undo of clearing that was stopped midway left columns without looks, or headers", quick: true },
  { seed: 139, was: "the same, further on", quick: false },
  { seed: 1026, was: "a request that failed once let clearing forget how wide the title was", quick: false },
  { seed: 1052, was: "formulas showed #NAME? in the host although their name stood again", quick: false },
  {
    seed: 4072,
    was: "the host showed a figure beside a lost reference, on a notice made again (a fault of the host, no longer compared)",
    quick: false,
  },
  {
    seed: 1661,
    was: "a header of 打印版 that came back by undo was hidden by the merges of the one made after it",
    quick: false,
  },
];
