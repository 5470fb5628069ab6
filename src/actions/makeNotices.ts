import type { DetailReport } from "../core/detail/report";
import type { ActionOptions, Changed, Stopped } from "./outcome";

export interface NoticeOptions extends ActionOptions {
  /** Zero-based rows of the departments; all of them, or those that miss a target. */
  readonly departments: readonly number[] | "all" | "behind";
  /** Names for the notices, from the last recalculation; null where the workbook has no detail sheets. */
  readonly detail: DetailReport | null;
}

/** 单部门通知单: a sheet, and a page, for each of these departments. */
export function makeNotices(_options: NoticeOptions): Promise<Changed | Stopped> {
  throw new Error("makeNotices");
}
