import type { Mark } from "../../plan/sheetPlan";
import { hasBars } from "../../taskSheet/state";
import { LEGEND, PRINTED } from "../../wording/printSheet";
import type { StandingSheet } from "../wholeSheet";
import { shownAt } from "./printCells";
import { PRINTED_FORMS } from "./printColumns";
import type { PrintedColumn } from "./printColumns";
import { ROWS } from "./printLayout";
import type { PrintRows } from "./printLayout";

const FORMS = Object.keys(PRINTED_FORMS) as (keyof typeof PRINTED_FORMS)[];

/** What the rows of 打印版 are as it stands, told from its words; null where staff have changed its header. */
export function printRowsOf({ state }: StandingSheet): PrintRows | null {
  const { grid } = state;
  const text = (row: number, column: number) => String(shownAt(grid, row, column));
  const headers: string[] = [];
  for (let column = 0; column < grid.firstColumn + (grid.values[0]?.length ?? 0); column++) {
    const header = text(ROWS.headers, column) || text(ROWS.groups, column);
    if (header !== "") headers.push(header);
  }
  const form = FORMS.find((one) => columnsOf(headers, one).length === headers.length);
  const columns = form ? columnsOf(headers, form) : [];
  const at = (column: PrintedColumn) => columns.indexOf(column);
  // Behind the table stand the legend and the note.
  const end = lastRowWith(PRINTED.note, state) - 2;
  if (!form || at("department") < 0 || at("remark") < 0 || end < ROWS.body) return null;
  const rows = Array.from({ length: end - ROWS.body + 1 }, (_, index) => ROWS.body + index);
  const targets = columns.flatMap((column, index) => (column.endsWith("Target") ? [index] : []));
  const isWhole = (row: number, column: number) => {
    const target = shownAt(grid, row, column);
    return typeof target !== "number" || Math.abs(target * 100 - Math.round(target * 100)) < 1e-9;
  };
  const legend = columns.map((_, column) => text(end + 1, column));
  return {
    form,
    paper: state.page.paperSize === "A3" ? "A3" : "A4",
    columns,
    end,
    sums: rows.filter((row) => text(row, at("remark")) === ""),
    title: text(ROWS.title, 0),
    names: rows.map((row) => text(row, at("department"))),
    remarks: rows.map((row) => text(row, at("remark"))),
    wholeTargets: rows.every((row) => targets.every((column) => isWhole(row, column))),
    marks: (Object.keys(LEGEND) as Mark[]).filter((mark) => legend.includes(LEGEND[mark])),
    bars: hasBars(state),
  };
}

/** The last row of which the first cell says this; -1 where none does. */
function lastRowWith(text: string, { grid }: StandingSheet["state"]): number {
  const rows = grid.values.map((_, index) => grid.firstRow + index);
  return rows.reverse().find((row) => shownAt(grid, row, 0) === text) ?? -1;
}

/** The columns of a form that bear these headers, in its order. */
function columnsOf(headers: readonly string[], form: keyof typeof PRINTED_FORMS): PrintedColumn[] {
  return PRINTED_FORMS[form].columns.filter((column) => headers.includes(PRINTED_FORMS[form].headers[column]!));
}
