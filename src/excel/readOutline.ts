import type { Memory } from "../core/memory/memory";
import { readMemory } from "./memory";
import type { Session } from "./session";

/** A sheet of the workbook and how far it is used; rows and columns zero-based, null where it is blank. */
export interface SheetOutline {
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  readonly isProtected: boolean;
  readonly used: { readonly lastRow: number; readonly firstColumn: number; readonly lastColumn: number } | null;
}

export interface WorkbookOutline {
  readonly sheets: readonly SheetOutline[];
  readonly active: string;
  readonly isReadOnly: boolean;
  readonly memory: Memory | null;
}

/** Which sheets the workbook has and how far each goes, without their cells; two syncs. */
export async function readOutline(session: Session): Promise<WorkbookOutline> {
  const { workbook } = session;
  const active = workbook.worksheets.getActiveWorksheet().load("name");
  const sheets = workbook.worksheets.load("items/id,items/name,items/visibility");
  const memory = readMemory(workbook);
  workbook.load("readOnly");
  await session.sync();
  const loaded = sheets.items.map((sheet) => ({
    sheet,
    protection: sheet.protection.load("protected"),
    used: sheet.getUsedRangeOrNullObject(true).load("rowIndex,rowCount,columnIndex,columnCount"),
  }));
  await session.sync();
  return {
    sheets: loaded.map(({ sheet, protection, used }) => ({
      id: sheet.id,
      name: sheet.name,
      visible: sheet.visibility === "Visible",
      isProtected: protection.protected,
      used: used.isNullObject
        ? null
        : {
            lastRow: used.rowIndex + used.rowCount - 1,
            firstColumn: used.columnIndex,
            lastColumn: used.columnIndex + used.columnCount - 1,
          },
    })),
    active: active.name,
    isReadOnly: workbook.readOnly,
    memory: memory.value(),
  };
}
