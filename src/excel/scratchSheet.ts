import { columnLetters, parseAreas } from "../core/cells/address";
import type { Area } from "../core/cells/address";
import type { Landmark } from "../core/taskSheet/landmarks";
import type { Standing } from "../core/taskSheet/moved";
import type { PageSetUp } from "../core/plan/sheetPlan";
import { isFromExcel } from "./failure";
import { isElsewhere, requirePlaces, requireTexts } from "./guard";
import { loadPage } from "./page";
import { rangeOf } from "./places";
import type { Session } from "./session";
import { supports } from "./support";

/** What the self-test reads of its own sheet beside the cells. */
export interface SheetLooks {
  readonly names: readonly { readonly name: string; readonly formula: string; readonly visible: boolean }[];
  /** A rule's formula, or that of the lower end of a data bar; "" where there is neither. In no order: Excel puts new ones first. */
  readonly rules: readonly { readonly type: string; readonly formula: string }[];
  /** Points, from column A on. */
  readonly widths: readonly number[];
  /** Null where this Excel tells no merged areas: it is too old, or refuses. */
  readonly merged: readonly Area[] | null;
  readonly page: PageSetUp;
}

/** Two syncs; `columns` is how many of the widths are wanted. */
export async function readLooks(session: Session, sheetId: string, columns: number): Promise<SheetLooks> {
  const sheet = session.workbook.worksheets.getItem(sheetId);
  const names = sheet.names.load("items/name,items/formula,items/visible");
  const formats = sheet
    .getRange()
    .conditionalFormats.load(
      "items/type,items/customOrNullObject/rule/formula,items/dataBarOrNullObject/lowerBoundRule",
    );
  const widths = Array.from({ length: columns }, (_, column) =>
    sheet.getRange(`${columnLetters(column)}:${columnLetters(column)}`).format.load("columnWidth"),
  );
  const page = loadPage(sheet);
  await session.sync();
  const merged = await readMerged(session, sheet);
  return {
    names: names.items.map(({ name, formula, visible }) => ({ name, formula: String(formula), visible })),
    rules: formats.items.map(({ type, customOrNullObject, dataBarOrNullObject }) => ({
      type,
      formula:
        type === "Custom"
          ? customOrNullObject.rule.formula
          : type === "DataBar"
            ? (dataBarOrNullObject.lowerBoundRule.formula ?? "")
            : "",
    })),
    widths: widths.map(({ columnWidth }) => columnWidth),
    merged,
    page: page.value(),
  };
}

async function readMerged(session: Session, sheet: Excel.Worksheet): Promise<Area[] | null> {
  if (!supports("1.13")) return null;
  try {
    const merged = sheet.getRange("A1:AZ60").getMergedAreasOrNullObject().load("address");
    await session.sync();
    return merged.isNullObject ? [] : parseAreas(merged.address);
  } catch (error) {
    if (!isFromExcel(error)) throw error;
    return null;
  }
}

/** What a person sees in the cells of an area; one sync. */
export async function readTexts(session: Session, sheetId: string, area: Area): Promise<string[][]> {
  const range = rangeOf(session.workbook.worksheets.getItem(sheetId), area).load("text");
  await session.sync();
  return range.text;
}

/** The whole-number rule of an area; null where it has none. One sync. */
export async function readWholeNumberRule(
  session: Session,
  sheetId: string,
  area: Area,
): Promise<{ readonly operator: string; readonly least: string; readonly most: string } | null> {
  const { dataValidation } = rangeOf(session.workbook.worksheets.getItem(sheetId), area);
  dataValidation.load("rule");
  await session.sync();
  const { wholeNumber } = dataValidation.rule;
  return wholeNumber
    ? { operator: wholeNumber.operator, least: String(wholeNumber.formula1), most: String(wholeNumber.formula2 ?? "") }
    : null;
}

/** The sheet's charts by name, with how many series each has; two syncs. */
export async function readCharts(
  session: Session,
  sheetId: string,
): Promise<{ readonly name: string; readonly series: number }[]> {
  const charts = session.workbook.worksheets.getItem(sheetId).charts.load("items/name");
  await session.sync();
  const series = charts.items.map((chart) => chart.series.load("items/name"));
  await session.sync();
  return charts.items.map(({ name }, index) => ({ name, series: series[index]!.items.length }));
}

/** Gives a name of the sheet another formula, as staff do in 名称管理器; one sync. */
export async function changeName(session: Session, sheetId: string, name: string, formula: string): Promise<void> {
  session.workbook.worksheets.getItem(sheetId).names.getItem(name).formula = formula;
  await session.sync();
}

/** How Excel has refused a request whose columns stand elsewhere. */
export interface Refusal {
  readonly code: string;
  /** The member that it refused; "" where the error tells none. */
  readonly location: string;
  /** The step that office.js takes for the refused one, without any value; "" where the error tells none. */
  readonly statement: string;
  readonly traces: readonly string[];
  /** Whether an action would know by it that nothing was written. */
  readonly recognised: boolean;
}

/** What stands where it was read: our columns by their names, rows by their words. */
export type Required = Partial<Pick<Standing, "names">> & { readonly landmarks?: readonly Landmark[] };

/**
 * Sends a request that first requires something where it was read, then writes 1 into a cell. Two syncs.
 * @param cell zero-based, blank
 * @returns the refusal, null where there was none, and whether the cell was written
 */
export async function writeBehind(
  session: Session,
  sheetId: string,
  { names, landmarks }: Required,
  cell: { readonly row: number; readonly column: number },
): Promise<{ readonly refusal: Refusal | null; readonly written: boolean }> {
  const sheet = session.workbook.worksheets.getItem(sheetId);
  const at = () => sheet.getRangeByIndexes(cell.row, cell.column, 1, 1);
  let refusal: Refusal | null = null;
  if (names) requirePlaces(sheet, { names });
  if (landmarks) requireTexts(sheet, landmarks);
  at().values = [[1]];
  try {
    await session.write();
  } catch (error) {
    if (!(error instanceof OfficeExtension.Error)) throw error;
    const { code, debugInfo, traceMessages } = error;
    refusal = {
      code,
      location: debugInfo?.errorLocation ?? "",
      statement: debugInfo?.statement ?? "",
      traces: traceMessages ?? [],
      recognised: isElsewhere(error),
    };
  }
  const range = at().load("values");
  await session.sync();
  return { refusal, written: range.values[0]![0] !== "" };
}

/** What Excel says of the change that `work` makes on the sheet; null where it has said nothing after so many milliseconds. */
export async function hearChange(
  session: Session,
  sheetId: string,
  work: () => Promise<unknown>,
  patience: number,
): Promise<{ readonly trigger: string | null } | null> {
  let tell: (change: Excel.WorksheetChangedEventArgs) => void = () => {};
  const told = new Promise<Excel.WorksheetChangedEventArgs>((resolve) => (tell = resolve));
  const registered = session.workbook.worksheets.getItem(sheetId).onChanged.add(async (change) => tell(change));
  await session.sync();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  try {
    await work();
    const silence = new Promise<null>((resolve) => (waiting = setTimeout(() => resolve(null), patience)));
    const change = await Promise.race([told, silence]);
    if (!change) return null;
    return { trigger: supports("1.14") ? (change.triggerSource ?? null) : null };
  } finally {
    clearTimeout(waiting);
    registered.remove();
    await session.sync();
  }
}
