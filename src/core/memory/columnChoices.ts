import * as v from "valibot";
import { ACTUAL_COLUMNS, SOURCE_COLUMNS } from "../table/headers";
import type { ColumnChoice } from "../table/recognisedColumns";
import { orNothing } from "../taskSheet/derived";
import type { Memory } from "./memory";

const SCHEMA = v.object({
  at: v.pipe(v.number(), v.integer(), v.minValue(0)),
  header: v.string(),
  column: v.nullable(v.picklist([...SOURCE_COLUMNS, ...ACTUAL_COLUMNS])),
});

/** Reads the choices as the workbook holds them; each that cannot be read is as if it had never been said. */
export function readColumnChoices(stored: unknown): { choices: ColumnChoice[]; damaged: boolean } {
  if (stored === undefined || stored === null) return { choices: [], damaged: false };
  if (!Array.isArray(stored)) return { choices: [], damaged: true };
  const read = stored.map((one: unknown) => v.safeParse(SCHEMA, one));
  return {
    choices: read.flatMap((one) => (one.success ? [one.output] : [])),
    damaged: read.some(({ success }) => !success),
  };
}

/** The memory with these for all that was said of the task table's columns; places as `placeWithoutOurs` tells them. */
export function withColumnChoices(memory: Memory | null, choices: readonly ColumnChoice[]): Memory | null {
  const { columns: _, ...rest } = memory ?? { version: 1 as const, pages: {} };
  return orNothing(choices.length > 0 ? { ...rest, columns: choices } : rest);
}
