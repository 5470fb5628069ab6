import type { Area } from "../core/cells/address";
import type { RawValue } from "../core/cells/grid";
import type { RowBlock } from "../core/detail/detailSheet";
import { isTooLong } from "./failure";
import type { Session } from "./session";

/** The person stopped long work; whoever started it takes back what was written. */
export class Cancelled extends Error {
  constructor() {
    super("cancelled");
    this.name = "Cancelled";
  }
}

/**
 * What can be loaded of cells, as Office.js names it, and how many rows are asked for before anything is known of their length. A row with
 * our formulas comes to some 6 KB with all three, so that 400 stay at half of the 5 MB that Excel on the web takes for one answer.
 */
export const FIRST_ROWS = { values: 2_000, "values,formulas": 500, "values,formulas,numberFormat": 400 } as const;
export type Parts = keyof typeof FIRST_ROWS;

/** Bytes aimed at in one answer, and how fast a block of rows may grow: the rows below may be longer than those seen. */
export const BYTES_A_BLOCK = 3_000_000;
const GROWTH = 4;
/** What stands around a cell in the answer, in bytes. */
const CELL_OVERHEAD = 10 / 3;

export interface RowReading {
  /** Told after each block how much is read, 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
  /** Asked before each block. */
  readonly cancelled?: (() => boolean) | undefined;
}

/**
 * Reads an area in blocks of rows that fit into an answer, one sync a block, one more where an answer would have been too long after all.
 * Hands each block on, with the zero-based row that it begins at, and keeps none.
 * @param firstRows how many rows to begin with, where something is known of their length
 * @throws Cancelled where the person stops it
 */
export async function readBlocks(
  session: Session,
  sheet: Excel.Worksheet,
  { firstRow, lastRow, firstColumn, lastColumn }: Area,
  parts: Parts,
  onBlock: (block: Excel.Range, firstRow: number) => void,
  { onProgress, cancelled }: RowReading = {},
  firstRows: number = FIRST_ROWS[parts],
): Promise<void> {
  let rows = firstRows;
  for (let row = firstRow; row <= lastRow;) {
    if (cancelled?.()) throw new Cancelled();
    const count = Math.min(rows, lastRow - row + 1);
    const block = sheet.getRangeByIndexes(row, firstColumn, count, lastColumn - firstColumn + 1).load(parts);
    try {
      await session.sync();
    } catch (error) {
      if (!isTooLong(error) || count === 1) throw error;
      rows = Math.ceil(count / GROWTH);
      continue;
    }
    onBlock(block, row);
    row += count;
    rows = rowsAfter(block, parts);
    onProgress?.((row - firstRow) / (lastRow - firstRow + 1));
  }
}

/** How many rows to ask for below those that were read. */
export function rowsAfter(block: Excel.Range, parts: Parts): number {
  const loaded = (parts.split(",") as (keyof Pick<Excel.Range, "values" | "formulas" | "numberFormat">)[]).map(
    (part) => block[part] as RawValue[][],
  );
  const { length } = loaded[0]!;
  return Math.max(1, Math.min(length * GROWTH, Math.floor((length * BYTES_A_BLOCK) / bytesOf(loaded))));
}

/** Reads the values of an area as `readBlocks` does; `sheet` is a name or an id. */
export function readRows(
  session: Session,
  sheet: string,
  area: Area,
  onBlock: (block: RowBlock) => void,
  reading?: RowReading,
): Promise<void> {
  const { firstColumn } = area;
  return readBlocks(
    session,
    session.workbook.worksheets.getItem(sheet),
    area,
    "values",
    ({ values }, firstRow) => onBlock({ firstRow, firstColumn, values: values as RawValue[][] }),
    reading,
  );
}

/** How long an answer with these cells is, about. */
export function bytesOf(parts: readonly (readonly (readonly RawValue[])[])[]): number {
  let bytes = 0;
  for (const part of parts) for (const row of part) for (const cell of row) bytes += CELL_OVERHEAD + bytesOfCell(cell);
  return bytes;
}

/** As UTF-8; quotes are escaped. */
function bytesOfCell(cell: RawValue): number {
  if (typeof cell !== "string") return String(cell).length;
  let length = 0;
  for (let index = 0; index < cell.length; index++) {
    const code = cell.charCodeAt(index);
    length += code > 0x7f ? 3 : code === 0x22 ? 2 : 1;
  }
  return length;
}
