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
