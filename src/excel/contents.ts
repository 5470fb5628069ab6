import type { RawValue } from "../core/cells/grid";
import { BLANK_SHEET, contentOfCell } from "../core/plan/content";
import type { SheetContent } from "../core/plan/content";
import type { Memory } from "../core/memory/memory";
import { readMemory } from "./memory";
import { Cancelled, readBlocks } from "./readRows";
import type { Session } from "./session";

/** Cells up to which a sheet is read together with others, and how many such sheets may have together: a sync for each of many takes long. */
const SMALL_SHEET = 2_000;
const CELLS_TOGETHER = 8_000;

export interface StandingSheet {
  readonly id: string;
  readonly name: string;
  readonly isProtected: boolean;
}

/** What stands in the workbook, hidden sheets among it, before whole sheets are written. */
export interface WorkbookState {
  readonly sheets: readonly StandingSheet[];
  readonly memory: Memory | null;
  readonly isReadOnly: boolean;
}

export async function readWorkbook(session: Session): Promise<WorkbookState> {
  const { workbook } = session;
  const sheets = workbook.worksheets.load("items/id,items/name,items/protection/protected");
  const memory = readMemory(workbook);
  workbook.load("readOnly");
  await session.sync();
  return {
    sheets: sheets.items.map(({ id, name, protection }) => ({ id, name, isProtected: protection.protected })),
    memory: memory.value(),
    isReadOnly: workbook.readOnly,
  };
}

type Used = Pick<Excel.Range, "rowIndex" | "columnIndex" | "rowCount" | "columnCount">;

/** Reads what these sheets (names or ids) hold, small ones together and large ones in blocks of rows. By the key asked with. Throws `Cancelled` where the person stops it. */
export async function readContents(
  session: Session,
  keys: readonly string[],
  cancelled?: () => boolean,
): Promise<Map<string, SheetContent>> {
  const used = keys.map((key) =>
    session.workbook.worksheets
      .getItem(key)
      .getUsedRangeOrNullObject(true)
      .load("rowIndex,columnIndex,rowCount,columnCount"),
  );
  if (keys.length > 0) await session.sync();
  const contents = new Map<string, SheetContent>();
  let together: (readonly [string, Used])[] = [];
  const readTogether = async (): Promise<void> => {
    const read = await readWhole(session, together, cancelled);
    together.forEach(([key], index) => contents.set(key, read[index]!));
    together = [];
  };
  for (const [index, key] of keys.entries()) {
    const range = used[index]!;
    if (range.isNullObject) contents.set(key, BLANK_SHEET);
    else if (cellsOf(range) > SMALL_SHEET) contents.set(key, await readLarge(session, key, range, cancelled));
    else {
      if (together.reduce((sum, [, other]) => sum + cellsOf(other), cellsOf(range)) > CELLS_TOGETHER)
        await readTogether();
      together.push([key, range]);
    }
  }
  if (together.length > 0) await readTogether();
  return contents;
}

function cellsOf({ rowCount, columnCount }: Used): number {
  return rowCount * columnCount;
}

/** Small sheets in one sync. */
async function readWhole(
  session: Session,
  sheets: readonly (readonly [string, Used])[],
  cancelled?: () => boolean,
): Promise<SheetContent[]> {
  if (cancelled?.()) throw new Cancelled();
  const blocks = sheets.map(([key, { rowIndex, columnIndex, rowCount, columnCount }]) =>
    session.workbook.worksheets
      .getItem(key)
      .getRangeByIndexes(rowIndex, columnIndex, rowCount, columnCount)
      .load("values,formulas"),
  );
  await session.sync();
  return sheets.map(([, { rowIndex, columnIndex }], index) => ({
    firstRow: rowIndex,
    firstColumn: columnIndex,
    cells: cellsRead(blocks[index]!),
  }));
}

/** Cells as they are to be written so that they come back. */
export function cellsRead({ values, formulas }: Pick<Excel.Range, "values" | "formulas">): RawValue[][] {
  return (formulas as RawValue[][]).map((line, r) => line.map((formula, c) => contentOfCell(formula, values[r]![c])));
}

async function readLarge(
  session: Session,
  key: string,
  { rowIndex, columnIndex, rowCount, columnCount }: Used,
  cancelled?: () => boolean,
): Promise<SheetContent> {
  const cells: SheetContent["cells"][number][] = [];
  const area = {
    firstRow: rowIndex,
    lastRow: rowIndex + rowCount - 1,
    firstColumn: columnIndex,
    lastColumn: columnIndex + columnCount - 1,
  };
  const take = (block: Excel.Range): void => {
    for (const row of cellsRead(block)) cells.push(row);
  };
  await readBlocks(session, session.workbook.worksheets.getItem(key), area, "values,formulas", take, { cancelled });
  return { firstRow: rowIndex, firstColumn: columnIndex, cells };
}

/** Deletes these sheets with the next sync. */
export function deleteSheets({ workbook }: Session, ids: readonly string[]): void {
  for (const id of ids) {
    const sheet = workbook.worksheets.getItem(id);
    // A very hidden sheet cannot be deleted.
    sheet.visibility = "Visible";
    sheet.delete();
  }
}
