import fc from "fast-check";
import { DEFAULT_RULES } from "../../../src/core/assess/rules";
import type { RawValue } from "../../../src/core/cells/grid";
import { CaseLog } from "../../../src/core/detail/cases";
import type { CasePeriod } from "../../../src/core/detail/cases";
import { DepartmentNames } from "../../../src/core/detail/departments";
import type { DetailSheet } from "../../../src/core/detail/detailSheet";
import { ItemList } from "../../../src/core/detail/items";
import type { DepartmentMainItems, ItemOptions } from "../../../src/core/detail/items";
import { recognise } from "../../../src/core/table/recognise";
import type { TaskTable } from "../../../src/core/table/taskTable";
import { percent, tableSheet, full } from "../sheet";

/** The rows of 监管事项明细 as [部门, 主项名称, 主项编码, 子项名称, 子项编码, 目录清单状态, 实施清单状态, 办件数]. */
type Row = readonly RawValue[];

const DEPARTMENTS = ["甲局", "乙局"];
const table = (
  recognise(tableSheet(DEPARTMENTS.map((name) => [name, 3, full, full, percent(0.35), full]))) as { table: TaskTable }
).table;
const ITEMS: DetailSheet = {
  sheet: "监管事项明细",
  kind: "items",
  headerRow: 1,
  lastRow: 99,
  headers: [],
  columns: {
    department: 0,
    mainItem: 1,
    mainCode: 2,
    subItem: 3,
    subCode: 4,
    directoryState: 5,
    implementationState: 6,
    cases: 7,
  },
};
const CASES: DetailSheet = {
  sheet: "监管行为记录",
  kind: "cases",
  headerRow: 1,
  lastRow: 99,
  headers: [],
  columns: { department: 0, item: 1, code: 2, caseNumber: 3, date: 4 },
};

const day = (year: number, month: number, date: number) => Date.UTC(year, month - 1, date);

function examine(
  rows: readonly Row[],
  {
    cases = [],
    period = null,
    blocks = 1,
    ...options
  }: ItemOptions & { cases?: readonly Row[]; period?: CasePeriod | null; blocks?: number } = {},
) {
  const names = new DepartmentNames(table);
  const items = new ItemList(ITEMS, names, DEFAULT_RULES.stateWords, {
    withRecords: true,
    onlyDatedCases: period !== null,
    ...options,
  });
  const size = Math.max(1, Math.ceil(rows.length / blocks));
  for (let first = 0; first < rows.length; first += size)
    items.add({ firstRow: 2 + first, firstColumn: 0, values: rows.slice(first, first + size) });
  const log = new CaseLog(CASES, names, items, period, 1900);
  log.add({ firstRow: 2, firstColumn: 0, values: cases });
  const findings = items.findings(DEPARTMENTS.length);
  return { ...findings, problems: [...findings.problems, ...log.problems], unknown: names.unknownDepartments };
}

const counts = (department: DepartmentMainItems | null) =>
  department && [department.mainItems, department.directoryDone, department.implementationDone, department.covered];

describe("a department's main items", () => {
  const cases: readonly [what: string, rows: readonly Row[], expected: readonly (number | null)[] | null][] = [
    [
      "a case on one sub-item credits the main item once (note 2)",
      [
        ["甲局", "档案", "A1", "处罚", "A1-1", "已发布", "完备", 0],
        ["甲局", "档案", "A1", "监管", "A1-2", "已发布", "完备", 3],
      ],
      [1, 1, 1, 1],
    ],
    ["a main item without sub-items is one row", [["甲局", "档案", "A1", "", "", "已发布", "完备", 1]], [1, 1, 1, 1]],
    [
      "a list is complete only when it is for all rows",
      [
        ["甲局", "档案", "A1", "处罚", "", "已发布", "完备", 0],
        ["甲局", "档案", "A1", "监管", "", "已编辑", "未完备", 0],
      ],
      [1, 0, 0, 0],
    ],
    [
      "claimed and edited are not published",
      [
        ["甲局", "一", "A1", "", "", "已认领", "完备", 0],
        ["甲局", "二", "A2", "", "", "发布", "完备", 0],
      ],
      [2, 1, 2, 0],
    ],
    [
      "full width and lower case are the same code",
      [
        ["甲局", "一", "ab１", "", "", "发布", "完备", 0],
        ["甲局", "一", "AB1 ", "", "", "发布", "完备", 1],
      ],
      [1, 1, 1, 1],
    ],
    [
      "without codes names decide, spaces apart",
      [
        ["甲局", "对 企业的监管", "", "a", "", "发布", "完备", 0],
        ["甲局", "对企业的监管", "", "b", "", "发布", "完备", 2],
      ],
      [1, 1, 1, 1],
    ],
    [
      "a row without a code belongs to the coded item of its name",
      [
        ["甲局", "一", "A1", "", "", "发布", "完备", 0],
        ["甲局", "一", "", "", "", "发布", "未完备", 4],
      ],
      [1, 1, 0, 1],
    ],
    ["all blank is not reported, and not zero", [["甲局", "一", "A1", "", "", "", "", ""]], [1, null, null, null]],
    [
      "some blank counts as not done",
      [
        ["甲局", "一", "A1", "", "", "发布", "", ""],
        ["甲局", "二", "A2", "", "", "", "完备", 0],
      ],
      [2, 1, 1, 0],
    ],
    [
      "counts typed as text are counts",
      [
        ["甲局", "一", "A1", "", "", "发布", "完备", "１，000"],
        ["甲局", "二", "A2", "", "", "发布", "完备", "—"],
      ],
      [2, 2, 2, 1],
    ],
    [
      "an unknown word leaves that indicator open, the others not",
      [["甲局", "一", "A1", "", "", "流转中", "完备", 1]],
      [1, null, 1, 1],
    ],
    [
      "a negative count leaves coverage open",
      [
        ["甲局", "一", "A1", "", "", "发布", "完备", -1],
        ["甲局", "二", "A2", "", "", "发布", "完备", 1],
      ],
      [2, 2, 2, null],
    ],
    ["a fraction does too", [["甲局", "一", "A1", "", "", "发布", "完备", 1.5]], [1, 1, 1, null]],
    [
      "one name with two codes and a row without: nothing is guessed",
      [
        ["甲局", "一", "A1", "", "", "发布", "完备", 1],
        ["甲局", "一", "A2", "", "", "发布", "完备", 0],
        ["甲局", "一", "", "", "", "发布", "完备", 0],
      ],
      [null, null, null, null],
    ],
    [
      "a row without name and code spoils the counts",
      [
        ["甲局", "一", "A1", "", "", "发布", "完备", 1],
        ["甲局", "", "", "子项", "", "发布", "完备", 0],
      ],
      [null, null, null, null],
    ],
    ["no row of the department", [["乙局", "一", "A1", "", "", "发布", "完备", 1]], null],
  ];
  test.each(cases)("%s", (_, rows, expected) => {
    expect(counts(examine(rows).departments[0]!)).toEqual(expected);
  });

  test("the same code in two departments is an item of each", () => {
    const { departments } = examine([
      ["甲局", "一", "A1", "", "", "发布", "完备", 1],
      ["乙局", "一", "A1", "", "", "发布", "完备", 0],
    ]);
    expect(departments.map(counts)).toEqual([
      [1, 1, 1, 1],
      [1, 1, 1, 0],
    ]);
  });

  test("uncovered and incomplete items are named, with code and place", () => {
    const { departments } = examine([
      ["甲局", "二", "A2", "", "", "已编辑", "完备", 0],
      ["甲局", "一", "A1", "", "", "发布", "否", 5],
    ]);
    expect(departments[0]!.uncovered).toEqual([{ name: "二", code: "A2", address: "监管事项明细!B3" }]);
    expect(departments[0]!.incompleteDirectory).toEqual([{ name: "二", code: "A2", address: "监管事项明细!B3" }]);
    expect(departments[0]!.incompleteImplementation).toEqual([{ name: "一", code: "A1", address: "监管事项明细!B4" }]);
  });

  test("the words that stand there are told, with what they are taken to mean", () => {
    expect(
      examine([
        ["甲局", "一", "A1", "", "", "发布", "否", 1],
        ["甲局", "二", "A2", "", "", "流转中", "", 1],
      ]).knownWords,
    ).toEqual([
      { field: "directoryState", word: "发布", means: "yes" },
      { field: "implementationState", word: "否", means: "no" },
    ]);
  });

  test("what is wrong has its place, once for many rows", () => {
    const { problems, unknown, unknownWords } = examine([
      ["甲局", "一", "A1", "", "", "流转中", "", "若干"],
      ["甲局", "一", "A1", "", "", "流转中", "完备", "若干"],
      ["丙局", "一", "A1", "", "", "发布", "完备", 1],
      ["丙局", "一", "A1", "", "", "发布", "完备", 1],
      ["乙局", "一", 2 ** 56, "", "", "发布", "完备", 1],
    ]);
    expect(problems.map(({ code, address }) => `${code} ${address}`)).toEqual([
      "CASES_UNREADABLE 监管事项明细!H3",
      "NUMBER_LOST 监管事项明细!C7",
      "STATE_BLANK 监管事项明细!G3",
    ]);
    expect(unknownWords).toEqual([{ field: "directoryState", word: "流转中", rows: 2, address: "监管事项明细!F3" }]);
    expect(unknown).toEqual([{ name: "丙局", kind: "items", rows: 2, address: "监管事项明细!A5" }]);
  });
});

describe("records of cases", () => {
  const rows: readonly Row[] = [
    ["甲局", "档案", "A1", "处罚", "A1-1", "发布", "完备", ""],
    ["甲局", "档案", "A1", "监管", "A1-2", "发布", "完备", ""],
    ["甲局", "矿山", "A2", "检查", "A2-1", "发布", "完备", ""],
    ["甲局", "林地", "A3", "检查", "A3-1", "发布", "完备", ""],
  ];
  const covered = (cases: readonly Row[], period: CasePeriod | null = null) =>
    examine(rows, { cases, period }).departments[0]!.covered;

  test.each<[string, Row, number | null]>([
    ["by the main item's code", ["甲局", "", "a1", "", 45900], 1],
    ["by a sub-item's code", ["甲局", "", "A1-2", "", 45900], 1],
    ["by the main item's name", ["甲局", "矿 山", "", "", 45900], 1],
    ["by a sub-item's name that is the only one", ["甲局", "监管", "", "", 45900], 1],
    ["not by a name that two main items share", ["甲局", "检查", "", "", 45900], null],
    ["not for another department", ["乙局", "档案", "A1", "", 45900], null],
    ["not by a code nobody has", ["甲局", "", "A9", "", 45900], null],
  ])("%s", (_, record, expected) => {
    expect(covered([record])).toBe(expected);
  });

  test("what credits nothing is said", () => {
    const { problems } = examine(rows, {
      cases: [
        ["甲局", "检查", "", "", "2025-09-01"],
        ["甲局", "渔船", "", "", "昨天"],
        ["乙局", "档案", "", "", ""],
      ],
    });
    expect(problems.map(({ code, address }) => `${code} ${address}`)).toEqual([
      "CASE_UNMATCHED 监管行为记录!B4",
      "CASE_AMBIGUOUS 监管行为记录!B3",
      "DATE_UNREADABLE 监管行为记录!E4",
    ]);
  });

  test("with the period, both its days count and nothing outside", () => {
    const period = { start: day(2025, 8, 19), end: day(2025, 9, 15) };
    const on = (date: RawValue) =>
      covered(
        [
          ["甲局", "", "A1", "", date],
          ["甲局", "", "A2", "", "2025-09-01"],
        ],
        period,
      );
    expect(["2025-08-18", "2025/8/19", "2025年9月15日 17:30", 45915, "2025-09-16", "", "昨天"].map(on)).toEqual([
      1, 2, 2, 2, 1, 1, 1,
    ]);
    // 办件数 has no date.
    expect(examine([["甲局", "一", "A1", "", "", "发布", "完备", 5]], { period }).departments[0]!.covered).toBeNull();
  });
});

describe("whatever the rows", () => {
  const row = fc
    .record({
      department: fc.constantFrom("甲局", "乙局", "丙局"),
      item: fc.integer({ min: 1, max: 5 }),
      coded: fc.boolean(),
      directory: fc.constantFrom("已发布", "已认领", ""),
      implementation: fc.constantFrom("完备", "未完备"),
      cases: fc.constantFrom<RawValue>(0, 0, 1, "", "2"),
    })
    .map(({ department, item, coded, directory, implementation, cases }): Row => [
      department,
      `事项${item}`,
      coded ? `A${item}` : "",
      `子项${item}`,
      "",
      directory,
      implementation,
      cases,
    ]);
  const rows = fc.array(row, { maxLength: 40 });
  const names = (items: readonly { name: string }[]) => items.map(({ name }) => name);
  const told = (all: readonly Row[], blocks = 1) =>
    examine(all, { blocks }).departments.map(
      (one) =>
        one && { counts: counts(one), uncovered: names(one.uncovered), directory: names(one.incompleteDirectory) },
    );

  test("the order of rows and splitting them into blocks changes nothing", () => {
    fc.assert(
      fc.property(
        rows.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length }),
            fc.integer({ min: 1, max: 6 }),
          ),
        ),
        ([all, shuffled, blocks]) => {
          expect(told(shuffled, blocks)).toEqual(told(all));
        },
      ),
      { seed: 20251125 },
    );
  });

  test("one more case never lowers coverage", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 5 }), (all, item) => {
        const before = examine(all).departments[0]?.covered ?? 0;
        const record: Row = ["甲局", `事项${item}`, "", "", 45900];
        const more = all.map((one, index) => (index === item ? [...one.slice(0, 7), 9] : one));
        expect(examine(all, { cases: [record] }).departments[0]?.covered ?? 0).toBeGreaterThanOrEqual(before ?? 0);
        expect(examine(more).departments[0]?.covered ?? 0).toBeGreaterThanOrEqual(before ?? 0);
      }),
      { seed: 20251125 },
    );
  });

  test("as many are named as are missing", () => {
    fc.assert(
      fc.property(rows, (all) => {
        for (const one of examine(all).departments)
          if (one && one.covered !== null) expect(one.uncovered).toHaveLength(one.mainItems! - one.covered);
      }),
      { seed: 20251125 },
    );
  });
});
