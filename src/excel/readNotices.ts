import { parseCell, splitAddress } from "../core/cells/address";
import { NOTICE_NAME, noticeDepartment } from "../core/ownSheets/notices/noticeFormat";
import type { Session } from "./session";

/** A notice of ours, whatever its sheet is called. */
export interface StandingNotice {
  readonly id: string;
  readonly name: string;
  /** Among the tabs, from 0, hidden ones counted. */
  readonly position: number;
  readonly isProtected: boolean;
  /** Whom it is for; null where the cell that says so has been changed. */
  readonly department: string | null;
}

/** The notices in their order, and the names of all sheets; three syncs. */
export async function readNotices(
  session: Session,
): Promise<{ readonly notices: readonly StandingNotice[]; readonly sheets: readonly string[] }> {
  const { worksheets } = session.workbook;
  worksheets.load("items/id,items/name,items/position,items/protection/protected");
  await session.sync();
  const named = worksheets.items.map((sheet) => ({ sheet, names: sheet.names.load("items/name,items/formula") }));
  await session.sync();
  const found = named.flatMap(({ sheet, names }) => {
    const held = names.items.find(({ name }) => name === NOTICE_NAME);
    if (!held) return [];
    const cell = parseCell(splitAddress(String(held.formula))?.address ?? "");
    return [{ sheet, mark: cell && sheet.getRangeByIndexes(cell.row, cell.column, 1, 1).load("values") }];
  });
  if (found.length > 0) await session.sync();
  return {
    notices: found.map(({ sheet: { id, name, position, protection }, mark }) => ({
      id,
      name,
      position,
      isProtected: protection.protected,
      department: mark && noticeDepartment(mark.values[0]![0]),
    })),
    sheets: worksheets.items.map(({ name }) => name),
  };
}
