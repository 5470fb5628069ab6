import * as v from "valibot";
import type { DetailField } from "./kinds";

/** What a person has said once about the detail sheets; kept in the workbook. Department names only, no personal data. */
export interface DetailChoices {
  /** From a department's name as the exports have it to its name in the task table. */
  readonly aliases: Readonly<Record<string, string>>;
  /** By sheet name: which column is which, told by place and header, so that a moved column is still found. Column zero-based. */
  readonly columns: Readonly<Record<string, Readonly<Partial<Record<DetailField, ChosenColumn>>>>>;
}

export interface ChosenColumn {
  readonly column: number;
  readonly header: string;
}

export const NO_CHOICES: DetailChoices = { aliases: {}, columns: {} };

const SCHEMA = {
  aliases: v.record(v.string(), v.string()),
  columns: v.record(
    v.string(),
    v.record(v.string(), v.object({ column: v.pipe(v.number(), v.integer(), v.minValue(0)), header: v.string() })),
  ),
} satisfies { [K in keyof DetailChoices]: v.GenericSchema };

/** Reads the choices as the workbook holds them; what is damaged is as if it had never been said, and is named. */
export function readChoices(stored: unknown): { choices: DetailChoices; damaged: (keyof DetailChoices)[] } {
  if (stored === undefined || stored === null) return { choices: NO_CHOICES, damaged: [] };
  const held = typeof stored === "object" ? (stored as Partial<Record<keyof DetailChoices, unknown>>) : {};
  const damaged: (keyof DetailChoices)[] = typeof stored === "object" ? [] : ["aliases", "columns"];
  const choices = { ...NO_CHOICES } as Record<keyof DetailChoices, unknown>;
  for (const key of ["aliases", "columns"] as const) {
    if (held[key] === undefined) continue;
    const result = v.safeParse(SCHEMA[key], held[key]);
    if (result.success) choices[key] = result.output;
    else damaged.push(key);
  }
  return { choices: choices as unknown as DetailChoices, damaged };
}
