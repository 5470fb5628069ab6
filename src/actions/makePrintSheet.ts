import { assess } from "../core/assess/assess";
import { printOptions } from "../core/memory/options";
import { settingsOf } from "../core/memory/settings";
import { areaOf } from "../core/plan/content";
import { isOwnSheet } from "../core/ownSheets/ownSheets";
import { planPrintSheet, printedMerges } from "../core/ownSheets/print/printSheet";
import { withPrint } from "../core/taskSheet/printing";
import { problem } from "../core/problems/catalogue";
import { UNDONE } from "../core/wording/actions";
import { PRINT_SHEET } from "../core/wording/ownSheets";
import { printSheetMade } from "../core/wording/printSheet";
import { readContents } from "../excel/contents";
import { readSheet } from "../excel/readSheet";
import { defineAction } from "./action";
import { computedTable } from "./needs";
import type { OpenTable } from "./openTable";
import { stopped } from "./outcome";
import type { Changed, PrintingOptions, Stopped } from "./outcome";
import { writeSheets } from "./writeSheets";

/** 打印版: a sheet of our own, made for the page; one that stands is brought up to date, and the task table is not touched. */
export const makePrintSheet = defineAction({
  name: "makePrintSheet",
  undone: UNDONE.makePrintSheet,
  needs: computedTable(),
  async run(context, { writeAs, ...chosen }: PrintingOptions, { state, table }: OpenTable): Promise<Changed | Stopped> {
    const { excel, now, cancelled } = context;
    const { rules, options: held } = settingsOf(state).settings;
    const print = { ...printOptions(held.print, chosen), copy: true };
    const options = { ...held, writeAs: writeAs ?? held.writeAs, print };
    const { assessment } = assess(table, rules, now);
    const read = await readSheet(excel, PRINT_SHEET);
    if (read && !isOwnSheet(read.state)) return stopped(problem("SHEET_NAME_TAKEN", undefined, { sheet: PRINT_SHEET }));
    const before = await readContents(excel, read ? [PRINT_SHEET] : [], cancelled);
    const content = before.get(PRINT_SHEET);
    const plan = planPrintSheet(
      { state, table, assessment, options, now },
      read && { state: read.state, used: content ? areaOf(content) : null },
    );
    const written = await writeSheets(context, {
      plans: [plan],
      before,
      ...(content && { merges: new Map([[PRINT_SHEET, printedMerges(content)]]) }),
      memory: withPrint(state, print),
    });
    if (!written.done) return written;
    return {
      done: true,
      sheet: PRINT_SHEET,
      message: printSheetMade(print.paper, print.form, table.departments.length),
      requests: excel.requests,
    };
  },
});
