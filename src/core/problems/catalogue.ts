import { sheetAddress } from "../cells/address";
import { FILE_SENTENCES } from "../wording/file";
import { IMPORT_SENTENCES } from "../wording/importing";
import { PROBLEMS } from "../wording/problems";
import type { FileProblem, Problem, Severity, WorkbookProblem } from "./problem";

/** What the braces in a sentence stand for. */
export type Details = Readonly<Record<string, string | number>>;

/**
 * A problem of this code. `place` is a sheet and an address within it, a sheet alone, or absent.
 * Throws where the sentence names something that `details` leaves out: that is a mistake in the program.
 */
export function problem(
  code: WorkbookProblem,
  place?: { sheet: string; address?: string },
  details: Details = {},
): Problem {
  const { severity, sentence } = PROBLEMS[code];
  return filled(code, severity, sentence, place, details);
}

/** The same fault in rows of files that were to be imported: nothing was imported, and one sentence stands for all the rows. */
export function importProblem(
  code: keyof typeof IMPORT_SENTENCES,
  place: { sheet: string; address: string },
  details: Details,
): Problem {
  return filled(code, "error", IMPORT_SENTENCES[code], place, details);
}

function filled(
  code: WorkbookProblem,
  severity: Severity,
  sentence: string,
  place: { sheet: string; address?: string } | undefined,
  details: Details,
): Problem {
  const message = sentence.replace(/\{(\w+)\}/g, (_, key: string) => {
    const detail = details[key];
    if (detail === undefined) throw new Error(`${code} needs “${key}”`);
    return String(detail);
  });
  const address = place ? (place.address ? sheetAddress(place.sheet, place.address) : place.sheet) : "";
  return { code, severity, address, message };
}

/** A file that cannot be opened or saved: the preview and the command line meet it, never the add-in in Excel. */
export function fileProblem(code: FileProblem, file: string): Problem {
  return { code, severity: "error", address: file, message: FILE_SENTENCES[code](file) };
}
