import type { CASES, CHECKS } from "../../core/wording/selfTest";
import type { Environment } from "../../excel/environment";

export type Check = keyof typeof CHECKS;

/** `differs`: Excel does it in another way than the preview, and the add-in gets along with that. */
export type CheckOutcome = "passed" | "differs" | "failed" | "unsupported" | "skipped";

/** One thing that is not as it should be. Only of the self-test's own sheet, whose content is made up. */
export interface Finding {
  readonly at: string;
  readonly expected: string;
  readonly found: string;
}

export interface CheckResult {
  readonly check: Check;
  readonly outcome: CheckOutcome;
  /** The first of them; `more` is how many others there are. */
  readonly findings: readonly Finding[];
  readonly more: number;
  /** Excel's code and the member that failed; null where nothing has. */
  readonly error: string | null;
  readonly milliseconds: number;
  readonly requests: number;
}

/** What 自检 shows and what its file holds: nothing of the workbook that it ran in. */
export interface SelfTestReport {
  readonly done: true;
  readonly report: "jgzb-self-test";
  readonly version: 1;
  /** ISO, UTC. */
  readonly at: string;
  readonly environment: Environment;
  readonly checks: readonly CheckResult[];
  /** The rows of the golden table; empty where they were not reached. */
  readonly cases: readonly { readonly case: keyof typeof CASES; readonly passed: boolean }[];
  /** No check has failed. */
  readonly passed: boolean;
  /** The scratch sheet, where it could not be deleted. */
  readonly left: string | null;
  readonly milliseconds: number;
  readonly requests: number;
}
