import type { ChartPlan, Step } from "../../plan/sheetPlan";
import { CHART_SERIES, CHART_TITLES } from "../../wording/summary";
import { HELPERS, INDICATOR_SPANS, LAST_COLUMN, block } from "./layout";
import type { SummaryRows } from "./layout";

const POINTS = "0.0#";
/** Told apart on a grey print by being dark and light, columns and line. */
const COLOURS = { rate: "#8FB4DC", target: "#8B1A1A", deduction: "#5B7FA6" } as const;
/** Charts of ours are found by their names. */
const CHART_NAMES = { coverage: "_jgzb_coverage", deduction: "_jgzb_deduction" } as const;

/** The charts anew; `charted` is how many departments the first shows. */
export function chartSteps(rows: SummaryRows, charted: number): Step[] {
  const coverage = coverageChart(rows, charted);
  return [
    { do: "deleteCharts", names: Object.values(CHART_NAMES) },
    ...(coverage ? [{ do: "chart", chart: coverage } as const] : []),
    { do: "chart", chart: deductionChart(rows) },
  ];
}

function coverageChart(rows: SummaryRows, charted: number): ChartPlan | null {
  const helper = (column: number) => block(rows.first, column, rows.first + charted - 1, column);
  return (
    rows.chart && {
      name: CHART_NAMES.coverage,
      kind: "columnClustered",
      title: CHART_TITLES.coverage,
      categories: helper(HELPERS.department),
      series: [
        { name: CHART_SERIES.rate, values: helper(HELPERS.rate), color: COLOURS.rate },
        { name: CHART_SERIES.target, values: helper(HELPERS.target), color: COLOURS.target, line: true },
      ],
      axisFormat: "0%",
      axisMaximum: 1,
      axisUnit: 0.2,
      gapWidth: 60,
      uprightNames: true,
      place: block(rows.chart.first, 0, rows.chart.last, LAST_COLUMN),
    }
  );
}

function deductionChart(rows: SummaryRows): ChartPlan {
  const [first, last] = [rows.indicatorFirst, rows.indicatorTotal - 1];
  return {
    name: CHART_NAMES.deduction,
    kind: "barClustered",
    title: CHART_TITLES.deduction,
    categories: block(first, INDICATOR_SPANS[0][0], last, INDICATOR_SPANS[0][0]),
    series: [
      {
        name: CHART_SERIES.deduction,
        values: block(first, INDICATOR_SPANS[3][0], last, INDICATOR_SPANS[3][0]),
        color: COLOURS.deduction,
      },
    ],
    axisFormat: "0.0",
    gapWidth: 50,
    labels: POINTS,
    topDown: true,
    place: block(rows.indicatorFirst - 1, 6, rows.indicatorTotal, LAST_COLUMN),
  };
}
