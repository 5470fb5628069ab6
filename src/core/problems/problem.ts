import type { FILE_SENTENCES } from "../wording/file";
import type { PROBLEMS } from "../wording/problems";

/** Codes of what can be wrong in a workbook, and with a file. They are stable: support and tests go by them. */
export type WorkbookProblem = keyof typeof PROBLEMS;
export type FileProblem = keyof typeof FILE_SENTENCES;
export type ProblemCode = WorkbookProblem | FileProblem;

/** An error stops the run or spoils a row; a warning is worth a look and spoils nothing. */
export type Severity = "error" | "warning";

/** Something a person can mend: a stable code, the place, what happened and what to do. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** Sheet and cell as Excel writes them (附件2!J9, '附件 2'!B4), or "" where there is no one cell. */
  readonly address: string;
  /** What happened and what to do next, in plain Chinese. */
  readonly message: string;
}
