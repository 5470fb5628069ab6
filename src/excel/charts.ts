import type { ChartPlan } from "../core/plan/sheetPlan";
import { rangeOf } from "./places";

const KINDS = { columnClustered: "ColumnClustered", barClustered: "BarClustered", line: "Line" } as const;

/** A native chart, its series set one by one, so that no cell between them is taken for data. */
export function addChart(sheet: Excel.Worksheet, { name, kind, title, categories, series, axisFormat, place }: ChartPlan): void {
  const chart = sheet.charts.add(KINDS[kind], rangeOf(sheet, series[0]!.values), "Columns");
  chart.name = name;
  chart.title.text = title;
  chart.title.format.font.size = 12;
  chart.legend.position = "Bottom";
  chart.legend.visible = series.length > 1;
  series.forEach(({ name: label, values, color, line }, index) => {
    const drawn = index === 0 ? chart.series.getItemAt(0) : chart.series.add(label);
    drawn.name = label;
    drawn.setValues(rangeOf(sheet, values));
    drawn.setXAxisValues(rangeOf(sheet, categories));
    if (line) drawn.chartType = "Line";
    if (line || kind === "line") drawn.format.line.color = color;
    else drawn.format.fill.setSolidColor(color);
  });
  chart.axes.valueAxis.numberFormat = axisFormat;
  chart.axes.valueAxis.minimum = 0;
  const { firstRow, firstColumn, lastRow, lastColumn } = place;
  chart.setPosition(rangeOf(sheet, { firstRow, firstColumn, lastRow: firstRow, lastColumn: firstColumn }), rangeOf(sheet, { firstRow: lastRow, firstColumn: lastColumn, lastRow, lastColumn }));
}
