import type { Area } from "../cells/address";
import { cellOf } from "../cells/grid";
import type { CellGrid, RawValue } from "../cells/grid";
import type { TaskTable } from "../table/taskTable";
import type { Standing } from "./moved";

/** Words by which cells are known again; the area has more than one cell, for Excel searches the whole sheet from a single one on. */
export interface Landmark {
  readonly area: Area;
  readonly text: string;
}

/** Characters looked for: enough to tell one note from another, in no need of escapes and not cut by Excel. */
const LONGEST = 30;

/** What the notes begin with, row by row over the table's width. */
export function noteLandmarks({ notes, firstColumn, lastColumn }: TaskTable, grid: CellGrid): Landmark[] {
  if (!notes || firstColumn === lastColumn) return [];
  return Array.from({ length: notes.last - notes.first + 1 }, (_, index) => notes.first + index).flatMap((row) => {
    const text = words(cellOf(grid, row, firstColumn));
    return text === null ? [] : [{ area: { firstRow: row, firstColumn, lastRow: row, lastColumn }, text }];
  });
}

/** The longest run of Chinese characters in a text; null where it has none of two, and of formulas, which Excel does not search by what they show. */
function words(content: RawValue): string | null {
  if (typeof content !== "string" || content.startsWith("=")) return null;
  const runs = content.match(/\p{Script=Han}{2,}/gu) ?? [];
  const longest = runs.reduce((long, run) => (run.length > long.length ? run : long), "");
  return longest === "" ? null : longest.slice(0, LONGEST);
}

/** Where these areas stand now, each told by the text in its first cell; without those that are blank, or found more than once or nowhere. */
export function movedAreas(before: Standing, now: Standing, areas: readonly Area[]): Area[] {
  return areas.flatMap((area) => {
    const text = cellOf(before.grid, area.firstRow, area.firstColumn);
    const rows =
      text === ""
        ? []
        : now.grid.formulas.flatMap((line, index) =>
            line[area.firstColumn - now.grid.firstColumn] === text ? [now.grid.firstRow + index] : [],
          );
    const by = rows.length === 1 ? rows[0]! - area.firstRow : null;
    return by === null ? [] : [{ ...area, firstRow: area.firstRow + by, lastRow: area.lastRow + by }];
  });
}
