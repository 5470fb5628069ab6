import type { StateField } from "../assess/stateWords";
import type { DetailField, DetailKind } from "../detail/kinds";

/** Names of the detail sheets that 插入明细模板 makes and imports fill. */
export const DETAIL_SHEETS: Readonly<Record<DetailKind, string>> = {
  items: "监管事项明细",
  cases: "监管行为记录",
  officers: "执法人员名册",
  accounts: "监管平台账号",
};

/** Headers of the detail sheets, as the template writes them and as sentences name them. */
export const DETAIL_HEADERS: Readonly<Record<DetailField, string>> = {
  department: "部门",
  mainItem: "主项名称",
  mainCode: "主项编码",
  subItem: "子项名称",
  subCode: "子项编码",
  directoryState: "目录清单状态",
  implementationState: "实施清单状态",
  cases: "办件数",
  item: "事项名称",
  code: "事项编码",
  caseNumber: "办件编号",
  date: "办件日期",
  name: "姓名",
  certificate: "执法证号",
  certificateState: "证件状态",
  postState: "在岗状态",
  accountState: "账号状态",
  lastLogin: "最近登录时间",
};

/** Why an officer counts as missing, in words, and what mends it (note 3). */
export const MISSING_REASONS = {
  noAccount: { reason: "没有监管平台账号", remedy: "在监管平台创建账号并登录" },
  invalidAccount: { reason: "监管平台账号无效", remedy: "恢复账号并登录" },
  neverLoggedIn: { reason: "账号从未登录", remedy: "用账号登录一次" },
  shouldCancel: { reason: "已不在执法岗位，证件未注销", remedy: "先注销执法证件，再把监管平台账号做无效处理" },
} as const;

/** An account whose owner is no officer any more: costs nothing, but is to be cleaned up (note 3). */
export const STALE_ACCOUNT = { reason: "不是在册执法人员，账号仍有效", remedy: "把监管平台账号做无效处理" } as const;

/** 前 4 后 4; a short number keeps its first and last character only. */
export function maskedNumber(number: string): string {
  if (number.length > 8) return `${number.slice(0, 4)}****${number.slice(-4)}`;
  return number.length > 2 ? `${number[0]}${"*".repeat(number.length - 2)}${number.at(-1)}` : "*".repeat(number.length);
}

/** What each state column is asked: 算不算… */
export const STATE_MEANINGS: Readonly<Record<StateField, string>> = {
  directoryState: "已发布",
  implementationState: "已完备",
  certificateState: "证件有效",
  postState: "在岗",
  accountState: "账号有效",
};

/** Columns that a detail sheet can do without, and what follows. */
export const ABSENT_COLUMN_EFFECTS: Readonly<
  Record<DetailKind, readonly { readonly field: DetailField; readonly effect: string }[]>
> = {
  items: [
    { field: "directoryState", effect: "目录清单已完成数不从明细取" },
    { field: "implementationState", effect: "实施清单已完备数不从明细取" },
    { field: "cases", effect: "产生办件主项数不从明细取" },
  ],
  cases: [],
  officers: [
    { field: "certificate", effect: "只能按姓名和部门核对" },
    { field: "postState", effect: "无法找出已退休、调离而未注销的人员" },
  ],
  accounts: [{ field: "certificate", effect: "只能按姓名和部门核对" }],
};
