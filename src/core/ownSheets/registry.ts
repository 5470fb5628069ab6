import type { Step } from "../plan/sheetPlan";
import { DETAIL_SHEETS } from "../wording/detail";
import { HISTORY_SHEET, NOTICE_PREFIX, PRINT_SHEET, RECTIFICATION_SHEET, SUMMARY_SHEET } from "../wording/ownSheets";

/** What a kind of sheet that the add-in makes is known by, and what becomes of it. */
export interface OwnSheet {
  /** What its tabs are called when they are made. */
  readonly tabs: readonly string[];
  /** There may be many: more stands on each tab behind the name. */
  readonly many?: true;
  /**
   * whole: laid out anew each time. It is ours by the hidden name that it bears, and a sheet of the tab's name without it is somebody
   * else's. rows: only cells of ours are written, between what staff keep there; it is ours by its headers.
   */
  readonly written: "whole" | "rows";
  /** Its cells refer to our columns of the task table: they show #REF! once these are cleared. */
  readonly refersToTable?: true;
  /** Staff fill it in: it bears no mark of ours and is read like any sheet of theirs. */
  readonly ofStaff?: true;
}

/** All kinds of sheets that the add-in makes. */
export const OWN_SHEETS = {
  print: { tabs: [PRINT_SHEET], written: "whole", refersToTable: true },
  summary: { tabs: [SUMMARY_SHEET], written: "whole", refersToTable: true },
  notices: { tabs: [NOTICE_PREFIX], many: true, written: "whole", refersToTable: true },
  history: { tabs: [HISTORY_SHEET], written: "rows" },
  rectification: { tabs: [RECTIFICATION_SHEET], written: "rows" },
  details: { tabs: Object.values(DETAIL_SHEETS), written: "rows", ofStaff: true },
} as const satisfies Record<string, OwnSheet>;

export type OwnSheetKind = keyof typeof OWN_SHEETS;
const KINDS: readonly OwnSheet[] = Object.values(OWN_SHEETS);

/** The hidden name that our sheets bear, so that one is known though renamed, and no task table is looked for on it. */
const MARK = "_jgzb_sheet";

/** Marks a fresh sheet as ours. */
export const MARK_STEP: Step = { do: "nameCell", name: MARK, row: 0, column: 0 };

/** Whether a sheet bears our mark, by its names. */
export function isOwnSheet({ names }: { readonly names: readonly { readonly name: string }[] }): boolean {
  return names.some(({ name }) => name === MARK);
}

/** What a sheet of ours of this name is; null where none of ours is called so. */
export function ownSheetOfTab(tab: string): OwnSheet | null {
  return KINDS.find(({ tabs, many }) => tabs.some((name) => (many ? tab.startsWith(name) : tab === name))) ?? null;
}

/** Whether a sheet is called as a list that we keep. */
export function isOwnList(tab: string): boolean {
  const sheet = ownSheetOfTab(tab);
  return sheet?.written === "rows" && !sheet.ofStaff;
}

/** Of these sheets, by their tabs, those whose cells refer to our columns of the task table; many of a kind are one. */
export function sheetsReferring(tabs: readonly string[]): string[] {
  return KINDS.filter(({ refersToTable }) => refersToTable).flatMap((kind) =>
    kind.tabs.filter((name) => tabs.some((tab) => (kind.many ? tab.startsWith(name) : tab === name))),
  );
}
