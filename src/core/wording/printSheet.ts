import type { Mark } from "../plan/sheetPlan";
import { PRINT_SHEET } from "./ownSheets";
import { MARKS } from "./pane";
import { ACTUAL_GROUP, ACTUAL_HEADERS, COMPUTED_GROUP } from "./sheet";

/** Words of 打印版, top to bottom. */
export const PRINTED = {
  attachment: "附件2",
  /** Where the task table has no title. */
  title: "“互联网+监管”指标推进任务表",
  office: (office: string): string => `制表单位：${office}`,
  asOf: (time: string): string => `数据截止：${time}`,
  total: "合计",
  legend: "图例",
  note: "注：扣分为测算扣分，以市级公布为准；“—”表示不适用。",
  /** As official documents number their pages; &P is the page's number. */
  page: "— &P —",
} as const;

/** Headers short enough for their columns; what is absent is headed as on the task table. */
export const SHORT_HEADERS = {
  serial: "序号",
  department: "部门名称",
  claimed: "主项数",
  coverageTarget: "目标",
  covered: "产生办件主项数",
  coverageRate: "实际",
  coverageGap: "还差主项数",
  officers: "执法人员数",
  onboarded: "已入驻人数",
  officersGap: "未入驻人数",
  /** Broken between its words. */
  deduction: "扣分\n合计",
  rank: "排名",
  remark: "情况说明",
} as const;

/** Computed columns are headed as on the task table. */
export const FULL_HEADERS = {
  ...ACTUAL_HEADERS,
  serial: "序号",
  department: "部门名称",
  claimed: "已认领的主项数",
  directoryTarget: "目录清单完成率",
  implementationTarget: "实施清单完备率",
  coverageTarget: "监管行为覆盖率",
  officersTarget: "执法人员入驻率目标",
} as const;

/** Words over several columns. */
export const PRINT_GROUPS = {
  coverage: "监管行为覆盖率",
  officers: "执法人员入驻",
  lists: "事项梳理目标",
  data: "数据汇聚目标",
  actuals: ACTUAL_GROUP,
  computed: COMPUTED_GROUP,
} as const;

export const LEGEND: Readonly<Record<Mark, string>> = MARKS;

const form = (short: "short" | "full"): string => (short === "short" ? "简表" : "全表");
export const printSheetMade = (paper: string, version: "short" | "full", departments: number): string =>
  `“${PRINT_SHEET}”已生成：${paper} 横向${form(version)}，共 ${departments} 个部门，任务表没有改动。请按 Ctrl+P 打印。`;
