import type { Recorded } from "../history/record";
import type { DepartmentDay, Trend, TrendDay } from "../history/trend";
import { daysWords, dayWords } from "./days";
import { count, points } from "./pane";

/** Headers of 推进记录, in the order in which a fresh sheet has them. */
export const HISTORY_HEADERS: Readonly<Record<"day" | "name" | Recorded, string>> = {
  day: "日期",
  name: "部门名称",
  claimed: "已认领主项数",
  directoryDone: "目录清单已完成数",
  implementationDone: "实施清单已完备数",
  required: "应产生办件主项数",
  covered: "产生办件主项数",
  officers: "执法人员数",
  onboarded: "已入驻人数",
  deduction: "测算扣分",
};

/** Stands in for a blank cell in a sentence. */
export const BLANK_CELL = "空白";

/** `day` is today; `left` are departments that stand under it and that the table does not have now; `unreadable` counts rows passed over. */
export function recordedMessage(day: string, departments: number, left: readonly string[], unreadable: number): string {
  return [
    `已把 ${count(departments)} 个部门 ${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日的数记入“推进记录”。`,
    ...(left.length > 0
      ? [
          `同一天还有${left
            .slice(0, 3)
            .map((name) => `“${name}”`)
            .join(
              "、",
            )}${left.length > 3 ? `等 ${count(left.length)} 个部门` : ""}的记录，任务表里没有，原样保留；不再需要的请删去。`,
        ]
      : []),
    ...(unreadable > 0 ? [`“推进记录”里有 ${count(unreadable)} 行没有采用，没有改动。`] : []),
  ].join("");
}

/** A recalculation that is kept by itself; `problems` say why it could not be. */
export function recalculatedAndRecorded(departments: number, problems: readonly string[] | null): string {
  return `已重算 ${count(departments)} 个部门，${problems ? `但没有记入推进记录：${problems.join("")}` : "已记入推进记录。"}`;
}

const signed = (n: number, text: (n: number) => string): string =>
  n === 0 ? "持平" : `${n > 0 ? "+" : "−"}${text(Math.abs(n))}`;
const item = (n: number): string => `${count(n)} 项`;
const person = (n: number): string => `${count(n)} 人`;
const point = (n: number): string => `${points(n)} 分`;

/** One figure that moved, as a person reads it: whether it is better or worse is told in words. */
export interface TrendChange {
  readonly label: string;
  readonly change: string;
  /** Null where it has not moved. */
  readonly verdict: string | null;
  readonly direction: "better" | "worse" | "same";
}

function change(label: string, difference: number, text: (n: number) => string, moreIsBetter: boolean): TrendChange {
  const direction = difference === 0 ? "same" : difference > 0 === moreIsBetter ? "better" : "worse";
  return {
    label,
    change: signed(difference, text),
    verdict: direction === "same" ? null : TREND.verdicts[direction],
    direction,
  };
}

export const TREND = {
  heading: "推进记录",
  record: "记入推进记录",
  none: "还没有推进记录。记入以后，能看到与上次、一周前和开始时相比的变化。",
  one: (day: string, now: Date): string => `${dayWords(day, now)}记了第一次。再记一天，就能看到变化。`,
  verdicts: { better: "好转", worse: "变差" },
  /** The last day recorded. */
  latest: ({ day, departments, coverageGap, officersGap, deduction }: TrendDay, now: Date): string =>
    `最近一次 ${dayWords(day, now)}（${count(departments)} 个部门已填报）：还差主项 ${count(coverageGap)} 项，未入驻 ${count(officersGap)} 人，扣分 ${points(deduction)} 分。`,
  against: "比较",
  since: { yesterday: "比上次", lastWeek: "比一周前", start: "比开始" },
  day: (iso: string, now: Date): string => `（${dayWords(iso, now)}）`,
  changes: (before: TrendDay, after: TrendDay): readonly TrendChange[] => [
    change("覆盖", after.covered - before.covered, item, true),
    change("未入驻", after.officersGap - before.officersGap, person, false),
    change("扣分", after.deduction - before.deduction, point, false),
  ],
  /** Figures of different numbers of departments are not the same figures. */
  reported: (difference: number): string | null =>
    difference === 0
      ? null
      : `填报的部门${difference > 0 ? "多了" : "少了"} ${count(Math.abs(difference))} 个，变化中包含这些部门的数。`,
  series: { coverageGap: "还差主项", deduction: "扣分" },
  unreadable: "没有采用的行",
  more: (n: number): string => `另有 ${count(n)} 行，改好上面几行后再看。`,
  /** A line's accessible name: what it shows, and where it begins and ends. */
  line: (
    label: string,
    first: { readonly day: string; readonly text: string },
    last: { readonly day: string; readonly text: string },
    now: Date,
  ): string => {
    const [from, to] = daysWords(first.day, last.day, now);
    return `${label}：${from} ${first.text}，${to} ${last.text}`;
  },
  /** Under a line: where it began and where it stands. */
  course: (label: string, first: string, last: string): string => `${label} ${first} → ${last}`,
  /** `address` as Excel writes it, "" where there is none. */
  problem: (address: string, message: string): string => (address === "" ? message : `${address}：${message}`),
  gap: (n: number): string => item(n),
  points: (hundredths: number): string => point(hundredths),
} as const;

/** Days to compare with, each day once, under the nearest of its names. */
export function comparisons({
  days,
  yesterday,
  lastWeek,
  start,
}: Trend): { readonly label: string; readonly before: TrendDay; readonly after: TrendDay }[] {
  const after = days.at(-1);
  if (!after) return [];
  const named = (
    [
      ["yesterday", yesterday],
      ["lastWeek", lastWeek],
      ["start", start],
    ] as const
  ).flatMap(([key, before]) => (before ? [{ label: TREND.since[key], before, after }] : []));
  return named.filter(({ before }, index) => named.findIndex((one) => one.before.day === before.day) === index);
}

/** A department's line: how far its coverage gap and deduction have moved, in words; null with fewer than two days. */
export function departmentMoved(days: readonly DepartmentDay[], now: Date): string | null {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || first === last) return null;
  const moved = (label: string, before: number | null, after: number | null, text: (n: number) => string) =>
    before === null || after === null ? [] : [`${label} ${signed(after - before, text)}`];
  const parts = [
    ...moved(TREND.series.coverageGap, first.coverageGap, last.coverageGap, item),
    ...moved("未入驻", first.officersGap, last.officersGap, person),
    ...moved(TREND.series.deduction, first.deduction, last.deduction, point),
  ];
  return parts.length > 0 ? `${daysWords(first.day, last.day, now).join("至")}：${parts.join("，")}` : null;
}
