import { assess } from "../core/assess/assess";
import { cellAddress, sheetAddress } from "../core/cells/address";
import { cellOf } from "../core/cells/grid";
import { reconcile } from "../core/detail/actuals";
import type { ActualChange, ActualConflict, Reconciled, TypedActuals } from "../core/detail/actuals";
import type { DepartmentFindings } from "../core/detail/findings";
import { nextSteps } from "../core/detail/nextSteps";
import { rememberedActuals } from "../core/plan/derived";
import type { ReplacedCell } from "../core/plan/derived";
import { agrees } from "../core/plan/expected";
import { planRecalculation } from "../core/plan/recalculation";
import { takeSnapshot } from "../core/plan/restoring";
import { rulesOf } from "../core/plan/ruleNames";
import { problem } from "../core/problems/catalogue";
import type { Problem } from "../core/problems/problem";
import type { ActualColumn } from "../core/table/headers";
import type { TaskTable } from "../core/table/taskTable";
import { ACTUAL_HEADERS } from "../core/wording/sheet";
import type { Shown } from "../excel/applyPlan";
import { failureProblem } from "../excel/failure";
import { Cancelled } from "../excel/readRows";
import { inWorkbook } from "../excel/session";
import { rememberAction, structureOf } from "./lastAction";
import { openTable, stopped, unwritable } from "./openTable";
import type { OpenTable } from "./openTable";
import type { ActionOptions, Difference, Recalculated, RecalculationChoices, Stopped } from "./outcome";
import { write } from "./write";

const COLUMNS_OF_A_SHEET = 16_384;

/**
 * 一键重算: reads the table, judges it and writes our columns; two syncs where the table is on the active sheet and the
 * workbook has no other. The actuals come from the detail sheets where there are any; it stops, with nothing written, where
 * they contradict what was typed and nobody has chosen yet.
 */
export async function recalculate({ sheet, writeAs = "formulas", now = new Date(), typedActuals = "ask", onProgress, cancelled }: ActionOptions & RecalculationChoices = {}): Promise<Recalculated | Stopped> {
  try {
    return await inWorkbook(async (session): Promise<Recalculated | Stopped> => {
      onProgress?.("reading");
      const open = await openTable(session, sheet);
      if (!open.done) return open;
      const { state } = open;
      const blocked = unwritable(state);
      if (blocked) return blocked;

      const { rules, problems: ruleProblems } = rulesOf(state);
      const details = open.otherSheets.length === 0 ? null : await (await import(/* webpackChunkName: "details" */ "./readDetails")).readDetails(session, { table: open.table, rules, sheets: open.otherSheets, choices: state.memory?.detail, now, onProgress, cancelled });
      onProgress?.("assessing");
      const actuals = details && reconciled(open, details.findings.departments, typedActuals);
      if (actuals && actuals.conflicts.length > 0) return { ...stopped(problem("ACTUALS_DIFFER", { sheet: open.table.sheet }, { cells: actuals.conflicts.length })), conflicts: actuals.conflicts };
      const table = actuals?.table ?? open.table;
      const { assessment, problems } = assess(table, rules, now);
      const plan = planRecalculation(state, table, assessment, { rules, writeAs, now, ...(actuals ? { actuals } : {}) });
      const inserted = plan.layout.insertions.reduce((sum, { columns }) => sum + columns.length, 0);
      const used = state.grid.firstColumn + (state.grid.values[0]?.length ?? 0);
      if (inserted > 0 && used + inserted > COLUMNS_OF_A_SHEET) return stopped(problem("SHEET_FULL", { sheet: table.sheet }));

      onProgress?.("writing");
      const before = takeSnapshot(state, { replaced: actuals ? replacedCells(actuals.changes, open.table, plan.layout.table) : [] });
      const written = await write(session, { action: "recalculate", at: now, state, before, table, plan });
      if (!written.done) return written;
      rememberAction({ action: "recalculate", at: now, before, table, structureAfter: structureOf(state.sheetId, plan.layout.table, plan.layout.own) });
      return {
        done: true,
        sheet: table.sheet,
        title: table.title?.text ?? "",
        table: { firstRow: table.body.first + 1, lastRow: table.body.last + 1 },
        assessment,
        detail: details && {
          sheets: details.sheets,
          departments: details.findings.departments,
          unknownDepartments: details.findings.unknownDepartments,
          unknownWords: details.findings.unknownWords,
          knownWords: details.findings.knownWords,
          nextSteps: nextSteps(assessment),
        },
        problems: [...ruleProblems, ...open.problems, ...problems, ...(details?.problems ?? []), ...(actuals?.replaced ?? []).map((one) => replacedNote(one, plan.layout.table))],
        differences: writeAs === "values" ? [] : written.shown.flatMap((shown) => differences(table.sheet, shown)),
        requests: session.requests,
      };
    });
  } catch (error) {
    if (error instanceof Cancelled) return stopped(problem("CANCELLED"));
    return stopped(failureProblem(error, "read", sheet));
  }
}

/** The actuals of the detail sheets held against the cells of the table. */
function reconciled({ state, table }: OpenTable, findings: readonly DepartmentFindings[], typedActuals: TypedActuals): Reconciled {
  const raw = (row: number, column: ActualColumn) => (table.columns[column] === undefined ? "" : cellOf(state.grid, row, table.columns[column]));
  return reconcile(table, findings, rememberedActuals(state).decided, typedActuals, raw);
}

/** Cells that stand before the action and get another content by it. */
function replacedCells(changes: readonly ActualChange[], before: TaskTable, after: TaskTable): ReplacedCell[] {
  return changes.flatMap(({ row, column, before: content, detail }) => {
    const at = before.columns[column];
    return at === undefined ? [] : [{ row, column: at, columnAfter: after.columns[column]!, before: content, after: detail }];
  });
}

/** Old and new, where a typed number gave way by the person's choice. */
function replacedNote({ row, column, typed, detail }: ActualConflict, { sheet, columns }: TaskTable): Problem {
  return problem("ACTUAL_REPLACED", { sheet, address: cellAddress(row, columns[column]!) }, { column: ACTUAL_HEADERS[column], typed, detail });
}

/** The cells in which Excel shows something else than the assessment says. */
function differences(sheet: string, { area, values, shown }: Shown): Difference[] {
  return values.flatMap((row, r) =>
    row.flatMap((expected, c): Difference[] => {
      const excel = shown[r]?.[c] ?? "";
      if (agrees(excel, expected)) return [];
      return [{ address: sheetAddress(sheet, cellAddress(area.firstRow + r, area.firstColumn + c)), excel: String(excel), assessment: String(expected) }];
    }),
  );
}
