import { assess } from "../core/assess/assess";
import { noteLandmarks } from "../core/taskSheet/landmarks";
import type { PrintOptions } from "../core/memory/options";
import { banners, planPrinting } from "../core/taskSheet/printing";
import { takeSnapshot } from "../core/taskSheet/restoring";
import { settingsOf } from "../core/memory/settings";
import { ownPlaces } from "../core/taskSheet/state";
import { problem } from "../core/problems/catalogue";
import { DONE } from "../core/wording/actions";
import { failureProblem } from "../excel/failure";
import { readPrinted } from "../excel/printing";
import { Cancelled } from "../excel/readRows";
import { inWorkbook } from "../excel/session";
import { rememberAction, structureOf } from "./lastAction";
import { openTable, stopped, unwritable } from "./openTable";
import type { ActionOptions, Changed, Stopped } from "./outcome";
import { write } from "./write";

/**
 * 打印设置: prepares the page of the marked-up table, or makes 打印版 where a copy is wanted. What is left out is as it was chosen
 * last. Office.js cannot print: the person presses Ctrl+P.
 */
export async function setUpPrinting({
  sheet,
  now = new Date(),
  onProgress,
  cancelled,
  writeAs,
  ...chosen
}: ActionOptions & Partial<PrintOptions> = {}): Promise<Changed | Stopped> {
  try {
    return await inWorkbook(async (session): Promise<Changed | Stopped> => {
      onProgress?.("reading");
      const open = await openTable(session, sheet);
      if (!open.done) return open;
      const { state, table } = open;
      const own = ownPlaces(state);
      if (own.remark === undefined) return stopped(problem("MARKS_NOT_FOUND", { sheet: table.sheet }));
      const { rules, options } = settingsOf(state).settings;
      const print: PrintOptions = { ...options.print, ...chosen };
      const { assessment } = assess(table, rules, now);
      if (print.copy) {
        const { makePrintSheet } = await import(/* webpackChunkName: "print" */ "./makePrintSheet");
        return makePrintSheet(
          session,
          { state, table, assessment, options: { ...options, writeAs: writeAs ?? options.writeAs, print }, now },
          { ...(onProgress && { onProgress }), ...(cancelled && { cancelled }) },
        );
      }
      const blocked = unwritable(state);
      if (blocked) return blocked;
      const { found, ...printed } = await readPrinted(
        session,
        table.sheet,
        own,
        banners(table),
        noteLandmarks(table, state.grid),
      );
      // Merging takes what stands in the cells: only what is sure to be a note when it is written is stretched.
      const firm = printed.merged.filter(
        ({ firstRow }) => firstRow < table.headerRows.first || found.some(({ area }) => area.firstRow === firstRow),
      );

      onProgress?.("writing");
      const before = takeSnapshot(state, { print: printed });
      const plan = planPrinting(state, table, { print, assessment, merged: firm, now });
      const written = await write(session, {
        action: "setUpPrinting",
        at: now,
        state,
        before,
        table,
        plan,
        landmarks: found,
      });
      if (!written.done) return written;
      rememberAction({
        action: "setUpPrinting",
        at: now,
        before,
        table,
        structureAfter: structureOf(state.sheetId, table, own),
      });
      return {
        done: true,
        sheet: table.sheet,
        message: DONE.pageSet(open.otherSheets.length > 0 ? table.sheet : null, print.paper, print.form),
        requests: session.requests,
      };
    });
  } catch (error) {
    if (error instanceof Cancelled) return stopped(problem("CANCELLED"));
    return stopped(failureProblem(error, "read", sheet));
  }
}
