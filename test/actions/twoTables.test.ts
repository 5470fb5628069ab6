import {
  clearMarks,
  listRectification,
  makeNotices,
  makeSummary,
  recalculate,
  recordHistory,
  removeNotices,
  setUpPrinting,
  undoLast,
} from "../../src/actions";
import type { Changed, Recalculated, Stopped } from "../../src/actions";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import { percent, tableSheet, full } from "../core/sheet";
import { plainSheet, workbookOf, sheetOf } from "./workbook";
import { NOW, LATER } from "../moment";
import { done } from "../outcomes";

/** Two task tables in one workbook, with actions on both in turn: each means the table asked for, and nothing of the other is touched. */

// 35 % of 20 are 7: 甲局 is 2 short in August, 乙局 5 in September.
const august = () => ({
  ...plainSheet(tableSheet([["甲局", 20, full, full, percent(0.35), full, "", 20, 20, 5, 2, 2]])),
  name: "八月",
});
const september = () => ({
  ...plainSheet(tableSheet([["乙局", 20, full, full, percent(0.35), full, "", 20, 20, 2, 2, 2]])),
  name: "九月",
});

const run = async (sheet?: string) =>
  done<Recalculated>(await recalculate({ ...(sheet !== undefined && { sheet }), now: NOW }));
const formulas = async (host: Host, name: string) =>
  Object.values((await sheetOf(host, name)).cells).flatMap((line) =>
    Object.values(line).flatMap(({ formula }) => formula ?? []),
  );
const values = async (host: Host, name: string) =>
  Object.values((await sheetOf(host, name)).cells).flatMap((line) =>
    Object.values(line).flatMap(({ value }) => (value === undefined || value === "" ? [] : [value])),
  );
const open = (name: string) =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem(name).activate();
    await context.sync();
  });

async function started(): Promise<Host> {
  const host = await startExcel(workbookOf(august(), september()));
  await run("八月");
  await run("九月");
  return host;
}

test("打印设置 and 清除标记 mean the sheet named, else the open one, and say which; the other stays cell for cell, page and all", async () => {
  const host = await started();
  const before = { 八月: await sheetOf(host, "八月"), 九月: await sheetOf(host, "九月") };
  // As the pane asks, which shows August while September is open.
  await open("九月");
  expect(done<Changed | Stopped>(await setUpPrinting({ sheet: "八月", now: NOW }))).toMatchObject({
    sheet: "八月",
    message: expect.stringMatching(/^“八月”的页面已设好/),
  });
  expect(await sheetOf(host, "九月")).toEqual(before.九月);
  expect((await sheetOf(host, "八月")).page.orientation).toBe("Landscape");
  // As the ribbon asks.
  expect(done<Changed | Stopped>(await setUpPrinting({ now: NOW }))).toMatchObject({
    sheet: "九月",
    message: expect.stringMatching(/^“九月”的页面已设好/),
  });
  // The page before is each table's own.
  const printed = await sheetOf(host, "九月");
  expect(done(await clearMarks({ sheet: "八月", discardTyped: true }))).toMatchObject({
    sheet: "八月",
    message: "已清除“八月”里本加载项写入的全部内容，表格恢复原样。",
  });
  expect((await sheetOf(host, "八月")).page).toEqual(august().page);
  expect(await sheetOf(host, "九月")).toEqual(printed);
  expect(done(await undoLast())).toMatchObject({
    sheet: "八月",
    message: "已撤销“八月”的上次清除，标记和测算列已恢复。",
  });
  expect((await sheetOf(host, "八月")).page.orientation).toBe("Landscape");
  done(await clearMarks());
  expect((await sheetOf(host, "九月")).page).toEqual(september().page);
  expect((await sheetOf(host, "八月")).page.orientation).toBe("Landscape");
});

test("recalculations in turn: undo takes back the last one on its own table, whichever sheet is open", async () => {
  const host = await startExcel(workbookOf(august(), september()));
  await run("八月");
  const marked = await sheetOf(host, "八月");
  const plain = await sheetOf(host, "九月");
  await run("九月");
  await open("八月");
  expect(done(await undoLast())).toMatchObject({ sheet: "九月", message: "已撤销“九月”的上次重算。" });
  expect((await sheetOf(host, "九月")).cells).toEqual(plain.cells);
  expect(await sheetOf(host, "八月")).toEqual(marked);
  expect((await undoLast()).done).toBe(false);
});

test("打印版 and 汇总 are made for the table asked for, and undo brings back those of the other", async () => {
  const host = await started();
  const tables = [await sheetOf(host, "八月"), await sheetOf(host, "九月")];
  for (const [name, make] of [
    ["打印版", (sheet: string) => setUpPrinting({ sheet, copy: true, now: NOW })],
    ["推进情况汇总", (sheet: string) => makeSummary({ sheet, now: NOW })],
  ] as const) {
    done<Changed | Stopped>(await make("八月"));
    const first = await formulas(host, name);
    expect([
      first.some((formula) => formula.includes("八月!")),
      first.some((formula) => formula.includes("九月!")),
    ]).toEqual([true, false]);
    done<Changed | Stopped>(await make("九月"));
    const second = await formulas(host, name);
    expect([
      second.some((formula) => formula.includes("八月!")),
      second.some((formula) => formula.includes("九月!")),
    ]).toEqual([false, true]);
    done(await undoLast());
    expect((await formulas(host, name)).sort()).toEqual(first.sort());
  }
  // Neither is taken for a task table, nor does making them write into one.
  expect([await sheetOf(host, "八月"), await sheetOf(host, "九月")]).toEqual(tables);
  await open("打印版");
  const stopped = await recalculate({ now: NOW });
  expect((stopped as Stopped).problems.map(({ code, message }) => [code, message])).toEqual([
    ["TABLE_AMBIGUOUS", expect.stringContaining("“八月”、“九月”")],
  ]);
});

test("notices and 推进记录 of both tables stand beside each other; undo and clearing of one leave those of the other", async () => {
  const host = await started();
  done<Changed | Stopped>(await makeNotices({ sheet: "八月", departments: "all", detail: null, now: NOW }));
  done<Changed | Stopped>(await makeNotices({ sheet: "九月", departments: "all", detail: null, now: NOW }));
  const names = async () => (await host.workbook.toData()).sheets.map(({ name }) => name);
  expect(await names()).toEqual(["八月", "九月", "通知单01甲局", "通知单01乙局"]);
  expect((await formulas(host, "通知单01甲局")).some((formula) => formula.includes("九月!"))).toBe(false);
  done(await undoLast());
  expect(await names()).toEqual(["八月", "九月", "通知单01甲局"]);

  done<Changed | Stopped>(await recordHistory({ sheet: "八月", now: NOW }));
  const recorded = await values(host, "推进记录");
  done<Changed | Stopped>(await recordHistory({ sheet: "九月", now: NOW }));
  expect(await values(host, "推进记录")).toEqual(expect.arrayContaining(["甲局", "乙局"]));
  done(await undoLast());
  expect(await values(host, "推进记录")).toEqual(recorded);
  done<Changed | Stopped>(await recordHistory({ sheet: "九月", now: LATER }));

  const other = await sheetOf(host, "八月");
  const notice = await sheetOf(host, "通知单01甲局");
  done(await clearMarks({ sheet: "九月", discardTyped: true }));
  expect([await sheetOf(host, "八月"), await sheetOf(host, "通知单01甲局")]).toEqual([other, notice]);
  done(await removeNotices());
  done(await undoLast());
  expect((await formulas(host, "通知单01甲局")).length).toBe(
    Object.values(notice.cells).flatMap((line) => Object.values(line).filter(({ formula }) => formula)).length,
  );
});

test("整改清单 lists the table that was computed last, and undo brings back the list of the other", async () => {
  const host = await started();
  const list = async (sheet: string) => {
    const { assessment } = await run(sheet);
    return done<Changed | Stopped>(await listRectification({ assessment, detail: null, taskSheet: sheet, now: NOW }));
  };
  await list("八月");
  const first = await values(host, "整改清单");
  expect([first.includes("甲局"), first.includes("乙局")]).toEqual([true, false]);
  await list("九月");
  expect(await values(host, "整改清单")).toEqual(expect.arrayContaining(["乙局"]));
  done(await undoLast());
  expect(await values(host, "整改清单")).toEqual(first);
});

test("a notice that somebody has copied stays as it is: the one that bears our name is written anew", async () => {
  const host = await started();
  done<Changed | Stopped>(await makeNotices({ sheet: "八月", departments: "all", detail: null, now: NOW }));
  const data = await host.workbook.toData();
  const notice = data.sheets.find(({ name }) => name === "通知单01甲局")!;
  const name = "通知单01甲局 (2)";
  const copy = { ...structuredClone(notice), name };
  copy.cells[0]![0] = { ...copy.cells[0]![0], value: "存档" };
  for (const order of [
    [copy, notice],
    [notice, copy],
  ]) {
    const again = await startExcel({
      ...data,
      activeSheet: "八月",
      sheets: [data.sheets[0]!, data.sheets[1]!, ...order],
      names: [
        ...data.names,
        ...data.names
          .filter(({ sheet }) => sheet === notice.name)
          .map((held) => ({ ...held, sheet: name, formula: held.formula.replace(/^=[^!]+!/, `='${name}'!`) })),
      ],
    });
    const before = await sheetOf(again, name);
    done<Changed | Stopped>(await makeNotices({ sheet: "八月", departments: "all", detail: null, now: LATER }));
    expect(await sheetOf(again, name)).toEqual(before);
    expect((await again.workbook.toData()).sheets).toHaveLength(4);
  }
});
