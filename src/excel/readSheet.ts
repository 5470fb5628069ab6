import { parseCell, splitAddress } from "../core/cells/address";
import type { CellGrid } from "../core/cells/grid";
import type { SheetName, SheetState } from "../core/plan/state";
import { readMemory } from "./memory";
import { loadPage } from "./page";
import type { Session } from "./session";

/** The sheet asked for, and the names of the others: those that are visible, and those that staff have hidden. */
export interface SheetRead {
  readonly state: SheetState;
  readonly otherSheets: readonly string[];
  readonly hiddenSheets: readonly string[];
}

/**
 * Reads all that an action needs to know of one sheet, in one sync: the sheet of this name or id, else the active one.
 * Null where there is no such sheet.
 */
export async function readSheet(session: Session, key?: string): Promise<SheetRead | null> {
  const { workbook } = session;
  const sheet = key === undefined ? workbook.worksheets.getActiveWorksheet() : workbook.worksheets.getItemOrNullObject(key);
  sheet.load("id,name");
  const used = loadUsedRange(sheet);
  const names = sheet.names.load("items/name,items/formula");
  const formats = sheet.getRange().conditionalFormats.load("items/id,items/type,items/customOrNullObject/rule/formula,items/dataBarOrNullObject/lowerBoundRule");
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
    grid: gridOf(sheet.name, used),
    names: names.items.map((item) => sheetName(sheet.name, item)),
    highlights: formats.items.flatMap((format) => {
      const formula = formulaOf(format);
      return formula === undefined ? [] : [{ id: format.id, formula, ...(format.type === "DataBar" && { bar: true as const }) }];
    }),
    page: page.value(),
    memory: memory.value(),
    isProtected: protection.protected,
    isReadOnly: workbook.readOnly,
    calculatesByHand: workbook.application.calculationMode === "Manual",
  };
  const others = (wanted: string) => sheets.items.filter(({ visibility, name }) => visibility === wanted && name !== sheet.name).map(({ name }) => name);
  return { state, otherSheets: others("Visible"), hiddenSheets: others("Hidden") };
}

/** By what a conditional format can be known as ours: a rule's formula, or that of a data bar's lower end. */
function formulaOf({ type, customOrNullObject, dataBarOrNullObject }: Excel.ConditionalFormat): string | undefined {
  if (type === "Custom") return customOrNullObject.rule.formula ?? "";
  if (type !== "DataBar") return undefined;
  const { lowerBoundRule } = dataBarOrNullObject;
  return lowerBoundRule.type === "Formula" ? (lowerBoundRule.formula ?? "") : "";
}

/** Reads the used cells of these sheets in one sync. */
export async function readGrids(session: Session, names: readonly string[]): Promise<CellGrid[]> {
  const ranges = names.map((name) => loadUsedRange(session.workbook.worksheets.getItem(name)));
  await session.sync();
  return ranges.map((range, index) => gridOf(names[index]!, range));
}

/** Loads the cells and names of a sheet as they are at this place of a request; call `value` after the sync. */
export function loadStanding(sheet: Excel.Worksheet, name: string): { value(): Pick<SheetState, "grid" | "names"> } {
  const used = loadUsedRange(sheet);
  const names = sheet.names.load("items/name,items/formula");
  return { value: () => ({ grid: gridOf(name, used), names: names.items.map((item) => sheetName(name, item)) }) };
}

function loadUsedRange(sheet: Excel.Worksheet): Excel.Range {
  // Only cells with values: formats alone would stretch the range to the sheet's end.
  return sheet.getUsedRangeOrNullObject(true).load("values,formulas,numberFormat,rowIndex,columnIndex");
}

function gridOf(sheet: string, used: Excel.Range): CellGrid {
  if (used.isNullObject) return { sheet, firstRow: 0, firstColumn: 0, values: [], formulas: [], numberFormats: [] };
  return { sheet, firstRow: used.rowIndex, firstColumn: used.columnIndex, values: used.values, formulas: used.formulas, numberFormats: used.numberFormat };
}

function sheetName(sheet: string, { name, formula }: Excel.NamedItem): SheetName {
  const text = String(formula);
  const reference = splitAddress(text);
  return { name, formula: text, cell: reference?.sheet === sheet ? parseCell(reference.address) : null };
}
