import type { DetailSheet } from "./detailSheet";
import type { DepartmentFindings, KnownWord, UnknownDepartment, UnknownWord } from "./findings";
import type { DetailKind } from "./kinds";
import type { NextStep } from "./nextSteps";

/** A detail sheet that the workbook has, used or not; `headers` and `columns` let a person say which column is which. */
export interface DetailSheetReport {
  readonly sheet: string;
  /** Its id, by which Excel tells of changes. */
  readonly sheetId: string;
  readonly kind: DetailKind;
  /** False where a problem keeps it from being used. */
  readonly used: boolean;
  /** Rows under the header. */
  readonly rows: number;
  readonly headers: DetailSheet["headers"];
  readonly columns: DetailSheet["columns"];
}

/** What the detail sheets say, for pane, list and command line. */
export interface DetailReport {
  readonly sheets: readonly DetailSheetReport[];
  /** One for each department of the assessment, in its order. */
  readonly departments: readonly DepartmentFindings[];
  readonly unknownDepartments: readonly UnknownDepartment[];
  readonly unknownWords: readonly UnknownWord[];
  readonly knownWords: readonly KnownWord[];
  /** The order of actions over the county: what saves most for one piece of work comes first. */
  readonly nextSteps: readonly NextStep[];
}
