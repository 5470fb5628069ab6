import type { ProblemCode } from "./catalogue";

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
