import { byIndicator } from "../indicators/indicators";

/** 推进情况汇总 as printed: title, headings and headers. */
export const SUMMARY_TITLE = "“互联网+监管”指标推进情况汇总";
/** The number format of the time of the figures. */
export const SUMMARY_AS_OF_FORMAT = '"数据截止："yyyy"年"m"月"d"日 "hh":"mm';
export const summaryMade = (sheet: string, agrees: boolean): string =>
  `已生成“${sheet}”${agrees ? "，各项数据与测算一致" : "，但有数据与测算不一致，请先点“一键重算”再生成一次"}。`;
export const summaryPeriod = (start: string, end: string): string => `任务时段：${start}至${end}`;
export const dayOf = (month: number, day: number): string => `${month}月${day}日`;

const NUMERALS = ["一", "二", "三", "四", "五", "六"] as const;
/** `index` from 0. */
export const numbered = (index: number, heading: string): string => `${NUMERALS[index]}、${heading}`;
export const SUMMARY_HEADINGS = {
  county: "全县情况",
  tiers: "按覆盖率目标分档",
  indicators: "按指标扣分",
  ranking: "部门排名",
  trend: "与以往记录相比",
  bulletin: "通报文稿",
} as const;

/** 全县情况, each with its figure beside it. */
export const COUNTY_LABELS = {
  departments: "部门数",
  complete: "填报完整的部门",
  bad: "数据有误的部门",
  belowCoverage: "覆盖率未达标部门",
  listsIncomplete: "清单未完成部门",
  missingOfficers: "有人员未入驻部门",
  due: "监管事项主项数",
  required: "应产生办件主项数",
  done: "已产生办件主项数",
  gap: "未达标部门尚差（项）",
  rate: "监管行为覆盖率",
  deduction: "测算扣分合计",
  officers: "执法人员数",
  onboarded: "已入驻人数",
  officersGap: "未入驻人数",
} as const;
export const COUNTY_NOTE = "注：只计已填报的数据，数据有误的部门不计入；扣分为测算，以市级公布为准。";

export const TIER_HEADERS = {
  target: "覆盖率目标",
  departments: "部门数",
  reported: "已填报",
  met: "达标",
  behind: "未达标",
  due: "主项数",
  required: "应产生",
  done: "已产生",
  gap: "尚差",
  rate: "监管行为覆盖率",
} as const;
export const TIER_NOT_APPLICABLE = "不适用";
export const TOTAL = "合计";

/** Broken by hand where a column is too narrow for the words. */
export const INDICATOR_HEADERS = {
  indicator: "指标",
  departments: "涉及部门",
  gap: "差额",
  deduction: "测算\n扣分",
} as const;
export const SUMMARY_INDICATORS = byIndicator((_, { words }) => words.rate);

/** Headers over several columns, and those below them. */
export const RANKING_GROUPS = { coverage: "监管行为覆盖率", officers: "执法人员" } as const;
export const RANKING_HEADERS = {
  rank: "排名",
  department: "部门",
  due: "主项数",
  required: "应产生",
  done: "已产生",
  target: "目标",
  rate: "实际",
  gap: "尚差",
  directoryGap: "目录\n清单\n尚差",
  implementationGap: "实施\n清单\n尚差",
  officers: "人数",
  officersGap: "未入驻",
  deduction: "测算\n扣分",
} as const;
export const RANKING_NOTE =
  "注：按测算扣分由少到多排列，扣分相同的名次并列；待填报、数据有误和没有适用指标的部门不排名。";
/** In the place of a rank. */
export const UNRANKED = { notReported: "待填报", invalid: "数据有误", notApplicable: "不适用" } as const;

export const TREND_HEADERS = {
  at: "时点",
  done: "已产生（项）",
  gap: "尚差（项）",
  officersGap: "未入驻（人）",
  deduction: "测算扣分",
} as const;
export const TREND_NOW = "本次";
export const trendDay = (month: number, day: number): string => `${dayOf(month, day)}记录`;
export const TREND_CHANGE = "增减";

export const CHART_TITLES = { coverage: "各部门监管行为覆盖率与目标", deduction: "按指标测算扣分（分）" } as const;
export const CHART_SERIES = { rate: "实际覆盖率", target: "目标", deduction: "测算扣分" } as const;

/** Beside the printed page: what charts and the text are made from. */
export const HELPERS_NOTE = "图表和通报文稿所用的数据，不打印，请勿删除";
export const HELPER_HEADERS = {
  department: "部门",
  rate: "实际",
  target: "目标",
  behind: "未达标",
  officers: "未入驻",
  lists: "清单未完成",
  unfilled: "待填报",
  onboarded: "已入驻",
} as const;

/** The text of the bulletin in pieces; figures and names of departments stand between them. */
export const BULLETIN = {
  indent: "　　",
  title: "关于“互联网+监管”指标推进情况的通报",
  list: "、",
  clause: "；",
  end: "。",
  standing: ["截至", "月", "日，全县", "个部门"],
  allComplete: "均已填报完整。",
  complete: ["中，", "个填报完整"],
  unfilled: ["，", "个待填报"],
  bad: ["，", "个数据有误"],
  coverage: ["已填报部门共有监管事项主项", "项，按目标应有", "项产生办件，已有", "项产生办件，监管行为覆盖率为"],
  coverageGap: ["，未达标部门共差", "项"],
  noCoverage: "监管行为数据尚未填报。",
  tiers: "分档看，",
  tier: ["目标", "的部门"],
  tierReported: ["个，应产生", "项，已产生", "项，覆盖率"],
  tierBehind: ["，未达标", "个"],
  tierMet: "，均已达标",
  tierUnreported: "个，均未填报",
  behind: ["覆盖率未达标的部门", "个："],
  noneBehind: "已填报部门的监管行为覆盖率均已达标。",
  lacking: ["（差", "项）"],
  officers: ["执法人员未入驻", "人，涉及", "个部门："],
  allOnboarded: "已填报部门的执法人员均已入驻。",
  officersUnreported: "执法人员入驻情况尚未填报。",
  missing: ["（", "人）"],
  lists: ["目录清单尚差", "项、实施清单尚差", "项，涉及", "个部门："],
  listsDone: "已填报部门的目录清单、实施清单均已完成。",
  listsUnreported: "目录清单、实施清单情况尚未填报。",
  deduction: [
    "按考核规则测算，全县合计扣",
    "分，其中目录清单",
    "分、实施清单",
    "分、监管行为覆盖率",
    "分、执法人员入驻",
    "分（测算结果，以市级公布为准）。",
  ],
  noDeduction: "按考核规则测算，已填报部门均不扣分（测算结果，以市级公布为准）。",
  deductionUnreported: "数据尚未填报，暂不能测算扣分。",
  unfilledNames: ["尚未填报完整的部门", "个："],
  trend: ["与", "月", "日相比，已产生办件的主项", "，距目标的差额", "，未入驻人员", "，测算扣分", "。"],
  more: "增加",
  less: "减少",
  same: "持平",
  units: { items: "项", persons: "人", points: "分" },
  request: "请",
  requests: {
    coverage: "覆盖率未达标的部门对照差额，抓紧开展监管并及时归集监管行为数据",
    officers: "有执法人员未入驻的部门抓紧开通账号、完成登录",
    lists: "清单未完成的部门抓紧认领、编辑、发布和完善",
    unfilled: "尚未填报完整的部门尽快补齐数据",
  },
  keepUp: "各部门继续保持，及时归集监管行为数据，人员有变动的及时更新入驻信息",
} as const;
