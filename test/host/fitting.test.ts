import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import type { CellStyle, WorkbookData } from "../../src/host/workbook/data";
import { openWorkbook } from "../../src/host/workbook/file/open";
import { saveWorkbook } from "../../src/host/workbook/file/save";
import { workbookOf } from "./workbooks";

let host: Host;
afterEach(() => host.close());

const onSheet = <T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  Excel.run((context) => work(context.workbook.worksheets.getActiveWorksheet(), context));

const heightOf = (range: string, row = "1:1"): Promise<number> =>
  onSheet(async (sheet, context) => {
    sheet.getRange(range).format.autofitRows();
    const { format } = sheet.getRange(row).load("format/rowHeight");
    await context.sync();
    return format.rowHeight;
  });

const one = (value: string | number, style: CellStyle, width: number): WorkbookData => {
  const data = workbookOf([[value]]);
  data.sheets[0]!.cells[0]![0]!.style = style;
  data.sheets[0]!.columns = { 0: { width } };
  data.sheets[0]!.rows = { 0: { height: 99 } };
  return data;
};

describe("rows are as high as their cells need, by estimate", () => {
  test.each<[string, string | number, CellStyle, number, number]>([
    ["one line", "监管", { fontSize: 11 }, 54, 13.5],
    ["a text too long for its column, not wrapped", "监管事项明细表", { fontSize: 11 }, 54, 13.5],
    // Four characters of 10 points in 43.75 less the padding: ten characters make three lines of 12 points.
    ["a wrapped text", "一二三四五六七八九十", { fontSize: 10, wrap: true }, 43.75, 36],
    ["half as wide letters", "abcdefghij", { fontSize: 10, wrap: true }, 43.75, 24],
    ["lines of its own", "一\n二二二二二\n", { fontSize: 10, wrap: true }, 43.75, 48],
    ["a large font", "标题", { fontSize: 22 }, 54, 27],
    ["a small font", "注", { fontSize: 8 }, 54, 13.5],
    ["a long number", 1234567890123, { fontSize: 10, wrap: true }, 30, 13.5],
    ["more than a row can be high", "字".repeat(400), { fontSize: 10, wrap: true }, 20, 409.5],
  ])("%s", async (_, value, style, width, height) => {
    host = await startExcel(one(value, style, width));
    expect(await heightOf("A1")).toBe(height);
  });

  test("merged cells do not count, formulas do, other rows stay", async () => {
    const data = workbookOf([
      ["一二三四五六七八九十", "甲"],
      ['=REPT("字",10)', ""],
      ["旧", ""],
    ]);
    const [sheet] = data.sheets;
    sheet!.merges = [{ firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 1 }];
    for (const row of [0, 1]) sheet!.cells[row]![0]!.style = { wrap: true, fontSize: 10 };
    sheet!.columns = { 0: { width: 43.75 } };
    sheet!.rows = { 0: { height: 50 }, 2: { height: 50 } };
    host = await startExcel(data);
    const heights = [await heightOf("A1:A2"), await heightOf("A1:A2", "2:2"), await heightOf("A1:A2", "3:3")];
    expect(heights).toEqual([13.5, 36, 50]);
  });

  test("in a whole sheet, a file then names no heights, so that Excel fits the rows anew", async () => {
    const { data, origin } = await openWorkbook(
      await saveWorkbook(one("一二三四五六七八九十", { fontSize: 10, wrap: true }, 43.5)),
    );
    host = await startExcel(data);
    expect(
      await onSheet(async (sheet, context) => {
        sheet.getRange().format.autofitRows();
        const { format } = sheet.getRange("A1").load("format/rowHeight");
        await context.sync();
        return format.rowHeight;
      }),
    ).toBe(36);
    expect((await openWorkbook(await saveWorkbook(await host.workbook.toData(), origin))).data.sheets[0]!.rows).toEqual(
      {},
    );
  });

  test("a height set later holds", async () => {
    host = await startExcel(one("甲", {}, 54));
    await heightOf("A1");
    await onSheet(async (sheet, context) => {
      sheet.getRange("A1").format.rowHeight = 30;
      await context.sync();
    });
    expect((await host.workbook.toData()).sheets[0]!.rows).toEqual({ 0: { height: 30 } });
  });
});

test("columns are as wide as what stands on one line, by estimate", async () => {
  const data = workbookOf([["监管事项", 12345.5, "", "一二三四五六七八九十"]]);
  const [sheet] = data.sheets;
  sheet!.cells[0]![0]!.style = { fontSize: 10 };
  sheet!.cells[0]![1]!.style = { fontSize: 10, numberFormat: "#,##0.00" };
  sheet!.cells[0]![3]!.style = { wrap: true };
  sheet!.columns = { 2: { width: 33 }, 3: { width: 66 } };
  host = await startExcel(data);
  await onSheet(async (on, context) => {
    on.getRange("A:D").format.autofitColumns();
    await context.sync();
  });
  // Four characters of 10 points; nine of half of that in 12,345.50.
  expect((await host.workbook.toData()).sheets[0]!.columns).toEqual({
    0: { width: 44.25 },
    1: { width: 48.75 },
    2: { width: 33 },
    3: { width: 66 },
  });
});

test("a protected sheet is not fitted", async () => {
  const data = one("甲", {}, 54);
  data.sheets[0]!.protected = true;
  host = await startExcel(data);
  await expect(heightOf("A1")).rejects.toMatchObject({ code: "AccessDenied" });
});
