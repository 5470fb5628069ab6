import fc from "fast-check";
import { assess } from "../../../src/core/assess/assess";
import { shownRate } from "../../../src/core/assess/indicator";
import { DEFAULT_RULES, readRules } from "../../../src/core/assess/rules";
import type { Rules } from "../../../src/core/assess/rules";
import { recognise } from "../../../src/core/table/recognise";
import type { CellInput } from "../sheet";
import { percent, sourceSheet, tableSheet, full } from "../sheet";
import { NOW } from "../../moment";

function judge(rows: readonly (readonly CellInput[])[], rules: Rules = DEFAULT_RULES) {
  const { table } = recognise(tableSheet(rows))!;
  const { assessment, problems } = assess(table!, rules, NOW);
  return { ...assessment, problems, codes: problems.map(({ code, address }) => `${code} ${address}`) };
}

/** One department with the source's usual targets. */
const row = (claimed: CellInput, coverage: CellInput, ...actuals: CellInput[]): CellInput[] => [
  "威远县示例局",
  claimed,
  full,
  full,
  coverage,
  full,
  ...actuals,
];

describe("the table of the source", () => {
  // RULES: required covered items by row 1–29, in all 478; by tier 142, 70 and 266.
  const REQUIRED = [2, 93, 5, 6, 2, 25, 23, 13, 16, 10, 3, 3, 97, 6, 9, 76, 3, 6, 18, 4, 1, 4, 22, 2, 7, 2, 3, 2, 15];
  const { assessment } = assess(recognise(sourceSheet())!.table!, DEFAULT_RULES, NOW);

  test("asks for these covered items of each department", () => {
    expect(assessment.departments.slice(0, 29).map(({ coverage }) => coverage.required)).toEqual(REQUIRED);
    expect(assessment.departments.slice(29).map(({ coverage }) => coverage.state)).toEqual(
      Array(6).fill("notApplicable"),
    );
    const tier = (bp: number) => assessment.departments.filter(({ coverage }) => coverage.targetBp === bp);
    expect(
      [3500, 4000, 5000].map((bp) => [
        tier(bp).length,
        tier(bp).reduce((sum, { coverage }) => sum + coverage.due!, 0),
        tier(bp).reduce((sum, { coverage }) => sum + coverage.required!, 0),
      ]),
    ).toEqual([
      [23, 377, 142],
      [3, 171, 70],
      [3, 531, 266],
    ]);
  });

  test("has no actuals: nothing is judged, nobody is ranked", () => {
    expect(assessment.totals).toMatchObject({ departments: 35, complete: 0, bad: 0, belowCoverage: 0, deduction: 0 });
    expect(assessment.departments.every(({ rank, deduction }) => rank === null && deduction === null)).toBe(true);
    expect(assessment.departments[0]!.remark).toBe("待填报（目录清单、实施清单、办件、执法人员）");
    expect(assessment.departments[29]!.remark).toBe("待填报（执法人员）");
  });
});

test("with nothing covered the county's coverage costs 47.8 points", () => {
  const rows = sourceSheet()
    .values.slice(4, 39)
    .map((cells, index) => [
      `部门${index + 1}`,
      cells[2]!,
      full,
      full,
      typeof cells[5] === "number" ? percent(cells[5]) : "—",
      full,
      "",
      cells[2]!,
      cells[2]!,
      0,
      0,
      "",
    ]);
  const { totals, departments } = judge(rows);
  expect(totals.deduction).toBe(4780);
  expect(totals.coverage).toEqual({ due: 1079, required: 478, done: 0, gap: 478, rateBp: 0 });
  expect(departments[29]).toMatchObject({ deduction: 0, rank: null, complete: true, remark: "无适用指标" });
});

describe("coverage is met exactly at the target", () => {
  test.each([
    [194, 0.5, 97, 0],
    [194, 0.5, 96, 1],
    [152, 0.5, 76, 0],
    [185, 0.5, 93, 0],
    [185, 0.5, 92, 1],
    [20, 0.35, 7, 0],
    [20, 0.35, 6, 1],
    [57, 0.4, 22, 1],
    [1, 0.35, 0, 1],
    [7, 1, 6, 1],
  ])("%i items at %d: %i covered, %i short", (claimed, target, covered, gap) => {
    const [department] = judge([row(claimed, percent(target), "", claimed, claimed, covered, 0, "")]).departments;
    expect(department!.coverage).toMatchObject({ state: "reported", gap, met: gap === 0, deduction: gap * 10 });
  });
});

test.each<[CellInput, string]>([
  [35, "35"],
  ["35", "35"],
  ["３５", "35"],
  [1.5, "1.5"],
])("where the rules take no target without %%, %j is refused and its cell named", (target, value) => {
  const grid = tableSheet([row(20, target, "", 20, 20, 7, 0, "")]);
  const { assessment, problems } = assess(recognise(grid)!.table!, { ...DEFAULT_RULES, bareTargets: "refuse" }, NOW);
  expect(assessment.departments[0]!.coverage.state).toBe("invalid");
  expect(problems.filter(({ code }) => code === "TARGET_WITHOUT_PERCENT")).toEqual([
    expect.objectContaining({ address: "附件2!F4", message: expect.stringContaining(`写的是 ${value}，`) as string }),
  ]);
});

test.each<[CellInput]>([[percent(0.35)], [0.35], ["35%"], ["３５％"], ["0.35"], [1], ["—"]])(
  "%j is a target all the same",
  (target) => {
    const { problems } = assess(
      recognise(tableSheet([row(20, target, "", 20, 20, 20, 0, "")]))!.table!,
      { ...DEFAULT_RULES, bareTargets: "refuse" },
      NOW,
    );
    expect(problems).toEqual([]);
  },
);

test.each<[CellInput]>([[percent(0.35)], [0.35], [35], ["35%"], ["35.00%"], ["３５％"], ["35"], ["0.35"]])(
  "the target 35 %% written as %j",
  (target) => {
    expect(judge([row(20, target, "", 20, 20, 7, 0, "")]).departments[0]!.coverage).toMatchObject({
      targetBp: 3500,
      required: 7,
      met: true,
    });
  },
);

test("the four deductions of note 5 add up", () => {
  const [department] = judge([row(185, percent(0.5), 190, 180, 183, 92, 40, 38)]).departments;
  expect(department).toMatchObject({
    directory: { due: 190, done: 180, gap: 10, deduction: 100, met: false },
    implementation: { due: 185, done: 183, gap: 2, deduction: 20, met: false },
    coverage: { required: 93, done: 92, gap: 1, deduction: 10, met: false },
    officers: { due: 40, done: 38, gap: 2, deduction: 100, met: false },
    deduction: 230,
    highlight: "both",
    remark: "未达标：目录清单差10项，实施清单差2项，覆盖率差1项（应93），2人未入驻",
  });
});

test("targets of lists and officers below 100 % are counted to the target, as for coverage", () => {
  const [department] = judge([
    ["威远县示例局", 10, percent(0.9), percent(0.95), percent(0.35), percent(0.9), "", 8, 9, 4, 10, 9],
  ]).departments;
  expect(department!.directory).toMatchObject({ required: 9, gap: 1, met: false });
  expect(department!.implementation).toMatchObject({ required: 10, gap: 1 });
  expect(department!.officers).toMatchObject({ required: 9, gap: 0, met: true });
});

describe("departments without main items (note 4)", () => {
  test("are judged on their officers alone", () => {
    const [department] = judge([["威远县审计局", 0, "—", "—", "—", full, "", "", "", "", 3, 1]]).departments;
    expect(department).toMatchObject({
      directory: { state: "notApplicable" },
      coverage: { state: "notApplicable", deduction: null },
      officers: { gap: 2, deduction: 100 },
      deduction: 100,
      complete: true,
      rank: 1,
      highlight: "officers",
    });
  });
  test("that have been issued items since owe the floor of 35 % and whole lists, and the row says so", () => {
    const [department] = judge([["威远县审计局", 4, "—", "—", "—", full, "", 4, 3, 1, 0, ""]]).departments;
    expect(department).toMatchObject({
      atFloor: true,
      implementation: { targetBp: 10_000, gap: 1 },
      coverage: { targetBp: 3500, required: 2, gap: 1 },
    });
    expect(department!.remark).toBe("未达标：实施清单差1项，覆盖率差1项（应2）；有下发事项，按35%考核");
  });
  test("with neither items nor officers have a total of 0 and no rank", () => {
    const { departments } = judge([
      ["甲", 0, "—", "—", "—", full, "", "", "", "", 0, ""],
      ["乙", 20, full, full, percent(0.35), full, "", 20, 20, 7, 1, 1],
    ]);
    expect(departments.map(({ deduction, rank, complete }) => [deduction, rank, complete])).toEqual([
      [0, null, true],
      [0, 1, true],
    ]);
  });
});

describe("blank is not zero", () => {
  test.each<[string, CellInput[], string]>([
    ["coverage", row(20, percent(0.35), "", 20, 20, "", 1, 1), "待填报（办件）"],
    ["officers", row(20, percent(0.35), "", 20, 20, 7, "", ""), "待填报（执法人员）"],
    ["onboarded", row(20, percent(0.35), "", 20, 20, 7, 3, ""), "待填报（入驻人数）"],
    ["claimed", row("", percent(0.35), "", 20, 20, 7, 0, ""), "待填报（主项数）"],
    [
      "officers, and behind elsewhere",
      row(20, percent(0.35), "", 20, 20, 5, "", ""),
      "待填报（执法人员）：覆盖率差2项（应7）",
    ],
  ])("%s", (_, cells, remark) => {
    const [department] = judge([cells]).departments;
    expect(department).toMatchObject({ complete: false, bad: false, rank: null, remark });
  });
  test("what is reported still adds up", () => {
    expect(judge([row(20, percent(0.35), "", 20, 20, 5, "", "")]).departments[0]).toMatchObject({
      deduction: 20,
      officers: { state: "notReported", deduction: null },
    });
  });
});

test("ties share a rank and the next is skipped; incomplete rows don't take part", () => {
  const cells = (name: string, covered: CellInput): CellInput[] => [
    name,
    20,
    full,
    full,
    percent(0.35),
    full,
    "",
    20,
    20,
    covered,
    0,
    "",
  ];
  const { departments } = judge([cells("甲", 7), cells("乙", 5), cells("丙", 8), cells("丁", ""), cells("戊", 6)]);
  expect(departments.map(({ rank }) => rank)).toEqual([1, 4, 1, null, 3]);
});

describe("bad input: code, cell, and the row's own line", () => {
  // Columns: C claimed, D–G targets, H due, I directory, J implementation, K covered, L officers, M onboarded; the row is 4.
  test.each<[string, CellInput[], string]>([
    ["claimed negative", row(-1, percent(0.35)), "COUNT_NEGATIVE 附件2!C4"],
    ["claimed fractional", row(2.5, percent(0.35)), "COUNT_FRACTIONAL 附件2!C4"],
    ["claimed text", row("八项", percent(0.35)), "COUNT_NOT_A_NUMBER 附件2!C4"],
    ["claimed an error value", row("#REF!", percent(0.35)), "CELL_ERROR 附件2!C4"],
    ["actual above claimed", row(8, percent(0.35), "", 8, 8, 9, 0, ""), "ACTUAL_EXCEEDS_CLAIMED 附件2!K4"],
    ["directory above due", row(8, percent(0.35), 9, 10, 8, 3, 0, ""), "ACTUAL_EXCEEDS_DUE 附件2!I4"],
    ["directory above claimed", row(8, percent(0.35), "", 9, 8, 3, 0, ""), "ACTUAL_EXCEEDS_CLAIMED 附件2!I4"],
    ["due below claimed", row(8, percent(0.35), 7, 7, 8, 3, 0, ""), "DUE_BELOW_CLAIMED 附件2!H4"],
    ["onboarded above officers", row(8, percent(0.35), "", 8, 8, 3, 2, 3), "ONBOARDED_EXCEEDS_OFFICERS 附件2!M4"],
    ["officers negative", row(8, percent(0.35), "", 8, 8, 3, -2, ""), "COUNT_NEGATIVE 附件2!L4"],
    ["an actual in per cent", row(8, percent(0.35), "", "100%", 8, 3, 0, ""), "COUNT_NOT_A_NUMBER 附件2!I4"],
    ["an actual with a unit", row(8, percent(0.35), "", 8, 8, "3项", 0, ""), "COUNT_NOT_A_NUMBER 附件2!K4"],
    ["a target unreadable", row(8, "约35%", "", 8, 8, 3, 0, ""), "TARGET_UNREADABLE 附件2!F4"],
    ["a target negative", row(8, percent(-0.35), "", 8, 8, 3, 0, ""), "TARGET_NEGATIVE 附件2!F4"],
    ["a target over 100 %", row(8, percent(1.35), "", 8, 8, 3, 0, ""), "TARGET_ABOVE_100 附件2!F4"],
    ["a target over 100", row(8, 135, "", 8, 8, 3, 0, ""), "TARGET_ABOVE_100 附件2!F4"],
    ["a target too fine", row(8, percent(1 / 3), "", 8, 8, 3, 0, ""), "TARGET_TOO_FINE 附件2!F4"],
    ["a target of nothing", row(8, percent(0), "", 8, 8, 3, 0, ""), "TARGET_ZERO 附件2!F4"],
    [
      "a target of nothing that looks like a dash",
      row(8, percent(0, '0%;-0%;"—"'), "", 8, 8, 3, 0, ""),
      "TARGET_ZERO 附件2!F4",
    ],
    ["no target", row(8, "", "", 8, 8, 3, 0, ""), "TARGET_MISSING 附件2!F4"],
    ["white space for a target", row(8, " ", "", 8, 8, 3, 0, ""), "TARGET_MISSING 附件2!F4"],
    ["accounts without officers", row(8, percent(0.35), "", 8, 8, 3, 0, 2), "ONBOARDED_EXCEEDS_OFFICERS 附件2!M4"],
    ["no name", ["", 8, full, full, percent(0.35), full, "", 8, 8, 3, 0, ""], "NAME_MISSING 附件2!B4"],
  ])("%s", (_, cells, code) => {
    const good = ["好部门", 20, full, full, percent(0.35), full, "", 20, 20, 7, 0, ""];
    const { departments, codes, totals } = judge([cells, good]);
    expect(codes).toEqual([code]);
    expect(departments[0]).toMatchObject({ bad: true, complete: false, deduction: null, rank: null });
    expect(departments[0]!.remark).toMatch(/^数据有误（/);
    expect(departments[1]).toMatchObject({ bad: false, deduction: 0, rank: 1 });
    expect(totals).toMatchObject({ bad: 1, complete: 1, deduction: 0 });
  });

  test("two rows of one department, however its name is spaced", () => {
    const { codes, departments } = judge([
      ["威远县\n司法局", 8, full, full, percent(0.35), full],
      ["威远县司法局", 8, full, full, percent(0.35), full],
    ]);
    expect(codes).toEqual(["DEPARTMENT_TWICE 附件2!B4", "DEPARTMENT_TWICE 附件2!B5"]);
    expect(departments.map(({ remark }) => remark)).toEqual(Array(2).fill("数据有误（部门名称重复）"));
  });

  test.each<[string, CellInput[]]>([
    ["unreadable targets", ["甲", 0, "约定", "", percent(0), full, "", "", "", "", 2, 2]],
    ["numbers done", ["甲", 0, "—", "—", "—", full, "", 3, 4, 5, 2, 2]],
    ["words and error values", ["甲", 0, "不涉及", "无", "N/A", full, "", "不涉及", "#N/A", "若干", 2, 2]],
  ])("where nothing is claimed, %s spoil nothing (note 4)", (_, cells) => {
    const { codes, departments } = judge([cells]);
    expect(codes).toEqual([]);
    expect(departments[0]).toMatchObject({ bad: false, deduction: 0, rank: 1, remark: "达标" });
  });

  test.each<[CellInput]>([["不涉及"], ["不适用"], ["不考核"], ["无"], ["N/A"], ["／"]])(
    "%j says what a dash says",
    (word) => {
      const [floor, unfilled] = judge([
        ["甲", 4, word, word, word, full, "", 4, 3, 1, word, ""],
        ["乙", 8, full, full, percent(0.35), full, word, 8, 8, word, 0, ""],
      ]).departments;
      expect(floor!.remark).toBe("未达标：实施清单差1项，覆盖率差1项（应2）；有下发事项，按35%考核");
      expect(unfilled!.remark).toBe("待填报（办件）");
    },
  );

  test("accounts too many are counted in the remark", () => {
    const { departments, problems } = judge([row(8, percent(0.35), "", 8, 8, 3, 2, 5)]);
    expect(departments[0]!.remark).toBe("数据有误（入驻率）；账号多3个需清理或核对");
    expect(problems[0]!.message).toContain("比执法人员数 2 多 3 个账号");
  });

  test("what is issued but not claimed is not done: not claiming never ranks better (note 4)", () => {
    // 3 items, 0.1 points each.
    const { codes, departments } = judge([["甲", 0, full, full, percent(0.35), full, 3, "", "", "", 2, 2]]);
    expect(codes).toEqual(["DUE_WITHOUT_CLAIMED 附件2!H4"]);
    expect(departments[0]).toMatchObject({
      directory: { state: "reported", due: 3, done: 0, gap: 3, deduction: 30 },
      implementation: { state: "notApplicable" },
      coverage: { state: "notApplicable" },
      deduction: 30,
      rank: 1,
      remark: "未达标：目录清单差3项",
    });
  });

  test("warnings spoil nothing", () => {
    const { codes, departments } = judge([
      ["甲", 0, "—", "—", "—", full, 5, "", "", "", 0, ""],
      ["乙", 8, full, full, percent(0.35), full, "", "—", 8, 3, 0, ""],
    ]);
    expect(codes).toEqual(["DUE_WITHOUT_CLAIMED 附件2!H4", "ACTUAL_DASH 附件2!I5"]);
    expect(departments.map(({ bad, complete }) => [bad, complete])).toEqual([
      [false, true],
      [false, false],
    ]);
  });
});

test("a missed target is never shown as reached", () => {
  expect(shownRate(100_000, 34_999, 3500)).toBe(3499);
  expect(shownRate(100_000, 49_996, 5000)).toBe(4999);
  expect(shownRate(3, 2, 10_000)).toBe(6667);
  expect(shownRate(185, 92, 5000)).toBe(4973);
});

test("required, gap and deduction hold against exact fractions", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3000 }),
      fc.integer({ min: 1, max: 10_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (claimed, bp, share) => {
        const covered = Math.floor(share * claimed);
        const [department] = judge([
          row(claimed, percent(bp / 10_000), "", claimed, claimed, covered, 0, ""),
        ]).departments;
        const { coverage } = department!;
        // Exact: the least whole number that is not below bp × claimed / 10000.
        const required = (BigInt(bp) * BigInt(claimed) + 9_999n) / 10_000n;
        expect(BigInt(coverage.required!)).toBe(required);
        const gap = required > BigInt(covered) ? required - BigInt(covered) : 0n;
        expect(BigInt(coverage.gap!)).toBe(gap);
        expect(coverage.met).toBe(gap === 0n);
        expect(coverage.rateBp! >= bp).toBe(coverage.met);
      },
    ),
  );
});

test("one more item covered never costs more", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 1, max: 10_000 }),
      fc.nat(299),
      (claimed, bp, covered) => {
        fc.pre(covered < claimed);
        const deduction = (done: number) =>
          judge([row(claimed, percent(bp / 10_000), "", claimed, claimed, done, 0, "")]).departments[0]!.deduction!;
        expect(deduction(covered + 1)).toBeLessThanOrEqual(deduction(covered));
      },
    ),
  );
});

describe("rules", () => {
  test("points, floor and caps can be set otherwise", () => {
    const rules = {
      ...DEFAULT_RULES,
      pointsPerItem: 20,
      pointsPerOfficer: 100,
      coverageFloorBp: 5000,
      caps: { ...DEFAULT_RULES.caps, coverage: 50 },
    };
    const [department] = judge([["甲", 20, "—", "—", "—", full, "", 19, 20, 0, 3, 2]], rules).departments;
    expect(department).toMatchObject({
      directory: { deduction: 20 },
      coverage: { required: 10, gap: 10, deduction: 50 },
      officers: { deduction: 100 },
      deduction: 170,
    });
  });
  test("what is damaged is named and takes its default", () => {
    expect(readRules({ pointsPerItem: -1, pointsPerOfficer: 60, year: "今年" })).toEqual({
      rules: { ...DEFAULT_RULES, pointsPerOfficer: 60 },
      damaged: ["pointsPerItem", "year"],
    });
    expect(readRules(undefined).damaged).toEqual([]);
    expect(readRules("x").damaged).toEqual(Object.keys(DEFAULT_RULES));
  });
});
