import { BLANK_SHEET, contentOfCell } from "../core/plan/content";
import type { SheetContent } from "../core/plan/content";
import type { Memory } from "../core/plan/sheetPlan";
import { readMemory } from "./memory";
import { Cancelled } from "./readRows";
import type { Session } from "./session";

/** Rows asked for before anything is known of their length, and how fast a block may grow. */
const FIRST_BLOCK = 500;
const GROWTH = 4;
/** Characters aimed at in one answer: three bytes each in Chinese, values and formulas, stay under the 5 MB of Excel on the web. */
const CHARACTERS_A_BLOCK = 500_000;

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

/** Reads what these sheets (names or ids) hold, in blocks of rows. By the key asked with. Throws `Cancelled` where the person stops it. */
export async function readContents(session: Session, keys: readonly string[], cancelled?: () => boolean): Promise<Map<string, SheetContent>> {
  const used = keys.map((key) => session.workbook.worksheets.getItem(key).getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount"));
  if (keys.length > 0) await session.sync();
  const contents = new Map<string, SheetContent>();
  for (const [index, key] of keys.entries()) {
    const range = used[index]!;
    contents.set(key, range.isNullObject ? BLANK_SHEET : await readBlocks(session, key, range, cancelled));
  }
  return contents;
}

async function readBlocks(session: Session, key: string, { rowIndex, columnIndex, rowCount, columnCount }: Pick<Excel.Range, "rowIndex" | "columnIndex" | "rowCount" | "columnCount">, cancelled?: () => boolean): Promise<SheetContent> {
  const sheet = session.workbook.worksheets.getItem(key);
  const cells: SheetContent["cells"][number][] = [];
  for (let rows = FIRST_BLOCK; cells.length < rowCount; ) {
    if (cancelled?.()) throw new Cancelled();
    const count = Math.min(rows, rowCount - cells.length);
    const block = sheet.getRangeByIndexes(rowIndex + cells.length, columnIndex, count, columnCount).load("values,formulas");
    await session.sync();
    const read = block.formulas.map((line, r) => line.map((formula, c) => contentOfCell(formula, block.values[r]![c])));
    for (const row of read) cells.push(row);
    const characters = read.reduce((sum, row) => sum + row.reduce<number>((length, cell) => length + String(cell).length + 4, 0), 0);
    rows = Math.max(1, Math.min(rows * GROWTH, Math.floor((count * CHARACTERS_A_BLOCK) / characters)));
  }
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
