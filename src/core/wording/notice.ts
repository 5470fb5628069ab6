import { byIndicator } from "../indicators/indicators";
import type { Indicator } from "../indicators/indicators";
import type { MissingReason } from "../detail/findings";
import { MISSING_REASONS } from "./detail";
import { count, target } from "./pane";
import { quoted } from "./names";

const day = (iso: string): string => `${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日`;
const two = (n: number): string => String(n).padStart(2, "0");

/** A paragraph begins two characters in. */
const INDENT = "\u3000\u3000";

/** What stands on a 单部门通知单, top to bottom. */
export const NOTICE_TITLE = "“互联网+监管”指标推进情况通知单";
export const noticeNumber = (number: string): string => `编号：${number}`;
export const addressee = (department: string): string => `致：${department}`;

/** `start` and `end` are ISO days, both included; null where the table's title states no period. */
export function opening(period: { readonly start: string; readonly end: string } | null, now: Date): string {
  const asOf = `截至${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日${two(now.getHours())}:${two(now.getMinutes())}`;
  const during = period
    ? `本期任务（${period.start.slice(0, 4)}年${day(period.start)}至${period.end.slice(0, 4) === period.start.slice(0, 4) ? "" : `${period.end.slice(0, 4)}年`}${day(period.end)}），`
    : "";
  return `${INDENT}${during}${asOf}，你单位“互联网+监管”各项指标推进情况如下：`;
}

export const NOTICE_HEADERS = ["指标", "目标", "应完成", "已完成", "差额", "完成率", "测算扣分", "是否达标"] as const;
export const NOTICE_INDICATORS = byIndicator((_, { words }) => words.rate);
export const VERDICTS = { met: "达标", notMet: "未达标", waiting: "待填报" } as const;
export const NOTICE_TOTAL = { deduction: "测算扣分合计", rank: "排名" } as const;
export const NOTICE_NOTE = "注：扣分按说明第5条测算，仅供工作推进参考，正式扣分以市级公布为准。";

export const NEXT_WORK_HEADING = "下一步工作";
export const NAMES_HEADING = "未完成的事项和未入驻的人员";
export const numbered = (n: number, text: string): string => `${INDENT}${n}. ${text}`;
export const paragraph = (text: string): string => `${INDENT}${text}`;

/** What is to be done in one indicator; the figures are texts, so that a formula can stand for each. */
export const NEXT_WORK: Readonly<Record<Indicator, (gap: string, required: string, done: string) => string>> = {
  directory: (gap, required, done) =>
    `目录清单还有 ${gap} 项未完成（应 ${required} 项，已 ${done} 项），请及时认领、编辑、发布。`,
  implementation: (gap, required, done) =>
    `实施清单还有 ${gap} 项未完备（应 ${required} 项，已 ${done} 项），请补充完善。`,
  coverage: (gap, required, done) => `还需 ${gap} 个主项产生办件（应 ${required} 项，已 ${done} 项）。`,
  officers: (gap, required, done) => `还有 ${gap} 名执法人员未入驻（应 ${required} 人，已 ${done} 人），请逐人落实。`,
};
export const NEXT_WORK_OTHER = {
  report: (columns: readonly string[]): string => `请补报${columns.join("、")}。`,
  met: "各项适用指标均已达标，请继续保持。",
  metSoFar: "已填报的指标均已达标。",
  nothingApplies: "本期没有适用的指标。",
  noItems: "目前没有主项，前三项指标不考核；市级下发事项后，请及时认领、发布（说明第4条）。",
  floor: (basisPoints: number): string =>
    `市级已下发事项，监管行为覆盖率按不低于 ${target(basisPoints)} 考核（说明第4条）。`,
} as const;

/** Above the names of one indicator; `gap` of `all` are needed. */
export function namesHeading(indicator: Indicator, all: number, gap: number): string {
  switch (indicator) {
    case "directory":
      return `目录清单未完成的主项（${count(all)} 项）：`;
    case "implementation":
      return `实施清单未完备的主项（${count(all)} 项）：`;
    case "coverage":
      return all > gap
        ? `未产生办件的主项（${count(all)} 项，其中任意 ${count(gap)} 项产生办件即达标）：`
        : `未产生办件的主项（${count(all)} 项）：`;
    case "officers":
      return `未入驻的执法人员（${count(all)} 人）：`;
  }
}
export const namedItem = (n: number, subject: string): string => `${n}. ${subject}`;
export const namedOfficer = (n: number, subject: string, why: MissingReason): string =>
  `${n}. ${subject}：${MISSING_REASONS[why].reason}，请${MISSING_REASONS[why].remedy}`;
export const moreNames = (n: number): string => `其余 ${count(n)} 项见明细表。`;
export const morePersons = (n: number): string => `其余 ${count(n)} 人见名册。`;

export const NOTICE_SIGNING = {
  receiver: "部门签收",
  received: "签收日期",
  office: "制表单位",
  made: "制表日期",
} as const;
export const madeOn = (now: Date): string => `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`;

/** The dialog. */
export const NOTICES_DIALOG = {
  title: "部门通知单",
  body: "每个部门一张工作表，打印出来一个部门一份；已有的通知单在原处更新。",
  which: "哪些部门",
  all: "全部部门",
  behind: "只要未达标的",
  one: (department: string): string => `当前部门：${department}`,
  make: "生成通知单",
  remove: "移去通知单",
  removing: "移去：删除本加载项生成的全部通知单工作表，可以撤销。",
} as const;

export const NOTICES_DONE = {
  made: (n: number, updated: number, left: readonly string[]): string =>
    `已生成 ${count(n)} 张通知单${updated > 0 ? `，其中 ${count(updated)} 张是原处更新` : ""}。${left.length > 0 ? `${quoted(left)}数据有误，没有生成。` : ""}请按 Ctrl+P 打印；一次打印多张时，先按住 Ctrl 选中各工作表。`,
  removed: (n: number): string => `已移去 ${count(n)} 张通知单。`,
} as const;
