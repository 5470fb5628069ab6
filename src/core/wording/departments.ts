import type { DepartmentAssessment, IndicatorResult } from "../assess/assessment";
import { descriptorOf } from "../indicators/indicators";
import type { Indicator } from "../indicators/indicators";
import { count, points, rate, target } from "./pane";

/** A piece of a calculation written out; `of` is the figure of the sheet that it stands for. */
export interface CalculationPiece {
  readonly text: string;
  readonly of?: "due" | "target" | "required" | "done" | "gap" | "rate" | "deduction";
}

/**
 * How an indicator's deduction comes about, as one would work it out on paper: ⌈185×50%⌉=93，已产生 92，还差 1，扣 0.1.
 * A list of clauses, each of which had better stay on one line. `cap` is the most that the indicator can cost, hundredths of a
 * point, or null.
 */
export function calculation(
  indicator: Indicator,
  { state, targetBp, due, required, done, gap, rateBp, deduction }: IndicatorResult,
  cap: number | null,
): readonly (readonly CalculationPiece[])[] {
  if (state === "notApplicable") return [[{ text: "不考核" }]];
  if (state === "invalid") return [[{ text: "数据有误" }]];
  if (state === "notReported") return [[{ text: "待填报" }]];
  const rounded = isRoundedUp({ state, due, targetBp });
  const { unit, done: doneWord } = descriptorOf(indicator).words;
  return [
    [
      ...(rounded ? [{ text: "⌈" }] : []),
      { text: count(due ?? 0), of: "due" },
      { text: "×" },
      { text: target(targetBp ?? 0), of: "target" },
      { text: `${rounded ? "⌉" : ""}=` },
      { text: count(required ?? 0), of: "required" },
      { text: ` ${unit}，` },
    ],
    [
      { text: `${doneWord} ` },
      { text: count(done ?? 0), of: "done" },
      { text: "（" },
      { text: rate(rateBp ?? 0), of: "rate" },
      { text: "），" },
    ],
    ...(gap ? missing(gap, deduction ?? 0, cap) : [[{ text: "已达标" }]]),
  ];
}

/** Whether what is due is a whole number only by rounding up. */
export function isRoundedUp({ state, due, targetBp }: Pick<IndicatorResult, "state" | "due" | "targetBp">): boolean {
  return state === "reported" && ((due ?? 0) * (targetBp ?? 0)) % 10_000 !== 0;
}

/** Under a calculation with these signs in it. */
export const ROUNDED_UP = "⌈ ⌉ 表示有小数就进一位取整数。";

function missing(gap: number, deduction: number, cap: number | null): CalculationPiece[][] {
  return [
    [{ text: "还差 " }, { text: count(gap), of: "gap" }, { text: "，" }],
    [
      { text: "扣 " },
      { text: points(deduction), of: "deduction" },
      { text: ` 分${cap !== null && deduction === cap ? "（已到上限）" : ""}` },
    ],
  ];
}

/** What each figure of a calculation is, for its button. */
export const FIGURE_NAMES: Readonly<Record<NonNullable<CalculationPiece["of"]>, string>> = {
  due: "基数",
  target: "目标",
  required: "应完成",
  done: "已完成",
  gap: "差额",
  rate: "完成率",
  deduction: "扣分",
};

export const DEPARTMENTS = {
  heading: "部门",
  sort: "排序",
  sorts: { deduction: "扣分从多到少", gap: "差额从多到少", name: "部门名称", sheet: "表中顺序" },
  filter: "只看",
  all: (n: number): string => `全部 ${count(n)} 个`,
  filters: {
    belowCoverage: "覆盖率未达标",
    missingOfficers: "有人员未入驻",
    listsIncomplete: "清单未完成",
    waiting: "待填报",
    bad: "数据有误",
  },
  filtered: (label: string, n: number): string => `${label} ${count(n)} 个`,
  nobody: "没有这样的部门。",
  notYet: "点“一键重算”后，这里列出各部门的情况。",
  tier: (basisPoints: number): string => `目标 ${target(basisPoints)}`,
  noTier: "不考核覆盖率",
  met: "达标",
  waiting: "待填报",
  bad: "数据有误",
  deduction: (hundredths: number): string => `扣 ${points(hundredths)} 分`,
  short: (items: number): string => `差 ${count(items)} 项`,
  absent: (persons: number): string => `${count(persons)} 人未入驻`,
  back: "全部部门",
  previous: "上一个",
  next: "下一个",
  place: (n: number, all: number): string => `${count(n)}/${count(all)}`,
  row: "定位到表中这一行",
  rank: (rank: number | null): string => (rank === null ? "未排名" : `第 ${count(rank)} 名`),
  total: (department: Pick<DepartmentAssessment, "deduction" | "rank">): string =>
    department.deduction === null ? "未计扣分" : `测算扣分 ${points(department.deduction)} 分`,
  figure: (name: string, value: string): string => `${name} ${value}，定位到单元格`,
} as const;
