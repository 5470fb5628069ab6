import type { CellGrid, RawValue } from "../../src/core/cells/grid";
import type { SheetPlan } from "../../src/core/plan/sheetPlan";

/** What a sheet shows after the plan, as Excel takes it: an apostrophe in front marks text. Over `before`, else a blank sheet. */
export function cellsOf(plan: SheetPlan, before: readonly (readonly RawValue[])[] = []): CellGrid {
  const cells: RawValue[][] = before.map((row) => [...row]);
  const set = (row: number, column: number, value: RawValue) => ((cells[row] ??= [])[column] = value);
  for (const step of plan.steps) {
    if (step.do === "clearContents") {
      for (let row = step.area.firstRow; row <= Math.min(step.area.lastRow, cells.length - 1); row++)
        for (let column = step.area.firstColumn; column <= step.area.lastColumn; column++) set(row, column, "");
    }
    if (step.do === "write")
      step.formulas.forEach((row, r) =>
        row.forEach((cell, c) =>
          set(
            step.area.firstRow + r,
            step.area.firstColumn + c,
            typeof cell === "string" ? cell.replace(/^'/, "") : cell,
          ),
        ),
      );
  }
  const width = Math.max(0, ...cells.map((row) => row?.length ?? 0));
  const values = Array.from(cells, (row) => Array.from({ length: width }, (_, column) => row?.[column] ?? ""));
  while (values.at(-1)?.every((cell) => cell === "")) values.pop();
  return {
    sheet: plan.sheet,
    firstRow: 0,
    firstColumn: 0,
    values,
    formulas: values,
    numberFormats: values.map((row) => row.map(() => "General")),
  };
}
