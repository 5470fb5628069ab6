import { anchorOfName, columnOfName } from "../core/taskSheet/names";
import type { Standing } from "../core/taskSheet/moved";
import type { TaskTable } from "../core/table/taskTable";
import type { Landmark } from "../core/taskSheet/landmarks";
import type { Area } from "../core/cells/address";
import { rangeOf } from "./places";
import { loadStanding, sheetName } from "./readSheet";

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
    const at = (row: number, column: number) =>
      sheet.names
        .getItem(name)
        .getRange()
        .getIntersection(sheet.getRangeByIndexes(row, column, 1, 1));
    if (columnOfName(name) !== null && cell) at(cell.row, cell.column);
    if (anchorOfName(name) === null) continue;
    const place =
      area ?? (cell && { firstRow: cell.row, firstColumn: cell.column, lastRow: cell.row, lastColumn: cell.column });
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

/** Rows or columns have moved between two requests of one plan: it is unknown which of what the second one has written is in its place. */
export class MovedBetween extends Error {}

/** What holds a sheet in its place from one request of a plan to the next. */
export interface Holding {
  /** Asked as the last thing of each request that another one follows. */
  end(sheet: Excel.Worksheet): void;
  /** Asked as the first thing of each request that comes after another one: fails it where our columns stand elsewhere by now. */
  begin(sheet: Excel.Worksheet): void;
  /** Asked once a request has come back: throws `MovedBetween`. */
  check(): void;
}

/** Names and the cells of `keys` are read at the end of each request, and once more when the next one begins; the plan itself changes neither in between. */
export function holdBetween(name: string, keys: Area): Holding {
  const load = (sheet: Excel.Worksheet) => {
    // By a sheet of its own each time: the names of one are one object, which every loading fills anew, that of `beginBy` too.
    const names = sheet.context.workbook.worksheets.getItem(name).names.load("items/name,items/formula");
    const cells = rangeOf(sheet, keys).load("values");
    return () => ({
      names: names.items.map((item) => sheetName(name, item)).filter((held) => columnOfName(held.name) !== null),
      cells: cells.values,
    });
  };
  let left: ReturnType<typeof load> | undefined;
  let pair: { readonly before: string; readonly now: ReturnType<typeof load> } | undefined;
  return {
    end: (sheet) => (left = load(sheet)),
    begin: (sheet) => {
      if (!left) return;
      const before = left();
      requirePlaces(sheet, before);
      pair = { before: JSON.stringify(before), now: load(sheet) };
    },
    check: () => {
      const now = pair && JSON.stringify(pair.now());
      if (pair && pair.before !== now) throw new MovedBetween("rows or columns have moved between two requests");
    },
  };
}

/**
 * Whether a request has failed because our columns stand elsewhere: then nothing of it has been done. Told by how far it has got, and where
 * Excel should tell no traces, by the member that it refused: no other place asks for an intersection, or for a text that must be there.
 */
export function isElsewhere(error: unknown): boolean {
  if (!(error instanceof OfficeExtension.Error) || error.code !== "ItemNotFound") return false;
  const { traceMessages = [], debugInfo } = error;
  const stoppedBetween = (begin: string, end: string) => traceMessages.includes(begin) && !traceMessages.includes(end);
  return (
    stoppedBetween(ASKED, MET) ||
    stoppedBetween(SOUGHT, FOUND) ||
    /getIntersection|\.find\b/i.test(`${debugInfo?.errorLocation} ${debugInfo?.statement}`)
  );
}
