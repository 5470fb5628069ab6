import { assess } from "../core/assess/assess";
import { cellAddress, sheetAddress } from "../core/cells/address";
import { agrees } from "../core/plan/expected";
import { planRecalculation } from "../core/plan/recalculation";
import { takeSnapshot } from "../core/plan/restoring";
import { rulesOf } from "../core/plan/ruleNames";
import { problem } from "../core/problems/catalogue";
import type { Shown } from "../excel/applyPlan";
import { failureProblem } from "../excel/failure";
import { inWorkbook } from "../excel/session";
import { rememberAction, structureOf } from "./lastAction";
import { openTable, stopped, unwritable } from "./openTable";
import type { ActionOptions, Difference, Recalculated, Stopped } from "./outcome";
import { write } from "./write";

const COLUMNS_OF_A_SHEET = 16_384;

/** 一键重算: reads the table, judges it and writes our columns; two syncs where the table is on the active sheet. */
export async function recalculate({ sheet, writeAs = "formulas", now = new Date(), onProgress }: ActionOptions = {}): Promise<Recalculated | Stopped> {
  try {
    return await inWorkbook(async (session): Promise<Recalculated | Stopped> => {
      onProgress?.("reading");
      const open = await openTable(session, sheet);
      if (!open.done) return open;
      const { state, table } = open;
      const blocked = unwritable(state);
      if (blocked) return blocked;

      onProgress?.("assessing");
      const { rules, problems: ruleProblems } = rulesOf(state);
      const { assessment, problems } = assess(table, rules, now);
      const plan = planRecalculation(state, table, assessment, { rules, writeAs, now });
      const inserted = plan.layout.insertions.reduce((sum, { columns }) => sum + columns.length, 0);
      const used = state.grid.firstColumn + (state.grid.values[0]?.length ?? 0);
      if (inserted > 0 && used + inserted > COLUMNS_OF_A_SHEET) return stopped(problem("SHEET_FULL", { sheet: table.sheet }));

      onProgress?.("writing");
      const before = takeSnapshot(state);
      const written = await write(session, { action: "recalculate", at: now, state, before, table, plan });
      if (!written.done) return written;
      rememberAction({ action: "recalculate", at: now, before, table, structureAfter: structureOf(state.sheetId, plan.layout.table, plan.layout.own) });
      return {
        done: true,
        sheet: table.sheet,
        title: table.title?.text ?? "",
        table: { firstRow: table.body.first + 1, lastRow: table.body.last + 1 },
        assessment,
        detail: null,
        problems: [...ruleProblems, ...open.problems, ...problems],
        differences: writeAs === "values" ? [] : written.shown.flatMap((shown) => differences(table.sheet, shown)),
        requests: session.requests,
      };
    });
  } catch (error) {
    return stopped(failureProblem(error, "read", sheet));
  }
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
