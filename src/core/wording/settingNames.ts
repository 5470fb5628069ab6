import type { Rules } from "../assess/rules";
import type { DetailChoices } from "../detail/choices";
import type { Options } from "../memory/options";

/** What each setting that the workbook keeps is called, where it cannot be read. */
export const SETTING_NAMES: Readonly<Record<keyof Rules | keyof Options, string>> = {
  pointsPerItem: "每项扣分",
  pointsPerOfficer: "每人扣分",
  coverageFloorBp: "覆盖率下限",
  caps: "扣分上限",
  period: "任务期",
  year: "任务期年份",
  extraWorkdays: "补充的工作日",
  extraHolidays: "补充的休息日",
  casesWithinPeriod: "只计任务期内的办件",
  bareTargets: "没有百分号的目标值",
  stateWords: "状态词的含义",
  writeAs: "写入公式或数值",
  automatic: "自动重算",
  record: "每次重算记入推进记录",
  print: "打印",
};

/** The same of what a person has said of the detail sheets. */
export const CHOICE_NAMES: Readonly<Record<keyof DetailChoices, string>> = {
  aliases: "部门名称对应",
  columns: "明细表的列对应",
};

/** Where none of them can be read. */
export const ALL_SETTINGS = "全部设置";
