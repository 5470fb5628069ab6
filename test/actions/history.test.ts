import { readHistory, recalculate, recordHistory, saveSettings, undoable, undoLast } from "../../src/actions";
import type { Trend } from "../../src/core/history/trend";
import { DEFAULT_SETTINGS } from "../../src/core/memory/settings";
import { HISTORY_HEADERS } from "../../src/core/wording/history";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import { recorded } from "../../src/session/recording";
import { percent, sheet, tableSheet, full } from "../core/sheet";
import { plainSheet, workbookOf, dataOf, edit } from "./workbook";
import { NEAR_END } from "../moment";
import { codesAt } from "../outcomes";

/** 推进记录 over the real office.js. */

const TENTH = new Date(2025, 8, 10, 17);
const LATER = new Date(2025, 8, 11, 16);
const SHEET = "推进记录";
/** 甲局 lacks one directory item, two covered items of ⌈20 × 35 %⌉ = 7 and one person: 0.1 + 0.2 + 0.5. 乙局 lacks nothing. 丙局 has reported nothing. */
const task = () =>
  plainSheet(
    tableSheet([
      ["甲局", 20, full, full, percent(0.35), full, "", 19, 20, 5, 2, 1],
      ["乙局", 4, full, full, percent(0.35), full, "", 4, 4, 2, 1, 1],
      ["丙局", 3, full, full, percent(0.35), full],
    ]),
  );
const historyOf = async (host: Host) => (await dataOf(host)).sheets.find(({ name }) => name === SHEET)!;
/** Rows that hold anything. */
const rowsOf = async (host: Host, width = 10) =>
  Object.values((await historyOf(host)).cells)
    .map((row) => Array.from({ length: width }, (_, column) => row[column]?.value ?? ""))
    .filter((row) => row.some((value) => value !== ""));
const recalculated = async (now = NEAR_END) => expect(await recalculate({ now })).toMatchObject({ done: true });
const trend = async () => (await readHistory()) as Trend;

test("a sheet of real dates, ready for printing, undone whole", async () => {
  const host = await startExcel(workbookOf(task()));
  await recalculated();
  const before = await dataOf(host);
  expect(await recordHistory({ now: NEAR_END })).toMatchObject({
    done: true,
    sheet: SHEET,
    message: "已把 3 个部门 9月11日的数记入“推进记录”。",
  });
  // 45,911 is 2025-09-11.
  expect(await rowsOf(host)).toEqual([
    Object.values(HISTORY_HEADERS),
    [45_911, "甲局", 20, 19, 20, 7, 5, 2, 1, 0.8],
    [45_911, "乙局", 4, 4, 4, 2, 2, 1, 1, 0],
    [45_911, "丙局", 3, "", "", 2, "", "", "", ""],
  ]);
  const made = await historyOf(host);
  expect(made.cells[1]![0]!.style).toMatchObject({ numberFormat: "yyyy-mm-dd" });
  expect(made.frozen).toEqual({ rows: 1, columns: 0 });
  expect(made.page).toMatchObject({ orientation: "Portrait", paperSize: "A4", zoom: { horizontalFitToPages: 1 } });
  expect(undoable()).toEqual({ action: "recordHistory", at: NEAR_END });
  expect(await undoLast()).toMatchObject({ done: true, message: "已撤销，推进记录恢复到上次记入之前。" });
  expect(await dataOf(host)).toEqual(before);
});

test("a day once, however often it is recorded; the next day leaves it alone, and undo takes only that one back", async () => {
  const host = await startExcel(workbookOf(task()));
  await recalculated(TENTH);
  await recordHistory({ now: TENTH });
  const once = await historyOf(host);
  await recordHistory({ now: TENTH });
  expect((await historyOf(host)).cells).toEqual(once.cells);

  // Two more items have a case: the need is met.
  await edit("附件2", (page) => (page.getRange("K4").values = [[7]]));
  await recalculated();
  await edit(SHEET, (page) => (page.getRange("K1:K2").values = [["批示"], ["已阅"]]));
  await recordHistory({ now: NEAR_END });
  expect((await rowsOf(host, 11)).map((row) => [row[0], row[1], row[6], row[9], row[10]])).toEqual([
    ["日期", "部门名称", "产生办件主项数", "测算扣分", "批示"],
    [45_910, "甲局", 5, 0.8, "已阅"],
    [45_910, "乙局", 2, 0, ""],
    [45_910, "丙局", "", "", ""],
    [45_911, "甲局", 7, 0.6, ""],
    [45_911, "乙局", 2, 0, ""],
    [45_911, "丙局", "", "", ""],
  ]);
  const tenth = {
    day: "2025-09-10",
    departments: 2,
    due: 24,
    covered: 7,
    coverageGap: 2,
    officersGap: 1,
    deduction: 80,
  };
  expect(await trend()).toMatchObject({
    days: [
      tenth,
      { day: "2025-09-11", departments: 2, due: 24, covered: 9, coverageGap: 0, officersGap: 1, deduction: 60 },
    ],
    yesterday: tenth,
    lastWeek: null,
    start: tenth,
    problems: [],
  });
  await undoLast();
  expect((await rowsOf(host, 11)).map((row) => [row[0], row[10]])).toEqual([
    ["日期", "批示"],
    [45_910, "已阅"],
    [45_910, ""],
    [45_910, ""],
  ]);
});

test("found where staff have moved it, read from text dates, a damaged row named; a renamed header stops it", async () => {
  const host = await startExcel(workbookOf(task()));
  await recalculated(TENTH);
  await recordHistory({ now: TENTH });
  await edit(SHEET, (page) => {
    page.getRange("A:A").insert("Right");
    page.getRange("1:1").insert("Down");
    page.getRange("A1").values = [["领导批阅件"]];
    page.getRange("B4").values = [["'2025年9月10日"]];
    page.getRange("H5").values = [["约三"]];
  });
  expect(await recordHistory({ now: TENTH })).toMatchObject({
    done: true,
    message: expect.stringContaining("“推进记录”里有 1 行没有采用，没有改动。"),
  });
  // 乙局 stood in row 4, 丙局 (row 5) cannot be read and stays: its figures of today go below.
  expect((await rowsOf(host, 11)).map((row) => [row[0], row[1], row[2], row[7]])).toEqual([
    ["领导批阅件", "", "", ""],
    ["", "日期", "部门名称", "产生办件主项数"],
    ["", 45_910, "甲局", 5],
    ["", 45_910, "乙局", 2],
    ["", 45_910, "丙局", "约三"],
    ["", 45_910, "丙局", ""],
  ]);
  expect((await trend()).problems!.map(({ code, address }) => `${code} ${address}`)).toEqual([
    "HISTORY_ROW_UNREADABLE 推进记录!H5",
  ]);

  await edit(SHEET, (page) => (page.getRange("K2").values = [["得分"]]));
  const before = await dataOf(host);
  expect(codesAt(await recordHistory({ now: NEAR_END }))).toEqual(["HISTORY_COLUMN_MISSING 推进记录!A2"]);
  expect(await trend()).toMatchObject({ days: [], problems: [{ code: "HISTORY_COLUMN_MISSING" }] });
  expect(await dataOf(host)).toEqual(before);
});

describe("a recalculation and its record", () => {
  test("are taken back as one", async () => {
    const host = await startExcel(workbookOf(task()));
    const before = await dataOf(host);
    await recalculated();
    expect(await recordHistory({ now: NEAR_END, joined: true })).toMatchObject({ done: true });
    expect(undoable()).toEqual({ action: "recalculate", at: NEAR_END });
    expect(await undoLast()).toMatchObject({
      done: true,
      sheet: "附件2",
      message: "已撤销上次重算，推进记录也恢复到记入之前。",
    });
    expect(await dataOf(host)).toEqual(before);
    expect(undoable()).toBeNull();
  });

  test("of saved settings are taken back with the settings, as one", async () => {
    const host = await startExcel(workbookOf(task()));
    await recalculated(TENTH);
    await recordHistory({ now: TENTH });
    // Formats given to a record that stood already stay.
    const held = async () => ({
      record: await rowsOf(host),
      ...(({ names, settings, sheets }) => ({
        names: names.map((name) => JSON.stringify(name)).sort(),
        settings,
        table: sheets[0],
      }))(await dataOf(host)),
    });
    const before = await held();
    const recording = {
      rules: { ...DEFAULT_SETTINGS.rules, pointsPerItem: 20 },
      options: { ...DEFAULT_SETTINGS.options, record: true },
    };
    // 甲局: one directory item and two covered items at 0.2, one person at 0.5.
    expect(await recorded({ recordHistory }, await saveSettings(recording, { now: NEAR_END }))).toMatchObject({
      done: true,
      recorded: { done: true },
      assessment: { totals: { deduction: 110 } },
    });
    expect((await trend()).days.map(({ day, deduction }) => [day, deduction])).toEqual([
      ["2025-09-10", 80],
      ["2025-09-11", 110],
    ]);
    expect(await undoLast()).toMatchObject({ done: true });
    expect(await held()).toEqual(before);
    expect(undoable()).toBeNull();
  });

  test("where one of them cannot be taken back, neither is", async () => {
    const host = await startExcel(workbookOf(task()));
    await recalculated();
    await recordHistory({ now: NEAR_END, joined: true });
    await edit(SHEET, (page) => (page.getRange("L2").values = [["批示"]]));
    let before = await dataOf(host);
    expect(codesAt(await undoLast())).toEqual(["UNDO_OUTDATED 推进记录"]);
    expect(await dataOf(host)).toEqual(before);

    await edit(SHEET, (page) => page.getRange("L2").clear("Contents"));
    await edit("附件2", (page) => page.getRange("5:5").insert("Down"));
    before = await dataOf(host);
    expect(codesAt(await undoLast())).toEqual(["UNDO_OUTDATED 附件2"]);
    expect(await dataOf(host)).toEqual(before);
  });

  test("where Excel fails before the record is gone, a second undo takes it away", async () => {
    const host = await startExcel(workbookOf(task()));
    const before = await dataOf(host);
    await recalculated();
    await recordHistory({ now: NEAR_END, joined: true });
    // 0: the workbook, 1–2: what the record holds, 3: the table, 4: where it stands, 5: it is put back, 6: the record is deleted.
    host.failNext({ request: 6, code: "GeneralException" });
    expect(codesAt(await undoLast())).toEqual(["UNDO_FAILED 推进记录"]);
    expect((await dataOf(host)).sheets[0]!.cells).toEqual(before.sheets[0]!.cells);
    expect(await undoLast()).toMatchObject({ done: true });
    expect(await dataOf(host)).toEqual(before);
  });
});

test("where Excel fails midway, the sheet is as it was, and the recalculation can still be undone", async () => {
  const host = await startExcel(workbookOf(task()));
  await recalculated(TENTH);
  await recordHistory({ now: TENTH });
  await recalculated();
  const before = (await historyOf(host)).cells;
  // 0: the table, 1: the sheets, 2–3: the record, 4: the sheets again, 5: rows are written.
  host.failNext({ request: 5, action: 12, code: "GeneralException" });
  expect(codesAt(await recordHistory({ now: LATER, joined: true }))).toEqual([`WRITE_FAILED ${SHEET}`]);
  expect((await historyOf(host)).cells).toEqual(before);
  expect(undoable()).toEqual({ action: "recalculate", at: NEAR_END });
});

test("nothing is recorded of a table that was not computed or in which nobody has reported; a sheet of someone's own is left alone", async () => {
  await startExcel(workbookOf(task()));
  expect(codesAt(await recordHistory({ now: NEAR_END }))).toEqual(["HISTORY_NOT_COMPUTED 附件2"]);
  expect(await readHistory()).toBeNull();

  await startExcel(workbookOf(plainSheet(tableSheet([["甲局", 20, full, full, percent(0.35), full]]))));
  await recalculated();
  expect(codesAt(await recordHistory({ now: NEAR_END }))).toEqual(["HISTORY_NOTHING_REPORTED 附件2"]);

  const own = await startExcel(workbookOf(task(), plainSheet(sheet([["会议记录"]], { name: SHEET }))));
  await recalculated();
  const before = await dataOf(own);
  expect(codesAt(await recordHistory({ now: NEAR_END }))).toEqual(["HISTORY_NOT_RECOGNISED 推进记录"]);
  expect(await dataOf(own)).toEqual(before);
});

test("opened, the record is no task table and no detail sheet: the table is found behind it", async () => {
  await startExcel(workbookOf(task()));
  await recalculated(TENTH);
  await recordHistory({ now: TENTH });
  await edit(SHEET, (page) => page.activate());
  expect(await recalculate({ now: NEAR_END })).toMatchObject({
    done: true,
    sheet: "附件2",
    detail: null,
    hasHistory: true,
    problems: [],
  });
  expect(await recordHistory({ now: NEAR_END })).toMatchObject({ done: true });
  expect((await trend()).days.map(({ day }) => day)).toEqual(["2025-09-10", "2025-09-11"]);
});
