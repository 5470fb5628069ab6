import ExcelJS from "exceljs";

/** A workbook by another library, with one of each thing that ours has to read or to leave alone. */
export async function writtenByExcelJs(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("附件 2", { views: [{ state: "frozen", xSplit: 2, ySplit: 4 }] });
  sheet.getCell("A1").value = "附件2";
  sheet.getCell("A1").font = { name: "黑体", size: 16, bold: true, color: { argb: "FF1F497D" }, strike: true };
  sheet.mergeCells("A2:G2");
  sheet.getCell("A2").value = { richText: [{ text: "红", font: { color: { argb: "FFFF0000" } } }, { text: "黑 " }] };
  sheet.getCell("B5").value = 0.35;
  sheet.getCell("B5").numFmt = "0%";
  sheet.getCell("C5").value = { formula: 'IF(B5>0,"A1"&B5,"")', result: "A10.35" };
  sheet.getCell("C6").value = { formula: "B5*2", result: 0.7 };
  sheet.getCell("C7").value = { formula: "B5>1", result: false as unknown as number };
  sheet.getCell("C8").value = { formula: "1/0", result: { error: "#DIV/0!" } };
  sheet.getCell("D5").value = "35";
  sheet.getCell("D5").numFmt = "@";
  sheet.getCell("E5").value = true;
  sheet.getCell("F5").value = { error: "#N/A" };
  sheet.getCell("G5").value = new Date(Date.UTC(2025, 7, 19));
  sheet.getCell("G5").numFmt = "yyyy-mm-dd";
  sheet.getCell("H5").fill = {
    type: "pattern",
    pattern: "darkUp",
    fgColor: { argb: "FF888888" },
    bgColor: { argb: "FFFFFF00" },
  };
  sheet.getCell("H6").fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFC7CE" } };
  sheet.getCell("H6").border = { top: { style: "thin" }, left: { style: "double", color: { argb: "FFFF0000" } } };
  sheet.getCell("H6").alignment = { horizontal: "centerContinuous", vertical: "middle", wrapText: true, indent: 1 };
  sheet.getCell("I5").value = "有批注";
  sheet.getCell("I5").note = "批注内容";
  sheet.fillFormula("J5:J7", "B5+$B$5", [0.7, 0.35, 0.35]);
  sheet.getColumn(2).width = 30;
  sheet.getColumn(3).width = 10;
  sheet.getColumn(3).hidden = true;
  sheet.getRow(7).height = 40.5;
  sheet.getRow(8).hidden = true;
  sheet.addConditionalFormatting({
    ref: "B5:B9",
    rules: [
      { type: "cellIs", operator: "greaterThan", priority: 2, formulae: [3], style: { font: { italic: true } } },
      {
        type: "expression",
        priority: 1,
        formulae: ["$B5<1"],
        style: {
          font: { bold: true, color: { argb: "FF9C0006" } },
          fill: { type: "pattern", pattern: "solid", bgColor: { argb: "FFFFC7CE" } },
        },
      },
    ],
  });
  sheet.getCell("K5").dataValidation = {
    type: "whole",
    operator: "between",
    formulae: [0, "$B$5"],
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: "填报有误",
    error: "请填整数",
  };
  sheet.getCell("L5").dataValidation = { type: "list", formulae: ['"是,否"'] };
  sheet.getCell("M5").dataValidation = { type: "decimal", operator: "greaterThan", formulae: [0.5] };
  Object.assign(sheet.pageSetup, {
    paperSize: 8,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: "3:4",
    horizontalCentered: true,
  });
  sheet.pageSetup.printArea = "A1:L20";
  sheet.pageSetup.margins = { left: 0.5, right: 0.5, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };
  sheet.headerFooter.oddHeader = '&L附件2&C&"宋体"&12甲&&乙&R&D';
  sheet.headerFooter.oddFooter = "第&P页";
  await sheet.protect("", { formatCells: true });
  book.addWorksheet("隐藏", { state: "veryHidden" });
  book.addWorksheet("第三张").getCell("A1").value = 3;
  book.views = [{ x: 0, y: 0, width: 10000, height: 20000, firstSheet: 0, activeTab: 2, visibility: "visible" }];
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Reads bytes with that library. */
export async function readByExcelJs(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  return book;
}
