import { pace } from "../../../src/core/assess/pace";
import { DEFAULT_RULES } from "../../../src/core/assess/rules";
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
  expect(pace(period, 478, DEFAULT_RULES, at(now))).toEqual({ start: "2025-08-19", end: "2025-09-15", workingDaysLeft, itemsPerDay });
});

test("make-up days are worked and holidays are free", () => {
  // National Day 2025: free from 1 to 8 October; 28 September and 11 October are worked.
  const over = statedPeriod("9月28日至10月12日")!;
  expect(pace(over, 0, DEFAULT_RULES, at("2025-09-27T09:00:00")).workingDaysLeft).toBe(6);
  const edited = { ...DEFAULT_RULES, extraHolidays: ["2025-09-29"], extraWorkdays: ["2025-10-12", "2025-10-04"] };
  expect(pace(over, 0, edited, at("2025-09-27T09:00:00")).workingDaysLeft).toBe(7);
});

test("the year is stated, chosen, or the one in which today lies nearest", () => {
  const year = (title: string, now: string, chosen: number | null = null) => pace(statedPeriod(title)!, 0, { ...DEFAULT_RULES, year: chosen }, at(now)).start.slice(0, 4);
  expect(year("8月19日至9月15日", "2026-01-10T09:00:00")).toBe("2025");
  expect(year("8月19日至9月15日", "2026-04-10T09:00:00")).toBe("2026");
  expect(year("8月19日至9月15日", "2026-01-10T09:00:00", 2026)).toBe("2026");
  expect(year("2024年8月19日至9月15日", "2026-01-10T09:00:00", 2026)).toBe("2024");
  expect(pace(statedPeriod("12月20日至2026年1月15日")!, 0, DEFAULT_RULES, at("2026-01-05T09:00:00"))).toMatchObject({ start: "2025-12-20", end: "2026-01-15" });
  expect(pace(statedPeriod("12月20日至1月10日")!, 0, DEFAULT_RULES, at("2026-01-05T09:00:00"))).toMatchObject({ start: "2025-12-20", end: "2026-01-10" });
});
