import { assess } from "../../../src/core/assess/assess";
import { DEFAULT_RULES } from "../../../src/core/assess/rules";
import { tiers } from "../../../src/core/assess/tiers";
import { recognise } from "../../../src/core/table/recognise";
import { percent, sourceSheet, tableSheet, full } from "../sheet";
import type { CellInput } from "../sheet";
import { NEAR_END } from "../../moment";

const tiersOf = (grid: ReturnType<typeof tableSheet>) =>
  tiers(assess(recognise(grid)!.table!, DEFAULT_RULES, NEAR_END).assessment.departments);

/** The source's table with as many main items covered as each row requires (RULES.md, rows 1–29), and its columns of actuals filled in. */
function metSource() {
  const required = [2, 93, 5, 6, 2, 25, 23, 13, 16, 10, 3, 3, 97, 6, 9, 76, 3, 6, 18, 4, 1, 4, 22, 2, 7, 2, 3, 2, 15];
  const grid = sourceSheet();
  const rows = grid.values
    .slice(4, 39)
    .map(([, name, claimed, ...targets], index): CellInput[] => [
      name as string,
      claimed as number,
      ...targets.slice(0, 4).map((target) => (typeof target === "number" ? percent(target) : (target as string))),
      "",
      claimed as number,
      claimed as number,
      required[index] ?? "",
      1,
      1,
    ]);
  return tableSheet(rows);
}

test("the source's table by tier: departments, main items and what is required", () => {
  expect(tiersOf(metSource())).toEqual([
    {
      targetBp: 3500,
      departments: 23,
      reported: 23,
      met: 23,
      due: 377,
      required: 142,
      done: 142,
      gap: 0,
      rateBp: 3767,
    },
    { targetBp: 4000, departments: 3, reported: 3, met: 3, due: 171, required: 70, done: 70, gap: 0, rateBp: 4094 },
    { targetBp: 5000, departments: 3, reported: 3, met: 3, due: 531, required: 266, done: 266, gap: 0, rateBp: 5009 },
  ]);
});

test("what is not reported counts as a department only; bad rows and those without main items not at all", () => {
  const grid = tableSheet([
    ["甲局", 20, full, full, percent(0.35), full, "", 20, 20, 6, 1, 1],
    ["乙局", 10, full, full, percent(0.35), full, "", 10, 10, "", 1, 1],
    ["丙局", 10, full, full, percent(0.35), full, "", 10, 10, 5, 1, 2],
    ["丁局", 0, "—", "—", "—", full, "", "", "", "", 1, 1],
    ["戊局", "", full, full, percent(0.35), full, "", "", "", "", 1, 1],
    ["己局", 4, full, full, "—", full, "", 4, 4, 2, 1, 1],
  ]);
  // 甲局: ⌈20×35%⌉ = 7, short by 1. 丙局 has more onboarded than officers. 己局 has items though its target is —: the floor of 35 %, ⌈4×35%⌉ = 2.
  expect(tiersOf(grid)).toEqual([
    { targetBp: 3500, departments: 3, reported: 2, met: 1, due: 24, required: 9, done: 8, gap: 1, rateBp: 3333 },
  ]);
});

test("a tier that falls short is never shown at its target", () => {
  const rows = [9_999, 10_001].map((covered, index): CellInput[] => [
    `示例${index + 1}局`,
    20_001,
    full,
    full,
    percent(0.5),
    full,
    "",
    20_001,
    20_001,
    covered,
    1,
    1,
  ]);
  // 20 000 of 40 002 is 49.9975 %, which would round to 50.00 %; each needs 10 001, so that 2 are missing.
  expect(tiersOf(tableSheet(rows))).toMatchObject([{ done: 20_000, gap: 2, rateBp: 4999 }]);
});
