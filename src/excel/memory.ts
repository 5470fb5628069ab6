import * as v from "valibot";
import { DETAIL_ACTUALS } from "../core/detail/actuals";
import { MEMORY_VERSION } from "../core/memory/memory";
import type { PageSetUp } from "../core/plan/sheetPlan";
import type { Memory } from "../core/memory/memory";

/** The one entry in the document's settings that is ours. */
const KEY = "jgzb";

/** Loads what the workbook remembers of us; call `value` after the sync. */
export function readMemory(workbook: Excel.Workbook): { value: () => Memory | null } {
  const setting = workbook.settings.getItemOrNullObject(KEY).load("value");
  return { value: () => (setting.isNullObject ? null : parseMemory(setting.value)) };
}

/** Keeps it, or forgets it; always in the order in which it is read, so that the same memory is the same text. */
export function writeMemory(workbook: Excel.Workbook, memory: Memory | null): void {
  if (memory && memory.version > MEMORY_VERSION)
    throw new Error(`a memory of version ${memory.version} is not ours to write`);
  if (memory === null) workbook.settings.getItem(KEY).delete();
  else workbook.settings.add(KEY, JSON.stringify(parseMemory(memory)));
}

/**
 * Kept as text, since settings lose the difference between dates and strings. What cannot be read counts as damaged rules. What an
 * earlier add-in left out is absent; of what a later one wrote only its version is taken, for it may mean something else.
 */
function parseMemory(stored: unknown): Memory {
  const parsed = typeof stored === "string" ? parseJson(stored) : stored;
  if (typeof parsed !== "object" || parsed === null) return { version: MEMORY_VERSION, rules: "", pages: {} };
  const { version } = parsed as { version?: unknown };
  if (typeof version === "number" && version > MEMORY_VERSION) return { version, pages: {} };
  const { rules, pages, detail, actuals, options, columns, lastRuns } = parsed as Partial<
    Record<keyof Memory, unknown>
  >;
  const said = Object.entries({ rules, detail, options, columns }).filter(([, value]) => value !== undefined);
  const isPage = (page: unknown): page is PageSetUp =>
    typeof page === "object" &&
    page !== null &&
    "orientation" in page &&
    "margins" in page &&
    "header" in page &&
    "footer" in page;
  const kept =
    typeof pages === "object" && pages !== null
      ? Object.entries(pages).filter((entry): entry is [string, PageSetUp] => isPage(entry[1]))
      : [];
  // Each of these is checked where it is used.
  return {
    version: MEMORY_VERSION,
    ...Object.fromEntries(said),
    ...parseActuals(actuals),
    ...(typeof lastRuns === "object" && lastRuns !== null ? { lastRuns: lastRuns as Record<string, unknown> } : {}),
    pages: Object.fromEntries(kept),
  };
}

/** Decisions that can be read; a damaged one is as if nobody had been asked. */
function parseActuals(stored: unknown): Pick<Memory, "actuals"> {
  const decided = v.safeParse(v.record(v.string(), v.array(DECIDED)), stored);
  return decided.success ? { actuals: decided.output } : {};
}

const DECIDED = v.object({
  department: v.string(),
  column: v.picklist(DETAIL_ACTUALS),
  before: v.union([v.string(), v.number(), v.boolean()]),
  detail: v.number(),
  kept: v.boolean(),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
