import type { IndicatorResult } from "../assess/assessment";
import { descriptorOf } from "../indicators/indicators";
import type { Indicator } from "../indicators/indicators";
import type { MissingReason } from "../detail/findings";
import { MISSING_REASONS, STALE_ACCOUNT, maskedNumber } from "./detail";
import { RECTIFICATION_SHEET } from "./ownSheets";
import { count, reason } from "./pane";

/** Headers of the list, left to right. The last four before the key are the staff's own. */
export const RECTIFICATION_HEADERS = {
  serial: "序号",
  department: "部门",
  indicator: "指标",
  issue: "问题",
  subject: "事项或人员",
  gap: "差额",
  deduction: "扣分",
  measure: "整改措施",
  responsible: "责任人",
  due: "完成时限",
  settled: "销号",
  key: "键",
} as const;

export const RECTIFICATION_INDICATORS: Readonly<Record<Indicator | "accounts", string>> = {
  directory: "目录清单",
  implementation: "实施清单",
  coverage: "监管行为覆盖率",
  officers: "执法人员入驻",
  accounts: "账号清理",
};

/** What stands before a problem that needs no more work. */
export const ENDINGS = { solved: "已解决：", dispensable: "已达标，可不再办：" } as const;

export const listTitle = (now: Date): string =>
  `${RECTIFICATION_SHEET}（${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日）`;

/** What is wrong with one item, where each costs its own points. */
export const ITEM_ISSUES = {
  incompleteDirectory: "目录清单未完成（未认领、编辑或发布）",
  incompleteImplementation: "实施清单未完备",
  uncovered: "未产生办件",
} as const;

export function officerIssue(why: MissingReason): string {
  return `${MISSING_REASONS[why].reason}；${MISSING_REASONS[why].remedy}`;
}

export const STALE_ISSUE = `${STALE_ACCOUNT.reason}；${STALE_ACCOUNT.remedy}`;

/** A department's gap in one indicator, followed by `named` rows with names. */
export function gapIssue(indicator: Indicator, result: IndicatorResult, named: number): string {
  const gap = result.gap ?? 0;
  const { unit } = descriptorOf(indicator).words;
  const standing = reason(indicator, result);
  if (named === 0) return standing;
  if (named === gap) return `${standing}，即下列 ${count(named)} ${unit}`;
  return named > gap
    ? `${standing}，从下列 ${count(named)} ${unit}中任选 ${count(gap)} ${unit}`
    : `${standing}，其中 ${count(named)} ${unit}列在下面`;
}

export function personSubject(name: string, certificate: string | null, showNumbers: boolean): string {
  if (!certificate) return name;
  return `${name}（执法证号 ${showNumbers ? certificate : maskedNumber(certificate)}）`;
}

/** The same person with the number masked. */
export function maskedSubject(subject: string): string {
  return subject.replace(/（执法证号 ([^（）]*)）$/, (_, number: string) => `（执法证号 ${maskedNumber(number)}）`);
}

export function itemSubject(name: string, code: string | null): string {
  return code ? `${name || "（无名称）"}（${code}）` : name;
}
