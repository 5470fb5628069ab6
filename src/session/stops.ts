import type { Stopped } from "../actions";

/** What stops an action before Excel is asked; the catalogue of sentences is long, and hardly ever wanted here. */
async function stop(code: "ROWS_MOVED" | "PLACE_GONE", address: string, place: string): Promise<Stopped> {
  const { PROBLEMS } = await import("../core/wording/problems");
  const { severity, sentence } = PROBLEMS[code];
  return { done: false, problems: [{ code, severity, address, message: sentence.replace("{place}", place) }] };
}

/** Rows or columns of this sheet have moved since they were read. */
export function rowsMoved(sheet: string): Promise<Stopped> {
  return stop("ROWS_MOVED", sheet, "");
}

/** The sheet that was meant by its id does not stand any longer; it is named as it was called. */
export function sheetGone(sheet: string): Promise<Stopped> {
  return stop("PLACE_GONE", "", `“${sheet}”`);
}

export function has({ problems }: Stopped, code: string): boolean {
  return problems.some((problem) => problem.code === code);
}
