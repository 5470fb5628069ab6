import { cellAddress } from "../../cells/address";
import type { Area } from "../../cells/address";

/** Columns of the summary as printed, zero-based; those of 部门排名 give the grid for all blocks. */
export const COLUMNS = {
  rank: 0,
  department: 1,
  due: 2,
  required: 3,
  done: 4,
  target: 5,
  rate: 6,
  gap: 7,
  directoryGap: 8,
  implementationGap: 9,
  officers: 10,
  officersGap: 11,
  deduction: 12,
} as const;
export type RankingColumn = keyof typeof COLUMNS;
export const LAST_COLUMN = COLUMNS.deduction;
/** Beside the page: what charts and text are made from. */
export const HELPERS = {
  department: 14,
  rate: 15,
  target: 16,
  behind: 17,
  officers: 18,
  lists: 19,
  unfilled: 20,
  onboarded: 21,
} as const;
export type HelperColumn = keyof typeof HELPERS;

/** A figure of 全县情况 stands in one of three pairs of label and value; [first, last] column of each. */
export const COUNTY_PAIRS = [
  { label: [0, 1], value: [2, 3] },
  { label: [4, 6], value: [7, 8] },
  { label: [9, 11], value: [12, 12] },
] as const;
/** [first, last] column of each cell of the smaller tables. */
export const TIER_SPANS = [
  [0, 1],
  [2, 2],
  [3, 3],
  [4, 4],
  [5, 5],
  [6, 6],
  [7, 7],
  [8, 8],
  [9, 9],
  [10, 12],
] as const;
export const INDICATOR_SPANS = [
  [0, 1],
  [2, 3],
  [4, 4],
  [5, 5],
] as const;
export const TREND_SPANS = [
  [0, 1],
  [2, 4],
  [5, 7],
  [8, 10],
  [11, 12],
] as const;

/** Where the time of the figures stands, zero-based row and column. */
export const AS_OF = [1, 7] as const;

const COUNTY_ROWS = 5;
const CHART_ROWS = 12;

/** Zero-based rows. A heading stands in the row named; what belongs to it begins in the next. */
export interface SummaryRows {
  readonly county: number;
  readonly countyNote: number;
  readonly tiers: number;
  /** The rows of the tiers, then the one of departments to which none applies, then the total. */
  readonly tierFirst: number;
  readonly tierLast: number;
  readonly tierTotal: number;
  readonly indicators: number;
  readonly indicatorFirst: number;
  readonly indicatorTotal: number;
  /** Null where no department's coverage is reported. */
  readonly chart: { readonly first: number; readonly last: number } | null;
  readonly ranking: number;
  readonly first: number;
  readonly last: number;
  readonly rankingNote: number;
  readonly trend: number | null;
  readonly bulletin: number;
  readonly textFirst: number;
}

/** Where each block stands, one under the other with a row between. */
export function summaryRows(counts: {
  readonly departments: number;
  readonly tiers: number;
  readonly comparisons: number;
  readonly chart: boolean;
}): SummaryRows {
  const county = 2;
  const countyNote = county + COUNTY_ROWS + 1;
  const tiers = countyNote + 1;
  const tierFirst = tiers + 2;
  const tierTotal = tierFirst + counts.tiers + 1;
  const indicators = tierTotal + 1;
  const indicatorFirst = indicators + 2;
  const indicatorTotal = indicatorFirst + 4;
  const afterTables = indicatorTotal + 1;
  const chart = counts.chart ? { first: afterTables + 1, last: afterTables + CHART_ROWS } : null;
  const ranking = (chart?.last ?? afterTables - 1) + 1;
  const first = ranking + 3;
  const last = first + counts.departments - 1;
  const rankingNote = last + 1;
  const trend = counts.comparisons > 0 ? rankingNote + 1 : null;
  const bulletin = trend === null ? rankingNote + 1 : trend + 3 + counts.comparisons * 2;
  return {
    county,
    countyNote,
    tiers,
    tierFirst,
    tierLast: tierFirst + counts.tiers - 1,
    tierTotal,
    indicators,
    indicatorFirst,
    indicatorTotal,
    chart,
    ranking,
    first,
    last,
    rankingNote,
    trend,
    bulletin,
    textFirst: bulletin + 2,
  };
}

/** A column of 部门排名 or beside it, over all departments: C30:C64. */
export function spanOf({ first, last }: SummaryRows, column: number): string {
  return `${cellAddress(first, column)}:${cellAddress(last, column)}`;
}

export function block(firstRow: number, firstColumn: number, lastRow: number, lastColumn: number): Area {
  return { firstRow, firstColumn, lastRow, lastColumn };
}
