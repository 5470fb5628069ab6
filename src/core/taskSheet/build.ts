import type { Area } from "../cells/address";
import { cellAddress } from "../cells/address";
import type { TaskTable } from "../table/taskTable";
import {
  ACTUAL_GROUP,
  ACTUAL_HEADERS,
  BASIS_GROUP,
  COMPUTED_GROUP,
  INPUT_HELP,
  SOURCE_HEADERS,
} from "../wording/sheet";
import {
  BASIS_COLUMNS,
  OWN_COLUMNS,
  RESULT_COLUMNS,
  headerOf,
  isBasis,
  isInput,
  numberFormatOf,
  widthOf,
} from "./columns";
import type { InputColumn, OwnColumn } from "./columns";
import type { OwnPlaces } from "./layout";
import { columnName } from "./names";
import type { Step } from "../plan/sheetPlan";

const LAST_ROW = 1_048_575;
/** Two lines of it find room in a row of 24 points. */
const REMARK_FONT = 9;
const UNKNOWN_YET = 999_999;

/** Own columns that stand side by side, as [first zero-based column, columns]. */
export function runs(own: OwnPlaces, wanted: readonly OwnColumn[]): { first: number; columns: OwnColumn[] }[] {
  const placed = wanted.filter((column) => own[column] !== undefined).sort((a, b) => own[a]! - own[b]!);
  const found: { first: number; columns: OwnColumn[] }[] = [];
  for (const column of placed) {
    const run = found.at(-1);
    if (run && run.first + run.columns.length === own[column]) run.columns.push(column);
    else found.push({ first: own[column]!, columns: [column] });
  }
  return found;
}

/** Makes freshly inserted columns look like the table and names them. */
export function buildSteps(table: TaskTable, own: OwnPlaces, fresh: readonly OwnColumn[]): Step[] {
  const { headerRows, body } = table;
  return runs(own, fresh).flatMap(({ first, columns }) => {
    const last = first + columns.length - 1;
    const rows = (firstRow: number, lastRow: number): Area => ({
      firstRow,
      firstColumn: first,
      lastRow,
      lastColumn: last,
    });
    return [
      ...columns.map((column, index): Step => ({
        do: "nameCell",
        name: columnName(column),
        row: headerRows.last,
        column: first + index,
      })),
      { do: "clearRules", area: rows(0, LAST_ROW) },
      {
        do: "format",
        area: rows(headerRows.first, headerRows.last),
        format: {
          horizontal: "Center",
          vertical: "Center",
          wrap: true,
          borders: "all",
          noFill: true,
          numberFormat: "General",
        },
      },
      { do: "format", area: rows(body.first, body.last), format: BODY },
      ...columns.flatMap((column, index): Step[] => [
        { do: "width", first: first + index, count: 1, points: widthOf(column) },
        bodyFormat(column, first + index, body.first, body.last),
      ]),
      ...runs(own, columns.filter(isBasis)).flatMap(({ first: at, columns: { length: count } }): Step[] => [
        { do: "groupColumns", first: at, count },
        { do: "hideColumns", first: at, count, hidden: true },
      ]),
    ];
  });
}

/** No step of a format contradicts another: on a row that has it already, a request that stops midway changes nothing. */
const BODY = { vertical: "Center", wrap: true, borders: "all", noFill: true, color: "#000000" } as const;

function bodyFormat(column: OwnColumn, at: number, firstRow: number, lastRow: number): Step {
  const own = { numberFormat: numberFormatOf(column), horizontal: "Center", bold: false } as const;
  const format =
    column === "remark"
      ? ({ ...own, horizontal: "Left", fontSize: REMARK_FONT } as const)
      : column === "deduction"
        ? { ...own, bold: true }
        : own;
  return { do: "format", area: { firstRow, firstColumn: at, lastRow, lastColumn: at }, format };
}

/** Formats rows (zero-based, first to last) that staff have added to the table since our columns were made. */
export function newRowSteps(own: OwnPlaces, first: number, last: number): Step[] {
  return runs(own, OWN_COLUMNS).flatMap(({ first: left, columns }): Step[] => [
    {
      do: "format",
      area: { firstRow: first, firstColumn: left, lastRow: last, lastColumn: left + columns.length - 1 },
      format: BODY,
    },
    ...columns.map((column, index) => bodyFormat(column, left + index, first, last)),
  ]);
}

const GROUPS = [
  { label: ACTUAL_GROUP, members: OWN_COLUMNS.filter(isInput) },
  { label: COMPUTED_GROUP, members: RESULT_COLUMNS },
  { label: BASIS_GROUP, members: BASIS_COLUMNS },
];

/** The header cells of our columns: the group over each run in the upper row, the column's own in the lowest. */
export function headerSteps(table: TaskTable, own: OwnPlaces): Step[] {
  const { first: top, last: bottom } = table.headerRows;
  return GROUPS.flatMap(({ label, members }) =>
    runs(own, members).flatMap(({ first, columns }): Step[] => {
      const formulas = Array.from({ length: bottom - top + 1 }, (_, offset) => {
        if (top + offset === bottom) return columns.map(headerOf);
        return columns.map((_column, position) => (offset === 0 && position === 0 ? label : ""));
      });
      return [
        {
          do: "write",
          area: { firstRow: top, firstColumn: first, lastRow: bottom, lastColumn: first + columns.length - 1 },
          formulas,
        },
      ];
    }),
  );
}

/** Group headers stand across their columns, not merged: staff can still move and delete single columns. */
export function groupSteps({ headerRows }: TaskTable, own: OwnPlaces): Step[] {
  if (headerRows.first === headerRows.last) return [];
  return GROUPS.flatMap(({ members }) =>
    runs(own, members).map(({ first, columns }): Step => ({
      do: "format",
      area: {
        firstRow: headerRows.first,
        firstColumn: first,
        lastRow: headerRows.first,
        lastColumn: first + columns.length - 1,
      },
      format: { horizontal: "CenterAcrossSelection" },
    })),
  );
}

/** Whole-number validation of our input columns; other people's input columns are left alone. */
export function validationSteps(table: TaskTable, own: OwnPlaces): Step[] {
  const { first, last } = table.body;
  const cell = (column: number) => `$${cellAddress(first, column)}`;
  const { claimed, directoryDue: due, officers } = table.columns;
  // A limit that is not a plain number yet (blank, digits as text) keeps nobody from filling in; the run checks it.
  const number = (column: number, otherwise: string | number) =>
    `IF(ISNUMBER(${cell(column)}),${cell(column)},${otherwise})`;
  const upToClaimed = {
    most: `=${number(claimed, UNKNOWN_YET)}`,
    message: INPUT_HELP.rejected(SOURCE_HEADERS.claimed),
  };
  const upToDue =
    due === undefined
      ? upToClaimed
      : {
          most: `=${number(due, number(claimed, UNKNOWN_YET))}`,
          message: INPUT_HELP.rejected(ACTUAL_HEADERS.directoryDue),
        };
  const noLimit = { most: null, message: INPUT_HELP.officersRejected };
  const upToOfficers =
    officers === undefined
      ? noLimit
      : { most: `=${number(officers, UNKNOWN_YET)}`, message: INPUT_HELP.rejected(ACTUAL_HEADERS.officers) };
  const limits: Record<InputColumn, { most: string | null; message: string }> = {
    directoryDone: upToDue,
    implementationDone: upToClaimed,
    covered: upToClaimed,
    officers: noLimit,
    onboarded: upToOfficers,
  };
  return OWN_COLUMNS.filter(isInput).flatMap((column): Step[] => {
    const at = own[column];
    if (at === undefined) return [];
    return [
      {
        do: "validate",
        area: { firstRow: first, firstColumn: at, lastRow: last, lastColumn: at },
        rule: { least: 0, ...limits[column] },
      },
    ];
  });
}
