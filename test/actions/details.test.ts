import { clearMarks, recalculate, rememberChoices, undoLast } from "../../src/actions";
import type { Stopped } from "../../src/actions";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import type { CellInput } from "../core/sheet";
import { percent, sheet, tableSheet, full } from "../core/sheet";
import { plainSheet, workbookOf } from "./workbook";
import { NEAR_END } from "../moment";
import { done, codesAt } from "../outcomes";

/** Actuals that come from detail sheets, over the real office.js. */

const ITEM_HEADER = ["部门", "主项名称", "主项编码", "子项名称", "子项编码", "目录清单状态", "实施清单状态", "办件数"];
/** 甲局: 20 main items, 19 published, 18 complete, 5 with a case; ⌈20 × 35 %⌉ = 7. */
const ITEMS = Array.from({ length: 20 }, (_, index) => [
  "甲局",
  `事项${index + 1}`,
  `A${index + 1}`,
  "",
  "",
  index < 19 ? "已发布" : "已编辑",
  index < 18 ? "完备" : "未完备",
  index < 5 ? 1 : 0,
]);
const OFFICERS = [
  ["部门", "姓名", "执法证号", "证件状态", "在岗状态"],
  ["甲局", "示例人员001", "J001", "有效", "在岗"],
  ["甲局", "示例人员002", "J002", "有效", "在岗"],
  ["甲局", "示例人员003", "J003", "有效", "退休"],
  ["甲局", "示例人员004", "J004", "注销", "退休"],
];
const ACCOUNTS = [
  ["部门", "姓名", "执法证号", "账号状态", "最近登录时间"],
  ["甲局", "示例人员001", "j001", "有效", "2025-09-01"],
  ["甲局", "示例人员002", "J002", "有效", ""],
  ["甲局", "示例人员004", "J004", "有效", "2025-01-01"],
];

/** The actuals of 甲局 as typed: 应认领, 目录, 实施, 办件, 执法人员, 已入驻. */
async function opened(
  typed: readonly CellInput[] = ["", "", "", "", "", ""],
  { items = ITEMS as readonly (readonly CellInput[])[] } = {},
): Promise<Host> {
  const task = tableSheet([
    ["甲局", 20, full, full, percent(0.35), full, ...typed],
    ["乙局", 4, full, full, percent(0.35), full, "", 4, 4, 2, 1, 1],
  ]);
  const others = [
    ["监管事项明细", [ITEM_HEADER, ...items]],
    ["执法人员名册", OFFICERS],
    ["监管平台账号", ACCOUNTS],
  ] as const;
  return startExcel(
    workbookOf(
      plainSheet(task),
      ...others.map(([name, rows]) => plainSheet(sheet(rows as readonly (readonly CellInput[])[], { name }))),
    ),
  );
}

/** The six actual columns of 甲局, row 4: H–M. */
const actuals = async (host: Host) => {
  const cells = (await host.workbook.toData()).sheets[0]!.cells[3]!;
  return [7, 8, 9, 10, 11, 12].map((column) => cells[column]?.value ?? "");
};

test("the actuals come from the details, and names say who and what is missing", async () => {
  const host = await opened();
  const outcome = done(await recalculate({ now: NEAR_END }));
  expect(await actuals(host)).toEqual(["", 19, 18, 5, 3, 1]);
  const [first, second] = outcome.assessment.departments;
  expect(first).toMatchObject({
    directory: { gap: 1 },
    implementation: { gap: 2 },
    coverage: { gap: 2, required: 7 },
    officers: { gap: 2 },
    deduction: 10 + 20 + 20 + 100,
  });
  expect(second).toMatchObject({ deduction: 0, complete: true });
  const [named] = outcome.detail!.departments;
  expect(named!.uncovered.map(({ name }) => name).sort()).toEqual(
    ITEMS.slice(5)
      .map((row) => row[1])
      .sort(),
  );
  expect(named!.missingOfficers.map(({ name, reason }) => [name, reason])).toEqual([
    ["示例人员002", "neverLoggedIn"],
    ["示例人员003", "shouldCancel"],
  ]);
  expect(named!.staleAccounts.map(({ name }) => name)).toEqual(["示例人员004"]);
  expect(outcome.differences).toEqual([]);
  expect(outcome.detail!.nextSteps[0]).toMatchObject({ department: 0, indicator: "officers", needed: 2, saves: 100 });
  // One to read the table, one to look at the other sheets, one for each of the three, one to write.
  expect(host.workRequests).toHaveLength(6);
});

test("a second run asks nothing and changes nothing", async () => {
  const host = await opened();
  done(await recalculate({ now: NEAR_END }));
  const before = await host.workbook.toData();
  done(await recalculate({ now: NEAR_END }));
  expect(await host.workbook.toData()).toEqual(before);
});

test("what the details give is no typed data: clearing and undo take it away", async () => {
  for (const back of [() => clearMarks({ now: NEAR_END }), () => undoLast()]) {
    const host = await opened();
    const before = await host.workbook.toData();
    done(await recalculate({ now: NEAR_END }));
    expect((await back()).done).toBe(true);
    expect(await host.workbook.toData()).toEqual(before);
  }
});

test("in columns of our own too", async () => {
  const host = await startExcel(
    workbookOf(
      plainSheet(
        sheet([
          ["部门名称", "主项数", "目录清单完成率", "实施清单完备率", "监管行为覆盖率", "入驻率"],
          ["甲局", 20, full, full, percent(0.35), full],
        ]),
      ),
      plainSheet(sheet([ITEM_HEADER, ...ITEMS], { name: "监管事项明细" })),
    ),
  );
  const before = await host.workbook.toData();
  expect(done(await recalculate({ now: NEAR_END })).assessment.departments[0]!.coverage).toMatchObject({
    done: 5,
    gap: 2,
  });
  expect((await undoLast()).done).toBe(true);
  expect(await host.workbook.toData()).toEqual(before);
  done(await recalculate({ now: NEAR_END }));
  expect((await clearMarks({ now: NEAR_END })).done).toBe(true);
  expect(await host.workbook.toData()).toEqual(before);
});

test("what a person says of a word, a column and a department is remembered; a word means one thing only", async () => {
  const host = await opened();
  await rememberChoices({
    words: [{ field: "directoryState", word: "已编辑", means: "yes" }],
    aliases: { 丙局: "乙局" },
  });
  await rememberChoices({ columns: { 监管事项明细: { cases: { column: 7, header: "办件数" } } } });
  expect(done(await recalculate({ now: NEAR_END })).assessment.departments[0]!.directory).toMatchObject({
    done: 20,
    gap: 0,
  });
  await rememberChoices({ words: [{ field: "directoryState", word: "已编辑", means: "no" }] });
  expect(done(await recalculate({ now: NEAR_END })).assessment.departments[0]!.directory).toMatchObject({
    done: 19,
    gap: 1,
  });
  const stored = JSON.parse(String((await host.workbook.toData()).settings["jgzb"])) as { detail: object };
  expect(stored.detail).toEqual({
    aliases: { 丙局: "乙局" },
    columns: { 监管事项明细: { cases: { column: 7, header: "办件数" } } },
  });
});

describe("a typed number that the details contradict", () => {
  const typed = ["", 19, 18, 9, "若干", 1];

  test("is shown beside theirs, and nothing is written before the person chooses", async () => {
    const host = await opened(typed);
    const before = await host.workbook.toData();
    const outcome = (await recalculate({ now: NEAR_END })) as Stopped;
    expect(codesAt(outcome)).toEqual(["ACTUALS_DIFFER 附件2"]);
    expect(outcome.conflicts).toEqual([
      { row: 3, department: "甲局", column: "covered", typed: "9", detail: 5 },
      { row: 3, department: "甲局", column: "officers", typed: "若干", detail: 3 },
    ]);
    expect(await host.workbook.toData()).toEqual(before);
  });

  test("gives way where the person says so, and undo or clearing bring it back", async () => {
    for (const back of [() => clearMarks({ now: NEAR_END }), () => undoLast()]) {
      const host = await opened(typed);
      const before = await host.workbook.toData();
      const outcome = done(
        await recalculate({
          now: NEAR_END,
          typedActuals: [
            { row: 3, column: "covered" },
            { row: 3, column: "officers" },
          ],
        }),
      );
      expect(codesAt(outcome)).toEqual(["ACTUAL_REPLACED 附件2!K4", "ACTUAL_REPLACED 附件2!L4"]);
      expect(await actuals(host)).toEqual(["", 19, 18, 5, 3, 1]);
      expect((await back()).done).toBe(true);
      expect(await host.workbook.toData()).toEqual(before);
    }
  });

  test("stays where the person says so, and is not asked about again", async () => {
    const host = await opened(["", 19, 18, 9, 3, 1]);
    done(await recalculate({ now: NEAR_END, typedActuals: "keep" }));
    expect(done(await recalculate({ now: NEAR_END })).assessment.departments[0]!.coverage).toMatchObject({
      done: 9,
      gap: 0,
    });
    expect(await actuals(host)).toEqual(["", 19, 18, 9, 3, 1]);
  });

  test("typed after the details: undo keeps it", async () => {
    const host = await opened();
    done(await recalculate({ now: NEAR_END }));
    done(await recalculate({ now: NEAR_END }));
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("附件2").getRange("K4").values = [[11]];
      await context.sync();
    });
    expect((await undoLast()).done).toBe(true);
    expect((await actuals(host))[3]).toBe(11);
  });
});

test("new details bring the number up to date without asking", async () => {
  await opened();
  done(await recalculate({ now: NEAR_END }));
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("监管事项明细").getRange("H10").values = [[3]];
    await context.sync();
  });
  expect(done(await recalculate({ now: NEAR_END })).assessment.departments[0]!.coverage).toMatchObject({
    done: 6,
    gap: 1,
  });
});

test.each([0, 3, 12, 30, 60])("a failure at action %i of the writing is taken back, actuals too", async (action) => {
  const host = await opened(["", 19, 18, 9, 3, 1]);
  const before = await host.workbook.toData();
  host.failNext({ request: 5, action, code: "GeneralException" });
  expect(codesAt((await recalculate({ now: NEAR_END, typedActuals: "replace" })) as Stopped)).toEqual([
    "WRITE_FAILED 附件2",
  ]);
  expect(await host.workbook.toData()).toEqual(before);
});

test("progress is that of the rows read, and stopping leaves all as it was", async () => {
  const many = Array.from({ length: 9_000 }, (_, index) => [
    "甲局",
    `事项${index}`,
    `A${index}`,
    "",
    "",
    "已发布",
    "完备",
    1,
  ]);
  const host = await opened(undefined, { items: many });
  const before = await host.workbook.toData();
  const shares: number[] = [];
  const outcome = (await recalculate({
    now: NEAR_END,
    onProgress: (stage, share) => void (stage === "reading" && share !== undefined && shares.push(share)),
    cancelled: () => shares.length >= 1,
  })) as Stopped;
  expect(codesAt(outcome)).toEqual(["CANCELLED"]);
  // 2,000 of 9,000 items and 7 rows of the rosters.
  expect(shares).toEqual([2000 / 9007]);
  expect(await host.workbook.toData()).toEqual(before);
});

test("a detail sheet that staff have hidden counts all the same", async () => {
  const host = await opened();
  host.workbook.sheet("监管事项明细")!.visibility = "Hidden";
  done(await recalculate({ now: NEAR_END }));
  expect(await actuals(host)).toEqual(["", 19, 18, 5, 3, 1]);
});

test("two sheets of one kind: neither is used, and it is said", async () => {
  const host = await opened();
  await Excel.run(async (context) => {
    const copy = context.workbook.worksheets.add("事项导出");
    copy.getRange("A1:B2").values = [
      ["部门", "主项名称"],
      ["甲局", "事项1"],
    ];
    await context.sync();
  });
  const outcome = done(await recalculate({ now: NEAR_END, sheet: "附件2" }));
  expect(codesAt(outcome)).toContain("DETAIL_KIND_TWICE 事项导出");
  expect((await actuals(host)).slice(1, 4)).toEqual(["", "", ""]);
  expect(outcome.detail!.sheets.map(({ sheet: name, used }) => [name, used])).toEqual([
    ["监管事项明细", false],
    ["执法人员名册", true],
    ["监管平台账号", true],
    ["事项导出", false],
  ]);
});
