import { clearMarks, look, recalculate, setUpPrinting, undoLast } from "../../src/actions";
import { columnLetters } from "../../src/core/cells/address";
import type { Recalculated, Stopped } from "../../src/actions";
import type { ColumnChoice } from "../../src/core/table/recognisedColumns";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import type { CellInput } from "../core/sheet";
import { percent, sheet, full } from "../core/sheet";
import { plainSheet, workbookOf, dataOf } from "./workbook";
import { NOW } from "../moment";
import { done, codesAt } from "../outcomes";

/** What a person says of the task table's columns, over the real office.js. */

const HEADER: CellInput[] = [
  "序号",
  "部门名称",
  "目录清单已认领的主项数",
  "目录清单完成率",
  "实施清单完备率",
  "监管行为覆盖率",
  "执法人员入驻率目标",
  "办件覆盖主项",
];
/** ⌈185 × 50 %⌉ = 93, one short; ⌈20 × 35 %⌉ = 7, met. */
const ROWS: CellInput[][] = [
  [1, "威远县交通运输局", 185, full, full, percent(0.5), full, 92],
  [2, "威远县司法局", 20, full, full, percent(0.35), full, 7],
];
const COVERED: ColumnChoice = { at: 7, header: "办件覆盖主项", column: "covered" };
const CLAIMED: ColumnChoice = { at: 2, header: "主体数", column: "claimed" };

const renamed = (from: string, to: string) => HEADER.map((header) => (header === from ? to : header));
const open = (header = HEADER, more: CellInput[][] = []) =>
  startExcel(workbookOf(plainSheet(sheet([["附件2"], header, ...ROWS, ...more]))));
const run = async (columns?: readonly ColumnChoice[] | "byWords") =>
  done<Recalculated>(await recalculate({ now: NOW, ...(columns && { columns }) }));
/** The workbook as it stands; names in one order, for Excel keeps none. */
const coverage = ({ assessment }: Recalculated) =>
  assessment.departments.map((department) => [department.coverage.done, department.coverage.gap]);
const headers = async (host: Host) =>
  Object.values((await dataOf(host)).sheets[0]!.cells[1]!).map(({ value }) => value);
const remembered = async (host: Host) => {
  const stored = (await dataOf(host)).settings["jgzb"];
  return stored === undefined ? undefined : (JSON.parse(String(stored)) as { columns?: unknown }).columns;
};
const type = (cells: Readonly<Record<string, CellInput>>) =>
  Excel.run(async (context) => {
    for (const [address, value] of Object.entries(cells))
      context.workbook.worksheets.getItem("附件2").getRange(address).values = [[value]];
    await context.sync();
  });

test("a table that lacks a column is stopped, computed with what is chosen, and remembered", async () => {
  const host = await open(renamed("目录清单已认领的主项数", "主体数"));
  const before = await dataOf(host);
  const stopped = (await recalculate({ now: NOW })) as Stopped;
  expect(codesAt(stopped)).toEqual(["COLUMN_MISSING 附件2!A2"]);
  expect(stopped.recognised!.filter(({ column }) => column === null).map(({ at, header }) => [at, header])).toEqual([
    [2, "主体数"],
    [7, "办件覆盖主项"],
  ]);
  expect(await dataOf(host)).toEqual(before);

  const chosen = await run([CLAIMED, COVERED]);
  expect(coverage(chosen)).toEqual([
    [92, 1],
    [7, 0],
  ]);
  expect(chosen.differences).toEqual([]);
  expect(chosen.recognised.filter((one) => one.chosen).map(({ at, column }) => [at, column])).toEqual([
    [2, "claimed"],
    [7, "covered"],
  ]);
  expect(await headers(host)).not.toContain("产生办件主项数");
  expect(await remembered(host)).toEqual([CLAIMED, COVERED]);

  const marked = await dataOf(host);
  expect(coverage(await run())).toEqual([
    [92, 1],
    [7, 0],
  ]);
  expect(await dataOf(host)).toEqual(marked);
  expect(coverage(done<Recalculated>(await look({ now: NOW })))).toEqual([
    [92, 1],
    [7, 0],
  ]);
  done(await setUpPrinting({ now: NOW }));
});

test("undo takes the choice back with the recalculation; clearing takes the marks away and remembers it", async () => {
  const host = await open(renamed("目录清单已认领的主项数", "主体数"));
  const before = await dataOf(host);
  await run([CLAIMED, COVERED]);
  done(await undoLast());
  expect(await dataOf(host)).toEqual(before);
  expect(codesAt((await recalculate({ now: NOW })) as Stopped)).toEqual(["COLUMN_MISSING 附件2!A2"]);

  await run([CLAIMED, COVERED]);
  done(await clearMarks());
  const { settings, ...cleared } = await dataOf(host);
  expect(cleared).toEqual({ ...before, settings: undefined, ...cleared });
  expect({ ...cleared, settings: before.settings }).toEqual(before);
  expect(Object.keys(settings)).toEqual(["jgzb"]);
  expect(coverage(await run())).toEqual([
    [92, 1],
    [7, 0],
  ]);
});

describe("our own column for the same", () => {
  test("goes when the person names another, and comes back when it is taken back or forgotten", async () => {
    const host = await open();
    expect(coverage(await run())).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(await headers(host)).toContain("产生办件主项数");
    const marked = await dataOf(host);

    const chosen = await run([COVERED]);
    expect(coverage(chosen)).toEqual([
      [92, 1],
      [7, 0],
    ]);
    expect(chosen.differences).toEqual([]);
    expect((await headers(host)).slice(7, 12)).toEqual([
      "办件覆盖主项",
      "目录清单已完成数",
      "实施清单已完备数",
      "执法人员数",
      "已入驻人数",
    ]);
    const without = await dataOf(host);
    await run();
    expect(await dataOf(host)).toEqual(without);

    done(await undoLast());
    expect(await dataOf(host)).toEqual(without);
    await run([COVERED]);
    const forgotten = await run("byWords");
    expect(coverage(forgotten)).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(await headers(host)).toEqual(Object.values(marked.sheets[0]!.cells[1]!).map(({ value }) => value));
    expect(await remembered(host)).toBeUndefined();
  });

  test("undo puts it back as it stood", async () => {
    const host = await open();
    await run();
    const marked = await dataOf(host);
    await run([COVERED]);
    done(await undoLast());
    expect(await dataOf(host)).toEqual(marked);
    expect(coverage(await run())).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  test.each([0, 1, 2, 5, 12, 30])("a failure at action %i of the writing is taken back", async (action) => {
    const host = await open();
    await run();
    const marked = await dataOf(host);
    host.failNext({ request: 1, action, code: "GeneralException" });
    expect(codesAt((await recalculate({ now: NOW, columns: [COVERED] })) as Stopped)).toEqual(["WRITE_FAILED 附件2"]);
    expect(await dataOf(host)).toEqual(marked);
  });

  test("stays, and nothing is written, where numbers are typed in it or text stands above it", async () => {
    const host = await open();
    await run();
    await type({ K3: 90 });
    const typed = await dataOf(host);
    const filled = (await recalculate({ now: NOW, columns: [COVERED] })) as Stopped;
    expect(codesAt(filled)).toEqual(["COLUMN_CHOICE_FILLED 附件2!K2"]);
    expect(filled.problems[0]!.message).toContain("“办件覆盖主项”");
    expect(filled.recognised).toHaveLength(8);
    expect(await dataOf(host)).toEqual(typed);
    await type({ K3: "", K1: "备忘" });
    expect(codesAt((await recalculate({ now: NOW, columns: [COVERED] })) as Stopped)).toEqual([
      "TEXT_IN_OWN_COLUMN 附件2!K1",
    ]);
  });

  test("left of the chosen column: the places told are those that it has afterwards", async () => {
    const host = await open(HEADER.slice(0, 7), []);
    await type({ H2: "", H3: "", H4: "" });
    const ours = Object.values((await run()).places.own);
    // Ours stand from H on; staff put a column right of them.
    const at = Math.max(...ours) + 1;
    expect(at).toBe(7 + ours.length);
    const letters = columnLetters(at);
    await type({ [`${letters}2`]: "办件覆盖主项", [`${letters}3`]: 92, [`${letters}4`]: 7 });
    expect((await run()).recognised.at(-1)).toEqual({ at, header: "办件覆盖主项", column: null, chosen: false });
    const chosen = await run([{ ...COVERED, at }]);
    expect(coverage(chosen)).toEqual([
      [92, 1],
      [7, 0],
    ]);
    expect(chosen.differences).toEqual([]);
    // One of ours has gone.
    expect(chosen.recognised.at(-1)).toEqual({ at: at - 1, header: "办件覆盖主项", column: "covered", chosen: true });
    expect(chosen.places.columns.covered).toBe(at - 1);
    expect(await remembered(host)).toEqual([{ ...COVERED, at: 7 }]);
    expect((await run()).recognised.at(-1)).toMatchObject({ at: at - 1, column: "covered" });
  });
});

test("the table stands on another sheet: found with what is chosen, and with what was", async () => {
  const table = plainSheet(sheet([renamed("目录清单已认领的主项数", "主体数"), ...ROWS]));
  const notes = plainSheet(sheet([["会议记录"]], { name: "记录" }));
  await startExcel({ ...workbookOf(notes, table), activeSheet: "记录" });
  expect(await run([{ ...CLAIMED }])).toMatchObject({ sheet: "附件2" });
  expect(await run()).toMatchObject({ sheet: "附件2" });
});

test("details contradict what stands in the chosen column: both choices go together", async () => {
  const items = [
    ["部门", "主项名称", "主项编码", "目录清单状态", "实施清单状态", "办件数"],
    ...Array.from({ length: 20 }, (_, index) => [
      "威远县司法局",
      `事项${index + 1}`,
      `A${index + 1}`,
      "已发布",
      "完备",
      index < 5 ? 1 : 0,
    ]),
  ];
  const host = await startExcel(
    workbookOf(plainSheet(sheet([["附件2"], HEADER, ...ROWS])), plainSheet(sheet(items, { name: "监管事项明细" }))),
  );
  const stopped = (await recalculate({ now: NOW, columns: [COVERED] })) as Stopped;
  expect(codesAt(stopped)).toEqual(["ACTUALS_DIFFER 附件2"]);
  expect(await remembered(host)).toBeUndefined();
  expect(
    coverage(done<Recalculated>(await recalculate({ now: NOW, columns: [COVERED], typedActuals: "replace" }))),
  ).toEqual([
    [92, 1],
    [5, 2],
  ]);
  done(await undoLast());
  expect(coverage(await run())).toEqual([
    [null, null],
    [5, 2],
  ]);
});

test("choices that cannot be read are named, and the words decide", async () => {
  const data = workbookOf(plainSheet(sheet([["附件2"], HEADER, ...ROWS])));
  await startExcel({
    ...data,
    settings: {
      jgzb: JSON.stringify({ version: 1, pages: {}, columns: [COVERED, { at: -1, header: "序号", column: "serial" }] }),
    },
  });
  const damaged = await run();
  expect(codesAt(damaged)).toEqual(["COLUMN_CHOICES_DAMAGED 附件2"]);
  expect(coverage(damaged)).toEqual([
    [92, 1],
    [7, 0],
  ]);
});
