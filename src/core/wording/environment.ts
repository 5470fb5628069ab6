import { NOT_IN_EXCEL } from "./pane";

/** Which Excel serves all of it. */
const NEEDED = "Microsoft 365、Excel 2021（LTSC 2021）或更新的 Excel";

/** What the pane says where it can't work, or can't work whole: what is the matter, what to do or what still works. */
export const ENVIRONMENT = {
  heading: "运行环境",
  dismiss: "知道了",
  notLoaded:
    "Office 的程序文件没有加载，面板不能用。请关闭面板再打开；仍不行时，请告诉维护人员：office.js 没有加载，可能是服务器缺少文件，或被网络设备拦截。",
  silent:
    "Excel 10 秒内没有回应，按钮暂时不能用；一旦有回应，这条提示会自己消失。请关闭面板再打开；仍不行时，请保存工作簿，重新启动 Excel。",
  wps: `这里是 WPS，不是 Microsoft Excel。本加载项用的是 Microsoft Excel 的接口，在 WPS 里不能测算和写入。请用${NEEDED}打开工作簿；已经算好的表，在 WPS 里可以查看和打印。`,
  browser: NOT_IN_EXCEL,
  partial: (members: readonly string[]): string =>
    `这个程序只提供了部分 Office 接口（缺少 ${members.join("、")}），面板不能用，也不会写入任何内容。请用${NEEDED}打开工作簿。`,
  oldExcel: (version: string): string =>
    `这个 Excel 太旧${version && `（版本 ${version}）`}，缺少本加载项必需的接口（ExcelApi 1.9），面板不能用，也不会写入任何内容。请改用${NEEDED}。`,
  noSharedRuntime:
    "这个 Excel 不支持共享运行时：关闭面板后，功能区按钮不能用，“撤销本次”也不再记得上次的操作。请让面板一直开着；面板里的功能照常可用。",
  noInsert:
    "这个 Excel 较旧（低于 ExcelApi 1.13）：不能导入 .xlsx 文件，打印设置不会把标题和说明拉到新的表宽。可以改用 CSV 文件导入、另建“打印版”；其他功能照常可用。",
  noTrigger:
    "这个 Excel 较旧（低于 ExcelApi 1.14）：重算后一秒内手工改的数，面板可能提示不到。改完再点一次“一键重算”即可；其他功能照常可用。",
} as const;
