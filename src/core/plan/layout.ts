import type { TaskTable } from "../table/taskTable";
import { INPUT_COLUMNS, OWN_COLUMNS, isInput } from "./columns";
import type { OwnColumn } from "./columns";

/** Where our columns stand, zero-based sheet columns. */
export type OwnPlaces = Readonly<Partial<Record<OwnColumn, number>>>;

export interface Insertion {
  /** The zero-based column, as the sheet stands before anything is inserted, that the new ones go before. */
  readonly before: number;
  readonly columns: readonly OwnColumn[];
}

/** Where everything will stand once our columns are there. */
export interface Layout {
  /** From left to right; they are to be made from right to left, so that the places hold. */
  readonly insertions: readonly Insertion[];
  /** The table in its new place, its actual columns among ours included. */
  readonly table: TaskTable;
  readonly own: OwnPlaces;
}

/**
 * Finds a place for each of our columns that the sheet lacks: after the nearest of ours to its left, else before the
 * nearest to its right, else right of the table. Those that stand stay where staff have put them.
 */
export function layOut(table: TaskTable, own: OwnPlaces): Layout {
  const wanted = OWN_COLUMNS.filter((column) => own[column] !== undefined || !(isInput(column) && table.columns[column] !== undefined));
  const byPlace = new Map<number, OwnColumn[]>();
  wanted.forEach((column, index) => {
    if (own[column] !== undefined) return;
    const left = wanted.slice(0, index).reverse().find((other) => own[other] !== undefined);
    const right = wanted.slice(index).find((other) => own[other] !== undefined);
    const before = left !== undefined ? own[left]! + 1 : right !== undefined ? own[right]! : table.lastColumn + 1;
    byPlace.set(before, [...(byPlace.get(before) ?? []), column]);
  });
  const insertions = [...byPlace].map(([before, columns]) => ({ before, columns })).sort((a, b) => a.before - b.before);
  const moved = (column: number) => column + insertions.reduce((sum, { before, columns }) => sum + (before <= column ? columns.length : 0), 0);

  const places: Partial<Record<OwnColumn, number>> = {};
  for (const column of OWN_COLUMNS) if (own[column] !== undefined) places[column] = moved(own[column]);
  let inserted = 0;
  for (const { before, columns } of insertions) {
    columns.forEach((column, index) => (places[column] = before + inserted + index));
    inserted += columns.length;
  }
  return { insertions, own: places, table: movedTable(table, moved, places) };
}

function movedTable(table: TaskTable, moved: (column: number) => number, own: OwnPlaces): TaskTable {
  const columns = Object.fromEntries(Object.entries(table.columns).map(([column, at]) => [column, moved(at)])) as TaskTable["columns"];
  return withOwnActuals({ ...table, firstColumn: moved(table.firstColumn), lastColumn: moved(table.lastColumn), columns }, own);
}

/** The table with our input columns as its actual columns, where it has ours. */
export function withOwnActuals(table: TaskTable, own: OwnPlaces): TaskTable {
  const inputs = Object.fromEntries(INPUT_COLUMNS.filter((column) => own[column] !== undefined).map((column) => [column, own[column]]));
  return { ...table, columns: { ...table.columns, ...inputs } };
}

/** The first and last column of table and ours together. */
export function fullWidth({ table, own }: Pick<Layout, "table" | "own">): { first: number; last: number } {
  const columns = [table.firstColumn, table.lastColumn, ...(Object.values(own) as number[])];
  return { first: Math.min(...columns), last: Math.max(...columns) };
}
