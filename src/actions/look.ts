import { lastRunOf } from "../core/memory/lastRuns";
import { hasAllComputed, replacedInputs, withOwnActuals } from "../core/taskSheet/layout";
import { expectedCells } from "../core/taskSheet/recalculation";
import { problem } from "../core/problems/catalogue";
import { isOwnSheet } from "../core/ownSheets/registry";
import { ownPlaces } from "../core/taskSheet/state";
import { readSheet } from "../excel/readSheet";
import { defineAction } from "./action";
import { differences, shownIn } from "./differences";
import { judgeTable, told } from "./judgeTable";
import { ofLaterVersion } from "./guards";
import { tableOf } from "./openTable";
import type { ActionOptions, Recalculated, Stopped } from "./outcome";

/**
 * Reads a sheet that was computed before and judges it, with nothing written: so that a pane opened again shows where things
 * stand. One sync; detail sheets are left for `lookAtDetails`. Null where the sheet (the active one, if none is named) is not a computed task table.
 */
export const look = defineAction({
  name: "look",
  async run(context, { sheet }: Pick<ActionOptions, "sheet" | "now">): Promise<Recalculated | Stopped | null> {
    const { excel, now } = context;
    const read = await readSheet(excel, sheet);
    const later = ofLaterVersion(read?.state.memory ?? null);
    if (later) return later;
    if (!read || isOwnSheet(read.state) || ownPlaces(read.state).remark === undefined) return null;
    const open = tableOf(read.state, [...read.otherSheets, ...read.hiddenSheets]);
    if (!open?.done) return open;
    const { state } = open;
    const judged = await judgeTable(context, open, { typedActuals: null });
    const own = ownPlaces(state);
    if (replacedInputs(judged.table, own).length > 0) return null;
    const isWhole = hasAllComputed(judged.table, own);
    const layout = { table: withOwnActuals(judged.table, own), own, moved: (column: number) => column };
    const { run } = lastRunOf(state);
    return {
      ...told(open, judged, run ? new Date(run.at) : now, layout),
      ...(open.otherSheets.length > 0 && { detailUnread: "yet" as const }),
      problems: isWhole
        ? judged.problems
        : [problem("COLUMNS_INCOMPLETE", { sheet: open.table.sheet }), ...judged.problems],
      // Cells that the next run writes anew are not held against the assessment.
      differences: isWhole
        ? expectedCells(layout, judged.assessment).flatMap((one) =>
            differences(open.table.sheet, shownIn(state.grid, one)),
          )
        : [],
      requests: excel.requests,
    };
  },
});
