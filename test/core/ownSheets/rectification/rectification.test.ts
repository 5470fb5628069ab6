import { INDICATORS } from "../../../../src/core/indicators/indicators";
import type { Assessment, DepartmentAssessment, IndicatorResult } from "../../../../src/core/assess/assessment";
import type { Indicator } from "../../../../src/core/indicators/indicators";
import { DEFAULT_RULES } from "../../../../src/core/assess/rules";
import type { RawValue } from "../../../../src/core/cells/grid";
import { NO_CHOICES } from "../../../../src/core/detail/choices";
import type { DepartmentFindings } from "../../../../src/core/detail/findings";
import { recogniseDetail } from "../../../../src/core/detail/header";
import type { DetailReport } from "../../../../src/core/detail/report";
import { contentOfCell } from "../../../../src/core/plan/content";
import { planRectification } from "../../../../src/core/ownSheets/rectification/rectification";
import type { PlannedList } from "../../../../src/core/ownSheets/rectification/rectification";
import { rectificationEntries } from "../../../../src/core/ownSheets/rectification/entries";
import { recognise } from "../../../../src/core/table/recognise";
import { cellsOf } from "../../written";
import { NEAR_END } from "../../../moment";

const LATER = new Date(2025, 8, 12, 9);
const result = (over: Partial<IndicatorResult> = {}): IndicatorResult => ({
  state: "reported",
  targetBp: 10_000,
  due: 20,
  required: 20,
  done: 20,
  gap: 0,
  rateBp: 10_000,
  deduction: 0,
  met: true,
  ...over,
});
const short = (gap: number, points: number, over: Partial<IndicatorResult> = {}): IndicatorResult =>
  result({ done: 20 - gap, gap, deduction: gap * points, met: false, ...over });

function department(
  name: string,
  over: Partial<Record<Indicator, IndicatorResult>> & Partial<DepartmentAssessment> = {},
): DepartmentAssessment {
  const results = Object.fromEntries(INDICATORS.map((indicator) => [indicator, result()])) as Record<
    Indicator,
    IndicatorResult
  >;
  return {
    row: 3,
    name,
    claimed: 20,
    bases: { items: 20, officers: 20 },
    surplusAccounts: 0,
    ...results,
    deduction: 0,
    rank: 1,
    complete: true,
    bad: false,
    identityFault: null,
    atFloor: false,
    highlight: "none",
    remark: "",
    ...over,
  };
}
const assessmentOf = (...departments: DepartmentAssessment[]): Assessment => ({
  departments,
  pace: null,
  totals: {} as Assessment["totals"],
});
const findings = (name: string, over: Partial<DepartmentFindings> = {}): DepartmentFindings => ({
  row: 3,
  name,
  mainItems: 20,
  directoryDone: 20,
  implementationDone: 20,
  covered: 20,
  officers: 2,
  onboarded: 2,
  incompleteDirectory: [],
  incompleteImplementation: [],
  uncovered: [],
  missingOfficers: [],
  staleAccounts: [],
  ...over,
});
const report = (...departments: DepartmentFindings[]): DetailReport => ({
  sheets: [],
  departments,
  unknownDepartments: [],
  unknownWords: [],
  knownWords: [],
  nextSteps: [],
});
const item = (name: string, code: string | null = null) => ({ name, code, address: "监管事项明细!B3" });
const officer = (name: string, certificate: string | null) => ({
  name,
  certificate,
  reason: "neverLoggedIn" as const,
  address: "执法人员名册!B3",
});

/** The sheet after listing, over what it showed before. */
function list(
  assessment: Assessment,
  detail: DetailReport | null,
  { before = null as RawValue[][] | null, showNumbers = false, now = NEAR_END } = {},
): RawValue[][] & { planned?: PlannedList } {
  const content = before && {
    firstRow: 0,
    firstColumn: 0,
    cells: before.map((row) =>
      row.map((cell) => contentOfCell(cell, typeof cell === "string" && cell.startsWith("=") ? 0 : cell)),
    ),
  };
  const planned = planRectification(
    rectificationEntries(assessment, detail, DEFAULT_RULES, showNumbers),
    content,
    now,
    showNumbers,
  ) as PlannedList;
  return cellsOf(planned.plan, before ?? []).values.map((row) => [...row]);
}
const body = (sheet: readonly RawValue[][]) => sheet.slice(2);
/** 部门 to 扣分. */
const told = (sheet: readonly RawValue[][]) => body(sheet).map((row) => row.slice(1, 7));

const COVERAGE = short(1, 10, {
  due: 187,
  required: 94,
  done: 93,
  targetBp: 5000,
  rateBp: 4973,
  gap: 1,
  deduction: 10,
});
const UNCOVERED = Array.from({ length: 94 }, (_, index) => item(`事项${index}`, `A${index}`));
const FULL = assessmentOf(
  department("甲局", { directory: short(2, 10), coverage: COVERAGE, officers: short(1, 50) }),
  department("乙局"),
);
const NAMED = report(
  findings("甲局", {
    directoryDone: 18,
    covered: 93,
    onboarded: 1,
    incompleteDirectory: [item("事项1", "A1"), item("=事项2")],
    uncovered: UNCOVERED,
    missingOfficers: [officer("示例人员001", "51102401234567")],
  }),
  findings("乙局", { staleAccounts: [{ name: "示例人员009", certificate: "J009", address: "监管平台账号!B9" }] }),
);

test("a row a name where each costs its own points, else one for the gap, and the names without numbers", () => {
  const rows = told(list(FULL, NAMED));
  expect(rows.slice(0, 4)).toEqual([
    ["甲局", "目录清单", "目录清单未完成（未认领、编辑或发布）", "事项1（A1）", 1, 0.1],
    ["甲局", "目录清单", "目录清单未完成（未认领、编辑或发布）", "=事项2", 1, 0.1],
    ["甲局", "监管行为覆盖率", "覆盖率 49.73%，差 1 项达 50%，从下列 94 项中任选 1 项", "", 1, 0.1],
    ["甲局", "监管行为覆盖率", "未产生办件", "事项0（A0）", "", ""],
  ]);
  expect(rows.slice(-2)).toEqual([
    ["甲局", "执法人员入驻", "账号从未登录；用账号登录一次", "示例人员001（执法证号 5110****4567）", 1, 0.5],
    [
      "乙局",
      "账号清理",
      "不是在册执法人员，账号仍有效；把监管平台账号做无效处理",
      "示例人员009（执法证号 J**9）",
      "",
      0,
    ],
  ]);
  expect(rows.reduce((sum, row) => sum + Math.round(Number(row[5]) * 100), 0)).toBe(20 + 10 + 50);
});

test("under a cap the names have no points of their own; without details there is a row a gap", () => {
  const capped = assessmentOf(department("甲局", { directory: short(2, 10, { deduction: 15 }) }));
  expect(
    told(list(capped, NAMED))
      .slice(0, 2)
      .map((row) => row.slice(2)),
  ).toEqual([
    ["目录清单差 2 项（18/20），即下列 2 项", "", 2, 0.15],
    ["目录清单未完成（未认领、编辑或发布）", "事项1（A1）", "", ""],
  ]);
  expect(told(list(FULL, null)).map((row) => row.slice(4))).toEqual([
    [2, 0.2],
    [1, 0.1],
    [1, 0.5],
  ]);
});

test("what begins with = is written as text, and the key holds no whole number", () => {
  const { plan } = planRectification(
    rectificationEntries(FULL, NAMED, DEFAULT_RULES, true),
    null,
    NEAR_END,
    true,
  ) as PlannedList;
  const written = plan.steps.flatMap((step) => (step.do === "write" ? step.formulas.flat() : []));
  expect(written).toContain("'=事项2");
  expect(written.filter((cell) => String(cell).includes("51102401234567"))).toEqual([
    "示例人员001（执法证号 51102401234567）",
  ]);
});

test("a second refresh changes nothing; showing numbers changes the names alone, and hides them again", () => {
  const first = list(FULL, NAMED);
  expect(list(FULL, NAMED, { before: first })).toEqual(first);
  const shown = list(FULL, NAMED, { before: first, showNumbers: true });
  expect(shown.map((row) => row[11])).toEqual(first.map((row) => row[11]));
  expect(told(shown).at(-2)![3]).toBe("示例人员001（执法证号 51102401234567）");
  expect(list(FULL, NAMED, { before: shown })).toEqual(first);
  // Solved, and the number was shown: it is masked too.
  expect(
    JSON.stringify(
      list(assessmentOf(department("甲局"), department("乙局")), report(findings("甲局"), findings("乙局")), {
        before: shown,
      }),
    ),
  ).not.toContain("51102401234567");
});

test("what staff typed stays with its entry when rows were sorted and columns moved; their own rows follow", () => {
  const sheet = list(FULL, NAMED).map((row) => [...row, ""]);
  sheet[1]![12] = "备注";
  sheet[2]!.splice(7, 4, "催办", "示例人员020", "2025-09-20", "√");
  sheet[2]![12] = "=A1";
  sheet.splice(3, 0, ["", "甲局", "", "自己加的一行", "", "", "", "", "", "", "", "", ""]);
  const [title, header, ...rows] = sheet;
  const sorted = [title!, header!, ...rows.reverse()].map((row) => [row[3]!, ...row.slice(0, 3), ...row.slice(4)]);
  const refreshed = list(FULL, NAMED, { before: sorted });
  expect(refreshed[1]![0]).toBe("问题");
  expect(refreshed[2]!.slice(4)).toEqual([
    "事项1（A1）",
    1,
    0.1,
    "催办",
    "示例人员020",
    "2025-09-20",
    "√",
    "甲局|directory|A1",
    "=A1",
  ]);
  expect(refreshed.at(-1)!.slice(0, 4)).toEqual(["自己加的一行", "", "甲局", ""]);
});

test("what is solved says so and moves to the end; what comes back loses the prefix", () => {
  const first = list(FULL, NAMED);
  first[2]![10] = "已销";
  const mended = assessmentOf(
    department("甲局", { directory: short(1, 10), coverage: COVERAGE, officers: short(1, 50) }),
    department("乙局"),
  );
  const named = report(
    { ...NAMED.departments[0]!, directoryDone: 19, incompleteDirectory: [item("=事项2")] },
    NAMED.departments[1]!,
  );
  const second = list(mended, named, { before: first });
  expect(second).toHaveLength(first.length);
  expect(second.at(-1)!.slice(1)).toEqual([
    "甲局",
    "目录清单",
    "已解决：目录清单未完成（未认领、编辑或发布）",
    "事项1（A1）",
    0,
    0,
    "",
    "",
    "",
    "已销",
    "甲局|directory|A1",
  ]);
  expect(list(mended, named, { before: second, now: LATER }).slice(1)).toEqual(second.slice(1));
  expect(list(FULL, NAMED, { before: second })).toEqual(first);
});

test("an item without a case is not called solved when others have met the target", () => {
  const first = list(FULL, NAMED);
  const met = assessmentOf(department("甲局", { coverage: result({ done: 94, required: 94 }) }));
  const rows = told(
    list(met, report(findings("甲局", { covered: 94, uncovered: UNCOVERED.slice(1) })), { before: first }),
  ).map((row) => row.slice(2, 4));
  expect(rows).toContainEqual(["已解决：未产生办件", "事项0（A0）"]);
  expect(rows).toContainEqual(["已达标，可不再办：未产生办件", "事项1（A1）"]);
  expect(rows).toContainEqual(["已解决：覆盖率 49.73%，差 1 项达 50%，从下列 94 项中任选 1 项", ""]);
});

test("what is not known now is not called solved", () => {
  const first = list(FULL, NAMED);
  const without = list(FULL, null, { before: first });
  expect(JSON.stringify(without)).not.toContain("已解决");
  // The whole gaps say the numbers, once.
  expect(told(without).reduce((sum, row) => sum + Math.round(Number(row[5]) * 100), 0)).toBe(80);
  const bad = assessmentOf(department("甲局", { bad: true, directory: short(2, 10) }), department("乙局"));
  expect(JSON.stringify(list(bad, NAMED, { before: first }))).not.toContain("已解决");
  // With the details back, the rows of whole gaps stay for what was typed in them, without numbers.
  const back = list(FULL, NAMED, { before: without });
  expect(told(back).reduce((sum, row) => sum + Math.round(Number(row[5]) * 100), 0)).toBe(80);
  expect(JSON.stringify(back)).not.toContain("已解决");
});

test("two persons of one name without a number are two rows", () => {
  const assessment = assessmentOf(department("甲局", { officers: short(2, 50) }));
  const sheet = list(
    assessment,
    report(
      findings("甲局", { onboarded: 0, missingOfficers: [officer("示例人员001", null), officer("示例人员001", null)] }),
    ),
  );
  expect(body(sheet).map((row) => row[11])).toEqual(["甲局|officers|示例人员001", "甲局|officers|示例人员001#2"]);
});

test("a column of ours that is gone stops it, with the place", () => {
  const sheet = list(FULL, NAMED).map((row) => row.filter((_, column) => column !== 8));
  expect(list.bind(null, FULL, NAMED, { before: sheet })).toThrow();
  const content = { firstRow: 0, firstColumn: 0, cells: sheet };
  expect(
    planRectification(rectificationEntries(FULL, NAMED, DEFAULT_RULES, false), content, NEAR_END, false),
  ).toMatchObject([
    { code: "LIST_COLUMN_MISSING", address: "整改清单!A2", message: expect.stringContaining("责任人") },
  ]);
});

test("the list is neither a task table nor a detail sheet", () => {
  const values = list(FULL, NAMED);
  const grid = {
    sheet: "整改清单",
    firstRow: 0,
    firstColumn: 0,
    values,
    formulas: values,
    numberFormats: values.map((row) => row.map(() => "General")),
  };
  expect(recognise(grid)).toBeNull();
  expect(
    recogniseDetail({ sheet: "整改清单", firstRow: 0, firstColumn: 0, values, lastRow: values.length - 1 }, NO_CHOICES),
  ).toBeNull();
});
