import { readLastRun, storedRun } from "../history/lastRun";
import type { RunRecord } from "../history/record";
import { entryFor } from "./entries";
import type { EntrySheet } from "./entries";
import type { Memory } from "./memory";

interface Sheet extends EntrySheet {
  readonly memory: Memory | null;
}

/** The last recalculation of this sheet, and the key it is kept under. */
export function lastRunOf({ memory, ...sheet }: Sheet): { key: string; run: RunRecord | null } {
  const [key, stored] = entryFor(memory?.lastRuns, sheet) ?? [sheet.sheetId, null];
  return { key, run: readLastRun(stored) };
}

/** The memory with this run as the sheet's last; null forgets it. */
export function withLastRun(memory: Memory | null, sheet: EntrySheet, run: RunRecord | null): Memory | null {
  const { [lastRunOf({ ...sheet, memory }).key]: _, ...others } = memory?.lastRuns ?? {};
  const stored = run && storedRun(run);
  const lastRuns = stored ? { ...others, [sheet.sheetId]: stored } : others;
  if (!memory && !stored) return null;
  const { lastRuns: __, ...rest } = memory ?? { version: 1 as const, pages: {} };
  return { ...rest, ...(Object.keys(lastRuns).length > 0 && { lastRuns }) };
}
