import type { ActionOptions, Changed, Stopped } from "../actions";
import type { Assessment } from "../core/assess/assessment";
import type { ChosenColumn } from "../core/detail/choices";
import type { StateField, UnknownDepartment } from "../core/detail/findings";
import type { DetailField, DetailKind } from "../core/detail/kinds";
import type { DetailReport } from "../core/detail/report";
import type { Problem } from "../core/problems/problem";

/** A file that a person picked, read into memory. */
export interface PickedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** merge: the files add to what the detail sheets hold. replace: they take its place. */
export type ImportMode = "merge" | "replace";

/** What an import would do to one detail sheet. */
export interface ImportedKind {
  readonly kind: DetailKind;
  readonly files: readonly string[];
  readonly rows: number;
  readonly added: number;
  readonly updated: number;
  readonly identical: number;
}

export interface ImportPreview {
  readonly done: true;
  readonly kinds: readonly ImportedKind[];
  readonly unknownDepartments: readonly UnknownDepartment[];
  readonly problems: readonly Problem[];
}

/** What a person says about the detail sheets, to be kept. */
export interface NewChoices {
  readonly aliases?: Record<string, string>;
  readonly columns?: Record<string, Partial<Record<DetailField, ChosenColumn>>>;
  readonly words?: { field: StateField; word: string; means: "yes" | "no" }[];
}

/** The actions on detail sheets as the pane needs them. */
export interface DetailActions {
  insertTemplates(options?: ActionOptions): Promise<Changed | Stopped>;
  listRectification(options: ActionOptions & { assessment: Assessment; detail: DetailReport | null; taskSheet: string; showNumbers: boolean }): Promise<Changed | Stopped>;
  readImport(files: { name: string; bytes: Uint8Array }[], options?: ActionOptions): Promise<ImportPreview | Stopped>;
  applyImport(preview: ImportPreview, options: ActionOptions & { mode: ImportMode }): Promise<Changed | Stopped>;
  rememberChoices(choices: NewChoices, options?: ActionOptions): Promise<Changed | Stopped>;
}
