import type { CellGrid } from "../core/cells/grid";
import { cellAddress } from "../core/cells/address";
import type { OwnColumn } from "../core/plan/columns";
import { isOwnSheet } from "../core/plan/ownSheets";
import { foreignText, knownColumns, ownPlaces } from "../core/plan/state";
import type { SheetState } from "../core/plan/state";
import { NO_CHOICES } from "../core/detail/choices";
import { recogniseDetail } from "../core/detail/header";
import { problem } from "../core/problems/catalogue";
import type { Problem } from "../core/problems/problem";
import { recognise } from "../core/table/recognise";
import type { RecognisedColumn } from "../core/table/recognisedColumns";
import type { TaskTable } from "../core/table/taskTable";
import { PRINT_SHEET } from "../core/wording/ownSheets";
import { readHeads } from "../excel/readHeads";
import { readGrids, readSheet } from "../excel/readSheet";
import type { Session } from "../excel/session";
import type { Stopped } from "./outcome";

export interface OpenTable {
  readonly done: true;
  readonly state: SheetState;
  readonly table: TaskTable;
  readonly problems: readonly Problem[];
  readonly recognised: readonly RecognisedColumn[];
  /** The other sheets, hidden ones too: detail sheets may be among them. */
  readonly otherSheets: readonly string[];
}

export function stopped(...problems: Problem[]): Stopped {
  return { done: false, problems };
}

/**
 * Finds and reads the task table: on the sheet named, else on the active one, else on the only other sheet that has one.
 * One sync where the first look finds it, four where it has to be looked for.
 */
export async function openTable(session: Session, sheetName?: string): Promise<OpenTable | Stopped> {
  const read = await readSheet(session, sheetName);
  if (!read) return stopped(problem("SHEET_NOT_FOUND", undefined, { sheet: sheetName ?? "" }));
  const found = isOwnSheet(read.state) ? null : tableOf(read.state, [...read.otherSheets, ...read.hiddenSheets]);
  if (found) return found;
  if (sheetName !== undefined) return stopped(problem("TABLE_NOT_FOUND", { sheet: sheetName }));

  const elsewhere = candidates(await readOthers(session, read.otherSheets));
  if (elsewhere.length > 1) return stopped(problem("TABLE_AMBIGUOUS", undefined, { sheets: elsewhere.map((name) => `“${name}”`).join("、") }));
  const only = elsewhere[0];
  return only === undefined ? stopped(problem("TABLE_NOT_FOUND")) : openTable(session, only);
}

/** The other sheets whole, but for detail sheets: those may be too large for one answer, and hold no task table. */
async function readOthers(session: Session, names: readonly string[]): Promise<CellGrid[]> {
  if (names.length === 0) return [];
  const heads = await readHeads(session, names);
  const details = new Set(heads.filter((head) => recogniseDetail(head, NO_CHOICES) !== null).map(({ sheet }) => sheet));
  // Our print looks like the task table that it was made from.
  const rest = names.filter((name) => !details.has(name) && name !== PRINT_SHEET);
  return rest.length > 0 ? readGrids(session, rest) : [];
}

/** What stops any writing to this sheet, before anything is written. */
export function unwritable({ isProtected, isReadOnly, grid }: SheetState): Stopped | null {
  if (isReadOnly) return stopped(problem("WORKBOOK_READ_ONLY"));
  return isProtected ? stopped(problem("SHEET_PROTECTED", { sheet: grid.sheet })) : null;
}

/** What stops deleting these columns of ours: text that someone wrote in them outside the table. */
export function inTheWay(state: SheetState, table: TaskTable | null, columns: readonly OwnColumn[]): Stopped | null {
  const foreign = table && foreignText(state, table, columns);
  if (!foreign) return null;
  return stopped(problem("TEXT_IN_OWN_COLUMN", { sheet: state.grid.sheet, address: cellAddress(foreign.row, foreign.column) }, { text: foreign.text }));
}

/** The table of a sheet that has been read, why it cannot be used, or null where there is none. */
export function tableOf(state: SheetState, otherSheets: readonly string[] = []): OpenTable | Stopped | null {
  const recognition = recognise(state.grid, knownColumns(ownPlaces(state)));
  if (!recognition) return null;
  if (!recognition.table) return { ...stopped(...recognition.problems), recognised: recognition.columns };
  return { done: true, state, table: recognition.table, problems: recognition.problems, recognised: recognition.columns, otherSheets };
}

function candidates(grids: readonly CellGrid[]): string[] {
  const found = grids.map((grid) => ({ sheet: grid.sheet, recognition: recognise(grid) })).filter(({ recognition }) => recognition !== null);
  const whole = found.filter(({ recognition }) => recognition!.table !== null);
  return (whole.length > 0 ? whole : found).map(({ sheet }) => sheet);
}
