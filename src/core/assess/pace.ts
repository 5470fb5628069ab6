import { isWorkday } from "chinese-days";
import type { StatedPeriod } from "../table/period";
import type { Pace } from "./assessment";
import type { Rules } from "./rules";

/** After this hour today no longer counts as a day that is left. */
const END_OF_DAY = 18;
const DAY = 86_400_000;

/** Working days left of the task period and the items needed on each; null where nothing says the period. `gap` is the county's coverage gap. */
export function pace(stated: StatedPeriod | null, gap: number, rules: Rules, now: Date): Pace | null {
  const period = taskPeriod(stated, rules, now);
  if (!period) return null;
  const { start, end } = period;
  const today = utcDay(now.getFullYear(), now.getMonth() + 1, now.getDate());
  const from = Math.max(start, today + (now.getHours() >= END_OF_DAY ? DAY : 0));
  let workingDaysLeft = 0;
  for (let day = from; day <= end; day += DAY) if (worked(iso(day), rules)) workingDaysLeft++;
  return {
    start: iso(start),
    end: iso(end),
    workingDaysLeft,
    itemsPerDay: workingDaysLeft > 0 ? Math.ceil(gap / workingDaysLeft) : null,
  };
}

/** The task period's first and last day as UTC midnights: as the rules say, else as the title states it; null where neither does. */
export function taskPeriod(
  stated: StatedPeriod | null,
  { period, year }: Pick<Rules, "period" | "year">,
  now: Date,
): { start: number; end: number } | null {
  if (period) return { start: Date.parse(period.start), end: Date.parse(period.end) };
  return stated && datedPeriod(stated, year, now);
}

/** Where no year is stated, the one in which today lies nearest. */
function datedPeriod(
  { start, end }: StatedPeriod,
  chosenYear: number | null,
  now: Date,
): { start: number; end: number } {
  const inYear = (year: number) => {
    const wraps = start.month > end.month || (start.month === end.month && start.day > end.day);
    return {
      start: utcDay(year, start.month, start.day),
      end: utcDay(end.year ?? (wraps ? year + 1 : year), end.month, end.day),
    };
  };
  if (start.year === null && end.year !== null) {
    const period = inYear(end.year);
    return period.start <= period.end ? period : inYear(end.year - 1);
  }
  const stated = start.year ?? chosenYear;
  if (stated !== null) return inYear(stated);
  const today = utcDay(now.getFullYear(), now.getMonth() + 1, now.getDate());
  const distance = (period: { start: number; end: number }) => Math.max(period.start - today, today - period.end, 0);
  return [-1, 0, 1]
    .map((offset) => inYear(now.getFullYear() + offset))
    .reduce((best, period) => (distance(period) < distance(best) ? period : best));
}

function utcDay(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day);
}

function iso(day: number): string {
  return new Date(day).toISOString().slice(0, 10);
}

function worked(day: string, rules: Rules): boolean {
  if (rules.extraHolidays.includes(day)) return false;
  return rules.extraWorkdays.includes(day) || isWorkday(day);
}
