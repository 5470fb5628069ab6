import { clearMarks, makeNotices, recalculate, removeNotices, undoable, undoLast } from "../../src/actions";
import type { Changed, Recalculated } from "../../src/actions";
import type { NoticeOptions } from "../../src/actions";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import type { SheetData } from "../../src/host/workbook/data";
import { percent, tableSheet, full } from "../core/sheet";
import { FILLED, fileData, plainSheet, workbookOf, dataOf, edit } from "./workbook";
import { NEAR_END } from "../moment";
import { codesAt } from "../outcomes";

/** A notice for each department, over the real office.js. */

/** 甲局: one directory item short, ⌈20×35 %⌉=7 and 5 covered, one of two officers; 乙局: met; 丙局: more covered than claimed. */
const task = () =>
  plainSheet(
    tableSheet([
      ["甲局", 20, full, full, percent(0.35), full, "", 19, 20, 5, 2, 1],
      ["乙局", 4, full, full, percent(0.35), full, "", 4, 4, 2, 1, 1],
      ["丙局", 4, full, full, percent(0.35), full, "", 4, 4, 9, 1, 1],
    ]),
  );
const noticesOf = async (host: Host) =>
  (await dataOf(host)).sheets.filter(({ cells }) =>
    Object.values(cells[0] ?? {}).some(({ value }) => value === "“互联网+监管”指标推进情况通知单"),
  );
/** The cells in sight of a row. */
const line = ({ cells }: SheetData, row: number) =>
  Array.from({ length: 8 }, (_, column) => cells[row]?.[column]?.value ?? "");
const make = (departments: NoticeOptions["departments"] = "all", more: Partial<NoticeOptions> = {}) =>
  makeNotices({ departments, detail: null, now: NEAR_END, ...more });

async function opened(...sheets: SheetData[]): Promise<{ host: Host; result: Recalculated }> {
  const host = await startExcel(workbookOf(task(), ...sheets));
  return { host, result: await recalculated() };
}

async function recalculated(): Promise<Recalculated> {
  const outcome = await recalculate({ now: NEAR_END, typedActuals: "replace" });
  if (!outcome.done) throw new Error(JSON.stringify(outcome.problems));
  return outcome;
}

test("figures stand as formulas over the task table and follow it; rows that cannot be judged are named", async () => {
  const { host } = await opened();
  const made = (await make()) as Changed;
  expect(made).toMatchObject({ done: true, sheet: "通知单01甲局" });
  expect(made.message).toContain("已生成 2 张通知单");
  expect(made.message).toContain("“丙局”数据有误，没有生成。");
  expect((await dataOf(host)).activeSheet).toBe("通知单01甲局");
  const [first, second] = await noticesOf(host);
  expect([first!.name, second!.name]).toEqual(["通知单01甲局", "通知单02乙局"]);
  expect([5, 6, 7, 8, 9].map((row) => line(first!, row))).toEqual([
    ["目录清单完成率", 1, 20, 19, 1, 0.95, 0.1, "未达标"],
    ["实施清单完备率", 1, 20, 20, 0, 1, 0, "达标"],
    ["监管行为覆盖率", 0.35, 7, 5, 2, 0.25, 0.2, "未达标"],
    ["执法人员入驻率", 1, 2, 1, 1, 0.5, 0.5, "未达标"],
    ["测算扣分合计", "", 0.8, "", "排名", "", 2, ""],
  ]);
  expect(line(second!, 9)).toEqual(["测算扣分合计", "", 0, "", "排名", "", 1, ""]);
  expect(first!.page).toMatchObject({
    orientation: "Portrait",
    paperSize: "A4",
    zoom: { horizontalFitToPages: 1, verticalFitToPages: 1 },
  });
  expect(first!.columns[8]).toMatchObject({ hidden: true });

  // J4: 产生办件主项数 of 甲局.
  await edit("附件2", (page) => (page.getRange("K4").values = [[6]]));
  const [changed] = await noticesOf(host);
  expect(line(changed!, 7)).toEqual(["监管行为覆盖率", 0.35, 7, 6, 1, 0.3, 0.1, "未达标"]);
  expect(line(changed!, 13)[0]).toBe("\u3000\u30002. 还需 1 个主项产生办件（应 7 项，已 6 项）。");
});

test("all 35 of the sample: undone whole, and the task sheet untouched", async () => {
  const host = await startExcel(await fileData(FILLED));
  await recalculated();
  const before = await dataOf(host);
  const shares: (number | undefined)[] = [];
  expect(await make("all", { onProgress: (stage, share) => stage === "writing" && shares.push(share) })).toMatchObject({
    done: true,
  });
  expect(shares).toEqual([...shares].sort((a, b) => a! - b!));
  expect(shares.at(-1)).toBe(1);
  const after = await dataOf(host);
  expect(after.sheets).toHaveLength(36);
  expect(new Set(after.sheets.map(({ name }) => name)).size).toBe(36);
  expect(after.sheets[0]).toEqual(before.sheets[0]);
  expect(undoable()).toEqual({ action: "makeNotices", at: NEAR_END });
  expect(await undoLast()).toMatchObject({ done: true });
  expect(await dataOf(host)).toEqual(before);
});

test("stopped midway, or Excel failing midway, leaves nothing", async () => {
  const { host } = await opened();
  const before = await dataOf(host);
  let told = 0;
  expect(
    codesAt(await make("all", { onProgress: (stage) => stage === "writing" && told++, cancelled: () => told > 1 })),
  ).toEqual(["CANCELLED"]);
  expect(await dataOf(host)).toEqual(before);
  // 0: the table, 1–2: the sheets, 3: the sheets again, 4: the first notice, 5: the second.
  host.failNext({ request: 5, action: 12, code: "GeneralException" });
  expect(codesAt(await make())).toEqual(["WRITE_FAILED 通知单01甲局"]);
  expect(await dataOf(host)).toEqual(before);
});

test("only those behind, or one department; nothing where nobody is", async () => {
  const { host, result } = await opened();
  expect(await make("behind")).toMatchObject({ done: true });
  expect((await noticesOf(host)).map(({ name }) => name)).toEqual(["通知单01甲局"]);
  expect(await make([result.assessment.departments[1]!.row])).toMatchObject({ done: true, sheet: "通知单02乙局" });
  expect(codesAt(await make([result.assessment.departments[2]!.row]))).toEqual(["NOTICES_BAD_ROWS 附件2"]);
  expect(codesAt(await make([99]))).toEqual(["PLACE_GONE"]);
  await edit("附件2", (page) => (page.getRange("I4:M4").values = [[20, 20, 7, 2, 2]]));
  expect(codesAt(await make("behind"))).toEqual(["NOBODY_BEHIND"]);
});

test("a notice that stands is written anew in its place, whatever it is called, and undo brings back what was typed", async () => {
  const { host } = await opened();
  await make();
  await edit("通知单01甲局", (page) => {
    page.getRange("C17").values = [["示例人员001"]];
    page.name = "甲局的单子";
  });
  const before = await dataOf(host);
  expect(((await make()) as Changed).message).toContain("其中 2 张是原处更新");
  expect((await noticesOf(host)).map(({ name }) => name)).toEqual(["甲局的单子", "通知单02乙局"]);
  expect(await undoLast()).toMatchObject({ done: true });
  const after = await dataOf(host);
  expect(after.sheets).toEqual(before.sheets);
});

test("removed with whatever they have been renamed to, and undo makes them again as they were", async () => {
  const { host } = await opened();
  expect(codesAt(await removeNotices())).toEqual(["NOTICES_NOT_FOUND"]);
  const bare = await dataOf(host);
  await make();
  await edit("通知单01甲局", (page) => {
    page.getRange("C17").values = [["示例人员001"]];
    page.name = "甲局的单子";
    page.position = 0;
  });
  const before = await dataOf(host);
  expect(await removeNotices({ now: NEAR_END })).toMatchObject({ done: true, message: "已移去 2 张通知单。" });
  expect((await dataOf(host)).sheets).toEqual(bare.sheets);
  expect(await undoLast()).toMatchObject({ done: true });
  const after = await dataOf(host);
  expect(after.sheets.map(({ name }) => name)).toEqual(["甲局的单子", "附件2", "通知单02乙局"]);
  expect(after.sheets).toEqual(before.sheets);
  // Known again: the names that mark them are back.
  expect(await removeNotices({ now: NEAR_END })).toMatchObject({ done: true, message: "已移去 2 张通知单。" });
});

test("removing that Excel breaks off is taken back; a protected notice stops it", async () => {
  const { host } = await opened();
  await make();
  const before = await dataOf(host);
  // 0–2: the notices, 3: the workbook, 4–5: what they hold, 6: the first is deleted, the second not.
  host.failNext({ request: 6, action: 6, code: "GeneralException" });
  expect(codesAt(await removeNotices())).toEqual(["WRITE_FAILED 通知单01甲局"]);
  expect((await dataOf(host)).sheets).toEqual(before.sheets);
  await startExcel({
    ...before,
    sheets: before.sheets.map((sheet, index) => (index === 2 ? { ...sheet, protected: true } : sheet)),
  });
  expect(codesAt(await removeNotices())).toEqual(["SHEET_PROTECTED 通知单02乙局"]);
});

test("a table that has not been computed has no notices; a later recalculation minds none of them", async () => {
  const { host, result } = await opened();
  await make();
  expect((await recalculated()).assessment).toEqual(result.assessment);
  expect((await dataOf(host)).sheets).toHaveLength(3);
  expect(await clearMarks({ discardTyped: true })).toMatchObject({
    message:
      "已清除“附件2”里本加载项写入的全部内容，表格恢复原样。“通知单”引用了已清除的列，会显示 #REF!：请重算后重新生成，不用的请删除。",
  });
  await undoLast();
  await removeNotices();
  await clearMarks({ discardTyped: true });
  expect(codesAt(await make())).toEqual(["MARKS_NOT_FOUND 附件2"]);
});

test("names of the detail sheets, certificate numbers masked", async () => {
  const host = await startExcel(await fileData("assets/samples/附件2-明细示例.xlsx"));
  const { detail } = await recalculated();
  await make("behind", { detail });
  const all = JSON.stringify((await noticesOf(host)).map(({ cells }) => cells));
  const missing = detail!.departments.flatMap(({ missingOfficers }) => missingOfficers);
  expect(missing.length).toBeGreaterThan(0);
  expect(missing.filter(({ certificate }) => certificate !== null && all.includes(certificate))).toEqual([]);
  expect(missing.filter(({ name }) => !all.includes(name))).toEqual([]);
  expect(all).toContain("其余 63 项见明细表。");
});
