import type { OwnPlaces } from "../core/plan/layout";
import type { Snapshot } from "../core/plan/restoring";
import type { TaskTable } from "../core/table/taskTable";

export type Undoable = "recalculate" | "clearMarks" | "setUpPrinting";

/** The last action that changed the workbook, with what it takes to undo it. */
export interface LastAction {
  readonly action: Undoable;
  readonly at: Date;
  readonly before: Snapshot;
  /** The table as it stood before; null where there was none to recognise. */
  readonly table: TaskTable | null;
  /** Where everything stood afterwards; null after a failure, when it may stand anywhere. */
  readonly structureAfter: string | null;
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
  const rows = table && [table.headerRows.first, table.headerRows.last, table.body.first, table.body.last, table.departments.map(({ name }) => name)];
  const sorted = (places: object) => Object.entries(places).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([sheetId, rows, table && sorted(table.columns), sorted(own)]);
}
