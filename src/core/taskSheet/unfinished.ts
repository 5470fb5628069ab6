import { cellOf } from "../cells/grid";
import { anchorName, anchorOfName, columnOfName } from "./names";
import type { Step } from "../plan/sheetPlan";
import type { SheetState } from "./state";

/** Columns side by side; `first` is zero-based. */
export interface Inserted {
  readonly first: number;
  readonly count: number;
}

/** Names the cells between which `count` columns are about to be inserted before the zero-based column `before`. Left of column A there is none: there the anchor is one cell, and moves. */
export function anchorStep(before: number, count: number, row: number): Step {
  return {
    do: "nameCell",
    name: anchorName(before, count),
    row,
    column: Math.max(0, before - 1),
    ...(before > 0 && { columns: 2 }),
  };
}

/**
 * Columns that an action inserted before it was cut off, left to right: those by which an anchor has grown. Where it has grown by another number,
 * somebody else has had a hand in it, and nothing is told.
 */
export function insertedByAnchors({ names }: Pick<SheetState, "names">): Inserted[] {
  return names
    .flatMap(({ name, cell, area }): Inserted[] => {
      const anchor = anchorOfName(name);
      if (!anchor) return [];
      const { before, count } = anchor;
      if (before === 0) return cell?.column === count ? [{ first: 0, count }] : [];
      return area && area.lastColumn - area.firstColumn - 1 === count ? [{ first: area.firstColumn + 1, count }] : [];
    })
    .sort((a, b) => a.first - b.first);
}

/**
 * What an earlier run inserted and the program did not live to fill: within what an anchor has grown by, columns in which nothing stands, be they named
 * already or not. A column in which anybody has written anything is left as it is.
 */
export function unfinishedColumns({ names, grid }: Pick<SheetState, "names" | "grid">): Inserted[] {
  const found: Inserted[] = [];
  for (const { first, count } of insertedByAnchors({ names })) {
    for (let column = first; column < first + count; column++) {
      if (grid.formulas.some((_, row) => cellOf(grid, grid.firstRow + row, column) !== "")) continue;
      const last = found.at(-1);
      if (last && last.first + last.count === column) found[found.length - 1] = { ...last, count: last.count + 1 };
      else found.push({ first: column, count: 1 });
    }
  }
  return found;
}

/** Takes those columns away, from right to left, and the anchors last: a run that is cut off here is told of the rest by them. */
export function unfinishedSteps(state: Pick<SheetState, "names" | "grid">): Step[] {
  const columns = unfinishedColumns(state);
  if (columns.length === 0) return [];
  const gone = (column: number) => columns.some(({ first, count }) => column >= first && column < first + count);
  const names = state.names.filter(
    ({ name, cell }) => anchorOfName(name) !== null || (columnOfName(name) !== null && (!cell || gone(cell.column))),
  );
  return [
    ...columns.reverse().map(({ first, count }): Step => ({ do: "deleteColumns", first, count })),
    ...names.map(({ name }): Step => ({ do: "deleteName", name })),
  ];
}
