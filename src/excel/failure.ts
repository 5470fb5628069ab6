import { problem } from "../core/problems/catalogue";
import type { Problem } from "../core/problems/problem";

/** What Excel was doing when it failed. */
export type Phase = "read" | "write" | "undo";

const OTHERWISE = { read: "READ_FAILED", write: "WRITE_FAILED", undo: "UNDO_FAILED" } as const;

/**
 * Excel's error as something a person can mend. Errors that don't come from Excel are mistakes in the program
 * and are thrown on.
 */
export function failureProblem(error: unknown, phase: Phase, sheet?: string): Problem {
  if (!(error instanceof OfficeExtension.Error)) throw error;
  const place = sheet === undefined ? undefined : { sheet };
  switch (error.code) {
    case "InvalidOperationInCellEditMode":
      return problem("CELL_BEING_EDITED", place);
    case "AccessDenied":
      return problem(phase === "write" ? "SHEET_PROTECTED" : OTHERWISE[phase], place, { reason: error.code });
    default:
      return problem(OTHERWISE[phase], place, { reason: error.code });
  }
}

/** For what stopped an undo after it had begun to write: whatever the reason, the sheets may hold anything. */
export function brokenUndo(error: unknown, sheet?: string): Problem {
  if (!(error instanceof OfficeExtension.Error)) throw error;
  return problem("UNDO_FAILED", sheet === undefined ? undefined : { sheet }, { reason: error.code });
}

/** Whether Excel has refused, and not the program failed. */
export function isFromExcel(error: unknown): boolean {
  return error instanceof OfficeExtension.Error;
}

/** A short name of the error for a sentence: Excel's code, or what was thrown. */
export function reasonOf(error: unknown): string {
  if (error instanceof OfficeExtension.Error) return error.code;
  return error instanceof Error ? error.message : String(error);
}

/** Whether Excel refused because a person is typing into a cell. */
export function isCellEdit(error: unknown): boolean {
  return error instanceof OfficeExtension.Error && error.code === "InvalidOperationInCellEditMode";
}

/** Whether an answer would have been longer than this Excel gives. */
export function isTooLong(error: unknown): boolean {
  return error instanceof OfficeExtension.Error && error.code === "ResponsePayloadSizeLimitExceeded";
}

/** For a report: Excel's code and the member that it refused; never its message, which may tell of the workbook. A mistake of the program by its own words. */
export function errorPlace(error: unknown): string {
  if (!(error instanceof OfficeExtension.Error))
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const { errorLocation } = error.debugInfo ?? {};
  return errorLocation ? `${error.code} (${errorLocation})` : error.code;
}
