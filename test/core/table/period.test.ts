import { statedPeriod } from "../../../src/core/table/period";

const day = (month: number, date: number, year: number | null = null) => ({ year, month, day: date });

test.each([
  ["8月19日至9月15日威远县“互联网+监管”指标推进任务表", day(8, 19), day(9, 15)],
  ["2025年8月19日至9月15日", day(8, 19, 2025), day(9, 15)],
  ["２０２５年１２月２０日—２０２６年１月１０日", day(12, 20, 2025), day(1, 10, 2026)],
  ["8月19日-31日", day(8, 19), day(8, 31)],
  ["8 月 19 日 到 9 月 15 日", day(8, 19), day(9, 15)],
])("%s", (title, start, end) => expect(statedPeriod(title)).toEqual({ start, end }));

test.each(["指标推进任务表", "13月1日至14月2日", "8月份", "9月15日前"])("%s states none", (title) =>
  expect(statedPeriod(title)).toBeNull(),
);
