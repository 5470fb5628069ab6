import type { Area } from "../../cells/address";
import type { CellGrid, RawValue } from "../../cells/grid";
import type { Step } from "../../plan/sheetPlan";
import { SUMMARY_HEADINGS } from "../../wording/summary";
import { shownAt } from "../print/printCells";
import { COLUMNS, HELPERS, summaryRows } from "./layout";
import type { SummaryRows } from "./layout";
import { summaryLooks } from "./looks";

const BASIS_POINTS = 10_000;

/** The looks of 推进情况汇总 as it stands, told from its words; none where its headings are not found in their places. */
export function looksOfStanding(grid: CellGrid, ruled: Area): Step[] {
  const rows = rowsOf(grid);
  if (!rows) return [];
  const count = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const texts = (first: number, last: number, column: number) =>
    count(first, last).map((row) => String(shownAt(grid, row, column)));
  const lastRow = grid.firstRow + grid.values.length - 1;
  return summaryLooks(
    rows,
    {
      targets: count(rows.tierFirst, rows.tierLast).map((row) =>
        Math.round(Number(shownAt(grid, row, 0)) * BASIS_POINTS),
      ),
      paragraphs: texts(rows.textFirst, lastRow, 0).filter((text) => text !== ""),
      names: texts(rows.first, rows.last, COLUMNS.department),
      charted: texts(rows.first, rows.last, HELPERS.department).filter((text) => text !== "").length,
      comparisons: comparisonsIn(rows),
    },
    ruled,
  );
}

/** Where the blocks stand, told from their headings; null where they stand as `summaryRows` never puts them. */
function rowsOf(grid: CellGrid): SummaryRows | null {
  const firsts: RawValue[] = grid.values.map((_, index) => shownAt(grid, grid.firstRow + index, 0));
  const at = (heading: string) => {
    const index = firsts.findIndex((text) => String(text).endsWith(`、${heading}`));
    return index < 0 ? null : grid.firstRow + index;
  };
  const [tiers, indicators, ranking, trend, bulletin] = [
    at(SUMMARY_HEADINGS.tiers),
    at(SUMMARY_HEADINGS.indicators),
    at(SUMMARY_HEADINGS.ranking),
    at(SUMMARY_HEADINGS.trend),
    at(SUMMARY_HEADINGS.bulletin),
  ];
  if (tiers === null || indicators === null || ranking === null || bulletin === null) return null;
  // The ranking has two rows of header above its departments and a note below them.
  const counts = {
    departments: (trend ?? bulletin) - ranking - 4,
    tiers: indicators - tiers - 4,
    comparisons: trend === null ? 0 : (bulletin - trend - 3) / 2,
  };
  const found = [true, false]
    .map((chart) => summaryRows({ ...counts, chart }))
    .find(
      (rows) =>
        rows.ranking === ranking &&
        rows.bulletin === bulletin &&
        rows.tiers === tiers &&
        rows.indicators === indicators,
    );
  return found && counts.departments > 0 && Number.isInteger(counts.comparisons) ? found : null;
}

function comparisonsIn({ trend, bulletin }: SummaryRows): number {
  return trend === null ? 0 : (bulletin - trend - 3) / 2;
}
