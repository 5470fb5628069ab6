import JSZip from "jszip";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import type { DataBarData } from "../../src/host/workbook/data";
import { openWorkbook } from "../../src/host/workbook/file/open";
import { saveWorkbook } from "../../src/host/workbook/file/save";
import { readByExcelJs, writtenByExcelJs } from "./file/written-by-exceljs";
import { workbookOf } from "./workbooks";

let host: Host;
afterEach(() => host.close());

const onSheet = <T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  Excel.run((context) => work(context.workbook.worksheets.getActiveWorksheet(), context));

const area = (firstRow: number, firstColumn: number, lastRow: number, lastColumn: number) => ({
  firstRow,
  firstColumn,
  lastRow,
  lastColumn,
});
const part = async (bytes: Uint8Array, path: string) => (await JSZip.loadAsync(bytes)).file(path)!.async("string");

/** A solid bar from 0 to 1, its lower end told by a formula. */
const addBar = async (address: string): Promise<void> =>
  onSheet(async (sheet, context) => {
    const { dataBar } = sheet.getRange(address).conditionalFormats.add("DataBar");
    dataBar.lowerBoundRule = { type: "Formula", formula: '=N("jgzb:bar")' };
    dataBar.upperBoundRule = { type: "Number", formula: "=1" };
    dataBar.positiveFormat.gradientFill = false;
    dataBar.positiveFormat.fillColor = "#9DC3E6";
    dataBar.positiveFormat.borderColor = "";
    await context.sync();
  });

const SOLID: DataBarData = {
  lower: { type: "Formula", formula: '=N("jgzb:bar")' },
  upper: { type: "Number", formula: "=1" },
  fill: "#9DC3E6",
  gradient: false,
  negativeFill: "#FF0000",
  axis: "Automatic",
  axisColor: "#000000",
  direction: "Context",
  showValue: true,
};

test("a bar is told apart from rules by formula and from kinds that are only kept, and answers what it was set to", async () => {
  const data = workbookOf([[0.5, 1]]);
  data.sheets[0]!.conditionalFormats = [
    { areas: [area(0, 0, 9, 0)], formula: "=$A1>1", format: {}, stopIfTrue: false },
    { areas: [area(0, 1, 9, 1)], stopIfTrue: false, keep: { rule: 0 } },
  ];
  host = await startExcel(data);
  await addBar("A1:A9");
  const found = await onSheet(async (sheet, context) => {
    const all = sheet.getRange().conditionalFormats;
    all.load(
      "items/type,items/customOrNullObject/rule/formula,items/dataBarOrNullObject/lowerBoundRule,items/dataBarOrNullObject/upperBoundRule",
    );
    const bar = all.getItemAt(0).dataBar;
    bar.load(
      "showDataBarOnly,barDirection,axisFormat,positiveFormat/fillColor,positiveFormat/gradientFill,positiveFormat/borderColor,negativeFormat/matchPositiveFillColor",
    );
    await context.sync();
    return {
      items: all.items.map(({ type, customOrNullObject, dataBarOrNullObject }) => [
        type,
        customOrNullObject.isNullObject,
        dataBarOrNullObject.isNullObject
          ? null
          : [dataBarOrNullObject.lowerBoundRule, dataBarOrNullObject.upperBoundRule],
      ]),
      bar: [
        bar.showDataBarOnly,
        bar.barDirection,
        bar.axisFormat,
        bar.positiveFormat.fillColor,
        bar.positiveFormat.gradientFill,
        bar.positiveFormat.borderColor,
        bar.negativeFormat.matchPositiveFillColor,
      ],
    };
  });
  expect(found).toEqual({
    items: [
      [
        "DataBar",
        true,
        [
          { type: "Formula", formula: '=N("jgzb:bar")' },
          { type: "Number", formula: "=1" },
        ],
      ],
      ["Custom", false, null],
      ["CellValue", true, null],
    ],
    bar: [false, "Context", "Automatic", "#9DC3E6", false, "", false],
  });
});

test.each([
  ["a kind that needs a formula", { type: "Number" }],
  ["a kind that there is not", { type: "Median", formula: "=1" }],
])("an end without %s is refused", async (_, bound) => {
  host = await startExcel(workbookOf([[1]]));
  await expect(
    onSheet(async (sheet, context) => {
      sheet.getRange("A1").conditionalFormats.add("DataBar").dataBar.lowerBoundRule =
        bound as Excel.ConditionalDataBarRule;
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: "InvalidArgument" });
});

test("a rule by formula has no bar, and all of a collection can be loaded", async () => {
  host = await startExcel(workbookOf([[1]]));
  await onSheet(async (sheet, context) => {
    const rules = sheet.getRange("A1").conditionalFormats;
    const custom = rules.add("Custom");
    custom.custom.rule.formula = "=A1>0";
    rules.add("DataBar");
    rules.load("items");
    await context.sync();
    expect(rules.items.map(({ type }) => type)).toEqual(["DataBar", "Custom"]);
    custom.dataBar.load("showDataBarOnly");
    await expect(context.sync()).rejects.toMatchObject({ code: "InvalidOperation" });
  });
});

test("its cells and what its ends refer to follow inserted rows and the sheet's name", async () => {
  host = await startExcel(workbookOf([[1], [2], [9]]));
  await onSheet(async (sheet, context) => {
    const { dataBar } = sheet.getRange("A1:A2").conditionalFormats.add("DataBar");
    dataBar.upperBoundRule = { type: "Formula", formula: "=附件2!$A$3" };
    sheet.getRange("2:2").insert("Down");
    sheet.name = "考核 表";
    await context.sync();
  });
  expect((await host.workbook.toData()).sheets[0]!.conditionalFormats).toMatchObject([
    { areas: [area(0, 0, 2, 0)], dataBar: { upper: { type: "Formula", formula: "='考核 表'!$A$4" } } },
  ]);
});

describe("In files", () => {
  test("a bar is written for both formats, and opens as it was", async () => {
    host = await startExcel(workbookOf([[0.5], [1]]));
    await addBar("A1:A9");
    const data = await host.workbook.toData();
    expect(data.sheets[0]!.conditionalFormats).toEqual([
      { areas: [area(0, 0, 8, 0)], dataBar: SOLID, stopIfTrue: false },
    ]);
    const bytes = await saveWorkbook(data);
    expect((await openWorkbook(bytes)).data.sheets[0]!.conditionalFormats).toEqual(data.sheets[0]!.conditionalFormats);
    const text = await part(bytes, "xl/worksheets/sheet1.xml");
    expect(text).toMatch(
      /<cfRule type="dataBar" priority="1"><dataBar [^>]*><cfvo type="formula" val="N\(&quot;jgzb:bar&quot;\)"\/><cfvo type="num" val="1"\/><color rgb="FF9DC3E6"\/><\/dataBar>/,
    );
    expect(text).toMatch(
      /<x14:dataBar [^>]*gradient="0"[^>]*><x14:cfvo type="formula"><xm:f>N\("jgzb:bar"\)<\/xm:f><\/x14:cfvo><x14:cfvo type="num"><xm:f>1<\/xm:f><\/x14:cfvo>/,
    );
    expect(text).toContain("<xm:sqref>A1:A9</xm:sqref>");
    const rules = (await readByExcelJs(bytes)).worksheets[0] as unknown as {
      conditionalFormattings: { ref: string; rules: { type: string }[] }[];
    };
    expect(rules.conditionalFormattings.map(({ ref, rules: of }) => [ref, of.map(({ type }) => type)])).toEqual([
      ["A1:A9", ["dataBar"]],
    ]);
  });

  test("a bar and a rule over the same cells stand in one element, each with its place", async () => {
    host = await startExcel(workbookOf([[0.5], [1]]));
    await onSheet(async (sheet, context) => {
      const rule = (address: string) =>
        (sheet.getRange(address).conditionalFormats.add("Custom").custom.rule.formula = "=A1<1");
      rule("A1:A9");
      rule("B1:B9");
      await context.sync();
    });
    await addBar("A1:A9");
    const data = await host.workbook.toData();
    const bytes = await saveWorkbook(data);
    const around = [
      ...(await part(bytes, "xl/worksheets/sheet1.xml")).matchAll(
        /<conditionalFormatting sqref="([^"]*)">(.*?)<\/conditionalFormatting>/g,
      ),
    ];
    expect(
      around.map(([, cells, rules]) => [
        cells,
        [...rules!.matchAll(/type="(\w+)"[^>]* priority="(\d)"/g)].map(([, type, priority]) => `${type} ${priority}`),
      ]),
    ).toEqual([
      ["A1:A9", ["dataBar 1", "expression 3"]],
      ["B1:B9", ["expression 2"]],
    ]);
    expect((await openWorkbook(bytes)).data.sheets[0]!.conditionalFormats).toEqual(data.sheets[0]!.conditionalFormats);
  });

  /** Two bars of another program beside a rule of ours: ExcelJS's plain one, and one in both formats. */
  const foreign = async (): Promise<Uint8Array> => {
    const zip = await JSZip.loadAsync(await writtenByExcelJs());
    const path = "xl/worksheets/sheet3.xml";
    const id = "{11111111-2222-3333-4444-555555555555}";
    const plain = (address: string, more: string) =>
      `<conditionalFormatting sqref="${address}"><cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="percentile" val="90"/><color rgb="FF00FF00"/></dataBar>${more}</cfRule></conditionalFormatting>`;
    const own = `<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><x14:id>${id}</x14:id></ext></extLst>`;
    const listed =
      '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">' +
      `<x14:cfRule type="dataBar" id="${id}"><x14:dataBar border="1" direction="rightToLeft"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/><x14:borderColor rgb="FF123456"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule><xm:sqref>C1:C9</xm:sqref>` +
      "</x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>";
    const text = await zip.file(path)!.async("string");
    const at = text.indexOf("<pageMargins");
    zip.file(
      path,
      `${text.slice(0, at)}${plain("B1:B9", "")}${plain("C1:C9", own)}${text.slice(at).replace("</worksheet>", `${listed}</worksheet>`)}`,
    );
    return zip.generateAsync({ type: "uint8array" });
  };

  test("foreign bars are known, stay as they were beside ours, and their entry follows the cells", async () => {
    const { data, origin } = await openWorkbook(await foreign());
    expect(data.sheets[2]!.conditionalFormats).toEqual([
      {
        areas: [area(0, 1, 8, 1)],
        dataBar: {
          lower: { type: "LowestValue" },
          upper: { type: "Percentile", formula: "=90" },
          fill: "#00FF00",
          gradient: true,
          axis: "Automatic",
          direction: "Context",
          showValue: true,
        },
        stopIfTrue: false,
      },
      {
        areas: [area(0, 2, 8, 2)],
        dataBar: {
          lower: { type: "Automatic" },
          upper: { type: "Automatic" },
          fill: "#00FF00",
          gradient: true,
          border: "#123456",
          axis: "Automatic",
          axisColor: "#000000",
          direction: "RightToLeft",
          showValue: true,
        },
        stopIfTrue: false,
      },
    ]);
    host = await startExcel(data);
    await addBar("D1:D9");
    await onSheet(async (sheet, context) => {
      sheet.getRange("A:A").insert("Right");
      await context.sync();
    });
    const bytes = await saveWorkbook(await host.workbook.toData(), origin);
    const text = await part(bytes, "xl/worksheets/sheet3.xml");
    expect(text.match(/<conditionalFormatting sqref="[^"]*"/g)).toEqual(
      ["E1:E9", "C1:C9", "D1:D9"].map((one) => `<conditionalFormatting sqref="${one}"`),
    );
    expect(text).toContain(
      '<dataBar><cfvo type="min"/><cfvo type="percentile" val="90"/><color rgb="FF00FF00"/></dataBar>',
    );
    expect(text).toContain('<x14:dataBar border="1" direction="rightToLeft">');
    expect(text.match(/<xm:sqref>[^<]*/g)).toEqual(["<xm:sqref>D1:D9", "<xm:sqref>E1:E9"]);
    expect((await openWorkbook(bytes)).data.sheets[2]!.conditionalFormats.map(({ dataBar }) => dataBar)).toEqual([
      SOLID,
      ...data.sheets[2]!.conditionalFormats.map(({ dataBar }) => dataBar),
    ]);
  });

  test("a bar that is deleted takes its entry along", async () => {
    const { data, origin } = await openWorkbook(await foreign());
    host = await startExcel(data);
    await onSheet(async (sheet, context) => {
      sheet.getRange("C1:C9").conditionalFormats.clearAll();
      await context.sync();
    });
    const text = await part(await saveWorkbook(await host.workbook.toData(), origin), "xl/worksheets/sheet3.xml");
    expect(text).toContain('sqref="B1:B9"');
    expect(text).not.toContain("x14:");
    expect(text).not.toContain("<extLst");
  });
});
