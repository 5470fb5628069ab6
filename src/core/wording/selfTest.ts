/** 自检: what 设置, the report and the scratch sheet say. */

export const GOLDEN_SHEET = {
  name: "自检（可删除）",
  title: "8月19日至9月15日指标推进任务表（自检用，数据都是虚构的）",
  note: "说明：本表由自检生成，自检结束时自动删除；如果留了下来，可以直接删除。",
} as const;

/** What is checked, in this order. */
export const CHECKS = {
  before: "记下工作簿现在的样子",
  sheet: "新建自检用的工作表",
  entries: "单元格写入后读出不变",
  recalculate: "一键重算：加列、写公式",
  values: "公式的结果与手算一致",
  agreement: "Excel 的结果与加载项的测算一致",
  formulas: "公式写入后读出不变",
  texts: "数的显示格式",
  highlights: "标记的条件格式",
  validation: "填报列的数据验证",
  hiddenNames: "测算列的隐藏名称",
  ruleNames: "扣分规则的名称",
  rules: "改规则后结果与手算一致",
  liveNames: "改了规则的名称，公式随之更新",
  print: "打印设置与读回",
  printNames: "打印区域列在名称里",
  dataBars: "覆盖率数据条",
  merged: "合并的标题随表格加宽",
  undoPrint: "撤销打印设置",
  chart: "插入图表",
  events: "改动的通知，并能认出是自己写的",
  nameStyle: "名称按 A1 样式写出",
  dates: "日期的起算年份",
  places: "列被别人移动时，不写入就停下",
  landmarks: "说明被别人移动时，不写入就停下",
  clear: "清除标记后与原来一样",
  undoClear: "撤销清除",
  remove: "删除自检用的工作表",
  after: "工作簿其余部分与原来一样",
} as const;

/** The rows of the golden table: what each is about. */
export const CASES = {
  halfMet: "97/194，目标 50%，达标",
  halfMetToo: "76/152，目标 50%，达标",
  binaryNoise: "7/20，目标 35%，达标；没有执法人员",
  shortByOne: "92/185，目标 50%，差 1 项",
  noItems: "没有主项，只考核入驻",
  floor: "有下发事项、没有目标，按 35%",
  blank: "没有填报办件，不排名",
  dash: "执法人员填“—”",
  barePercent: "目标 35% 填成 35",
  textDigits: "数字存成文本",
  neverRoundedUp: "差一项，不显示成 100%",
  tooMany: "办件主项数多于主项数，数据有误",
} as const;

export const OUTCOMES = {
  passed: "通过",
  differs: "与预期不同，不影响使用",
  failed: "没有通过",
  unsupported: "这个 Excel 不支持",
  skipped: "没有做",
} as const;

export const SELF_TEST = {
  heading: "自检",
  what: "核对加载项在这个 Excel 里是否工作正常：新建一张自检用的工作表，重算、打印设置、清除都做一遍，做完删除。不改动其他工作表，您上一次的操作仍可撤销。",
  privacy:
    "报告只有 Excel 的版本、每项检查的结果和用时，没有本工作簿的文件名、工作表名和任何数据。报告不会自动发出去，由您自己保存、发送。",
  start: "开始自检",
  again: "再做一次",
  passed: (n: number) => `自检通过：${n} 项检查都没有问题。`,
  differs: (n: number) => `自检通过，有 ${n} 处与预期不同，不影响使用。请保存报告，发给维护人员。`,
  failed: (n: number) => `自检没有通过：有 ${n} 项没有通过。请保存报告，发给维护人员。`,
  left: (sheet: string) => `自检用的工作表“${sheet}”没能删掉，请手工删除。`,
  list: "检查结果",
  details: "环境和用时",
  version: "加载项版本",
  officeJs: "office.js 来自",
  origins: { self: "本单位服务器", cdn: "微软", china: "世纪互联" } as Readonly<Record<string, string>>,
  excel: "Excel 版本",
  platform: "平台",
  api: "ExcelApi",
  none: "没有",
  duration: "用时",
  requests: "请求",
  seconds: (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} 秒`,
  times: (n: number) => `${n} 次`,
  casesPassed: (n: number, all: number) => `${all} 个例子，${n} 个一致`,
  finding: (at: string, expected: string, found: string) => `${at}：应为“${expected}”，实为“${found}”`,
  more: (n: number) => `另有 ${n} 处，见报告`,
  save: "保存报告",
  copy: "复制报告",
  saveHint: "保存成文件。有的 Excel 不让网页保存文件，请改用“复制报告”，粘贴到记事本或邮件里。",
  saved: (file: string) => `已交给浏览器保存：${file}`,
  copied: "报告已复制，可以粘贴了。",
  notCopied: "没能复制。请在下面的框里全选，按 Ctrl+C 复制。",
  text: "报告全文",
  /** The file's name; the day and minute are the machine's. */
  file: (stamp: string) => `监管指标自检报告-${stamp}.json`,
} as const;

/** What stands for content of cells and objects in a report. */
export const FOUND = {
  blank: "（空）",
  none: "没有",
  there: "有",
  changed: "变了",
  unchanged: "不变",
  silent: "没有收到通知",
  refused: "拒绝",
  written: "写入了",
  untold: "没有说明是谁写的",
  shown: "可见",
  hidden: "隐藏",
} as const;

/** What of the rest of the workbook is held against how it was before. */
export const ASPECTS = {
  sheets: "工作表的名称、顺序和可见性",
  active: "打开的工作表",
  selection: "选定的区域",
  names: "名称",
  settings: "加载项保存在工作簿里的设置",
  contents: "其他工作表的内容",
} as const;

/** What of the scratch sheet is held against how it was before. */
export const SCRATCH_ASPECTS = {
  cells: "单元格内容",
  formats: "数字格式",
  widths: "列宽",
  names: "名称",
  rules: "条件格式",
  merged: "合并单元格",
  page: "页面设置",
} as const;
