import type { Area } from "../core/cells/address";
import type { RowBlock } from "../core/detail/detailSheet";
import type { Session } from "./session";

/** The person stopped long work; whoever started it takes back what was written. */
export class Cancelled extends Error {
  constructor() {
    super("cancelled");
    this.name = "Cancelled";
  }
}

/** How many rows are asked for before anything is known of their length. */
const FIRST_BLOCK = 2_000;
/** Characters aimed at in one answer: three bytes each in Chinese stay under the 5 MB of Excel on the web. */
const CHARACTERS_A_BLOCK = 1_000_000;
/** What stands around a cell's value in the answer, in characters. */
const CELL_OVERHEAD = 4;
/** A block grows no faster than this, for the rows below may be longer than those seen. */
const GROWTH = 4;

export interface RowReading {
  /** Told after each block how much is read, 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
  /** Asked before each block. */
  readonly cancelled?: (() => boolean) | undefined;
}

/**
 * Reads the values of an area in blocks of rows, one sync a block, and hands each block on without keeping it. `sheet` is a name
 * or an id. Throws `Cancelled` where the person stops it.
 */
export async function readRows(
  session: Session,
  sheet: string,
  area: Area,
  onBlock: (block: RowBlock) => void,
  { onProgress, cancelled }: RowReading = {},
): Promise<void> {
  const { firstRow, lastRow, firstColumn, lastColumn } = area;
  const page = session.workbook.worksheets.getItem(sheet);
  const all = lastRow - firstRow + 1;
  let rows = FIRST_BLOCK;
  for (let row = firstRow; row <= lastRow;) {
    if (cancelled?.()) throw new Cancelled();
    const count = Math.min(rows, lastRow - row + 1);
    const range = page.getRangeByIndexes(row, firstColumn, count, lastColumn - firstColumn + 1).load("values");
    await session.sync();
    const values: RowBlock["values"] = range.values;
    onBlock({ firstRow: row, firstColumn, values });
    row += count;
    rows = Math.max(1, Math.min(rows * GROWTH, Math.floor((count * CHARACTERS_A_BLOCK) / characters(values))));
    onProgress?.((row - firstRow) / all);
  }
}

function characters(values: RowBlock["values"]): number {
  return values.reduce(
    (sum, line) => sum + line.reduce<number>((length, cell) => length + String(cell).length + CELL_OVERHEAD, 0),
    0,
  );
}
