import { isDash } from "../assess/readings";
import type { Rules } from "../assess/rules";
import { BLANK } from "../cells/classify";
import type { Cell } from "../cells/classify";
import { BASES, INDICATORS, descriptorOf } from "../indicators/indicators";
import type { TableColumn } from "../table/headers";
import { isTarget } from "../table/headers";
import type { TaskTable } from "../table/taskTable";
import { RULE_NAMES } from "../wording/sheet";
import { FIGURE_COLUMNS } from "./columns";
import type { ReadColumn } from "./columns";

/** CHAR(160) is another character on a Chinese Windows, and UNICHAR is younger than the other functions here. */
const NO_BREAK_SPACE = "\u00a0";
/** The decimal sign of the machine that calculates: 0.5 turned into text is 0,5 where that is a comma. */
export const DECIMAL_SIGN = "MID(1/2,2,1)";

/**
 * The columns of the sheet that need a column of readings: those with a cell that a formula cannot take as it is (digits typed as text, a
 * dash, white space, a target without per cent sign). All other formulas then refer to the readings, and none has to know of such cells.
 */
export function neededReadings({ columns, departments }: TaskTable, bareTargets: Rules["bareTargets"]): ReadColumn[] {
  return FIGURE_COLUMNS.filter(
    (column) =>
      columns[column] !== undefined && departments.some(({ cells }) => isOdd(cells[column], column, bareTargets)),
  ).map((column) => `${column}Read` as const);
}

/** The formula that reads one cell, `place`. A cell that turns odd later is passed on as it is, and says 数据有误 where it is used. */
export function readingFormula(
  place: string,
  cell: Cell | undefined,
  column: TableColumn,
  bareTargets: Rules["bareTargets"],
): string {
  const plain = `IF(LEN(${place}),${place},"")`;
  if (cell === undefined || !isOdd(cell, column, bareTargets)) return `=${plain}`;
  if (cell.kind === "number" && cell.written === "number")
    return `=IF(LEN(${place}),IF(${place}>1,${place}/100,${place}),"")`;
  if (cell.kind === "number" && !isTarget(column))
    return `=IF(ISNUMBER(${place}),${place},IFERROR(${numberFromText(place, cell)},${plain}))`;
  return `=IF(${place}=${quoted("text" in cell ? (cell.text ?? "") : "")},${meaning(cell, column)},${plain})`;
}

function isOdd(cell: Cell = BLANK, column: TableColumn, bareTargets: Rules["bareTargets"]): boolean {
  if (isDash(cell) || (cell.kind === "blank" && cell.text !== undefined)) return true;
  if (cell.kind === "percent") return isTarget(column) && cell.written === "text" && isWholeBp(cell.value);
  if (cell.kind !== "number") return false;
  if (!isTarget(column)) return cell.written === "text";
  if (cell.value > 1) return bareTargets === "percent";
  return cell.written === "text" && isWholeBp(cell.value);
}

/** A finer fraction is no target, and stays the text that it is. */
function isWholeBp(fraction: number): boolean {
  return Math.abs(fraction * 10_000 - Math.round(fraction * 10_000)) < 1e-6;
}

/** What such a cell stands for: no items, nothing filled in, a target, or the one that holds in place of a dash (note 4). */
function meaning(cell: Cell, column: TableColumn): string {
  if (cell.kind === "blank") return '""';
  if (cell.kind === "number" || cell.kind === "percent") {
    const fraction = cell.kind === "number" && cell.value > 1 ? cell.value / 100 : cell.value;
    return String(Math.round(fraction * 10_000) / 10_000);
  }
  if (Object.values(BASES).some((base) => base.column === column)) return "0";
  const indicator = INDICATORS.find((one) => descriptorOf(one).target === column);
  if (indicator === undefined) return '""';
  return descriptorOf(indicator).absentTarget === "whole" ? "1" : RULE_NAMES.coverageFloor;
}

/**
 * Full-width digits folded, spaces that cannot be seen taken away. VALUE reads as the machine writes, and 1,079.5 has commas in thousands and
 * a decimal point on each machine. NUMBERVALUE would be shorter, and find 0 in a cell that shows nothing.
 */
function numberFromText(place: string, cell: Cell): string {
  if ("text" in cell && /^\d+$/.test(cell.text ?? "")) return `VALUE(${place})`;
  const seen = `TRIM(CLEAN(SUBSTITUTE(ASC(${place}),"${NO_BREAK_SPACE}"," ")))`;
  return `VALUE(SUBSTITUTE(SUBSTITUTE(${seen},",",""),".",${DECIMAL_SIGN}))`;
}

export function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}
