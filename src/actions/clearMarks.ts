import { placesWithout, planClearing, tableWithout } from "../core/taskSheet/clearing";
import { headerOf } from "../core/taskSheet/columns";
import { isOwnSheet, sheetsReferring } from "../core/ownSheets/registry";
import { banners } from "../core/taskSheet/printing";
import { takeSnapshot } from "../core/taskSheet/restoring";
import { ownPlaces, rememberedPage } from "../core/taskSheet/state";
import type { SheetState } from "../core/taskSheet/state";
import { problem } from "../core/problems/catalogue";
import { DONE, UNDONE } from "../core/wording/actions";
import { readPrinted } from "../excel/printing";
import { readSheet } from "../excel/readSheet";
import { defineAction } from "./action";
import { inTheWay, ofLaterVersion, unwritable } from "./guards";
import { openTable, tableOf } from "./openTable";
import { stopped } from "./outcome";
import type { ActionOptions, Changed, Stopped } from "./outcome";
import { sweep } from "./sweep";
import { write } from "./write";

interface ClearingOptions extends ActionOptions {
  /** Typed 填报数据 goes as well. */
  readonly discardTyped?: boolean;
}

/** 清除标记: takes away all that is ours on the sheet; typed 填报数据 stays unless `discardTyped`. */
export const clearMarks = defineAction({
  name: "clearMarks",
  undone: UNDONE.clearMarks,
  async run(context, { sheet, discardTyped = false }: ClearingOptions): Promise<Changed | Stopped> {
    const { excel, onProgress } = context;
    onProgress("reading");
    const read = await readSheet(excel, sheet);
    if (!read) return stopped(problem("SHEET_NOT_FOUND", undefined, { sheet: sheet ?? "" }));
    const later = ofLaterVersion(read.state.memory);
    if (later) return later;
    // With 打印版 open the marks of the task table are meant: they are what it shows.
    const open = sheet === undefined && isOwnSheet(read.state) ? await openTable(excel) : null;
    if (open?.done === false) return open;
    const swept = await sweep(excel, (open ?? read).state);
    if ("problem" in swept) return stopped(swept.problem);
    const again = swept.note ? await readSheet(excel, (open ?? read).state.sheetId) : null;
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
        requests: excel.requests,
      };
    if (!plan) return stopped(problem("NOTHING_TO_CLEAR", { sheet: state.grid.sheet }));
    const blocked = inTheWay(state, table, plan.gone) ?? unwritable(state);
    if (blocked) return blocked;

    onProgress("writing");
    const own = ownPlaces(state);
    // Deleting our columns takes back what 打印设置 stretched; undoing it stretches it again.
    const printed =
      table && rememberedPage(state) ? await readPrinted(excel, plan.sheet, own, banners(table)) : undefined;
    const before = takeSnapshot(state, { replaced: plan.replaced, ...(printed && { print: printed }) });
    const after = { table: table && tableWithout(table, own, plan.gone), own: placesWithout(own, plan.gone) };
    const written = await write(context, { state, before, table, plan, after });
    if (!written.done) return written;
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
      requests: excel.requests,
    };
  },
});

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
