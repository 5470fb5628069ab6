import { readLastRun, storedRun } from "../history/lastRun";
import type { RunRecord } from "../history/record";
import type { Memory } from "./sheetPlan";
import type { SheetState } from "./state";

/**
 * The last recalculation of this sheet, and the key it is kept under. A sheet's id changes when another program saves the file:
 * the only run remembered is then this sheet's.
 */
export function lastRunOf({ memory, sheetId }: Pick<SheetState, "memory" | "sheetId">): { key: string; run: RunRecord | null } {
  const all = Object.entries(memory?.lastRuns ?? {});
  const [key, stored] = all.find(([id]) => id === sheetId) ?? (all.length === 1 ? all[0]! : [sheetId, null]);
  return { key, run: readLastRun(stored) };
}

/** The memory with this run as the sheet's last; null forgets it. */
export function withLastRun(memory: Memory | null, sheetId: string, run: RunRecord | null): Memory | null {
  const { [lastRunOf({ memory, sheetId }).key]: _, ...others } = memory?.lastRuns ?? {};
  const stored = run && storedRun(run);
  const lastRuns = stored ? { ...others, [sheetId]: stored } : others;
  if (!memory && !stored) return null;
  const { lastRuns: __, ...rest } = memory ?? { version: 1 as const, pages: {} };
  return { ...rest, ...(Object.keys(lastRuns).length > 0 && { lastRuns }) };
}
