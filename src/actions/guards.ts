import { cellAddress } from "../core/cells/address";
import { MEMORY_VERSION } from "../core/memory/memory";
import type { Memory } from "../core/memory/memory";
import { problem } from "../core/problems/catalogue";
import type { RecognisedColumn } from "../core/table/recognisedColumns";
import type { TaskTable } from "../core/table/taskTable";
import { headerOf } from "../core/taskSheet/columns";
import type { InputColumn, OwnColumn } from "../core/taskSheet/columns";
import { replacedInputs, withOwnActuals } from "../core/taskSheet/layout";
import { takenRuleNames } from "../core/taskSheet/ruleNames";
import { foreignText, ownPlaces, typedColumns } from "../core/taskSheet/state";
import type { SheetState } from "../core/taskSheet/state";
import { stopped } from "./outcome";
import type { Stopped } from "./outcome";

/** What stops an action before anything is written: each answers null where nothing does. */

/**
 * What stops every action: the workbook's settings are of a later version of the add-in, whose marks and settings may mean something
 * else than ours would. Nothing is judged by what can't be read of them, and nothing is written.
 */
export function ofLaterVersion(memory: Memory | null): Stopped | null {
  return memory && memory.version > MEMORY_VERSION ? stopped(problem("SETTINGS_NEWER")) : null;
}

/** What stops any writing to this workbook. */
export function unwritableWorkbook({ isReadOnly, memory }: Pick<SheetState, "isReadOnly" | "memory">): Stopped | null {
  return ofLaterVersion(memory) ?? (isReadOnly ? stopped(problem("WORKBOOK_READ_ONLY")) : null);
}

/** What stops any writing to this sheet. */
export function unwritable(state: SheetState): Stopped | null {
  const { sheet } = state.grid;
  return unwritableWorkbook(state) ?? (state.isProtected ? stopped(problem("SHEET_PROTECTED", { sheet })) : null);
}

/** What stops writing our rules' names: names of somebody else that are called the same. */
export function takenNames(state: SheetState): Stopped | null {
  const taken = takenRuleNames(state);
  return taken.length === 0
    ? null
    : stopped(
        ...taken.map(({ name, formula }) =>
          problem("RULE_NAME_TAKEN", { sheet: state.grid.sheet }, { name, content: formula }),
        ),
      );
}

/** What stops deleting these columns of ours: text that someone wrote in them outside the table. */
export function inTheWay(state: SheetState, table: TaskTable | null, columns: readonly OwnColumn[]): Stopped | null {
  const foreign = table && foreignText(state, table, columns);
  if (!foreign) return null;
  return stopped(
    problem(
      "TEXT_IN_OWN_COLUMN",
      { sheet: state.grid.sheet, address: cellAddress(foreign.row, foreign.column) },
      { text: foreign.text },
    ),
  );
}

interface Found {
  readonly state: SheetState;
  readonly table: TaskTable;
  readonly recognised: readonly RecognisedColumn[];
}

/** What stops removing our input columns in whose stead the person has named another: numbers typed in them. */
export function filledReplaced({ state, table, recognised }: Found): Stopped | null {
  const own = ownPlaces(state);
  const typed = typedColumns(state, withOwnActuals(table, own));
  const filled = replacedInputs(table, own).filter((column) => typed.includes(column));
  if (filled.length === 0) return null;
  const header = (at: number) => recognised.find((one) => one.at === at)?.header ?? "";
  const place = (column: InputColumn) => ({
    sheet: table.sheet,
    address: cellAddress(table.headerRows.last, own[column]!),
  });
  return {
    ...stopped(
      ...filled.map((column) =>
        problem("COLUMN_CHOICE_FILLED", place(column), {
          column: headerOf(column),
          header: header(table.columns[column]!),
        }),
      ),
    ),
    recognised,
  };
}
