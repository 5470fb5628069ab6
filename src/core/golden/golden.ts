import type { RawValue } from "../cells/grid";
import type { CASES } from "../wording/selfTest";

/** Digits that a person has typed as text, with Excel's leading apostrophe. */
export interface TypedText {
  readonly text: string;
}

export interface GoldenRow {
  readonly case: keyof typeof CASES;
  /** Name, items claimed, the four targets, then the actuals that the sheet has columns for: due, directory, implementation, covered, officers. */
  readonly cells: readonly (RawValue | TypedText)[];
  /** 已入驻人数, whose column the add-in makes: typed in there once it stands. */
  readonly onboarded: RawValue;
  /** What the computed columns show, in the order of `GOLDEN_COLUMNS`: rates as the fractions that they are, deductions in points. */
  readonly expected: readonly RawValue[];
}

/** What the formulas know the rules by, with the points of note 5 and the floor of note 4. */
export const GOLDEN_RULE_NAMES: Readonly<Record<string, number>> = {
  监管_每项扣分: 0.1,
  监管_每人扣分: 0.5,
  监管_覆盖率下限: 0.35,
};

export const GOLDEN_COLUMNS = [
  "实际目录清单完成率",
  "实际实施清单完备率",
  "应产生办件主项数",
  "实际监管行为覆盖率",
  "还差主项数",
  "实际入驻率",
  "未入驻人数",
  "目录清单扣分",
  "实施清单扣分",
  "覆盖率扣分",
  "入驻扣分",
  "扣分合计",
  "排名",
  "情况说明",
] as const;

const NONE = "—";
const BAD = "数据有误";

/**
 * Departments that are made up, and what the notes of 附件2 say of them. Every figure was worked out by hand from the notes, none by
 * this program: it is what the program, in Excel and without it, is held against. The names stand for nobody.
 */
export const GOLDEN_ROWS: readonly GoldenRow[] = [
  // 194 × 50 % = 97 exactly.
  {
    case: "halfMet",
    cells: ["示例部门01", 194, 1, 1, 0.5, 1, "", 194, 194, 97, 10],
    onboarded: 10,
    expected: [1, 1, 97, 0.5, 0, 1, 0, 0, 0, 0, 0, 0, 1, "达标"],
  },
  // 152 × 50 % = 76 exactly.
  {
    case: "halfMetToo",
    cells: ["示例部门02", 152, 1, 1, 0.5, 1, "", 152, 152, 76, 4],
    onboarded: 4,
    expected: [1, 1, 76, 0.5, 0, 1, 0, 0, 0, 0, 0, 0, 1, "达标"],
  },
  // 20 × 35 % = 7, which is 7.000000000000001 in binary; without officers their indicator does not apply.
  {
    case: "binaryNoise",
    cells: ["示例部门03", 20, 1, 1, 0.35, 1, "", 20, 20, 7, 0],
    onboarded: 0,
    expected: [1, 1, 7, 0.35, 0, NONE, NONE, 0, 0, 0, NONE, 0, 1, "达标"],
  },
  // 185 × 50 % = 92.5, so 93 are needed; 92/185 = 49.7297… %.
  {
    case: "shortByOne",
    cells: ["示例部门04", 185, 1, 1, 0.5, 1, "", 185, 185, 92, 8],
    onboarded: 8,
    expected: [1, 1, 93, 92 / 185, 1, 1, 0, 0, 0, 0.1, 0, 0.1, 5, "未达标：覆盖率差1项（应93）"],
  },
  // Note 4: no main items, three indicators do not apply; 1 of 2 officers, 0.5 points.
  {
    case: "noItems",
    cells: ["示例部门05", 0, NONE, NONE, NONE, 1, "", "", "", "", 2],
    onboarded: 1,
    expected: [NONE, NONE, NONE, NONE, NONE, 0.5, 1, NONE, NONE, NONE, 0.5, 0.5, 9, "未达标：1人未入驻"],
  },
  // Note 4: items issued since, no target in the sheet: 35 % of 10 are 3.5, so 4.
  {
    case: "floor",
    cells: ["示例部门06", 10, NONE, NONE, NONE, 1, "", 10, 10, 3, 5],
    onboarded: 5,
    expected: [1, 1, 4, 0.3, 1, 1, 0, 0, 0, 0.1, 0, 0.1, 5, "未达标：覆盖率差1项（应4）；有下发事项，按35%考核"],
  },
  // Cases not reported: no rate, no deduction from it, no rank; what is reported is summed.
  {
    case: "blank",
    cells: ["示例部门07", 30, 1, 1, 0.35, 1, "", 30, 30, "", 2],
    onboarded: 2,
    expected: [1, 1, 11, "", "", 1, 0, 0, 0, "", 0, 0, "", "待填报（办件）"],
  },
  // 8 × 35 % = 2.8, so 3; 3/8 = 37.5 %. A dash for officers: none.
  {
    case: "dash",
    cells: ["示例部门08", 8, 1, 1, 0.35, 1, "", 8, 8, 3, NONE],
    onboarded: "",
    expected: [1, 1, 3, 0.375, 0, NONE, NONE, 0, 0, 0, NONE, 0, 1, "达标"],
  },
  // 35 without a per cent sign is 35 %: 7 of 20 are needed. 4/6 = 66.67 %, two persons, 1 point.
  {
    case: "barePercent",
    cells: ["示例部门09", 20, 1, 1, 35, 1, "", 20, 20, 6, 6],
    onboarded: 4,
    expected: [1, 1, 7, 0.3, 1, 4 / 6, 2, 0, 0, 0.1, 1, 1.1, 10, "未达标：覆盖率差1项（应7），2人未入驻"],
  },
  // 42 due, typed as text: 40/42 = 95.24 %, 2 items; 38/40 = 95 %, 2 items; 40 × 40 % = 16.
  {
    case: "textDigits",
    cells: ["示例部门10", 40, 1, 1, 0.4, 1, { text: "４２" }, 40, 38, 16, 5],
    onboarded: 5,
    expected: [40 / 42, 38 / 40, 16, 0.4, 0, 1, 0, 0.2, 0.2, 0, 0, 0.4, 8, "未达标：目录清单差2项，实施清单差2项"],
  },
  // 19999/20000 = 99.995 % is short by one, and is not shown as 100 %.
  {
    case: "neverRoundedUp",
    cells: ["示例部门11", 20000, 1, 1, 0.35, 1, "", 19999, 20000, 7000, 1],
    onboarded: 1,
    expected: [0.9999, 1, 7000, 0.35, 0, 1, 0, 0.1, 0, 0, 0, 0.1, 5, "未达标：目录清单差1项"],
  },
  // 12 of 10 cannot be: the row has no total and is left out of every sum.
  {
    case: "tooMany",
    cells: ["示例部门12", 10, 1, 1, 0.35, 1, "", 10, 10, 12, 1],
    onboarded: 1,
    expected: [1, 1, 4, BAD, BAD, 1, 0, 0, 0, BAD, 0, BAD, "", "数据有误（覆盖率）"],
  },
];

/**
 * The row headed 合计, each over the rows that report and can be judged: the directory list 20658 of 20661 due, implementation 20657 of 20659,
 * coverage 7300 of 20629, where the row that reports no cases still needs 11 of the 7314, officers 40 of 43.
 */
export const GOLDEN_TOTALS: readonly RawValue[] = [
  20658 / 20661,
  20657 / 20659,
  7314,
  7300 / 20629,
  3,
  40 / 43,
  3,
  0.3,
  0.2,
  0.3,
  1.5,
  2.3,
  "",
  "",
];
/** The sum of 已入驻人数 there, which the add-in writes too. */
export const GOLDEN_ONBOARDED = 41;

/** Other rules: 0.2 points an item, at most 0.5 points for officers, a floor of 40 %. Hundredths of a point and basis points. */
export const CHANGED_RULES = { pointsPerItem: 20, capOfficers: 50, coverageFloorBp: 4000 } as const;

/** What changes with them: by case and column. 10 × 40 % are 4 as well, and 1 point for officers is cut to 0.5. */
export const GOLDEN_CHANGED: Readonly<
  Partial<Record<GoldenRow["case"], Readonly<Partial<Record<(typeof GOLDEN_COLUMNS)[number], RawValue>>>>>
> = {
  shortByOne: { 覆盖率扣分: 0.2, 扣分合计: 0.2 },
  noItems: { 排名: 8 },
  floor: { 覆盖率扣分: 0.2, 扣分合计: 0.2, 情况说明: "未达标：覆盖率差1项（应4）；有下发事项，按40%考核" },
  barePercent: { 覆盖率扣分: 0.2, 入驻扣分: 0.5, 扣分合计: 0.7, 排名: 9 },
  textDigits: { 目录清单扣分: 0.4, 实施清单扣分: 0.4, 扣分合计: 0.8, 排名: 10 },
  neverRoundedUp: { 目录清单扣分: 0.2, 扣分合计: 0.2 },
};

/** What some cells show to a person, by their number formats. */
export const GOLDEN_TEXTS: readonly {
  readonly case: GoldenRow["case"];
  readonly column: (typeof GOLDEN_COLUMNS)[number];
  readonly text: string;
}[] = [
  { case: "shortByOne", column: "实际监管行为覆盖率", text: "49.73%" },
  { case: "halfMet", column: "实际监管行为覆盖率", text: "50.00%" },
  { case: "halfMet", column: "扣分合计", text: "0.0" },
  { case: "barePercent", column: "扣分合计", text: "1.1" },
  { case: "shortByOne", column: "排名", text: "5" },
  { case: "noItems", column: "实际目录清单完成率", text: "—" },
];
