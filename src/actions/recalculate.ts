import { cellAddress } from "../core/cells/address";
import type { ActualChange, ActualConflict } from "../core/detail/actuals";
import { withColumnChoices } from "../core/memory/columnChoices";
import type { ReplacedCell } from "../core/taskSheet/derived";
import { replacedInputs } from "../core/taskSheet/layout";
import { planRecalculation } from "../core/taskSheet/recalculation";
import { takeSnapshot } from "../core/taskSheet/restoring";
import { withSettings } from "../core/memory/settings";
import { bringsManyFormulas } from "../core/taskSheet/size";
import { ownPlaces } from "../core/taskSheet/state";
import { problem } from "../core/problems/catalogue";
import type { Problem } from "../core/problems/problem";
import type { TaskTable } from "../core/table/taskTable";
import { ACTUAL_HEADERS } from "../core/wording/sheet";
import { failureProblem } from "../excel/failure";
import { Cancelled } from "../excel/readRows";
import { inWorkbook } from "../excel/session";
import { differences } from "./differences";
import { judgeTable, told } from "./judgeTable";
import { rememberAction, structureOf } from "./lastAction";
import { filledReplaced, inTheWay, openTable, stopped, tableOf, takenNames, unwritable } from "./openTable";
import type { ActionOptions, Recalculated, RecalculationChoices, Stopped } from "./outcome";
import { write } from "./write";

const COLUMNS_OF_A_SHEET = 16_384;

/**
 * 一键重算: reads the table, judges it and writes our columns; two syncs where the table is on the active sheet and the
 * workbook has no other. The actuals come from the detail sheets where there are any; it stops, with nothing written, where
 * they contradict what was typed and nobody has chosen yet.
 */
export async function recalculate({
  sheet,
  writeAs,
  now = new Date(),
  typedActuals = "ask",
  settings: chosen,
  columns,
  onProgress,
  cancelled,
}: ActionOptions & RecalculationChoices = {}): Promise<Recalculated | Stopped> {
  try {
    return await inWorkbook(async (session): Promise<Recalculated | Stopped> => {
      onProgress?.("reading");
      const open = await openTable(session, sheet, columns, { sweeping: true });
      if (!open.done) return open;
      const { state } = open;
      const blocked =
        unwritable(state) ??
        takenNames(state) ??
        filledReplaced(open) ??
        inTheWay(state, open.table, replacedInputs(open.table, ownPlaces(state)));
      if (blocked) return blocked;

      const judged = await judgeTable(session, open, { now, settings: chosen, typedActuals, onProgress, cancelled });
      const { table, settings, assessment, actuals, run } = judged;
      if (actuals && actuals.conflicts.length > 0)
        return {
          ...stopped(problem("ACTUALS_DIFFER", { sheet: open.table.sheet }, { cells: actuals.conflicts.length })),
          conflicts: actuals.conflicts,
          sheetId: state.sheetId,
        };
      const written = writeAs ?? settings.options.writeAs;
      const withRules = chosen ? withSettings(state.memory, chosen) : state.memory;
      const memory = columns ? withColumnChoices(withRules, open.choices) : withRules;
      const plan = planRecalculation(state, table, assessment, {
        rules: settings.rules,
        writeAs: written,
        now,
        run,
        memory,
        ...(actuals ? { actuals } : {}),
      });
      const inserted = plan.layout.insertions.reduce((sum, { columns }) => sum + columns.length, 0);
      const used = state.grid.firstColumn + (state.grid.values[0]?.length ?? 0);
      if (inserted > 0 && used + inserted > COLUMNS_OF_A_SHEET)
        return stopped(problem("SHEET_FULL", { sheet: table.sheet }));

      onProgress?.("writing");
      const before = takeSnapshot(state, {
        replaced: actuals ? replacedCells(actuals.changes, open.table, plan.layout.table) : [],
        given: actuals
          ? actuals.changes.map(({ row, column, detail }) => ({
              row,
              column: plan.layout.table.columns[column]!,
              content: detail,
            }))
          : [],
      });
      const stood = columns ? tableOf(state) : null;
      const tableBefore = stood?.done ? stood.table : table;
      const result = await write(session, {
        action: "recalculate",
        at: now,
        state,
        before,
        table: tableBefore,
        plan,
        written: plan.layout.table,
      });
      if (!result.done) return result;
      rememberAction({
        action: "recalculate",
        at: now,
        before,
        table: tableBefore,
        structureAfter: structureOf(state.sheetId, plan.layout.table, plan.layout.own),
      });
      return {
        ...told(open, judged, now, plan.layout),
        problems: [
          ...judged.problems,
          ...(bringsManyFormulas(plan.layout, written)
            ? [problem("MANY_FORMULAS", { sheet: table.sheet }, { departments: table.departments.length })]
            : []),
          ...(actuals?.replaced ?? []).map((one) => replacedNote(one, plan.layout.table)),
        ],
        differences: written === "values" ? [] : result.shown.flatMap((shown) => differences(table.sheet, shown)),
        requests: session.requests,
      };
    });
  } catch (error) {
    if (error instanceof Cancelled) return stopped(problem("CANCELLED"));
    return stopped(failureProblem(error, "read", sheet));
  }
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
