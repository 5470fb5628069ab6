import { SetRangeValuesMutation } from "@univerjs/sheets";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import type { WorkbookData } from "../../src/host/workbook/data";
import { workbookOf } from "./workbooks";

let host: Host;
afterEach(() => host.close());

const onSheet = <T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  Excel.run((context) => work(context.workbook.worksheets.getItem("附件2"), context));

const area = (firstRow: number, firstColumn: number, lastRow: number, lastColumn: number) => ({
  firstRow,
  firstColumn,
  lastRow,
  lastColumn,
});

/** A table with something of every kind to the left of, across and to the right of column C. */
function table(): WorkbookData {
  const data = workbookOf([
    ["标题", "", "", "", "备注"],
    [1, 2, 3, "=A2+B2+C2", "x"],
    [4, 5, 6, "=SUM(A3:C3)", "y"],
  ]);
  const sheet = data.sheets[0]!;
  sheet.cells[1]![1]!.style = { fill: "#FFFF00", bold: true };
  sheet.merges = [area(0, 0, 0, 3), area(4, 0, 4, 1), area(4, 4, 5, 5)];
  sheet.columns = { 1: { width: 30 }, 4: { width: 90 } };
  sheet.frozen = { rows: 1, columns: 1 };
  sheet.conditionalFormats = [
    { areas: [area(1, 3, 2, 3)], formula: "=$D2>$B2", format: { fill: "#FFC7CE" }, stopIfTrue: false },
  ];
  sheet.validations = [
    { areas: [area(1, 1, 2, 2)], rule: { type: "WholeNumber", formula1: 0, formula2: 9, operator: "Between" } },
  ];
  sheet.page.printArea = [area(0, 0, 2, 4)];
  sheet.page.titleRows = { first: 0, last: 0 };
  data.names = [
    { name: "总列", formula: "=附件2!$D$2:$D$3", visible: true },
    { name: "本表", sheet: "附件2", formula: "=附件2!$E:$E", visible: false },
  ];
  data.sheets.push({ ...workbookOf([["=附件2!D3*2", "=SUM(附件2!B2:E3)"]], "另表").sheets[0]! });
  return data;
}

test("inserting two columns before C moves and stretches all that refers to them", async () => {
  host = await startExcel(table());
  await onSheet(async (sheet, context) => {
    sheet.getRange("C:D").insert("Right");
    await context.sync();
  });
  const data = await host.workbook.toData();
  const sheet = data.sheets[0]!;
  expect(
    Object.values(sheet.cells).map((row) =>
      Object.entries(row).map(([column, cell]) => `${column}:${cell.formula ?? cell.value ?? ""}`),
    ),
  ).toEqual([
    ["0:标题", "6:备注"],
    ["0:1", "1:2", "2:", "3:", "4:3", "5:=A2+B2+E2", "6:x"],
    ["0:4", "1:5", "4:6", "5:=SUM(A3:E3)", "6:y"],
  ]);
  expect(sheet.cells[1]![2]!.style).toEqual({ fill: "#FFFF00", bold: true });
  expect(sheet.merges).toEqual([area(0, 0, 0, 5), area(4, 0, 4, 1), area(4, 6, 5, 7)]);
  expect(sheet.columns).toEqual({ 1: { width: 30 }, 2: { width: 30 }, 3: { width: 30 }, 6: { width: 90 } });
  expect(sheet.frozen).toEqual({ rows: 1, columns: 1 });
  expect(sheet.conditionalFormats).toMatchObject([{ areas: [area(1, 5, 2, 5)], formula: "=$F2>$B2" }]);
  // Column C was the second of two: the insertion is strictly inside.
  expect(sheet.validations).toMatchObject([{ areas: [area(1, 1, 2, 4)] }]);
  expect(sheet.page.printArea).toEqual([area(0, 0, 2, 6)]);
  expect(data.names.map((name) => name.formula)).toEqual(["=附件2!$F$2:$F$3", "=附件2!$G:$G"]);
  expect(data.sheets[1]!.cells[0]![0]).toEqual({ formula: "=附件2!F3*2", value: 30 });
  expect(data.sheets[1]!.cells[0]![1]).toEqual({ formula: "=SUM(附件2!B2:G3)", value: 37 });
});

test("deleting column B loses what referred to it alone", async () => {
  host = await startExcel(table());
  await onSheet(async (sheet, context) => {
    sheet.getRange("B:B").delete("Left");
    await context.sync();
  });
  const data = await host.workbook.toData();
  const sheet = data.sheets[0]!;
  expect(sheet.cells[1]![2]).toMatchObject({ formula: "=A2+#REF!+B2", value: "#REF!", error: true });
  expect(sheet.cells[2]![2]).toMatchObject({ formula: "=SUM(A3:B3)", value: 10 });
  expect(sheet.merges).toEqual([area(0, 0, 0, 2), area(4, 3, 5, 4)]);
  expect(sheet.columns).toEqual({ 3: { width: 90 } });
  expect(sheet.conditionalFormats).toMatchObject([{ areas: [area(1, 2, 2, 2)], formula: "=$C2>#REF!" }]);
  expect(sheet.validations).toMatchObject([{ areas: [area(1, 1, 2, 1)] }]);
  expect(data.names.map((name) => name.formula)).toEqual(["=附件2!$C$2:$C$3", "=附件2!$D:$D"]);
  expect(data.sheets[1]!.cells[0]![0]).toMatchObject({ formula: "=附件2!C3*2", value: 20 });
});

test("inserting and deleting again leaves the workbook as it was", async () => {
  host = await startExcel(table());
  const before = await host.workbook.toData();
  await onSheet(async (sheet, context) => {
    sheet.getRange("C:G").insert("Right");
    sheet.getRange("2:4").insert("Down");
    await context.sync();
    sheet.getRange("2:4").delete("Up");
    sheet.getRange("C:G").delete("Left");
    await context.sync();
  });
  expect(await host.workbook.toData()).toEqual(before);
});

test("rows move formulas, merges and title rows", async () => {
  host = await startExcel(table());
  await onSheet(async (sheet, context) => {
    sheet.getRange("1:1").insert("Down");
    await context.sync();
  });
  const sheet = (await host.workbook.toData()).sheets[0]!;
  expect(sheet.cells[2]![3]!.formula).toBe("=A3+B3+C3");
  expect(sheet.merges[0]).toEqual(area(1, 0, 1, 3));
  expect(sheet.page.titleRows).toEqual({ first: 1, last: 1 });
  expect(sheet.frozen).toEqual({ rows: 2, columns: 1 });
});

test("a range follows its cells, and is gone with them", async () => {
  host = await startExcel(table());
  await onSheet(async (sheet, context) => {
    const range = sheet.getRange("D2:D3");
    range.load("address");
    await context.sync();
    const inserted = sheet.getRange("B:C").insert("Right");
    inserted.load("address");
    range.load("address");
    await context.sync();
    expect([range.address, inserted.address]).toEqual(["附件2!F2:F3", "附件2!B:C"]);
    sheet.getRange("F:F").delete("Left");
    range.load("address");
    await expect(context.sync()).rejects.toMatchObject({ code: "InvalidReference" });
  });
});

test("columns in use are not pushed off the sheet", async () => {
  host = await startExcel(workbookOf([[1]]));
  await onSheet(async (sheet, context) => {
    sheet.getRange("XFD1").values = [["last"]];
    sheet.getRange("B:B").insert("Right");
    await expect(context.sync()).rejects.toMatchObject({ code: "InsertDeleteConflict" });
  });
});

test("blocks of cells are not shifted", async () => {
  host = await startExcel(workbookOf([[1]]));
  await onSheet(async (sheet, context) => {
    sheet.getRange("A1:B2").insert("Right");
    await expect(context.sync()).rejects.toMatchObject({
      code: "ApiNotFound",
      message: "Range.insert(Right) of cells that are no whole rows or columns is not implemented by the host",
    });
  });
});

test("a deleted sheet leaves #REF! behind", async () => {
  host = await startExcel(table());
  await onSheet(async (sheet, context) => {
    sheet.delete();
    await context.sync();
  });
  const data = await host.workbook.toData();
  expect(data.sheets.map((sheet) => sheet.name)).toEqual(["另表"]);
  expect(data.activeSheet).toBe("另表");
  expect(data.sheets[0]!.cells[0]![0]).toMatchObject({ formula: "=附件2!#REF!*2", value: "#REF!" });
  expect(data.names).toEqual([{ name: "总列", formula: "=附件2!#REF!", visible: true }]);
});

describe("a formula copied down a column", () => {
  const copied = async (): Promise<void> => {
    host = await startExcel(workbookOf([[1], [2], [3], [4]]));
    await onSheet(async (sheet, context) => {
      sheet.getRange("B1:C4").formulas = [1, 2, 3, 4].map((row) => [
        `=A${row}*10+$A$1`,
        row === 3 ? "=A3" : `=SUM(A$1:A${row})`,
      ]);
      await context.sync();
    });
  };
  const formulas = async (address: string): Promise<unknown[][]> =>
    onSheet(async (sheet, context) => {
      const range = sheet.getRange(address).load("formulas,values");
      await context.sync();
      return range.formulas.map((row, r) => row.map((formula, c) => `${formula}→${range.values[r]![c]}`));
    });

  test("reads row by row as it was written", async () => {
    await copied();
    expect(await formulas("B1:C4")).toEqual([
      ["=A1*10+$A$1→11", "=SUM(A$1:A1)→1"],
      ["=A2*10+$A$1→21", "=SUM(A$1:A2)→3"],
      ["=A3*10+$A$1→31", "=A3→3"],
      ["=A4*10+$A$1→41", "=SUM(A$1:A4)→10"],
    ]);
  });

  test("stays when its first cell is overwritten", async () => {
    await copied();
    await onSheet(async (sheet, context) => {
      sheet.getRange("B1").values = [[7]];
      sheet.getRange("B3").clear("Contents");
      await context.sync();
    });
    expect(await formulas("B1:B4")).toEqual([["7→7"], ["=A2*10+$A$1→21"], ["→"], ["=A4*10+$A$1→41"]]);
  });

  test("stays when a person overwrites its first cell in the grid", async () => {
    await copied();
    const { commands, unitId, activeSheet } = host.workbook;
    commands.syncExecuteCommand(SetRangeValuesMutation.id, {
      unitId,
      subUnitId: activeSheet.id,
      cellValue: { 0: { 1: { v: 7, t: 2, f: null, si: null } } },
    });
    expect(await formulas("B1:B4")).toEqual([["7→7"], ["=A2*10+$A$1→21"], ["=A3*10+$A$1→31"], ["=A4*10+$A$1→41"]]);
  });

  test("stays when its first row is deleted or rows are put between", async () => {
    await copied();
    await onSheet(async (sheet, context) => {
      sheet.getRange("1:1").delete("Up");
      sheet.getRange("2:2").insert("Down");
      await context.sync();
    });
    expect(await formulas("B1:B4")).toEqual([
      ["=A1*10+#REF!→#REF!"],
      ["→"],
      ["=A3*10+#REF!→#REF!"],
      ["=A4*10+#REF!→#REF!"],
    ]);
  });
});
