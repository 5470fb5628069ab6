import JSZip from "jszip";
import { startExcel } from "../../../src/host/boot/node";
import type { Host } from "../../../src/host/host";
import { openWorkbook } from "../../../src/host/workbook/file/open";
import { saveWorkbook } from "../../../src/host/workbook/file/save";
import { workbookOf } from "../workbooks";
import { readByExcelJs } from "./written-by-exceljs";

let host: Host;
afterEach(() => host.close());

const onSheet = <T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  Excel.run((context) => work(context.workbook.worksheets.getActiveWorksheet(), context));

const TABLE = [
  ["部门", "覆盖率", "目标"],
  ["示例一局", 0.5, 0.4],
  ["示例二局", 0.25, 0.5],
];
const text = async (bytes: Uint8Array, path: string) => (await JSZip.loadAsync(bytes)).file(path)!.async("string");
const raw = async (bytes: Uint8Array, path: string) => (await JSZip.loadAsync(bytes)).file(path)!.async("nodebuffer");
const paths = async (bytes: Uint8Array) => Object.keys((await JSZip.loadAsync(bytes)).files);
const saved = async (origin?: Parameters<typeof saveWorkbook>[1]) => saveWorkbook(await host.workbook.toData(), origin);

/** Columns and a line over them. */
const addCombined = (name: string): Promise<void> =>
  onSheet(async (sheet, context) => {
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C3"));
    chart.name = name;
    chart.title.text = "覆盖率 <与> 目标";
    chart.setPosition("E2", "J15");
    const [columns, line] = [chart.series.getItemAt(0), chart.series.getItemAt(1)];
    columns.format.fill.setSolidColor("#2F5597");
    columns.gapWidth = 60;
    columns.hasDataLabels = true;
    columns.dataLabels.numberFormat = "0%";
    line.chartType = "Line";
    line.format.line.color = "#C00000";
    Object.assign(chart.axes.valueAxis, { numberFormat: "0%", minimum: 0, maximum: 1 });
    await context.sync();
  });

/** A file of one sheet with one chart, as if another program had written it: an anchor of a picture stands before the chart's. */
const foreign = async (): Promise<Uint8Array> => {
  host = await startExcel(workbookOf(TABLE));
  await addCombined("别人的图");
  const zip = await JSZip.loadAsync(await saved());
  const path = "xl/drawings/drawing1.xml";
  const picture =
    "<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:sp><xdr:nvSpPr><xdr:cNvPr id='7' name='图形'/></xdr:nvSpPr></xdr:sp></xdr:oneCellAnchor>";
  zip.file(path, (await zip.file(path)!.async("string")).replace("<xdr:twoCellAnchor", `${picture}<xdr:twoCellAnchor`));
  host.close();
  return zip.generateAsync({ type: "uint8array" });
};

describe("A chart that was made", () => {
  beforeEach(async () => {
    host = await startExcel(workbookOf(TABLE));
    await addCombined("监管_覆盖率");
  });

  test("is a part of its own, tied to the sheet by a drawing, with types that Office knows", async () => {
    const bytes = await saved();
    expect(await paths(bytes)).toEqual(
      expect.arrayContaining([
        "xl/drawings/drawing1.xml",
        "xl/charts/chart1.xml",
        "xl/worksheets/_rels/sheet1.xml.rels",
        "xl/drawings/_rels/drawing1.xml.rels",
      ]),
    );
    expect(await text(bytes, "xl/worksheets/sheet1.xml")).toMatch(/<\/sheetData>.*<drawing [^>]*r:id="rId1"\/>/);
    expect(await text(bytes, "xl/worksheets/_rels/sheet1.xml.rels")).toContain(
      'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="/xl/drawings/drawing1.xml"',
    );
    const types = await text(bytes, "[Content_Types].xml");
    expect(types).toContain(
      'PartName="/xl/charts/chart1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"',
    );
    expect(types).toContain(
      'PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"',
    );
    const drawing = await text(bytes, "xl/drawings/drawing1.xml");
    // E2:J15: from the corner of E2 to the corner of K16.
    expect(drawing).toMatch(
      /<xdr:from[^>]*><xdr:col>4<\/xdr:col><xdr:colOff>0<\/xdr:colOff><xdr:row>1<\/xdr:row><xdr:rowOff>0<\/xdr:rowOff><\/xdr:from><xdr:to[^>]*><xdr:col>10<\/xdr:col><xdr:colOff>0<\/xdr:colOff><xdr:row>15<\/xdr:row>/,
    );
    expect(drawing).toContain('name="监管_覆盖率"');
    // The file is whole for another reader too.
    expect((await readByExcelJs(bytes)).worksheets[0]!.getCell("B2").value).toBe(0.5);
  });

  test("says what it shows", async () => {
    const chart = await text(await saved(), "xl/charts/chart1.xml");
    const [columns, line] = [
      /<c:barChart>.*<\/c:barChart>/.exec(chart)![0],
      /<c:lineChart>.*<\/c:lineChart>/.exec(chart)![0],
    ];
    expect(columns).toContain('<c:barDir val="col"/><c:grouping val="clustered"/>');
    expect(columns).toContain("<c:tx><c:strRef><c:f>附件2!$B$1</c:f></c:strRef></c:tx>");
    expect(columns).toContain('<a:srgbClr val="2F5597"/>');
    expect(columns).toContain(
      "<c:cat><c:strRef><c:f>附件2!$A$2:$A$3</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>附件2!$B$2:$B$3</c:f></c:numRef></c:val>",
    );
    expect(columns).toContain('<c:gapWidth val="60"/>');
    expect(columns).toMatch(/<c:dLbls><c:numFmt formatCode="0%" sourceLinked="0"\/>.*<c:showVal val="1"\/>/);
    expect(line).toContain('<a:srgbClr val="C00000"/>');
    expect(line).toContain("<c:f>附件2!$C$2:$C$3</c:f>");
    expect(chart).toContain("<a:t>覆盖率 &lt;与&gt; 目标</a:t>");
    expect(chart).toMatch(
      /<c:valAx>.*<c:max val="1"\/><c:min val="0"\/>.*<c:numFmt formatCode="0%" sourceLinked="0"\/>/,
    );
    expect(chart).toContain('<c:legendPos val="b"/>');
  });

  test("is the same bytes each time, and opened again is known by name and place and can be deleted", async () => {
    const bytes = await saved();
    expect(Buffer.from(await saved()).equals(Buffer.from(bytes))).toBe(true);
    host.close();
    const { data, origin } = await openWorkbook(bytes);
    host = await startExcel(data);
    const place = await onSheet(async (sheet, context) => {
      const chart = sheet.charts.getItem("监管_覆盖率");
      chart.load("name,chartType,left,top");
      await context.sync();
      const found = [chart.name, chart.chartType, chart.left, chart.top];
      chart.title.load("text");
      await expect(context.sync()).rejects.toMatchObject({ code: "ApiNotFound" });
      sheet.charts.getItem("监管_覆盖率").delete();
      await context.sync();
      return found;
    });
    // Four columns and one row before it.
    expect(place).toEqual([
      "监管_覆盖率",
      "Invalid",
      4 * data.sheets[0]!.defaultColumnWidth,
      data.sheets[0]!.defaultRowHeight,
    ]);
    await addCombined("监管_覆盖率");
    const again = await saved(origin);
    expect((await paths(again)).filter((path) => /charts\/chart/.test(path))).toEqual(["xl/charts/chart1.xml"]);
    expect((await text(again, "xl/drawings/drawing1.xml")).match(/监管_覆盖率/g)).toHaveLength(1);
    expect((await openWorkbook(again)).data.sheets[0]!.charts).toMatchObject([
      { name: "监管_覆盖率", from: { row: 1, column: 4 } },
    ]);
  });
});

describe("Charts of an opened file", () => {
  const PARTS = [
    "xl/drawings/drawing1.xml",
    "xl/charts/chart1.xml",
    "xl/drawings/_rels/drawing1.xml.rels",
    "xl/worksheets/_rels/sheet1.xml.rels",
  ];

  test("stay byte for byte where nobody touches them", async () => {
    const file = await foreign();
    const { data, origin } = await openWorkbook(file);
    host = await startExcel(data);
    await onSheet(async (sheet, context) => {
      sheet.getRange("B2").values = [[0.75]];
      await context.sync();
    });
    const bytes = await saved(origin);
    for (const path of PARTS) expect((await raw(bytes, path)).equals(await raw(file, path))).toBe(true);
  });

  test("stand beside a new one, with what else the drawing holds", async () => {
    const file = await foreign();
    const { data, origin } = await openWorkbook(file);
    host = await startExcel(data);
    await addCombined("我们的图");
    const bytes = await saved(origin);
    const drawing = await text(bytes, "xl/drawings/drawing1.xml");
    expect(drawing.match(/name="[^"]*"/g)).toEqual(['name="图形"', 'name="别人的图"', 'name="我们的图"']);
    expect(drawing).toContain('id="8" name="我们的图"');
    expect((await raw(bytes, "xl/charts/chart1.xml")).equals(await raw(file, "xl/charts/chart1.xml"))).toBe(true);
    expect(await paths(bytes)).toContain("xl/charts/chart2.xml");
    expect((await openWorkbook(bytes)).data.sheets[0]!.charts!.map(({ name }) => name)).toEqual([
      "别人的图",
      "我们的图",
    ]);
  });

  test("move with their cells", async () => {
    const { data, origin } = await openWorkbook(await foreign());
    host = await startExcel(data);
    await onSheet(async (sheet, context) => {
      sheet.getRange("A:B").insert("Right");
      await context.sync();
    });
    expect((await openWorkbook(await saved(origin))).data.sheets[0]!.charts).toMatchObject([
      { name: "别人的图", from: { column: 6, row: 1 }, to: { column: 12, row: 15 } },
    ]);
  });
});

test("a sheet that is taken from another file brings no charts", async () => {
  const bytes = await foreign();
  host = await startExcel(workbookOf(TABLE, "甲"));
  await Excel.run(async (context) => {
    context.workbook.insertWorksheetsFromBase64(Buffer.from(bytes).toString("base64"));
    await context.sync();
  });
  const data = await host.workbook.toData();
  expect(data.sheets.map(({ name, charts }) => [name, charts])).toEqual([
    ["甲", undefined],
    ["附件2", undefined],
  ]);
  expect((await paths(await saveWorkbook(data))).some((path) => path.includes("chart"))).toBe(false);
});
