import type { Recalculated } from "../../src/actions";
import { OWN_COLUMNS } from "../../src/core/taskSheet/columns";
import { DEFAULT_SETTINGS } from "../../src/core/memory/settings";
import type { Assessment, DepartmentAssessment, IndicatorResult } from "../../src/core/assess/assessment";

const NOT_APPLICABLE: IndicatorResult = {
  state: "notApplicable",
  targetBp: null,
  due: null,
  required: null,
  done: null,
  gap: null,
  rateBp: null,
  deduction: null,
  met: null,
};
const NOT_REPORTED: IndicatorResult = { ...NOT_APPLICABLE, state: "notReported" };
const INVALID: IndicatorResult = { ...NOT_APPLICABLE, state: "invalid" };

function reported(
  targetBp: number,
  due: number,
  required: number,
  done: number,
  gap: number,
  rateBp: number,
  deduction: number,
): IndicatorResult {
  return { state: "reported", targetBp, due, required, done, gap, rateBp, deduction, met: gap === 0 };
}
const all = (n: number): IndicatorResult => reported(10000, n, n, n, 0, 10000, 0);

const department = (row: number, name: string, more: Partial<DepartmentAssessment>): DepartmentAssessment => ({
  row,
  name,
  claimed: 0,
  bases: { items: "notApplicable", officers: "notApplicable" },
  surplusAccounts: 0,
  directory: NOT_APPLICABLE,
  implementation: NOT_APPLICABLE,
  coverage: NOT_APPLICABLE,
  officers: NOT_APPLICABLE,
  deduction: 0,
  rank: null,
  complete: true,
  bad: false,
  identityFault: null,
  atFloor: false,
  highlight: "none",
  remark: "",
  ...more,
});

/** Seven departments worked out by hand from the notes: one of each way to stand. Rows are zero-based. */
export const DEPARTMENTS: readonly DepartmentAssessment[] = [
  // ⌈5 × 35 %⌉ = 2
  department(3, "国家税务总局威远县税务局", {
    claimed: 5,
    directory: all(5),
    implementation: all(5),
    coverage: reported(3500, 5, 2, 2, 0, 4000, 0),
    officers: all(10),
    rank: 1,
  }),
  // ⌈185 × 50 %⌉ = 93: one short; five items incomplete; two of forty officers missing
  department(4, "威远县交通运输局", {
    claimed: 185,
    directory: reported(10000, 185, 185, 180, 5, 9729, 50),
    implementation: all(185),
    coverage: reported(5000, 185, 93, 92, 1, 4972, 10),
    officers: reported(10000, 40, 40, 38, 2, 9500, 100),
    deduction: 160,
    highlight: "both",
  }),
  // ⌈13 × 35 %⌉ = 5
  department(5, "威远县人力资源和社会保障局", {
    claimed: 13,
    directory: all(13),
    implementation: reported(10000, 13, 13, 11, 2, 8461, 20),
    coverage: reported(3500, 13, 5, 5, 0, 3846, 0),
    officers: NOT_REPORTED,
    deduction: 20,
    complete: false,
    highlight: "lists",
    remark: "待填报（执法人员数）：实施清单差2项",
  }),
  department(6, "威远县公安局", {
    claimed: 57,
    directory: INVALID,
    implementation: all(57),
    coverage: all(57),
    officers: all(9),
    deduction: null,
    complete: false,
    bad: true,
    remark: "数据有误（目录清单）",
  }),
  department(7, "", {
    claimed: 3,
    directory: all(3),
    implementation: all(3),
    coverage: all(3),
    officers: all(2),
    deduction: null,
    complete: false,
    bad: true,
    identityFault: "nameMissing",
    remark: "数据有误（缺部门名称）",
  }),
  // six officers missing, no main items
  department(33, "威远县审计局", {
    officers: reported(10000, 8, 8, 2, 6, 2500, 300),
    deduction: 300,
    highlight: "officers",
  }),
  // as much as the third, further down: ⌈20 × 35 %⌉ = 7
  department(34, "威远县档案馆", {
    claimed: 20,
    directory: all(20),
    implementation: all(20),
    coverage: reported(3500, 20, 7, 5, 2, 2500, 20),
    officers: all(3),
    deduction: 20,
    atFloor: true,
    highlight: "coverage",
  }),
];

/** Sums of the rows above without the bad ones: 1.6 + 0.2 + 3 + 0.2 points; coverage 2 + 92 + 5 + 5 of 5 + 185 + 13 + 20. */
export const ASSESSMENT: Assessment = {
  departments: DEPARTMENTS,
  totals: {
    departments: 7,
    complete: 4,
    bad: 2,
    belowCoverage: 2,
    missingOfficers: 2,
    listsIncomplete: 2,
    deduction: 500,
    deductionBy: { directory: 50, implementation: 20, coverage: 30, officers: 400 },
    coverage: { due: 223, required: 107, done: 104, gap: 3, rateBp: 4663 },
    officersGap: 8,
  },
  pace: { start: "2026-08-19", end: "2026-09-15", workingDaysLeft: 2, itemsPerDay: 2 },
};

export const RESULT: Recalculated = {
  detail: null,
  done: true,
  sheet: "附件 2",
  title: "8月19日至9月15日威远县“互联网+监管”指标推进任务表",
  table: { firstRow: 4, lastRow: 35 },
  assessment: ASSESSMENT,
  problems: [
    { code: "HEADER_TWICE", severity: "warning", address: "'附件 2'!F3", message: "有不止一列。" },
    { code: "COUNT_NEGATIVE", severity: "error", address: "'附件 2'!J7", message: "是负数（-1）。" },
  ],
  differences: [],
  requests: 2,
  at: new Date(2026, 8, 11, 9, 5),
  sheetId: "{1}",
  // As the sample has them: the source's seven columns, ours behind them.
  places: {
    columns: {
      serial: 0,
      department: 1,
      claimed: 2,
      directoryTarget: 3,
      implementationTarget: 4,
      coverageTarget: 5,
      officersTarget: 6,
      directoryDone: 7,
      implementationDone: 8,
      covered: 9,
      officers: 10,
      onboarded: 11,
    },
    own: Object.fromEntries(OWN_COLUMNS.map((column, index) => [column, 7 + index])),
  },
  settings: DEFAULT_SETTINGS,
  recognised: [
    { at: 0, header: "序号", column: "serial", chosen: false },
    { at: 1, header: "部门名称", column: "department", chosen: false },
    { at: 2, header: "目录清单已认领的主项数", column: "claimed", chosen: false },
    { at: 3, header: "事项梳理目标/目录清单完成率", column: "directoryTarget", chosen: false },
    { at: 4, header: "实施清单完备率", column: "implementationTarget", chosen: false },
    { at: 5, header: "数据汇聚目标/监管行为覆盖率", column: "coverageTarget", chosen: false },
    { at: 6, header: "执法人员入驻率目标", column: "officersTarget", chosen: false },
  ],
  changes: null,
  hasHistory: false,
};

const met = department(3, "国家税务总局威远县税务局", {
  claimed: 5,
  directory: all(5),
  implementation: all(5),
  coverage: all(5),
  officers: all(10),
  rank: 1,
});

/** One department, everything reached. */
export const ALL_MET: Recalculated = {
  ...RESULT,
  problems: [],
  assessment: {
    departments: [met],
    totals: {
      departments: 1,
      complete: 1,
      bad: 0,
      belowCoverage: 0,
      missingOfficers: 0,
      listsIncomplete: 0,
      deduction: 0,
      deductionBy: { directory: 0, implementation: 0, coverage: 0, officers: 0 },
      coverage: { due: 5, required: 2, done: 5, gap: 0, rateBp: 10000 },
      officersGap: 0,
    },
    pace: null,
  },
};
