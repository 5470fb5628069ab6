import type { Problem } from "../problems/problem";
import type { DepartmentRecord } from "./record";

/** A row of 推进记录: one department on one day. */
export interface HistoryRow extends DepartmentRecord {
  /** ISO day. */
  readonly day: string;
}

/** The county on one day of 推进记录. Sums over the departments recorded on that day. */
export interface TrendDay {
  /** ISO day. */
  readonly day: string;
  /** Departments that had reported anything; only these are summed, as in the county's totals. */
  readonly departments: number;
  /** Σ claimed, Σ covered, Σ of what is still missing to each department's own target; only of departments whose coverage is reported. */
  readonly due: number;
  readonly covered: number;
  readonly coverageGap: number;
  /** Persons not onboarded. */
  readonly officersGap: number;
  /** Hundredths of a point. */
  readonly deduction: number;
}

/** One department on one day; null where nothing was reported or nothing applied. */
export interface DepartmentDay {
  /** ISO day. */
  readonly day: string;
  readonly coverageGap: number | null;
  readonly officersGap: number | null;
  /** Hundredths of a point. */
  readonly deduction: number | null;
}

/** 推进记录 as the pane and the summary show it. */
export interface Trend {
  /** By day, oldest first. */
  readonly days: readonly TrendDay[];
  /**
   * Days to compare the last one with: the last one recorded before it, the latest at least seven days before it, the first.
   * Null where there is none but the last day itself.
   */
  readonly yesterday: TrendDay | null;
  readonly lastWeek: TrendDay | null;
  readonly start: TrendDay | null;
  /** By name: each department's days, oldest first. */
  readonly byDepartment?: Readonly<Record<string, readonly DepartmentDay[]>>;
  /** Rows that could not be read and are left out, or why none could be. */
  readonly problems?: readonly Problem[];
}

const DAY = 86_400_000;
const WEEK = 7;

/** Rows in any order; a day and department at most once. */
export function trendOf(rows: readonly HistoryRow[], problems: readonly Problem[] = []): Trend {
  const days = [...grouped(rows, ({ day }) => day)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, held]) => dayOf(day, held));
  const last = days.at(-1);
  const earlier = days.slice(0, -1);
  return {
    days,
    yesterday: earlier.at(-1) ?? null,
    lastWeek: earlier.filter(({ day }) => Date.parse(last!.day) - Date.parse(day) >= WEEK * DAY).at(-1) ?? null,
    start: earlier[0] ?? null,
    byDepartment: Object.fromEntries(
      [...grouped(rows, ({ name }) => name)].map(([name, held]) => [name, departmentTrend(held, name)]),
    ),
    problems,
  };
}

/** A department's days, oldest first. */
export function departmentTrend(rows: readonly HistoryRow[], name: string): DepartmentDay[] {
  return rows
    .filter((row) => row.name === name)
    .map((row) => ({
      day: row.day,
      coverageGap: coverageGap(row),
      officersGap: officersGap(row),
      deduction: row.deduction,
    }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

function dayOf(day: string, rows: readonly HistoryRow[]): TrendDay {
  // Nothing reported, or a row in error: the county's totals leave it out too.
  const judged = rows.filter(({ deduction }) => deduction !== null);
  const reported = judged.filter((row) => coverageGap(row) !== null);
  const sum = (of: readonly HistoryRow[], number: (row: HistoryRow) => number | null) =>
    of.reduce((total, row) => total + (number(row) ?? 0), 0);
  return {
    day,
    departments: judged.length,
    due: sum(reported, ({ claimed }) => claimed),
    covered: sum(reported, ({ covered }) => covered),
    coverageGap: sum(reported, coverageGap),
    officersGap: sum(judged, officersGap),
    deduction: sum(judged, ({ deduction }) => deduction),
  };
}

function coverageGap({ required, covered }: HistoryRow): number | null {
  return required === null || covered === null ? null : Math.max(0, required - covered);
}

function officersGap({ officers, onboarded }: HistoryRow): number | null {
  return officers === null || onboarded === null ? null : Math.max(0, officers - onboarded);
}

function grouped(rows: readonly HistoryRow[], key: (row: HistoryRow) => string): Map<string, HistoryRow[]> {
  const groups = new Map<string, HistoryRow[]>();
  for (const row of rows) {
    const held = groups.get(key(row));
    if (held) held.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
