import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { REPORTED } from "../../scripts/samples/reported";
import { DEPARTMENTS } from "../../scripts/samples/source-table";
import type { SheetData, WorkbookData } from "../../src/host/workbook/data";
import { openWorkbook } from "../../src/host/workbook/file/open";
import { saveWorkbook } from "../../src/host/workbook/file/save";
import { plainSheet, workbookOf } from "../actions/workbook";
import { percent, sheet, tableSheet, full } from "../core/sheet";
import type { CellInput } from "../core/sheet";

const ROOT = join(__dirname, "../..");
const FILLED = "assets/samples/附件2-填报示例.xlsx";
const fixture = (name: string) => `test/fixtures/${name}`;

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "recalculate-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const inFolder = (name: string) => join(folder, name);

async function saved(name: string, data: WorkbookData): Promise<string> {
  writeFileSync(inFolder(name), await saveWorkbook(data));
  return inFolder(name);
}

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The command line as a person calls it. */
function recalculate(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["--import", "tsx", "scripts/recalculate.ts", ...args],
      { cwd: ROOT },
      (_, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

interface Report {
  readonly departments: readonly Record<string, unknown>[];
  readonly problems: readonly { code: string; severity: string; address: string; message: string }[];
  readonly [key: string]: unknown;
}

/** All of standard output as one object: it throws where anything else was printed. */
const reportOf = ({ out }: Run) => JSON.parse(out) as Report;
const codes = (run: Run) => reportOf(run).problems.map(({ code, address }) => `${code} ${address}`);
const opened = async (path: string) => (await openWorkbook(readFileSync(path))).data;
const columnOf = (data: SheetData, headerRow: number, header: string) =>
  Number(Object.entries(data.cells[headerRow]!).find(([, { value }]) => value === header)![0]);
const formulasOf = (data: SheetData) =>
  Object.values(data.cells).flatMap((row) => Object.values(row).flatMap(({ formula }) => formula ?? []));

const sound = (name: CellInput): CellInput[] => [name, 20, full, full, percent(0.35), full, "", 20, 20, 7, 3, 3];
/** A sound row with one cell changed; `at` counts from the name. */
const spoilt = (name: CellInput, at: number, cell: CellInput): CellInput[] =>
  Object.assign(sound(name), { [at]: cell });
const table = (rows: CellInput[][] = [sound("示例部门一")]) => plainSheet(tableSheet(rows));

test("the filled sample: exit 0, one object in the promised shape, and a file that opens", async () => {
  const out = inFolder("结果.xlsx");
  const run = await recalculate(FILLED, "--json", "--out", out);
  expect({ code: run.code, err: run.err }).toEqual({ code: 0, err: "" });
  const report = reportOf(run);
  expect(Object.keys(report)).toEqual([
    "sheet",
    "title",
    "table",
    "departments",
    "totals",
    "problems",
    "formulasAgree",
    "requests",
  ]);
  expect(report).toMatchObject({
    sheet: "附件2",
    title: "8月19日至9月15日威远县“互联网+监管”指标推进任务表",
    table: { firstRow: 5, lastRow: 39 },
    problems: [],
    formulasAgree: true,
    requests: 2,
  });

  const gapOf = (indicator: unknown) => (indicator as { gap: number | null }).gap ?? 0;
  expect(
    report.departments.map(({ row, name, directory, implementation, coverage, officers }) => ({
      row,
      name,
      gaps: {
        directory: gapOf(directory),
        implementation: gapOf(implementation),
        coverage: gapOf(coverage),
        officers: gapOf(officers),
      },
    })),
  ).toEqual(REPORTED.map(({ gaps }, index) => ({ row: index + 5, name: DEPARTMENTS[index]!.name, gaps })));
  // 0.1 points an item, 0.5 an officer.
  const tenths = (gaps: (typeof REPORTED)[number]["gaps"]) =>
    gaps.directory + gaps.implementation + gaps.coverage + 5 * gaps.officers;
  const blank = REPORTED.filter(({ shows }) => shows === "not reported").length;
  expect(report.totals).toEqual({
    departments: 35,
    complete: 35 - blank,
    belowCoverage: REPORTED.filter(({ gaps }) => gaps.coverage > 0).length,
    missingOfficers: REPORTED.filter(({ gaps }) => gaps.officers > 0).length,
    deduction: REPORTED.reduce((sum, { gaps }) => sum + tenths(gaps), 0) / 10,
  });
  expect(report.departments[1]).toEqual({
    row: 6,
    name: "威远县交通运输局",
    claimed: 185,
    directory: { state: "reported", due: 185, done: 185, gap: 0, deduction: 0, met: true },
    implementation: { state: "reported", due: 185, done: 185, gap: 0, deduction: 0, met: true },
    coverage: {
      state: "reported",
      targetBp: 5000,
      due: 185,
      required: 93,
      done: 92,
      gap: 1,
      deduction: 0.1,
      met: false,
    },
    officers: { state: "reported", due: 46, done: 46, gap: 0, deduction: 0, met: true },
    deduction: 0.1,
    rank:
      1 +
      REPORTED.filter(
        ({ shows, gaps }) => shows !== "not reported" && !shows.includes("nothing applies") && tenths(gaps) === 0,
      ).length,
    complete: true,
    highlight: "coverage",
    remark: "未达标：覆盖率差1项（应93）",
  });
  expect(report.departments[7]).toMatchObject({
    coverage: { gap: 2 },
    officers: { gap: 2 },
    deduction: 1.2,
    highlight: "both",
  });
  expect(report.departments[20]).toMatchObject({
    coverage: { state: "notReported", done: null, gap: null, deduction: null, met: null },
    deduction: null,
    rank: null,
    complete: false,
    highlight: "missing",
  });
  expect(report.departments[29]).toMatchObject({
    coverage: { state: "notApplicable", required: null },
    officers: { gap: 2 },
    deduction: 1,
    highlight: "officers",
  });

  const [result] = (await opened(out)).sheets;
  const total = result!.cells[5]![columnOf(result!, 3, "扣分合计")]!;
  expect(total.formula).toMatch(/^=/);
  expect(total.value).toBe(0.1);
  expect(result!.page).toMatchObject({ orientation: "Landscape", paperSize: "A4", titleRows: { first: 2, last: 3 } });
});

test("bad rows are told and spoil no other: exit 0, values instead of formulas", async () => {
  const path = await saved(
    "坏行.xlsx",
    workbookOf(
      table([
        sound("示例部门一"),
        spoilt("多于主项", 9, 21),
        spoilt("负数", 7, -1),
        spoilt("小数", 8, 2.5),
        spoilt("文字", 10, "若干"),
        spoilt("错误值", 9, "#N/A"),
        spoilt("目标不明", 4, "达到"),
        spoilt("目标为负", 4, -0.1),
        spoilt("目标过百", 4, percent(1.2)),
        sound("同名部门"),
        sound("同名部门"),
        sound(""),
        spoilt("入驻过多", 11, 4),
        Object.assign(sound("超应认领"), { 6: 22, 7: 23 }),
        spoilt("应认领少", 6, 19),
        spoilt("主项为负", 1, -20),
        Object.assign(sound("示例部门二"), { 9: 6, 11: 2 }),
      ]),
    ),
  );
  const out = inFolder("坏行结果.xlsx");
  const run = await recalculate(path, "--json", "--values", "--out", out);
  expect(run.code).toBe(0);
  expect(codes(run)).toEqual([
    "NAME_MISSING 附件2!B15",
    "DEPARTMENT_TWICE 附件2!B13",
    "DEPARTMENT_TWICE 附件2!B14",
    "ACTUAL_EXCEEDS_CLAIMED 附件2!K5",
    "COUNT_NEGATIVE 附件2!I6",
    "COUNT_FRACTIONAL 附件2!J7",
    "COUNT_NOT_A_NUMBER 附件2!L8",
    "CELL_ERROR 附件2!K9",
    "TARGET_UNREADABLE 附件2!F10",
    "TARGET_NEGATIVE 附件2!F11",
    "TARGET_ABOVE_100 附件2!F12",
    "ONBOARDED_EXCEEDS_OFFICERS 附件2!M16",
    "ACTUAL_EXCEEDS_DUE 附件2!I17",
    "DUE_BELOW_CLAIMED 附件2!H18",
    "COUNT_NEGATIVE 附件2!C19",
  ]);
  const { problems, departments } = reportOf(run);
  for (const problem of problems)
    expect(problem).toEqual({
      code: problem.code,
      severity: "error",
      address: problem.address,
      message: expect.stringMatching(/。$/),
    });
  expect(departments).toHaveLength(17);
  const bad = departments.slice(1, -1);
  expect(
    bad.filter(
      ({ deduction, rank, remark }) => deduction === null && rank === null && String(remark).startsWith("数据有误"),
    ),
  ).toEqual(bad);
  expect(departments[0]).toMatchObject({ deduction: 0, rank: 1, complete: true, remark: "达标" });
  expect(departments.at(-1)).toMatchObject({
    coverage: { gap: 1 },
    officers: { gap: 1 },
    deduction: 0.6,
    rank: 2,
    highlight: "both",
  });

  const [result] = (await opened(out)).sheets;
  expect(formulasOf(result!)).toEqual([]);
  const totals = columnOf(result!, 2, "扣分合计");
  expect(Array.from({ length: 17 }, (_, index) => result!.cells[3 + index]![totals]!.value)).toEqual([
    0,
    ...Array<string>(15).fill("数据有误"),
    0.6,
  ]);
});

test("what stops it: exit 1, code and place in the object, and no file written", async () => {
  const [noTable, noColumn, locked] = await Promise.all([
    saved("无表.xlsx", workbookOf(plainSheet(sheet([["会议记录"]], { name: "记录" })))),
    saved(
      "缺列.xlsx",
      workbookOf(
        plainSheet(
          sheet([
            ["序号", "部门名称", "目录清单已认领的主项数", "目录清单完成率", "实施清单完备率", "执法人员入驻率目标"],
            [1, "示例部门一", 20, full, full, full],
          ]),
        ),
      ),
    ),
    saved("保护.xlsx", workbookOf({ ...table(), protected: true })),
  ]);
  writeFileSync(inFolder("损坏.xlsx"), readFileSync(join(ROOT, FILLED)).subarray(0, 4000));
  writeFileSync(inFolder("文本.xlsx"), "部门名称,主项数\n示例部门一,20\n");

  const cases: [string[], string][] = [
    [[noTable], "TABLE_NOT_FOUND "],
    [[noColumn], "COLUMN_MISSING 附件2!A1"],
    [[locked], "SHEET_PROTECTED 附件2"],
    [[FILLED, "--sheet", "没有"], "SHEET_NOT_FOUND "],
    [[inFolder("损坏.xlsx")], "DAMAGED 损坏.xlsx"],
    [[inFolder("文本.xlsx")], "NOT_A_WORKBOOK 文本.xlsx"],
    [[fixture("libreoffice-97.xls")], "LEGACY_XLS libreoffice-97.xls"],
    [[fixture("password.xlsx")], "PASSWORD_PROTECTED password.xlsx"],
    [[inFolder("没有.xlsx")], "FILE_NOT_READABLE 没有.xlsx"],
  ];
  const out = inFolder("不该有.xlsx");
  // Two at a time, as many as the smallest machine has cores.
  const told: string[] = [];
  const waiting = cases.map(([args], index) => ({ args, index }));
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const run = await recalculate(...next.args, "--json", "--out", out);
      const { problems, ...rest } = reportOf(run);
      expect({ code: run.code, problems: problems.length, rest: Object.keys(rest) }).toEqual({
        code: 1,
        problems: 1,
        rest: ["requests"],
      });
      told[next.index] = codes(run)[0]!;
    }
  };
  await Promise.all([worker(), worker()]);
  expect(told).toEqual(cases.map(([, problem]) => problem));
  expect(existsSync(out)).toBe(false);
}, 120_000);

test("without --json it speaks to a person; a sheet can be named; a place that cannot be written is told", async () => {
  const path = await saved(
    "两张.xlsx",
    workbookOf(table(), { ...table([sound("示例部门三"), spoilt("示例部门四", 9, "")]), name: "副本" }),
  );
  const [named, unwritable] = await Promise.all([
    recalculate(path, "--sheet", "副本"),
    recalculate(path, "--json", "--out", join(folder, "没有", "结果.xlsx")),
  ]);
  expect(named).toMatchObject({ code: 0, err: "" });
  expect(named.out).toContain("已填 1/2，覆盖率未达标 0 个部门，有人员未入驻 0 个部门，测算扣分合计 0。");
  expect(named.out).toContain("核对一致");
  expect(unwritable.code).toBe(1);
  expect(codes(unwritable)).toEqual(["FILE_NOT_WRITABLE 结果.xlsx"]);
});

test("called wrongly: exit 2 and how to call it", async () => {
  for (const run of await Promise.all([recalculate(), recalculate(FILLED, "--outt", "a.xlsx")])) {
    expect(run).toMatchObject({ code: 2, out: "" });
    expect(run.err).toContain("用法：npm run recalculate -- 输入.xlsx");
  }
});

describe("with detail sheets", () => {
  const DETAILS = "assets/samples/附件2-明细示例.xlsx";

  test("names stand with each department, certificate numbers do not, and old numbers are told", async () => {
    const run = await recalculate(DETAILS, "--json");
    expect(run.code).toBe(0);
    const { departments } = reportOf(run);
    // 公安局: 57 main items of which 23 have cases; 3 of 120 officers are missing.
    expect(departments[6]).toMatchObject({
      name: "威远县公安局",
      coverage: { done: 23, gap: 0 },
      officers: { due: 120, done: 117, gap: 3 },
    });
    expect(departments[6]!["uncovered"]).toHaveLength(57 - 23);
    expect((departments[6]!["uncovered"] as object[])[0]).toEqual({
      mainItem: expect.any(String),
      code: expect.any(String),
    });
    expect((departments[6]!["missingOfficers"] as { reason: string }[]).map(({ reason }) => reason).sort()).toEqual([
      "invalidAccount",
      "neverLoggedIn",
      "noAccount",
    ]);
    expect(departments[6]!["staleAccounts"]).toEqual(expect.any(Array));
    expect(run.out).not.toMatch(/certificate/);
    expect(codes(run).filter((code) => code.startsWith("ACTUAL_REPLACED"))).toHaveLength(2);
  });

  test("--keep-typed keeps what was typed", async () => {
    const run = await recalculate(DETAILS, "--json", "--keep-typed");
    expect(run.code).toBe(0);
    expect(reportOf(run).departments[6]).toMatchObject({ officers: { due: 118 } });
    expect(codes(run).filter((code) => code.startsWith("ACTUAL_REPLACED"))).toEqual([]);
  });

  test("without detail sheets nothing of the kind is printed", async () => {
    expect(Object.keys(reportOf(await recalculate(FILLED, "--json")).departments[0]!)).not.toContain("uncovered");
  });
});
