/** What a person reads in the preview, the page that stands in for Excel. */

export const PREVIEW = {
  name: "预览",
  purpose: "本页供开发、演示和测试使用，不是日常办公软件。日常使用的文件，请在 Excel 中打开加载项处理并保存。",
  open: "打开…",
  openTip: "打开电脑上的 .xlsx 文件，也可以直接拖到本页。文件只在本机读取，不会上传。",
  samples: "示例",
  save: "另存为",
  saveTip: "把现在的工作簿存为 .xlsx 文件。",
  print: "打印预览",
  printTip: "按纸张、方向、缩放、标题行和页眉页脚排成页，再打印。",
  drop: "松开鼠标，打开文件",
  opening: (file: string) => `正在打开“${file}”…`,
  dismiss: "关闭提示",
  closePane: "关闭面板",
  formulaBar: "编辑栏",
  grid: "工作表",
  ribbon: "功能区",
  /** A sample that the page could not be given; `status` is the answer of the server. */
  noSample: (file: string, status: number) => `没有取到示例“${file}”（${status}）。`,
  /** What Excel calls a workbook that an add-in has opened. */
  newBook: "工作簿2.xlsx",
  failed: "程序出错，操作没有完成。刷新页面后再试一次。",
  paneFailed: (detail: string) => `面板没有打开：${detail}`,
} as const;

export const PRINT_VIEW = {
  print: "打印",
  close: "返回表格",
  pages: (pages: number) => `共 ${pages} 页`,
  page: (page: number) => `第 ${page} 页`,
  nothing: "这张工作表没有可打印的内容。",
  orientation: { Portrait: "纵向", Landscape: "横向" },
  scale: (percent: number) => `缩放 ${percent}%`,
} as const;

/** The files of assets/samples, the one first that the page opens with. */
export const SAMPLES = ["附件2-填报示例.xlsx", "附件2.xlsx", "附件2-明细示例.xlsx"] as const;

/** &D and &T in headers and footers. */
export const printedDate = (now: Date): string => `${now.getFullYear()}/${now.getMonth() + 1}/${now.getDate()}`;
export const printedTime = (now: Date): string => `${now.getHours()}:${String(now.getMinutes()).padStart(2, "0")}`;
