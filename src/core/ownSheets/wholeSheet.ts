import type { Area } from "../cells/address";
import { areaOf } from "../plan/content";
import type { SheetContent } from "../plan/content";
import type { SheetPlan, Step } from "../plan/sheetPlan";
import { ownHighlights } from "../taskSheet/state";
import type { SheetState } from "../taskSheet/state";
import { MARK_STEP } from "./registry";
import type { SheetCells } from "./sheetCells";

/** A sheet to write, with what it takes to put it back. */
export interface PlannedSheet {
  readonly plan: SheetPlan;
  /** What it holds now; null where it does not stand. */
  readonly before: SheetContent | null;
  /** What gives it the looks of now back; absent where looks stay as the plan leaves them. */
  readonly looks?: readonly Step[];
}

/** A sheet of ours that stands, as it was read. */
export interface StandingSheet {
  readonly content: SheetContent;
  readonly state: SheetState;
}

/** A sheet of ours that is laid out whole: whatever stands on it gives way. */
export interface WholeSheet {
  readonly tab: string;
  readonly cells: SheetCells;
  readonly writeAs: "formulas" | "values";
  /** Its looks follow from what the rows are. `ruled` are all cells that are written now or were before. */
  readonly looks: (ruled: Area) => readonly Step[];
  /** Hidden names that it gets when it is made, beside the mark of all our sheets. */
  readonly names?: readonly Step[];
}

/**
 * Writes the sheet on a fresh one, or in the place of what stands. `looksBefore` are the looks of what stands, told from its content, for
 * undo: where rows have moved, the new merges would hide cells that come back.
 */
export function planWhole(
  { tab, cells, writeAs, looks, names = [] }: WholeSheet,
  standing: (Pick<StandingSheet, "content"> & { readonly state?: SheetState }) | null,
  looksBefore: (ruled: Area) => readonly Step[],
): PlannedSheet {
  const before = standing && areaOf(standing.content);
  const ruled = before ? around(cells.area, before) : cells.area;
  const highlights = standing?.state ? ownHighlights(standing.state) : [];
  return {
    plan: {
      sheet: tab,
      ...(standing ? {} : { create: true as const }),
      steps: [
        ...(standing ? [] : [MARK_STEP, ...names]),
        ...(standing ? plainSteps(ruled) : []),
        ...(before ? [{ do: "clearContents", area: before } as const] : []),
        ...(highlights.length > 0 ? [{ do: "removeHighlights", ids: highlights } as const] : []),
        { do: "write", area: cells.area, formulas: cells.content(writeAs).cells },
        ...looks(ruled),
      ],
      expected: cells.expected(),
    },
    before: standing?.content ?? null,
    ...(standing ? { looks: looksBefore(ruled) } : {}),
  };
}

/** Takes off these cells what looks of ours put on, before others are. */
export function plainSteps(area: Area): Step[] {
  return [
    { do: "unmerge", area },
    { do: "format", area, format: { borders: "none", bold: false, wrap: false, numberFormat: "General" } },
  ];
}

/** The smallest block around two. */
export function around(one: Area, other: Area): Area {
  return {
    firstRow: Math.min(one.firstRow, other.firstRow),
    firstColumn: Math.min(one.firstColumn, other.firstColumn),
    lastRow: Math.max(one.lastRow, other.lastRow),
    lastColumn: Math.max(one.lastColumn, other.lastColumn),
  };
}
