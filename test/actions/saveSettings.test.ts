import { clearMarks, recalculate, saveSettings, undoLast } from "../../src/actions";
import type { Recalculated, Stopped } from "../../src/actions";
import type { Rules } from "../../src/core/assess/rules";
import type { Options } from "../../src/core/memory/options";
import { DEFAULT_SETTINGS } from "../../src/core/memory/settings";
import type { Settings } from "../../src/core/memory/settings";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import { percent, sheet, tableSheet, full } from "../core/sheet";
import { plainSheet, workbookOf, dataOf } from "./workbook";
import { NOW } from "../moment";

/** 保存设置 over the real office.js. */

/** 甲局: 20 items, directory 2 short, lists 3 short, ⌈20 × 35 %⌉ = 7 with 5 covered, 1 of 3 officers missing. 乙局: the floor applies. */
const ROWS = [
  ["甲局", 20, full, full, percent(0.35), full, "", 18, 17, 5, 3, 2],
  ["乙局", 4, "—", "—", "—", full, "", 4, 4, 1, 1, 1],
] as const;
const opened = () => startExcel(workbookOf(plainSheet(tableSheet(ROWS))));
const settings = (rules: Partial<Rules>, options: Partial<Options> = {}): Settings => ({
  rules: { ...DEFAULT_SETTINGS.rules, ...rules },
  options: { ...DEFAULT_SETTINGS.options, ...options },
});
const caps = (over: Partial<Rules["caps"]>) => ({ ...DEFAULT_SETTINGS.rules.caps, ...over });

const done = (outcome: object): Recalculated => {
  if (!("assessment" in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome as Recalculated;
};
const codes = (outcome: object) => (outcome as Stopped).problems.map(({ code, message }) => `${code} ${message}`);
const ruleNames = async (host: Host) =>
  Object.fromEntries(
    (await dataOf(host)).names
      .filter(({ name }) => name.startsWith("监管_"))
      .map(({ name, formula }) => [name, formula]),
  );
const memoryOf = async (host: Host) => {
  const stored = (await dataOf(host)).settings["jgzb"];
  return stored === undefined ? null : (JSON.parse(String(stored)) as Record<string, unknown>);
};
/** All four parts of 甲局's deduction. */
const deductions = ({ assessment }: Recalculated) =>
  (["directory", "implementation", "coverage", "officers"] as const).map(
    (indicator) => assessment.departments[0]![indicator].deduction,
  );
const remember = (value: object) =>
  Excel.run(async (context) => {
    context.workbook.settings.add("jgzb", JSON.stringify({ version: 1, pages: {}, ...value }));
    await context.sync();
  });

describe("where a computed table stands", () => {
  test("names, formulas and assessment follow; undone as one", async () => {
    const host = await opened();
    await recalculate({ now: NOW });
    const before = await dataOf(host);
    const remembered = await memoryOf(host);
    const saved = done(
      await saveSettings(
        settings({
          pointsPerItem: 20,
          pointsPerOfficer: 100,
          coverageFloorBp: 5000,
          caps: caps({ implementation: 50 }),
        }),
        { now: NOW },
      ),
    );
    expect(deductions(saved)).toEqual([40, 50, 40, 100]);
    expect(saved.differences).toEqual([]);
    // ⌈4 × 50 %⌉ = 2, one covered.
    expect(saved.assessment.departments[1]!.coverage).toMatchObject({ targetBp: 5000, required: 2, gap: 1 });
    expect(await ruleNames(host)).toEqual({
      监管_每项扣分: "=0.2",
      监管_每人扣分: "=1",
      监管_覆盖率下限: "=0.5",
      监管_实施清单扣分上限: "=0.5",
    });
    expect(
      Object.values((await dataOf(host)).sheets[0]!.cells[3]!)
        .map(({ formula }) => formula ?? "")
        .filter((formula) => formula.includes("监管_实施清单扣分上限")),
    ).toHaveLength(1);
    expect(await memoryOf(host)).toMatchObject({
      rules: {
        pointsPerItem: 20,
        pointsPerOfficer: 100,
        coverageFloorBp: 5000,
        caps: { directory: null, implementation: 50, coverage: null, officers: null },
      },
    });
    expect((await undoLast()).done).toBe(true);
    expect(await ruleNames(host)).toEqual({ 监管_每项扣分: "=0.1", 监管_每人扣分: "=0.5", 监管_覆盖率下限: "=0.35" });
    const after = await dataOf(host);
    expect(await memoryOf(host)).toEqual(remembered);
    const formulas = (data: typeof before) =>
      Object.values(data.sheets[0]!.cells[3]!).map(({ formula, value }) => formula ?? value);
    expect(formulas(after)).toEqual(formulas(before));
  });

  test("back at the defaults, a cap's name is gone and nothing of the settings is kept", async () => {
    const host = await opened();
    await recalculate({ now: NOW });
    await saveSettings(settings({ pointsPerItem: 20, caps: caps({ directory: 10 }) }, { record: true }), { now: NOW });
    expect(await memoryOf(host)).toMatchObject({ rules: { pointsPerItem: 20 }, options: { record: true } });
    expect(deductions(done(await saveSettings(DEFAULT_SETTINGS, { now: NOW })))).toEqual([20, 30, 20, 50]);
    expect(await ruleNames(host)).toEqual({ 监管_每项扣分: "=0.1", 监管_每人扣分: "=0.5", 监管_覆盖率下限: "=0.35" });
    expect(Object.keys((await memoryOf(host))!).sort()).toEqual(["lastRuns", "pages", "version"]);
  });

  test("what was edited in 名称管理器, as 40% too, comes back with undo", async () => {
    const host = await opened();
    await recalculate({ now: NOW });
    await Excel.run(async (context) => {
      const { names } = context.workbook.worksheets.getItem("附件2");
      names.getItem("监管_覆盖率下限").formula = "=40%";
      names.getItem("监管_每项扣分").formula = '="一毛"';
      await context.sync();
    });
    const before = await ruleNames(host);
    done(await saveSettings(settings({ coverageFloorBp: 3000 }), { now: NOW }));
    expect(await ruleNames(host)).toMatchObject({ 监管_覆盖率下限: "=0.3", 监管_每项扣分: "=0.1" });
    expect((await undoLast()).done).toBe(true);
    expect(await ruleNames(host)).toEqual(before);
  });

  test("values instead of formulas, and back", async () => {
    const host = await opened();
    await recalculate({ now: NOW });
    const held = async () =>
      Object.values((await dataOf(host)).sheets[0]!.cells[3]!).filter(({ formula }) => formula !== undefined).length;
    const formulas = await held();
    done(await saveSettings(settings({}, { writeAs: "values" }), { now: NOW }));
    expect(await held()).toBe(0);
    // The next run goes by them too.
    expect(done(await recalculate({ now: NOW })).settings.options.writeAs).toBe("values");
    expect(await held()).toBe(0);
    done(await saveSettings(DEFAULT_SETTINGS, { now: NOW }));
    expect(await held()).toBe(formulas);
  });

  test("the period and the reading of targets hold for the next run, and a bare 35 is named with its cell", async () => {
    await startExcel(workbookOf(plainSheet(tableSheet([["甲局", 20, full, 1, 35, full, "", 20, 20, 5, 1, 1]]))));
    expect(done(await recalculate({ now: NOW })).assessment.departments[0]!.coverage).toMatchObject({
      targetBp: 3500,
      gap: 2,
    });
    // 2025: 1 to 5 September are Monday to Friday, at nine today counts.
    const saved = done(
      await saveSettings(settings({ bareTargets: "refuse", period: { start: "2025-08-25", end: "2025-09-05" } }), {
        now: NOW,
      }),
    );
    expect(saved.assessment.pace).toMatchObject({ start: "2025-08-25", end: "2025-09-05", workingDaysLeft: 5 });
    expect(saved.assessment.departments[0]).toMatchObject({
      coverage: { state: "invalid" },
      implementation: { state: "reported", targetBp: 10000 },
    });
    expect(saved.differences).toEqual([]);
    expect(saved.problems.map(({ code, address }) => [code, address])).toEqual([
      ["TARGET_WITHOUT_PERCENT", "附件2!F4"],
    ]);
    expect(done(await recalculate({ now: NOW })).problems.map(({ code }) => code)).toEqual(["TARGET_WITHOUT_PERCENT"]);
  });

  test("a sheet that cannot be written keeps the old settings, names and memory", async () => {
    const host = await opened();
    await recalculate({ now: NOW });
    const remembered = await memoryOf(host);
    host.failNext({ request: 2, action: 12, code: "GeneralException" });
    expect((await saveSettings(settings({ pointsPerItem: 20, caps: caps({ officers: 0 }) }), { now: NOW })).done).toBe(
      false,
    );
    expect(await ruleNames(host)).toEqual({ 监管_每项扣分: "=0.1", 监管_每人扣分: "=0.5", 监管_覆盖率下限: "=0.35" });
    expect(await memoryOf(host)).toEqual(remembered);
  });

  test("it is found from another sheet too", async () => {
    const host = await startExcel(
      workbookOf(plainSheet(sheet([["别的"]], { name: "别的" })), plainSheet(tableSheet(ROWS))),
    );
    await recalculate({ now: NOW });
    done(await saveSettings(settings({ pointsPerItem: 30 }), { now: NOW }));
    expect(await ruleNames(host)).toMatchObject({ 监管_每项扣分: "=0.3" });
  });
});

describe("where nothing is computed", () => {
  test("they are kept for the next run, nothing else is touched, and undo forgets them", async () => {
    const host = await opened();
    const before = await dataOf(host);
    expect(await saveSettings(settings({ pointsPerItem: 20 }, { automatic: true }), { now: NOW })).toMatchObject({
      done: true,
      message: "设置已保存，重算时生效。",
    });
    expect(await memoryOf(host)).toEqual({
      version: 1,
      pages: {},
      rules: { pointsPerItem: 20 },
      options: { automatic: true },
    });
    expect((await dataOf(host)).sheets).toEqual(before.sheets);
    const run = done(await recalculate({ now: NOW }));
    expect(deductions(run)).toEqual([40, 60, 40, 50]);
    expect(run.settings.options.automatic).toBe(true);

    await clearMarks({ now: NOW });
    await saveSettings(settings({ pointsPerItem: 30 }), { now: NOW });
    expect(await undoLast()).toMatchObject({ done: true, message: "已撤销，设置恢复到上次保存之前。" });
    expect(await memoryOf(host)).toMatchObject({ rules: { pointsPerItem: 20 } });
  });

  test("the defaults leave nothing behind; in a workbook without a task table too", async () => {
    const host = await startExcel(workbookOf(plainSheet(sheet([["别的"]]))));
    await saveSettings(settings({ year: 2025 }), { now: NOW });
    expect(await memoryOf(host)).toMatchObject({ rules: { year: 2025 } });
    await saveSettings(DEFAULT_SETTINGS, { now: NOW });
    expect(await memoryOf(host)).toBeNull();
  });

  test("a read-only workbook says so", async () => {
    const host = await opened();
    host.readOnly = true;
    expect((await saveSettings(settings({ pointsPerItem: 20 }), { now: NOW })).done).toBe(false);
    expect(await memoryOf(host)).toBeNull();
  });

  test("two task tables: which one is meant has to be said first", async () => {
    const host = await startExcel(
      workbookOf(plainSheet(sheet([["别的"]], { name: "别的" })), plainSheet(tableSheet(ROWS)), {
        ...plainSheet(tableSheet(ROWS)),
        name: "去年",
      }),
    );
    expect(codes(await saveSettings(settings({ pointsPerItem: 20 }), { now: NOW }))).toEqual([
      expect.stringMatching(/^TABLE_AMBIGUOUS /),
    ]);
    expect(await memoryOf(host)).toBeNull();
  });
});

describe("a damaged setting", () => {
  test.each([
    [{ rules: { pointsPerItem: -1 } }, "每项扣分"],
    [{ rules: { period: { start: "2025-09-15", end: "2025-08-19" } } }, "任务期"],
    [{ rules: { extraHolidays: ["2025-02-30"] } }, "补充的休息日"],
    [{ rules: { bareTargets: "guess" } }, "没有百分号的目标值"],
    [{ options: { writeAs: "colours" } }, "写入公式或数值"],
    [{ options: { print: { paper: "B5" } } }, "打印"],
    [{ options: 7 }, "全部设置"],
    [{ rules: [], options: "x" }, "全部设置"],
  ])("%j is named, and the default holds; saving mends it", async (held, name) => {
    const host = await opened();
    await remember(held);
    const run = done(await recalculate({ now: NOW }));
    expect(codes(run)).toEqual([
      `SETTINGS_DAMAGED 工作簿里保存的设置“${name}”读不出来，这一次按默认值计算。请在面板“设置”里核对，重新保存一次。`,
    ]);
    expect(run.settings).toEqual(DEFAULT_SETTINGS);
    done(await saveSettings(run.settings, { now: NOW }));
    expect(codes(done(await recalculate({ now: NOW })))).toEqual([]);
    expect(Object.keys((await memoryOf(host))!)).not.toContain("rules");
  });
});
