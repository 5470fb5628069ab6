import { cellAddress, sheetAddress } from "../core/cells/address";
import type { CellGrid, RawValue } from "../core/cells/grid";
import { agrees } from "../core/taskSheet/expected";
import type { Expected } from "../core/plan/sheetPlan";
import type { Shown } from "../excel/applyPlan";
import type { Difference } from "./outcome";

/** The cells in which Excel shows something else than the assessment says. */
export function differences(sheet: string, { area, values, shown }: Shown): Difference[] {
  return values.flatMap((row, r) =>
    row.flatMap((expected, c): Difference[] => {
      const excel = shown[r]?.[c] ?? "";
      if (agrees(excel, expected)) return [];
      return [
        {
          address: sheetAddress(sheet, cellAddress(area.firstRow + r, area.firstColumn + c)),
          excel: String(excel),
          assessment: String(expected),
        },
      ];
    }),
  );
}

/** What a grid that has been read shows in the cells of `expected`. */
export function shownIn(grid: CellGrid, expected: Expected): Shown {
  const { firstRow, firstColumn } = expected.area;
  const at = (row: number, column: number): RawValue =>
    grid.values[row - grid.firstRow]?.[column - grid.firstColumn] ?? "";
  return {
    ...expected,
    shown: expected.values.map((line, r) => line.map((_, c) => at(firstRow + r, firstColumn + c))),
  };
}
