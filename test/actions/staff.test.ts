import { clearMarks, recalculate, setUpPrinting, undoLast } from "../../src/actions";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import { percent, sheet, tableSheet, full } from "../core/sheet";
import { BLANK, FILLED, fileData, plainSheet, workbookOf } from "./workbook";
import { NOW } from "../moment";
import { codesAt } from "../outcomes";

/** What people do to a marked sheet, and what must not be lost by it. */

const department = (name: string, covered: number) => [
  name,
  20,
  full,
  full,
  percent(0.35),
  full,
  "",
  20,
  20,
  covered,
  2,
  2,
];

async function opened(path: string): Promise<Host> {
  const host = await startExcel(await fileData(path));
  expect((await recalculate({ now: NOW })).done).toBe(true);
  return host;
}
const edit = (work: (sheet: Excel.Worksheet) => void) =>
  Excel.run(async (context) => {
    work(context.workbook.worksheets.getActiveWorksheet());
    await context.sync();
  });
/** A name given a new meaning, as in 名称管理器. */
const redefine = (name: string, formula: string) => edit((page) => (page.names.getItem(name).formula = formula));
const cellsOf = async (host: Host) => (await host.workbook.toData()).sheets[0]!.cells;
const mergesOf = async (host: Host) =>
  (await host.workbook.toData()).sheets[0]!.merges.map((area) => JSON.stringify(area)).sort();

test("a formula typed into 填报数据 is kept like a number", async () => {
  const host = await opened(BLANK);
  await edit((page) => (page.getRange("J5").formulas = [["=1+1"]]));
  expect(codesAt(await undoLast())).toEqual(["UNDO_WOULD_DISCARD 附件2"]);
  expect((await clearMarks()).done).toBe(true);
  expect((await cellsOf(host))[4]![7]).toMatchObject({ formula: "=1+1" });
});

test("text below the table in a column of ours stops clearing and undoing, and the cell is named", async () => {
  const host = await opened(FILLED);
  await edit((page) => (page.getRange("W50").values = [["审核人：示例人员001"]]));
  expect(codesAt(await clearMarks())).toEqual(["TEXT_IN_OWN_COLUMN 附件2!W50"]);
  expect(codesAt(await undoLast())).toEqual(["TEXT_IN_OWN_COLUMN 附件2!W50"]);
  expect((await cellsOf(host))[49]![22]).toMatchObject({ value: "审核人：示例人员001" });
});

test("title and notes stay merged when one of our columns is deleted after 打印设置", async () => {
  const data = await fileData(FILLED);
  const host = await startExcel(data);
  const before = await mergesOf(host);
  await recalculate({ now: NOW });
  await setUpPrinting({ now: NOW });
  await edit((page) => page.getRange("P:P").delete("Left"));
  await recalculate({ now: NOW });
  expect((await clearMarks()).done).toBe(true);
  expect(await mergesOf(host)).toEqual(before);
});

test("a title wider than the table stays merged", async () => {
  const data = plainSheet(tableSheet([department("甲局", 7)]));
  data.merges = [{ firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 15 }];
  const host = await startExcel(workbookOf(data));
  const before = await mergesOf(host);
  await recalculate({ now: NOW });
  await undoLast();
  expect(await mergesOf(host)).toEqual(before);
});

test("打印设置 leaves a note alone that has something beside it", async () => {
  const host = await opened(FILLED);
  await edit((page) => (page.getRange("U42").values = [["旁注"]]));
  await setUpPrinting({ now: NOW });
  expect((await cellsOf(host))[41]![20]).toMatchObject({ value: "旁注" });
});

test("after sorting, undo does not put figures back to the wrong departments", async () => {
  const host = await startExcel(workbookOf(plainSheet(tableSheet([department("甲局", 7), department("乙局", 2)]))));
  await recalculate({ now: NOW, writeAs: "values" });
  await recalculate({ now: NOW, writeAs: "values" });
  await edit(
    (page) =>
      (page.getRange("B4:M5").values = [department("乙局", 2), department("甲局", 7)].map((row) =>
        row.map((cell) => (typeof cell === "object" ? cell.value : cell)),
      )),
  );
  expect(codesAt(await undoLast())).toEqual(["UNDO_OUTDATED 附件2"]);
  expect((await cellsOf(host))[3]![1]).toMatchObject({ value: "乙局" });
});

test("a sum of their own in 合计 stays; ours adds only rows that can be judged", async () => {
  const rows = [department("甲局", 2), department("乙局", 5), ["合计", 40, "", "", "", "", "", "", "", "", "", ""]];
  rows[0]![10] = -1;
  const host = await startExcel(workbookOf(plainSheet(tableSheet(rows))));
  const outcome = await recalculate({ now: NOW });
  if (!outcome.done) throw new Error(JSON.stringify(outcome));
  const total = (await cellsOf(host))[5]!;
  // 乙局 alone: 7 needed, 5 covered. Columns N–AA: the gap is R (17), 覆盖率扣分 W (22), 扣分合计 Y (24).
  expect([total[17]!.value, total[22]!.value, total[24]!.value]).toEqual([2, 0.2, 0.2]);
  expect(outcome.assessment.totals).toMatchObject({ bad: 1, deduction: 20 });
  expect((await cellsOf(host))[3]![24]!.value).toBe("数据有误");
});

test("a row that has left the table keeps nothing of ours", async () => {
  const host = await startExcel(workbookOf(plainSheet(tableSheet([department("甲局", 7), department("乙局", 2)]))));
  await recalculate({ now: NOW });
  await edit((page) => page.getRange("A5:M5").clear("Contents"));
  await recalculate({ now: NOW });
  expect(
    Object.values((await cellsOf(host))[4] ?? {}).filter(({ value }) => value !== undefined && value !== ""),
  ).toEqual([]);
});

test("after 打印设置 a recalculation keeps the page up to date", async () => {
  const host = await startExcel(workbookOf(plainSheet(tableSheet([department("甲局", 7)]))));
  await recalculate({ now: NOW });
  await setUpPrinting({ now: NOW });
  await edit((page) => (page.getRange("A5:M5").values = [[2, "乙局", 20, 1, 1, 0.35, 1, "", 20, 20, 7, 2, 2]]));
  await recalculate({ now: new Date(2025, 8, 2, 10, 30) });
  const { page } = (await host.workbook.toData()).sheets[0]!;
  expect(page.printArea).toEqual([{ firstRow: 0, firstColumn: 0, lastRow: 4, lastColumn: 26 }]);
  expect(page.header.right).toBe("数据截止 2025年9月2日 10:30");
});

test("a rule edited in 名称管理器 holds, as 40% too; what cannot be read is named", async () => {
  const host = await startExcel(
    workbookOf(
      plainSheet(
        sheet([
          ["部门名称", "主项数", "目录清单完成率", "实施清单完备率", "监管行为覆盖率", "入驻率", "产生办件主项数"],
          ["甲局", 20, full, full, "—", full, 7],
        ]),
      ),
    ),
  );
  await recalculate({ now: NOW });
  await redefine("监管_覆盖率下限", "=40%");
  const edited = await recalculate({ now: NOW });
  if (!edited.done) throw new Error("stopped");
  expect(edited.assessment.departments[0]!.coverage).toMatchObject({ targetBp: 4000, required: 8, gap: 1 });
  expect(edited.differences).toEqual([]);
  await redefine("监管_每项扣分", '="一毛"');
  expect(codesAt(await recalculate({ now: NOW }))).toEqual(["SETTINGS_DAMAGED 附件2"]);
  expect(host.workRequests.length).toBeGreaterThan(0);
});

test("edit mode that begins between reading and writing loses nothing and says so", async () => {
  const host = await startExcel(await fileData(FILLED));
  const before = await host.workbook.toData();
  host.failNext({ request: 1, code: "InvalidOperationInCellEditMode" });
  expect(codesAt(await recalculate({ now: NOW }))).toEqual(["CELL_BEING_EDITED 附件2"]);
  expect(await host.workbook.toData()).toEqual(before);
});
