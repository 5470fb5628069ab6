import type { DetailKind } from "../detail/kinds";

/** What goes into a detail sheet and from where: the first row of its template. */
export const TEMPLATE_NOTES: Readonly<Record<DetailKind, string>> = {
  items:
    "从监管平台导出本县各部门认领的监管事项，一行一个子项（没有子项的一行一个主项），粘贴到表头下面。办件数填产生过的办件数，没有的填 0。",
  cases: "从监管平台导出监管行为记录，一行一件，粘贴到表头下面。事项编码填监管事项的编码，没有编码的填事项名称。",
  officers:
    "从执法人员管理平台导出持证执法人员，一行一人，粘贴到表头下面。已退休、调离的人员在证件注销之前也要列入。不要粘贴身份证号。",
  accounts:
    "从监管平台导出用户账号，一行一个账号，粘贴到表头下面。从未登录的账号，最近登录时间留空。不要粘贴身份证号。",
};

/** What Excel says at a state that is not in the list. */
export const STATE_NOT_IN_LIST = "这个写法不在列表中。平台导出的写法可以保留，面板会请您说明它的意思。";
