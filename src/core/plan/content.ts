import type { Area } from "../cells/address";
import type { RawValue } from "../cells/grid";
import type { Step } from "./sheetPlan";

/**
 * What a sheet holds, as it is to be written so that it comes back: formulas as formulas, text as text. Zero-based sheet
 * position of cells[0][0]; a blank sheet has no cells.
 */
export interface SheetContent {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly cells: readonly (readonly RawValue[])[];
}

export const BLANK_SHEET: SheetContent = { firstRow: 0, firstColumn: 0, cells: [] };

/** A cell as it was read, to be written again: text that Excel would take for a number, a date or a formula is marked as text. */
export function contentOfCell(formula: RawValue, value: RawValue): RawValue {
  if (typeof formula !== "string" || formula === "") return formula;
  // A formula shows something else than itself; text that begins with = does not.
  if (formula.startsWith("=")) return formula === value ? `'${formula}` : formula;
  return /^#[A-Z]/.test(formula) ? formula : asText(formula);
}

/** Text that stays text whatever it looks like. Only what begins with a Chinese character, and with none of a number or a time of day (上午8:00), is safe as it is. */
export function asText(text: string): string {
  return text === "" || /^(?![〇零一二三四五六七八九十百千上下])\p{Script=Han}/u.test(text) ? text : `'${text}`;
}

export function areaOf({ firstRow, firstColumn, cells }: SheetContent): Area | null {
  const width = cells[0]?.length ?? 0;
  return width === 0
    ? null
    : { firstRow, firstColumn, lastRow: firstRow + cells.length - 1, lastColumn: firstColumn + width - 1 };
}

/** Whether a sheet of which this was read holds it still, told by some areas of it. */
export function stillHolds({ firstRow, firstColumn, cells }: SheetContent, areas: readonly SheetContent[]): boolean {
  const held = (row: number, column: number) => cells[row - firstRow]?.[column - firstColumn] ?? "";
  return areas.every((area) =>
    area.cells.every((line, row) =>
      line.every((cell, column) => cell === held(area.firstRow + row, area.firstColumn + column)),
    ),
  );
}

// Texts, error values and sheets of other workbooks are passed over.
const NAMED_SHEET =
  /"(?:[^"]|"")*"|#[A-Z0-9/]+[!?]|'?[^'!(),;"]*\[[^\]]*\][^!]*!|'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!/gu;

/** A sheet that formulas of this content name and that does not stand: it has been renamed since it was read, or deleted. Null where all stand. */
export function missingSheet({ cells }: SheetContent, standing: readonly string[]): string | null {
  const known = new Set(standing.map((name) => name.toLowerCase()));
  for (const cell of cells.flat()) {
    if (typeof cell !== "string" || !cell.startsWith("=") || !cell.includes("!")) continue;
    for (const [, quoted, plain] of cell.matchAll(NAMED_SHEET)) {
      const name = quoted?.replace(/''/g, "'") ?? plain;
      if (name !== undefined && !known.has(name.toLowerCase())) return name;
    }
  }
  return null;
}

/** Takes the content that stands now away and puts the former one in its place; formats stay. */
export function contentSteps(now: Area | null, before: SheetContent): Step[] {
  const area = areaOf(before);
  return [
    ...(now ? [{ do: "clearContents", area: now } as const] : []),
    ...(area ? [{ do: "write", area, formulas: before.cells } as const] : []),
  ];
}

/** Position and cells in a short text that differs once anything in them does: 53 bits, cyrb53. */
export function fingerprint({ firstRow, firstColumn, cells }: SheetContent): string {
  let [high, low] = [0xdeadbeef ^ firstRow, 0x41c6ce57 ^ firstColumn];
  for (const row of cells) {
    for (const unit of JSON.stringify(row)) {
      const code = unit.codePointAt(0)!;
      high = Math.imul(high ^ code, 2654435761);
      low = Math.imul(low ^ code, 1597334677);
    }
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return `${cells.length}:${4294967296 * (2097151 & low) + (high >>> 0)}`;
}
