import type { DepartmentAssessment, IndicatorResult, Pace, Totals } from "../assess/assessment";
import { descriptorOf } from "../indicators/indicators";
import type { Indicator } from "../indicators/indicators";
import { dayWords } from "./days";

/** Hundredths of a point as points, with at most two decimals: 160 → 1.6. */
export function points(hundredths: number): string {
  const whole = Math.trunc(Math.abs(hundredths) / 100);
  const rest = String(Math.abs(hundredths) % 100)
    .padStart(2, "0")
    .replace(/0+$/, "");
  return `${hundredths < 0 ? "−" : ""}${count(whole)}${rest && `.${rest}`}`;
}

/** Basis points as a rate with two decimals, as the table shows it: 4973 → 49.73%. */
export function rate(basisPoints: number): string {
  return `${Math.trunc(basisPoints / 100)}.${String(basisPoints % 100).padStart(2, "0")}%`;
}

/** Basis points as a target, without decimals that say nothing: 5000 → 50%. */
export function target(basisPoints: number): string {
  return rate(basisPoints).replace(/\.?0+%$/, "%");
}

/** A whole number with its thousands apart: 1079 → 1,079. */
export function count(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Why a department falls behind in one indicator, in words. The result must be reported and not met. */
export function reason(indicator: Indicator, result: IndicatorResult): string {
  const gap = count(result.gap ?? 0);
  switch (indicator) {
    case "coverage":
      return `覆盖率 ${rate(result.rateBp ?? 0)}，差 ${gap} 项达 ${target(result.targetBp ?? 0)}`;
    case "officers":
      return `${gap} 人未入驻（${count(result.done ?? 0)}/${count(result.due ?? 0)}）`;
    default:
      return `${descriptorOf(indicator).words.short}差 ${gap} 项（${count(result.done ?? 0)}/${count(result.due ?? 0)}）`;
  }
}

export const ACTIONS = {
  recalculate: "一键重算",
  setUpPrinting: "打印设置",
  clearMarks: "清除标记",
  insertTemplates: "插入明细模板",
  readImport: "导入平台文件",
  importFiles: "导入平台文件",
  listRectification: "整改清单",
  rememberChoices: "记住选择",
  saveSettings: "保存设置",
  chooseColumns: "更正列对应",
  makePrintSheet: "生成打印版",
  makeNotices: "生成通知单",
  removeNotices: "移去通知单",
  makeSummary: "推进情况汇总",
  recordHistory: "记入推进记录",
  readHistory: "读取推进记录",
  readSettings: "读取设置",
  openSample: "打开示例",
  look: "读取表格",
  lookAtDetails: "读取明细表",
  selfTest: "自检",
  undoLast: "撤销本次",
  showCell: "定位单元格",
} as const;

export const WORKING = {
  starting: "正在连接 Excel…",
  reading: "正在读取表格…",
  assessing: "正在测算…",
  writing: "正在写入结果…",
  undoing: "正在恢复原样…",
  importing: "正在导入…",
  testing: "正在自检…",
  cancelling: "正在停止…",
  /** Behind what it is doing: how much of that is done. */
  share: (share: number): string => `${Math.floor(share * 100)}%`,
  waiting: "Excel 还没有回应。如果正在编辑单元格，请先按回车键结束编辑。",
} as const;

export const FIRST = {
  notYet: "点“一键重算”后，这里才有内容。",
  title: "“互联网+监管”指标测算",
  what: "点“一键重算”，自动找到附件2任务表，算出各部门完成率、差额和扣分，并标出落后部门。",
  untouched: "只增加填报列和测算列，原有内容一概不改，可随时撤销或清除。",
} as const;

/** The marks of the sheet, as the legend names them. */
export const MARKS_HEADING = "表中的标记";
export const MARKS = {
  coverage: "覆盖率未达标",
  officers: "有人员未入驻",
  both: "两者都有",
  lists: "清单未完成",
  missing: "待填报",
} as const;

export const NOTICE = {
  saved: "设置已保存。",
  recalculated: (totals: Totals): string => `已重算 ${totals.departments} 个部门。`,
  /** Spoken after it; on the screen the summary says so. */
  standing: (totals: Totals): string =>
    `${totals.belowCoverage} 个覆盖率未达标，${totals.missingOfficers} 个有人员未入驻。`,
  stopped: (action: keyof typeof ACTIONS): string => `“${ACTIONS[action]}”没有完成`,
  failed: "程序出错，操作没有完成。请再试一次；仍不行时，请把下面的代码告诉维护人员。",
  undo: "撤销",
  choose: "逐项选择",
  columns: "指定列",
  close: "关闭提示",
} as const;

export const TAB_LABELS = { overview: "总览", departments: "部门", check: "核对", settings: "设置" } as const;

export const SUMMARY = {
  heading: "总览",
  deduction: "测算扣分合计",
  deductionUnit: "分",
  coverage: "监管行为覆盖率",
  coverageBar: (c: Totals["coverage"]): string =>
    `已产生办件 ${count(c.done)} 项，各部门目标合计 ${count(c.required)} 项，主项共 ${count(c.due)} 项`,
  covered: (c: Totals["coverage"]): string => `已产生办件 ${count(c.done)}/${count(c.due)} 项`,
  needed: ({ gap }: Totals["coverage"], allReported: boolean): string =>
    gap > 0 ? `还差 ${count(gap)} 项` : allReported ? "已全部达标" : "已填报部门均已达标",
  none: "—",
  complete: "已填",
  belowCoverage: "覆盖率未达标",
  missingOfficers: "有人员未入驻",
  listsIncomplete: "清单未完成",
  waiting: "待填报",
  bad: "数据有误",
  pace: (pace: Pace, now: Date): string => {
    const end = dayWords(pace.end, now);
    if (pace.workingDaysLeft === 0) return `至${end}已无剩余工作日`;
    const days = `至${end}剩余工作日 ${pace.workingDaysLeft} 天`;
    return pace.itemsPerDay ? `${days}，平均每日需 ${count(pace.itemsPerDay)} 项` : days;
  },
} as const;

export const BEHIND = {
  heading: "落后部门",
  none: "已填报的部门全部达标。",
  nothingReported: "还没有部门填报完成情况。请在“填报数据”各列填数后再点一键重算。",
  deduction: (hundredths: number): string => `扣 ${points(hundredths)} 分`,
  atFloor: "新下发事项，按最低覆盖率测算",
  partly: "其余待填报",
} as const;

/** A department in a list; a row without a name is told by its number. `row` is zero-based. */
export function departmentName({ name, row }: Pick<DepartmentAssessment, "name" | "row">): string {
  return name || `第 ${row + 1} 行（无名称）`;
}

export const PROBLEMS = {
  heading: "需要处理的问题",
  severity: { error: "错误", warning: "提醒" },
} as const;

export const PRINT_DIALOG = {
  title: "打印设置",
  preset: "版式",
  presets: {
    "A4 short": "A4 横向简表（不含分项扣分）",
    "A4 full": "A4 横向全表",
    "A3 full": "A3 横向全表",
    "A3 short": "A3 横向简表",
  },
  place: "在哪里",
  inPlace: (sheet: string | undefined) =>
    `${sheet === undefined ? "任务表" : `任务表“${sheet}”`}：只设页面，表格样式不变，字较小`,
  copy: "另建“打印版”：字号大、行高一致，不动任务表",
  bars: "实际覆盖率加数据条",
  office: "制表单位（不填则不打印）",
  confirm: "设置页面",
  confirmCopy: "生成打印版",
  note: "完成后按 Ctrl+P 打印。",
} as const;

export const CLEAR_DIALOG = {
  title: "清除标记",
  body: (sheet: string | undefined) =>
    `移去${sheet === undefined ? "" : `“${sheet}”里的`}测算列和突出显示，表格恢复原样。`,
  discard: "同时删除“填报数据”列中已填写的数据",
  confirm: "清除",
  confirmDiscard: "清除并删除数据",
} as const;

export const CANCEL = "取消";

export const NOT_IN_EXCEL = "请在 Excel 中打开本面板：在“监管指标”选项卡点“打开面板”。";
