import { withSettings } from "../core/memory/settings";
import type { Settings } from "../core/memory/settings";
import { ownPlaces } from "../core/taskSheet/state";
import { DONE, UNDONE } from "../core/wording/actions";
import { readWorkbook } from "../excel/contents";
import { defineAction } from "./action";
import { taskTable } from "./needs";
import type { ActionOptions, Changed, Recalculated, RecalculationChoices, Stopped } from "./outcome";
import { perform } from "./perform";
import { recalculate } from "./recalculate";
import { writeSheets } from "./writeSheets";

interface SavingOptions extends ActionOptions, Pick<RecalculationChoices, "typedActuals"> {
  readonly settings: Settings;
}

/**
 * 保存设置: keeps the settings in the workbook; where a computed task table stands it is recalculated with them, undone as one.
 * The names on a sheet win over what the workbook remembers: where it is not clear which sheet is meant, or the table there
 * cannot be read, nothing is kept, since it would not hold.
 */
export const saveSettings = defineAction({
  name: "saveSettings",
  undone: UNDONE.saveSettings,
  phase: "write",
  async run(
    context,
    { settings, sheet, typedActuals = "ask" }: SavingOptions,
  ): Promise<Recalculated | Changed | Stopped> {
    const { excel } = context;
    const open = await taskTable(context, { sheet });
    if (open.done && ownPlaces(open.state).remark !== undefined)
      return perform(recalculate, { ...context, sheet: open.state.grid.sheet, settings, typedActuals });
    if (!open.done && open.problems.some(({ code }) => code !== "TABLE_NOT_FOUND")) return open;
    // Where nothing is computed the next 一键重算 goes by them.
    const { memory } = await readWorkbook(excel);
    const written = await writeSheets(context, {
      sheets: [],
      memory: withSettings(memory, settings),
    });
    return written.done ? { done: true, sheet: "", message: DONE.settingsSaved, requests: excel.requests } : written;
  },
});
