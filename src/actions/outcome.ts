import type { Assessment } from "../core/assess/assessment";
import type { ActualConflict, TypedActuals } from "../core/detail/actuals";
import type { DetailReport } from "../core/detail/report";
import type { RunChanges } from "../core/history/changes";
import type { OwnPlaces } from "../core/taskSheet/layout";
import type { PrintOptions } from "../core/memory/options";
import type { Settings } from "../core/memory/settings";
import type { Problem } from "../core/problems/problem";
import type { NewColumnChoices } from "../core/table/columnChoices";
import type { RecognisedColumn } from "../core/table/recognisedColumns";
import type { ColumnPlaces } from "../core/table/taskTable";

/** What an action is doing now; the pane turns it into a sentence. */
export type Stage = "reading" | "assessing" | "writing" | "undoing" | "testing";

export interface ActionOptions {
  /** The sheet to work on; the active sheet first where it is left out. */
  readonly sheet?: string;
  /** Formulas keep the sheet live; values freeze it. As the workbook's settings say where it is left out. */
  readonly writeAs?: "formulas" | "values";
  /** The moment that 数据截止 and the pace are told from. */
  readonly now?: Date;
  /** `share` is how much of the stage is done, 0 to 1, where that is known. */
  readonly onProgress?: (stage: Stage, share?: number) => void;
  /** Asked between the requests of long work; what it stops leaves the workbook as it was. */
  readonly cancelled?: () => boolean;
}

export interface RecalculationChoices {
  /** What becomes of typed actuals that the detail sheets contradict; "ask" (the default) stops and lists them. */
  readonly typedActuals?: TypedActuals;
  /** New settings, kept in the workbook and undone together with the recalculation. */
  readonly settings?: Settings;
  /** What a person says of the table's columns (zero-based sheet columns), kept in the workbook and undone together with the recalculation. */
  readonly columns?: NewColumnChoices;
}

/** What is chosen for this print; the rest is as it was chosen last. */
export type PrintingOptions = ActionOptions & Partial<PrintOptions>;

/** A cell in which Excel's own result and the assessment differ. */
export interface Difference {
  /** Sheet and cell, 附件2!P9. */
  readonly address: string;
  readonly excel: string;
  readonly assessment: string;
}

/** Nothing was written, or what was written was taken back: the problems say which. */
export interface Stopped {
  readonly done: false;
  readonly problems: readonly Problem[];
  /** Typed actuals that the detail sheets contradict: the person chooses, and recalculates with the choice. */
  readonly conflicts?: readonly ActualConflict[];
  /** The id of the sheet that the conflicts are of. */
  readonly sheetId?: string;
  /** The headers found, where they do not make a whole task table: the person can say which is which. */
  readonly recognised?: readonly RecognisedColumn[];
}

export function stopped(...problems: Problem[]): Stopped {
  return { done: false, problems };
}

export interface Recalculated {
  readonly done: true;
  /** The moment that the figures are of. */
  readonly at: Date;
  readonly sheet: string;
  readonly sheetId: string;
  readonly title: string;
  /** First and last department row, one-based as on the sheet. */
  readonly table: { readonly firstRow: number; readonly lastRow: number };
  /** Where the columns stand now, zero-based sheet columns. */
  readonly places: { readonly columns: ColumnPlaces; readonly own: OwnPlaces };
  readonly assessment: Assessment;
  readonly settings: Settings;
  /** Which header was taken for which column, left to right. */
  readonly recognised: readonly RecognisedColumn[];
  /** What has changed since the last recalculation of this sheet; null at the first. */
  readonly changes: RunChanges | null;
  /** The workbook has a sheet 推进记录. */
  readonly hasHistory: boolean;
  /** How keeping it in 推进记录 ended, where each run is kept. */
  readonly recorded?: Changed | Stopped;
  /** What the detail sheets say by name; null where the workbook has none. */
  readonly detail: DetailReport | null;
  /** After a look: `detail` is null because the other sheets have not been read yet, or because reading them has failed. */
  readonly detailUnread?: "yet" | "failed";
  /** After a look: the table holds other numbers than the detail sheets. */
  readonly detailDiffers?: true;
  readonly problems: readonly Problem[];
  /** Empty when Excel's formulas and the assessment agree (核对一致). */
  readonly differences: readonly Difference[];
  /** Syncs that carried work. */
  readonly requests: number;
}

/** An action that changes the sheet but computes nothing: clearing, printing, undoing. */
export interface Changed {
  readonly done: true;
  readonly sheet: string;
  /** What was done, one sentence. */
  readonly message: string;
  /** What is worth a look though it was done. */
  readonly problems?: readonly Problem[];
  readonly requests: number;
}
