import type { Area } from "../cells/address";
import { cellOf } from "../cells/grid";
import type { RawValue } from "../cells/grid";
import type { TaskTable } from "../table/taskTable";
import { isOwnSum } from "./aggregates";
import { asTyped } from "../plan/asTyped";
import { barSteps } from "./bars";
import { buildSteps, groupSteps, runs, validationSteps } from "./build";
import { deletionSteps } from "./clearing";
import { OWN_COLUMNS, isInput } from "./columns";
import type { OwnColumn } from "./columns";
import type { ReplacedCell } from "./derived";
import { highlightSteps } from "./highlights";
import { withOwnActuals } from "./layout";
import type { OwnPlaces } from "./layout";
import { anchorName, anchorOfName, columnOfName } from "./names";
import { pageSteps } from "./page";
import type { PageSetUp } from "../plan/sheetPlan";
import { RULE_NAME_LIST } from "./ruleNames";
import type { Step } from "../plan/sheetPlan";
import type { Memory } from "../memory/memory";
import { columnCells, hasBars, isHighlighted, otherBars, ownHighlights, ownPlaces } from "./state";
import type { GivenCell, SheetName, SheetState } from "./state";
import { anchorStep, insertedByAnchors } from "./unfinished";

/** What of ours stood on the sheet before an action: enough to put it back from wherever the action got to. */
export interface Snapshot {
  readonly sheetId: string;
  readonly sheet: string;
  /** The sheet's first used row, zero-based: where the columns' cells begin. */
  readonly firstRow: number;
  readonly own: OwnPlaces;
  readonly cells: Readonly<Partial<Record<OwnColumn, readonly (readonly RawValue[])[]>>>;
  /** Whether the sheet was highlighted by us. */
  readonly highlighted: boolean;
  /** Whether the coverage column had our data bar. */
  readonly barred: boolean;
  readonly ruleNames: readonly SheetName[];
  readonly page: PageSetUp;
  readonly memory: Memory | null;
  /** Cells of actual columns that stood already and whose content the action changes. */
  readonly replaced: readonly ReplacedCell[];
  /** All that the action fills actual columns with, where they stand afterwards. */
  readonly given: readonly GivenCell[];
  /** Ids of data bars that are not ours. */
  readonly otherBars: readonly string[];
  /** Where the page is, or was, set up for printing: which of our columns were hidden, and the merged areas outside the table. */
  readonly print?: { readonly hidden: readonly OwnColumn[]; readonly merged: readonly Area[] };
}

export function takeSnapshot(
  state: SheetState,
  { print, replaced = [], given = [] }: Partial<Pick<Snapshot, "print" | "replaced" | "given">> = {},
): Snapshot {
  const own = ownPlaces(state);
  return {
    sheetId: state.sheetId,
    sheet: state.grid.sheet,
    firstRow: state.grid.firstRow,
    own,
    cells: Object.fromEntries(
      OWN_COLUMNS.filter((column) => own[column] !== undefined).map((column) => [
        column,
        columnCells(state.grid, own[column]!),
      ]),
    ),
    highlighted: isHighlighted(state),
    barred: hasBars(state),
    ruleNames: state.names.filter(({ name }) => RULE_NAME_LIST.includes(name)),
    page: state.page,
    memory: state.memory,
    replaced,
    given,
    otherBars: otherBars(state),
    print,
  };
}

/**
 * The steps from the sheet as it stands now back to the snapshot. They depend on nothing but these two, so that they serve
 * an undo after success and a rollback after a failure at any point. `table` is the table as it stood at the snapshot.
 * `settled`: the action had come to its end, so what differs from its end was typed since and stays.
 */
export function planRestoring(snapshot: Snapshot, now: SheetState, table: TaskTable | null, settled: boolean): Step[] {
  const here = ownPlaces(now);
  const anchored = insertedByAnchors(now);
  const inAnchored = (column: number) => anchored.some(({ first, count }) => column >= first && column < first + count);
  const surplus = OWN_COLUMNS.filter(
    (column) => here[column] !== undefined && snapshot.own[column] === undefined && !inAnchored(here[column]),
  );
  const missing = OWN_COLUMNS.filter(
    (column) => snapshot.own[column] !== undefined && (here[column] === undefined || inAnchored(here[column])),
  ).sort((a, b) => snapshot.own[a]! - snapshot.own[b]!);
  const highlights = [...ownHighlights(now), ...(settled ? [] : unfinishedBars(snapshot, now))];
  const stale = now.names.filter(({ name }) => {
    const column = columnOfName(name);
    return (
      anchorOfName(name) !== null ||
      RULE_NAME_LIST.includes(name) ||
      (column !== null && (snapshot.own[column] === undefined || missing.includes(column)))
    );
  });
  const rebuilt = Object.fromEntries(missing.map((column) => [column, snapshot.own[column]])) as OwnPlaces;
  return [
    ...(highlights.length > 0 ? [{ do: "removeHighlights", ids: highlights } as const] : []),
    ...rightToLeft([
      ...anchored.map(({ first, count }): Step => ({ do: "deleteColumns", first, count })),
      ...deletionSteps(here, surplus),
    ]),
    ...stale.map(({ name }): Step => ({ do: "deleteName", name })),
    ...insertionSteps(
      rebuilt,
      missing,
      table?.headerRows.last ?? snapshot.firstRow,
      table ? [...buildSteps(table, rebuilt, missing), ...groupSteps(table, rebuilt)] : [],
    ),
    ...mergeSteps(snapshot),
    ...(table && missing.some(isInput) ? validationSteps(withOwnActuals(table, snapshot.own), snapshot.own) : []),
    ...contentSteps(snapshot, missing, table),
    ...sumSteps(snapshot, now, missing),
    ...replacedSteps(snapshot, now, settled),
    ...snapshot.ruleNames.map(({ name, formula }): Step => ({
      do: "nameRule",
      name,
      value: formula.replace(/^=/, ""),
    })),
    ...(table && snapshot.highlighted ? highlightSteps(withOwnActuals(table, snapshot.own), snapshot.own) : []),
    ...(table && snapshot.barred ? barSteps(snapshot.own, table.body) : []),
    ...(snapshot.print
      ? OWN_COLUMNS.filter((column) => snapshot.own[column] !== undefined).map((column): Step => ({
          do: "hideColumns",
          first: snapshot.own[column]!,
          count: 1,
          hidden: snapshot.print!.hidden.includes(column),
        }))
      : []),
    ...(samePage(snapshot.page, now.page) ? [] : pageSteps(snapshot.page, now.names)),
    ...anchorsOf(rebuilt, missing).map(({ name }): Step => ({ do: "deleteName", name })),
    ...(JSON.stringify(snapshot.memory) === JSON.stringify(now.memory)
      ? []
      : [{ do: "remember", memory: snapshot.memory } as const]),
  ];
}

/**
 * A bar of ours of which only the beginning came through looks like anybody's: it is one that did not stand at the snapshot. Where bars
 * that did stand cannot be found again by their ids, ids tell nothing.
 */
function unfinishedBars(snapshot: Snapshot, now: SheetState): string[] {
  const here = otherBars(now);
  return snapshot.otherBars.every((id) => here.includes(id))
    ? here.filter((id) => !snapshot.otherBars.includes(id))
    : [];
}

/** Where columns are inserted that had gone, as the sheet stands before that, left to right. */
function anchorsOf(
  places: OwnPlaces,
  missing: readonly OwnColumn[],
): { name: string; before: number; count: number }[] {
  let inserted = 0;
  return runs(places, missing).map(({ first, columns: { length: count } }) => {
    const before = first - inserted;
    inserted += count;
    return { name: anchorName(before, count), before, count };
  });
}

/** From right to left. Anchors stand until all is put back: where Excel stops before, the next attempt deletes what this one inserted and begins anew. */
function insertionSteps(places: OwnPlaces, missing: readonly OwnColumn[], row: number, build: readonly Step[]): Step[] {
  const anchors = anchorsOf(places, missing);
  return [
    ...anchors.map(({ before, count }) => anchorStep(before, count, row)),
    ...[...anchors].reverse().map(({ before, count }): Step => ({ do: "insertColumns", before, count })),
    ...build,
  ];
}

function rightToLeft(steps: readonly Step[]): Step[] {
  const place = (step: Step) => (step.do === "deleteColumns" ? step.first : 0);
  return [...steps].sort((a, b) => place(b) - place(a));
}

/** The cells as they were. What staff typed is written only into a column that had gone: the others still hold it. */
function contentSteps(snapshot: Snapshot, missing: readonly OwnColumn[], table: TaskTable | null): Step[] {
  return OWN_COLUMNS.flatMap((column): Step[] => {
    const at = snapshot.own[column];
    const held = snapshot.cells[column]?.map((row) => row.map(asTyped));
    // Below and above the table nothing of ours ever stood.
    const firstRow = Math.max(snapshot.firstRow, table?.headerRows.first ?? 0);
    const cells = held?.slice(
      firstRow - snapshot.firstRow,
      table ? table.body.last + 1 - snapshot.firstRow : undefined,
    );
    if (at === undefined || !cells || (isInput(column) && !missing.includes(column))) return [];
    return [
      {
        do: "write",
        area: { firstRow, firstColumn: at, lastRow: firstRow + cells.length - 1, lastColumn: at },
        formulas: cells,
      },
    ];
  });
}

/** Our sums in input columns that stand: the only cells there that an action writes. */
function sumSteps(snapshot: Snapshot, now: SheetState, missing: readonly OwnColumn[]): Step[] {
  const here = ownPlaces(now);
  return OWN_COLUMNS.filter((column) => isInput(column) && !missing.includes(column)).flatMap((column): Step[] => {
    const [at, from] = [snapshot.own[column], here[column]];
    if (at === undefined || from === undefined) return [];
    return columnCells(now.grid, from).flatMap(([cell], index): Step[] => {
      const row = now.grid.firstRow + index;
      const before = snapshot.cells[column]?.[row - snapshot.firstRow]?.[0] ?? "";
      if (!isOwnSum(cell, from) || cell === before) return [];
      return [
        {
          do: "write",
          area: { firstRow: row, firstColumn: at, lastRow: row, lastColumn: at },
          formulas: [[asTyped(before)]],
        },
      ];
    });
  });
}

/** Actual cells as they were; all columns stand again as they stood at the snapshot. */
function replacedSteps({ replaced }: Snapshot, now: SheetState, settled: boolean): Step[] {
  return replaced
    .filter(({ row, columnAfter, after }) => !settled || cellOf(now.grid, row, columnAfter) === after)
    .map(({ row, column, before }): Step => ({
      do: "write",
      area: { firstRow: row, firstColumn: column, lastRow: row, lastColumn: column },
      formulas: [[asTyped(before)]],
    }));
}

/** Gives title and notes the width that they had, once all columns stand again. */
function mergeSteps({ print }: Snapshot): Step[] {
  return (print?.merged ?? []).flatMap((area): Step[] => [
    { do: "unmerge", area },
    { do: "merge", area },
  ]);
}

function samePage(a: PageSetUp, b: PageSetUp): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
