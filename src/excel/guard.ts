import { anchorOfName, columnOfName } from "../core/plan/names";
import type { Standing } from "../core/plan/moved";
import type { TaskTable } from "../core/table/taskTable";
import type { Landmark } from "../core/plan/landmarks";
import { rangeOf } from "./places";
import { loadStanding } from "./readSheet";

/** Where a request has got to when Excel fails is told by such messages (`context.trace`), in the order of its steps. */
const ASKED = "jgzb:places";
const MET = "jgzb:met";
const SOUGHT = "jgzb:texts";
const FOUND = "jgzb:found";

/**
 * Lets a request fail before it has written anything where one of our columns, or an anchor that was left behind, does not stand where it was read: a place and a cell that
 * do not meet are an error in Excel, and the steps after it are not taken. A plan deletes and writes whole columns by their places.
 */
export function requirePlaces(sheet: Excel.Worksheet, { names }: Pick<Standing, "names">): void {
  sheet.context.trace(ASKED);
  for (const { name, cell, area } of names) {
    const at = (row: number, column: number) => sheet.names.getItem(name).getRange().getIntersection(sheet.getRangeByIndexes(row, column, 1, 1));
    if (columnOfName(name) !== null && cell) at(cell.row, cell.column);
    if (anchorOfName(name) === null) continue;
    const place = area ?? (cell && { firstRow: cell.row, firstColumn: cell.column, lastRow: cell.row, lastColumn: cell.column });
    if (!place) continue;
    at(place.firstRow, place.firstColumn);
    at(place.lastRow, place.lastColumn);
  }
  sheet.context.trace(MET);
}

/** As `requirePlaces`, for cells known by their words: what is not found is an error too. */
export function requireTexts(sheet: Excel.Worksheet, landmarks: readonly Landmark[]): void {
  sheet.context.trace(SOUGHT);
  for (const { area, text } of landmarks) rangeOf(sheet, area).find(text, { matchCase: true });
  sheet.context.trace(FOUND);
}

/**
 * Begins a request that writes by what was read before it, and tells after the sync how the sheet stood when it began; of a sheet too large
 * to be read again in one answer, where `table` stood, only what `hasMoved` looks at.
 */
export function beginBy(sheet: Excel.Worksheet, read: Standing, table: TaskTable | null): { value(): Standing } {
  requirePlaces(sheet, read);
  return loadStanding(sheet, read.grid, table);
}

/**
 * Whether a request has failed because our columns stand elsewhere: then nothing of it has been done. Told by how far it has got, and where
 * Excel should tell no traces, by the member that it refused: no other place asks for an intersection, or for a text that must be there.
 */
export function isElsewhere(error: unknown): boolean {
  if (!(error instanceof OfficeExtension.Error) || error.code !== "ItemNotFound") return false;
  const { traceMessages = [], debugInfo } = error;
  const stoppedBetween = (begin: string, end: string) => traceMessages.includes(begin) && !traceMessages.includes(end);
  return stoppedBetween(ASKED, MET) || stoppedBetween(SOUGHT, FOUND) || /getIntersection|\.find\b/i.test(`${debugInfo?.errorLocation} ${debugInfo?.statement}`);
}
