import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import { openWorkbook } from "../../src/host/workbook/file/open";
import { saveWorkbook } from "../../src/host/workbook/file/save";
import { readByExcelJs } from "./file/written-by-exceljs";
import { workbookOf } from "./workbooks";

let host: Host;
afterEach(() => host.close());

const onSheet = <T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  Excel.run((context) => work(context.workbook.worksheets.getActiveWorksheet(), context));

const look = async (): Promise<unknown[]> =>
  onSheet(async (sheet, context) => {
    const [cell, plain] = [sheet.getRange("A1"), sheet.getRange("B2")];
    sheet.load("showGridlines");
    cell.load(
      "format/indentLevel,format/horizontalAlignment,format/verticalAlignment,format/rowHeight,format/font/name",
    );
    plain.load("format/indentLevel,format/horizontalAlignment");
    await context.sync();
    const { indentLevel, horizontalAlignment, verticalAlignment, rowHeight, font } = cell.format;
    return [
      sheet.showGridlines,
      indentLevel,
      horizontalAlignment,
      verticalAlignment,
      rowHeight,
      font.name,
      plain.format.indentLevel,
      plain.format.horizontalAlignment,
    ];
  });

test("grid lines, indents, font, alignment and the height of whole rows are set, saved and opened again", async () => {
  host = await startExcel(
    workbookOf([
      ["附件2", 2],
      [3, 4],
    ]),
  );
  expect(await look()).toEqual([true, 0, "General", "Bottom", 13.5, "宋体", 0, "General"]);
  await onSheet(async (sheet, context) => {
    sheet.showGridlines = false;
    const { format } = sheet.getRange("A1");
    format.indentLevel = 2;
    format.verticalAlignment = "Top";
    format.font.name = "方正小标宋简体";
    sheet.getRange("1:1").format.rowHeight = 30;
    await context.sync();
  });
  const wanted = [false, 2, "Left", "Top", 30, "方正小标宋简体", 0, "General"];
  expect(await look()).toEqual(wanted);

  const bytes = await saveWorkbook(await host.workbook.toData());
  const sheet = (await readByExcelJs(bytes)).worksheets[0]!;
  expect(sheet.getCell("A1").alignment).toMatchObject({ horizontal: "left", vertical: "top", indent: 2 });
  expect(sheet.views[0]).toMatchObject({ showGridLines: false });
  host.close();
  const opened = await openWorkbook(bytes);
  host = await startExcel(opened.data);
  expect(await look()).toEqual(wanted);

  await onSheet(async (sheet, context) => {
    sheet.showGridlines = true;
    sheet.getRange("A1").format.indentLevel = 0;
    await context.sync();
  });
  const again = (await readByExcelJs(await saveWorkbook(await host.workbook.toData(), opened.origin))).worksheets[0]!;
  expect(again.getCell("A1").alignment.indent).toBeUndefined();
  expect(again.views[0]).toMatchObject({ showGridLines: true });
});

test("text at the right keeps its side when it is indented, and an indent is a whole number", async () => {
  host = await startExcel(workbookOf([["右"]]));
  await onSheet(async (sheet, context) => {
    const { format } = sheet.getRange("A1:B1");
    format.horizontalAlignment = "Right";
    format.indentLevel = 1;
    format.load("indentLevel,horizontalAlignment");
    await context.sync();
    expect([format.indentLevel, format.horizontalAlignment]).toEqual([1, "Right"]);
    format.indentLevel = 1.5;
    await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
  });
});
