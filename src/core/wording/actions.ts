import { quoted } from "./names";

function within(sheet: string | null): string {
  return sheet === null ? "" : `“${sheet}”里`;
}

function of(sheet: string | null): string {
  return sheet === null ? "" : `“${sheet}”的`;
}

/** What an action says when it is done. */
export const DONE = {
  remembered: "已记住，重算时生效。",
  settingsSaved: "设置已保存，重算时生效。",
  /** `sheet` is named where the workbook has others; null otherwise. */
  cleared: (sheet: string | null) => `已清除${within(sheet)}本加载项写入的全部内容，表格恢复原样。`,
  clearedBut: (sheet: string | null, columns: readonly string[]) =>
    `已清除${within(sheet)}标记和测算列；${quoted(columns)}里有填报的数，已保留。`,
  /** Behind either of these, where sheets stand that were made from the columns: their cells have lost what they refer to. */
  leftReferring: (sheets: readonly string[]) =>
    `${quoted(sheets)}引用了已清除的列，会显示 #REF!：请重算后重新生成，不用的请删除。`,
  pageSet: (sheet: string | null, paper: string, form: "short" | "full") =>
    `${of(sheet)}页面已设好：${paper} 横向、一页宽${form === "short" ? "，四项分项扣分已隐藏" : ""}。请按 Ctrl+P 打印。`,
  templatesInserted: (sheets: readonly string[]) =>
    `已插入${quoted(sheets)}。请从平台导出后粘贴或导入，再点一次“一键重算”。`,
  listed: (sheet: string, open: number, solved: number) =>
    `整改清单已列在“${sheet}”：未完成 ${open} 条${solved > 0 ? `，已解决 ${solved} 条排在后面` : ""}。`,
  /** A recalculation and its row in 推进记录, taken back together. */
  undoneRecorded: "已撤销上次重算，推进记录也恢复到记入之前。",
} as const;

/** What 撤销本次 says of each action that it has undone; of the task table it names the sheet where the workbook has others. */
export const UNDONE = {
  recalculate: (sheet: string | null) => `已撤销${of(sheet)}上次重算。`,
  clearMarks: (sheet: string | null) => `已撤销${of(sheet)}上次清除，标记和测算列已恢复。`,
  setUpPrinting: (sheet: string | null) => `已撤销${of(sheet)}上次打印设置。`,
  insertTemplates: "已撤销，插入的明细模板已删除。",
  importFiles: "已撤销上次导入，明细表恢复到导入之前。",
  listRectification: "已撤销，整改清单恢复到上次列出之前。",
  rememberChoices: "已撤销，不再记住上次的选择。",
  saveSettings: "已撤销，设置恢复到上次保存之前。",
  makePrintSheet: "已撤销，打印版恢复到上次生成之前。",
  makeNotices: "已撤销，上次生成的通知单已移去。",
  removeNotices: "已撤销，移去的通知单已恢复。",
  makeSummary: "已撤销，推进情况汇总恢复到上次生成之前。",
  recordHistory: "已撤销，推进记录恢复到上次记入之前。",
} as const;
