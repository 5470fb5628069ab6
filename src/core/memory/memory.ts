import type { DecidedActual } from "../detail/actuals";
import type { PageSetUp } from "../plan/sheetPlan";

/** The form of `Memory` that this add-in reads and writes; to be raised once an add-in of today would misread what is kept. */
export const MEMORY_VERSION = 1;

/** Kept in the document's settings, one entry a workbook. No personal data. */
export interface Memory {
  /** `MEMORY_VERSION`, or a greater one where a later add-in has written it: of that nothing else is read. */
  readonly version: number;
  /** The rules as `readRules` takes them; absent where all are the defaults. */
  readonly rules?: unknown;
  /** What a person has said of the detail sheets, as `readChoices` takes it. */
  readonly detail?: unknown;
  /** By sheet id: the actuals that came from detail sheets, or that a person kept against them. */
  readonly actuals?: Readonly<Record<string, readonly DecidedActual[]>>;
  /** What the add-in does, as `readOptions` takes it. */
  readonly options?: unknown;
  /** Which column of the task table is which, where a person has said so, as `readColumnChoices` takes it. */
  readonly columns?: unknown;
  /** By sheet id: the figures of the last recalculation, as `readLastRun` takes them. */
  readonly lastRuns?: Readonly<Record<string, unknown>>;
  /** By sheet id: the page as it was before the first 打印设置, to be put back by 清除标记. */
  readonly pages: Readonly<Record<string, PageSetUp>>;
}
