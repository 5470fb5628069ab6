import type { Area } from "../cells/address";
import type { TaskTable } from "../table/taskTable";
import { formSteps, printPage, stretchSteps } from "./page";
import type { PrintForm } from "./page";
import type { SheetPlan } from "./sheetPlan";
import { ownPlaces, rememberedPage } from "./state";
import type { SheetState } from "./state";

/**
 * Sets the page up for the marked-up table. The page as it was before the first time is remembered for 清除标记.
 * `merged` are the merged areas outside the table; `now` is the time of the figures.
 */
export function planPrinting(state: SheetState, table: TaskTable, form: PrintForm, merged: readonly Area[], now: Date): SheetPlan {
  const own = ownPlaces(state);
  const memory = state.memory ?? { version: 1, pages: {} };
  const pages = rememberedPage(state) ? memory.pages : { ...memory.pages, [state.sheetId]: state.page };
  return {
    sheet: table.sheet,
    steps: [
      ...formSteps(own, form),
      ...stretchSteps(table, own, merged, state.grid),
      { do: "setPage", page: printPage(table, own, form, now) },
      { do: "remember", memory: { ...memory, pages } },
    ],
    expected: [],
  };
}
