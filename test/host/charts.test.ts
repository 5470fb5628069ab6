import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import { workbookOf } from "./workbooks";

let host: Host;
afterEach(() => host.close());

const onSheet = <T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  Excel.run((context) => work(context.workbook.worksheets.getActiveWorksheet(), context));

const TABLE = [
  ["部门", "覆盖率", "目标"],
  ["示例一局", 0.5, 0.4],
  ["示例二局", 0.25, 0.5],
  ["示例三局", 1, 0.35],
];
const charts = async () => (await host.workbook.toData()).sheets[0]!.charts ?? [];
const content = async () => (await charts())[0]!.content!;

/** Name, values and categories of the first chart's series. */
const series = async () => (await content()).series.map(({ name, values, categories }) => [name, values, categories]);

describe("A new chart takes its series from the cells", () => {
  test("columns of a table with a header and labels", async () => {
    host = await startExcel(workbookOf(TABLE));
    const answers = await onSheet(async (sheet, context) => {
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4"));
      chart.load("name,chartType,title/text,title/visible,legend/visible,legend/position,series/items/name");
      await context.sync();
      return [
        chart.name,
        chart.chartType,
        chart.title.text,
        chart.title.visible,
        chart.legend.visible,
        chart.legend.position,
        chart.series.items.map(({ name }) => name),
      ];
    });
    expect(answers).toEqual(["图表 1", "ColumnClustered", "图表标题", true, true, "Bottom", ["覆盖率", "目标"]]);
    expect(await series()).toEqual([
      ["=附件2!$B$1", "=附件2!$B$2:$B$4", "=附件2!$A$2:$A$4"],
      ["=附件2!$C$1", "=附件2!$C$2:$C$4", "=附件2!$A$2:$A$4"],
    ]);
  });

  test("rows, where the table is wider than high or it is said", async () => {
    host = await startExcel(
      workbookOf([
        ["", "一月", "二月", "三月"],
        ["扣分", 1, 2, 3],
      ]),
    );
    await onSheet(async (sheet, context) => {
      sheet.charts.add("Line", sheet.getRange("A1:D2"));
      await context.sync();
    });
    expect(await series()).toEqual([["=附件2!$A$2", "=附件2!$B$2:$D$2", "=附件2!$B$1:$D$1"]]);
    await onSheet(async (sheet, context) => {
      sheet.charts.getItemAt(0).setData(sheet.getRange("A1:D2"), "Columns");
      await context.sync();
    });
    expect(await series()).toEqual(
      ["B", "C", "D"].map((column) => [`=附件2!$${column}$1`, `=附件2!$${column}$2`, "=附件2!$A$2"]),
    );
  });

  test("bare numbers have neither names nor categories, and one series is the chart's title", async () => {
    host = await startExcel(workbookOf(TABLE));
    const titles = await onSheet(async (sheet, context) => {
      const added = [
        sheet.charts.add("BarClustered", sheet.getRange("B2:B4"), "Columns"),
        sheet.charts.add("BarClustered", sheet.getRange("B1:B4"), "Columns"),
      ];
      added.forEach((chart) => chart.load("name,title/text,legend/visible"));
      await context.sync();
      return added.map(({ name, title, legend }) => [name, title.text, legend.visible]);
    });
    expect(titles).toEqual([
      ["图表 1", "系列1", false],
      ["图表 2", "覆盖率", false],
    ]);
    expect(await series()).toEqual([["系列1", "=附件2!$B$2:$B$4", undefined]]);
  });
});

test("columns and a line over them, with looks and axes, answer what they were set to", async () => {
  host = await startExcel(workbookOf(TABLE));
  const answers = await onSheet(async (sheet, context) => {
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("B2:B4"), "Columns");
    chart.name = "监管_覆盖率";
    chart.title.text = "覆盖率与目标";
    Object.assign(chart.title.format.font, { size: 12, bold: true, color: "#333333", name: "黑体" });
    const [columns, line] = [chart.series.getItemAt(0), chart.series.add("目标")];
    line.chartType = "Line";
    columns.name = "覆盖率";
    columns.setXAxisValues(sheet.getRange("A2:A4"));
    columns.format.fill.setSolidColor("#2F5597");
    columns.gapWidth = 60;
    columns.hasDataLabels = true;
    columns.dataLabels.numberFormat = "0%";
    line.setValues(sheet.getRange("C2:C4"));
    line.format.line.color = "#C00000";
    line.format.line.weight = 1.5;
    const { valueAxis, categoryAxis } = chart.axes;
    Object.assign(valueAxis, { numberFormat: "0%", minimum: 0, maximum: 1 });
    valueAxis.title.text = "覆盖率";
    valueAxis.majorGridlines.visible = false;
    categoryAxis.format.font.size = 8;
    categoryAxis.reversePlotOrder = true;
    await context.sync();

    const again = sheet.charts.getItem("监管_覆盖率");
    again.load(
      "title/text,title/format/font/size,title/format/font/bold,title/format/font/name,legend/visible,axes/valueAxis/minimum,axes/valueAxis/maximum,axes/valueAxis/majorUnit,axes/valueAxis/numberFormat,axes/valueAxis/title/text,axes/categoryAxis/reversePlotOrder",
    );
    again.series.load("items/name,items/chartType,items/gapWidth,items/overlap,items/axisGroup,items/hasDataLabels");
    again.axes.valueAxis.majorGridlines.load("visible");
    const { format } = again.series.getItemAt(1);
    format.line.load("color,weight");
    await context.sync();
    const { font } = again.title.format;
    const { minimum, maximum, majorUnit, numberFormat, title } = again.axes.valueAxis;
    return {
      title: [again.title.text, font.size, font.bold, font.name, again.legend.visible],
      axis: [
        minimum,
        maximum,
        majorUnit,
        numberFormat,
        title.text,
        again.axes.categoryAxis.reversePlotOrder,
        again.axes.valueAxis.majorGridlines.visible,
      ],
      series: again.series.items.map((one) => [
        one.name,
        one.chartType,
        one.gapWidth,
        one.overlap,
        one.axisGroup,
        one.hasDataLabels,
      ]),
      line: [format.line.color, format.line.weight],
    };
  });
  expect(answers).toEqual({
    title: ["覆盖率与目标", 12, true, "黑体", false],
    axis: [0, 1, "", "0%", "覆盖率", true, false],
    series: [
      ["覆盖率", "ColumnClustered", 60, 0, "Primary", true],
      ["目标", "Line", 219, 0, "Primary", false],
    ],
    line: ["#C00000", 1.5],
  });
  expect(await series()).toEqual([
    ["覆盖率", "=附件2!$B$2:$B$4", "=附件2!$A$2:$A$4"],
    ["目标", "=附件2!$C$2:$C$4", undefined],
  ]);
});

describe("Place", () => {
  test("from cell to cell, and in points", async () => {
    host = await startExcel(workbookOf(TABLE));
    const places = await onSheet(async (sheet, context) => {
      const chart = sheet.charts.add("Line", sheet.getRange("B2:B4"));
      chart.setPosition(sheet.getRange("E2"), sheet.getRange("G11"));
      chart.load("left,top,width,height");
      await context.sync();
      // Columns are 54 points wide, rows 13.5 high.
      const covering = [chart.left, chart.top, chart.width, chart.height];
      chart.left = 60;
      chart.height = 100;
      chart.load("left,top,width,height");
      await context.sync();
      return [covering, [chart.left, chart.top, chart.width, chart.height]];
    });
    expect(places).toEqual([
      [216, 13.5, 162, 135],
      [60, 13.5, 162, 100],
    ]);
    expect((await charts())[0]).toMatchObject({
      from: { column: 1, x: 6, row: 1, y: 0 },
      to: { column: 4, x: 6, row: 8, y: 5.5 },
    });
  });

  test("it moves and grows with its cells, and references follow rows, columns and the sheet's name", async () => {
    host = await startExcel(workbookOf(TABLE));
    await onSheet(async (sheet, context) => {
      sheet.charts.add("Line", sheet.getRange("A1:B4")).setPosition("E2", "G11");
      sheet.getRange("A:B").insert("Right");
      sheet.getRange("3:4").insert("Down");
      sheet.name = "推进 汇总";
      await context.sync();
    });
    expect((await charts())[0]).toMatchObject({ from: { column: 6, row: 1 }, to: { column: 9, row: 13 } });
    expect(await series()).toEqual([["='推进 汇总'!$D$1", "='推进 汇总'!$D$2:$D$6", "='推进 汇总'!$C$2:$C$6"]]);
    await onSheet(async (sheet, context) => {
      sheet.getRange("2:11").delete("Up");
      sheet.getRange("D:D").delete("Left");
      await context.sync();
    });
    expect((await charts())[0]).toMatchObject({ from: { column: 5, row: 1 }, to: { column: 8, row: 3 } });
    expect(await series()).toEqual([["='推进 汇总'!#REF!", "='推进 汇总'!#REF!", "='推进 汇总'!#REF!"]]);
  });
});

describe("Found and deleted", () => {
  test("by name in either case, by place; none is a null object, and getting it fails", async () => {
    host = await startExcel(workbookOf(TABLE));
    await onSheet(async (sheet, context) => {
      sheet.charts.add("Line", sheet.getRange("B2:B4")).name = "Chart A";
      const [found, none, count] = [
        sheet.charts.getItemOrNullObject("chart a"),
        sheet.charts.getItemOrNullObject("没有"),
        sheet.charts.getCount(),
      ];
      found.load("id,name");
      await context.sync();
      expect([found.isNullObject, found.name, none.isNullObject, count.value]).toEqual([false, "Chart A", true, 1]);
      // Deleting what is not there does nothing.
      none.delete();
      found.delete();
      sheet.charts.load("items");
      await context.sync();
      expect(sheet.charts.items).toHaveLength(0);
      sheet.charts.getItem("Chart A").load("name");
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
    });
  });

  test("charts go with their sheet, and what referred to a sheet that is deleted is lost", async () => {
    host = await startExcel(workbookOf(TABLE));
    await onSheet(async (sheet, context) => {
      const other = context.workbook.worksheets.add("数据");
      other.getRange("A1:A2").values = [[1], [2]];
      sheet.charts.add("Line", other.getRange("A1:A2"));
      other.charts.add("Line", sheet.getRange("B2:B4"));
      await context.sync();
      other.delete();
      await context.sync();
    });
    expect(await charts()).toHaveLength(1);
    expect(await series()).toEqual([["系列1", "=数据!#REF!", undefined]]);
  });

  test("series are counted, found and deleted", async () => {
    host = await startExcel(workbookOf(TABLE));
    await onSheet(async (sheet, context) => {
      const { series: all } = sheet.charts.add("Line", sheet.getRange("A1:C4"));
      const count = all.getCount();
      all.getItemAt(0).delete();
      all.load("items/name");
      await context.sync();
      expect([count.value, all.items.map(({ name }) => name)]).toEqual([2, ["目标"]]);
      all.getItemAt(1).load("name");
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
    });
  });
});

test("on the wire a chart and a data bar are one request, in the order in which they were asked for", async () => {
  host = await startExcel(workbookOf(TABLE));
  await onSheet(async (sheet, context) => {
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("B2:B4"), "Columns");
    chart.title.text = "覆盖率";
    const added = chart.series.add("目标");
    added.setValues(sheet.getRange("C2:C4"));
    added.chartType = "Line";
    added.format.line.color = "#C00000";
    chart.axes.valueAxis.minimum = 0;
    chart.setPosition(sheet.getRange("E2"), sheet.getRange("G11"));
    const { dataBar } = sheet.getRange("B2:B4").conditionalFormats.add("DataBar");
    dataBar.lowerBoundRule = { type: "Formula", formula: '=N("jgzb:bar")' };
    dataBar.positiveFormat.gradientFill = false;
    await context.sync();
  });
  expect(host.workRequests).toHaveLength(1);
  const sent = host.workRequests[0]!.actions.filter(({ Name }) => Name !== "" && !Name.startsWith("_")).map(
    ({ ActionType, Name, ArgumentInfo }) => [ActionType, Name, ArgumentInfo?.Arguments],
  );
  // 3 calls a method, 4 sets a property; ranges are told as paths beside their place in the arguments.
  expect(sent).toEqual([
    [4, "Text", ["覆盖率"]],
    [3, "SetValues", [expect.any(Number)]],
    [4, "ChartType", ["Line"]],
    [4, "Color", ["#C00000"]],
    [4, "Minimum", [0]],
    [3, "SetPosition", [expect.any(Number), expect.any(Number)]],
    [4, "LowerBoundRule", [{ type: "Formula", formula: '=N("jgzb:bar")' }]],
    [4, "GradientFill", [false]],
  ]);
});

test.each(["Pie", "Waterfall"] as const)("%s is not served, and says so", async (type) => {
  host = await startExcel(workbookOf(TABLE));
  await expect(
    onSheet(async (sheet, context) => {
      sheet.charts.add(type, sheet.getRange("A1:B4"));
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: "ApiNotFound" });
});

test("a protected sheet takes no chart", async () => {
  const data = workbookOf(TABLE);
  data.sheets[0]!.protected = true;
  host = await startExcel(data);
  await expect(
    onSheet(async (sheet, context) => {
      sheet.charts.add("Line", sheet.getRange("A1:B4"));
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: "AccessDenied" });
});
