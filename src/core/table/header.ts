import { plainText } from "../cells/classify";
import type { CellGrid } from "../cells/grid";
import { isChosenDepartment, placeChoices, placeWithoutOurs } from "./columnChoices";
import type { PlacedChoices } from "./columnChoices";
import { NEEDED_COLUMNS, columnOf, headerWord, isGroupWord, isTarget } from "./headers";
import type { ActualColumn, TableColumn } from "./headers";
import type { ColumnChoice } from "./recognisedColumns";
import type { ColumnPlaces } from "./taskTable";

/** A header block as found; zero-based sheet rows and columns. */
export interface Header {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly columns: ColumnPlaces;
  /** The header text of each column that is not ours. */
  readonly words: Readonly<Partial<Record<TableColumn, string>>>;
  /** Further columns that bear the name of one already taken. */
  readonly twice: readonly { readonly column: TableColumn; readonly row: number; readonly at: number }[];
  /** What a person has said of these columns. */
  readonly choices: PlacedChoices;
}

/** Columns known beforehand, by zero-based sheet column: what staff fill in there, or null for one that is only ours. */
export type KnownColumns = ReadonlyMap<number, ActualColumn | null>;

/** A header is taken for the task table's when at least this many of its columns are known by name. */
const ENOUGH = 3;
const DEEPEST = 3;
/** A header without a department column is looked for in this many of the first used rows. */
const DEPTH = 30;
/** A list of officers has departments and counts too; these stand in task tables only. */
const TELLING = NEEDED_COLUMNS.filter((column) => column !== "department");
/** A group of columns that says what has been done: what stands under it is no target. */
const ACHIEVED = /实际|完成情况|已完成|测算/;

/**
 * The first header block on the sheet that names all columns a task table needs; where none does, the first that names
 * a department column, enough others and one that only a task table has; else the first that names all but the departments.
 */
export function findHeader(grid: CellGrid, own: KnownColumns, choices: readonly ColumnChoice[] = []): Header | null {
  let nearly: Header | null = null;
  for (let row = 0; row < grid.values.length; row++) {
    if (!namesDepartment(grid, row, own) && !saysDepartment(grid, row, own, choices)) continue;
    const header = readHeader(grid, row, own, choices);
    const { columns } = header;
    if (NEEDED_COLUMNS.every((column) => columns[column] !== undefined)) return header;
    const known = Object.keys(columns).filter((column) => column !== "serial").length;
    if (
      columns.department === undefined
        ? namesTheRest(header)
        : known >= ENOUGH && TELLING.some((column) => columns[column] !== undefined)
    )
      nearly ??= header;
  }
  return nearly ?? withoutDepartments(grid, own, choices);
}

/** A header under which only the departments' own name is not known: the person can say which column it is. */
function withoutDepartments(grid: CellGrid, own: KnownColumns, choices: readonly ColumnChoice[]): Header | null {
  for (let row = 0; row < Math.min(grid.values.length, DEPTH); row++) {
    if (headerWords(grid, row, own) === 0) continue;
    const header = readHeader(grid, row, own, choices);
    if (namesTheRest(header)) return header;
  }
  return null;
}

function namesTheRest({ columns }: Header): boolean {
  return TELLING.every((column) => columns[column] !== undefined);
}

/** Whether this grid row (not sheet row) holds the header of the department column. */
export function namesDepartment(grid: CellGrid, row: number, own: KnownColumns): boolean {
  return (grid.values[row] ?? []).some(
    (value, column) =>
      typeof value === "string" && !own.has(grid.firstColumn + column) && columnOf(value) === "department",
  );
}

function saysDepartment(grid: CellGrid, row: number, own: KnownColumns, choices: readonly ColumnChoice[]): boolean {
  return (
    choices.length > 0 &&
    (grid.values[row] ?? []).some(
      (value, column) =>
        typeof value === "string" && !own.has(grid.firstColumn + column) && isChosenDepartment(value, choices),
    )
  );
}

function readHeader(grid: CellGrid, anchor: number, own: KnownColumns, said: readonly ColumnChoice[]): Header {
  let first = anchor;
  let last = anchor;
  while (first > 0 && anchor - first < DEEPEST - 1 && headerWords(grid, first - 1, own) > 0) first--;
  while (
    last + 1 < grid.values.length &&
    last - first < DEEPEST - 1 &&
    headerWords(grid, last + 1, own) > 0 &&
    !namesDepartment(grid, last + 1, own)
  )
    last++;

  const width = grid.values[anchor]?.length ?? 0;
  const offsets = Array.from({ length: width }, (_, offset) => offset);
  const texts = offsets.map((offset) => ({
    at: grid.firstColumn + offset,
    header: headerText(grid, first, last, grid.firstColumn + offset),
  }));
  const choices = placeChoices(
    texts.filter(({ at, header }) => header !== "" && !own.has(at)),
    said,
    (at) => placeWithoutOurs(at, own.keys()),
  );
  const chosen = new Set(choices.placed.values());

  const columns: Partial<Record<TableColumn, number>> = {};
  const words: Partial<Record<TableColumn, string>> = {};
  const twice: { column: TableColumn; row: number; at: number }[] = [];
  // What is known by words bounds the table even where a person has said otherwise, so that it can be said otherwise again.
  const known = [...choices.placed.keys()];
  for (const offset of offsets) {
    const at = grid.firstColumn + offset;
    if (own.has(at)) {
      const actual = own.get(at);
      if (actual && !chosen.has(actual)) columns[actual] = at;
      continue;
    }
    const found = nameOf(grid, first, last, offset);
    if (choices.placed.has(at)) {
      const column = choices.placed.get(at);
      if (!column) continue;
      columns[column] = at;
      words[column] = texts[offset]!.header;
      continue;
    }
    if (!found) continue;
    if (chosen.has(found.column)) {
      known.push(at);
      continue;
    }
    if (columns[found.column] !== undefined) {
      twice.push({ column: found.column, row: grid.firstRow + last, at });
      continue;
    }
    known.push(at);
    columns[found.column] = at;
    words[found.column] = found.word;
  }
  return {
    firstRow: grid.firstRow + first,
    lastRow: grid.firstRow + last,
    ...extent(grid, first, last, known, own),
    columns,
    words,
    twice,
    choices,
  };
}

/** The header of a sheet column as it stands, the texts above each other joined by "/"; `first` and `last` are grid rows. */
export function headerText(grid: CellGrid, first: number, last: number, at: number): string {
  const texts = grid.values.slice(first, last + 1).map((row) => plainText(String(row[at - grid.firstColumn] ?? "")));
  return texts.filter((text) => text !== "").join("/");
}

/** How many cells of this grid row are header words: names of columns or of groups of columns. */
function headerWords(grid: CellGrid, row: number, own: KnownColumns): number {
  return grid.values[row]!.filter(
    (value, column) =>
      typeof value === "string" &&
      !own.has(grid.firstColumn + column) &&
      (columnOf(value) !== undefined || isGroupWord(value)),
  ).length;
}

/** A column is named by its lowest header text, else by the texts above each other read as one. */
function nameOf(
  grid: CellGrid,
  first: number,
  last: number,
  offset: number,
): { column: TableColumn; word: string } | undefined {
  const texts: string[] = [];
  for (let row = first; row <= last; row++) {
    const text = plainText(String(grid.values[row]![offset] ?? ""));
    if (text) texts.push(text);
  }
  const lowest = texts.at(-1);
  if (lowest === undefined) return undefined;
  const joined = texts.join("");
  const group = groupAbove(grid, first, last, offset);
  const named = [lowest, joined, group + lowest].find((word) => columnOf(word) !== undefined);
  if (named === undefined) return undefined;
  const column = columnOf(named)!;
  return isTarget(column) && ACHIEVED.test(group) ? undefined : { column, word: lowest };
}

/** The text of the group that a column stands in: its own upper cell, or the nearest to the left where that is merged away. */
function groupAbove(grid: CellGrid, first: number, last: number, offset: number): string {
  if (first === last) return "";
  for (let column = offset; column >= 0; column--) {
    const text = headerWord(String(grid.values[first]![column] ?? ""));
    if (text) return text;
  }
  return "";
}

/** From the outermost known columns on to neighbours that have a header too, such as 备注; own columns are passed over. */
function extent(
  grid: CellGrid,
  first: number,
  last: number,
  known: readonly number[],
  own: KnownColumns,
): { firstColumn: number; lastColumn: number } {
  const headed = (column: number) => {
    for (let row = first; row <= last; row++) {
      if (plainText(String(grid.values[row]![column - grid.firstColumn] ?? "")) !== "") return true;
    }
    return false;
  };
  let firstColumn = Math.min(...known);
  let lastColumn = Math.max(...known);
  while (firstColumn > grid.firstColumn && !own.has(firstColumn - 1) && headed(firstColumn - 1)) firstColumn--;
  for (let column = lastColumn + 1; own.has(column) || headed(column); column++)
    if (!own.has(column)) lastColumn = column;
  return { firstColumn, lastColumn };
}
