import { readLastRun, storedRun } from "../history/lastRun";
import type { RunRecord } from "../history/record";
import { standsOn } from "./names";
import type { Memory } from "./sheetPlan";
import type { SheetState } from "./state";

type Sheet = Pick<SheetState, "memory" | "sheetId" | "names">;

/**
 * The last recalculation of this sheet, and the key it is kept under. A sheet's id changes when another program saves the file:
 * the only run remembered is then this sheet's, if our columns stand on it.
 */
export function lastRunOf({ memory, sheetId, names }: Sheet): { key: string; run: RunRecord | null } {
  const all = Object.entries(memory?.lastRuns ?? {});
  const [key, stored] = all.find(([id]) => id === sheetId) ?? (all.length === 1 && standsOn(names) ? all[0]! : [sheetId, null]);
  return { key, run: readLastRun(stored) };
}

/** The memory with this run as the sheet's last; null forgets it. */
export function withLastRun(memory: Memory | null, { sheetId, names }: Omit<Sheet, "memory">, run: RunRecord | null): Memory | null {
  const { [lastRunOf({ memory, sheetId, names }).key]: _, ...others } = memory?.lastRuns ?? {};
  const stored = run && storedRun(run);
  const lastRuns = stored ? { ...others, [sheetId]: stored } : others;
  if (!memory && !stored) return null;
  const { lastRuns: __, ...rest } = memory ?? { version: 1 as const, pages: {} };
  return { ...rest, ...(Object.keys(lastRuns).length > 0 && { lastRuns }) };
}
