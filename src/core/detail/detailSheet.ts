import type { RawValue } from "../cells/grid";
import type { DetailField, DetailKind } from "./kinds";

/** The beginning of a sheet, enough to see what it is. */
export interface SheetHead {
  readonly sheet: string;
  /** Zero-based sheet position of values[0][0]. */
  readonly firstRow: number;
  readonly firstColumn: number;
  /** The first used rows, [row][column]. */
  readonly values: readonly (readonly RawValue[])[];
  /** The last used row, zero-based. */
  readonly lastRow: number;
}

/** A sheet (or a file) of details as it was recognised; rows and columns zero-based sheet positions. */
export interface DetailSheet<Kind extends DetailKind = DetailKind> {
  readonly sheet: string;
  readonly kind: Kind;
  readonly headerRow: number;
  /** The last used row; the data begin under the header. */
  readonly lastRow: number;
  /** Where each column stands that was found. */
  readonly columns: Readonly<Partial<Record<DetailField, number>>>;
  /** All headers that stand there, so that a person can say which column is which. */
  readonly headers: readonly { readonly column: number; readonly text: string }[];
}

/** Some rows of a detail sheet, values only, as read in one go. */
export interface RowBlock {
  /** Zero-based sheet position of values[0][0]. */
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly values: readonly (readonly RawValue[])[];
}
