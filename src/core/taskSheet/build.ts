import type { Area } from "../cells/address";
import { cellAddress } from "../cells/address";
import { BASES, INDICATORS, descriptorOf } from "../indicators/indicators";
import type { TableColumn } from "../table/headers";
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
import type { CellFormat, Step } from "../plan/sheetPlan";

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
      ...alike(columns, widthOf).map(({ from, count }): Step => ({
        do: "width",
        first: first + from,
        count,
        points: widthOf(columns[from]!),
      })),
      ...bodyFormats(columns, first, body.first, body.last),
      ...runs(own, columns.filter(isBasis)).flatMap(({ first: at, columns: { length: count } }): Step[] => [
        { do: "groupColumns", first: at, count },
        { do: "hideColumns", first: at, count, hidden: true },
      ]),
    ];
  });
}

/** No step of a format contradicts another: on a row that has it already, a request that stops midway changes nothing. */
const BODY = { vertical: "Center", borders: "all", noFill: true, color: "#000000" } as const;

function bodyFormats(columns: readonly OwnColumn[], first: number, firstRow: number, lastRow: number): Step[] {
  return alike(columns, (column) => JSON.stringify(bodyFormat(column))).map(({ from, count }): Step => ({
    do: "format",
    area: { firstRow, firstColumn: first + from, lastRow, lastColumn: first + from + count - 1 },
    format: bodyFormat(columns[from]!),
  }));
}

/** What stands behind the results is not wrapped: nothing of it makes a row higher. */
function bodyFormat(column: OwnColumn): CellFormat {
  const own = {
    numberFormat: numberFormatOf(column),
    horizontal: "Center",
    bold: column === "deduction",
    wrap: !isBasis(column),
  } as const;
  return column === "remark" ? { ...own, horizontal: "Left", fontSize: REMARK_FONT } : own;
}

/** Neighbours that are the same in something, as index and number of each group. */
function alike(columns: readonly OwnColumn[], of: (column: OwnColumn) => unknown): { from: number; count: number }[] {
  const groups: { from: number; count: number }[] = [];
  columns.forEach((column, index) => {
    const group = groups.at(-1);
    if (group && of(columns[group.from]!) === of(column)) group.count++;
    else groups.push({ from: index, count: 1 });
  });
  return groups;
}

/** Formats rows (zero-based, first to last) that staff have added to the table since our columns were made. */
export function newRowSteps(own: OwnPlaces, first: number, last: number): Step[] {
  return runs(own, OWN_COLUMNS).flatMap(({ first: left, columns }): Step[] => [
    {
      do: "format",
      area: { firstRow: first, firstColumn: left, lastRow: last, lastColumn: left + columns.length - 1 },
      format: BODY,
    },
    ...bodyFormats(columns, left, first, last),
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
  // A limit that is not a plain number yet (blank, digits as text) keeps nobody from filling in; the run checks it.
  const number = (column: TableColumn, otherwise: string | number): string => {
    const at = table.columns[column];
    return at === undefined ? String(otherwise) : `IF(ISNUMBER(${cell(at)}),${cell(at)},${otherwise})`;
  };
  const limitOf = (column: InputColumn): { most: string | null; message: string } => {
    const indicator = INDICATORS.find((one) => descriptorOf(one).done === column);
    if (indicator === undefined) return { most: null, message: INPUT_HELP.officersRejected };
    const { base, due } = descriptorOf(indicator);
    const [over, whole] = [due !== null && table.columns[due] !== undefined ? due : null, BASES[base].column];
    if (over === null && table.columns[whole] === undefined)
      return { most: null, message: INPUT_HELP.officersRejected };
    const most = number(whole, UNKNOWN_YET);
    const header = { ...SOURCE_HEADERS, ...ACTUAL_HEADERS }[over ?? whole];
    return { most: `=${over === null ? most : number(over, most)}`, message: INPUT_HELP.rejected(header) };
  };
  return OWN_COLUMNS.filter(isInput).flatMap((column): Step[] => {
    const at = own[column];
    if (at === undefined) return [];
    return [
      {
        do: "validate",
        area: { firstRow: first, firstColumn: at, lastRow: last, lastColumn: at },
        rule: { least: 0, ...limitOf(column) },
      },
    ];
  });
}
