import { OWN_COLUMNS } from "./columns";
import type { OwnColumn } from "./columns";

/**
 * Our columns are known by hidden names of the sheet, which follow them when staff move or sort.
 * An anchor names the two cells between which columns are about to be inserted: it grows by them, and by nothing else. It is gone when the
 * action ends.
 */
const PREFIX = "_jgzb_";
const ANCHOR = /^_jgzb_anchor_(\d+)_(\d+)$/;

export function columnName(column: OwnColumn): string {
  return PREFIX + column;
}

/** The own column that a name of the sheet stands for, or null. */
export function columnOfName(name: string): OwnColumn | null {
  const column = name.startsWith(PREFIX) ? name.slice(PREFIX.length) : "";
  return (OWN_COLUMNS as readonly string[]).includes(column) ? (column as OwnColumn) : null;
}

/** `before` is the zero-based column, as it stood, before which `count` columns are inserted. */
export function anchorName(before: number, count: number): string {
  return `${PREFIX}anchor_${before}_${count}`;
}

export function anchorOfName(name: string): { before: number; count: number } | null {
  const match = ANCHOR.exec(name);
  return match ? { before: Number(match[1]), count: Number(match[2]) } : null;
}

/** Whether any column of ours stands on the sheet that bears these names. */
export function standsOn(names: readonly { readonly name: string; readonly cell: object | null }[]): boolean {
  return names.some(({ name, cell }) => columnOfName(name) !== null && cell !== null);
}
