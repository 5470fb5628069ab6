import { byIndicator } from "../indicators/indicators";
import { momentWords } from "./days";
import { count, points } from "./pane";

export const OVERVIEW = {
  computed: (at: Date, now: Date): string => `${momentWords(at, now)} 测算`,
  changed: (at: Date, now: Date): string => `${momentWords(at, now)} 起表格有改动，请重算`,
  unchanged: "表格此后没有改动",
  /** Of a table that was looked at, not recalculated. */
  detailDiffers: "明细表的数与任务表不一致，请重算",
  automatic: "表格改动后自动重算",
  tiles: "点击查看是哪些部门",
  unit: "个",
  deductionBy: "扣分构成",
  indicators: byIndicator((_, { words }) => words.matter),
  share: (label: string, hundredths: number): string => `${label}扣 ${points(hundredths)} 分`,
  noDeduction: "已填报的部门没有扣分。",
  nothingReported: "还没有部门填报，暂不能测算扣分。",
  behind: "落后部门",
  allBehind: (n: number): string => `全部 ${count(n)} 个`,
  outputs: "成果",
  print: "打印设置",
  notices: "部门通知单",
  summary: "推进情况汇总",
  list: "整改清单",
  viewLoading: "正在打开…",
} as const;

/** The three cards of the first run. */
export const WELCOME = {
  heading: "三句话说明",
  cards: [
    { title: "读什么", text: "读当前工作簿里的附件2任务表；有明细表时，也读事项、办件和人员名册。" },
    { title: "加什么", text: "在任务表右边加上填报列和测算列，算出完成率、差额、扣分和排名，并标出落后部门。" },
    { title: "不动什么", text: "原有单元格一概不改，数据不离开本机。每一步都可以撤销，也可以一键清除。" },
  ],
  sample: "打开示例",
  skip: "知道了",
} as const;
