import type { Assessment } from "../assess/assessment";
import type { Rules } from "../assess/rules";
import type { ActualChange, DecidedActual } from "../detail/actuals";
import type { RunRecord } from "../history/record";
import { rowSpans } from "../cells/address";
import type { TaskTable } from "../table/taskTable";
import { aggregateFormula, isOwnSum } from "./aggregates";
import { barSteps } from "./bars";
import { buildSteps, groupSteps, headerSteps, newRowSteps, runs, validationSteps } from "./build";
import { deletionSteps } from "./clearing";
import { COMPUTED_COLUMNS, OWN_COLUMNS, isInput } from "./columns";
import type { ComputedColumn, OwnColumn } from "./columns";
import { bodySteps } from "./body";
import type { ComputedRow } from "./body";
import { computedValues, JUDGED_COLUMNS } from "./expected";
import { actualSteps, withActuals } from "./derived";
import { departmentFormulas, isOwnFormula } from "./formulas";
import { highlightSteps, marksOf } from "./highlights";
import { withLastRun } from "../memory/lastRuns";
import { layOut } from "./layout";
import { neededReadings } from "./readings";
import type { Layout } from "./layout";
import { anchorName, columnName } from "./names";
import { readOptions } from "../memory/options";
import { refreshedPage } from "./page";
import { ruleNameSteps } from "./ruleNames";
import type { Expected, SheetPlan, Step } from "../plan/sheetPlan";
import type { Memory } from "../memory/memory";
import { columnCells, hasBars, leftoverNames, ownHighlights, ownPlaces, rememberedPage } from "./state";
import type { SheetState } from "./state";
import { anchorStep } from "./unfinished";

export interface RecalculationOptions {
  readonly rules: Rules;
  readonly writeAs: "formulas" | "values";
  /** The time of the figures, for a page that has been set up before. */
  readonly now: Date;
  /** What is kept of this run, to tell the next one's changes by. */
  readonly run: RunRecord;
  /** What the workbook remembers apart from that; as it stands where left out. */
  readonly memory?: Memory | null;
  /** Actuals that the detail sheets give, and all that is decided on actuals; absent without detail sheets. */
  readonly actuals?: { readonly changes: readonly ActualChange[]; readonly decided: readonly DecidedActual[] };
}

/** All that a recalculation writes: our columns where they are missing, formulas, highlights, validation, rule names. */
export function planRecalculation(
  state: SheetState,
  table: TaskTable,
  assessment: Assessment,
  { rules, writeAs, now, run, actuals, memory: kept = state.memory }: RecalculationOptions,
): SheetPlan & { layout: Layout } {
  const own = ownPlaces(state);
  const layout = layOut(table, own, writeAs === "values" ? [] : neededReadings(table, rules.bareTargets));
  const fresh = layout.insertions.flatMap(({ columns }) => columns);
  const cells = computedCells(layout, assessment, rules, writeAs);
  const highlights = ownHighlights(state);
  const memory = withLastRun(actuals ? withActuals({ ...state, memory: kept }, actuals.decided) : kept, state, run);
  const remembering: Step[] =
    JSON.stringify(memory) === JSON.stringify(state.memory) ? [] : [{ do: "remember", memory }];
  // What typed actuals were is remembered first, so that it can be put back wherever this is cut off: it counts only where a cell holds what the details gave.
  const replaces = (actuals?.decided.length ?? 0) > 0;
  const steps: Step[] = [
    ...(replaces ? remembering : []),
    ...leftoverNames(state).map((name): Step => ({ do: "deleteName", name })),
    ...(highlights.length > 0 ? [{ do: "removeHighlights", ids: highlights } as const] : []),
    ...removalSteps(own, layout.removed),
    ...insertionSteps(layout, table.headerRows.last, buildSteps(layout.table, layout.own, fresh)),
    ...rowSpans(newRows(state, layout, fresh)).flatMap(([first, last]) => newRowSteps(layout.own, first, last)),
    ...headerSteps(layout.table, layout.own),
    ...groupSteps(layout.table, layout.own),
    ...ruleNameSteps(state, rules),
    ...(actuals ? actualSteps(actuals.changes, layout.table.columns) : []),
    ...bodySteps(layout, cells, writeAs),
    ...staleSteps(state, layout),
    ...inputSums(state, layout, own),
    ...validationSteps(layout.table, layout.own),
    ...highlightSteps(layout.table, layout.own),
    ...(hasBars(state) ? barSteps(layout.own, layout.table.body) : []),
    ...(rememberedPage(state)
      ? [
          {
            do: "setPage",
            page: refreshedPage(state.page, layout.table, layout.own, {
              office: readOptions(kept?.options).options.print.office,
              marks: marksOf(assessment.departments),
              now,
            }),
          } as const,
        ]
      : []),
    ...(replaces ? [] : remembering),
  ];
  return { sheet: table.sheet, steps, expected: expectedCells(layout, assessment), layout };
}

/** They go before anything is inserted, so that the places of the insertions hold. */
function removalSteps(own: Layout["own"], removed: readonly OwnColumn[]): Step[] {
  return [
    ...deletionSteps(own, removed),
    ...removed.map((column): Step => ({ do: "deleteName", name: columnName(column) })),
  ];
}

/** From right to left, so that each place holds when its turn comes; an anchor at each tells afterwards whether it was done. */
function insertionSteps({ insertions }: Layout, headerRow: number, build: readonly Step[]): Step[] {
  const anchors = insertions.map(({ before, columns }) => ({
    name: anchorName(before, columns.length),
    before,
    count: columns.length,
  }));
  return [
    ...anchors.map(({ before, count }) => anchorStep(before, count, headerRow)),
    ...[...anchors].reverse().map(({ before, count }): Step => ({ do: "insertColumns", before, count })),
    ...build,
    ...anchors.map(({ name }): Step => ({ do: "deleteName", name })),
  ];
}

/** The content of our computed cells by zero-based row: departments and rows headed 合计. */
function computedCells(
  { table, own }: Layout,
  assessment: Assessment,
  rules: Rules,
  writeAs: RecalculationOptions["writeAs"],
): Map<number, ComputedRow> {
  const rows = new Map<number, ComputedRow>();
  table.departments.forEach((department, index) => {
    const judged = assessment.departments[index]!;
    rows.set(
      department.row,
      writeAs === "values"
        ? computedValues(judged)
        : departmentFormulas({ table, own, rules }, department, judged.identityFault),
    );
  });
  for (const aggregate of table.aggregates) {
    rows.set(
      aggregate.row,
      Object.fromEntries(
        COMPUTED_COLUMNS.map((column) => [column, aggregateFormula(own, aggregate, column)]),
      ) as ComputedRow,
    );
  }
  return rows;
}

/** Formulas of ours in rows that are no longer in the table. */
function staleSteps(state: SheetState, { table, own }: Layout): Step[] {
  const before = ownPlaces(state);
  return COMPUTED_COLUMNS.flatMap((column) => {
    const at = before[column];
    if (at === undefined) return [];
    return columnCells(state.grid, at).flatMap(([cell], index): Step[] => {
      const row = state.grid.firstRow + index;
      if ((row >= table.headerRows.first && row <= table.body.last) || !isOwnFormula(String(cell))) return [];
      return [
        {
          do: "write",
          area: { firstRow: row, firstColumn: own[column]!, lastRow: row, lastColumn: own[column]! },
          formulas: [[""]],
        },
      ];
    });
  });
}

/** Sums of our input columns in rows headed 合计, where staff have typed nothing of their own. */
function inputSums(state: SheetState, { table, own }: Layout, before: Layout["own"]): Step[] {
  return OWN_COLUMNS.filter(isInput).flatMap((column) =>
    table.aggregates.flatMap(({ row, of }): Step[] => {
      const at = own[column];
      if (at === undefined) return [];
      const current =
        before[column] === undefined
          ? ""
          : (columnCells(state.grid, before[column])[row - state.grid.firstRow]?.[0] ?? "");
      if (current !== "" && !isOwnSum(current, before[column]!)) return [];
      return [
        {
          do: "write",
          area: { firstRow: row, firstColumn: at, lastRow: row, lastColumn: at },
          formulas: [[aggregateFormula(own, { row, of }, column)]],
        },
      ];
    }),
  );
}

/** Department rows that hold nothing of ours yet, on a sheet where our columns stand, top to bottom. A row that is not reported shows values in few of them. */
function newRows(state: SheetState, { table }: Layout, fresh: readonly OwnColumn[]): number[] {
  const own = ownPlaces(state);
  const standing = COMPUTED_COLUMNS.filter((column) => own[column] !== undefined && !fresh.includes(column)).map(
    (column) => columnCells(state.grid, own[column]!),
  );
  if (standing.length === 0) return [];
  const isBlank = (row: number) => standing.every((cells) => (cells[row - state.grid.firstRow]?.[0] ?? "") === "");
  return [...table.departments, ...table.aggregates]
    .map(({ row }) => row)
    .filter(isBlank)
    .sort((a, b) => a - b);
}

/** What the judged columns that stand show by the assessment; zero-based places as `own` has them. */
export function expectedCells({ table, own }: Pick<Layout, "table" | "own">, assessment: Assessment): Expected[] {
  const values = new Map(assessment.departments.map((department) => [department.row, computedValues(department)]));
  return runs(own, JUDGED_COLUMNS).flatMap(({ first, columns }) =>
    rowSpans(table.departments.map(({ row }) => row)).map(([from, to]) => ({
      area: { firstRow: from, firstColumn: first, lastRow: to, lastColumn: first + columns.length - 1 },
      values: Array.from({ length: to - from + 1 }, (_, index) =>
        (columns as ComputedColumn[]).map((column) => values.get(from + index)![column]),
      ),
    })),
  );
}
