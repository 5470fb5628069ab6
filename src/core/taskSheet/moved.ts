import { cellOf } from "../cells/grid";
import type { RawValue } from "../cells/grid";
import type { TaskTable } from "../table/taskTable";
import { columnOfName } from "./names";
import type { SheetState } from "./state";

/** Cells and names of a sheet at one moment. */
export type Standing = Pick<SheetState, "grid" | "names">;

/**
 * Whether rows or columns that a plan writes to have been inserted, deleted, moved or sorted between two readings, told by our names, by the
 * headers and by the departments' names. What was only typed meanwhile moves nothing.
 */
export function hasMoved(before: Standing, now: Standing, table: TaskTable | null): boolean {
  return (
    ownNames(before) !== ownNames(now) ||
    (table !== null && JSON.stringify(landmarks(before, table)) !== JSON.stringify(landmarks(now, table)))
  );
}

function ownNames({ names }: Standing): string {
  const ours = names.filter(({ name }) => columnOfName(name) !== null);
  return ours
    .map(({ name, cell }) => `${name} ${cell?.row},${cell?.column}`)
    .sort()
    .join();
}

function landmarks(
  { grid }: Standing,
  { headerRows, body, notes, firstColumn, lastColumn, columns }: TaskTable,
): RawValue[] {
  const found: RawValue[] = [];
  for (let row = headerRows.first; row <= headerRows.last; row++)
    for (let column = firstColumn; column <= lastColumn; column++) found.push(cellOf(grid, row, column));
  const last = notes?.last ?? body.last;
  for (let row = body.first; row <= last; row++)
    found.push(cellOf(grid, row, columns.department), ...(row > body.last ? [cellOf(grid, row, firstColumn)] : []));
  return found;
}
