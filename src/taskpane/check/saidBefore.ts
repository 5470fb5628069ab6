import type { Problem } from "../../core/problems/problem";
import type { RecognisedColumn } from "../../core/table/recognisedColumns";

/** Whether the workbook remembers anything said of columns, found or not. */
export function saidBefore(recognised: readonly RecognisedColumn[], problems: readonly Problem[]): boolean {
  return (
    recognised.some(({ chosen }) => chosen) ||
    problems.some(({ code }) => code === "COLUMN_CHOICE_LOST" || code === "COLUMN_CHOICES_DAMAGED")
  );
}
