import type { DepartmentAssessment } from "../assess/assessment";
import { byIndicator, descriptorOf } from "../indicators/indicators";
import type { Indicator } from "../indicators/indicators";
import type { DepartmentFindings, KnownWord, UnknownWord } from "../detail/findings";
import type { DetailKind } from "../detail/kinds";
import type { NextStep } from "../detail/nextSteps";
import { DETAIL_HEADERS, DETAIL_SHEETS, STATE_MEANINGS } from "./detail";
import { count, points } from "./pane";

/** A long list after its first rows. */
export const showRest = (rest: number): string => `显示其余 ${count(rest)} 项`;
export const showMore = (more: number, rest: number): string => `再显示 ${count(more)} 项（还有 ${count(rest)} 项）`;

export const INDICATOR_TITLES: Readonly<Record<Indicator, string>> = byIndicator((_, { words }) => words.matter);

export const NAMES = {
  incompleteDirectory: "未完成目录清单的主项",
  incompleteImplementation: "未完备实施清单的主项",
  missingOfficers: "未入驻人员",
  staleAccounts: "应清理的账号（不扣分）",
  uncovered: (needed: number, listed: number): string =>
    needed > 0
      ? `还需 ${count(needed)} 项，从下列 ${count(listed)} 项中任选`
      : `已达标；下列 ${count(listed)} 项还没有办件`,
  list: (n: number): string => `名单（${count(n)}）`,
  noDetail: "没有明细表，只有数字。插入明细模板或导入平台文件后，这里列出具体事项和人员。",
  /** After a look, by `Recalculated.detailUnread`. */
  unread: { yet: "正在读取明细表…", failed: "明细表没有读出来。点“一键重算”后，这里列出具体事项和人员。" },
  certificate: (number: string): string => `执法证号 ${number}`,
  noCertificate: "无执法证号",
  remedy: (reason: string, remedy: string): string => `${reason}：${remedy}`,
  showNumbers: "显示完整执法证号",
} as const;

export const SEARCH = {
  heading: "查找",
  label: "查找部门、事项或人员",
  placeholder: "部门、事项、编码、姓名",
  departments: "部门",
  items: "事项",
  persons: "人员",
  found: (hits: number): string => `找到 ${count(hits)} 处。`,
  firstOf: (shown: number, all: number): string => `只列出前 ${shown} 处，共 ${count(all)} 处；请多输入几个字。`,
  nothing: (words: string): string => `没有找到“${words}”。这里只查落后的事项和人员，以及全部部门。`,
} as const;

const WORK: Readonly<Record<Indicator, (n: string) => string>> = {
  directory: (n) => `完成目录清单 ${n} 项`,
  implementation: (n) => `完备实施清单 ${n} 项`,
  coverage: (n) => `产生办件 ${n} 项`,
  officers: (n) => `${n} 人入驻`,
};

export const NEXT = {
  heading: "下一步：先办什么",
  none: "没有要补办的。",
  step: ({ indicator, needed, saves }: NextStep): string =>
    `${WORK[indicator](count(needed))}，可减 ${points(saves)} 分`,
  perDay: ({ indicator, perDay }: NextStep): string =>
    perDay === null ? "" : `每个工作日 ${count(perDay)} ${descriptorOf(indicator).words.unit}`,
  all: (n: number): string => `显示全部 ${count(n)} 条`,
  fewer: "只显示前 10 条",
} as const;

export const DETAILS = {
  heading: "明细表",
  unread: { yet: "正在读取明细表…", failed: "明细表没有读出来，请点“一键重算”。" },
  none: "还没有明细表：插入模板后粘贴，或导入平台导出的文件，就能列出具体事项和人员。",
  sheet: (kind: DetailKind, sheet: string): string =>
    DETAIL_SHEETS[kind] === sheet ? sheet : `${DETAIL_SHEETS[kind]}（工作表“${sheet}”）`,
  rows: (rows: number, used: boolean): string => `${count(rows)} 行，${used ? "已使用" : "未使用，见“需要处理的问题”"}`,
  columns: "列对应",
  columnsOf: (sheet: string): string => `${sheet}的列对应`,
  remember: "记住并重算",
  unknownDepartments: "明细表里的这些部门，任务表里没有",
  unknownDepartment: (name: string, rows: number): string => `${name}（${count(rows)} 行）`,
  belongsTo: (name: string): string => `“${name}”是哪个部门`,
  choose: "请选择",
  unknownWords: "这些状态不认识，请说明算不算",
  unknownWord: ({ field, word, rows }: UnknownWord): string =>
    `${DETAIL_HEADERS[field]}“${word}”（${count(rows)} 行）算不算${STATE_MEANINGS[field]}？`,
  yes: "算",
  no: "不算",
} as const;

export const COLUMNS_DIALOG = {
  words: "表里的状态词，算不算数",
  word: ({ field, word }: KnownWord): string => `${DETAIL_HEADERS[field]}“${word}”算不算${STATE_MEANINGS[field]}`,
  title: (sheet: string): string => `列对应：${sheet}`,
  body: "请选择每一项在哪一列。选好后记住，下次不再问。",
  absent: "（没有）",
  header: (letters: string, text: string): string => `${letters} 列 ${text}`,
} as const;

export const CONFLICT_DIALOG = {
  title: "已填的数与明细不同",
  body: (cells: number): string => `有 ${count(cells)} 处。勾选的用明细的数，不勾选的保留已填的数。`,
  department: "部门",
  column: "列",
  typed: "已填",
  detail: "明细",
  take: "用明细",
  takeOf: (department: string, column: string): string => `用明细：${department}，${column}`,
  all: "全选",
  none: "全不选",
  confirm: "按选择重算",
} as const;

export const IMPORT_DIALOG = {
  title: "导入平台文件",
  drop: "把文件拖到这里，或者",
  pick: "选择文件",
  types: "平台导出的 .xlsx、.xlsm、.csv 文件，可以一次选多个。文件只在本机读取，不上传。",
  wrongType: (names: readonly string[]): string => `这些文件不是 .xlsx、.xlsm 或 .csv，没有读取：${names.join("、")}`,
  unreadable: "文件读不出来。请关闭正在使用它的程序，再选一次。",
  stopped: "没有读完，什么也没有改动。",
  preview: "将要导入",
  files: (files: readonly string[]): string => files.join("、"),
  counts: ({
    rows,
    added,
    updated,
    identical,
  }: {
    rows: number;
    added: number;
    updated: number;
    identical: number;
  }): string => `${count(rows)} 行：新增 ${count(added)}，更新 ${count(updated)}，相同 ${count(identical)}`,
  nothing: "文件里没有认得出的明细。",
  unknownDepartments: (names: readonly string[]): string =>
    `任务表里没有这些部门：${names.join("、")}。导入后可在“明细表”里对应。`,
  problems: "提醒",
  mode: "导入方式",
  merge: "合并：更新已有的，加上新的",
  replace: "替换：先清空同类明细，再写入",
  confirm: "导入",
  again: "重新选择",
} as const;

/** A department's name with what the details know of it, for lists of hits. */
export const hitPlace = (
  department: Pick<DepartmentAssessment, "name"> | Pick<DepartmentFindings, "name">,
  more: string,
): string => (more ? `${department.name} · ${more}` : department.name);
