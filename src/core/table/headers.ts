import { plainText } from "../cells/classify";

/** Columns that the source itself has (附件2). */
export const SOURCE_COLUMNS = [
  "serial",
  "department",
  "claimed",
  "directoryTarget",
  "implementationTarget",
  "coverageTarget",
  "officersTarget",
] as const;
/** Columns that staff fill in. */
export const ACTUAL_COLUMNS = [
  "directoryDue",
  "directoryDone",
  "implementationDone",
  "covered",
  "officers",
  "onboarded",
] as const;

export type SourceColumn = (typeof SOURCE_COLUMNS)[number];
export type ActualColumn = (typeof ACTUAL_COLUMNS)[number];
export type TableColumn = SourceColumn | ActualColumn;

/** A table without one of these is not computed. */
export const NEEDED_COLUMNS = [
  "department",
  "claimed",
  "directoryTarget",
  "implementationTarget",
  "coverageTarget",
  "officersTarget",
] as const satisfies readonly SourceColumn[];

/** The columns that say what is to be reached. */
export function isTarget(column: TableColumn): boolean {
  return column.endsWith("Target");
}

/** The words by which a column is known; the first is the source's own. Compared without spaces, marks and bracketed units. */
export const HEADER_SYNONYMS: Readonly<Record<TableColumn, readonly string[]>> = {
  serial: ["序号", "编号", "排序"],
  department: ["部门名称", "部门", "单位名称", "单位", "责任单位", "责任部门", "牵头单位", "部门单位", "部门单位名称"],
  claimed: [
    "目录清单已认领的主项数",
    "目录清单已认领主项数",
    "目录清单认领主项数",
    "目录清单已认领数",
    "已认领的主项数",
    "已认领主项数",
    "认领主项数",
    "主项数",
    "主项事项数",
    "主项总数",
  ],
  directoryTarget: ["目录清单完成率", "目录清单完成率目标", "目录清单完成目标", "目录清单目标"],
  implementationTarget: ["实施清单完备率", "实施清单完备率目标", "实施清单完备目标", "实施清单目标"],
  coverageTarget: ["监管行为覆盖率", "监管行为覆盖率目标", "监管行为覆盖目标", "覆盖率目标", "行为覆盖率", "覆盖率"],
  officersTarget: [
    "执法人员入驻率目标",
    "执法人员入驻率",
    "执法人员入驻目标",
    "人员入驻率目标",
    "人员入驻率",
    "入驻率目标",
    "入驻率",
  ],
  directoryDue: [
    "目录清单应认领数",
    "目录清单应认领的主项数",
    "目录清单应认领主项数",
    "应认领的主项数",
    "应认领主项数",
    "应认领数",
  ],
  directoryDone: [
    "目录清单已完成数",
    "目录清单完成数",
    "目录清单已完成的主项数",
    "目录清单已完成主项数",
    "已完成目录清单数",
  ],
  implementationDone: [
    "实施清单已完备数",
    "实施清单完备数",
    "实施清单已完备的主项数",
    "实施清单已完备主项数",
    "已完备实施清单数",
  ],
  covered: [
    "产生办件主项数",
    "产生办件的主项数",
    "已产生办件主项数",
    "已产生办件的主项数",
    "产生办件的事项数",
    "产生办件事项数",
    "产生办件数",
    "已覆盖主项数",
    "覆盖主项数",
  ],
  officers: [
    "执法人员数",
    "执法人员总数",
    "执法人员人数",
    "执法人员数量",
    "应入驻人数",
    "应入驻执法人员数",
    "执法人员应入驻人数",
  ],
  onboarded: ["已入驻人数", "入驻人数", "已入驻执法人员数", "执法人员已入驻人数", "已入驻执法人员", "已入驻数"],
};

/** Words over several columns; they stand in a header's upper row. */
const GROUP_WORDS = new Set([
  "事项梳理目标",
  "数据汇聚目标",
  "填报数据",
  "测算结果",
  "目标",
  "实际",
  "实际完成情况",
  "完成情况",
  "指标目标",
]);

const COLUMN_BY_WORD = new Map(
  Object.entries(HEADER_SYNONYMS).flatMap(([column, words]) =>
    words.map((word) => [word, column as TableColumn] as const),
  ),
);

/** A header's text as it is compared: no white space, quotation marks or bracketed units such as （个）. */
export function headerWord(text: string): string {
  return plainText(text)
    .replace(/\s+/g, "")
    .replace(/\([^()]*\)|\[[^\]]*\]|【[^】]*】/g, "")
    .replace(/["'“”‘’《》:：*、，,。]/g, "");
}

/** The column that this header's text names, or undefined. */
export function columnOf(text: string): TableColumn | undefined {
  return COLUMN_BY_WORD.get(headerWord(text));
}

export function isGroupWord(text: string): boolean {
  return GROUP_WORDS.has(headerWord(text));
}
