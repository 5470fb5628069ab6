import { undoLast } from "../../src/actions";
import type { Context } from "../../src/actions/action";
import { importFiles } from "../../src/actions/importFiles";
import { writeSheets } from "../../src/actions/writeSheets";
import type { SheetsWriting } from "../../src/actions/writeSheets";
import type { SheetPlan } from "../../src/core/plan/sheetPlan";
import { readContents } from "../../src/excel/contents";
import { inWorkbook } from "../../src/excel/session";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import { sheet } from "../core/sheet";
import { plainSheet, workbookOf, dataOf } from "./workbook";
import { NEAR_END } from "../moment";

/** Sheets written whole in several requests, over the real office.js. */

const NAME = "监管行为记录";
/** 600 rows of 6,000 characters each: three requests. */
const ROWS = Array.from({ length: 600 }, (_, index) => [`甲局${index}`, "长".repeat(6_000)]);
const AREA = { firstRow: 0, firstColumn: 0, lastRow: ROWS.length - 1, lastColumn: 1 };
const LONG: SheetPlan = {
  sheet: NAME,
  steps: [
    { do: "clearContents", area: AREA },
    { do: "write", area: AREA, formulas: ROWS },
  ],
  expected: [],
};

async function opened(): Promise<Host> {
  const host = await startExcel(
    workbookOf(
      plainSheet(sheet([["附件"]])),
      plainSheet(
        sheet(
          [
            ["部门", "事项编码", "办件日期"],
            ["甲局", "007", 45_901],
            ["乙局", "-", "2025-09-01"],
          ],
          { name: NAME },
        ),
      ),
    ),
  );
  // Text that begins with =, a formula, and a number.
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(NAME).getRange("A4:C4").formulas = [["'=1+1", "=1+1", 8]];
    await context.sync();
  });
  return host;
}
const write = (
  more: Partial<SheetsWriting> = {},
  { onProgress = () => {}, cancelled = () => false }: Partial<Context> = {},
) =>
  inWorkbook(async (excel) => {
    const before = await readContents(excel, [NAME]);
    const context = { action: importFiles, excel, now: NEAR_END, onProgress, cancelled };
    return writeSheets(context, {
      sheets: [{ plan: LONG, before: before.get(NAME)! }],
      memory: { version: 1, pages: {}, detail: { aliases: { 甲: "甲局" } } },
      ...more,
    });
  });

test("written in several requests, told how far it is, and undone with the memory", async () => {
  const host = await opened();
  const before = await dataOf(host);
  const shares: (number | undefined)[] = [];
  expect(await write({}, { onProgress: (_, share) => shares.push(share) })).toMatchObject({ done: true });
  expect(shares).toHaveLength(4);
  expect(shares).toEqual([...shares].sort());
  expect(shares.at(-1)).toBe(1);
  expect((await dataOf(host)).sheets[1]!.cells[599]![0]).toMatchObject({ value: "甲局599" });
  expect(await undoLast()).toMatchObject({ done: true });
  expect((await dataOf(host)).settings).toEqual(before.settings);
  expect((await dataOf(host)).sheets[1]!.cells).toEqual(before.sheets[1]!.cells);
});

test("stopped between two requests, all is as it was", async () => {
  const host = await opened();
  const before = await dataOf(host);
  let told = 0;
  expect(await write({}, { onProgress: () => told++, cancelled: () => told > 1 })).toMatchObject({
    done: false,
    problems: [{ code: "CANCELLED" }],
  });
  expect(told).toBe(2);
  expect((await dataOf(host)).sheets[1]!.cells).toEqual(before.sheets[1]!.cells);
  expect((await dataOf(host)).settings).toEqual(before.settings);
});

test("a sheet that is to be made but stands, hidden, is not touched", async () => {
  const host = await opened();
  const before = await dataOf(host);
  expect(await write({ sheets: [{ plan: { ...LONG, create: true }, before: null }] })).toMatchObject({
    done: false,
    problems: [{ code: "SHEET_NAME_TAKEN" }],
  });
  expect(await write({ sheets: [{ plan: { ...LONG, sheet: "没有" }, before: null }] })).toMatchObject({
    done: false,
    problems: [{ code: "PLACE_GONE" }],
  });
  host.readOnly = true;
  expect(await write()).toMatchObject({ done: false, problems: [{ code: "WORKBOOK_READ_ONLY" }] });
  expect(await dataOf(host)).toEqual(before);
});

test("a cell being edited refuses the first request: nothing has to be taken back", async () => {
  const host = await opened();
  const before = await dataOf(host);
  host.failNext({ request: 3, code: "InvalidOperationInCellEditMode" });
  expect(await write()).toMatchObject({ done: false, problems: [{ code: "CELL_BEING_EDITED" }] });
  expect(await dataOf(host)).toEqual(before);
});
