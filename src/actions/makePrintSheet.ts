import { assess } from "../core/assess/assess";
import { printOptions } from "../core/memory/options";
import { settingsOf } from "../core/memory/settings";
import { planPrintSheet } from "../core/ownSheets/print/printSheet";
import { OWN_SHEETS } from "../core/ownSheets/registry";
import { withPrint } from "../core/taskSheet/printing";
import { UNDONE } from "../core/wording/actions";
import { PRINT_SHEET } from "../core/wording/ownSheets";
import { printSheetMade } from "../core/wording/printSheet";
import { defineAction } from "./action";
import { makeOwnSheet } from "./makeOwnSheet";
import { computedTable } from "./needs";
import type { OpenTable } from "./openTable";
import type { Changed, PrintingOptions, Stopped } from "./outcome";

/** 打印版: a sheet of our own, made for the page; one that stands is brought up to date, and the task table is not touched. */
export const makePrintSheet = defineAction({
  name: "makePrintSheet",
  undone: UNDONE.makePrintSheet,
  needs: computedTable(),
  async run(context, { writeAs, ...chosen }: PrintingOptions, { state, table }: OpenTable): Promise<Changed | Stopped> {
    const { now } = context;
    const { rules, options: held } = settingsOf(state).settings;
    const print = { ...printOptions(held.print, chosen), copy: true };
    const options = { ...held, writeAs: writeAs ?? held.writeAs, print };
    const { assessment } = assess(table, rules, now);
    return makeOwnSheet(context, OWN_SHEETS.print, {
      plan: (standing) => planPrintSheet({ state, table, assessment, options, now }, standing),
      message: () => printSheetMade(print.paper, print.form, table.departments.length),
      show: PRINT_SHEET,
      memory: withPrint(state, print),
    });
  },
});
