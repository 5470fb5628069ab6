import type { Recorded, RunRecord } from "./record";

/** One figure of one department that is not what it was. */
export interface FigureChange {
  readonly name: string;
  readonly figure: Recorded;
  readonly before: number | null;
  readonly after: number | null;
}

/** What has changed since an earlier run. */
export interface RunChanges {
  /** When that was, as `RunRecord.at`. */
  readonly since: string;
  /** In the order of the table, then of the figures. */
  readonly figures: readonly FigureChange[];
  /** Names of departments that have come and gone. */
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

/** Compares two runs by department name. */
export function changesBetween(before: RunRecord, after: RunRecord): RunChanges {
  const known = new Map(before.departments.map((department) => [department.name, department]));
  const names = new Set(after.departments.map(({ name }) => name));
  const figures = after.departments.flatMap((department) => {
    const earlier = known.get(department.name);
    if (!earlier) return [];
    const keys = Object.keys(department).filter((key): key is Recorded => key !== "name");
    return keys
      .filter((figure) => earlier[figure] !== department[figure])
      .map((figure): FigureChange => ({
        name: department.name,
        figure,
        before: earlier[figure],
        after: department[figure],
      }));
  });
  return {
    since: before.at,
    figures,
    added: after.departments.filter(({ name }) => !known.has(name)).map(({ name }) => name),
    gone: before.departments.filter(({ name }) => !names.has(name)).map(({ name }) => name),
  };
}
