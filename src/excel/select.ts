import type { Session } from "./session";

/** Goes to a place such as 附件2!J9 or '附件 2'!5:5. False where its sheet is gone. */
export async function select(session: Session, sheetName: string, address: string): Promise<boolean> {
  const sheet = session.workbook.worksheets.getItemOrNullObject(sheetName).load("name");
  await session.sync();
  if (sheet.isNullObject) return false;
  sheet.activate();
  sheet.getRange(address).select();
  await session.sync();
  return true;
}
