import { blankGrid } from "../core/cells/grid";
import type { CellGrid, RawValue } from "../core/cells/grid";
import { BYTES_A_BLOCK, bytesOf, FIRST_ROWS, readBlocks, rowsAfter } from "./readRows";
import type { Session } from "./session";

const PARTS = "values,formulas,numberFormat";
/** Rows of a sheet that are asked for before anything is known of their length. */
export const FIRST_USED_ROWS: number = FIRST_ROWS[PARTS];

/** The used cells of a sheet: its first rows, and how far it goes. Both are loaded with the next sync. */
export interface UsedCells {
  readonly used: Excel.Range;
  readonly begun: Excel.Range;
}

/** Asks for the used cells among the sheet's first rows, and how far they go. */
export function loadUsed(sheet: Excel.Worksheet, rows: number = FIRST_USED_ROWS): UsedCells {
  // Only cells with values: formats alone would stretch the range to the sheet's end.
  const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount");
  return { used, begun: used.getIntersectionOrNullObject(sheet.getRange(`1:${rows}`)).load(PARTS) };
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
  const blocks: Excel.Range[] = begun.isNullObject ? [] : [begun];
  const below = {
    firstRow: rowIndex + (blocks[0]?.values.length ?? 0),
    lastRow: rowIndex + rowCount - 1,
    firstColumn: columnIndex,
    lastColumn: columnIndex + columnCount - 1,
  };
  const firstRows = blocks[0] && rowsAfter(blocks[0], PARTS);
  await readBlocks(session, sheet, below, PARTS, (block) => blocks.push(block), {}, firstRows);
  const all = <T>(part: (block: Excel.Range) => unknown[][]) =>
    (blocks.length === 1 ? part(blocks[0]!) : blocks.flatMap(part)) as T[][];
  return {
    sheet: name,
    firstRow: rowIndex,
    firstColumn: columnIndex,
    values: all<RawValue>(({ values }) => values),
    formulas: all<RawValue>(({ formulas }) => formulas),
    numberFormats: all<string>(({ numberFormat }) => numberFormat),
  };
}

/** Whether a sheet's cells as they were read make an answer that fits together with others. */
export function fitsOneAnswer({ values, formulas, numberFormats }: CellGrid): boolean {
  return bytesOf([values, formulas, numberFormats]) <= BYTES_A_BLOCK;
}
