import { MAX_COLUMNS, MAX_ROWS } from "../address";
import type { Area, StructuralChange } from "../data";

export type { StructuralChange };

/** Where the rows or columns first…last stand after the change; undefined when nothing is left of them. */
export function moveSpan(first: number, last: number, change: StructuralChange): [number, number] | undefined {
  const limit = (change.axis === "row" ? MAX_ROWS : MAX_COLUMNS) - 1;
  const { at, count } = change;
  // A whole row or column stays whole.
  if (first === 0 && last === limit) return [first, last];
  if (change.kind === "insert") {
    if (at <= first) return first + count > limit ? undefined : [first + count, Math.min(limit, last + count)];
    return at <= last ? [first, Math.min(limit, last + count)] : [first, last];
  }
  const end = at + count - 1;
  if (first >= at && last <= end) return undefined;
  const moved = (index: number, toward: number): number => (index < at ? index : index > end ? index - count : toward);
  return [moved(first, at), moved(last, at - 1)];
}

/** Where an area stands after the change: it grows when the insertion is strictly inside, shrinks, or is gone (undefined). */
export function moveArea(area: Area, change: StructuralChange): Area | undefined {
  if (change.axis === "row") {
    const rows = moveSpan(area.firstRow, area.lastRow, change);
    return rows && { ...area, firstRow: rows[0], lastRow: rows[1] };
  }
  const columns = moveSpan(area.firstColumn, area.lastColumn, change);
  return columns && { ...area, firstColumn: columns[0], lastColumn: columns[1] };
}

export const moveAreas = (areas: readonly Area[], change: StructuralChange): Area[] =>
  areas.map((area) => moveArea(area, change)).filter((area) => area !== undefined);
