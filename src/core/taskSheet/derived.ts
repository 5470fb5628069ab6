import { DETAIL_ACTUALS } from "../detail/actuals";
import type { ActualChange, DecidedActual } from "../detail/actuals";
import { cellOf } from "../cells/grid";
import type { RawValue } from "../cells/grid";
import type { TaskTable } from "../table/taskTable";
import { asTyped } from "../plan/asTyped";
import { entryFor } from "../memory/entries";
import type { Step } from "../plan/sheetPlan";
import type { Memory } from "../memory/memory";
import type { SheetState } from "./state";

/** A cell of an actual column whose content an action changes; rows and columns zero-based. */
export interface ReplacedCell {
  readonly row: number;
  /** Where the column stands before the action, and after it. */
  readonly column: number;
  readonly columnAfter: number;
  /** Formula or value before the action, and after it. */
  readonly before: RawValue;
  readonly after: RawValue;
}

/** What was decided on this sheet's actuals. */
export function rememberedActuals(state: SheetState): { key: string; decided: readonly DecidedActual[] } {
  const [key, decided] = entryFor(state.memory?.actuals, state) ?? [state.sheetId, []];
  return { key, decided };
}

/** Actual cells that still hold what a detail sheet gave, with what stood there before. */
export function derivedCells(state: SheetState, table: TaskTable): ReplacedCell[] {
  const { decided } = rememberedActuals(state);
  if (decided.length === 0) return [];
  const rows = new Map(table.departments.map(({ name, row }) => [name, row]));
  return decided.flatMap(({ department, column, before, detail, kept }): ReplacedCell[] => {
    const [row, at] = [rows.get(department), table.columns[column]];
    if (kept || row === undefined || at === undefined || cellOf(state.grid, row, at) !== detail) return [];
    return [{ row, column: at, columnAfter: at, before: detail, after: before }];
  });
}

/** Writes the actuals of the detail sheets, neighbours of one column in one write. */
export function actualSteps(changes: readonly ActualChange[], columns: TaskTable["columns"]): Step[] {
  return DETAIL_ACTUALS.flatMap((column) => {
    const at = columns[column];
    if (at === undefined) return [];
    const own = changes.filter((change) => change.column === column).sort((a, b) => a.row - b.row);
    const runs: ActualChange[][] = [];
    for (const change of own) {
      const run = runs.at(-1);
      if (run && run.at(-1)!.row + 1 === change.row) run.push(change);
      else runs.push([change]);
    }
    return runs.map((run): Step => ({
      do: "write",
      area: { firstRow: run[0]!.row, firstColumn: at, lastRow: run.at(-1)!.row, lastColumn: at },
      formulas: run.map(({ detail }) => [detail]),
    }));
  });
}

/** Puts cells to what they are after an action. */
export function replacingSteps(cells: readonly ReplacedCell[]): Step[] {
  return cells.map(({ row, column, after }): Step => ({
    do: "write",
    area: { firstRow: row, firstColumn: column, lastRow: row, lastColumn: column },
    formulas: [[asTyped(after)]],
  }));
}

/** The memory with these decisions for the sheet; the same object where nothing changes. */
export function withActuals(state: SheetState, decided: readonly DecidedActual[]): Memory | null {
  const { key, decided: before } = rememberedActuals(state);
  if (JSON.stringify(before) === JSON.stringify(decided)) return state.memory;
  const { [key]: _, ...others } = state.memory?.actuals ?? {};
  const actuals = decided.length > 0 ? { ...others, [key]: decided } : others;
  const { actuals: __, ...memory } = state.memory ?? { version: 1, pages: {} };
  return { ...memory, ...(Object.keys(actuals).length > 0 ? { actuals } : {}) };
}

/** Null where nothing is left worth remembering. */
export function orNothing(memory: Memory | null): Memory | null {
  if (!memory) return null;
  const { version: _, pages, ...kept } = memory;
  return Object.values(kept).every((value) => value === undefined) && Object.keys(pages).length === 0 ? null : memory;
}
