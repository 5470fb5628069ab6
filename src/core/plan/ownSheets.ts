import type { Step } from "./sheetPlan";
import type { SheetState } from "./state";

/** Sheets that the add-in makes whole bear this hidden name, so that a renamed one is still known and no task table is looked for on it. */
export const OWN_SHEET_NAME = "_jgzb_sheet";

/** Marks a fresh sheet as ours. */
export const OWN_SHEET_STEP: Step = { do: "nameCell", name: OWN_SHEET_NAME, row: 0, column: 0 };

export function isOwnSheet(state: Pick<SheetState, "names">): boolean {
  return state.names.some(({ name }) => name === OWN_SHEET_NAME);
}
