import type { ChartPlan } from "../core/plan/sheetPlan";
import { rangeOf } from "./places";

const KINDS = { columnClustered: "ColumnClustered", barClustered: "BarClustered", line: "Line" } as const;
/** Points. */
const TITLE_SIZE = 12;
const TEXT_SIZE = 9;
const SMALL_SIZE = 8;
const LINE_WEIGHT = 2.25;
const TITLE_FONT = "黑体";
/** Degrees that stand for characters one under the other. */
const STACKED = 180;
const TEXT_COLOR = "#000000";
const GRID_COLOR = "#D9D9D9";

/** A native chart, its series set one by one, so that no cell between them is taken for data. Nothing above ExcelApi 1.8 is asked for. */
export function addChart(sheet: Excel.Worksheet, plan: ChartPlan): void {
  const { name, kind, categories, series, place } = plan;
  const chart = sheet.charts.add(KINDS[kind], rangeOf(sheet, series[0]!.values), "Columns");
  chart.name = name;
  nameChart(chart, plan);
  series.forEach(({ name: label, values, color, line }, index) => {
    const drawn = index === 0 ? chart.series.getItemAt(0) : chart.series.add(label);
    drawn.name = label;
    drawn.setValues(rangeOf(sheet, values));
    drawn.setXAxisValues(rangeOf(sheet, categories));
    if (line) drawn.chartType = "Line";
    if (line || kind === "line") {
      drawn.format.line.color = color;
      drawn.format.line.weight = LINE_WEIGHT;
      return;
    }
    drawn.format.fill.setSolidColor(color);
    if (plan.gapWidth !== undefined) drawn.gapWidth = plan.gapWidth;
    if (plan.labels === undefined) return;
    drawn.hasDataLabels = true;
    drawn.dataLabels.numberFormat = plan.labels;
    drawn.dataLabels.format.font.size = TEXT_SIZE;
    drawn.dataLabels.format.font.color = TEXT_COLOR;
  });
  setAxes(chart, plan);
  const { firstRow, firstColumn, lastRow, lastColumn } = place;
  chart.setPosition(
    rangeOf(sheet, { firstRow, firstColumn, lastRow: firstRow, lastColumn: firstColumn }),
    rangeOf(sheet, { firstRow: lastRow, firstColumn: lastColumn, lastRow, lastColumn }),
  );
}

/** Title above, legend below where there is more than one series to tell apart. */
function nameChart(chart: Excel.Chart, { title, series }: ChartPlan): void {
  chart.title.text = title;
  chart.title.format.font.name = TITLE_FONT;
  chart.title.format.font.size = TITLE_SIZE;
  chart.title.format.font.color = TEXT_COLOR;
  chart.legend.position = "Bottom";
  chart.legend.visible = series.length > 1;
}

function setAxes(
  chart: Excel.Chart,
  { axisFormat, axisMaximum, axisUnit, labels, topDown, uprightNames }: ChartPlan,
): void {
  const { categoryAxis, valueAxis } = chart.axes;
  valueAxis.numberFormat = axisFormat;
  valueAxis.minimum = 0;
  if (axisMaximum !== undefined) valueAxis.maximum = axisMaximum;
  if (axisUnit !== undefined) valueAxis.majorUnit = axisUnit;
  // Each category has its name, however many there are.
  categoryAxis.tickLabelSpacing = 1;
  valueAxis.majorGridlines.format.line.color = GRID_COLOR;
  for (const axis of [categoryAxis, valueAxis]) {
    axis.format.font.size = uprightNames ? SMALL_SIZE : TEXT_SIZE;
    axis.format.font.color = TEXT_COLOR;
  }
  if (uprightNames) categoryAxis.textOrientation = STACKED;
  if (topDown) categoryAxis.reversePlotOrder = true;
  // The values say it themselves.
  if (labels === undefined) return;
  valueAxis.visible = false;
  valueAxis.majorGridlines.visible = false;
}
