import { plainText } from "../cells/classify";
import type { TableColumn } from "./headers";

/** A headed column of the table as recognition took it. */
export interface RecognisedColumn {
  /** Zero-based sheet column. */
  readonly at: number;
  /** Its header as it stands, the texts above each other joined by "/". */
  readonly header: string;
  /** Null where it was taken for nothing that the add-in uses. */
  readonly column: TableColumn | null;
  /** A person has said so; else it was known by its words. */
  readonly chosen: boolean;
  /** Its words name a column that an earlier one was taken for already. */
  readonly double?: TableColumn;
}

/** What a person has said of a column of the task table: told by place and header, so that a moved column is still found. */
export interface ColumnChoice {
  /** Zero-based sheet column; as it is kept in the workbook, columns of ours are not counted (`placeWithoutOurs`). */
  readonly at: number;
  readonly header: string;
  /** Null: not used for anything. */
  readonly column: TableColumn | null;
}

/**
 * What a person has to be taken to say who wants the columns used so: all that differs from what was recognised, all whose words
 * left a doubt, and with a column the others of its header.
 * @param wanted For each of `recognised` what it is to be used for.
 */
export function choicesFor(
  recognised: readonly RecognisedColumn[],
  wanted: readonly (TableColumn | null)[],
): ColumnChoice[] {
  const doubled = new Set(recognised.flatMap(({ double }) => double ?? []));
  const said = recognised.filter(
    ({ column, chosen, double }, index) =>
      wanted[index] !== column || (!chosen && (double !== undefined || (column !== null && doubled.has(column)))),
  );
  return recognised.flatMap(({ at, header }, index) =>
    said.some((one) => sameHeader(one.header, header)) ? [{ at, header, column: wanted[index] ?? null }] : [],
  );
}

/** Whether two headers are the same to a person. */
export function sameHeader(a: string, b: string): boolean {
  return bare(a) === bare(b);
}

/** A header without the line breaks and spaces that people put in to make it fit. */
export function bare(text: string): string {
  return plainText(text).replace(/\s+/g, "");
}
