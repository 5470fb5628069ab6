import type { FigureChange, RunChanges } from "../history/changes";
import type { Recorded } from "../history/record";
import type { TableColumn } from "../table/headers";
import { momentWords } from "./days";
import { count, points } from "./pane";
import { ACTUAL_HEADERS, SOURCE_HEADERS } from "./sheet";

export const PROBLEM_GROUPS = {
  heading: "需要处理的问题",
  none: "没有问题。",
  error: "错误：改好之前影响计算",
  warning: "提醒：不影响计算，请看一看",
} as const;

export const FORMULA_CHECK = {
  heading: "公式核对",
  agrees: "核对一致：Excel 公式与测算结果相同",
  differs: (n: number): string => `${count(n)} 个单元格的 Excel 公式与测算结果不同`,
  values: "现在写入的是数值，不是公式，没有公式可核对。",
  difference: (excel: string, assessment: string): string => `Excel ${excel || "空白"}，测算 ${assessment || "空白"}`,
} as const;

const FIGURES: Readonly<Record<Recorded, string>> = {
  claimed: "已认领主项数",
  directoryDone: "目录清单已完成数",
  implementationDone: "实施清单已完备数",
  covered: "产生办件主项数",
  required: "应产生办件主项数",
  officers: "执法人员数",
  onboarded: "已入驻人数",
  deduction: "测算扣分",
};

/** `since` as `RunRecord.at`, which is local time without a zone. */
const moment = (since: string, now: Date): string => momentWords(new Date(since), now);

export const CHANGES = {
  heading: "与上次相比",
  first: "还没有上次的数可比。下次重算后，这里列出哪些部门的数有变化。",
  none: ({ since }: RunChanges, now: Date): string => `与上次（${moment(since, now)}）相比没有变化。`,
  some: ({ since }: RunChanges, departments: number, now: Date): string =>
    `上次重算（${moment(since, now)}）以来，${count(departments)} 个部门有变化，点击查看。`,
  figure: ({ figure, before, after }: FigureChange): string =>
    `${FIGURES[figure]} ${amount(figure, before)} → ${amount(figure, after)}`,
  added: "新增的部门",
  gone: "表里不再有的部门",
} as const;

function amount(figure: Recorded, value: number | null): string {
  if (value === null) return "无";
  return figure === "deduction" ? `${points(value)} 分` : count(value);
}

/** What a column of the table is used as. */
export const columnUse = (column: TableColumn): string => ({ ...SOURCE_HEADERS, ...ACTUAL_HEADERS })[column];

export const RECOGNISED = {
  heading: "列对应",
  hint: "表里每一列当作什么用；加载项自己加的列不在内。",
  letters: "列",
  header: "表头",
  use: "当作",
  unused: "不使用",
  chosen: "已指定",
  correct: "更正",
  show: (letters: string, header: string): string => `选中 ${letters} 列 ${header}`,
} as const;

export const COLUMN_DIALOG = {
  title: "更正列对应",
  body: "请看每一列当作什么用，不对的改过来。保存后马上重算，并记在这个工作簿里，以后不再问；撤销时一起撤销。",
  column: (letters: string, header: string): string => `${letters} 列 ${header}`,
  undecided: "请选择",
  missing: (columns: readonly string[]): string => `还没有指定：${columns.join("、")}。`,
  doubtful: "有两列同名，请选定哪一列是目标，另一列选“不使用”。",
  freed: (letters: string, header: string): string => `${letters} 列“${header}”已改为不使用。`,
  byWords: "恢复自动识别",
  confirm: "保存并重算",
} as const;
