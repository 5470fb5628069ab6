import type { Assessment } from "../core/assess/assessment";
import type { DetailReport } from "../core/detail/report";
import { planRectification } from "../core/ownSheets/rectification/rectification";
import { rectificationEntries } from "../core/ownSheets/rectification/entries";
import { rulesOf } from "../core/taskSheet/ruleNames";
import { problem } from "../core/problems/catalogue";
import { DONE } from "../core/wording/actions";
import { RECTIFICATION_SHEET } from "../core/wording/rectification";
import { readContents, readWorkbook } from "../excel/contents";
import { failureProblem } from "../excel/failure";
import { Cancelled } from "../excel/readRows";
import { readSheet } from "../excel/readSheet";
import { inWorkbook } from "../excel/session";
import { stopped } from "./openTable";
import type { ActionOptions, Changed, Stopped } from "./outcome";
import { writeSheets } from "./writeSheets";

/** What the last recalculation found, and on which sheet. */
export interface ListOptions extends ActionOptions {
  readonly assessment: Assessment;
  readonly detail: DetailReport | null;
  readonly taskSheet: string;
  /** Certificate numbers whole; masked where it is left out. */
  readonly showNumbers?: boolean;
}

/** 整改清单: lists on a sheet of its own what each department has to put right, and brings a list that stands up to date. */
export async function listRectification({
  assessment,
  detail,
  taskSheet,
  showNumbers = false,
  now = new Date(),
  onProgress,
  cancelled,
}: ListOptions): Promise<Changed | Stopped> {
  try {
    return await inWorkbook(async (session): Promise<Changed | Stopped> => {
      onProgress?.("reading");
      const table = await readSheet(session, taskSheet);
      if (!table) return stopped(problem("PLACE_GONE", undefined, { place: taskSheet }));
      const entries = rectificationEntries(assessment, detail, rulesOf(table.state).rules, showNumbers);
      const stands = (await readWorkbook(session)).sheets.some(({ name }) => name === RECTIFICATION_SHEET);
      if (!stands && entries.open.every(({ onlyWhereHeld }) => onlyWhereHeld))
        return stopped(problem("NOTHING_TO_LIST"));
      const before = await readContents(session, stands ? [RECTIFICATION_SHEET] : [], cancelled);
      const list = planRectification(entries, before.get(RECTIFICATION_SHEET) ?? null, now, showNumbers);
      if (!("plan" in list)) return stopped(...list);
      const written = await writeSheets(session, {
        action: "listRectification",
        at: now,
        plans: [list.plan],
        before,
        onProgress,
        cancelled,
      });
      if (!written.done) return written;
      return {
        done: true,
        sheet: RECTIFICATION_SHEET,
        message: DONE.listed(RECTIFICATION_SHEET, list.open, list.solved),
        requests: session.requests,
      };
    });
  } catch (error) {
    if (error instanceof Cancelled) return stopped(problem("CANCELLED"));
    return stopped(failureProblem(error, "read", taskSheet));
  }
}
