import type { Recalculated, Stopped } from "../actions";
import type { Actions } from "./actions";

/**
 * Keeps a recalculation, whatever it came from, in 推进记录 where the workbook's settings say so; one undo takes both back. A run
 * that could not be kept stands all the same, and says so.
 */
export async function recorded<Outcome extends { readonly done: boolean }>(
  actions: Pick<Actions, "recordHistory">,
  outcome: Outcome | Recalculated,
): Promise<Outcome | Recalculated> {
  if (!("assessment" in outcome) || !outcome.settings.options.record) return outcome;
  // What has been asked to stop is over by now: the run is kept whole or not at all.
  const kept = await actions.recordHistory({ sheet: outcome.sheetId, now: outcome.at, joined: true }).catch(unexpected);
  return { ...outcome, recorded: kept, hasHistory: outcome.hasHistory || kept.done };
}

async function unexpected(error: unknown): Promise<Stopped> {
  console.error(error);
  // The catalogue is long, and this is hardly ever wanted.
  const { PROBLEMS } = await import("../core/wording/problems");
  const { severity, sentence } = PROBLEMS.HISTORY_FAILED;
  return { done: false, problems: [{ code: "HISTORY_FAILED", severity, address: "", message: sentence }] };
}
