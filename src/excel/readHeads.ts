import type { SheetHead } from "../core/detail/detailSheet";
import { isOwnSheet } from "../core/ownSheets/registry";
import type { Session } from "./session";

/** Where a header is looked for: a title, notes and two header rows may stand above the data. */
const HEAD = "A1:AZ20";

/** The beginning of a sheet of the workbook. */
export interface StandingHead extends SheetHead {
  readonly sheetId: string;
  /** One of the sheets that the add-in makes whole, whatever it is called. */
  readonly isOurs: boolean;
}

/** Reads the beginnings of these sheets and how far each goes, in one sync. Blank sheets are left out. */
export async function readHeads(session: Session, sheets: readonly string[]): Promise<StandingHead[]> {
  const loaded = sheets.map((name) => {
    const sheet = session.workbook.worksheets.getItem(name);
    return {
      name,
      sheet: sheet.load("id"),
      names: sheet.names.load("items/name"),
      head: sheet.getRange(HEAD).load("values"),
      used: sheet.getUsedRangeOrNullObject(true).load("rowIndex,rowCount"),
    };
  });
  await session.sync();
  return loaded.flatMap(({ name, sheet, names, head, used }) =>
    used.isNullObject
      ? []
      : [
          {
            sheet: name,
            sheetId: sheet.id,
            isOurs: isOwnSheet({ names: names.items }),
            firstRow: 0,
            firstColumn: 0,
            values: head.values,
            lastRow: used.rowIndex + used.rowCount - 1,
          },
        ],
  );
}
