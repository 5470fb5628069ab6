import { listRectification, recalculate, undoable, undoLast } from "../../src/actions";
import type { Recalculated } from "../../src/actions";
import { RECTIFICATION_HEADERS } from "../../src/core/wording/rectification";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import { percent, sheet, tableSheet, full } from "../core/sheet";
import { fileData, plainSheet, workbookOf, dataOf, edit } from "./workbook";
import { NEAR_END } from "../moment";
import { codesAt } from "../outcomes";

/** The list of what to put right, over the real office.js. */

const LIST = "整改清单";
const task = () =>
  plainSheet(
    tableSheet([
      ["甲局", 20, full, full, percent(0.35), full, "", 19, 20, 5, 2, 1],
      ["乙局", 4, full, full, percent(0.35), full, "", 4, 4, 2, 1, 1],
    ]),
  );
const listOf = async (host: Host) => (await dataOf(host)).sheets.find(({ name }) => name === LIST)!;
/** All rows of the list as values, nothing hidden. */
const rowsOf = async (host: Host) =>
  Object.values((await listOf(host)).cells).map((row) =>
    Array.from({ length: 12 }, (_, column) => row[column]?.value ?? ""),
  );

async function recalculated(): Promise<Pick<Recalculated, "assessment" | "detail"> & { taskSheet: string }> {
  const outcome = await recalculate({ now: NEAR_END, typedActuals: "replace" });
  if (!outcome.done) throw new Error(JSON.stringify(outcome.problems));
  return { assessment: outcome.assessment, detail: outcome.detail, taskSheet: outcome.sheet };
}

test("the list is made ready for printing, with its key hidden, and undone whole", async () => {
  const host = await startExcel(workbookOf(task()));
  const result = await recalculated();
  const before = await dataOf(host);
  expect(await listRectification({ ...result, now: NEAR_END })).toMatchObject({ done: true, sheet: LIST });
  expect((await rowsOf(host)).slice(2).map((row) => row.slice(0, 7))).toEqual([
    [1, "甲局", "目录清单", "目录清单差 1 项（19/20）", "", 1, 0.1],
    [2, "甲局", "监管行为覆盖率", "覆盖率 25.00%，差 2 项达 35%", "", 2, 0.2],
    [3, "甲局", "执法人员入驻", "1 人未入驻（1/2）", "", 1, 0.5],
  ]);
  const list = await listOf(host);
  expect(list.frozen).toEqual({ rows: 2, columns: 0 });
  expect(list.columns[11]).toMatchObject({ hidden: true });
  expect(list.page).toMatchObject({ orientation: "Landscape", paperSize: "A4", zoom: { horizontalFitToPages: 1 } });
  expect(undoable()).toEqual({ action: "listRectification", at: NEAR_END });
  expect(await undoLast()).toMatchObject({ done: true });
  expect(await dataOf(host)).toEqual(before);
});

test("a refresh keeps what staff typed, changes nothing else, and undo brings back what stood", async () => {
  const host = await startExcel(workbookOf(task()));
  const result = await recalculated();
  await listRectification({ ...result, now: NEAR_END });
  await edit(LIST, (page) => {
    page.getRange("H3:K3").values = [["催办", "示例人员020", "'2025-09-20", "'=无"]];
    page.getRange("A6:D6").values = [["", "甲局", "", "自己加的一行"]];
  });
  await listRectification({ ...result, now: NEAR_END });
  const before = await dataOf(host);
  await listRectification({ ...result, now: NEAR_END });
  expect(await dataOf(host)).toEqual(before);
  expect((await rowsOf(host))[2]!.slice(7, 11)).toEqual(["催办", "示例人员020", "2025-09-20", "=无"]);

  await edit(LIST, (page) => (page.getRange("I4").values = [["示例人员021"]]));
  const typed = await rowsOf(host);
  const { departments } = result.assessment;
  const mended = {
    ...result.assessment,
    departments: [
      { ...departments[0]!, directory: { ...departments[0]!.directory, done: 20, gap: 0, deduction: 0, met: true } },
      departments[1]!,
    ],
  };
  await listRectification({ ...result, assessment: mended, now: NEAR_END });
  expect((await rowsOf(host)).slice(2).map((row) => [row[3], row[7], row[8]])).toEqual([
    ["覆盖率 25.00%，差 2 项达 35%", "", "示例人员021"],
    ["1 人未入驻（1/2）", "", ""],
    ["自己加的一行", "", ""],
    ["已解决：目录清单差 1 项（19/20）", "催办", "示例人员020"],
  ]);
  expect(await undoLast()).toMatchObject({ done: true });
  expect(await rowsOf(host)).toEqual(typed);
});

test("undo stops where something was typed since", async () => {
  const host = await startExcel(workbookOf(task()));
  await listRectification({ ...(await recalculated()), now: NEAR_END });
  await edit(LIST, (page) => (page.getRange("H3").values = [["催办"]]));
  expect(codesAt(await undoLast())).toEqual([`UNDO_OUTDATED ${LIST}`]);
  expect((await rowsOf(host))[2]![7]).toBe("催办");
});

test("where Excel fails midway, the list is as it was", async () => {
  const host = await startExcel(workbookOf(task()));
  const result = await recalculated();
  await listRectification({ ...result, now: NEAR_END });
  await edit(LIST, (page) => (page.getRange("H3").values = [["'+8"]]));
  const before = await rowsOf(host);
  // 0: the task table, 1: the sheets, 2–3: the list, 4: the sheets again, 5: the list is written.
  host.failNext({ request: 5, action: 12, code: "GeneralException" });
  expect(codesAt(await listRectification({ ...result, now: NEAR_END }))).toEqual([`WRITE_FAILED ${LIST}`]);
  expect(await rowsOf(host)).toEqual(before);
});

test("nothing is listed where nothing falls short; a protected list or a missing column stops it", async () => {
  const host = await startExcel(
    workbookOf(plainSheet(tableSheet([["甲局", 20, full, full, percent(0.35), full, "", 20, 20, 7, 2, 2]]))),
  );
  expect(codesAt(await listRectification({ ...(await recalculated()), now: NEAR_END }))).toEqual(["NOTHING_TO_LIST"]);
  expect((await dataOf(host)).sheets).toHaveLength(1);

  const other = plainSheet(sheet([["会议记录"]], { name: LIST }));
  await startExcel(workbookOf(task(), other));
  expect(codesAt(await listRectification({ ...(await recalculated()), now: NEAR_END }))).toEqual([
    `LIST_COLUMN_MISSING ${LIST}!A1`,
  ]);

  const list = { ...plainSheet(sheet([Object.values(RECTIFICATION_HEADERS)], { name: LIST })), protected: true };
  await startExcel(workbookOf(task(), list));
  expect(codesAt(await listRectification({ ...(await recalculated()), now: NEAR_END }))).toEqual([
    `SHEET_PROTECTED ${LIST}`,
  ]);
});

test("the sample with detail sheets: the numbers of the list are those of the assessment, and no certificate number is whole", async () => {
  const host = await startExcel(await fileData("assets/samples/附件2-明细示例.xlsx"));
  const result = await recalculated();
  expect(await listRectification({ ...result, now: NEAR_END })).toMatchObject({ done: true });
  const rows = (await rowsOf(host)).slice(2);
  const sum = (column: number, factor: number) =>
    rows.reduce((all, row) => all + Math.round(Number(row[column]) * factor), 0);
  expect(sum(6, 100)).toBe(result.assessment.totals.deduction);
  expect(new Set(rows.map((row) => row[11])).size).toBe(rows.length);
  const numbers = result.detail!.departments.flatMap(({ missingOfficers }) =>
    missingOfficers.flatMap(({ certificate }) => certificate ?? []),
  );
  expect(numbers.length).toBeGreaterThan(0);
  const all = JSON.stringify(rows);
  expect(numbers.filter((number) => all.includes(number))).toEqual([]);
  // A list among the sheets changes nothing for the next recalculation.
  expect((await recalculated()).assessment.totals).toEqual(result.assessment.totals);
});
