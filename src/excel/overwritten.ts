import type { Area } from "../core/cells/address";
import type { SheetContent } from "../core/plan/content";
import type { Step } from "../core/plan/sheetPlan";
import { cellsRead } from "./contents";
import { rangeOf } from "./places";

/** Cells that one request reads back beside what it writes: a sheet of ours with more is not held against what was read of it. */
const MOST_CELLS = 20_000;

/** The areas that these steps write over, each once; null where they are too large to be read in the writing request. */
export function areasOverwritten(steps: readonly Step[]): Area[] | null {
  const areas: Area[] = [];
  for (const step of steps) {
    if (
      (step.do === "write" || step.do === "clearContents" || step.do === "merge") &&
      !areas.some((area) => contains(area, step.area))
    )
      areas.push(step.area);
  }
  const cells = areas.reduce(
    (sum, { firstRow, lastRow, firstColumn, lastColumn }) =>
      sum + (lastRow - firstRow + 1) * (lastColumn - firstColumn + 1),
    0,
  );
  return cells > MOST_CELLS ? null : areas;
}

function contains(outer: Area, inner: Area): boolean {
  return (
    inner.firstRow >= outer.firstRow &&
    inner.lastRow <= outer.lastRow &&
    inner.firstColumn >= outer.firstColumn &&
    inner.lastColumn <= outer.lastColumn
  );
}

/** Loads what these areas hold at this place of a request; call `value` after the sync. */
export function loadAreas(sheet: Excel.Worksheet, areas: readonly Area[]): { value(): SheetContent[] } {
  const ranges = areas.map((area) => rangeOf(sheet, area).load("values,formulas"));
  return {
    value: () =>
      ranges.map((range, index) => ({
        firstRow: areas[index]!.firstRow,
        firstColumn: areas[index]!.firstColumn,
        cells: cellsRead(range),
      })),
  };
}
