import type { ActualColumn, SourceColumn } from "../table/headers";

/** Headers of the columns that staff fill in, as the add-in writes them. */
export const ACTUAL_HEADERS: Readonly<Record<ActualColumn, string>> = {
  directoryDue: "目录清单应认领数",
  directoryDone: "目录清单已完成数",
  implementationDone: "实施清单已完备数",
  covered: "产生办件主项数",
  officers: "执法人员数",
  onboarded: "已入驻人数",
};

/** Names of the source's own columns, for sentences. */
export const SOURCE_HEADERS: Readonly<Record<SourceColumn, string>> = {
  serial: "序号",
  department: "部门名称",
  claimed: "目录清单已认领的主项数",
  directoryTarget: "目录清单完成率（目标）",
  implementationTarget: "实施清单完备率（目标）",
  coverageTarget: "监管行为覆盖率（目标）",
  officersTarget: "执法人员入驻率目标",
};

/** Headers of the results that are not one indicator's; the others stand with the indicators. */
export const RESULT_HEADERS = { deduction: "扣分合计", rank: "排名", remark: "情况说明" } as const;

/** Headers of the hidden columns behind the results. */
export const BASIS_HEADERS = {
  bases: { items: "主项基数", officers: "执法人员基数" },
  subtotal: "已报扣分",
  score: "排名分",
  unfilled: "待填项",
  faults: "有误项",
  shortfalls: "差距",
  notes: "附注",
} as const;

/** The same, of one indicator or one column: what is used of it. */
export const usedHeader = {
  read: (header: string): string => `${header.replace(/[（）]/g, "")}（读数）`,
  due: (indicator: string): string => `${indicator}应完成（采用）`,
  target: (indicator: string): string => `${indicator}目标（采用）`,
  required: (matter: string): string => `${matter}应达到`,
  done: (header: string): string => `${header}（采用）`,
  gap: (indicator: string): string => `${indicator}还差`,
} as const;

export const ACTUAL_GROUP = "填报数据";
export const COMPUTED_GROUP = "测算结果";
export const BASIS_GROUP = "测算依据";

/** What a computed cell says where there is no number. */
export const NOT_APPLICABLE = "—";
export const INVALID = "数据有误";

/** 情况说明, in pieces: formulas and the assessment put the same pieces together. */
export const REMARK = {
  met: "达标",
  notMet: "未达标",
  notReported: ["待填报（", "）"],
  invalid: ["数据有误（", "）"],
  nothingApplies: "无适用指标",
  surplus: ["账号多", "个需清理或核对"],
  floor: ["有下发事项，按", "考核"],
  between: "：",
  list: "、",
  clause: "，",
  sentence: "；",
} as const;

export const IDENTITY_REMARKS = { nameMissing: "缺部门名称", departmentTwice: "部门名称重复" } as const;

/** Names by which formulas know the rules' values; staff see them in 名称管理器. */
export const RULE_NAMES = {
  pointsPerItem: "监管_每项扣分",
  pointsPerOfficer: "监管_每人扣分",
  coverageFloor: "监管_覆盖率下限",
} as const;

/** What Excel tells the person at a cell of 填报数据. */
export const INPUT_HELP = {
  title: "请填整数",
  listTitle: "请从列表中选择",
  rejected: (limit: string) => `这里只能填 0 到${limit}之间的整数；不清楚时请留空。`,
  officersRejected: "这里只能填 0 或正整数；不清楚时请留空。",
} as const;

const LEGEND = {
  coverage: "红：覆盖率未达标",
  officers: "橙：有人员未入驻",
  both: "深红：两者都有",
  lists: "黄：清单未完成",
  missing: "灰：待填报",
} as const;

/** Page header and footer. */
export const PAGE = {
  /** 附件 at the top left, as on official documents: 黑体, 三号. */
  header: '&"黑体,常规"&16附件2',
  page: "第 &P 页  共 &N 页",
  asOf: (time: string) => `数据截止 ${time}`,
  /** A code begins with &, so that one in a name is written twice. */
  office: (office: string) => (office === "" ? "" : `制表单位：${office.replace(/&/g, "&&")}  `),
  /** The marks that occur. */
  legend: (marks: readonly (keyof typeof LEGEND)[]) => marks.map((mark) => LEGEND[mark]).join("  "),
  isLegend: (text: string) =>
    text === "" || text.split("  ").every((piece) => (Object.values(LEGEND) as string[]).includes(piece)),
} as const;
