import type { SettingsForm } from "../core/memory/settingsForm";

/** The views of the pane, in the order of their tabs. */
export const TABS = ["overview", "departments", "check", "settings"] as const;
export type Tab = (typeof TABS)[number];

/** The ways in which the list of departments is sorted. */
export const SORTS = ["sheet", "deduction", "gap", "name"] as const;
export type Sort = (typeof SORTS)[number];

/** Which departments are listed: those that a tile of the overview counts. */
export const FILTERS = ["belowCoverage", "missingOfficers", "listsIncomplete", "waiting", "bad"] as const;
export type Filter = (typeof FILTERS)[number];

/** Where a person is in the pane. It lives with the session, so that a pane closed and opened again stands where it was. */
export interface View {
  readonly tab: Tab;
  /** Zero-based sheet row of the department that is open; null for the list. */
  readonly department: number | null;
  readonly sort: Sort;
  readonly filter: Filter | null;
  /** What is looked for. */
  readonly search: string;
  /** Certificate numbers whole. */
  readonly showNumbers: boolean;
  /** What a person has changed in 设置 and not saved yet, by field; what was not touched goes with the workbook. */
  readonly draft: Partial<SettingsForm> | null;
}

export const FIRST_VIEW: View = {
  tab: "overview",
  department: null,
  sort: "deduction",
  filter: null,
  search: "",
  showNumbers: false,
  draft: null,
};
