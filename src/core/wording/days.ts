/** The year in front of a day, "" where it is the one that goes without saying. */
const yearOf = (year: number, thisYear: number): string => (year === thisYear ? "" : `${year}年`);
const isoYear = (iso: string): number => Number(iso.slice(0, 4));
const monthAndDay = (iso: string): string => `${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日`;

/** An ISO day as a person reads it, 2025-09-01 as 9月1日; with its year where that is not `now`'s. */
export function dayWords(iso: string, now: Date): string {
  return yearOf(isoYear(iso), now.getFullYear()) + monthAndDay(iso);
}

/**
 * The first and the last of several ISO days, as `dayWords`. Of days of two years both are named: a year that was said first
 * would be taken for the second day's too. One of another year than `now`'s is said once, where both share it.
 */
export function daysWords(first: string, last: string, now: Date): readonly [string, string] {
  if (isoYear(first) === isoYear(last)) return [dayWords(first, now), monthAndDay(last)];
  return [first, last].map((iso) => `${isoYear(iso)}年${monthAndDay(iso)}`) as [string, string];
}

/** A moment in the machine's own time, 9月11日 9:05; with its year where that is not `now`'s. */
export function momentWords(at: Date, now: Date): string {
  return `${yearOf(at.getFullYear(), now.getFullYear())}${at.getMonth() + 1}月${at.getDate()}日 ${at.getHours()}:${String(at.getMinutes()).padStart(2, "0")}`;
}
