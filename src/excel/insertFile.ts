import type { Session } from "./session";
import { supports } from "./support";

/** The sheets of a file while they stand in the workbook: their ids, and the names that Excel has given them here. */
export interface InsertedSheet {
  readonly id: string;
  readonly name: string;
}

/** Inserted sheets that could not be deleted again. */
export class SheetsLeft extends Error {
  constructor(
    readonly names: readonly string[],
    readonly reason: unknown,
  ) {
    super(`left behind: ${names.join(", ")}`);
    this.name = "SheetsLeft";
  }
}

/**
 * Puts the sheets of an .xlsx file into the workbook, lets `read` have them, and deletes them again whatever happens, also where
 * `read` throws. Null, with nothing asked of Excel, where this Excel cannot insert files. Only sheets that Excel says it has
 * inserted are deleted: one that somebody else adds meanwhile is theirs.
 */
export async function withFileInserted<T>(
  session: Session,
  base64: string,
  read: (sheets: readonly InsertedSheet[]) => Promise<T>,
): Promise<{ readonly result: T } | null> {
  if (!supports("1.13")) return null;
  const { workbook } = session;
  const active = workbook.worksheets.getActiveWorksheet().load("id");
  const inserted = workbook.insertWorksheetsFromBase64(base64, { positionType: "End" });
  await session.sync();
  try {
    const sheets = inserted.value.map((id) => workbook.worksheets.getItem(id).load("id,name"));
    await session.sync();
    return { result: await read(sheets.map(({ id, name }) => ({ id, name }))) };
  } finally {
    await deleteSheets(session, inserted.value, active.id);
  }
}

/** Tries twice: a request that failed may go through the next time. */
async function deleteSheets(session: Session, ids: readonly string[], activeId: string, again = true): Promise<void> {
  let names: readonly string[] = [];
  try {
    const { worksheets } = session.workbook;
    const sheets = ids.map((id) => worksheets.getItemOrNullObject(id).load("name"));
    await session.sync();
    const standing = sheets.filter((sheet) => !sheet.isNullObject);
    if (standing.length === 0) return;
    names = standing.map(({ name }) => name);
    for (const sheet of standing) {
      // A very hidden sheet cannot be deleted.
      sheet.visibility = "Visible";
      sheet.delete();
    }
    worksheets.getItem(activeId).activate();
    await session.sync();
  } catch (reason) {
    if (again) return deleteSheets(session, ids, activeId, false);
    throw new SheetsLeft(names, reason);
  }
}
