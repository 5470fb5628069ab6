import { importFiles, readImport, recalculate, undoLast } from "../../src/actions";
import type { Changed, ImportMode, ImportPreview, Stopped } from "../../src/actions";
import type { RawValue } from "../../src/core/cells/grid";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import type { CellData, SheetData } from "../../src/host/workbook/data";
import { percent, tableSheet, full } from "../core/sheet";
import { FILES, csv, listSheet } from "./exports";
import { plainSheet, workbookOf, sheetOf } from "./workbook";
import { NOW } from "../moment";
import { codes } from "../outcomes";

/** 导入平台文件, second half: what stands in the detail sheets afterwards, and after undoing it. */

const task = () => plainSheet(tableSheet([["示例甲局", 20, full, full, percent(0.35), full, "", 20, 20, 7, 2, 2]]));
type Files = Readonly<Record<string, readonly (readonly RawValue[])[]>>;
type Applying = Partial<Parameters<typeof importFiles>[1]>;

async function preview(files: Files): Promise<ImportPreview> {
  const outcome = await readImport(Object.entries(files).map(([name, lines]) => ({ name, bytes: csv(lines) })));
  if (!outcome.done) throw new Error(JSON.stringify(outcome.problems));
  return outcome;
}
async function applied(files: Files, mode: ImportMode = "merge", options: Applying = {}): Promise<Changed | Stopped> {
  return importFiles(await preview(files), { mode, now: NOW, ...options });
}
function valuesOf({ cells }: SheetData, from = 0): RawValue[][] {
  const last = Math.max(
    -1,
    ...Object.entries(cells)
      .filter(([, row]) => Object.values(row).some(filled))
      .map(([row]) => Number(row)),
  );
  const width = Math.max(
    ...Object.values(cells).flatMap((row) =>
      Object.entries(row)
        .filter(([, cell]) => filled(cell))
        .map(([column]) => Number(column) + 1),
    ),
  );
  return Array.from({ length: last - from + 1 }, (_, row) =>
    Array.from({ length: width }, (__, column) => cells[from + row]?.[column]?.value ?? ""),
  );
}
const filled = (cell: CellData) => cell.value !== undefined && cell.value !== "";
/** Contents alone: formats stay when an import is undone. */
const contents = async (host: Host) =>
  (await host.workbook.toData()).sheets.map((sheet) => ({
    name: sheet.name,
    values: valuesOf(sheet),
    formulas: JSON.stringify(
      Object.values(sheet.cells).flatMap((row) => Object.values(row).flatMap(({ formula }) => formula ?? [])),
    ),
  }));

test("missing detail sheets are made as the template makes them; codes and dates are what they are", async () => {
  const host = await startExcel(workbookOf(task()));
  const accounts = [
    ["单位", "账号姓名", "证件编号", "账号状态", "最近登录时间"],
    ["示例甲局", "示例人员001", "051100000000000001", "有效", "2025-09-01 06:00"],
  ];
  const outcome = await applied({ "事项.csv": FILES.items, "账号.csv": accounts });
  expect(outcome).toMatchObject({
    done: true,
    sheet: "监管事项明细",
    message: expect.stringContaining("“监管事项明细”新增 2 行、更新 0 行、0 行没有变化") as string,
  });
  expect(valuesOf(await sheetOf(host, "监管事项明细"), 1)).toEqual(FILES.items.map((line) => [...line]));
  const sheet = await sheetOf(host, "监管平台账号");
  expect(valuesOf(sheet, 2)).toEqual([["示例甲局", "示例人员001", "051100000000000001", "有效", 45901.25]]);
  expect([2, 4].map((column) => sheet.cells[2]![column]!.style?.numberFormat)).toEqual(["@", "yyyy-mm-dd hh:mm"]);
  expect((await recalculate({ now: NOW, typedActuals: "replace" })).done).toBe(true);
});

test("text that looks like a formula, a number or a date stays text, in new rows and in rows that stand", async () => {
  const names = ["=1+1", "+86", "-5", "@SUM(A1)", "2025-01-01", "'引", "TRUE", "35%", "#N/A"];
  const lines = (state: string) => [
    [...FILES.officers[0]],
    ...names.map((name) => [`=HYPERLINK("${name}")`, name, `=${name}`, state, "在岗"]),
  ];
  const host = await startExcel(workbookOf(task()));
  for (const state of ["有效", "注销"]) {
    expect((await applied({ "人员.csv": lines(state) })).done).toBe(true);
    const sheet = await sheetOf(host, "执法人员名册");
    expect(valuesOf(sheet, 1)).toEqual(lines(state));
    expect(
      Object.values(sheet.cells).flatMap((row) => Object.values(row).filter(({ formula }) => formula !== undefined)),
    ).toEqual([]);
  }
});

/** A sheet of the staff's own making: other headers, other order, a column of notes, a formula. */
function ownSheet(): SheetData {
  const sheet = listSheet("我的事项", [
    ["监管事项（自用）", "", "", "", "", ""],
    ["备注", "主项名称", "办件量", "实施主体", "主项编码", "目录状态"],
    ["旁注一", "对示例二的监管", 0, "示例甲局", "A002", "未发布"],
    ["旁注二", "对示例三的监管", 1, "示例甲局", "A003", "已发布"],
  ]);
  sheet.cells[2]![0] = { formula: '="旁"&"注"', value: "旁注" };
  return sheet;
}
const NEWER: Files = {
  "新.csv": [
    FILES.items[0],
    ["示例甲局", "对示例二的监管", "A002", "", "", "已发布", "完备", 3],
    ["示例甲局", "对示例四的监管", "A004", "", "", "已发布", "完备", ""],
  ],
};

test("merge keeps the staff's own order, notes and formulas; columns that they lack are added behind", async () => {
  const host = await startExcel(workbookOf(task(), ownSheet()));
  expect(await applied(NEWER)).toMatchObject({ done: true, sheet: "我的事项" });
  const sheet = await sheetOf(host, "我的事项");
  expect(valuesOf(sheet, 1)).toEqual([
    ["备注", "主项名称", "办件量", "实施主体", "主项编码", "目录状态", "实施清单状态"],
    ["旁注", "对示例二的监管", 3, "示例甲局", "A002", "已发布", "完备"],
    ["旁注二", "对示例三的监管", 1, "示例甲局", "A003", "已发布", ""],
    ["", "对示例四的监管", "", "示例甲局", "A004", "已发布", "完备"],
  ]);
  expect(sheet.cells[2]![0]!.formula).toBe('="旁"&"注"');
  expect(await preview(NEWER)).toMatchObject({ kinds: [{ rows: 2, added: 0, updated: 0, identical: 2 }] });
});

test("replace takes the files' rows alone", async () => {
  const host = await startExcel(workbookOf(task(), ownSheet()));
  expect(await applied(NEWER, "replace")).toMatchObject({
    done: true,
    message: expect.stringContaining("已换成文件里的 2 行") as string,
  });
  expect(valuesOf(await sheetOf(host, "我的事项"), 2).map((row) => [row[0], row[4]])).toEqual([
    ["", "A002"],
    ["", "A004"],
  ]);
});

test.each<[ImportMode]>([["merge"], ["replace"]])(
  "undo after %s puts everything back, sheets that were made are gone",
  async (mode) => {
    const host = await startExcel(workbookOf(task(), ownSheet()));
    const before = await contents(host);
    expect((await applied({ ...NEWER, "人员.csv": FILES.officers }, mode)).done).toBe(true);
    expect(await contents(host)).not.toEqual(before);
    expect(await undoLast()).toMatchObject({ done: true });
    expect(await contents(host)).toEqual(before);
  },
);

test("a second import of the same file writes nothing", async () => {
  const host = await startExcel(workbookOf(task()));
  await applied({ "人员.csv": FILES.officers });
  const before = await host.workbook.toData();
  expect((await applied({ "人员.csv": FILES.officers })).done).toBe(true);
  expect(await host.workbook.toData()).toEqual(before);
});

test("cancelled at any question, nothing is left of it", async () => {
  const held = await startExcel(workbookOf(task(), ownSheet()));
  const before = await contents(held);
  const read = await preview({ ...NEWER, "人员.csv": FILES.officers });
  for (let at = 0; ; at++) {
    let asked = 0;
    const outcome = await importFiles(read, { mode: "merge", now: NOW, cancelled: () => asked++ === at });
    if (outcome.done) break;
    expect(codes(outcome)).toEqual(["CANCELLED"]);
    expect(await contents(held)).toEqual(before);
  }
});

test("Excel failing at any request leaves nothing of it", async () => {
  const host = await startExcel(workbookOf(task(), ownSheet()));
  const before = await contents(host);
  const read = await preview({ ...NEWER, "人员.csv": FILES.officers });
  const seen = new Set<string>();
  for (let request = 0; !seen.has(""); request++) {
    host.failNext({ request, code: "GeneralException" });
    const outcome = await importFiles(read, { mode: "merge", now: NOW });
    seen.add(codes(outcome).join());
    // The failure that is still to come meets the undo, which can be tried again.
    if (outcome.done && !(await undoLast()).done) expect((await undoLast()).done).toBe(true);
    expect(await contents(host)).toEqual(before);
  }
  expect([...seen]).toEqual(expect.arrayContaining(["READ_FAILED", "WRITE_FAILED", ""]));
});

test("a protected detail sheet is refused with nothing written", async () => {
  const host = await startExcel(workbookOf(task(), { ...ownSheet(), protected: true }));
  const read = await preview(NEWER);
  const before = await host.workbook.toData();
  expect(codes(await importFiles(read, { mode: "replace", now: NOW }))).toEqual(["SHEET_PROTECTED"]);
  expect(await host.workbook.toData()).toEqual(before);
});
