import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import type { SheetData, WorkbookData } from "../../src/host/workbook/data";
import { openWorkbook } from "../../src/host/workbook/file/open";
import { saveWorkbook } from "../../src/host/workbook/file/save";
import { renameSheets, renaming } from "../../src/host/workbook/sheet-references";
import { readByExcelJs } from "./file/written-by-exceljs";
import { workbookOf } from "./workbooks";

let host: Host;
afterEach(() => host?.close());

const area = (firstRow: number, firstColumn: number, lastRow: number, lastColumn: number) => ({
  firstRow,
  firstColumn,
  lastRow,
  lastColumn,
});
const plain = (name: string, more: Partial<SheetData> = {}): SheetData => ({
  ...workbookOf([[name]], name).sheets[0]!,
  ...more,
});
const book = (...sheets: SheetData[]): WorkbookData => ({ ...workbookOf([[1]]), sheets, activeSheet: sheets[0]!.name });

const onBook = <T>(
  work: (sheets: Excel.WorksheetCollection, context: Excel.RequestContext) => Promise<T>,
): Promise<T> => Excel.run((context) => work(context.workbook.worksheets, context));

const tabs = (): Promise<string[]> =>
  onBook(async (sheets, context) => {
    sheets.load("items/name,items/position");
    await context.sync();
    expect(sheets.items.map((sheet) => sheet.position)).toEqual(sheets.items.map((_, index) => index));
    return sheets.items.map((sheet) => sheet.name);
  });

test.each([
  ["=附件2!A1+SUM('附件2'!A:A)", "明细", "=明细!A1+SUM(明细!A:A)"],
  ["=附件2!A1", "考核 表", "='考核 表'!A1"],
  ["=附件2!A1", "It's", "='It''s'!A1"],
  ["=附件2!A1", "B2", "='B2'!A1"],
  ['=IF(附件2!A1="附件2!A1","附件2!",附件2x!A1)', "新", '=IF(新!A1="附件2!A1","附件2!",附件2x!A1)'],
  ["=附件2!监管_列*附件2!#REF!+#REF!", "新", "=新!监管_列*新!#REF!+#REF!"],
  ["=SUM(附件2:附件3!A1)+SUM('附件1:附件2'!A1)", "新", "=SUM(新:附件3!A1)+SUM(附件1:新!A1)"],
  ["=[1]附件2!A1+'[1]附件2'!A1+'D:\\[a.xlsx]附件2'!A1", "新", "=[1]附件2!A1+'[1]附件2'!A1+'D:\\[a.xlsx]附件2'!A1"],
  ["=表1[[#All],[附件2]]+附件2!A1", "新", "=表1[[#All],[附件2]]+新!A1"],
])("%s after renaming 附件2 to %s", (formula, name, expected) => {
  expect(renameSheets(formula, renaming("附件2", name))).toBe(expected);
});

describe("a sheet's name", () => {
  const referred = (): WorkbookData => {
    const data = book(plain("附件2"), plain("汇总"));
    const [first, second] = data.sheets as [SheetData, SheetData];
    first.cells = { 0: { 0: { value: 3 }, 1: { formula: "=附件2!A1*2", value: 6 } } };
    first.conditionalFormats = [
      { areas: [area(0, 0, 9, 0)], formula: "=$A1>附件2!$B$1", format: {}, stopIfTrue: false },
    ];
    first.page.printArea = [area(0, 0, 4, 1)];
    second.cells = {
      0: { 0: { formula: "=附件2!A1+SUM('附件2'!A:A)", value: 6 } },
      1: { 0: { formula: "=附件2!A1", value: 3 } },
      2: { 0: { formula: "=附件2!A2", value: 0 } },
    };
    second.validations = [
      { areas: [area(0, 2, 9, 2)], rule: { type: "List", source: "=附件2!$A$1:$A$9", inCellDropDown: true } },
    ];
    second.conditionalFormats = [{ areas: [area(0, 0, 9, 0)], formula: "=附件2!$A1>1", format: {}, stopIfTrue: false }];
    data.names = [
      { name: "全表", formula: "=附件2!$A$1:$B$9", visible: true },
      { name: "本表", sheet: "附件2", formula: "=附件2!$A:$A", visible: false },
    ];
    return data;
  };
  const renamed = (): Promise<unknown> =>
    onBook(async (sheets, context) => {
      const sheet = sheets.getItem("附件2");
      const range = sheet.getRange("A1");
      sheet.name = "考核 表";
      range.load("address");
      const found = sheets.getItem("考核 表").load("name,id");
      const cell = sheets.getItem("汇总").getRange("A1").load("formulas,values");
      sheets.getItem("考核 表").getRange("A1").values = [[5]];
      const after = sheets.getItem("汇总").getRange("A1").load("values");
      await context.sync();
      return [range.address, found.name, cell.formulas[0]![0], after.values[0]![0]];
    });

  test("is followed by all that names it, and formulas go on calculating", async () => {
    host = await startExcel(referred());
    expect(await renamed()).toEqual(["'考核 表'!A1", "考核 表", "='考核 表'!A1+SUM('考核 表'!A:A)", 10]);
    const data = await host.workbook.toData();
    expect(data.sheets.map((sheet) => [sheet.name, sheet.conditionalFormats[0]!.formula])).toEqual([
      ["考核 表", "=$A1>'考核 表'!$B$1"],
      ["汇总", "='考核 表'!$A1>1"],
    ]);
    expect(data.sheets[0]!.cells[0]![1]).toEqual({ formula: "='考核 表'!A1*2", value: 10 });
    expect(data.sheets[1]!.validations[0]!.rule).toEqual({
      type: "List",
      source: "='考核 表'!$A$1:$A$9",
      inCellDropDown: true,
    });
    expect(data.names).toEqual([
      { name: "全表", formula: "='考核 表'!$A$1:$B$9", visible: true },
      { name: "本表", sheet: "考核 表", formula: "='考核 表'!$A:$A", visible: false },
    ]);
    expect(data.activeSheet).toBe("考核 表");
  });

  test("changes in the file that the workbook was opened from, and nothing else does", async () => {
    const { data, origin } = await openWorkbook(await saveWorkbook(referred()));
    host = await startExcel(data);
    await renamed();
    const bytes = await saveWorkbook(await host.workbook.toData(), origin);
    const again = (await openWorkbook(bytes)).data;
    expect(again).toEqual(await host.workbook.toData());
    expect(again.sheets[0]!.page.printArea).toEqual([area(0, 0, 4, 1)]);
    expect((await readByExcelJs(bytes)).worksheets.map((sheet) => [sheet.name, sheet.getCell("A1").formula])).toEqual([
      ["考核 表", undefined],
      ["汇总", "'考核 表'!A1+SUM('考核 表'!A:A)"],
    ]);
  });

  test.each([
    ["", "InvalidArgument"],
    ["甲/乙", "InvalidArgument"],
    ["甲[1]", "InvalidArgument"],
    ["'甲", "InvalidArgument"],
    ["History", "InvalidArgument"],
    ["一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二", "InvalidArgument"],
    ["汇总", "ItemAlreadyExists"],
  ])("%j is refused as %s", async (name, code) => {
    host = await startExcel(referred());
    await expect(
      onBook(async (sheets, context) => {
        sheets.getItem("附件2").name = name;
        await context.sync();
      }),
    ).rejects.toMatchObject({ code });
    expect(await tabs()).toEqual(["附件2", "汇总"]);
  });

  test("may differ in case alone", async () => {
    host = await startExcel(
      book(plain("data"), plain("汇总", { cells: { 0: { 0: { formula: "=data!A1", value: "data" } } } })),
    );
    await onBook(async (sheets, context) => {
      sheets.getItem("data").name = "Data";
      await context.sync();
    });
    expect(await tabs()).toEqual(["Data", "汇总"]);
    expect((await host.workbook.toData()).sheets[1]!.cells[0]![0]!.formula).toBe("=Data!A1");
  });
});

describe("a sheet's place", () => {
  test.each([
    ["甲", 2, ["乙", "丙", "甲", "丁"]],
    ["丁", 0, ["丁", "甲", "乙", "丙"]],
    ["丙", 1, ["甲", "丙", "乙", "丁"]],
    ["乙", 1, ["甲", "乙", "丙", "丁"]],
  ])("%s moved to %i", async (name, position, expected) => {
    host = await startExcel(book(plain("甲"), plain("乙", { visibility: "Hidden" }), plain("丙"), plain("丁")));
    await onBook(async (sheets, context) => {
      sheets.getItem(name).position = position;
      await context.sync();
    });
    expect(await tabs()).toEqual(expected);
    const data = await host.workbook.toData();
    expect(data.activeSheet).toBe("甲");
    expect((await openWorkbook(await saveWorkbook(data))).data.sheets.map((sheet) => sheet.name)).toEqual(expected);
  });

  test.each([-1, 2, 0.5])("%d is none", async (position) => {
    host = await startExcel(book(plain("甲"), plain("乙")));
    await expect(
      onBook(async (sheets, context) => {
        sheets.getItem("甲").position = position;
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "InvalidArgument" });
  });
});

test("a tab's colour is set, read, saved and taken away", async () => {
  host = await startExcel(
    book(plain("甲", { tabColor: "#00B050" }), plain("乙"), plain("丙", { visibility: "Hidden", tabColor: "#FF0000" })),
  );
  const colors = await onBook(async (sheets, context) => {
    sheets.getItem("乙").tabColor = "orange";
    sheets.load("items/tabColor");
    await context.sync();
    const found = sheets.items.map((sheet) => sheet.tabColor);
    sheets.getItem("甲").tabColor = "";
    await context.sync();
    return found;
  });
  expect(colors).toEqual(["#00B050", "#FFA500", null]);
  const bytes = await saveWorkbook(await host.workbook.toData());
  const again = await openWorkbook(bytes);
  expect(again.data.sheets.map((sheet) => sheet.tabColor)).toEqual([undefined, "#FFA500", "#FF0000"]);
  expect((await readByExcelJs(bytes)).getWorksheet("乙")!.properties.tabColor).toEqual({ argb: "FFFFA500" });
  again.data.sheets[1]!.tabColor = undefined;
  expect((await openWorkbook(await saveWorkbook(again.data, again.origin))).data.sheets[1]!.tabColor).toBeUndefined();
});

describe("deleting", () => {
  test.each([
    ["the first", "甲", "丙"],
    ["one in the middle, its neighbour hidden", "丙", "戊"],
    ["the last", "戊", "丙"],
  ])("%s while it is open opens the next to the right, or the last", async (_, name, opened) => {
    host = await startExcel({
      ...book(
        plain("甲"),
        plain("乙", { visibility: "Hidden" }),
        plain("丙"),
        plain("丁", { visibility: "Hidden" }),
        plain("戊"),
      ),
      activeSheet: name,
    });
    const active = await onBook(async (sheets, context) => {
      sheets.getActiveWorksheet().delete();
      const now = sheets.getActiveWorksheet().load("name");
      await context.sync();
      return now.name;
    });
    expect(active).toBe(opened);
    expect(await tabs()).toEqual(["甲", "乙", "丙", "丁", "戊"].filter((other) => other !== name));
  });

  test("and adding again gives ids that no sheet had, and a name that is free again", async () => {
    host = await startExcel(book(plain("Sheet1"), plain("Sheet2")));
    const ids = await onBook(async (sheets, context) => {
      const found: string[] = [];
      const added = [sheets.add(), sheets.add("明细")];
      added.forEach((sheet) => sheet.load("id,name"));
      sheets.load("items/id");
      const active = sheets.getActiveWorksheet().load("name");
      await context.sync();
      expect(active.name).toBe("Sheet1");
      expect(added.map((sheet) => sheet.name)).toEqual(["Sheet3", "明细"]);
      found.push(...sheets.items.map((sheet) => sheet.id));
      added.forEach((sheet) => sheet.delete());
      const again = [sheets.add("明细"), sheets.add()];
      again.forEach((sheet) => sheet.load("id,name"));
      again[0]!.getRange("A1:B1").formulas = [[7, "=A1*2"]];
      const cell = again[0]!.getRange("B1").load("values");
      const gone = sheets.getItemOrNullObject(added[0]!.id).load("name");
      await context.sync();
      expect([again.map((sheet) => sheet.name), cell.values[0]![0], gone.isNullObject]).toEqual([
        ["明细", "Sheet3"],
        14,
        true,
      ]);
      return [...found, ...again.map((sheet) => sheet.id)];
    });
    expect(new Set(ids).size).toBe(6);
  });

  test("loses what rules of other sheets refer to", async () => {
    const other = plain("乙");
    other.validations = [
      { areas: [area(0, 0, 9, 0)], rule: { type: "List", source: "=甲!$A$1:$A$9", inCellDropDown: true } },
    ];
    other.conditionalFormats = [{ areas: [area(0, 0, 9, 0)], formula: "=A1>甲!$A$1", format: {}, stopIfTrue: false }];
    host = await startExcel(book(plain("甲"), other));
    await onBook(async (sheets, context) => {
      sheets.getItem("甲").delete();
      await context.sync();
    });
    const [sheet] = (await host.workbook.toData()).sheets;
    expect([sheet!.validations[0]!.rule, sheet!.conditionalFormats[0]!.formula]).toEqual([
      { type: "List", source: "=甲!#REF!", inCellDropDown: true },
      "=A1>甲!#REF!",
    ]);
  });

  test("and adding one of the same name leaves nothing of the old one in the file", async () => {
    const old = plain("明细");
    old.cells[0]![0]!.style = { bold: true };
    old.page.header.left = "旧";
    const { data, origin } = await openWorkbook(
      await saveWorkbook({
        ...book(plain("甲"), old),
        names: [{ name: "本表", sheet: "明细", formula: "=明细!$A$1", visible: true }],
      }),
    );
    host = await startExcel(data);
    await onBook(async (sheets, context) => {
      sheets.getItem("明细").delete();
      sheets.add("明细").getRange("A1").values = [["新"]];
      await context.sync();
    });
    const again = (await openWorkbook(await saveWorkbook(await host.workbook.toData(), origin))).data;
    expect(again.names).toEqual([]);
    expect(again.sheets[1]!.page.header.left).toBe("");
    expect(again.sheets[1]!.cells[0]![0]).toMatchObject({ value: "新" });
    expect(again.sheets[1]!.cells[0]![0]!.style?.bold).toBeUndefined();
  });
});
