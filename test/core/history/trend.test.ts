import fc from "fast-check";
import { departmentTrend, trendOf } from "../../../src/core/history/trend";
import type { HistoryRow } from "../../../src/core/history/trend";

const row = (day: string, name: string, more: Partial<HistoryRow> = {}): HistoryRow => ({
  day,
  name,
  claimed: 20,
  directoryDone: 20,
  implementationDone: 20,
  required: 7,
  covered: 5,
  officers: 4,
  onboarded: 3,
  deduction: 70,
  ...more,
});

test("the county's day is the sum over what was reported; what is above the need makes up for nothing", () => {
  const { days } = trendOf([
    // ⌈20 × 35 %⌉ = 7: two short, one person: 0.2 + 0.5
    row("2025-09-10", "甲局"),
    // Three above its need.
    row("2025-09-10", "乙局", { claimed: 10, required: 4, covered: 7, officers: 6, onboarded: 6, deduction: 0 }),
    // Only its officers are reported: no item of it counts.
    row("2025-09-10", "丙局", { claimed: 9, covered: null, officers: 3, onboarded: 1, deduction: 100 }),
    // No main items (note 4).
    row("2025-09-10", "丁局", {
      claimed: 0,
      directoryDone: null,
      implementationDone: null,
      required: null,
      covered: null,
      officers: 2,
      onboarded: 2,
      deduction: 0,
    }),
    // Nothing reported, or in error: left out of the county's totals.
    row("2025-09-10", "戊局", { covered: 1, officers: 9, onboarded: 0, deduction: null }),
  ]);
  expect(days).toEqual([
    { day: "2025-09-10", departments: 4, due: 30, covered: 12, coverageGap: 2, officersGap: 3, deduction: 170 },
  ]);
});

test.each([
  // days recorded; the last one before; at least seven days before; the first
  [[], undefined, undefined, undefined],
  [["2025-09-11"], undefined, undefined, undefined],
  [["2025-09-10", "2025-09-11"], "2025-09-10", undefined, "2025-09-10"],
  [["2025-09-04", "2025-09-11"], "2025-09-04", "2025-09-04", "2025-09-04"],
  [["2025-09-11", "2025-08-20", "2025-09-05", "2025-09-03", "2025-09-08"], "2025-09-08", "2025-09-03", "2025-08-20"],
  // Over the end of a month and a year.
  [["2025-12-25", "2025-12-26", "2026-01-01"], "2025-12-26", "2025-12-25", "2025-12-25"],
])("days to compare with among %j", (days, yesterday, lastWeek, start) => {
  const trend = trendOf(days.map((day) => row(day, "甲局")));
  expect([trend.yesterday?.day, trend.lastWeek?.day, trend.start?.day]).toEqual([yesterday, lastWeek, start]);
  expect(trend.days.map(({ day }) => day)).toEqual([...days].sort());
});

test("a department's days in order, blank where it had reported nothing", () => {
  const rows = [
    row("2025-09-11", "甲局", { covered: 8, onboarded: null, deduction: 0 }),
    row("2025-09-11", "乙局"),
    row("2025-09-09", "甲局"),
    row("2025-09-10", "甲局", { covered: null, deduction: null }),
  ];
  const days = [
    { day: "2025-09-09", coverageGap: 2, officersGap: 1, deduction: 70 },
    { day: "2025-09-10", coverageGap: null, officersGap: 1, deduction: null },
    { day: "2025-09-11", coverageGap: 0, officersGap: null, deduction: 0 },
  ];
  expect(departmentTrend(rows, "甲局")).toEqual(days);
  expect(trendOf(rows).byDepartment).toEqual({
    甲局: days,
    乙局: [{ day: "2025-09-11", coverageGap: 2, officersGap: 1, deduction: 70 }],
  });
});

test("the order of the rows does not matter", () => {
  const rows = ["2025-09-01", "2025-09-04", "2025-09-11"].flatMap((day, index) =>
    ["甲局", "乙局"].map((name) => row(day, name, { covered: index })),
  );
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) =>
      expect(trendOf(shuffled)).toEqual(trendOf(rows)),
    ),
  );
});
