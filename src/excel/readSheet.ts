import { parseArea, parseCell, splitAddress } from "../core/cells/address";
import { blankGrid } from "../core/cells/grid";
import type { CellGrid, RawValue } from "../core/cells/grid";
import type { SheetName, SheetState } from "../core/taskSheet/state";
import type { TaskTable } from "../core/table/taskTable";
import { isTooLong } from "./failure";
import { readMemory } from "./memory";
import { loadPage } from "./page";
import type { Session } from "./session";
import { FIRST_USED_ROWS, fitsOneAnswer, loadUsed, usedGrid } from "./usedCells";

/** The sheet asked for, and the names of the others: those that are visible, and those that staff have hidden. */
export interface SheetRead {
  readonly state: SheetState;
  readonly otherSheets: readonly string[];
  readonly hiddenSheets: readonly string[];
}

/** Where so many rows make no answer that this Excel gives, not they are too long, but something else is. */
const FEWEST_ROWS = 10;

/**
 * Reads all that an action needs to know of one sheet, in one sync and one more for each block of rows of a long sheet: the sheet of this
 * name or id, else the active one. Null where there is no such sheet.
 */
export async function readSheet(session: Session, key?: string): Promise<SheetRead | null> {
  for (let rows = FIRST_USED_ROWS; ; rows = Math.floor(rows / 4)) {
    try {
      return await readBeginning(session, key, rows);
    } catch (error) {
      if (!isTooLong(error) || rows <= FEWEST_ROWS) throw error;
    }
  }
}

/** Reads the sheet, asking for so many rows of it together with all else. */
async function readBeginning(session: Session, key: string | undefined, rows: number): Promise<SheetRead | null> {
  const { workbook } = session;
  const sheet =
    key === undefined ? workbook.worksheets.getActiveWorksheet() : workbook.worksheets.getItemOrNullObject(key);
  sheet.load("id,name");
  const used = loadUsed(sheet, rows);
  const names = sheet.names.load("items/name,items/formula");
  const formats = sheet
    .getRange()
    .conditionalFormats.load(
      "items/id,items/type,items/customOrNullObject/rule/formula,items/dataBarOrNullObject/lowerBoundRule",
    );
  const protection = sheet.protection.load("protected");
  const page = loadPage(sheet);
  const sheets = workbook.worksheets.load("items/id,items/name,items/visibility");
  const memory = readMemory(workbook);
  workbook.load("readOnly");
  workbook.application.load("calculationMode");
  await session.sync();
  if (sheet.isNullObject) return null;

  const state: SheetState = {
    sheetId: sheet.id,
    otherIds: sheets.items.filter(({ id }) => id !== sheet.id).map(({ id }) => id),
    grid: await usedGrid(session, sheet, sheet.name, used),
    names: names.items.map((item) => sheetName(sheet.name, item)),
    highlights: formats.items.flatMap((format) => {
      const formula = formulaOf(format);
      return formula === undefined
        ? []
        : [{ id: format.id, formula, ...(format.type === "DataBar" && { bar: true as const }) }];
    }),
    page: page.value(),
    memory: memory.value(),
    isProtected: protection.protected,
    isReadOnly: workbook.readOnly,
    calculatesByHand: workbook.application.calculationMode === "Manual",
  };
  const others = (wanted: string) =>
    sheets.items.filter(({ visibility, name }) => visibility === wanted && name !== sheet.name).map(({ name }) => name);
  return { state, otherSheets: others("Visible"), hiddenSheets: others("Hidden") };
}

/** By what a conditional format can be known as ours: a rule's formula, or that of a data bar's lower end. */
function formulaOf({ type, customOrNullObject, dataBarOrNullObject }: Excel.ConditionalFormat): string | undefined {
  if (type === "Custom") return customOrNullObject.rule.formula ?? "";
  if (type !== "DataBar") return undefined;
  const { lowerBoundRule } = dataBarOrNullObject;
  return lowerBoundRule.type === "Formula" ? (lowerBoundRule.formula ?? "") : "";
}

/** So many rows of each of many sheets are asked for at once: most sheets have no more. */
const LEAST_OF_MANY = 60;

/** Reads the used cells of these sheets in one sync, and one more for each block of rows of a long one. */
export async function readGrids(session: Session, names: readonly string[]): Promise<CellGrid[]> {
  const loaded = names.map((name) => {
    const sheet = session.workbook.worksheets.getItem(name);
    return { name, sheet, cells: loadUsed(sheet, Math.max(LEAST_OF_MANY, Math.floor(FIRST_USED_ROWS / names.length))) };
  });
  await session.sync();
  const grids: CellGrid[] = [];
  for (const { name, sheet, cells } of loaded) grids.push(await usedGrid(session, sheet, name, cells));
  return grids;
}

/**
 * Loads the cells and names of a sheet as they are at this place of a request; call `value` after the sync. Of a sheet that was read and is
 * too large for that only what `hasMoved` looks at, where `table` stood.
 */
export function loadStanding(
  sheet: Excel.Worksheet,
  read: CellGrid,
  table: TaskTable | null,
): { value(): Pick<SheetState, "grid" | "names"> } {
  const cells = fitsOneAnswer(read) ? loadWhole(sheet, read.sheet) : loadLandmarks(sheet, read.sheet, table);
  const names = sheet.names.load("items/name,items/formula");
  return { value: () => ({ grid: cells(), names: names.items.map((item) => sheetName(read.sheet, item)) }) };
}

function loadWhole(sheet: Excel.Worksheet, name: string): () => CellGrid {
  // Only cells with values: formats alone would stretch the range to the sheet's end.
  const used = sheet.getUsedRangeOrNullObject(true).load("values,formulas,numberFormat,rowIndex,columnIndex");
  return () =>
    used.isNullObject
      ? blankGrid(name)
      : {
          sheet: name,
          firstRow: used.rowIndex,
          firstColumn: used.columnIndex,
          values: used.values,
          formulas: used.formulas,
          numberFormats: used.numberFormat,
        };
}

/** The header, the column of departments' names, and the first column down to the last note; all other cells are blank. */
function loadLandmarks(sheet: Excel.Worksheet, name: string, table: TaskTable | null): () => CellGrid {
  if (!table) return () => blankGrid(name);
  const { headerRows, body, notes, firstColumn, lastColumn, columns } = table;
  const last = notes?.last ?? body.last;
  const header = sheet
    .getRangeByIndexes(
      headerRows.first,
      firstColumn,
      headerRows.last - headerRows.first + 1,
      lastColumn - firstColumn + 1,
    )
    .load("formulas");
  const [names, first] = [columns.department, firstColumn].map((column) =>
    sheet.getRangeByIndexes(body.first, column, last - body.first + 1, 1).load("formulas"),
  );
  return () => {
    const formulas: RawValue[][] = Array.from({ length: last - headerRows.first + 1 }, () =>
      Array<RawValue>(lastColumn - firstColumn + 1).fill(""),
    );
    header.formulas.forEach((line: RawValue[], row) => (formulas[row] = [...line]));
    for (const [range, column] of [
      [first!, firstColumn],
      [names!, columns.department],
    ] as const) {
      range.formulas.forEach(
        ([cell]: RawValue[], row) => (formulas[body.first - headerRows.first + row]![column - firstColumn] = cell!),
      );
    }
    return { sheet: name, firstRow: headerRows.first, firstColumn, values: formulas, formulas, numberFormats: [] };
  };
}

/** A name of the sheet, with where it stands. */
export function sheetName(sheet: string, { name, formula }: Excel.NamedItem): SheetName {
  // Excel is seen to word references of names as the person has set it to (office-js 1831), and so, it may be, numbers: =0,1 is 0.1.
  const text = String(formula).replace(/^(=\d+),(\d+%?)$/, "$1.$2");
  const reference = splitAddress(text);
  if (reference?.sheet !== sheet) return { name, formula: text, cell: null };
  const cell = parseCell(reference.address);
  const area = cell ? null : parseArea(reference.address);
  return { name, formula: text, cell, ...(area && { area }) };
}
