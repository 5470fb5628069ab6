import type { DetailReport } from "../core/detail/report";
import type { Problem } from "../core/problems/problem";
import { Cancelled } from "../excel/readRows";
import { defineAction } from "./action";
import { judgeTable, reconciled, reportOf } from "./judgeTable";
import { taskTable } from "./needs";
import type { OpenTable } from "./openTable";
import type { ActionOptions, Stopped } from "./outcome";
import { readDetails } from "./readDetails";

/** What stands in the detail sheets behind a table that was looked at. */
export interface DetailsSeen {
  readonly done: true;
  readonly detail: DetailReport;
  /** Of the detail sheets alone. */
  readonly problems: readonly Problem[];
  /** False where the table holds other numbers than a recalculation would take from the detail sheets, or would ask about. */
  readonly agrees: boolean;
  /** Syncs that carried work. */
  readonly requests: number;
}

/**
 * The second half of a look: names from the detail sheets of a computed table, with nothing written. The figures stay those of the
 * table. One sync for the table, one for the beginnings of the other sheets, one for each block of rows. Null where no detail sheet has rows.
 */
export const lookAtDetails = defineAction({
  name: "lookAtDetails",
  needs: taskTable,
  async run(context, _: ActionOptions, open: OpenTable): Promise<DetailsSeen | Stopped | null> {
    const { excel, now, onProgress, cancelled } = context;
    const { assessment, settings } = await judgeTable({ ...context, onProgress: () => {} }, open, {
      typedActuals: null,
    });
    if (cancelled()) throw new Cancelled();
    const details = await readDetails(excel, {
      table: open.table,
      rules: settings.rules,
      sheets: open.otherSheets,
      choices: open.state.memory?.detail,
      now,
      onProgress,
      cancelled,
    });
    if (!details) return null;
    const { changes, conflicts } = reconciled(open, details.findings.departments, "ask");
    return {
      done: true,
      detail: reportOf(details, assessment),
      problems: details.problems,
      agrees: changes.length + conflicts.length === 0,
      requests: excel.requests,
    };
  },
});
