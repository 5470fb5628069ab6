import type { Area } from "../../cells/address";
import { cellAddress } from "../../cells/address";
import type { RawValue } from "../../cells/grid";
import { problem } from "../../problems/catalogue";
import type { Problem } from "../../problems/problem";
import { RECTIFICATION_SHEET } from "../../wording/ownSheets";
import {
  ENDINGS,
  RECTIFICATION_HEADERS,
  RECTIFICATION_INDICATORS,
  listTitle,
  maskedSubject,
} from "../../wording/rectification";
import { areaOf, asText } from "../../plan/content";
import type { SheetContent } from "../../plan/content";
import { findListHeader, listHeaderSteps, textOf } from "../list";
import { lifted, placed } from "../../plan/movedFormulas";
import { MARK_STEP } from "../registry";
import type { PlannedSheet } from "../wholeSheet";
import { gapKey } from "./entries";
import type { Entries, Entry } from "./entries";
import { listPage } from "../../taskSheet/page";
import type { Step } from "../../plan/sheetPlan";

export type ListColumn = keyof typeof RECTIFICATION_HEADERS;
const LIST_COLUMNS = Object.keys(RECTIFICATION_HEADERS) as ListColumn[];
const HEADER_ROW = 1;
/** Points; together they fill A4 landscape. */
const WIDTHS: Readonly<Record<ListColumn, number>> = {
  serial: 30,
  department: 84,
  indicator: 72,
  issue: 170,
  subject: 150,
  gap: 34,
  deduction: 34,
  measure: 120,
  responsible: 56,
  due: 66,
  settled: 44,
  key: 60,
};
const CENTRED: readonly ListColumn[] = ["serial", "gap", "deduction"];

/** The list as it is written, and how many entries it has. */
export interface PlannedList extends PlannedSheet {
  readonly open: number;
  readonly solved: number;
}

interface Standing {
  readonly headerRow: number;
  readonly places: Readonly<Record<ListColumn, number>>;
  readonly firstColumn: number;
  readonly width: number;
  readonly title: { readonly row: number; readonly column: number } | null;
  /** Rows under the header that hold anything, whole and lifted out of their places. */
  readonly rows: readonly (readonly RawValue[])[];
}

/**
 * The list on its sheet; `standing` is what the sheet holds, null where it does not stand. Staff's own columns and rows move with
 * their entries and are never changed. Open entries come first, in their order; those of which nothing is known now, the staff's
 * own rows and the solved ones follow. Problems where a column of ours cannot be found.
 */
export function planRectification(
  entries: Entries,
  standing: SheetContent | null,
  now: Date,
  showNumbers: boolean,
): PlannedList | readonly Problem[] {
  const fresh = standing === null || standing.cells.length === 0;
  const read = fresh ? FRESH : readList(standing);
  if ("problems" in read) return read.problems;
  const { headerRow, places, firstColumn, width, title } = read;
  const at = (column: ListColumn) => places[column] - firstColumn;

  const held = new Map<string, readonly RawValue[]>();
  const own: (readonly RawValue[])[] = [];
  for (const row of read.rows) {
    const key = textOf(row[at("key")]);
    // A row that staff have copied is their own.
    if (key === "" || held.has(key)) own.push(row.map((value, index) => (index === at("key") ? "" : value)));
    else held.set(key, row);
  }
  const open = entries.open.filter(({ key, onlyWhereHeld }) => !onlyWhereHeld || held.has(key));
  let serial = 0;
  const set = (row: readonly RawValue[], values: Partial<Record<ListColumn, RawValue>>): RawValue[] => {
    const next = [...row];
    for (const [column, value] of Object.entries(values) as [ListColumn, RawValue][])
      next[at(column)] = typeof value === "string" ? asText(value) : value;
    next[at("serial")] = ++serial;
    return next;
  };
  const blank = Array.from({ length: width }, (): RawValue => "");
  const listed = new Set(open.map(({ key }) => key));
  const rest = [...held].filter(([key]) => !listed.has(key));
  const over = rest.filter(
    ([key, row]) =>
      entries.ending(key) !== null || withoutEnding(textOf(row[at("issue")])) !== textOf(row[at("issue")]),
  );
  const unclear = rest.filter((entry) => !over.includes(entry));
  const subjectOf = (row: readonly RawValue[]) =>
    showNumbers ? textOf(row[at("subject")]) : maskedSubject(textOf(row[at("subject")]));
  const zero = (value: RawValue | undefined): RawValue => (typeof value === "number" ? 0 : (value ?? ""));

  const rows = [
    ...open.map((entry) => set(held.get(entry.key) ?? blank, cellsOf(entry))),
    // Where a row says the department's whole gap now, the names have no numbers of their own.
    ...unclear.map(([key, row]) =>
      set(row, { subject: subjectOf(row), ...(listed.has(gapKey(key)) ? { gap: "", deduction: "" } : {}) }),
    ),
    ...own,
    ...over.map(([key, row]) => {
      const issue = textOf(row[at("issue")]);
      const ending = entries.ending(key);
      return set(row, {
        issue: ending === null ? issue : `${ENDINGS[ending]}${withoutEnding(issue)}`,
        subject: subjectOf(row),
        gap: zero(row[at("gap")]),
        deduction: zero(row[at("deduction")]),
      });
    }),
  ].map((row, index) => placed(row, headerRow + 1 + index));

  const body: Area = {
    firstRow: headerRow + 1,
    firstColumn,
    lastRow: headerRow + rows.length,
    lastColumn: firstColumn + width - 1,
  };
  const before = standing && areaOf(standing);
  const ours = Object.values(places);
  const steps: Step[] = [
    ...(fresh ? freshSteps(standing === null) : []),
    ...(title ? [{ do: "write", area: cell(title.row, title.column), formulas: [[listTitle(now)]] } as const] : []),
    ...(before && before.lastRow > headerRow
      ? [{ do: "clearContents", area: { ...body, lastRow: before.lastRow } } as const]
      : []),
    ...(rows.length > 0
      ? [
          { do: "write", area: body, formulas: rows } as const,
          {
            do: "format",
            area: { ...body, firstColumn: Math.min(...ours), lastColumn: Math.max(...ours) },
            format: { borders: "all", wrap: true, vertical: "Center" },
          } as const,
          ...CENTRED.map((column): Step => ({
            do: "format",
            area: { ...body, firstColumn: places[column], lastColumn: places[column] },
            format: { horizontal: "Center" },
          })),
          { do: "autofitRows", first: body.firstRow, count: rows.length } as const,
        ]
      : []),
  ];
  return {
    plan: { sheet: RECTIFICATION_SHEET, ...(standing === null ? { create: true as const } : {}), steps, expected: [] },
    before: standing,
    open: open.length + unclear.length,
    solved: over.length,
  };
}

const FRESH: Standing = {
  headerRow: HEADER_ROW,
  places: Object.fromEntries(LIST_COLUMNS.map((column, index) => [column, index])) as Record<ListColumn, number>,
  firstColumn: 0,
  width: LIST_COLUMNS.length,
  title: { row: 0, column: 0 },
  rows: [],
};

/** The list as staff have left it: columns moved, rows sorted, rows and columns of their own. */
function readList(content: SheetContent): Standing | { readonly problems: readonly Problem[] } {
  const { firstRow, firstColumn, cells } = content;
  const header = findListHeader(content, RECTIFICATION_HEADERS);
  const at = header.row;
  const fault = (code: "LIST_COLUMN_MISSING" | "LIST_COLUMN_TWICE", column: string, place: number) => ({
    problems: [
      problem(
        code,
        { sheet: RECTIFICATION_SHEET, address: cellAddress(firstRow + at, firstColumn + place) },
        { sheet: RECTIFICATION_SHEET, column },
      ),
    ],
  });
  if (header.missing !== null) return fault("LIST_COLUMN_MISSING", header.missing, 0);
  if (header.twice) return fault("LIST_COLUMN_TWICE", header.twice.header, header.twice.column);
  const title = cells
    .slice(0, at)
    .flatMap((row, r) =>
      row.flatMap((value, c) =>
        textOf(value).startsWith(RECTIFICATION_SHEET) ? [{ row: firstRow + r, column: firstColumn + c }] : [],
      ),
    )[0];
  return {
    headerRow: firstRow + at,
    places: Object.fromEntries(LIST_COLUMNS.map((column) => [column, firstColumn + header.columns[column]])) as Record<
      ListColumn,
      number
    >,
    firstColumn,
    width: cells[at]!.length,
    title: title ?? null,
    rows: cells.flatMap((row, r) =>
      r > at && row.some((value) => textOf(value) !== "") ? [lifted(row, firstRow + r)] : [],
    ),
  };
}

function cellsOf({
  key,
  department,
  indicator,
  issue,
  subject,
  gap,
  deduction,
}: Entry): Partial<Record<ListColumn, RawValue>> {
  return {
    key,
    department,
    indicator: RECTIFICATION_INDICATORS[indicator],
    issue,
    subject,
    gap: gap ?? "",
    deduction: deduction === null ? "" : deduction / 100,
  };
}

function withoutEnding(issue: string): string {
  const ending = Object.values(ENDINGS).find((words) => issue.startsWith(words));
  return ending === undefined ? issue : issue.slice(ending.length);
}

function cell(row: number, column: number): Area {
  return { firstRow: row, firstColumn: column, lastRow: row, lastColumn: column };
}

/** `made`: the sheet is new, and is marked as ours. */
function freshSteps(made: boolean): Step[] {
  const columns = LIST_COLUMNS.map((column) => ({ header: RECTIFICATION_HEADERS[column], width: WIDTHS[column] }));
  return [
    ...(made ? [MARK_STEP] : []),
    {
      do: "format",
      area: cell(0, 0),
      format: { bold: true, fontSize: 16, horizontal: "Left", vertical: "Center", wrap: false },
    },
    ...listHeaderSteps(HEADER_ROW, columns, { wrap: true }),
    { do: "hideColumns", first: LIST_COLUMNS.indexOf("key"), count: 1, hidden: true },
    { do: "setPage", page: listPage("Landscape", { first: 0, last: HEADER_ROW }) },
  ];
}
