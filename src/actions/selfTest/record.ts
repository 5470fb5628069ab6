import { CHECKS } from "../../core/wording/selfTest";
import { errorPlace } from "../../excel/failure";
import { Cancelled } from "../../excel/readRows";
import type { Session } from "../../excel/session";
import type { ActionOptions } from "../outcome";
import type { Check, CheckOutcome, CheckResult, Finding } from "./report";

/** More findings of one check say no more to who reads them. */
const MOST_FINDINGS = 8;

/** No findings: passed. `as` is what findings mean where they are no failure. */
export type Verdict = readonly Finding[] | { readonly findings: readonly Finding[]; readonly as: CheckOutcome };

/** Runs checks one after the other and keeps how each ended. */
export class Record {
  private readonly results = new Map<Check, CheckResult>();

  constructor(private readonly options: Pick<ActionOptions, "onProgress" | "cancelled">) {}

  /** In the order in which they are listed; those that were never reached are skipped. */
  get checks(): CheckResult[] {
    const skipped = { outcome: "skipped", findings: [], more: 0, error: null, milliseconds: 0, requests: 0 } as const;
    return (Object.keys(CHECKS) as Check[]).map((check) => this.results.get(check) ?? { check, ...skipped });
  }

  /** What another one has checked counts here too. */
  take(other: Record): void {
    for (const [check, result] of other.results) this.results.set(check, result);
  }

  outcome(check: Check): CheckOutcome {
    return this.results.get(check)?.outcome ?? "skipped";
  }

  /** Whether it has not failed. What Excel refuses, and what the program throws, is a failure of this check; only a cancellation is thrown on. */
  async run(session: Session, check: Check, work: () => Promise<Verdict>): Promise<boolean> {
    if (this.options.cancelled?.()) throw new Cancelled();
    this.options.onProgress?.("testing", Object.keys(CHECKS).indexOf(check) / Object.keys(CHECKS).length);
    const [requests, began] = [session.requests, Date.now()];
    const end = (outcome: CheckOutcome, findings: readonly Finding[], error: string | null): boolean => {
      const more = Math.max(0, findings.length - MOST_FINDINGS);
      this.results.set(check, {
        check,
        outcome,
        findings: findings.slice(0, MOST_FINDINGS),
        more,
        error,
        milliseconds: Date.now() - began,
        requests: session.requests - requests,
      });
      return outcome !== "failed";
    };
    try {
      const verdict = await work();
      const { findings, as } = "as" in verdict ? verdict : { findings: verdict, as: "failed" as const };
      return end(findings.length === 0 && as !== "unsupported" ? "passed" : as, findings, null);
    } catch (error) {
      if (error instanceof Cancelled) throw error;
      return end("failed", [], errorPlace(error));
    }
  }
}

export const UNSUPPORTED: Verdict = { findings: [], as: "unsupported" };
