import { blankGrid } from "../core/cells/grid";
import type { CellGrid, RawValue } from "../core/cells/grid";
import type { Session } from "./session";

/**
 * Rows of a sheet that are asked for before anything is known of their length. With our formulas a row comes to some 6 KB (values, formulas
 * and formats together), so that these stay at half of the 5 MB that Excel on the web takes for one answer.
 */
export const FIRST_ROWS = 400;
/** Bytes aimed at in one answer, and how fast a block of rows may grow: the rows below may be longer than those seen. */
const BYTES_A_BLOCK = 3_000_000;
const GROWTH = 4;
/** What stands around a cell's three contents in the answer, in bytes. */
const CELL_OVERHEAD = 10;

type Cells = Pick<CellGrid, "values" | "formulas" | "numberFormats">;

/** The used cells of a sheet: its first rows, and how far it goes. Both are loaded with the next sync. */
export interface UsedCells {
  readonly used: Excel.Range;
  readonly begun: Excel.Range;
}

/** Asks for the used cells among the sheet's first rows, and how far they go. */
export function loadUsed(sheet: Excel.Worksheet, rows = FIRST_ROWS): UsedCells {
  // Only cells with values: formats alone would stretch the range to the sheet's end.
  const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount");
  return {
    used,
    begun: used.getIntersectionOrNullObject(sheet.getRange(`1:${rows}`)).load("values,formulas,numberFormat"),
  };
}

/** The used cells after the sync, what lies below the first rows read in blocks that fit into an answer: no sync for a sheet that is not long. */
export async function usedGrid(
  session: Session,
  sheet: Excel.Worksheet,
  name: string,
  { used, begun }: UsedCells,
): Promise<CellGrid> {
  if (used.isNullObject) return blankGrid(name);
  const { rowIndex, columnIndex, rowCount, columnCount } = used;
  const blocks: Cells[] = begun.isNullObject ? [] : [cellsOf(begun)];
  let read = blocks[0]?.values.length ?? 0;
  let rows = blocks[0] ? fitting(blocks[0]) : FIRST_ROWS;
  while (read < rowCount) {
    const count = Math.min(rows, rowCount - read);
    const block = sheet
      .getRangeByIndexes(rowIndex + read, columnIndex, count, columnCount)
      .load("values,formulas,numberFormat");
    try {
      await session.sync();
    } catch (error) {
      if (!isTooLong(error) || count === 1) throw error;
      rows = Math.ceil(count / GROWTH);
      continue;
    }
    const cells = cellsOf(block);
    blocks.push(cells);
    read += count;
    rows = fitting(cells);
  }
  const all = <T>(part: (cells: Cells) => readonly T[]) =>
    blocks.length === 1 ? part(blocks[0]!) : blocks.flatMap(part);
  return {
    sheet: name,
    firstRow: rowIndex,
    firstColumn: columnIndex,
    values: all(({ values }) => values),
    formulas: all(({ formulas }) => formulas),
    numberFormats: all(({ numberFormats }) => numberFormats),
  };
}

/** Whether an answer would have been longer than this Excel gives. */
export function isTooLong(error: unknown): boolean {
  return error instanceof OfficeExtension.Error && error.code === "ResponsePayloadSizeLimitExceeded";
}

/** Whether a sheet's cells as they were read make an answer that fits together with others. */
export function fitsOneAnswer(grid: CellGrid): boolean {
  return bytes(grid) <= BYTES_A_BLOCK;
}

function fitting(cells: Cells): number {
  const { length } = cells.values;
  return Math.max(1, Math.min(length * GROWTH, Math.floor((length * BYTES_A_BLOCK) / Math.max(1, bytes(cells)))));
}

function cellsOf({ values, formulas, numberFormat }: Pick<Excel.Range, "values" | "formulas" | "numberFormat">): Cells {
  return {
    values: values as RawValue[][],
    formulas: formulas as RawValue[][],
    numberFormats: numberFormat as string[][],
  };
}

function bytes({ values, formulas, numberFormats }: Cells): number {
  return [values, formulas, numberFormats].reduce(
    (sum, part) =>
      sum + part.reduce((inPart, row) => inPart + row.reduce<number>((inRow, cell) => inRow + bytesOf(cell), 0), 0),
    0,
  );
}

/** As UTF-8; quotes are escaped. */
function bytesOf(cell: RawValue): number {
  if (typeof cell !== "string") return String(cell).length + CELL_OVERHEAD / 3;
  let length = CELL_OVERHEAD / 3;
  for (let index = 0; index < cell.length; index++) {
    const code = cell.charCodeAt(index);
    length += code > 0x7f ? 3 : code === 0x22 ? 2 : 1;
  }
  return length;
}
