import { columnLetters } from "../core/cells/address";
import type { Area } from "../core/cells/address";
import type { RawValue } from "../core/cells/grid";
import { MARKS } from "../core/taskSheet/highlights";
import type { MarkStyle } from "../core/taskSheet/highlights";
import type { CellFormat, Expected, Mark, SheetPlan, Step, WholeNumberRule } from "../core/plan/sheetPlan";
import { INPUT_HELP } from "../core/wording/sheet";
import { addChart } from "./charts";
import { addDataBar } from "./dataBars";
import { rangeOf } from "./places";
import type { Holding } from "./guard";
import { writeMemory } from "./memory";
import { asOwnWrite } from "./ownWrites";
import { setPage } from "./page";
import { Cancelled } from "./readRows";
import { CHARACTERS_A_SYNC } from "./requestSize";
import type { Session } from "./session";
import { supports } from "./support";

/** What a format takes in a request, in characters of three bytes: an action for each property, and for each of the edges and their properties. */
const A_FORMAT = 200;
const A_FORMAT_WITH_BORDERS = 1_300;
const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;
const BLACK = "#000000";
/** Excel takes no longer list of words, and calls files that hold one damaged. */
const LONGEST_LIST = 255;

/** What Excel shows after writing, beside what was expected. */
export interface Shown extends Expected {
  readonly shown: readonly (readonly RawValue[])[];
}

export interface Applying {
  readonly calculate?: boolean;
  /** Told after each request of a plan that takes several: how much is written, 0 to 1. */
  readonly onWritten?: ((share: number) => void) | undefined;
  /** Asked before each request. */
  readonly cancelled?: (() => boolean) | undefined;
  /** What the first request does before any step. */
  readonly first?: ((sheet: Excel.Worksheet) => void) | undefined;
  /** Holds the sheet in its place between requests. */
  readonly between?: Holding | undefined;
}

/**
 * Takes the plan's steps in order and reads back the cells that it expects something of: one sync, or one for every
 * 1.5 million characters of a large table. Throws `Cancelled` where the person stops it between two of them.
 */
export function applyPlan(session: Session, plan: SheetPlan, applying: Applying = {}): Promise<Shown[]> {
  return asOwnWrite(() => apply(session, plan, applying));
}

async function apply(
  session: Session,
  plan: SheetPlan,
  { calculate = false, onWritten, cancelled, first, between }: Applying,
): Promise<Shown[]> {
  if (cancelled?.()) throw new Cancelled();
  const { worksheets } = session.workbook;
  const sheet = plan.create ? worksheets.add(plan.sheet) : worksheets.getItem(plan.sheet);
  const begin = () => session.workbook.application.suspendScreenUpdatingUntilNextSync();
  begin();
  first?.(sheet);
  const sized = plan.steps.flatMap(inBlocks).map((step) => ({ step, size: sizeOf(step) }));
  const all = sized.reduce((sum, { size }) => sum + size, 0);
  let waiting = 0;
  let written = 0;
  for (const { step, size } of sized) {
    if (waiting > 0 && waiting + size > CHARACTERS_A_SYNC) {
      between?.end(sheet);
      await session.write();
      between?.check();
      written += waiting;
      onWritten?.(written / all);
      if (cancelled?.()) throw new Cancelled();
      begin();
      between?.begin(sheet);
      waiting = 0;
    }
    waiting += size;
    take(session, sheet, step);
  }
  if (calculate) session.workbook.application.calculate("Recalculate");
  const ranges = plan.expected.map(({ area }) => rangeOf(sheet, area).load("values"));
  await session.write();
  between?.check();
  onWritten?.(1);
  return plan.expected.map((expected, index) => ({ ...expected, shown: ranges[index]!.values }));
}

/** A large write in blocks of rows that each fit into a request. */
function inBlocks(step: Step): Step[] {
  if (step.do !== "write" || characters(step.formulas) <= CHARACTERS_A_SYNC) return [step];
  const rows = Math.max(1, Math.floor((step.formulas.length * CHARACTERS_A_SYNC) / characters(step.formulas)));
  return Array.from({ length: Math.ceil(step.formulas.length / rows) }, (_, block): Step => {
    const formulas = step.formulas.slice(block * rows, (block + 1) * rows);
    const firstRow = step.area.firstRow + block * rows;
    return { ...step, formulas, area: { ...step.area, firstRow, lastRow: firstRow + formulas.length - 1 } };
  });
}

/** Characters of a request that a step takes, more or less; most take some hundred, and are few. */
function sizeOf(step: Step): number {
  switch (step.do) {
    case "write":
      return characters(step.formulas);
    case "format":
      return step.format.borders === undefined ? A_FORMAT : A_FORMAT_WITH_BORDERS;
    case "remember":
      return JSON.stringify(step.memory).length;
    default:
      return 0;
  }
}

function characters(formulas: readonly (readonly RawValue[])[]): number {
  return formulas.reduce((sum, row) => sum + row.reduce<number>((length, cell) => length + String(cell).length, 0), 0);
}

function take({ workbook }: Session, sheet: Excel.Worksheet, step: Step): void {
  switch (step.do) {
    case "insertColumns":
      columns(sheet, step.before, step.count).insert("Right");
      return;
    case "deleteColumns":
      columns(sheet, step.first, step.count).delete("Left");
      return;
    case "nameCell":
      // Hiding works right after adding; on names that stood before it has failed.
      sheet.names.add(step.name, sheet.getRangeByIndexes(step.row, step.column, 1, step.columns ?? 1)).visible = false;
      return;
    case "deleteName":
      sheet.names.getItem(step.name).delete();
      return;
    case "nameRule":
      sheet.names.add(step.name, `=${step.value}`);
      return;
    case "write":
      rangeOf(sheet, step.area).formulas = step.formulas.map((row) => [...row]);
      return;
    case "fillDown":
      rangeOf(sheet, { ...step.area, firstRow: step.area.firstRow + 1 }).copyFrom(
        rangeOf(sheet, { ...step.area, lastRow: step.area.firstRow }),
        "Formulas",
      );
      return;
    case "format":
      format(rangeOf(sheet, step.area), step.area, step.format);
      return;
    case "clearRules":
      rangeOf(sheet, step.area).conditionalFormats.clearAll();
      rangeOf(sheet, step.area).dataValidation.clear();
      return;
    case "width":
      columns(sheet, step.first, step.count).format.columnWidth = step.points;
      return;
    case "hideColumns":
      columns(sheet, step.first, step.count).columnHidden = step.hidden;
      return;
    case "groupColumns":
      if (supports("1.10")) columns(sheet, step.first, step.count).group("ByColumns");
      return;
    case "validate":
      validate(rangeOf(sheet, step.area), step.rule);
      return;
    case "highlight":
      highlight(rangeOf(sheet, step.area), step.mark, step.formula);
      return;
    case "removeHighlights":
      for (const id of step.ids) sheet.getRange().conditionalFormats.getItem(id).delete();
      return;
    case "merge":
      rangeOf(sheet, step.area).merge();
      return;
    case "unmerge":
      rangeOf(sheet, step.area).unmerge();
      return;
    case "validateList":
      validateList(rangeOf(sheet, step.area), step.words, step.message);
      return;
    case "clearContents":
      rangeOf(sheet, step.area).clear("Contents");
      return;
    case "freezeRows":
      sheet.freezePanes.freezeRows(step.count);
      return;
    case "autofitRows":
      sheet.getRange(`${step.first + 1}:${step.first + step.count}`).format.autofitRows();
      return;
    case "rowHeight":
      sheet.getRange(`${step.first + 1}:${step.first + step.count}`).format.rowHeight = step.points;
      return;
    case "dataBar":
      addDataBar(rangeOf(sheet, step.area), step.color);
      return;
    case "chart":
      addChart(sheet, step.chart);
      return;
    case "deleteCharts":
      for (const name of step.names) sheet.charts.getItemOrNullObject(name).delete();
      return;
    case "showGridlines":
      sheet.showGridlines = step.shown;
      return;
    case "activate":
      sheet.activate();
      return;
    case "setPage":
      setPage(sheet, step.page);
      return;
    case "remember":
      writeMemory(workbook, step.memory);
      return;
  }
}

function columns(sheet: Excel.Worksheet, first: number, count: number): Excel.Range {
  return sheet.getRange(`${columnLetters(first)}:${columnLetters(first + count - 1)}`);
}

function format(range: Excel.Range, area: Area, wanted: CellFormat): void {
  const { format } = range;
  // One value for all cells of the range.
  if (wanted.numberFormat !== undefined) range.numberFormat = wanted.numberFormat as unknown as string[][];
  if (wanted.noFill) format.fill.clear();
  if (wanted.fill !== undefined) format.fill.color = wanted.fill;
  if (wanted.bold !== undefined) format.font.bold = wanted.bold;
  if (wanted.color !== undefined) format.font.color = wanted.color;
  if (wanted.fontName !== undefined) format.font.name = wanted.fontName;
  if (wanted.fontSize !== undefined) format.font.size = wanted.fontSize;
  if (wanted.horizontal !== undefined) format.horizontalAlignment = wanted.horizontal;
  if (wanted.vertical !== undefined) format.verticalAlignment = wanted.vertical;
  if (wanted.indent !== undefined) format.indentLevel = wanted.indent;
  if (wanted.wrap !== undefined) format.wrapText = wanted.wrap;
  if (wanted.borders === undefined) return;
  const inside = [
    ...(area.firstRow < area.lastRow ? ["InsideHorizontal" as const] : []),
    ...(area.firstColumn < area.lastColumn ? ["InsideVertical" as const] : []),
  ];
  for (const edge of [...EDGES, ...inside]) {
    const border = format.borders.getItem(edge);
    border.style = wanted.borders === "all" ? "Continuous" : "None";
    if (wanted.borders === "all") {
      border.weight = "Thin";
      border.color = BLACK;
    }
  }
}

function validate(range: Excel.Range, { least, most, message }: WholeNumberRule): void {
  const { dataValidation } = range;
  dataValidation.rule = {
    wholeNumber:
      most === null
        ? { formula1: least, operator: "GreaterThanOrEqualTo" }
        : { formula1: least, formula2: most, operator: "Between" },
  };
  dataValidation.ignoreBlanks = true;
  dataValidation.errorAlert = { title: INPUT_HELP.title, message, style: "Stop", showAlert: true };
}

function validateList(range: Excel.Range, words: readonly string[], message: string): void {
  const source = words.join(",");
  if (source.length > LONGEST_LIST) throw new Error(`a list of ${source.length} characters`);
  const { dataValidation } = range;
  dataValidation.rule = { list: { inCellDropDown: true, source } };
  dataValidation.ignoreBlanks = true;
  dataValidation.errorAlert = { title: INPUT_HELP.listTitle, message, style: "Warning", showAlert: true };
}

function highlight(range: Excel.Range, mark: Mark, formula: string): void {
  const style: MarkStyle = MARKS[mark];
  const { rule, format } = range.conditionalFormats.add("Custom").custom;
  rule.formula = formula;
  format.fill.color = style.fill;
  if (style.color) format.font.color = style.color;
  if (style.bold) format.font.bold = true;
  if (style.dashedEdge) {
    for (const edge of EDGES) {
      const border = format.borders.getItem(edge);
      border.style = "Dash";
      border.color = style.dashedEdge;
    }
  }
}
