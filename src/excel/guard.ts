import { columnOfName } from "../core/plan/names";
import type { Standing } from "../core/plan/moved";
import { loadStanding } from "./readSheet";

/**
 * Lets a request fail before it has written anything where one of our columns does not stand where it was read: a place and a cell that
 * do not meet are an error in Excel, and the steps after it are not taken. A plan deletes and writes whole columns by their places.
 */
export function requirePlaces(sheet: Excel.Worksheet, { names }: Standing): void {
  for (const { name, cell } of names) {
    if (columnOfName(name) !== null && cell) sheet.names.getItem(name).getRange().getIntersection(sheet.getRangeByIndexes(cell.row, cell.column, 1, 1));
  }
}

/** Begins a request that writes by what was read before it, and tells after the sync how the sheet stood when it began. */
export function beginBy(sheet: Excel.Worksheet, read: Standing): { value(): Standing } {
  requirePlaces(sheet, read);
  return loadStanding(sheet, read.grid.sheet);
}

/** Whether a request has failed because our columns stand elsewhere: then nothing of it has been done. */
export function isElsewhere(error: unknown): boolean {
  return error instanceof OfficeExtension.Error && error.code === "ItemNotFound" && /getIntersection/i.test(error.debugInfo?.errorLocation ?? "");
}
