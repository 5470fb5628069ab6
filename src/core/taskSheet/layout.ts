import type { TaskTable } from "../table/taskTable";
import { DEFAULT_RULES } from "../assess/rules";
import { INDICATORS, descriptorOf } from "../indicators/indicators";
import { COMPUTED_COLUMNS, INPUT_COLUMNS, OWN_COLUMNS, isBasis, isInput, readBy } from "./columns";
import type { InputColumn, OwnColumn, ReadColumn } from "./columns";
import { neededReadings } from "./readings";

/** Where our columns stand, zero-based sheet columns. */
export type OwnPlaces = Readonly<Partial<Record<OwnColumn, number>>>;

export interface Insertion {
  /** The zero-based column, as the sheet stands once what is removed has gone, that the new ones go before. */
  readonly before: number;
  readonly columns: readonly OwnColumn[];
}

/** Where everything will stand once our columns are there. */
export interface Layout {
  /** From left to right; they are to be made from right to left, so that the places hold. */
  readonly insertions: readonly Insertion[];
  /** Columns of ours that go first, for a person has said that one of the sheet's own is the same. */
  readonly removed: readonly InputColumn[];
  /** Where a zero-based column of the sheet will stand; not to be asked of a removed one. */
  readonly moved: (column: number) => number;
  /** The table in its new place, its actual columns among ours included. */
  readonly table: TaskTable;
  readonly own: OwnPlaces;
}

/**
 * Finds a place for each of our columns that the sheet lacks: after the nearest of ours to its left, else before the
 * nearest to its right, else right of the table. Those that stand stay where staff have put them.
 */
export function layOut(
  before: TaskTable,
  standing: OwnPlaces,
  readings: readonly ReadColumn[] = neededReadings(before, DEFAULT_RULES.bareTargets),
): Layout {
  const removed = replacedInputs(before, standing);
  const closed = (column: number) => column - removed.filter((other) => standing[other]! < column).length;
  const own: OwnPlaces = Object.fromEntries(
    OWN_COLUMNS.flatMap((column) =>
      standing[column] === undefined || (removed as OwnColumn[]).includes(column)
        ? []
        : [[column, closed(standing[column])]],
    ),
  );
  const wanted = OWN_COLUMNS.filter((column) => own[column] !== undefined || isWanted(column, before, readings));
  const byPlace = new Map<number, OwnColumn[]>();
  wanted.forEach((column, index) => {
    if (own[column] !== undefined) return;
    const left = wanted
      .slice(0, index)
      .reverse()
      .find((other) => own[other] !== undefined);
    const right = wanted.slice(index).find((other) => own[other] !== undefined);
    const place =
      left !== undefined ? own[left]! + 1 : right !== undefined ? own[right]! : closed(before.lastColumn) + 1;
    byPlace.set(place, [...(byPlace.get(place) ?? []), column]);
  });
  const insertions = [...byPlace]
    .map(([place, columns]) => ({ before: place, columns }))
    .sort((a, b) => a.before - b.before);
  const opened = (column: number) =>
    column + insertions.reduce((sum, { before: place, columns }) => sum + (place <= column ? columns.length : 0), 0);
  const moved = (column: number) => opened(closed(column));

  const places: Partial<Record<OwnColumn, number>> = {};
  for (const column of OWN_COLUMNS) if (own[column] !== undefined) places[column] = opened(own[column]);
  let inserted = 0;
  for (const { before: place, columns } of insertions) {
    columns.forEach((column, index) => (places[column] = place + inserted + index));
    inserted += columns.length;
  }
  return { insertions, removed, moved, own: places, table: movedTable(before, moved, places) };
}

/** What the sheet has itself is not added; nor are columns behind the results that would only repeat others. */
function isWanted(column: OwnColumn, { columns }: TaskTable, readings: readonly ReadColumn[]): boolean {
  if (isInput(column)) return columns[column] === undefined;
  if (readBy(column) !== null) return (readings as readonly OwnColumn[]).includes(column);
  const apart = INDICATORS.find((indicator) => column === `${indicator}DueUsed`);
  return apart === undefined || columns[descriptorOf(apart).due!] !== undefined;
}

/** Whether all that the add-in computes stands on the sheet: an earlier version made fewer columns, and staff may delete some. */
export function hasAllComputed(table: TaskTable, own: OwnPlaces): boolean {
  return COMPUTED_COLUMNS.every((column) => own[column] !== undefined || !isWanted(column, table, []));
}

/** Input columns of ours in whose stead the table has been found to have another. */
export function replacedInputs({ columns }: TaskTable, own: OwnPlaces): InputColumn[] {
  return INPUT_COLUMNS.filter(
    (column) => own[column] !== undefined && columns[column] !== undefined && columns[column] !== own[column],
  );
}

function movedTable(table: TaskTable, moved: (column: number) => number, own: OwnPlaces): TaskTable {
  const columns = Object.fromEntries(
    Object.entries(table.columns).map(([column, at]) => [column, moved(at)]),
  ) as TaskTable["columns"];
  return withOwnActuals(
    { ...table, firstColumn: moved(table.firstColumn), lastColumn: moved(table.lastColumn), columns },
    own,
  );
}

/** The table with our input columns as its actual columns, where it has ours. */
export function withOwnActuals(table: TaskTable, own: OwnPlaces): TaskTable {
  const inputs = Object.fromEntries(
    INPUT_COLUMNS.filter((column) => own[column] !== undefined).map((column) => [column, own[column]]),
  );
  return { ...table, columns: { ...table.columns, ...inputs } };
}

/** The first and last column of table and ours together, as they are in sight. */
export function fullWidth({ table, own }: Pick<Layout, "table" | "own">): { first: number; last: number } {
  const inSight = OWN_COLUMNS.flatMap((column) => (isBasis(column) ? [] : (own[column] ?? [])));
  const columns = [table.firstColumn, table.lastColumn, ...inSight];
  return { first: Math.min(...columns), last: Math.max(...columns) };
}
