import { planHistory } from "../core/ownSheets/history/history";
import { ownPlaces } from "../core/taskSheet/state";
import { problem } from "../core/problems/catalogue";
import { recordedMessage } from "../core/wording/history";
import { HISTORY_SHEET } from "../core/wording/ownSheets";
import { readContents, readWorkbook } from "../excel/contents";
import { failureProblem } from "../excel/failure";
import { Cancelled } from "../excel/readRows";
import { inWorkbook } from "../excel/session";
import { judgeTable } from "./judgeTable";
import { lastAction } from "./lastAction";
import { openTable, stopped } from "./openTable";
import type { ActionOptions, Changed, Stopped } from "./outcome";
import { writeSheets } from "./writeSheets";

export interface RecordOptions extends ActionOptions {
  /** Recorded as a part of the action before: one undo takes both back. */
  readonly joined?: boolean;
}

/** 记入推进记录: a row a department for today on a sheet of its own; the same day is replaced. */
export async function recordHistory({
  sheet,
  now = new Date(),
  joined = false,
  onProgress,
  cancelled,
}: RecordOptions = {}): Promise<Changed | Stopped> {
  const last = lastAction();
  const before = joined && last && "structureAfter" in last ? last : null;
  try {
    return await inWorkbook(async (session): Promise<Changed | Stopped> => {
      onProgress?.("reading");
      const open = await openTable(session, sheet);
      if (!open.done) return open;
      if (ownPlaces(open.state).remark === undefined)
        return stopped(problem("HISTORY_NOT_COMPUTED", { sheet: open.table.sheet }));
      // The actuals stand in the table since it was computed.
      const { run } = await judgeTable(session, open, { now, typedActuals: null, onProgress });
      if (run.departments.every(({ deduction }) => deduction === null))
        return stopped(problem("HISTORY_NOTHING_REPORTED", { sheet: open.table.sheet }));
      await session.askDates();
      const stands = (await readWorkbook(session)).sheets.some(({ name }) => name === HISTORY_SHEET);
      const held = await readContents(session, stands ? [HISTORY_SHEET] : [], cancelled);
      const planned = planHistory(run, held.get(HISTORY_SHEET) ?? null, session.dates);
      if (!("plan" in planned)) return stopped(...planned);
      const written = await writeSheets(session, {
        action: "recordHistory",
        at: now,
        plans: [planned.plan],
        before: held,
        onProgress,
        cancelled,
        ...(before && { joined: before }),
      });
      if (!written.done) return written;
      return {
        done: true,
        sheet: HISTORY_SHEET,
        message: recordedMessage(planned.day, run.departments.length, planned.left, planned.problems.length),
        requests: session.requests,
      };
    });
  } catch (error) {
    if (error instanceof Cancelled) return stopped(problem("CANCELLED"));
    return stopped(failureProblem(error, "read", sheet));
  }
}
