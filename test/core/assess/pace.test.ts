import { isWorkday } from "chinese-days";
import { CALENDAR_YEARS } from "../../../src/core/assess/calendarYears";
import { pace } from "../../../src/core/assess/pace";
import { DEFAULT_RULES, readRules } from "../../../src/core/assess/rules";
import { statedPeriod } from "../../../src/core/table/period";

const period = statedPeriod("8月19日至9月15日")!;
const at = (text: string) => new Date(text);

// 2025: 19 August is a Tuesday, 15 September a Monday; no public holiday lies between.
test.each([
  ["2025-08-19T09:00:00", 20, 24],
  ["2025-08-01T09:00:00", 20, 24],
  ["2025-09-12T17:59:00", 2, 239],
  ["2025-09-12T18:00:00", 1, 478],
  ["2025-09-13T09:00:00", 1, 478],
  ["2025-09-15T18:00:00", 0, null],
  ["2025-10-01T09:00:00", 0, null],
])("at %s %i working days are left", (now, workingDaysLeft, itemsPerDay) => {
  expect(pace(period, 478, DEFAULT_RULES, at(now))).toEqual({
    start: "2025-08-19",
    end: "2025-09-15",
    workingDaysLeft,
    itemsPerDay,
  });
});

test("make-up days are worked and holidays are free", () => {
  // National Day 2025: free from 1 to 8 October; 28 September and 11 October are worked.
  const over = statedPeriod("9月28日至10月12日")!;
  expect(pace(over, 0, DEFAULT_RULES, at("2025-09-27T09:00:00"))!.workingDaysLeft).toBe(6);
  const edited = { ...DEFAULT_RULES, extraHolidays: ["2025-09-29"], extraWorkdays: ["2025-10-12", "2025-10-04"] };
  expect(pace(over, 0, edited, at("2025-09-27T09:00:00"))!.workingDaysLeft).toBe(7);
});

test("the year is stated, chosen, or the one in which today lies nearest", () => {
  const year = (title: string, now: string, chosen: number | null = null) =>
    pace(statedPeriod(title)!, 0, { ...DEFAULT_RULES, year: chosen }, at(now))!.start.slice(0, 4);
  expect(year("8月19日至9月15日", "2026-01-10T09:00:00")).toBe("2025");
  expect(year("8月19日至9月15日", "2026-04-10T09:00:00")).toBe("2026");
  expect(year("8月19日至9月15日", "2026-01-10T09:00:00", 2026)).toBe("2026");
  expect(year("2024年8月19日至9月15日", "2026-01-10T09:00:00", 2026)).toBe("2024");
  expect(pace(statedPeriod("12月20日至2026年1月15日")!, 0, DEFAULT_RULES, at("2026-01-05T09:00:00"))).toMatchObject({
    start: "2025-12-20",
    end: "2026-01-15",
  });
  expect(pace(statedPeriod("12月20日至1月10日")!, 0, DEFAULT_RULES, at("2026-01-05T09:00:00"))).toMatchObject({
    start: "2025-12-20",
    end: "2026-01-10",
  });
});

test("a period of the rules comes before the title's, and needs none", () => {
  // 25 to 29 August 2025 are Monday to Friday.
  const rules = { ...DEFAULT_RULES, year: 2024, period: { start: "2025-08-25", end: "2025-08-31" } };
  for (const stated of [period, null])
    expect(pace(stated, 7, rules, at("2025-08-01T09:00:00"))).toEqual({
      start: "2025-08-25",
      end: "2025-08-31",
      workingDaysLeft: 5,
      itemsPerDay: 2,
    });
  expect(pace(null, 7, DEFAULT_RULES, at("2025-08-01T09:00:00"))).toBeNull();
});

test.each([
  [{ start: "2025-09-15", end: "2025-08-19" }],
  [{ start: "2025-02-29", end: "2025-03-01" }],
  [{ start: "2025-9-1", end: "2025-09-15" }],
  [{ start: "1999-12-31", end: "2025-09-15" }],
  [{ start: "2025-09-01" }],
  ["2025-09-01"],
])("%j is no period", (stored) =>
  expect(readRules({ period: stored })).toEqual({ rules: DEFAULT_RULES, damaged: ["period"] }),
);

test("a period of one day, and none, can be read", () => {
  expect(readRules({ period: { start: "2024-02-29", end: "2024-02-29" } }).damaged).toEqual([]);
  expect(readRules({ period: null }).damaged).toEqual([]);
});

test("the years whose holidays are built in are those of the calendar", () => {
  // Of 1, 2 and 3 October, all free, one at least is no Saturday or Sunday.
  const known = (year: number) => ["01", "02", "03"].every((day) => !isWorkday(`${year}-10-${day}`));
  const years = Array.from({ length: 60 }, (_, index) => 1990 + index).filter(known);
  expect([years[0], years.at(-1), years.length]).toEqual([
    CALENDAR_YEARS.first,
    CALENDAR_YEARS.last,
    CALENDAR_YEARS.last - CALENDAR_YEARS.first + 1,
  ]);
});
