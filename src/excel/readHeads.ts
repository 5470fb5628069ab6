import type { SheetHead } from "../core/detail/detailSheet";
import type { Session } from "./session";

/** Where a header is looked for: a title, notes and two header rows may stand above the data. */
const HEAD = "A1:AZ20";

/** The beginning of a sheet of the workbook, and the sheet's id. */
export interface StandingHead extends SheetHead {
  readonly sheetId: string;
}

/** Reads the beginnings of these sheets and how far each goes, in one sync. Blank sheets are left out. */
export async function readHeads(session: Session, names: readonly string[]): Promise<StandingHead[]> {
  const loaded = names.map((name) => {
    const sheet = session.workbook.worksheets.getItem(name);
    return { name, sheet: sheet.load("id"), head: sheet.getRange(HEAD).load("values"), used: sheet.getUsedRangeOrNullObject(true).load("rowIndex,rowCount") };
  });
  await session.sync();
  return loaded.flatMap(({ name, sheet, head, used }) => (used.isNullObject ? [] : [{ sheet: name, sheetId: sheet.id, firstRow: 0, firstColumn: 0, values: head.values, lastRow: used.rowIndex + used.rowCount - 1 }]));
}
