import type { SheetContent } from "../core/plan/content";
import type { OwnPlaces } from "../core/taskSheet/layout";
import type { Snapshot } from "../core/taskSheet/restoring";
import type { Step } from "../core/plan/sheetPlan";
import type { Memory } from "../core/memory/memory";
import type { TaskTable } from "../core/table/taskTable";
import type { UndoneAs } from "./action";

/** The last action that changed the workbook, with what it takes to undo it. */
export type LastAction = TableAction | SheetsAction;

/** An action on the task table. */
export interface TableAction {
  readonly action: UndoneAs;
  readonly at: Date;
  readonly before: Snapshot;
  /** The table as it stood before; null where there was none to recognise. */
  readonly table: TaskTable | null;
  /** Where everything stood afterwards; null after a failure, when it may stand anywhere. */
  readonly structureAfter: string | null;
}

/** A sheet that an action wrote whole. */
export interface TouchedSheet {
  /** Its id; its name after a failure. */
  readonly id: string;
  readonly name: string;
  /** What it held before; null where the action made the sheet. */
  readonly before: SheetContent | null;
  /** Fingerprint of what it held afterwards; null after a failure, when it may hold anything, and where the action deleted it. */
  readonly after: string | null;
  /** What gives it back the looks that it had before; absent where looks stay as the action left them. */
  readonly looks?: readonly Step[];
  /** The action deleted the sheet: its place among the tabs, from 0. It is made again under its name. */
  readonly removedFrom?: number;
}

/** An action on whole sheets of ours, or on what the workbook remembers. */
export interface SheetsAction {
  readonly action: UndoneAs;
  readonly at: Date;
  readonly sheets: readonly TouchedSheet[];
  /** Taking it back has failed before: sheets that were being made again may stand already. */
  readonly unsettled?: true;
  /** What the workbook remembered before and remembers afterwards, absent after a failure; all absent where the action leaves it alone. */
  readonly memory?: { readonly before: Memory | null; readonly after?: Memory | null };
  /** The action that this one is a part of: both are undone together. */
  readonly joined?: TableAction;
}

let last: LastAction | null = null;

export function rememberAction(action: LastAction): void {
  last = action;
}

export function lastAction(): LastAction | null {
  return last;
}

export function forgetAction(): void {
  last = null;
}

/**
 * A sheet's structure in a line: its id, rows, headers and where our columns stand. It differs once rows or columns have
 * been inserted, deleted, moved or sorted since, and does not when figures are typed.
 */
export function structureOf(sheetId: string, table: TaskTable | null, own: OwnPlaces): string {
  const rows = table && [
    table.headerRows.first,
    table.headerRows.last,
    table.body.first,
    table.body.last,
    table.departments.map(({ name }) => name),
  ];
  const sorted = (places: object) => Object.entries(places).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([sheetId, rows, table && sorted(table.columns), sorted(own)]);
}
