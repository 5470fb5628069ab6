import type { Assessment } from "../assess/assessment";
import { DEFAULT_RULES } from "../assess/rules";
import type { Area } from "../cells/address";
import type { TaskTable } from "../table/taskTable";
import { barSteps } from "./bars";
import { orNothing } from "./derived";
import { marksOf } from "./highlights";
import type { PrintOptions } from "../memory/options";
import { formSteps, printPage, stretchSteps } from "./page";
import { settingsOf, withSettings } from "../memory/settings";
import type { SheetPlan, Step } from "../plan/sheetPlan";
import type { Memory } from "../memory/memory";
import { hasBars, ownBars, ownPlaces, rememberedPage } from "./state";
import type { SheetState } from "./state";

/** What is to be printed, and how it stands. */
export interface Printing {
  readonly print: PrintOptions;
  readonly assessment: Assessment;
  /** The merged areas outside the table. */
  readonly merged: readonly Area[];
  /** The time of the figures. */
  readonly now: Date;
}

/** Sets the page up for the marked-up table, and keeps the choices. The page as it was before the first time is remembered for 清除标记. */
export function planPrinting(
  state: SheetState,
  table: TaskTable,
  { print, assessment, merged, now }: Printing,
): SheetPlan {
  const own = ownPlaces(state);
  const memory = withPrint(state, print) ?? { version: 1, pages: {} };
  const before = rememberedPage(state);
  const pages =
    before && before.key !== null ? memory.pages : { ...memory.pages, [state.sheetId]: before?.page ?? state.page };
  return {
    sheet: table.sheet,
    steps: [
      // First, so that the page can be put back wherever this is cut off.
      { do: "remember", memory: { ...memory, pages } },
      ...formSteps(own, print),
      ...stretchSteps(table, own, merged, state.grid),
      ...(hasBars(state) ? [{ do: "removeHighlights", ids: ownBars(state) } as const] : []),
      ...(print.bars ? barSteps(own, table.body) : []),
      {
        do: "setPage",
        page: printPage(table, own, print.paper, { office: print.office, marks: marksOf(assessment.departments), now }),
      } satisfies Step,
    ],
    expected: [],
  };
}

/** The memory with these choices for the print; all else stays as it is. */
export function withPrint(state: SheetState, print: PrintOptions): Memory | null {
  const { options } = settingsOf(state).settings;
  const memory: Memory = state.memory ?? { version: 1, pages: {} };
  const { options: _, ...rest } = memory;
  const kept = withSettings(null, { rules: DEFAULT_RULES, options: { ...options, print } })?.options;
  return orNothing({ ...rest, ...(kept === undefined ? {} : { options: kept }) });
}

/** The rows of title and notes, over the table's own columns. */
export function banners({ title, headerRows, notes, firstColumn, lastColumn }: TaskTable): Area[] {
  const above = title ? [{ firstRow: title.row, lastRow: headerRows.first - 1 }] : [];
  const below = notes ? [{ firstRow: notes.first, lastRow: notes.last }] : [];
  return [...above, ...below].map((rows) => ({ ...rows, firstColumn, lastColumn }));
}
