import { CASES, LONG } from "./cases";
import { playRound } from "./round";
import type { Figures } from "./round";

/** The quick part of `npm run test:soak`. */

const figures: Figures = { workbooks: 0, actions: 0, faults: 0 };

test.each([3])("random workbook %d: after every failure all is as before, or undo makes it so", async (seed) => {
  await playRound(seed, { actions: 1, faults: 2, undoFaults: 1, deaths: 2 }, figures);
});

test.each(CASES.filter(({ quick }) => quick))("no longer: $was (seed $seed)", async ({ seed }) => {
  await playRound(seed, { ...LONG, deaths: 0 }, figures);
});
