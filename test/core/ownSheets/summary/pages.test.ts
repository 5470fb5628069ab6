import { assess } from "../../../../src/core/assess/assess";
import { DEFAULT_RULES } from "../../../../src/core/assess/rules";
import { layOut } from "../../../../src/core/taskSheet/layout";
import { planSummary } from "../../../../src/core/ownSheets/summary/summary";
import { recognise } from "../../../../src/core/table/recognise";
import { percent, tableSheet, full } from "../../sheet";
import { NEAR_END } from "../../../moment";

/** A4 standing, 1.6 cm above and below, in points. */
const PAGE = 841.89 - 2 * 1.6 * (72 / 2.54);
const day = { day: "2025-09-10", due: 100, covered: 30, coverageGap: 12, officersGap: 4, deduction: 320 };

/** Row heights of the summary of so many departments, every third of them behind, and the rows of its headings. */
function summary(
  departments: number,
  recorded: boolean,
): { readonly heights: readonly number[]; readonly headings: readonly number[] } {
  const grid = tableSheet(
    Array.from({ length: departments }, (_, index) => [
      `威远县综合行政执法局第${index + 1}中队`,
      20,
      full,
      full,
      percent(0.35),
      full,
      "",
      20,
      20,
      index % 3 ? 7 : 5,
      2,
      2,
    ]),
  );
  const layout = layOut(recognise(grid)!.table!, {});
  const { assessment } = assess(layout.table, DEFAULT_RULES, NEAR_END);
  const before = { ...day, departments };
  const {
    plan: { steps },
  } = planSummary(
    {
      grid,
      table: layout.table,
      own: layout.own,
      assessment,
      trend: recorded ? { days: [before], yesterday: null, lastWeek: null, start: null } : null,
      now: NEAR_END,
      writeAs: "formulas",
    },
    null,
  );
  const heights: number[] = [];
  let headings: number[] = [];
  for (const step of steps) {
    if (step.do === "rowHeight") heights.push(...Array.from({ length: step.count }, () => step.points));
    if (step.do === "write")
      headings = step.formulas.flatMap(([first], row) => (/^'?[一二三四五六]、/.test(String(first)) ? [row] : []));
  }
  return { heights, headings };
}

/** The page on which each row stands: a row that does not fit begins the next. */
function pagesOf(heights: readonly number[], height: number): number[] {
  let [page, left] = [0, height];
  return heights.map((row) => {
    if (row > left) [page, left] = [page + 1, height];
    left -= row;
    return page;
  });
}

describe("the pages of 推进情况汇总", () => {
  // On a page that a program takes for a little higher or lower, too.
  test.each([[PAGE], [PAGE + 4], [PAGE - 4]])(
    "no heading is parted from what it heads, with 1 to 120 departments, on %d points",
    (height) => {
      for (const recorded of [false, true]) {
        for (let departments = 1; departments <= 120; departments++) {
          const { heights, headings } = summary(departments, recorded);
          const pages = pagesOf(heights, height);
          expect(headings).toHaveLength(recorded ? 6 : 5);
          expect({ departments, parted: headings.filter((row) => pages[row] !== pages[row + 2]) }).toEqual({
            departments,
            parted: [],
          });
          // No heading stands alone in the middle of a page that it leaves blank: it is high only where it turns the page.
          expect({
            departments,
            alone: headings.filter((row) => heights[row]! > 60 && pages[row] === pages[row - 1]),
          }).toEqual({ departments, alone: [] });
        }
      }
    },
  );

  test("names of fourteen characters stand on one line, so that the rows are even", () => {
    const { heights, headings } = summary(9, false);
    // 威远县综合行政执法局第1中队: 13 characters and a digit.
    expect(new Set(heights.slice(headings[3]! + 3, headings[3]! + 3 + 9)).size).toBe(1);
  });
});
