import { plainText } from "../cells/classify";
import { cellOf } from "../cells/grid";
import type { CellGrid, RawValue } from "../cells/grid";
import { columnOf, headerWord, isGroupWord } from "../table/headers";
import { headerOf, isInput } from "./columns";
import { isOwnFormula } from "./formulas";
import { columnOfName } from "./names";
import type { SheetName } from "./state";

interface Named {
  readonly grid: CellGrid;
  readonly names: readonly SheetName[];
}

/**
 * Whether a name of ours stands at a column that is somebody else's: a header cell that was cut and pasted takes its name along, and what
 * stands at such a place would be written over and deleted as ours. A header that staff have reworded is no sign of it where the column holds
 * formulas of ours, or nothing but numbers in a column for filling in.
 */
export function isStray({ grid, names }: Named, { name, cell }: SheetName): boolean {
  const column = columnOfName(name);
  if (column === null || cell === null || saysItsHeader(grid, { name, cell })) return false;
  if (names.some((other) => other.name !== name && other.cell?.column === cell.column && saysItsHeader(grid, other)))
    return true;
  const header = plainText(String(cellOf(grid, cell.row, cell.column)));
  const cells = grid.formulas.flatMap((line, index): RawValue[] =>
    grid.firstRow + index === cell.row ? [] : [line[cell.column - grid.firstColumn] ?? ""],
  );
  if (header === "" && cells.every((content) => content === "" || isGroupWord(String(content)))) return false;
  if (!isInput(column)) return !cells.some((content) => isOwnFormula(String(content)));
  const named = columnOf(header);
  const below = cells.slice(Math.max(0, cell.row - grid.firstRow));
  return (named !== undefined && named !== column) || below.every((content) => content === "") || below.some(isWords);
}

/** The names of ours that stand at somebody else's column. */
export function strayNames(state: Named): SheetName[] {
  return state.names.filter((name) => isStray(state, name));
}

function saysItsHeader(grid: CellGrid, { name, cell }: Pick<SheetName, "name" | "cell">): boolean {
  const column = columnOfName(name);
  return (
    column !== null &&
    cell !== null &&
    headerWord(String(cellOf(grid, cell.row, cell.column))) === headerWord(headerOf(column))
  );
}

/** Text that is no number, dash or formula. */
function isWords(content: RawValue): boolean {
  return typeof content === "string" && !content.startsWith("=") && /\p{L}/u.test(content);
}
