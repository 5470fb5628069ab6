import { assess } from "../core/assess/assess";
import { noteLandmarks } from "../core/taskSheet/landmarks";
import { printOptions } from "../core/memory/options";
import { banners, planPrinting } from "../core/taskSheet/printing";
import { takeSnapshot } from "../core/taskSheet/restoring";
import { settingsOf } from "../core/memory/settings";
import { ownPlaces } from "../core/taskSheet/state";
import { DONE, UNDONE } from "../core/wording/actions";
import { readPrinted } from "../excel/printing";
import { defineAction } from "./action";
import { computedTable } from "./needs";
import { unwritable } from "./guards";
import type { OpenTable } from "./openTable";
import type { Changed, PrintingOptions, Stopped } from "./outcome";
import { write } from "./write";

/**
 * 打印设置: prepares the page of the marked-up table, or makes 打印版 where a copy is wanted. What is left out is as it was chosen
 * last. Office.js cannot print: the person presses Ctrl+P.
 */
export const setUpPrinting = defineAction({
  name: "setUpPrinting",
  undone: UNDONE.setUpPrinting,
  needs: computedTable(),
  async run(context, options: PrintingOptions, open: OpenTable): Promise<Changed | Stopped> {
    const { excel, now, onProgress } = context;
    const { state, table } = open;
    const { rules, options: held } = settingsOf(state).settings;
    const print = printOptions(held.print, options);
    if (print.copy) {
      const { makePrintSheet } = await import(/* webpackChunkName: "print" */ "./makePrintSheet");
      return makePrintSheet.run({ ...context, action: makePrintSheet }, options, open);
    }
    const own = ownPlaces(state);
    const { assessment } = assess(table, rules, now);
    const blocked = unwritable(state);
    if (blocked) return blocked;
    const { found, ...printed } = await readPrinted(
      excel,
      table.sheet,
      own,
      banners(table),
      noteLandmarks(table, state.grid),
    );
    // Merging takes what stands in the cells: only what is sure to be a note when it is written is stretched.
    const firm = printed.merged.filter(
      ({ firstRow }) => firstRow < table.headerRows.first || found.some(({ area }) => area.firstRow === firstRow),
    );

    onProgress("writing");
    const before = takeSnapshot(state, { print: printed });
    const plan = planPrinting(state, table, { print, assessment, merged: firm, now });
    const written = await write(context, {
      state,
      before,
      table,
      plan,
      landmarks: found,
      after: { table, own },
    });
    if (!written.done) return written;
    return {
      done: true,
      sheet: table.sheet,
      message: DONE.pageSet(open.otherSheets.length > 0 ? table.sheet : null, print.paper, print.form),
      requests: excel.requests,
    };
  },
});
