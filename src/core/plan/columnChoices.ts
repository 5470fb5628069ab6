import type { ColumnChoice } from "../table/recognisedColumns";
import { orNothing } from "./derived";
import type { Memory } from "./sheetPlan";

/** The memory with these for all that was said of the task table's columns; places as `placeWithoutOurs` tells them. */
export function withColumnChoices(memory: Memory | null, choices: readonly ColumnChoice[]): Memory | null {
  const { columns: _, ...rest } = memory ?? { version: 1 as const, pages: {} };
  return orNothing(choices.length > 0 ? { ...rest, columns: choices } : rest);
}
