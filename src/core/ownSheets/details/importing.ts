import { serialIn } from "../../cells/dateSystem";
import type { DateSystem } from "../../cells/dateSystem";
import type { RawValue } from "../../cells/grid";
import type { DetailSheet } from "../../detail/detailSheet";
import { contentOf } from "../../detail/importRow";
import type { ImportCell } from "../../detail/importRow";
import type { Merge } from "../../detail/importing";
import { DETAIL_FIELDS } from "../../detail/kinds";
import type { DetailField, DetailKind } from "../../detail/kinds";
import { DETAIL_HEADERS } from "../../wording/detail";
import { asText } from "../../plan/content";
import type { Step } from "../../plan/sheetPlan";
import { neighbours } from "../list";
import { TEMPLATE_HEADER_ROW, templateSteps } from "./templates";

/** A detail sheet of the workbook that an import writes to. */
export interface ImportTarget {
  readonly sheet: DetailSheet;
  /** The first and the last column in which anything stands, zero-based: all between are emptied where rows are replaced. */
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** New rows: codes are text; a date column shows days, 最近登录时间 the time too. */
const FORMATS: Readonly<Partial<Record<DetailField, string>>> = {
  mainCode: "@",
  subCode: "@",
  code: "@",
  caseNumber: "@",
  certificate: "@",
  cases: "0",
  date: "yyyy-mm-dd",
  lastLogin: "yyyy-mm-dd hh:mm",
};
/** What Excel might take for a formula, an error or its own sign for text, even where the format says text. */
const NOT_PLAIN = /^[=+\-@#'\t\r]/;

/** The columns that the files' rows go to: those of the sheet, and behind them those that it has not had so far. */
export interface ImportColumns {
  readonly columns: Readonly<Record<string, number>>;
  readonly added: readonly { readonly field: DetailField; readonly column: number }[];
}

function importColumns(
  kind: DetailKind,
  { sheet, lastColumn }: ImportTarget,
  rows: Iterable<readonly ImportCell[]>,
): ImportColumns {
  const fields: readonly DetailField[] = DETAIL_FIELDS[kind];
  const absent = new Set(
    fields.map((_, index) => index).filter((index) => sheet.columns[fields[index]!] === undefined),
  );
  const needed = new Set<number>();
  if (absent.size > 0)
    for (const cells of rows) for (const index of absent) if ((cells[index] ?? "") !== "") needed.add(index);
  const added = [...needed]
    .sort((a, b) => a - b)
    .map((index, offset) => ({ field: fields[index]!, column: lastColumn + 1 + offset }));
  return {
    columns: { ...sheet.columns, ...Object.fromEntries(added.map(({ field, column }) => [field, column])) },
    added,
  };
}

/** What an import does, its dates as the workbook counts them: rows are held against each other by the serial numbers of a 1900 workbook. */
export function mergeDated(kind: DetailKind, merge: Merge, dates: DateSystem): Merge {
  if (dates === 1900) return merge;
  const content = DETAIL_FIELDS[kind].map((field: DetailField) => contentOf(field));
  const dated = <C extends ImportCell>(cells: readonly C[]): C[] =>
    cells.map((cell, index) =>
      content[index] === "date" && typeof cell === "number" ? (serialIn(dates, cell) as C) : cell,
    );
  return {
    ...merge,
    updates: merge.updates.map(({ row, cells }) => ({ row, cells: dated(cells) })),
    added: merge.added.map(dated),
  };
}

/** The steps that bring the files' rows into a sheet that stands already: changed rows where they are, new ones below the last. */
export function mergeSteps(kind: DetailKind, target: ImportTarget, merge: Merge): Step[] {
  const { sheet } = target;
  const { columns, added } = importColumns(kind, target, [...merge.updates.map(({ cells }) => cells), ...merge.added]);
  const { updates, surplus } = merge;
  const blank = DETAIL_FIELDS[kind].map(() => "");
  const changed = [...updates, ...surplus.map((row) => ({ row, cells: blank }))].sort((a, b) => a.row - b.row);
  const first = changed[0];
  return [
    ...headerSteps(sheet.headerRow, added),
    ...(first ? formatSteps(kind, columns, first.row, changed.at(-1)!.row, { standing: true }) : []),
    ...neighbours(changed, ({ row }) => row).flatMap((rows) =>
      writeSteps(
        kind,
        columns,
        rows[0]!.row,
        rows.map(({ cells }) => cells),
        { standing: true },
      ),
    ),
    ...rowSteps(kind, columns, sheet.lastRow + 1, merge.added),
  ];
}

/** The steps that empty a sheet's rows and put the files' in their place. */
export function replaceSteps(kind: DetailKind, target: ImportTarget, rows: Merge["added"]): Step[] {
  const { sheet, firstColumn, lastColumn } = target;
  const { columns, added } = importColumns(kind, target, rows);
  const firstRow = sheet.headerRow + 1;
  const over = rows.slice(0, sheet.lastRow - sheet.headerRow);
  return [
    ...(sheet.lastRow >= firstRow
      ? [{ do: "clearContents", area: { firstRow, lastRow: sheet.lastRow, firstColumn, lastColumn } } satisfies Step]
      : []),
    ...headerSteps(sheet.headerRow, added),
    ...(over.length > 0
      ? [
          ...formatSteps(kind, columns, firstRow, firstRow + over.length - 1, { standing: true }),
          ...writeSteps(kind, columns, firstRow, over, { standing: true }),
        ]
      : []),
    ...rowSteps(kind, columns, firstRow + over.length, rows.slice(over.length)),
  ];
}

/** The steps that make a blank sheet a detail sheet with these rows. */
export function newSheetSteps(kind: DetailKind, rows: Merge["added"]): Step[] {
  const columns = Object.fromEntries(DETAIL_FIELDS[kind].map((field, column) => [field, column]));
  return [...templateSteps(kind), ...rowSteps(kind, columns, TEMPLATE_HEADER_ROW + 1, rows)];
}

/** New rows from this one on, with their formats. */
function rowSteps(kind: DetailKind, columns: ImportColumns["columns"], firstRow: number, rows: Merge["added"]): Step[] {
  if (rows.length === 0) return [];
  return [
    ...formatSteps(kind, columns, firstRow, firstRow + rows.length - 1, { standing: false }),
    ...writeSteps(kind, columns, firstRow, rows, { standing: false }),
  ];
}

function headerSteps(row: number, added: ImportColumns["added"]): Step[] {
  return added.map(({ field, column }) => ({
    do: "write",
    area: { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column },
    formulas: [[DETAIL_HEADERS[field]]],
  }));
}

/** Rows that stand keep their formats but for dates and counts: what is undone would come back as text. */
function formatSteps(
  kind: DetailKind,
  columns: ImportColumns["columns"],
  firstRow: number,
  lastRow: number,
  { standing }: { standing: boolean },
): Step[] {
  return DETAIL_FIELDS[kind].flatMap((field: DetailField): Step[] => {
    const [column, numberFormat] = [columns[field], FORMATS[field]];
    if (column === undefined || numberFormat === undefined || (standing && numberFormat === "@")) return [];
    return [
      { do: "format", area: { firstRow, lastRow, firstColumn: column, lastColumn: column }, format: { numberFormat } },
    ];
  });
}

/** One write for each stretch of neighbouring columns: what stands between them is not ours. */
function writeSteps(
  kind: DetailKind,
  columns: ImportColumns["columns"],
  firstRow: number,
  rows: readonly (readonly ImportCell[])[],
  { standing }: { standing: boolean },
): Step[] {
  const placed = DETAIL_FIELDS[kind]
    .flatMap((field: DetailField, index) =>
      columns[field] === undefined
        ? []
        : [{ index, column: columns[field], textual: !standing && FORMATS[field] === "@" }],
    )
    .sort((a, b) => a.column - b.column);
  return neighbours(placed, ({ column }) => column).map((stretch) => ({
    do: "write",
    area: {
      firstRow,
      lastRow: firstRow + rows.length - 1,
      firstColumn: stretch[0]!.column,
      lastColumn: stretch.at(-1)!.column,
    },
    formulas: rows.map((cells) => stretch.map(({ index, textual }) => written(cells[index] ?? "", textual))),
  }));
}

/** As it is handed to Excel: text that it would read as something else gets the apostrophe that keeps it text. */
function written(cell: string | number, textual: boolean): RawValue {
  if (typeof cell === "number") return cell;
  if (textual) return NOT_PLAIN.test(cell) ? `'${cell}` : cell;
  return asText(cell);
}
