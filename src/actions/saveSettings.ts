import { withSettings } from "../core/memory/settings";
import type { Settings } from "../core/memory/settings";
import { ownPlaces } from "../core/taskSheet/state";
import { DONE } from "../core/wording/actions";
import { readWorkbook } from "../excel/contents";
import { failureProblem } from "../excel/failure";
import { inWorkbook } from "../excel/session";
import type { Session } from "../excel/session";
import { openTable, stopped } from "./openTable";
import type { ActionOptions, Changed, Recalculated, RecalculationChoices, Stopped } from "./outcome";
import { recalculate } from "./recalculate";
import { writeSheets } from "./writeSheets";

/**
 * 保存设置: keeps the settings in the workbook; where a computed task table stands it is recalculated with them, undone as one.
 * The names on a sheet win over what the workbook remembers: where it is not clear which sheet is meant, or the table there
 * cannot be read, nothing is kept, since it would not hold.
 */
export async function saveSettings(
  settings: Settings,
  {
    sheet,
    now = new Date(),
    typedActuals = "ask",
    onProgress,
    cancelled,
  }: ActionOptions & Pick<RecalculationChoices, "typedActuals"> = {},
): Promise<Recalculated | Changed | Stopped> {
  try {
    const kept = await inWorkbook(async (session): Promise<{ readonly computed: string } | Changed | Stopped> => {
      onProgress?.("reading");
      const open = await openTable(session, sheet);
      if (open.done && ownPlaces(open.state).remark !== undefined) return { computed: open.state.grid.sheet };
      if (!open.done && open.problems.some(({ code }) => code !== "TABLE_NOT_FOUND")) return open;
      return keep(session, settings, now);
    });
    return "computed" in kept
      ? await recalculate({ sheet: kept.computed, settings, now, typedActuals, onProgress, cancelled })
      : kept;
  } catch (error) {
    return stopped(failureProblem(error, "write", sheet));
  }
}

/** Where nothing is computed: the next 一键重算 goes by them. */
async function keep(session: Session, settings: Settings, at: Date): Promise<Changed | Stopped> {
  const { memory } = await readWorkbook(session);
  const written = await writeSheets(session, {
    action: "saveSettings",
    at,
    plans: [],
    before: new Map(),
    memory: withSettings(memory, settings),
  });
  return written.done ? { done: true, sheet: "", message: DONE.settingsSaved, requests: session.requests } : written;
}
