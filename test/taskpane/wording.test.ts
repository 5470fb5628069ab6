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
  expect(SUMMARY.pace(pace)).toBe("至9月15日剩余工作日 2 天，平均每日需 2 项");
  expect(SUMMARY.pace({ ...pace, itemsPerDay: 0 })).toBe("至9月15日剩余工作日 2 天");
  expect(SUMMARY.pace({ ...pace, workingDaysLeft: 0, itemsPerDay: null })).toBe("至9月15日已无剩余工作日");
});
