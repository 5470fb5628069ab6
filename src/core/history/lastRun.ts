import * as v from "valibot";
import { RECORDED } from "./record";
import type { DepartmentRecord, Recorded, RunRecord } from "./record";

/** Beyond this many departments the document's settings are no place for their figures. */
const MOST = 500;

/** A run as the document's settings hold it: a row a department, its name and then the figures in the order of `RECORDED`. */
export interface StoredRun {
  readonly at: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const SCHEMA = v.object({
  at: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)),
  rows: v.array(v.tupleWithRest([v.string()], v.nullable(v.number()))),
});

/** Null where there are too many departments to keep. */
export function storedRun(run: RunRecord): StoredRun | null {
  if (run.departments.length > MOST) return null;
  return {
    at: run.at,
    rows: run.departments.map((department) => [department.name, ...RECORDED.map((figure) => department[figure])]),
  };
}

/** Null where nothing is stored, or what is stored cannot be read. */
export function readLastRun(stored: unknown): RunRecord | null {
  const read = v.safeParse(SCHEMA, stored);
  if (!read.success) return null;
  const departments = read.output.rows.map(([name, ...figures]): DepartmentRecord => ({
    name,
    ...(Object.fromEntries(RECORDED.map((figure, index) => [figure, figures[index] ?? null])) as Record<
      Recorded,
      number | null
    >),
  }));
  return { at: read.output.at, departments };
}
