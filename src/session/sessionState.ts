import type { Recalculated, SelfTestReport, Stage } from "../actions";
import type { ActualConflict } from "../core/detail/actuals";
import type { Trend } from "../core/history/trend";
import type { HeldSettings } from "../core/memory/settings";
import type { Problem } from "../core/problems/problem";
import type { RecognisedColumn } from "../core/table/recognisedColumns";
import type { ACTIONS } from "../core/wording/pane";
import type { View } from "./view";

/** What a person can start from the pane or the ribbon, apart from showing a cell. */
export type ActionName = keyof typeof ACTIONS;

/** Which table an action means: the one that the pane shows, else the open sheet's; or the open sheet's first. */
export type Where = "shown" | "open";

/** The last action that can be taken back, and when it was done. */
export interface Undoable {
  readonly action: ActionName;
  readonly at: Date;
}

/** How the last thing a person asked for ended. */
export type Notice =
  /** `saved`: with settings that were saved. */
  | { readonly kind: "recalculated"; readonly result: Recalculated; readonly saved?: true }
  | {
      readonly kind: "changed";
      readonly action: ActionName;
      readonly message: string;
      readonly problems?: readonly Problem[];
    }
  | {
      readonly kind: "stopped";
      readonly action: ActionName;
      readonly problems: readonly Problem[];
      readonly conflicts?: readonly ActualConflict[];
      readonly sheetId?: string;
      readonly recognised?: readonly RecognisedColumn[];
    }
  /** A defect: something was thrown that no action answers for. */
  | { readonly kind: "failed"; readonly code: string; readonly detail: string };

/** What runs now and how far it is. */
export interface Working {
  readonly action: ActionName;
  /** Null until the action tells one. */
  readonly stage: Stage | null;
  /** How much of the stage is done, 0 to 1; null where that is not known. */
  readonly share: number | null;
  /** The action has told a share before: from then on nothing else is shown as one. */
  readonly measured: boolean;
  /** The person has asked it to stop. */
  readonly cancelling: boolean;
}

export interface SessionState {
  readonly working: Working | null;
  /** The last recalculation, as long as the sheet still shows it. */
  readonly result: Recalculated | null;
  readonly notice: Notice | null;
  readonly undoable: Undoable | null;
  /** When the sheet of the result was first changed since; null where it still is what was computed. */
  readonly changedAt: Date | null;
  /** 推进记录 as it was last read; null where the workbook has none. */
  readonly trend: Trend | null;
  /** As the workbook holds them, read for 设置 where nothing is computed; null until then. */
  readonly settings: HeldSettings | null;
  /** What the last 自检 has found. */
  readonly selfTest: SelfTestReport | null;
  readonly view: View;
  /** Counts the actions begun, so that the same sentence twice is told twice. */
  readonly run: number;
}
