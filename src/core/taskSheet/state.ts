import type { Area } from "../cells/address";
import type { CellGrid, RawValue } from "../cells/grid";
import type { ActualColumn } from "../table/headers";
import type { TaskTable } from "../table/taskTable";
import { isOwnSum } from "./aggregates";
import { isOwnBar } from "./bars";
import { OWN_COLUMNS, isInput } from "./columns";
import type { OwnColumn } from "./columns";
import { derivedCells } from "./derived";
import { isOwnFormula } from "./formulas";
import { markOf } from "./highlights";
import type { OwnPlaces } from "./layout";
import { entryFor, pageOfOriginal } from "../memory/entries";
import { anchorOfName, columnOfName } from "./names";
import type { PageSetUp } from "../plan/sheetPlan";
import type { Memory } from "../memory/memory";
import { isStray } from "./strays";

/** A name that belongs to the sheet. `cell` is zero-based and null where it refers to no single cell of this sheet (deleted, a constant). */
export interface SheetName {
  readonly name: string;
  /** With its leading "=". */
  readonly formula: string;
  readonly cell: { readonly row: number; readonly column: number } | null;
  /** The cells of this sheet that it refers to, where they are a block of several; zero-based. */
  readonly area?: Area;
}

/** A conditional format by formula, or a data bar whose lower end is a formula, as it was read. */
export interface HighlightRead {
  readonly id: string;
  /** "" of a rule of which only the beginning came through, and of other people's bars. */
  readonly formula: string;
  readonly bar?: true;
}

/** What an action puts into a cell, zero-based. */
export interface GivenCell {
  readonly row: number;
  readonly column: number;
  readonly content: RawValue;
}

/** All that is read of a sheet before anything is written: plain data. */
export interface SheetState {
  readonly sheetId: string;
  /** Of the other sheets that stand in the workbook; absent where they have not been asked for. */
  readonly otherIds?: readonly string[];
  readonly grid: CellGrid;
  readonly names: readonly SheetName[];
  /** Formula rules and data bars on the sheet, other people's among them. */
  readonly highlights: readonly HighlightRead[];
  readonly page: PageSetUp;
  readonly memory: Memory | null;
  readonly isProtected: boolean;
  readonly isReadOnly: boolean;
  readonly calculatesByHand: boolean;
}

/** Where our columns stand on this sheet now; those that staff deleted are absent. */
export function ownPlaces(state: SheetState): OwnPlaces {
  const places: Partial<Record<OwnColumn, number>> = {};
  for (const named of state.names) {
    const column = columnOfName(named.name);
    if (column && named.cell && !isStray(state, named)) places[column] = named.cell.column;
  }
  return places;
}

/** What recognition is told of our columns. */
export function knownColumns(own: OwnPlaces): Map<number, ActualColumn | null> {
  return new Map(
    OWN_COLUMNS.flatMap((column) =>
      own[column] === undefined ? [] : [[own[column], isInput(column) ? column : null] as const],
    ),
  );
}

/** Our names that no longer stand for a cell of ours, and anchors left behind by an action that was cut off. */
export function leftoverNames(state: SheetState): string[] {
  return state.names
    .filter(
      (named) =>
        anchorOfName(named.name) !== null ||
        (columnOfName(named.name) !== null && (named.cell === null || isStray(state, named))),
    )
    .map(({ name }) => name);
}

/** The ids of the conditional formats that are ours, data bars among them. A rule without its formula is one of which only the beginning came through: nobody else can make such a one. */
export function ownHighlights(state: SheetState): string[] {
  return state.highlights
    .filter(({ formula, bar }) => markOf(formula) !== null || isOwnBar(formula) || (formula === "" && !bar))
    .map(({ id }) => id);
}

/** Whether we have highlighted this sheet. */
export function isHighlighted(state: SheetState): boolean {
  return state.highlights.some(({ formula }) => markOf(formula) !== null);
}

/** The ids of our data bars. */
export function ownBars(state: SheetState): string[] {
  return state.highlights.filter(({ formula }) => isOwnBar(formula)).map(({ id }) => id);
}

/** Whether a data bar of ours stands on this sheet. */
export function hasBars(state: SheetState): boolean {
  return ownBars(state).length > 0;
}

/** A column of the sheet's used range, top to bottom, as formulas or raw values. */
export function columnCells(grid: CellGrid, column: number): RawValue[][] {
  return grid.formulas.map((row) => [row[column - grid.firstColumn] ?? ""]);
}

/** The header row that our columns' names point at, zero-based; null where none of ours stands. */
export function ownHeaderRow(state: SheetState): number | null {
  return (
    state.names.find((named) => columnOfName(named.name) !== null && named.cell !== null && !isStray(state, named))
      ?.cell?.row ?? null
  );
}

/** The ids of data bars that are not known as ours. */
export function otherBars(state: SheetState): string[] {
  return state.highlights.filter(({ formula, bar }) => bar && !isOwnBar(formula)).map(({ id }) => id);
}

/** Input columns of ours in which staff have typed anything below the header; what `table`'s detail sheets gave was not typed, nor what is `given`. */
export function typedColumns(
  state: SheetState,
  table: TaskTable | null,
  given: readonly GivenCell[] = [],
): OwnColumn[] {
  const own = ownPlaces(state);
  const header = ownHeaderRow(state);
  if (header === null) return [];
  const untyped = new Map(
    (table ? derivedCells(state, table) : []).map(({ row, column, after }) => [`${row}:${column}`, after]),
  );
  return OWN_COLUMNS.filter(isInput).filter((column) => {
    const at = own[column];
    if (at === undefined) return false;
    const first = Math.max(header + 1, state.grid.firstRow);
    const below = columnCells(state.grid, at).slice(first - state.grid.firstRow);
    return below.some(([cell], offset) => {
      const content = given.some(
        ({ row, column: place, content: wrote }) => row === first + offset && place === at && wrote === cell,
      )
        ? ""
        : (untyped.get(`${first + offset}:${at}`) ?? cell);
      return content !== "" && !isOwnSum(content, at);
    });
  });
}

/** The first cell outside the table's rows in which someone wrote something into one of these columns of ours; zero-based. */
export function foreignText(
  state: SheetState,
  table: TaskTable,
  columns: readonly OwnColumn[],
): { row: number; column: number; text: string } | null {
  const own = ownPlaces(state);
  for (const column of columns) {
    const at = own[column];
    if (at === undefined) continue;
    const cells = columnCells(state.grid, at);
    const index = cells.findIndex(([cell], offset) => {
      const row = state.grid.firstRow + offset;
      return cell !== "" && (row < table.headerRows.first || row > table.body.last) && !isOwnFormula(String(cell));
    });
    if (index >= 0) return { row: state.grid.firstRow + index, column: at, text: String(cells[index]![0]) };
  }
  return null;
}

/** The page as it was before the first 打印设置, and the key it is kept under; null of a copied sheet, whose original keeps it. */
export function rememberedPage(state: SheetState): { key: string | null; page: PageSetUp } | null {
  const kept = entryFor(state.memory?.pages, state);
  if (kept) return { key: kept[0], page: kept[1] };
  const page = pageOfOriginal(state);
  return page && { key: null, page };
}
