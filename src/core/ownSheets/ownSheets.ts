import { NOTICE_PREFIX, PRINT_SHEET, SUMMARY_SHEET } from "../wording/ownSheets";
import type { Step } from "../plan/sheetPlan";

/** Sheets that the add-in makes whole bear this hidden name, so that a renamed one is still known and no task table is looked for on it. */
const OWN_SHEET_NAME = "_jgzb_sheet";

/** Marks a fresh sheet as ours. */
export const OWN_SHEET_STEP: Step = { do: "nameCell", name: OWN_SHEET_NAME, row: 0, column: 0 };

export function isOwnSheet({ names }: { readonly names: readonly { readonly name: string }[] }): boolean {
  return names.some(({ name }) => name === OWN_SHEET_NAME);
}

/** Of these sheets, by their tabs, those whose cells refer to our columns of the task table; notices are one, whatever their number. */
export function sheetsReferring(sheets: readonly string[]): string[] {
  const notices = sheets.some((sheet) => sheet.startsWith(NOTICE_PREFIX)) ? [NOTICE_PREFIX] : [];
  return [...[PRINT_SHEET, SUMMARY_SHEET].filter((sheet) => sheets.includes(sheet)), ...notices];
}
