import { placesWithout, planClearing, tableWithout } from "../core/taskSheet/clearing";
import { headerOf } from "../core/taskSheet/columns";
import { isOwnSheet, sheetsReferring } from "../core/ownSheets/ownSheets";
import { banners } from "../core/taskSheet/printing";
import { takeSnapshot } from "../core/taskSheet/restoring";
import { ownPlaces, rememberedPage } from "../core/taskSheet/state";
import type { SheetState } from "../core/taskSheet/state";
import { problem } from "../core/problems/catalogue";
import { DONE } from "../core/wording/actions";
import { failureProblem } from "../excel/failure";
import { readPrinted } from "../excel/printing";
import { readSheet } from "../excel/readSheet";
import { inWorkbook } from "../excel/session";
import { rememberAction, structureOf } from "./lastAction";
import { inTheWay, ofLaterVersion, openTable, stopped, tableOf, unwritable } from "./openTable";
import type { ActionOptions, Changed, Stopped } from "./outcome";
import { sweep } from "./sweep";
import { write } from "./write";

/** 清除标记: takes away all that is ours on the sheet; typed 填报数据 stays unless `discardTyped`. */
export async function clearMarks({
  sheet,
  discardTyped = false,
  now = new Date(),
  onProgress,
}: ActionOptions & { discardTyped?: boolean } = {}): Promise<Changed | Stopped> {
  try {
    return await inWorkbook(async (session): Promise<Changed | Stopped> => {
      onProgress?.("reading");
      const read = await readSheet(session, sheet);
      if (!read) return stopped(problem("SHEET_NOT_FOUND", undefined, { sheet: sheet ?? "" }));
      const later = ofLaterVersion(read.state.memory);
      if (later) return later;
      // With 打印版 open the marks of the task table are meant: they are what it shows.
      const open = sheet === undefined && isOwnSheet(read.state) ? await openTable(session) : null;
      if (open?.done === false) return open;
      const swept = await sweep(session, (open ?? read).state);
      if ("problem" in swept) return stopped(swept.problem);
      const again = swept.note ? await readSheet(session, (open ?? read).state.sheetId) : null;
      const { state } = again ?? open ?? read;
      const recognised = tableOf(state);
      const table = recognised?.done ? recognised.table : null;
      const plan = planClearing(state, table, discardTyped);
      if (!plan && swept.note)
        return {
          done: true,
          sheet: state.grid.sheet,
          message: DONE.cleared(null),
          problems: [swept.note],
          requests: session.requests,
        };
      if (!plan) return stopped(problem("NOTHING_TO_CLEAR", { sheet: state.grid.sheet }));
      const foreign = inTheWay(state, table, plan.gone);
      if (foreign) return foreign;
      const blocked = unwritable(state);
      if (blocked) return blocked;

      onProgress?.("writing");
      const own = ownPlaces(state);
      // Deleting our columns takes back what 打印设置 stretched; undoing it stretches it again.
      const printed =
        table && rememberedPage(state) ? await readPrinted(session, plan.sheet, own, banners(table)) : undefined;
      const before = takeSnapshot(state, { replaced: plan.replaced, ...(printed && { print: printed }) });
      const written = await write(session, { action: "clearMarks", at: now, state, before, table, plan });
      if (!written.done) return written;
      rememberAction({
        action: "clearMarks",
        at: now,
        before,
        table,
        structureAfter: structureOf(
          state.sheetId,
          table && tableWithout(table, own, plan.gone),
          placesWithout(own, plan.gone),
        ),
      });
      const kept = plan.kept.map(headerOf);
      const { otherSheets, hiddenSheets } = open ? { otherSheets: open.otherSheets, hiddenSheets: [] } : read;
      const named = otherSheets.length > 0 ? plan.sheet : null;
      const referring = plan.gone.length > 0 ? sheetsReferring([...otherSheets, ...hiddenSheets]) : [];
      const problems = [
        ...(swept.note ? [swept.note] : []),
        ...(keepsPrintArea(state) ? [problem("PRINT_AREA_LEFT", { sheet: plan.sheet })] : []),
      ];
      return {
        done: true,
        sheet: plan.sheet,
        message:
          (kept.length > 0 ? DONE.clearedBut(named, kept) : DONE.cleared(named)) +
          (referring.length > 0 ? DONE.leftReferring(referring) : ""),
        ...(problems.length > 0 && { problems }),
        requests: session.requests,
      };
    });
  } catch (error) {
    return stopped(failureProblem(error, "read", sheet));
  }
}

/** Office.js takes a print area away by its name only: where Excel does not list that name, what 打印设置 has set stays. */
function keepsPrintArea(state: SheetState): boolean {
  const before = rememberedPage(state);
  return (
    before !== null &&
    before.page.printArea === null &&
    state.page.printArea !== null &&
    !state.names.some(({ name }) => name === "Print_Area")
  );
}
