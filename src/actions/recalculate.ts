import { cellAddress } from "../core/cells/address";
import type { ActualChange, ActualConflict } from "../core/detail/actuals";
import { withColumnChoices } from "../core/memory/columnChoices";
import type { ReplacedCell } from "../core/taskSheet/derived";
import { replacedInputs } from "../core/taskSheet/layout";
import type { Layout } from "../core/taskSheet/layout";
import { planRecalculation } from "../core/taskSheet/recalculation";
import { takeSnapshot } from "../core/taskSheet/restoring";
import type { Snapshot } from "../core/taskSheet/restoring";
import { withSettings } from "../core/memory/settings";
import { bringsManyFormulas } from "../core/taskSheet/size";
import { ownPlaces } from "../core/taskSheet/state";
import type { SheetState } from "../core/taskSheet/state";
import { problem } from "../core/problems/catalogue";
import type { Problem } from "../core/problems/problem";
import type { TaskTable } from "../core/table/taskTable";
import { UNDONE } from "../core/wording/actions";
import { ACTUAL_HEADERS } from "../core/wording/sheet";
import { defineAction } from "./action";
import type { Context } from "./action";
import { differences } from "./differences";
import { judgeTable, told } from "./judgeTable";
import { filledReplaced, inTheWay, takenNames, unwritable } from "./guards";
import { openTable, tableOf } from "./openTable";
import type { OpenTable } from "./openTable";
import { stopped } from "./outcome";
import type { ActionOptions, Recalculated, RecalculationChoices, Stopped } from "./outcome";
import { write } from "./write";

type RecalculationOptions = ActionOptions & RecalculationChoices;

const COLUMNS_OF_A_SHEET = 16_384;

/**
 * 一键重算: reads the table, judges it and writes our columns; two syncs where the table is on the active sheet and the
 * workbook has no other. The actuals come from the detail sheets where there are any; it stops, with nothing written, where
 * they contradict what was typed and nobody has chosen yet.
 */
export const recalculate = defineAction({
  name: "recalculate",
  undone: UNDONE.recalculate,
  needs: writableTable,
  async run(context, options: RecalculationOptions, open: OpenTable): Promise<Recalculated | Stopped> {
    const { excel, now, onProgress } = context;
    const { writeAs, typedActuals = "ask", settings: chosen, columns } = options;
    const { state } = open;
    const judged = await judgeTable(context, open, { settings: chosen, typedActuals });
    const { table, settings, assessment, actuals, run } = judged;
    if (actuals && actuals.conflicts.length > 0)
      return {
        ...stopped(problem("ACTUALS_DIFFER", { sheet: open.table.sheet }, { cells: actuals.conflicts.length })),
        conflicts: actuals.conflicts,
        sheetId: state.sheetId,
      };
    const written = writeAs ?? settings.options.writeAs;
    const withRules = chosen ? withSettings(state.memory, chosen) : state.memory;
    const plan = planRecalculation(state, table, assessment, {
      rules: settings.rules,
      writeAs: written,
      now,
      run,
      memory: columns ? withColumnChoices(withRules, open.choices) : withRules,
      ...(actuals ? { actuals } : {}),
    });
    const { layout } = plan;
    if (overflows(state, layout)) return stopped(problem("SHEET_FULL", { sheet: table.sheet }));

    onProgress("writing");
    const stood = columns ? tableOf(state) : null;
    const result = await write(context, {
      state,
      before: takeSnapshot(state, actuals ? fromDetails(actuals.changes, open.table, layout.table) : {}),
      table: stood?.done ? stood.table : table,
      plan,
      written: layout.table,
      after: layout,
    });
    if (!result.done) return result;
    return {
      ...told(open, judged, now, layout),
      problems: [
        ...judged.problems,
        ...(bringsManyFormulas(layout, written)
          ? [problem("MANY_FORMULAS", { sheet: table.sheet }, { departments: table.departments.length })]
          : []),
        ...(actuals?.replaced ?? []).map((one) => replacedNote(one, layout.table)),
      ],
      differences: result.shown.flatMap((shown) => differences(table.sheet, shown)),
      requests: excel.requests,
    };
  },
});

/** Needs a task table that our columns can be written to; what an earlier run left unfinished goes first. */
async function writableTable(
  { excel, onProgress }: Context,
  { sheet, columns }: RecalculationOptions,
): Promise<OpenTable | Stopped> {
  onProgress("reading");
  const open = await openTable(excel, sheet, columns, { sweeping: true });
  if (!open.done) return open;
  const { state, table } = open;
  return (
    unwritable(state) ??
    takenNames(state) ??
    filledReplaced(open) ??
    inTheWay(state, table, replacedInputs(table, ownPlaces(state))) ??
    open
  );
}

/** Whether the sheet has no room for the columns that come in. */
function overflows({ grid }: SheetState, { insertions }: Layout): boolean {
  const inserted = insertions.reduce((sum, { columns }) => sum + columns.length, 0);
  const used = grid.firstColumn + (grid.values[0]?.length ?? 0);
  return inserted > 0 && used + inserted > COLUMNS_OF_A_SHEET;
}

/** What the detail sheets put into cells, and in the place of what. */
function fromDetails(
  changes: readonly ActualChange[],
  before: TaskTable,
  after: TaskTable,
): Pick<Snapshot, "replaced" | "given"> {
  return {
    replaced: replacedCells(changes, before, after),
    given: changes.map(({ row, column, detail }) => ({ row, column: after.columns[column]!, content: detail })),
  };
}

/** Cells that stand before the action and get another content by it. */
function replacedCells(changes: readonly ActualChange[], before: TaskTable, after: TaskTable): ReplacedCell[] {
  return changes.flatMap(({ row, column, before: content, detail }) => {
    const at = before.columns[column];
    return at === undefined
      ? []
      : [{ row, column: at, columnAfter: after.columns[column]!, before: content, after: detail }];
  });
}

/** Old and new, where a typed number gave way by the person's choice. */
function replacedNote({ row, column, typed, detail }: ActualConflict, { sheet, columns }: TaskTable): Problem {
  return problem(
    "ACTUAL_REPLACED",
    { sheet, address: cellAddress(row, columns[column]!) },
    { column: ACTUAL_HEADERS[column], typed, detail },
  );
}
