import { insertTemplates, recalculate, rememberChoices, undoable, undoLast } from "../../src/actions";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import { DETAIL_SHEETS } from "../../src/core/wording/detail";
import { percent, sheet, tableSheet, full } from "../core/sheet";
import { plainSheet, workbookOf, dataOf, edit } from "./workbook";
import { NEAR_END } from "../moment";
import { codesAt } from "../outcomes";

/** Templates of detail sheets, and undoing whole sheets, over the real office.js. */

const task = () => plainSheet(tableSheet([["甲局", 20, full, full, percent(0.35), full, "", 20, 20, 7, 2, 2]]));
const namesOf = async (host: Host) => (await dataOf(host)).sheets.map(({ name }) => name);

test("all four are added, with lists, frozen headers and text columns, and undone", async () => {
  const host = await startExcel(workbookOf(task()));
  const before = await dataOf(host);
  const outcome = await insertTemplates({ now: NEAR_END });
  expect(outcome).toMatchObject({ done: true });
  const { sheets } = await dataOf(host);
  expect(sheets.map(({ name }) => name)).toEqual(["附件2", ...Object.values(DETAIL_SHEETS)]);
  const officers = sheets[3]!;
  expect(officers.frozen).toEqual({ rows: 2, columns: 0 });
  expect(officers.validations.map(({ rule, errorAlert }) => [rule, errorAlert?.style])).toEqual([
    [{ type: "List", source: "有效,注销", inCellDropDown: true }, "Warning"],
    [{ type: "List", source: "在岗,借入,退休,调离,离职,借出", inCellDropDown: true }, "Warning"],
  ]);
  expect(officers.cells[1]![2]).toMatchObject({ value: "执法证号", style: { numberFormat: "@" } });
  expect(undoable()).toEqual({ action: "insertTemplates", at: NEAR_END });
  // Blank templates say nothing: the typed figures stand.
  expect(await recalculate({ now: NEAR_END })).toMatchObject({ done: true, detail: null });
  await undoLast();

  expect((await insertTemplates({ now: NEAR_END })).done).toBe(false);
  await edit("执法人员名册", (page) => page.delete());
  expect((await insertTemplates({ now: NEAR_END })).done).toBe(true);
  expect(await undoLast()).toMatchObject({ done: true });
  for (const name of Object.values(DETAIL_SHEETS).filter((name) => name !== "执法人员名册"))
    await edit(name, (page) => page.delete());
  expect(await namesOf(host)).toEqual(before.sheets.map(({ name }) => name));
});

test("a sheet that stands under another name is not added again", async () => {
  const host = await startExcel(
    workbookOf(
      task(),
      plainSheet(
        sheet(
          [
            ["单位", "姓名", "执法证号", "证件状态"],
            ["甲局", "示例人员001", "J001", "有效"],
          ],
          { name: "Sheet9" },
        ),
      ),
    ),
  );
  expect((await insertTemplates({ now: NEAR_END })).done).toBe(true);
  expect(await namesOf(host)).toEqual(["附件2", "Sheet9", "监管事项明细", "监管行为记录", "监管平台账号"]);
  expect(codesAt(await insertTemplates({ now: NEAR_END }))).toEqual(["TEMPLATES_STAND"]);
  expect(await undoLast()).toMatchObject({ done: true });
  expect(await namesOf(host)).toEqual(["附件2", "Sheet9"]);
});

test("undo keeps a template into which something was written", async () => {
  const host = await startExcel(workbookOf(task()));
  await insertTemplates({ now: NEAR_END });
  await edit("监管平台账号", (page) => (page.getRange("A3").values = [["甲局"]]));
  expect(codesAt(await undoLast())).toEqual(["UNDO_OUTDATED 监管平台账号"]);
  expect(await namesOf(host)).toHaveLength(5);
});

test("where Excel fails midway, nothing is left", async () => {
  // 0: the workbook, 1: heads, 2: the workbook again, 3–6: a sheet each.
  for (const failure of [{ request: 3, action: 8 }, { request: 5, action: 30 }, { request: 7 }]) {
    const host = await startExcel(workbookOf(task()));
    const before = await dataOf(host);
    host.failNext({ ...failure, code: "GeneralException" });
    expect(codesAt(await insertTemplates({ now: NEAR_END }))).toEqual(["WRITE_FAILED 监管事项明细"]);
    expect(await dataOf(host)).toEqual(before);
  }
});

test("where nothing can be taken back at once, 撤销本次 still can", async () => {
  const host = await startExcel(workbookOf(task()));
  const before = await dataOf(host);
  host.failNext({ request: 5, code: "GeneralException" });
  host.failNext({ request: 6, code: "GeneralException" });
  expect(codesAt(await insertTemplates({ now: NEAR_END }))).toEqual(["NOT_RESTORED 监管事项明细"]);
  expect(await namesOf(host)).toHaveLength(3);
  expect(await undoLast()).toMatchObject({ done: true });
  expect(await dataOf(host)).toEqual(before);
});

test("stopped between two sheets, nothing is left", async () => {
  const host = await startExcel(workbookOf(task()));
  const before = await dataOf(host);
  let asked = 0;
  expect(codesAt(await insertTemplates({ now: NEAR_END, cancelled: () => ++asked > 2 }))).toEqual(["CANCELLED"]);
  expect(await dataOf(host)).toEqual(before);
});

test("what a person said of the details is forgotten again", async () => {
  const host = await startExcel(workbookOf(task()));
  const before = await dataOf(host);
  await rememberChoices({ aliases: { 甲: "甲局" } });
  expect(await dataOf(host)).not.toEqual(before);
  expect(await undoLast()).toMatchObject({ done: true });
  expect((await dataOf(host)).settings).toEqual(before.settings);
});
