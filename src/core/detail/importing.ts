import { cellAddress, sheetAddress } from "../cells/address";
import type { DateSystem } from "../cells/dateSystem";
import { problem } from "../problems/catalogue";
import type { Problem } from "../problems/problem";
import { ABSENT_COLUMN_EFFECTS, DETAIL_HEADERS, DETAIL_SHEETS } from "../wording/detail";
import type { DepartmentNames } from "./departments";
import type { DetailSheet, RowBlock } from "./detailSheet";
import { ImportFaults, ImportRowReader, joined, rowContent, rowKey } from "./importRow";
import type { ImportCell } from "./importRow";
import { DETAIL_FIELDS, DETAIL_KINDS } from "./kinds";
import type { DetailField, DetailKind } from "./kinds";
import { DEFAULT_STATE_WORDS } from "./stateWords";
import type { StateWords } from "./stateWords";

/** A row of the files, in the standard order of its kind's columns, and where it stood first. */
export interface ImportedRow {
  readonly cells: readonly ImportCell[];
  readonly source: DetailSheet;
  /** Zero-based sheet row. */
  readonly row: number;
}

/** What the files hold of one kind. */
export interface ImportedKind {
  readonly kind: DetailKind;
  /** Each file, or sheet of a file, with its rows. */
  readonly sources: readonly { readonly name: string; readonly rows: number }[];
  /** Rows in all files, repeated ones among them. */
  readonly rows: number;
  /** By key; the first of identical rows. */
  readonly content: ReadonlyMap<string, ImportedRow>;
}

export interface Imported {
  readonly kinds: readonly ImportedKind[];
  /** Any error stops the whole import. */
  readonly problems: readonly Problem[];
}

interface Collected {
  readonly sources: { readonly name: string; rows: number }[];
  readonly content: Map<string, ImportedRow>;
  rows: number;
  contradictions: {
    rows: number;
    readonly first: string;
    readonly second: string;
    readonly place: { sheet: string; address: string };
  } | null;
}

/** Takes the rows of all files, in blocks, checks every one of them, and finds what is repeated and what contradicts itself. */
export class Importing {
  private readonly faults = new ImportFaults();
  private readonly warnings: Problem[] = [];
  private readonly kinds = new Map<DetailKind, Collected>();

  constructor(private readonly words: StateWords = DEFAULT_STATE_WORDS) {}

  /**
   * Begins a file, or a sheet of one; `sheet.sheet` is what addresses name. The rows under its header go to what is returned. `dates`: what
   * its serial numbers count from; text needs none.
   */
  open(
    sheet: DetailSheet,
    dates: DateSystem = 1900,
  ): { readonly add: (block: RowBlock) => void; readonly rows: () => number } {
    const reader = new ImportRowReader(sheet, this.words, this.faults, dates);
    const collected: Collected = this.kinds.get(sheet.kind) ?? {
      sources: [],
      content: new Map(),
      rows: 0,
      contradictions: null,
    };
    this.kinds.set(sheet.kind, collected);
    const source = { name: sheet.sheet, rows: 0 };
    collected.sources.push(source);
    this.warnings.push(...absentColumns(sheet));
    const add = ({ firstRow, firstColumn, values }: RowBlock): void =>
      values.forEach((line, offset) => {
        const row = firstRow + offset;
        const cells = row > sheet.headerRow ? reader.read(line, firstColumn, row) : null;
        if (!cells) return;
        source.rows++;
        collected.rows++;
        keep(collected, { cells, source: sheet, row });
      });
    return { add, rows: () => source.rows };
  }

  result(): Imported {
    const found = DETAIL_KINDS.flatMap((kind) => {
      const collected = this.kinds.get(kind);
      return collected && collected.rows > 0 ? [{ kind, collected }] : [];
    });
    const contradictions = found.flatMap(({ kind, collected: { contradictions } }) => {
      if (!contradictions) return [];
      const { place, first, second, rows } = contradictions;
      return [problem("IMPORT_CONTRADICTION", place, { kind: DETAIL_SHEETS[kind], first, second, rows })];
    });
    return {
      kinds: found.map(({ kind, collected: { sources, rows, content } }) => ({
        kind,
        sources: sources.filter((source) => source.rows > 0),
        rows,
        content,
      })),
      problems: [...this.faults.problems, ...contradictions, ...this.warnings],
    };
  }
}

function keep(collected: Collected, row: ImportedRow): void {
  const key = rowKey(row.source.kind, row.cells);
  const known = collected.content.get(key);
  if (!known) {
    collected.content.set(key, row);
    return;
  }
  const cells = joined(known.cells, row.cells);
  if (cells) {
    collected.content.set(key, { ...known, cells });
    return;
  }
  if (collected.contradictions) {
    collected.contradictions.rows++;
    return;
  }
  const index = known.cells.findIndex((cell, at) => joined([cell], [row.cells[at]!]) === null);
  const field: DetailField = DETAIL_FIELDS[row.source.kind][index]!;
  const address = (where: ImportedRow) => cellAddress(where.row, where.source.columns[field] ?? 0);
  const place = { sheet: row.source.sheet, address: address(row) };
  collected.contradictions = {
    rows: 1,
    first: sheetAddress(known.source.sheet, address(known)),
    second: sheetAddress(place.sheet, place.address),
    place,
  };
}

/** Columns that can be left out, and what is not known then; a workbook's sheet keeps what it has in them. */
function absentColumns({ sheet, kind, columns, headerRow, headers }: DetailSheet): Problem[] {
  const place = { sheet, address: cellAddress(headerRow, headers[0]?.column ?? 0) };
  return ABSENT_COLUMN_EFFECTS[kind].flatMap(({ field, effect }) =>
    columns[field] === undefined
      ? [problem("DETAIL_COLUMN_ABSENT", place, { kind: DETAIL_SHEETS[kind], column: DETAIL_HEADERS[field], effect })]
      : [],
  );
}

/** Counts the files' rows whose department is not in the task table; each is reported to `names`. */
export function reportDepartments({ kind, content }: ImportedKind, names: DepartmentNames): void {
  for (const { cells, source, row } of content.values()) {
    const name = cells[0] ?? "";
    if (names.indexOf(name) < 0)
      names.reportUnknown(name, kind, () =>
        sheetAddress(source.sheet, cellAddress(row, source.columns.department ?? 0)),
      );
  }
}

/** A row of the workbook's sheet that gets new content. */
export interface RowUpdate {
  /** Zero-based sheet row. */
  readonly row: number;
  readonly cells: readonly ImportCell[];
}

/** What an import does to the rows that stand in the workbook. */
export interface Merge {
  readonly updates: readonly RowUpdate[];
  /** Further rows that stand for the same thing as an updated one: emptied. */
  readonly surplus: readonly number[];
  readonly added: readonly (readonly ImportCell[])[];
  /** Rows of the files that change nothing: repeated, or in the workbook already. */
  readonly identical: number;
}

/** Holds the files' rows against those of the workbook's detail sheet, which come in blocks. */
export class Merging {
  private readonly reader: ImportRowReader;
  private readonly standing = new Map<string, { row: number; cells: ImportCell[] }[]>();

  constructor(
    private readonly imported: ImportedKind,
    sheet: DetailSheet,
    dates: DateSystem = 1900,
  ) {
    this.reader = new ImportRowReader(sheet, DEFAULT_STATE_WORDS, null, dates);
  }

  add({ firstRow, firstColumn, values }: RowBlock): void {
    values.forEach((line, offset) => {
      const cells = this.reader.read(line, firstColumn, firstRow + offset);
      if (!cells) return;
      const key = rowKey(this.imported.kind, cells);
      if (!this.imported.content.has(key)) return;
      const same = this.standing.get(key);
      if (same) same.push({ row: firstRow + offset, cells });
      else this.standing.set(key, [{ row: firstRow + offset, cells }]);
    });
  }

  result(): Merge {
    return merged(this.imported, this.standing);
  }
}

/** All rows of the files are new where the workbook has no such sheet, or where they replace what stands in it. */
export function allAdded(imported: ImportedKind): Merge {
  return merged(imported, new Map());
}

function merged(
  { content, rows }: ImportedKind,
  standing: ReadonlyMap<string, readonly { row: number; cells: ImportCell[] }[]>,
): Merge {
  const updates: RowUpdate[] = [];
  const surplus: number[] = [];
  const added: (readonly ImportCell[])[] = [];
  for (const [key, { cells }] of content) {
    const [first, ...others] = standing.get(key) ?? [];
    if (!first) {
      added.push(cells.map((cell) => cell ?? ""));
      continue;
    }
    surplus.push(...others.map(({ row }) => row));
    const after = cells.map((cell, index) => cell ?? first.cells[index] ?? null);
    // A column that the workbook's sheet lacks and the files have counts as blank there.
    if (rowContent(after) !== rowContent(first.cells) || others.length > 0)
      updates.push({ row: first.row, cells: after });
  }
  return {
    updates: updates.sort((a, b) => a.row - b.row),
    surplus: surplus.sort((a, b) => a - b),
    added,
    identical: rows - updates.length - added.length,
  };
}
