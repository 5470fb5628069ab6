import { setTimeout as wait } from "node:timers/promises";
import { clearMarks, makeSummary, recalculate, selfTest, setUpPrinting, undoable, undoLast } from "../../src/actions";
import type { Check, SelfTestReport } from "../../src/actions";
import { watchWorkbook } from "../../src/excel/events";
import { startExcel } from "../../src/host/boot/node";
import { workbookOf as plain } from "../host/workbooks";
import { BLANK, fewDepartments, fileData, dataOf } from "./workbook";
import { NOW } from "../moment";
import { done, codes } from "../outcomes";

/** 自检 over the real office.js: what it finds where all is well, in other Excels, and what it leaves behind. */

const SCRATCH = "自检（可删除）";

const odd = ({ checks }: SelfTestReport) =>
  checks.filter(({ outcome }) => outcome !== "passed").map(({ check, outcome }) => `${check} ${outcome}`);
const of = ({ checks }: SelfTestReport, check: Check) => checks.find((one) => one.check === check)!;

describe("passes whole, and leaves the workbook as it was", () => {
  test.each([
    ["the filled sample", fewDepartments],
    ["a blank workbook", async () => plain([])],
  ] as const)("%s", async (_, data) => {
    const host = await startExcel(await data());
    const before = await dataOf(host);
    const report = done(await selfTest({ now: NOW }));
    expect(odd(report)).toEqual([]);
    expect(report).toMatchObject({
      passed: true,
      left: null,
      environment: {
        addIn: { version: "", officeJs: "" },
        excel: "16.0.15407.10000",
        platform: "PC",
        excelApi: "1.15",
      },
    });
    expect(report.cases).toHaveLength(12);
    expect(report.cases.every(({ passed }) => passed)).toBe(true);
    expect(await dataOf(host)).toEqual(before);
  });

  test("after a recalculation: the figures, what can be undone, the settings and the selection survive", async () => {
    const host = await startExcel(await fewDepartments());
    const untouched = await dataOf(host);
    await recalculate({ now: NOW });
    host.workbook.select(host.workbook.activeSheet, { firstRow: 8, lastRow: 9, firstColumn: 2, lastColumn: 3 });
    const [before, last, selection] = [await dataOf(host), undoable(), host.workbook.selection.area];
    const heard: string[] = [];
    await watchWorkbook({ changed: (sheet) => heard.push(sheet), selected: () => {} });
    expect(odd(done(await selfTest({ now: NOW })))).toEqual([]);
    await wait(10);
    expect(heard).toEqual([]);
    expect(await dataOf(host)).toEqual(before);
    expect(host.workbook.selection.area).toEqual(selection);
    expect(undoable()).toEqual(last);
    await expect(undoLast()).resolves.toMatchObject({ done: true });
    expect(await dataOf(host)).toEqual(untouched);
  });

  test("the workbook's own rules do not count, and a sheet of that name stays", async () => {
    const data = await fileData(BLANK);
    const host = await startExcel({
      ...data,
      sheets: [...data.sheets, { ...plain([["留着"]]).sheets[0]!, name: SCRATCH }],
      settings: { jgzb: JSON.stringify({ version: 1, pages: {}, rules: { pointsPerItem: 90 } }) },
    });
    const before = await dataOf(host);
    const report = done(await selfTest({ now: NOW }));
    expect(of(report, "after").findings).toEqual([]);
    expect(odd(report)).toEqual([]);
    expect(await dataOf(host)).toEqual(before);
  });
});

test("the report tells nothing of the workbook", async () => {
  const data = plain(
    [
      ["部门名称", "目录清单已认领的主项数"],
      ["保密局标记甲", 987654321],
      ["姓名标记乙", "=B2*2"],
    ],
    "工作表标记丙",
  );
  const host = await startExcel(
    {
      ...data,
      names: [{ name: "名称标记丁", formula: "='工作表标记丙'!$A$1", visible: true }],
      settings: { jgzb: JSON.stringify({ version: 1, pages: {}, detail: "记忆标记戊" }) },
    },
    { fileName: "文件标记己.xlsx" },
  );
  await recalculate();
  // With findings and errors in it.
  host.differences = {
    listsPrintNames: false,
    tellsMergedAreas: false,
    keepsRuleFormulas: false,
    hidesNames: false,
    tellsErrorPlace: false,
  };
  const report = done(await selfTest());
  expect(odd(report)).toEqual([
    "highlights differs",
    "hiddenNames differs",
    "printNames differs",
    "merged differs",
    "undoPrint differs",
    "places differs",
    "landmarks differs",
    "clear differs",
  ]);
  const text = JSON.stringify(report);
  expect(text).not.toMatch(/标记|987654321|1975308642/);
});

describe("in another Excel", () => {
  test("of ExcelApi 1.9, what it does not serve is unsupported, and all else passes", async () => {
    await startExcel(await fewDepartments(), { apiSets: { ExcelApi: "1.9" } });
    const report = done(await selfTest());
    expect(odd(report)).toEqual(["merged unsupported", "events unsupported"]);
    expect(report).toMatchObject({ passed: true, environment: { excelApi: "1.9" } });
  });

  test.each([
    [{ hidesNames: false }, ["hiddenNames differs"], true],
    [{ wordsNamesInA1: false }, ["nameStyle differs"], true],
    [{ writesDecimalPoint: false }, ["texts differs"], true],
    [{ callsFunctions: false }, ["dates failed"], false],
    [{ keepsRuleFormulas: false }, ["highlights differs"], true],
    [{ tellsTrigger: false }, ["events differs"], true],
    [{ tellsMergedAreas: false }, ["merged differs"], true],
    [{ formulasFollowNames: false }, ["liveNames failed"], false],
    // The page cannot be put back then.
    [{ listsPrintNames: false }, ["printNames differs", "undoPrint differs", "clear differs"], true],
    // Either of the two ways in which an error tells that nothing was written is enough; without both, or without an error, nobody knows.
    [{ tellsErrorPlace: false }, ["places differs", "landmarks differs"], true],
    [{ tellsTraces: false }, ["places differs", "landmarks differs"], true],
    [{ tellsErrorPlace: false, tellsTraces: false }, ["places failed", "landmarks failed"], false],
    [{ refusesDisjoint: false }, ["places failed"], false],
  ] as const)("%j", async (differences, expected, passed) => {
    const host = await startExcel(await fewDepartments());
    host.differences = differences;
    const before = await dataOf(host);
    const report = done(await selfTest());
    expect(odd(report)).toEqual(expected);
    expect(report.passed).toBe(passed);
    expect(await dataOf(host)).toEqual(before);
  });

  test("whose workbook counts its dates from 1904, all passes", async () => {
    await startExcel({ ...(await fewDepartments()), date1904: true });
    expect(odd(done(await selfTest()))).toEqual([]);
  });

  test("that lists no print names: 清除标记 says that the print area stays", async () => {
    const host = await startExcel(await fewDepartments());
    await recalculate({ now: NOW });
    await setUpPrinting({ now: NOW });
    host.differences = { listsPrintNames: false };
    const cleared = await clearMarks();
    expect(cleared.problems?.map(({ code, address }) => `${code} ${address}`)).toEqual(["PRINT_AREA_LEFT 附件2"]);
  });

  test("without a trigger our own writes still do not count as a person's", async () => {
    const host = await startExcel(await fewDepartments());
    host.differences = { tellsTrigger: false };
    const heard: string[] = [];
    await watchWorkbook({ changed: (sheet) => heard.push(sheet), selected: () => {} });
    await recalculate();
    await wait(10);
    expect(heard).toEqual([]);
  });
});

describe("where it cannot run, or is stopped", () => {
  test("read-only, protected structure: a sentence, and nothing written", async () => {
    const host = await startExcel(await fewDepartments());
    const before = await dataOf(host);
    host.readOnly = true;
    expect(codes(await selfTest())).toEqual(["WORKBOOK_READ_ONLY"]);
    host.readOnly = false;
    host.differences = { structureProtected: true };
    expect(codes(await selfTest())).toEqual(["WORKBOOK_STRUCTURE_PROTECTED"]);
    expect(await dataOf(host)).toEqual(before);
  });

  test("cancelled in the middle: the sheet goes, and what could be undone still can", async () => {
    const host = await startExcel(await fewDepartments());
    await recalculate({ now: NOW });
    await makeSummary({ now: NOW });
    const [before, last] = [await dataOf(host), undoable()];
    let told = 0;
    expect(codes(await selfTest({ onProgress: () => told++, cancelled: () => told > 12 }))).toEqual(["CANCELLED"]);
    expect(await dataOf(host)).toEqual(before);
    expect(undoable()).toEqual(last);
  });

  test("a failure at any request: the sheet goes, and something says so", async () => {
    const data = plain([["留着"]]);
    const whole = await startExcel(data);
    const before = await dataOf(whole);
    await selfTest({ now: NOW });
    const { length: requests } = whole.workRequests;
    // One of each kind, told by what its actions do: the others fail alike.
    const kinds = new Map(
      whole.workRequests.map(({ actions }, request) => [
        [...new Set(actions.map(({ ActionType, Name }) => `${ActionType} ${Name}`))].sort().join(),
        request,
      ]),
    );
    expect(kinds.size).toBeGreaterThan(15);
    const untold: number[] = [];
    for (const request of kinds.values()) {
      const host = await startExcel(data);
      host.failNext({ request, code: "GeneralException" });
      const outcome = await selfTest({ now: NOW });
      // The last ones are those that are tried again.
      if (outcome.done && outcome.passed && request < requests - 6) untold.push(request);
      expect({ request, state: await dataOf(host) }).toEqual({ request, state: before });
    }
    // 打印设置 asks for the merged areas again, and goes on without them: no other failure passes in silence.
    expect(untold.length).toBeLessThanOrEqual(1);
  }, 480_000);

  test("a sheet that cannot be deleted is named", async () => {
    const host = await startExcel(await fewDepartments());
    let told = 0;
    const outcome = await selfTest({
      onProgress: () => {
        if (++told === 3) host.cellBeingEdited = true;
      },
    });
    expect(done(outcome)).toMatchObject({ passed: false, left: SCRATCH });
    host.cellBeingEdited = false;
    expect(host.workbook.sheets.map(({ name }) => name)).toContain(SCRATCH);
  });
});
