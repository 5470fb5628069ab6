import { plainText } from "../cells/classify";

/** A task period as a title states it; months and days from 1. The year is null where it is not stated. */
export interface StatedPeriod {
  readonly start: { readonly year: number | null; readonly month: number; readonly day: number };
  readonly end: { readonly year: number | null; readonly month: number; readonly day: number };
}

const PERIOD =
  /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日?\s*(?:至|到|[-—–~～―─]+)\s*(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日/;

/** Reads “8月19日至9月15日” (both days included) from a title; null where there is none or the days do not exist. */
export function statedPeriod(title: string): StatedPeriod | null {
  const match = PERIOD.exec(plainText(title).replace(/\s+/g, ""));
  if (!match) return null;
  const [, startYear, startMonth, startDay, endYear, endMonth, endDay] = match;
  const start = { year: startYear ? Number(startYear) : null, month: Number(startMonth), day: Number(startDay) };
  const end = { year: endYear ? Number(endYear) : null, month: Number(endMonth ?? startMonth), day: Number(endDay) };
  return [start, end].every(({ month, day }) => month >= 1 && month <= 12 && day >= 1 && day <= 31)
    ? { start, end }
    : null;
}
