import type { OwnPlaces } from "./layout";
import type { Step } from "../plan/sheetPlan";

/** The lower end of our data bars: 0, and by its words ours. */
export const BAR_MARKER = '=N("jgzb:bar")';

/** Light enough for black digits to stand on it, dark enough to be seen in grey. */
export const BAR_COLOR = "#9DC3E6";

/** The formula of a lower end is ours; Excel may write it without its spaces or in capitals. */
export function isOwnBar(formula: string): boolean {
  return formula.replace(/\s/g, "").toLowerCase() === BAR_MARKER.toLowerCase();
}

/** A bar in the column of the actual coverage; `body` are zero-based rows, both included. */
export function barSteps({ coverageRate }: OwnPlaces, body: { readonly first: number; readonly last: number }): Step[] {
  if (coverageRate === undefined) return [];
  return [
    {
      do: "dataBar",
      area: { firstRow: body.first, firstColumn: coverageRate, lastRow: body.last, lastColumn: coverageRate },
      color: BAR_COLOR,
    },
  ];
}
