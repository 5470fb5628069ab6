import { readFileSync } from "node:fs";
import { startExcel } from "../../src/host/boot/node";
import { openWorkbook } from "../../src/host/workbook/file/open";
import { saveWorkbook } from "../../src/host/workbook/file/save";
import { workbookOf } from "../host/workbooks";
import { converted, describeWithOffice, pageTexts, pdf, pixelColours, temporaryFile } from "./office";

const TABLE = [
  ["部门", "覆盖率", "目标"],
  ["示例一局", 0.5, 0.4],
  ["示例二局", 0.25, 0.5],
  ["示例三局", 1, 0.4],
  ["示例四局", 0, 0.4],
];

/** The table with what is made on its sheet. */
async function made(work: (sheet: Excel.Worksheet) => void): Promise<string> {
  const host = await startExcel(workbookOf(TABLE));
  await Excel.run(async (context) => {
    work(context.workbook.worksheets.getActiveWorksheet());
    await context.sync();
  });
  const bytes = await saveWorkbook(await host.workbook.toData());
  host.close();
  return temporaryFile("made.xlsx", bytes);
}

describeWithOffice("LibreOffice reads what the host writes", () => {
  test("columns in their colour with a line over them, title, labels, legend and axis", async () => {
    const path = await made((sheet) => {
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C5"));
      chart.title.text = "各部门覆盖率与目标";
      chart.setPosition("A7", "H24");
      const [columns, line] = [chart.series.getItemAt(0), chart.series.getItemAt(1)];
      columns.format.fill.setSolidColor("#2F5597");
      columns.hasDataLabels = true;
      columns.dataLabels.numberFormat = "0.00%";
      line.chartType = "Line";
      line.format.line.color = "#C00000";
      Object.assign(chart.axes.valueAxis, { numberFormat: "0%", minimum: 0, maximum: 1 });
    });
    const printed = await pdf(path);
    const colours = await pixelColours(printed);
    // Columns of 0.5, 0.25 and 1 are much more than the line across them, and that is more than nothing.
    expect(colours.get("#2F5597")).toBeGreaterThan(500);
    expect(colours.get("#C00000")).toBeGreaterThan(20);
    const texts = (await pageTexts(printed)).join("");
    for (const word of ["各部门覆盖率与目标", "25.00%", "100%", "目标"]) expect(texts).toContain(word);
  });

  test("bars from top to bottom", async () => {
    const path = await made((sheet) => {
      const chart = sheet.charts.add("BarClustered", sheet.getRange("A1:B4"));
      chart.title.visible = false;
      chart.setPosition("A7", "H24");
      chart.axes.categoryAxis.reversePlotOrder = true;
      chart.series.getItemAt(0).format.fill.setSolidColor("#7F7F7F");
    });
    const printed = await pdf(path);
    expect((await pixelColours(printed)).get("#7F7F7F")).toBeGreaterThan(500);
    // The table names them once, the chart once more, in the same order.
    const words = (await pageTexts(printed))
      .join("")
      .match(/示例\s?[一二三四]局?/g)!
      .map((word) => word.replace(/\s/g, ""));
    expect(words.slice(-3).map((word) => word[2])).toEqual(["一", "二", "三"]);
  });

  test("solid data bars from 0 to 1, whose lower end keeps its formula", async () => {
    const path = await made((sheet) => {
      sheet.getRange("B:B").format.columnWidth = 150;
      const { dataBar } = sheet.getRange("B2:B5").conditionalFormats.add("DataBar");
      dataBar.lowerBoundRule = { type: "Formula", formula: '=N("jgzb:bar")' };
      dataBar.upperBoundRule = { type: "Number", formula: "=1" };
      dataBar.positiveFormat.gradientFill = false;
      dataBar.positiveFormat.fillColor = "#9DC3E6";
    });
    // At 72 dots an inch a dot is a point: of 150 × 13.5 the bars fill a half, a quarter and the whole, less digits, edges and half-tones.
    const blue = (await pixelColours(await pdf(path), 72)).get("#9DC3E6")!;
    const whole = 150 * 13.5;
    expect(blue).toBeGreaterThan(1.4 * whole);
    expect(blue).toBeLessThan(1.9 * whole);
    const again = await openWorkbook(new Uint8Array(readFileSync(await converted(path, "xlsx"))));
    expect(again.data.sheets[0]!.conditionalFormats).toMatchObject([
      {
        dataBar: {
          lower: { type: "Formula", formula: '=N("jgzb:bar")' },
          upper: { type: "Number", formula: "=1" },
          fill: "#9DC3E6",
          gradient: false,
        },
      },
    ]);
  });
});
