import type { StructuralChange } from "../data";

/** Rows or columns side by side that stood so in the file, from a zero-based one on, or, where `from` is null, that have been inserted since. */
interface Stretch {
  from: number | null;
  count: number;
}

/**
 * The fewest changes that come to the same: what was deleted, in places of the file, then what was inserted, in places of now. None where all
 * that came has gone again.
 */
export function gathered(changes: readonly StructuralChange[]): StructuralChange[] {
  return [...gatheredOf("row", changes), ...gatheredOf("column", changes)];
}

function gatheredOf(axis: StructuralChange["axis"], changes: readonly StructuralChange[]): StructuralChange[] {
  let lines: Stretch[] = [{ from: 0, count: Infinity }];
  for (const { kind, at, count } of changes.filter((change) => change.axis === axis)) {
    const [left, right] = [cut(lines, 0, at), cut(lines, kind === "delete" ? at + count : at, Infinity)];
    lines = kind === "delete" ? [...left, ...right] : [...left, { from: null, count }, ...right];
  }
  const deleted: StructuralChange[] = [];
  const inserted: StructuralChange[] = [];
  let [next, at] = [0, 0];
  for (const { from, count } of lines) {
    if (from === null) inserted.push({ kind: "insert", axis, at, count });
    else {
      if (from > next) deleted.unshift({ kind: "delete", axis, at: next, count: from - next });
      next = from + count;
    }
    at += count;
  }
  return [...deleted, ...inserted.reduce<StructuralChange[]>(joined, [])];
}

function joined(made: StructuralChange[], change: StructuralChange): StructuralChange[] {
  const last = made.at(-1);
  return last && last.at + last.count === change.at
    ? [...made.slice(0, -1), { ...last, count: last.count + change.count }]
    : [...made, change];
}

/** The stretches between two places of now. */
function cut(lines: readonly Stretch[], start: number, end: number): Stretch[] {
  const found: Stretch[] = [];
  let at = 0;
  for (const { from, count } of lines) {
    const [first, last] = [Math.max(start, at), Math.min(end, at + count)];
    if (first < last) found.push({ from: from === null ? null : from + first - at, count: last - first });
    at += count;
  }
  return found;
}
