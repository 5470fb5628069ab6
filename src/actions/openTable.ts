import { cellOf } from "../core/cells/grid";
import type { CellGrid } from "../core/cells/grid";
import { cellAddress } from "../core/cells/address";
import { readColumnChoices } from "../core/memory/columnChoices";
import { headerOf } from "../core/taskSheet/columns";
import { columnOfName } from "../core/taskSheet/names";
import { isOwnList, isOwnSheet } from "../core/ownSheets/registry";
import { strayNames } from "../core/taskSheet/strays";
import { knownColumns, ownPlaces } from "../core/taskSheet/state";
import type { SheetState } from "../core/taskSheet/state";
import type { Inserted } from "../core/taskSheet/unfinished";
import { NO_CHOICES } from "../core/detail/choices";
import { recogniseDetail } from "../core/detail/header";
import { problem } from "../core/problems/catalogue";
import type { Problem } from "../core/problems/problem";
import { addChoices, keptPlaces } from "../core/table/columnChoices";
import type { NewColumnChoices } from "../core/table/columnChoices";
import { recognise } from "../core/table/recognise";
import type { ColumnChoice, RecognisedColumn } from "../core/table/recognisedColumns";
import type { TaskTable } from "../core/table/taskTable";
import { quoted } from "../core/wording/names";
import { readHeads } from "../excel/readHeads";
import { readGrids, readSheet } from "../excel/readSheet";
import type { Session } from "../excel/session";
import { ofLaterVersion } from "./guards";
import { stopped } from "./outcome";
import type { Stopped } from "./outcome";
import { sweep } from "./sweep";

export interface OpenTable {
  readonly done: true;
  readonly state: SheetState;
  readonly table: TaskTable;
  readonly problems: readonly Problem[];
  readonly recognised: readonly RecognisedColumn[];
  /** What people have said of columns, now and before, as it is kept in the workbook. */
  readonly choices: readonly ColumnChoice[];
  /** The other sheets, hidden ones too: detail sheets may be among them. */
  readonly otherSheets: readonly string[];
}

/**
 * Finds and reads the task table: on the sheet named, else on the active one, else on the only other sheet that has one.
 * One sync where the first look finds it, four where it has to be looked for. `said` is said of its columns now, by sheet column.
 * `sweeping`: what an earlier run left unfinished on its sheet goes first, which takes two more.
 */
export async function openTable(
  session: Session,
  sheetName?: string,
  said: NewColumnChoices = [],
  { sweeping = false }: { sweeping?: boolean } = {},
): Promise<OpenTable | Stopped> {
  const read = await readSheet(session, sheetName);
  if (!read) return stopped(problem("SHEET_NOT_FOUND", undefined, { sheet: sheetName ?? "" }));
  const later = ofLaterVersion(read.state.memory);
  if (later) return later;
  if (sweeping) {
    const swept = await sweep(session, read.state);
    if ("problem" in swept) return stopped(swept.problem);
    if (swept.note) {
      const open = await openTable(session, sheetName, without(said, swept.removed));
      return open.done ? { ...open, problems: [swept.note, ...open.problems] } : open;
    }
  }
  const found = isOwnSheet(read.state) ? null : tableOf(read.state, [...read.otherSheets, ...read.hiddenSheets], said);
  if (found) return found;
  if (sheetName !== undefined) return stopped(problem("TABLE_NOT_FOUND", { sheet: sheetName }));

  const elsewhere = candidates(
    await readOthers(session, read.otherSheets),
    addChoices(readColumnChoices(read.state.memory?.columns).choices, said),
  );
  if (elsewhere.length > 1) return stopped(problem("TABLE_AMBIGUOUS", undefined, { sheets: quoted(elsewhere) }));
  const only = elsewhere[0];
  return only === undefined ? stopped(problem("TABLE_NOT_FOUND")) : openTable(session, only, said, { sweeping });
}

/** What was said of columns, by where they stand once these have gone. */
function without(said: NewColumnChoices, removed: readonly Inserted[]): NewColumnChoices {
  const left = (at: number) => removed.reduce((sum, { first, count }) => sum + (first < at ? count : 0), 0);
  return said === "byWords" ? said : said.map((one) => ({ ...one, at: one.at - left(one.at) }));
}

/** The other sheets whole, but for detail sheets: those may be too large for one answer, and hold no task table. */
async function readOthers(session: Session, names: readonly string[]): Promise<CellGrid[]> {
  if (names.length === 0) return [];
  const heads = await readHeads(session, names);
  // Our print looks like the task table that it was made from; our lists may be long.
  const passed = new Set(
    heads.filter((head) => head.isOurs || recogniseDetail(head, NO_CHOICES) !== null).map(({ sheet }) => sheet),
  );
  const rest = names.filter((name) => !passed.has(name) && !isOwnList(name));
  return rest.length > 0 ? readGrids(session, rest) : [];
}

/** The table of a sheet that has been read, why it cannot be used, or null where there is none. */
export function tableOf(
  state: SheetState,
  otherSheets: readonly string[] = [],
  said: NewColumnChoices = [],
): OpenTable | Stopped | null {
  const ours = knownColumns(ownPlaces(state));
  const held = readColumnChoices(state.memory?.columns);
  const choices = addChoices(held.choices, keptPlaces(said, ours.keys()));
  const recognition = recognise(state.grid, ours, choices);
  if (!recognition) return null;
  const problems = [
    ...strayed(state),
    ...(held.damaged ? [problem("COLUMN_CHOICES_DAMAGED", { sheet: state.grid.sheet })] : []),
    ...recognition.problems,
  ];
  if (!recognition.table) return { ...stopped(...problems), recognised: recognition.columns };
  return {
    done: true,
    state,
    table: recognition.table,
    problems,
    recognised: recognition.columns,
    choices,
    otherSheets,
  };
}

function strayed(state: SheetState): Problem[] {
  return strayNames(state).map(({ name, cell }) =>
    problem(
      "OWN_NAME_STRAYED",
      { sheet: state.grid.sheet, address: cellAddress(cell!.row, cell!.column) },
      { column: headerOf(columnOfName(name)!), header: String(cellOf(state.grid, cell!.row, cell!.column)) },
    ),
  );
}

/** Places of choices count for the sheet that they were made on; elsewhere headers that stand alone are found all the same. */
function candidates(grids: readonly CellGrid[], choices: readonly ColumnChoice[]): string[] {
  const found = grids
    .map((grid) => ({ sheet: grid.sheet, recognition: recognise(grid, undefined, choices) }))
    .filter(({ recognition }) => recognition !== null);
  const whole = found.filter(({ recognition }) => recognition!.table !== null);
  return (whole.length > 0 ? whole : found).map(({ sheet }) => sheet);
}
