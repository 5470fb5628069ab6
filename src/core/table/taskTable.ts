import type { Cell } from "../cells/classify";
import type { TableColumn } from "./headers";
import type { StatedPeriod } from "./period";

/** Where a column stands, zero-based sheet columns. Actual columns may be absent. */
export type ColumnPlaces = Readonly<Partial<Record<TableColumn, number>>>;

export interface DepartmentRow {
  /** Zero-based sheet row. */
  readonly row: number;
  /** The department's name without the line breaks and spaces within it; "" where it is missing. */
  readonly name: string;
  /** The cells of this row by column, each classified once. Columns that the table lacks are absent. */
  readonly cells: Readonly<Partial<Record<TableColumn, Cell>>>;
}

/** A row headed 合计, 总计, 小计 or 平均; of the last it adds up nothing. */
export interface AggregateRow {
  readonly row: number;
  /** The zero-based sheet rows of the departments that it adds up. */
  readonly of: readonly number[];
}

/** The task table (附件2) as it stands on a sheet. All rows and columns are zero-based sheet positions. */
export interface TaskTable {
  readonly sheet: string;
  readonly title: { readonly row: number; readonly text: string } | null;
  readonly period: StatedPeriod | null;
  readonly headerRows: { readonly first: number; readonly last: number };
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly columns: ColumnPlaces &
    Readonly<
      Record<
        "department" | "claimed" | "directoryTarget" | "implementationTarget" | "coverageTarget" | "officersTarget",
        number
      >
    >;
  readonly departments: readonly DepartmentRow[];
  readonly aggregates: readonly AggregateRow[];
  /** First and last row of the body, departments and aggregates. */
  readonly body: { readonly first: number; readonly last: number };
  /** The rows of notes below the table, or null. */
  readonly notes: { readonly first: number; readonly last: number } | null;
}
