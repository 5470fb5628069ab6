import { makeSummary, recalculate, recordHistory, undoLast } from "../../src/actions";
import { SUMMARY_SHEET } from "../../src/core/wording/ownSheets";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import { percent, sheet, tableSheet, full } from "../core/sheet";
import type { CellInput } from "../core/sheet";
import { fileData, plainSheet, workbookOf, dataOf } from "./workbook";
import { NEAR_END } from "../moment";
import { codesAt } from "../outcomes";

/** 推进情况汇总 over the real office.js. */

const sheetOf = async (host: Host, name = SUMMARY_SHEET) =>
  (await dataOf(host)).sheets.find((one) => one.name === name)!;

/**
 * 甲局: ⌈20×35%⌉ = 7, 5 covered, short by 2 (0.2); one of two officers missing (0.5): 0.7 in all. 乙局: ⌈4×50%⌉ = 2 covered, one
 * implementation list missing: 0.1. 丙局: coverage not reported. 丁局: no items, all officers there: 0.
 */
const ROWS: CellInput[][] = [
  ["甲局", 20, full, full, percent(0.35), full, "", 20, 20, 5, 2, 1],
  ["乙 局", 4, full, full, percent(0.5), full, "", 4, 3, 2, 3, 3],
  ["丙局", 10, full, full, percent(0.35), full, "", 10, 10, "", 1, 1],
  ["丁局", 0, "—", "—", "—", full, "", "", "", "", 4, 4],
];

async function made(rows = ROWS): Promise<Host> {
  const host = await startExcel(workbookOf(plainSheet(tableSheet(rows))));
  expect(await recalculate({ now: NEAR_END })).toMatchObject({ done: true });
  expect(await makeSummary({ now: NEAR_END })).toMatchObject({ done: true, sheet: SUMMARY_SHEET, problems: [] });
  return host;
}

/** The rows of the sheet as printed, what is blank left out. */
async function printed(host: Host): Promise<unknown[][]> {
  const { cells } = await sheetOf(host);
  return Object.values(cells).map((row) =>
    Array.from({ length: 13 }, (_, column) => row[column]?.value ?? "").filter((value) => value !== ""),
  );
}

test("the tables and the text say what was worked out by hand, each by a formula", async () => {
  const rows = await printed(await made());
  const after = (heading: string, count: number) =>
    rows.slice(rows.findIndex(([first]) => String(first).endsWith(heading)) + 1).slice(0, count);
  expect(after("全县情况", 5)).toEqual([
    ["部门数", 4, "填报完整的部门", 3, "数据有误的部门", 0],
    ["覆盖率未达标部门", 1, "清单未完成部门", 1, "有人员未入驻部门", 1],
    ["监管事项主项数", 24, "应产生办件主项数", 9, "已产生办件主项数", 7],
    ["未达标部门尚差（项）", 2, "监管行为覆盖率", 0.2917, "测算扣分合计", 0.8],
    ["执法人员数", 10, "已入驻人数", 9, "未入驻人数", 1],
  ]);
  expect(after("分档", 5).slice(1)).toEqual([
    [0.35, 2, 1, 0, 1, 20, 7, 5, 2, 0.25],
    [0.5, 1, 1, 1, 0, 4, 2, 2, 0, 0.5],
    ["不适用", 1, "—", "—", "—", "—", "—", "—", "—", "—"],
    ["合计", 4, 2, 1, 1, 24, 9, 7, 2, 0.2917],
  ]);
  expect(after("按指标扣分", 6).slice(1)).toEqual([
    ["目录清单完成率", 0, 0, 0],
    ["实施清单完备率", 1, 1, 0.1],
    ["监管行为覆盖率", 1, 2, 0.2],
    ["执法人员入驻率", 1, 1, 0.5],
    ["合计", "—", "—", 0.8],
  ]);
  expect(after("部门排名", 6).slice(2)).toEqual([
    [1, "丁局", "—", "—", "—", "—", "—", "—", "—", "—", 4, 0, 0],
    [2, "乙局", 4, 2, 2, 0.5, 0.5, 0, 0, 1, 3, 0, 0.1],
    [3, "甲局", 20, 7, 5, 0.35, 0.25, 2, 0, 0, 2, 1, 0.7],
    ["待填报", "丙局", 10, 4, 0.35, 0, 0, 1, 0, 0],
  ]);
  expect(after("通报文稿", 6).flat()).toEqual([
    "关于“互联网+监管”指标推进情况的通报",
    "　　截至9月11日，全县4个部门中，3个填报完整，1个待填报。已填报部门共有监管事项主项24项，按目标应有9项产生办件，已有7项产生办件，监管行为覆盖率为29.17%，未达标部门共差2项。",
    "　　分档看，目标35%的部门2个，应产生7项，已产生5项，覆盖率25.00%，未达标1个；目标50%的部门1个，应产生2项，已产生2项，覆盖率50.00%，均已达标。覆盖率未达标的部门1个：甲局（差2项）。",
    "　　执法人员未入驻1人，涉及1个部门：甲局（1人）。目录清单尚差0项、实施清单尚差1项，涉及1个部门：乙局。",
    "　　按考核规则测算，全县合计扣0.8分，其中目录清单0.0分、实施清单0.1分、监管行为覆盖率0.2分、执法人员入驻0.5分（测算结果，以市级公布为准）。",
    "　　尚未填报完整的部门1个：丙局。请覆盖率未达标的部门对照差额，抓紧开展监管并及时归集监管行为数据；有执法人员未入驻的部门抓紧开通账号、完成登录；清单未完成的部门抓紧认领、编辑、发布和完善；尚未填报完整的部门尽快补齐数据。",
  ]);
});

test("the text has words for a county in which all is done, and for one in which nothing is reported", async () => {
  const text = async (rows: CellInput[][]) =>
    (await printed(await made(rows)))
      .flat()
      .filter((value) => String(value).startsWith("　　"))
      .join("\n");
  const done = await text([["甲局", 20, full, full, percent(0.35), full, "", 20, 20, 7, 2, 2]]);
  expect(done).toContain("全县1个部门均已填报完整。");
  expect(done).toContain("已填报部门的监管行为覆盖率均已达标。");
  expect(done).toContain("已填报部门的执法人员均已入驻。已填报部门的目录清单、实施清单均已完成。");
  expect(done).toContain("已填报部门均不扣分");
  expect(done).toContain("请各部门继续保持");
  const nothing = await text([["甲局", 20, full, full, percent(0.35), full]]);
  expect(nothing).toContain("全县1个部门中，0个填报完整，1个待填报。监管行为数据尚未填报。");
  expect(nothing).toContain("目标35%的部门1个，均未填报。");
  expect(nothing).toContain("执法人员入驻情况尚未填报。目录清单、实施清单情况尚未填报。");
  expect(nothing).toContain("数据尚未填报，暂不能测算扣分。");
});

test("a second run changes nothing, the task table is not touched, and undo deletes the sheet", async () => {
  const host = await startExcel(await fileData("assets/samples/附件2-填报示例.xlsx"));
  await recalculate({ now: NEAR_END });
  const before = await dataOf(host);
  await makeSummary({ now: NEAR_END });
  const first = await dataOf(host);
  expect(first.activeSheet).toBe(SUMMARY_SHEET);
  expect(first.sheets[0]).toEqual(before.sheets[0]);
  expect(await makeSummary({ now: NEAR_END })).toMatchObject({ done: true, problems: [] });
  expect(await dataOf(host)).toEqual(first);
  // Undo of the refresh leaves what stood before it, which was the same.
  expect(await undoLast()).toMatchObject({ done: true });
  expect((await sheetOf(host)).cells).toEqual(first.sheets.at(-1)!.cells);
});

test("undo of a refresh with more departments and targets brings cells, merges, heights and charts back", async () => {
  const host = await made(ROWS.slice(0, 1));
  const before = await sheetOf(host);
  // A second department with a target of its own moves every block below the tiers.
  await Excel.run(async (context) => {
    const table = context.workbook.worksheets.getItem("附件2");
    table.getRange("5:5").insert("Down");
    table.getRange("A5:F5").values = [["乙局", 4, 1, 1, 0.5, 1]];
    await context.sync();
  });
  expect(await recalculate({ sheet: "附件2", now: NEAR_END })).toMatchObject({ done: true });
  const refreshed = await makeSummary({ sheet: "附件2", now: NEAR_END });
  expect(refreshed).toMatchObject({ done: true });
  expect((await sheetOf(host)).merges.length).toBeGreaterThan(before.merges.length);
  expect(await undoLast()).toMatchObject({ done: true });
  const after = await sheetOf(host);
  const places = (areas: typeof after.merges) => areas.map((area) => JSON.stringify(area)).sort();
  expect(places(after.merges)).toEqual(places(before.merges));
  const shown = ({ cells }: typeof after) =>
    Object.entries(cells).flatMap(([row, line]) =>
      Object.entries(line)
        .filter(([, { value }]) => (value ?? "") !== "")
        .map(([column]) => `${row}:${column}`),
    );
  expect(shown(after)).toEqual(shown(before));
  const heights = ({ rows }: typeof after) => Array.from({ length: 30 }, (_, row) => rows[row]?.height);
  expect(heights(after)).toEqual(heights(before));
});

test("written as values it holds no formula and shows the same", async () => {
  const host = await made();
  const shown = async () =>
    Object.values((await sheetOf(host)).cells).flatMap((row) => Object.values(row).map(({ value }) => value ?? ""));
  const before = await shown();
  await makeSummary({ now: NEAR_END, writeAs: "values" });
  expect(
    Object.values((await sheetOf(host)).cells)
      .flatMap((row) => Object.values(row))
      .filter(({ formula }) => formula !== undefined),
  ).toEqual([]);
  expect((await shown()).filter((value) => value !== "")).toEqual(before.filter((value) => value !== ""));
});

test("undo of the first run deletes the sheet", async () => {
  const host = await startExcel(workbookOf(plainSheet(tableSheet(ROWS))));
  await recalculate({ now: NEAR_END });
  const before = await dataOf(host);
  await makeSummary({ now: NEAR_END });
  expect(await undoLast()).toMatchObject({ done: true });
  expect((await dataOf(host)).sheets).toEqual(before.sheets);
});

test("no person is named, though detail sheets name them", async () => {
  const host = await startExcel(await fileData("assets/samples/附件2-明细示例.xlsx"));
  const outcome = await recalculate({ now: NEAR_END, typedActuals: "replace" });
  if (!outcome.done) throw new Error(codesAt(outcome).join());
  const persons = outcome.detail!.departments.flatMap(({ missingOfficers }) => missingOfficers.map(({ name }) => name));
  expect(persons.length).toBeGreaterThan(0);
  expect(await makeSummary({ now: NEAR_END })).toMatchObject({ done: true, problems: [] });
  const all = JSON.stringify(await sheetOf(host));
  expect(persons.filter((name) => all.includes(name))).toEqual([]);
});

test("a sheet that was not computed, and a sheet of that name that is not ours, stop it", async () => {
  const host = await startExcel(
    workbookOf(plainSheet(tableSheet(ROWS)), plainSheet(sheet([["自己的汇总"]], { name: SUMMARY_SHEET }))),
  );
  expect(codesAt(await makeSummary({ now: NEAR_END }))).toEqual(["MARKS_NOT_FOUND 附件2"]);
  await recalculate({ now: NEAR_END });
  const before = await dataOf(host);
  expect(codesAt(await makeSummary({ now: NEAR_END }))).toEqual(["SHEET_NAME_TAKEN"]);
  expect(await dataOf(host)).toEqual(before);
});

test("where the table's own columns hold old values, the cells that differ are told", async () => {
  const host = await startExcel(workbookOf(plainSheet(tableSheet(ROWS))));
  await recalculate({ now: NEAR_END, writeAs: "values" });
  await Excel.run(async (context) => {
    // 产生办件主项数 of 甲局, now enough; the computed columns still say otherwise.
    context.workbook.worksheets.getItem("附件2").getRange("K4").values = [[7]];
    await context.sync();
  });
  const outcome = await makeSummary({ now: NEAR_END });
  expect(outcome).toMatchObject({ done: true, problems: [{ code: "OWN_SHEET_DIFFERS", severity: "warning" }] });
  expect((outcome as { message: string }).message).toContain("不一致");
  expect(host.workbook).toBeDefined();
});

test("where 推进记录 stands, the figures are held against its days, in the table and in the text", async () => {
  const host = await startExcel(workbookOf(plainSheet(tableSheet(ROWS))));
  // On 10 September 甲局 had covered 3 of the 7 it needs: 4 missing, 0.2 more in points.
  const cover = (count: number) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem("附件2").getRange("K4").values = [[count]];
      await context.sync();
    });
  await cover(3);
  await recalculate({ now: new Date(2025, 8, 10, 17) });
  expect(await recordHistory({ now: new Date(2025, 8, 10, 17) })).toMatchObject({ done: true });
  await cover(5);
  await recalculate({ sheet: "附件2", now: NEAR_END });
  expect(await makeSummary({ now: NEAR_END })).toMatchObject({ done: true, problems: [] });
  const rows = await printed(host);
  const at = rows.findIndex(([first]) => first === "五、与以往记录相比");
  expect(rows.slice(at + 1, at + 5)).toEqual([
    ["时点", "已产生（项）", "尚差（项）", "未入驻（人）", "测算扣分"],
    ["本次", 7, 2, 1, 0.8],
    ["9月10日记录", 5, 4, 1, 1],
    ["增减", 2, -2, 0, -0.2],
  ]);
  expect(rows.flat().join()).toContain(
    "与9月10日相比，已产生办件的主项增加2项，距目标的差额减少2项，未入驻人员持平，测算扣分减少0.2分。",
  );
});
