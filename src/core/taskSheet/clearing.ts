import type { Area } from "../cells/address";
import type { TaskTable } from "../table/taskTable";
import { ACTUAL_GROUP } from "../wording/sheet";
import { runs } from "./build";
import { OWN_COLUMNS, isInput } from "./columns";
import type { OwnColumn } from "./columns";
import { derivedCells, orNothing, rememberedActuals, replacingSteps, withActuals } from "./derived";
import type { ReplacedCell } from "./derived";
import type { OwnPlaces } from "./layout";
import { withLastRun } from "../memory/lastRuns";
import { columnName } from "./names";
import { pageSteps } from "./page";
import { ownRuleNames } from "./ruleNames";
import type { PageSetUp, SheetPlan, Step } from "../plan/sheetPlan";
import {
  columnCells,
  leftoverNames,
  ownHeaderRow,
  ownHighlights,
  ownPlaces,
  rememberedPage,
  typedColumns,
} from "./state";
import type { SheetState } from "./state";

export interface Clearing extends SheetPlan {
  /** Input columns that stay because staff have typed into them. */
  readonly kept: readonly OwnColumn[];
  readonly gone: readonly OwnColumn[];
  /** Actual cells that a detail sheet filled: they get back what stood there before. */
  readonly replaced: readonly ReplacedCell[];
}

/**
 * Takes away all that is ours; input columns with typed values stay unless `discardTyped`.
 * Null where nothing of ours stands on the sheet.
 */
export function planClearing(state: SheetState, table: TaskTable | null, discardTyped: boolean): Clearing | null {
  const own = ownPlaces(state);
  const highlights = ownHighlights(state);
  const remembered = rememberedPage(state);
  const ruleNames = ownRuleNames(state).map(({ name }) => name);
  const leftovers = leftoverNames(state);
  if (
    Object.keys(own).length === 0 &&
    highlights.length === 0 &&
    !remembered &&
    ruleNames.length === 0 &&
    leftovers.length === 0 &&
    rememberedActuals(state).decided.length === 0
  )
    return null;

  const kept = discardTyped ? [] : typedColumns(state, table);
  const gone = OWN_COLUMNS.filter((column) => own[column] !== undefined && !kept.includes(column));
  const goneAt = new Set(gone.map((column) => own[column]));
  const replaced = (table ? derivedCells(state, table) : [])
    .filter(({ column }) => !goneAt.has(column))
    .map((cell) => ({ ...cell, columnAfter: leftOf(own, gone, cell.column) }));
  const label = groupLabel(state, gone, kept);
  const names = [...leftovers, ...ruleNames, ...gone.map(columnName)];
  const steps: Step[] = [
    ...(highlights.length > 0 ? [{ do: "removeHighlights", ids: highlights } as const] : []),
    ...(remembered ? pageSteps(grown(remembered.page, table), state.names) : []),
    ...label,
    ...replacingSteps(replaced),
    ...deletionSteps(own, gone),
    ...names.map((name): Step => ({ do: "deleteName", name })),
    ...forgetSteps(state, remembered?.key ?? undefined),
  ];
  return { sheet: state.grid.sheet, steps, expected: [], kept, gone, replaced };
}

/** Whole columns, from right to left. */
export function deletionSteps(own: OwnPlaces, columns: readonly OwnColumn[]): Step[] {
  return runs(own, columns)
    .reverse()
    .map(({ first, columns: run }): Step => ({ do: "deleteColumns", first, count: run.length }));
}

/** Where what is left of ours stands once `gone` are deleted. */
export function placesWithout(own: OwnPlaces, gone: readonly OwnColumn[]): OwnPlaces {
  return Object.fromEntries(
    OWN_COLUMNS.flatMap((column) =>
      own[column] === undefined || gone.includes(column) ? [] : [[column, leftOf(own, gone, own[column])]],
    ),
  );
}

/** The table once `gone` are deleted. */
export function tableWithout(table: TaskTable, own: OwnPlaces, gone: readonly OwnColumn[]): TaskTable {
  const places = new Set(gone.map((column) => own[column]));
  const left = Object.entries(table.columns).filter(([, at]) => !places.has(at));
  return {
    ...table,
    columns: Object.fromEntries(left.map(([column, at]) => [column, leftOf(own, gone, at)])) as TaskTable["columns"],
  };
}

function leftOf(own: OwnPlaces, gone: readonly OwnColumn[], column: number): number {
  return column - gone.filter((other) => own[other]! < column).length;
}

/** The words 填报数据 go on to the first column that stays, where the one that bears them goes. */
function groupLabel(state: SheetState, gone: readonly OwnColumn[], kept: readonly OwnColumn[]): Step[] {
  const own = ownPlaces(state);
  const leaf = ownHeaderRow(state);
  if (leaf === null || kept.length === 0) return [];
  const bearer = gone
    .filter(isInput)
    .map((column) => own[column]!)
    .find((at) => labelRow(state, at) !== null);
  if (bearer === undefined) return [];
  const row = labelRow(state, bearer)!;
  return runs(own, kept).map(({ first }): Step => ({
    do: "write",
    area: { firstRow: row, firstColumn: first, lastRow: row, lastColumn: first },
    formulas: [[ACTUAL_GROUP]],
  }));
}

/** The zero-based row in which this column says 填报数据, or null. */
function labelRow(state: SheetState, column: number): number | null {
  const index = columnCells(state.grid, column).findIndex(([cell]) => cell === ACTUAL_GROUP);
  return index < 0 ? null : state.grid.firstRow + index;
}

/** Rows that have come since the page was remembered are printed too. */
function grown(page: PageSetUp, table: TaskTable | null): PageSetUp {
  if (!table || !page.printArea) return page;
  const last = table.notes?.last ?? table.body.last;
  const cut = (area: Area) => area.lastRow >= table.headerRows.last && area.lastRow < table.body.last;
  return { ...page, printArea: page.printArea.map((area) => (cut(area) ? { ...area, lastRow: last } : area)) };
}

/** Forgets this sheet's page and what was decided on its actuals. */
function forgetSteps(state: SheetState, page: string | undefined): Step[] {
  const memory = withLastRun(withActuals(state, []), state, null);
  if (!memory || (JSON.stringify(memory) === JSON.stringify(state.memory) && page === undefined)) return [];
  const pages = Object.fromEntries(Object.entries(memory.pages).filter(([key]) => key !== page));
  return [{ do: "remember", memory: orNothing({ ...memory, pages }) }];
}
