import type { ChartPlan } from "../../src/core/plan/sheetPlan";
import { applyPlan } from "../../src/excel/applyPlan";
import { inWorkbook } from "../../src/excel/session";
import { startExcel } from "../../src/host/boot/node";
import { workbookOf } from "../host/workbooks";

/** What of a chart is asked of Excel, as it goes over the wire. */

const column = (at: number) => ({ firstRow: 1, firstColumn: at, lastRow: 3, lastColumn: at });
const CHART: ChartPlan = {
  name: "_jgzb_test",
  kind: "columnClustered",
  title: "覆盖率",
  categories: column(0),
  series: [
    { name: "实际", values: column(1), color: "#8FB4DC" },
    { name: "目标", values: column(2), color: "#8B1A1A", line: true },
  ],
  axisFormat: "0%",
  axisMaximum: 1,
  uprightNames: true,
  place: { firstRow: 5, firstColumn: 0, lastRow: 15, lastColumn: 6 },
};

async function applied(...charts: ChartPlan[]) {
  const host = await startExcel(
    workbookOf([
      ["部门", "实际", "目标"],
      ["甲局", 0.2, 0.35],
      ["乙局", 0.5, 0.35],
      ["丙局", 0.4, 0.4],
    ]),
  );
  const sent = host.requests.length;
  await inWorkbook((session) =>
    applyPlan(session, {
      sheet: "附件2",
      steps: charts.flatMap((chart) => [
        { do: "deleteCharts", names: [chart.name] } as const,
        { do: "chart", chart } as const,
      ]),
      expected: [],
    }),
  );
  const actions = host.requests
    .slice(sent)
    .flatMap(
      ({ actions: all }) =>
        all as readonly { Name: string; ActionType: number; ArgumentInfo?: { Arguments?: unknown[] } }[],
    );
  const set = (name: string) =>
    actions
      .filter((action) => action.ActionType === 4 && action.Name === name)
      .map(({ ArgumentInfo }) => ArgumentInfo?.Arguments?.[0]);
  return { set };
}

test("columns with a line over them: title, legend below, both series by their cells, axis in per cent", async () => {
  const { set } = await applied(CHART);
  expect(set("Text")).toEqual(["覆盖率"]);
  expect(set("Position")).toEqual(["Bottom"]);
  expect(set("Name")).toEqual(expect.arrayContaining(["_jgzb_test", "实际", "目标", "黑体"]));
  expect(set("ChartType")).toEqual(["Line"]);
  expect(set("NumberFormat")).toEqual(["0%"]);
  expect(set("Maximum")).toEqual([1]);
  expect(set("TextOrientation")).toEqual([180]);
  expect(set("HasDataLabels")).toEqual([]);
  const read = await Excel.run(async (context) => {
    const charts = context.workbook.worksheets
      .getItem("附件2")
      .charts.load("items/name,items/series/items/name,items/series/items/chartType");
    await context.sync();
    return charts.items.map(({ name, series }) => [name, ...series.items.map((one) => `${one.name} ${one.chartType}`)]);
  });
  expect(read).toEqual([["_jgzb_test", "实际 ColumnClustered", "目标 Line"]]);
});

test("bars with their values written at them have no axis of values, and the first stands on top", async () => {
  const { set } = await applied({
    ...CHART,
    kind: "barClustered",
    series: [CHART.series[0]!],
    labels: "0.0#",
    gapWidth: 50,
    topDown: true,
  });
  expect(set("HasDataLabels")).toEqual([true]);
  expect(set("GapWidth")).toEqual([50]);
  expect(set("ReversePlotOrder")).toEqual([true]);
  expect(set("Visible")).toEqual([false, false, false]);
});
