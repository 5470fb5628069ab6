import { isFromExcel } from "./failure";
import type { Session } from "./session";

/**
 * What a workbook is known again by. Of contents there is a number only; nothing of it is kept or shown: two are compared, and
 * forgotten.
 */
export interface WorkbookPrint {
  readonly sheets: string;
  readonly active: string;
  /** Null where no cells are selected, but a chart. */
  readonly selection: string | null;
  readonly names: string;
  readonly settings: string;
  readonly contents: string;
}

/** Cells that are looked at of all sheets together; of larger ones the beginning. */
const MOST_CELLS = 60_000;
const MOST_OF_A_SHEET = 15_000;

/** Takes the print of all sheets but `without`: four syncs. Formulas and typed values count, results do not: those change by themselves. */
export async function printWorkbook(session: Session, without: string | null): Promise<WorkbookPrint> {
  const { workbook } = session;
  const sheets = workbook.worksheets.load("items/id,items/name,items/visibility");
  const active = workbook.worksheets.getActiveWorksheet().load("id");
  const names = workbook.names.load("items/name,items/formula,items/visible");
  const settings = workbook.settings.load("items/key,items/value");
  await session.sync();
  const others = sheets.items.filter(({ id }) => id !== without);
  const used = others.map((sheet) =>
    sheet.getUsedRangeOrNullObject(true).load("address,rowIndex,columnIndex,rowCount,columnCount"),
  );
  const own = others.map((sheet) => sheet.names.load("items/name,items/formula"));
  await session.sync();
  let left = MOST_CELLS;
  const blocks = used.flatMap((range, index) => {
    if (range.isNullObject) return [];
    const rows = Math.min(range.rowCount, Math.floor(Math.min(left, MOST_OF_A_SHEET) / range.columnCount));
    left -= rows * range.columnCount;
    return rows > 0
      ? [others[index]!.getRangeByIndexes(range.rowIndex, range.columnIndex, rows, range.columnCount).load("formulas")]
      : [];
  });
  await session.sync();
  return {
    sheets: JSON.stringify(others.map(({ id, name, visibility }) => [id, name, visibility])),
    active: active.id,
    selection: await selected(session),
    names: JSON.stringify([
      names.items.map(({ name, formula, visible }) => [name, formula, visible]),
      own.map(({ items }) => items.map(({ name, formula }) => [name, formula])),
    ]),
    settings: JSON.stringify(settings.items.map(({ key, value }) => [key, value as unknown])),
    contents: `${JSON.stringify(used.map((range) => (range.isNullObject ? null : range.address)))} ${blocks.map(({ formulas }) => hash(JSON.stringify(formulas))).join(" ")}`,
  };
}

async function selected(session: Session): Promise<string | null> {
  try {
    const range = session.workbook.getSelectedRange().load("address");
    await session.sync();
    return range.address;
  } catch (error) {
    if (!isFromExcel(error)) throw error;
    return null;
  }
}

/** Goes back to a sheet, where another one has been opened; one sync. */
export async function openSheet(session: Session, id: string): Promise<void> {
  session.workbook.worksheets.getItem(id).activate();
  await session.sync();
}

/** 53 bits of a text, enough to tell a change (cyrb53). */
function hash(text: string): number {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 2_654_435_761);
    two = Math.imul(two ^ code, 1_597_334_677);
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(two ^ (two >>> 13), 3_266_489_909);
  two = Math.imul(two ^ (two >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & two) + (one >>> 0);
}
