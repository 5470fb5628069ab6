import { areaOf } from "../core/plan/content";
import { isOwnSheet } from "../core/ownSheets/ownSheets";
import { planPrintSheet, printedMerges } from "../core/ownSheets/print/printSheet";
import type { PrintSource } from "../core/ownSheets/print/printSheet";
import { withPrint } from "../core/taskSheet/printing";
import { problem } from "../core/problems/catalogue";
import { PRINT_SHEET } from "../core/wording/ownSheets";
import { printSheetMade } from "../core/wording/printSheet";
import { readContents } from "../excel/contents";
import { readSheet } from "../excel/readSheet";
import type { Session } from "../excel/session";
import { stopped } from "./openTable";
import type { ActionOptions, Changed, Stopped } from "./outcome";
import { writeSheets } from "./writeSheets";

/** 打印版: a sheet of our own, made for the page; one that stands is brought up to date, and the task table is not touched. */
export async function makePrintSheet(
  session: Session,
  source: PrintSource,
  { onProgress, cancelled }: Pick<ActionOptions, "onProgress" | "cancelled">,
): Promise<Changed | Stopped> {
  const { options, now, state, table } = source;
  const read = await readSheet(session, PRINT_SHEET);
  if (read && !isOwnSheet(read.state)) return stopped(problem("SHEET_NAME_TAKEN", undefined, { sheet: PRINT_SHEET }));
  const before = await readContents(session, read ? [PRINT_SHEET] : [], cancelled);
  const held = before.get(PRINT_SHEET);
  const plan = planPrintSheet(source, read && { state: read.state, used: held ? areaOf(held) : null });
  const written = await writeSheets(session, {
    action: "makePrintSheet",
    at: now,
    plans: [plan],
    before,
    ...(held && { merges: new Map([[PRINT_SHEET, printedMerges(held)]]) }),
    memory: withPrint(state, options.print),
    onProgress,
    cancelled,
  });
  if (!written.done) return written;
  return {
    done: true,
    sheet: PRINT_SHEET,
    message: printSheetMade(options.print.paper, options.print.form, table.departments.length),
    requests: session.requests,
  };
}
