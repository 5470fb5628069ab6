import type { DetailKind } from "../detail/kinds";
import { DETAIL_SHEETS } from "./detail";

/**
 * What a person reads when the rows of a file cannot be taken over, keyed by the problem's code. One sentence stands for all rows
 * with the same fault: `rows` of them, the first at the place named. Nothing of the files has been imported then.
 */
export const IMPORT_SENTENCES = {
  DATE_UNREADABLE:
    "“{column}”有 {rows} 行不是日期（第一处写的是“{value}”），没有导入任何内容。请改成 2025-09-01 这样的写法后再导入。",
  CASES_UNREADABLE:
    "“{column}”有 {rows} 行不是 0 或正整数（第一处写的是“{value}”），没有导入任何内容。请改正后再导入。",
  STATE_UNKNOWN:
    "“{column}”有 {rows} 行的写法不认识（{value}），没有导入任何内容。请先在面板里说明这些词算不算{meaning}，再导入。",
  NUMBER_LOST:
    "“{column}”有 {rows} 行是以数字存的，超过 15 位，末尾几位已经丢失（第一处是“{value}”），没有导入任何内容。请重新从平台导出，不要先用 Excel 打开并另存。",
} as const;

/** 等: more words than are named. */
export function wordsNamed(words: readonly string[], more: boolean): string {
  return words.map((word) => `“${word}”`).join("、") + (more ? "等" : "");
}

export interface ImportCounts {
  readonly kind: DetailKind;
  readonly added: number;
  readonly updated: number;
  readonly identical: number;
}

/** What an import says when it is done. */
export function imported(counts: readonly ImportCounts[], mode: "merge" | "replace"): string {
  const said = counts.map(({ kind, added, updated, identical }) =>
    mode === "replace"
      ? `“${DETAIL_SHEETS[kind]}”已换成文件里的 ${added} 行`
      : `“${DETAIL_SHEETS[kind]}”新增 ${added} 行、更新 ${updated} 行、${identical} 行没有变化`,
  );
  return `已导入：${said.join("；")}。请点“一键重算”。`;
}
