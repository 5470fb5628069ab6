import {
  clearMarks,
  makeNotices,
  makeSummary,
  recalculate,
  recordHistory,
  setUpPrinting,
  undoLast,
} from "../../src/actions";
import type { Changed, Recalculated, Stopped } from "../../src/actions";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import type { SheetData, WorkbookData } from "../../src/host/workbook/data";
import { percent, tableSheet } from "../core/sheet";
import { listSheet } from "./exports";
import { fewDepartments, plainSheet, workbookOf, sheetOf } from "./workbook";
import { NOW } from "../moment";
import { done } from "../outcomes";

/** What else stands in the workbook: other people's formulas, names and sheets, a second task table. */

const at = (sheet: SheetData, row: number, column: number) => sheet.cells[row]?.[column];
const errors = (sheet: SheetData) =>
  Object.entries(sheet.cells).flatMap(([row, line]) =>
    Object.entries(line).flatMap(([column, { value, error }]) =>
      error || String(value).startsWith("#") ? [`${sheet.name} ${row}:${column} ${value}`] : [],
    ),
  );

test.each(["附件 2", "附件'2'（一稿）", "“表”😀", "2025-09", "A1", "监管&行为#1"])(
  "the task table on a sheet called %s: every formula of ours finds it",
  async (name) => {
    const data = await fewDepartments();
    const host = await startExcel({
      ...data,
      activeSheet: name,
      sheets: [{ ...data.sheets[0]!, name }],
      names: data.names.map((held) => (held.sheet ? { ...held, sheet: name } : held)),
    });
    expect(done<Recalculated>(await recalculate({ now: NOW })).differences).toEqual([]);
    const actions: (() => Promise<Changed | Stopped>)[] = [
      () => setUpPrinting({ sheet: name, copy: true, now: NOW }),
      () => makeSummary({ sheet: name, now: NOW }),
      () => makeNotices({ sheet: name, departments: [4, 5], detail: null, now: NOW }),
      () => recordHistory({ sheet: name, now: NOW }),
    ];
    for (const act of actions) expect(done(await act()).problems ?? []).toEqual([]);
    const { sheets } = await host.workbook.toData();
    expect(sheets.map((sheet) => sheet.name)).toEqual(expect.arrayContaining(["打印版", "推进情况汇总", "推进记录"]));
    expect(sheets.flatMap(errors)).toEqual([]);
    const linked = sheets.flatMap(({ cells }) =>
      Object.values(cells).flatMap((line) =>
        Object.values(line).flatMap(({ formula }) => (formula?.includes("!") ? [formula] : [])),
      ),
    );
    expect(linked.length).toBeGreaterThan(100);
  },
  120_000,
);

describe("formulas of others that point into the table and right of it", () => {
  /** 填报示例 reaches to column M; ours go in before N. */
  async function withOthers(): Promise<WorkbookData> {
    const data = await fewDepartments();
    const table = data.sheets[0]!;
    (table.cells[5] ??= {})[14] = { value: 7 };
    table.cells[6]![14] = { formula: "=SUM(K5:O6)" };
    const other = listSheet("旁表", [[]]);
    const formulas = [
      "=附件2!O6+1",
      "=COUNT(附件2!K:K)",
      "=SUM(附件2!K5:K10)",
      "=COUNTA(附件2!M5:O6)",
      "=SUM(附件2!6:6)-SUM(附件2!6:6)",
      "=邻格*2",
      '=IF(附件2!C6>0,"附件2!O6","")',
    ];
    other.cells[0] = Object.fromEntries(formulas.map((formula, column) => [column, { formula }]));
    return {
      ...data,
      sheets: [table, other],
      names: [...data.names, { name: "邻格", formula: "=附件2!$O$6", visible: true }],
    };
  }
  const of = async (host: Host) => {
    const { names } = await host.workbook.toData();
    const other = await sheetOf(host, "旁表");
    return {
      formulas: Object.values(other.cells[0]!).map(({ formula }) => formula),
      values: Object.values(other.cells[0]!).map(({ value }) => value),
      name: names.find(({ name }) => name === "邻格")!.formula,
    };
  };

  test("follow our columns in and out, and keep their results", async () => {
    const host = await startExcel(await withOthers());
    done(await recalculate({ sheet: "附件2", now: NOW }));
    const marked = await of(host);
    // O stands as many columns further right as are ours, 14 results and 19 behind them: AV. What spans the place stretches; whole columns left of it stay.
    expect(marked.formulas).toEqual([
      "=附件2!AV6+1",
      "=COUNT(附件2!K:K)",
      "=SUM(附件2!K5:K10)",
      "=COUNTA(附件2!M5:AV6)",
      "=SUM(附件2!6:6)-SUM(附件2!6:6)",
      "=邻格*2",
      '=IF(附件2!C6>0,"附件2!O6","")',
    ]);
    expect(marked.name).toBe("=附件2!$AV$6");
    expect([marked.values[0], marked.values[5], marked.values[4]]).toEqual([8, 14, 0]);
    expect(at(await sheetOf(host, "附件2"), 6, 47)!.formula).toBe("=SUM(K5:AV6)");
    const before = (await withOthers()).sheets[1]!.cells[0]!;
    const original = Object.values(before).map(({ formula }) => formula);
    done(await undoLast());
    expect(await of(host)).toMatchObject({ formulas: original, name: "=附件2!$O$6" });
    done(await recalculate({ sheet: "附件2", now: NOW }));
    done(await clearMarks({ sheet: "附件2" }));
    expect(await of(host)).toMatchObject({ formulas: original, name: "=附件2!$O$6" });
    expect((await of(host)).values[0]).toBe(8);
  });
});

test("names of the workbook that are called like ours are somebody else's: ours stand on the sheet and theirs stay", async () => {
  const data = await fewDepartments();
  const theirs = [
    { name: "监管_每项扣分", formula: "=5", visible: true },
    { name: "_jgzb_remark", formula: "=附件2!$B$2", visible: true },
  ];
  const host = await startExcel({ ...data, names: [...data.names, ...theirs] });
  const result = done<Recalculated>(await recalculate({ now: NOW }));
  expect(result.settings.rules.pointsPerItem).toBe(10);
  const ofWorkbook = async () =>
    (await host.workbook.toData()).names
      .filter(({ sheet }) => sheet === undefined)
      .map(({ name, formula }) => `${name} ${formula}`)
      .sort();
  const wanted = ["_jgzb_remark =附件2!$B$2", "监管_每项扣分 =5"];
  expect((await ofWorkbook()).sort()).toEqual(wanted.sort());
  done(await clearMarks());
  expect((await ofWorkbook()).sort()).toEqual(wanted.sort());
});

describe("two task tables in one workbook", () => {
  const full = percent(1);
  const row = (name: string, covered: number) => [name, 20, full, full, percent(0.35), full, "", 20, 20, covered, 2, 2];
  // 35 % of 20 are 7: 甲局 is 2 short, 乙局 5.
  const first = () => ({ ...plainSheet(tableSheet([row("甲局", 5)])), name: "八月" });
  const second = () => ({ ...plainSheet(tableSheet([row("乙局", 2)])), name: "九月" });

  test("have rules, marks and results of their own; our sheets are made for the table asked for, and say which", async () => {
    const host = await startExcel(workbookOf(first(), second()));
    const august = done<Recalculated>(await recalculate({ sheet: "八月", now: NOW, writeAs: "values" }));
    const september = done<Recalculated>(await recalculate({ sheet: "九月", now: NOW, writeAs: "values" }));
    expect([august.assessment.totals.deduction, september.assessment.totals.deduction]).toEqual([20, 50]);
    const names = (await host.workbook.toData()).names
      .filter(({ name }) => name === "监管_每项扣分")
      .map(({ sheet }) => sheet);
    expect(names.sort()).toEqual(["九月", "八月"].sort());

    done(await makeSummary({ sheet: "八月", now: NOW }));
    done(await makeSummary({ sheet: "九月", now: NOW }));
    const formulas = Object.values((await sheetOf(host, "推进情况汇总")).cells).flatMap((line) =>
      Object.values(line).flatMap(({ formula }) => formula ?? []),
    );
    expect(formulas.filter((formula) => formula.includes("九月!")).length).toBeGreaterThan(5);
    expect(formulas.filter((formula) => formula.includes("八月!"))).toEqual([]);
    // Its undo brings back the summary of the other table.
    done(await undoLast());
    const again = Object.values((await sheetOf(host, "推进情况汇总")).cells).flatMap((line) =>
      Object.values(line).flatMap(({ formula }) => formula ?? []),
    );
    expect(again.some((formula) => formula.includes("八月!"))).toBe(true);

    done(await clearMarks({ sheet: "八月" }));
    const left = (await host.workbook.toData()).names
      .filter(({ name }) => name.startsWith("监管_"))
      .map(({ sheet }) => sheet);
    expect(new Set(left)).toEqual(new Set(["九月"]));
    expect(done<Recalculated>(await recalculate({ sheet: "九月", now: NOW, writeAs: "values" })).changes).toMatchObject(
      { added: [], gone: [], figures: [] },
    );
  });
});
