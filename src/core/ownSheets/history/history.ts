import type { Area } from "../../cells/address";
import { serialOf } from "../../cells/dateSystem";
import type { DateSystem } from "../../cells/dateSystem";
import type { RawValue } from "../../cells/grid";
import type { DepartmentRecord, RunRecord } from "../../history/record";
import type { Problem } from "../../problems/problem";
import { HISTORY_HEADERS } from "../../wording/history";
import { HISTORY_SHEET } from "../../wording/ownSheets";
import { asText } from "../../plan/content";
import type { SheetContent } from "../../plan/content";
import { HISTORY_COLUMNS, keyOf, readHistorySheet } from "./historySheet";
import type { HistoryColumn, HistorySheet } from "./historySheet";
import { listHeaderSteps, neighbours } from "../list";
import { MARK_STEP } from "../registry";
import type { PlannedSheet } from "../wholeSheet";
import { listPage } from "../../taskSheet/page";
import type { CellFormat, Step } from "../../plan/sheetPlan";

/** Points; together they fill A4 portrait. */
const WIDTHS: Readonly<Record<HistoryColumn, number>> = {
  day: 66,
  name: 200,
  claimed: 44,
  directoryDone: 48,
  implementationDone: 48,
  required: 48,
  covered: 48,
  officers: 44,
  onboarded: 44,
  deduction: 44,
};
const FORMATS: Readonly<Partial<Record<HistoryColumn, string>>> = { day: "yyyy-mm-dd", deduction: "0.00" };

/** What is written, and what is to be said of it. */
export interface PlannedHistory extends PlannedSheet {
  /** ISO day. */
  readonly day: string;
  /** Names recorded under the same day that the table does not have now: they stay. */
  readonly left: readonly string[];
  /** Rows that could not be read: they stay, and are not taken for the same day's. */
  readonly problems: readonly Problem[];
}

/**
 * Keeps a run in 推进记录: a row of the same day and department is replaced where it is, the others are added below the last one.
 * `standing` is what the sheet holds, null where it does not stand; `dates` what the workbook counts its dates from. Nothing but our own columns is written. Problems where the
 * sheet that stands is not ours or lacks a column.
 */
export function planHistory(
  run: RunRecord,
  standing: SheetContent | null,
  dates: DateSystem = 1900,
): PlannedHistory | readonly Problem[] {
  const fresh = standing === null || standing.cells.length === 0;
  const read = fresh ? FRESH : readHistorySheet(standing, dates);
  if (!("places" in read)) return read;
  const { places, rows, lastRow, problems } = read;
  const day = run.at.slice(0, 10);
  const held = new Map(rows.map((row) => [keyOf(row), row.at]));
  let end = lastRow;
  const lines = run.departments
    .map((department) => ({
      row: held.get(keyOf({ day, name: department.name })) ?? ++end,
      cells: cellsOf(day, department, dates),
    }))
    .sort((a, b) => a.row - b.row);
  const names = new Set(run.departments.map(({ name }) => name.trim()));
  return {
    plan: {
      sheet: HISTORY_SHEET,
      ...(standing === null ? { create: true as const } : {}),
      steps: [...(fresh ? freshSteps(standing === null) : []), ...writing(lines, places)],
      expected: [],
    },
    before: standing,
    day,
    left: rows.filter((row) => row.day === day && !names.has(row.name)).map(({ name }) => name),
    problems,
  };
}

const FRESH: HistorySheet = {
  headerRow: 0,
  places: Object.fromEntries(HISTORY_COLUMNS.map((column, index) => [column, index])) as Record<HistoryColumn, number>,
  rows: [],
  lastRow: 0,
  problems: [],
};

interface Line {
  readonly row: number;
  readonly cells: Readonly<Record<HistoryColumn, RawValue>>;
}

/** Blocks of rows and columns that stand side by side, so that staff's own columns between ours are left alone. */
function writing(lines: readonly Line[], places: HistorySheet["places"]): Step[] {
  const columns = neighbours(
    HISTORY_COLUMNS.map((column) => ({ column, at: places[column] })).sort((a, b) => a.at - b.at),
    ({ at }) => at,
  );
  return neighbours(lines, ({ row }) => row).flatMap((block) =>
    columns.flatMap((side): Step[] => {
      const area: Area = {
        firstRow: block[0]!.row,
        firstColumn: side[0]!.at,
        lastRow: block.at(-1)!.row,
        lastColumn: side.at(-1)!.at,
      };
      return [
        { do: "write", area, formulas: block.map(({ cells }) => side.map(({ column }) => cells[column])) },
        { do: "format", area, format: { borders: "all", vertical: "Center" } },
        ...side.map(({ column, at }): Step => ({
          do: "format",
          area: { ...area, firstColumn: at, lastColumn: at },
          format: look(column),
        })),
      ];
    }),
  );
}

function cellsOf(
  day: string,
  { name, deduction, ...counts }: DepartmentRecord,
  dates: DateSystem,
): Record<HistoryColumn, RawValue> {
  const figures = Object.fromEntries(Object.entries(counts).map(([figure, value]) => [figure, value ?? ""])) as Record<
    Exclude<HistoryColumn, "day" | "name" | "deduction">,
    RawValue
  >;
  return {
    day: serialOf(Date.parse(day), dates),
    name: asText(name.trim()),
    ...figures,
    deduction: deduction === null ? "" : deduction / 100,
  };
}

function look(column: HistoryColumn): CellFormat {
  return {
    ...(FORMATS[column] !== undefined && { numberFormat: FORMATS[column] }),
    horizontal: column === "name" ? "Left" : "Center",
  };
}

/** `made`: the sheet is new, and is marked as ours. */
function freshSteps(made: boolean): Step[] {
  const columns = HISTORY_COLUMNS.map((column) => ({ header: HISTORY_HEADERS[column], width: WIDTHS[column] }));
  return [
    ...(made ? [MARK_STEP] : []),
    ...listHeaderSteps(0, columns, { wrap: true }),
    { do: "rowHeight", first: 0, count: 1, points: 44 },
    { do: "setPage", page: listPage("Portrait", { first: 0, last: 0 }, HISTORY_SHEET) },
  ];
}
