import { cellAddress, columnLetters } from "../cells/address";
import { plainText } from "../cells/classify";
import type { CellGrid } from "../cells/grid";
import { problem } from "../problems/catalogue";
import type { Problem } from "../problems/problem";
import { ACTUAL_HEADERS, SOURCE_HEADERS } from "../wording/sheet";
import { readBody } from "./body";
import { findHeader, headerText } from "./header";
import type { Header, KnownColumns } from "./header";
import { NEEDED_COLUMNS, isTarget } from "./headers";
import type { TableColumn } from "./headers";
import { statedPeriod } from "./period";
import type { ColumnChoice, RecognisedColumn } from "./recognisedColumns";
import type { TaskTable } from "./taskTable";

/** Either the table, or why this sheet's table cannot be used; null where the sheet has none at all. */
export type Recognition = ({ readonly table: TaskTable } | { readonly table: null }) & {
  readonly problems: readonly Problem[];
  /** The headed columns, left to right; ours are not among them. */
  readonly columns: readonly RecognisedColumn[];
};

/**
 * Finds the task table by its words, wherever it stands.
 * `own` are the columns that the add-in has written: they are not looked for by their words.
 * `choices` are what a person has said of columns, in the places that `placeWithoutOurs` tells; they come before the words.
 */
export function recognise(
  grid: CellGrid,
  own: KnownColumns = new Map(),
  choices: readonly ColumnChoice[] = [],
): Recognition | null {
  const header = findHeader(grid, own, choices);
  if (!header) return null;
  const columns = recognisedColumns(grid, header, own);
  const lost = lostChoices(grid.sheet, header, own);
  const missing = NEEDED_COLUMNS.filter((column) => header.columns[column] === undefined);
  if (missing.length > 0) {
    const at = cellAddress(header.lastRow, header.firstColumn);
    return {
      table: null,
      columns,
      problems: [
        ...missing.map((column) =>
          problem("COLUMN_MISSING", { sheet: grid.sheet, address: at }, { column: SOURCE_HEADERS[column] }),
        ),
        ...lost,
      ],
    };
  }
  const doubled = header.twice.filter(({ column }) => isTarget(column));
  if (doubled.length > 0) {
    const places = (column: TableColumn, at: number) =>
      [header.columns[column]!, at].map((place) => `${columnLetters(place)} 列`).join("和");
    return {
      table: null,
      columns,
      problems: doubled
        .map(({ column, row, at }) =>
          problem(
            "COLUMN_AMBIGUOUS",
            { sheet: grid.sheet, address: cellAddress(row, at) },
            { column: plainText(header.words[column] ?? ""), places: places(column, at) },
          ),
        )
        .concat(lost),
    };
  }
  const { departments, aggregates, notes, ignored } = readBody(grid, header);
  if (departments.length === 0) {
    return {
      table: null,
      columns,
      problems: [
        problem("NO_DEPARTMENTS", { sheet: grid.sheet, address: cellAddress(header.lastRow, header.firstColumn) }),
      ],
    };
  }
  const rows = [...departments, ...aggregates].map(({ row }) => row);
  const title = findTitle(grid, header);
  const table: TaskTable = {
    sheet: grid.sheet,
    title,
    period: title && statedPeriod(title.text),
    headerRows: { first: header.firstRow, last: header.lastRow },
    firstColumn: header.firstColumn,
    lastColumn: header.lastColumn,
    columns: header.columns as TaskTable["columns"],
    departments,
    aggregates,
    body: { first: Math.min(...minMax(rows)), last: Math.max(...minMax(rows)) },
    notes,
  };
  return { table, columns, problems: [...lost, ...twice(grid.sheet, header), ...ignored] };
}

/** Every headed column from the table's first to its last, ours left out. */
function recognisedColumns(grid: CellGrid, header: Header, own: KnownColumns): RecognisedColumn[] {
  const taken = new Map(Object.entries(header.columns).map(([column, at]) => [at, column as TableColumn]));
  const doubles = new Map(header.twice.map(({ column, at }) => [at, column]));
  return Array.from({ length: header.lastColumn - header.firstColumn + 1 }, (_, index) => header.firstColumn + index)
    .filter((at) => !own.has(at))
    .map((at) => {
      const double = doubles.get(at);
      const text = headerText(grid, header.firstRow - grid.firstRow, header.lastRow - grid.firstRow, at);
      return {
        at,
        header: text,
        column: taken.get(at) ?? null,
        chosen: header.choices.placed.has(at),
        ...(double && { double }),
      };
    })
    .filter(({ header: text }) => text !== "");
}

/** What a person has said of columns that are not here; nothing is lost where the column is known without it. */
function lostChoices(sheet: string, { columns, firstColumn, lastRow, choices }: Header, own: KnownColumns): Problem[] {
  const found = (column: TableColumn) => columns[column] !== undefined && !own.has(columns[column]);
  return choices.lost.flatMap(({ column, header }) =>
    column === null || found(column)
      ? []
      : [
          problem(
            "COLUMN_CHOICE_LOST",
            { sheet, address: cellAddress(lastRow, firstColumn) },
            { header, column: { ...SOURCE_HEADERS, ...ACTUAL_HEADERS }[column] },
          ),
        ],
  );
}

/** Only the ends: a spread of thousands of rows would not fit on the stack. */
function minMax(rows: readonly number[]): [number, number] {
  return rows.reduce<[number, number]>(
    ([low, high], row) => [Math.min(low, row), Math.max(high, row)],
    [Infinity, -Infinity],
  );
}

function twice(sheet: string, header: Header): Problem[] {
  return header.twice.map(({ column, row, at }) =>
    problem(
      "HEADER_TWICE",
      { sheet, address: cellAddress(row, at) },
      { column: plainText(header.words[column] ?? ""), used: `${columnLetters(header.columns[column]!)} 列` },
    ),
  );
}

/** The heading above the table: the lowest row that speaks of a task or a period, else the lowest with any text. */
function findTitle(grid: CellGrid, header: Header): TaskTable["title"] {
  let nearest: TaskTable["title"] = null;
  for (let row = header.firstRow - 1; row >= grid.firstRow; row--) {
    const text = firstText(grid, row);
    if (!text) continue;
    if (/任务表|推进表|监管|指标/.test(text) || statedPeriod(text)) return { row, text };
    nearest ??= { row, text };
  }
  return nearest;
}

function firstText(grid: CellGrid, row: number): string | undefined {
  return grid.values[row - grid.firstRow]?.map((value) => plainText(String(value))).find((text) => text !== "");
}
