import type { SheetData, WorkbookData } from "../../../src/host/workbook/data";
import { openWorkbook } from "../../../src/host/workbook/file/open";
import { writtenByExcelJs } from "./written-by-exceljs";

describe("Opening a workbook of another library", () => {
  let book: WorkbookData;
  let sheet: SheetData;
  const cell = (row: number, column: number) => sheet.cells[row]![column]!;

  beforeAll(async () => {
    book = (await openWorkbook(await writtenByExcelJs())).data;
    sheet = book.sheets[0]!;
  });

  test("lists the sheets with their visibility and the active one", () => {
    expect(book.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["附件 2", "Visible"],
      ["隐藏", "VeryHidden"],
      ["第三张", "Visible"],
    ]);
    expect(book.activeSheet).toBe("第三张");
    expect(sheet.protected).toBe(true);
    expect(book.sheets[2]!.protected).toBe(false);
  });

  test.each([
    ["text", 0, 0, { value: "附件2" }],
    ["rich text, its last space kept", 1, 0, { value: "红黑 " }],
    ["a percentage as its number", 4, 1, { value: 0.35 }],
    ["a formula with a text for its result", 4, 2, { formula: '=IF(B5>0,"A1"&B5,"")', value: "A10.35" }],
    ["a formula with a number", 5, 2, { formula: "=B5*2", value: 0.7 }],
    ["a formula with a truth value", 6, 2, { formula: "=B5>1", value: false }],
    ["a formula with an error", 7, 2, { formula: "=1/0", value: "#DIV/0!", error: true }],
    ["a number kept as text", 4, 3, { value: "35" }],
    ["a truth value", 4, 4, { value: true }],
    ["an error", 4, 5, { value: "#N/A", error: true }],
    ["a date as its serial number (19 August 2025)", 4, 6, { value: 45888 }],
    ["the first cell of a shared formula", 4, 9, { formula: "=B5+$B$5", value: 0.7 }],
    ["another cell of it", 6, 9, { formula: "=B7+$B$5", value: 0.35 }],
  ])("reads %s", (_, row, column, expected) => {
    const { value, formula, error } = cell(row, column);
    expect({ value, formula, error }).toEqual({ formula: undefined, error: undefined, ...expected });
  });

  test("reads the look of cells", () => {
    expect(cell(0, 0).style).toMatchObject({ fontName: "黑体", fontSize: 16, bold: true, color: "#1F497D" });
    expect(cell(4, 1).style).toMatchObject({ numberFormat: "0%" });
    expect(cell(4, 3).style).toMatchObject({ numberFormat: "@" });
    expect(cell(4, 6).style).toMatchObject({ numberFormat: "yyyy-mm-dd" });
    expect(cell(5, 7).style).toMatchObject({
      fill: "#FFC7CE",
      horizontal: "CenterAcrossSelection",
      vertical: "Center",
      wrap: true,
      borders: {
        top: { style: "Continuous", weight: "Thin", color: "#000000" },
        left: { style: "Double", weight: "Thick", color: "#FF0000" },
      },
    });
  });

  test("reads sizes in points: at Calibri 11 a character is 7 pixels, a pixel 3/4 point", () => {
    expect(sheet.columns[1]).toEqual({ width: (30 * 7 * 3) / 4 });
    expect(sheet.columns[2]).toEqual({ width: 52.5, hidden: true });
    expect(sheet.rows[6]).toEqual({ height: 40.5 });
    expect(sheet.rows[7]!.hidden).toBe(true);
    expect(sheet.defaultColumnWidth).toBe(48);
    expect(sheet.frozen).toEqual({ rows: 4, columns: 2 });
    expect(sheet.merges).toEqual([{ firstRow: 1, firstColumn: 0, lastRow: 1, lastColumn: 6 }]);
  });

  test("reads conditional formats by priority, formulas modelled and others kept", () => {
    const areas = [{ firstRow: 4, lastRow: 8, firstColumn: 1, lastColumn: 1 }];
    expect(sheet.conditionalFormats).toEqual([
      { areas, formula: "=$B5<1", format: { bold: true, color: "#9C0006", fill: "#FFC7CE" }, stopIfTrue: false },
      { areas, stopIfTrue: false, keep: expect.anything() },
    ]);
  });

  test("reads validations of whole numbers and lists as Office.js words them, others kept", () => {
    expect(sheet.validations).toEqual([
      {
        areas: [{ firstRow: 4, lastRow: 4, firstColumn: 10, lastColumn: 10 }],
        rule: { type: "WholeNumber", operator: "Between", formula1: 0, formula2: "=$B$5" },
        ignoreBlanks: true,
        errorAlert: { title: "填报有误", message: "请填整数", style: "Stop", showAlert: true },
        prompt: { title: "", message: "", showPrompt: false },
      },
      {
        areas: [{ firstRow: 4, lastRow: 4, firstColumn: 11, lastColumn: 11 }],
        rule: { type: "List", source: "是,否", inCellDropDown: true },
        ignoreBlanks: false,
        errorAlert: { title: "", message: "", style: "Stop", showAlert: false },
        prompt: { title: "", message: "", showPrompt: false },
      },
      { areas: [{ firstRow: 4, lastRow: 4, firstColumn: 12, lastColumn: 12 }], keep: expect.anything() },
    ]);
  });

  test("reads the page set-up, margins in points", () => {
    expect(sheet.page).toEqual({
      orientation: "Landscape",
      paperSize: "A3",
      zoom: { horizontalFitToPages: 1 },
      margins: { left: 36, right: 36, top: 54, bottom: 54, header: 21.6, footer: 21.6 },
      centerHorizontally: true,
      centerVertically: false,
      printArea: [{ firstRow: 0, lastRow: 19, firstColumn: 0, lastColumn: 11 }],
      titleRows: { first: 2, last: 3 },
      header: { left: "附件2", center: '&"宋体"&12甲&&乙', right: "&D" },
      footer: { left: "", center: "第&P页", right: "" },
    });
  });
});
