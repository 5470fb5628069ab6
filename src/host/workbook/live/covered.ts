import type { Area } from "../data";
import { copyFormula, moveFormula } from "./references";
import { moveArea, type StructuralChange } from "./structure";

/**
 * The cells that a rule covers after the change, undefined where none is left, and its formulas: they are told from its first
 * cell, and where that one is deleted anew from the first that is left.
 */
export function moveCovered(
  covered: readonly Area[],
  sheet: string,
  change: StructuralChange,
): { areas: Area[]; rewrite: (formula: string) => string } | undefined {
  const kept = covered
    .map((area) => ({ area, moved: moveArea(area, change) }))
    .filter((pair) => pair.moved !== undefined);
  const first = covered[0];
  if (kept.length === 0 || !first) return undefined;
  const base = firstLeft(kept[0]!.area, change);
  const rebase = (formula: string): string =>
    copyFormula(formula, base.firstRow - first.firstRow, base.firstColumn - first.firstColumn);
  return {
    areas: kept.map(({ moved }) => moved!),
    rewrite: (formula) => moveFormula(rebase(formula), sheet, sheet, change),
  };
}

/** An area without the rows or columns at its start that are deleted. */
function firstLeft(area: Area, change: StructuralChange): Area {
  if (change.kind === "insert") return area;
  const end = change.at + change.count;
  if (change.axis === "row")
    return change.at <= area.firstRow && area.firstRow < end ? { ...area, firstRow: end } : area;
  return change.at <= area.firstColumn && area.firstColumn < end ? { ...area, firstColumn: end } : area;
}
