/** What an action says when it is done. */
export const DONE = {
  remembered: "已记住，重算时生效。",
  cleared: "已清除本加载项写入的全部内容，表格恢复原样。",
  clearedBut: (columns: readonly string[]) => `已清除标记和测算列；${columns.map((column) => `“${column}”`).join("、")}里有填报的数，已保留。`,
  pageSet: (paper: string, form: "short" | "full") => `页面已设好：${paper} 横向、一页宽${form === "short" ? "，四项分项扣分已隐藏" : ""}。请按 Ctrl+P 打印。`,
  undone: { recalculate: "已撤销上次重算。", clearMarks: "已撤销上次清除，标记和测算列已恢复。", setUpPrinting: "已撤销上次打印设置。" },
} as const;
