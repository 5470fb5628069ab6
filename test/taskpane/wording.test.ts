import { daysWords, dayWords, momentWords } from "../../src/core/wording/days";
import { count, points, rate, reason, SUMMARY, target } from "../../src/core/wording/pane";
import { DEPARTMENTS } from "./results";

test.each([
  [0, "0"],
  [10, "0.1"],
  [5, "0.05"],
  [160, "1.6"],
  [300, "3"],
  [4780, "47.8"],
  [1234567, "12,345.67"],
])("%i hundredths are %s points", (hundredths, text) => expect(points(hundredths)).toBe(text));

test.each([
  [4973, "49.73%"],
  [5, "0.05%"],
  [10000, "100.00%"],
])("%i basis points are a rate of %s", (bp, text) => expect(rate(bp)).toBe(text));

test.each([
  [5000, "50%"],
  [3500, "35%"],
  [10000, "100%"],
  [3750, "37.5%"],
  [3705, "37.05%"],
  [0, "0%"],
])("%i basis points are a target of %s", (bp, text) => expect(target(bp)).toBe(text));

test.each([
  [0, "0"],
  [999, "999"],
  [1079, "1,079"],
  [1000000, "1,000,000"],
])("%i is written %s", (n, text) => expect(count(n)).toBe(text));

test("reasons say what is missing, out of what", () => {
  const transport = DEPARTMENTS[1]!;
  expect(reason("directory", transport.directory)).toBe("目录清单差 5 项（180/185）");
  expect(reason("coverage", transport.coverage)).toBe("覆盖率 49.72%，差 1 项达 50%");
  expect(reason("officers", transport.officers)).toBe("2 人未入驻（38/40）");
});

test("the pace names the last day, and a number a day only where one is needed", () => {
  const pace = { start: "2026-08-19", end: "2026-09-15", workingDaysLeft: 2, itemsPerDay: 2 };
  expect(SUMMARY.pace(pace, new Date(2026, 8, 11))).toBe("至9月15日剩余工作日 2 天，平均每日需 2 项");
  expect(SUMMARY.pace({ ...pace, itemsPerDay: 0 }, new Date(2026, 8, 11))).toBe("至9月15日剩余工作日 2 天");
  expect(SUMMARY.pace({ ...pace, workingDaysLeft: 0, itemsPerDay: null }, new Date(2026, 8, 11))).toBe(
    "至9月15日已无剩余工作日",
  );
  // A period over New Year, and one of last year that nobody has set anew.
  expect(SUMMARY.pace({ ...pace, end: "2027-01-15", itemsPerDay: 0 }, new Date(2026, 11, 30))).toBe(
    "至2027年1月15日剩余工作日 2 天",
  );
  expect(SUMMARY.pace({ ...pace, workingDaysLeft: 0, itemsPerDay: null }, new Date(2027, 0, 4))).toBe(
    "至2026年9月15日已无剩余工作日",
  );
});

test("a day of another year is named with its year, and one of two years is never left to be guessed", () => {
  const now = new Date(2027, 0, 4, 8, 5);
  expect(dayWords("2027-01-03", now)).toBe("1月3日");
  expect(dayWords("2026-12-31", now)).toBe("2026年12月31日");
  expect(daysWords("2027-01-02", "2027-01-03", now)).toEqual(["1月2日", "1月3日"]);
  expect(daysWords("2026-09-01", "2026-12-31", now)).toEqual(["2026年9月1日", "12月31日"]);
  expect(daysWords("2026-03-01", "2027-01-03", now)).toEqual(["2026年3月1日", "2027年1月3日"]);
  expect(momentWords(now, now)).toBe("1月4日 8:05");
  expect(momentWords(new Date(2026, 11, 31, 23, 59), now)).toBe("2026年12月31日 23:59");
});
