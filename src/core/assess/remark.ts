import { BASES, BASE_NAMES, INDICATORS, descriptorOf, indicatorsOf } from "../indicators/indicators";
import type { Indicator } from "../indicators/indicators";
import { IDENTITY_REMARKS, REMARK } from "../wording/sheet";
import type { DepartmentAssessment } from "./assessment";
import type { JudgedRow } from "./department";
import type { Rules } from "./rules";

/** 情况说明: what the highlights say, in words. The formula of that column puts the same pieces together. */
export function remark(row: JudgedRow, fault: DepartmentAssessment["identityFault"], rules: Rules): string {
  if (fault) return REMARK.invalid.join(IDENTITY_REMARKS[fault]);
  const behind = INDICATORS.flatMap((indicator) => gapWords(row, indicator)).join(REMARK.clause);
  const status = [statusOf(row, behind), behind].filter((part) => part !== "").join(REMARK.between);
  const surplus = row.surplusAccounts > 0 ? REMARK.surplus.join(String(row.surplusAccounts)) : "";
  const floor = row.atFloor ? REMARK.floor.join(`${rules.coverageFloorBp / 100}%`) : "";
  return [status, surplus, floor].filter((part) => part !== "").join(REMARK.sentence);
}

function statusOf(row: JudgedRow, behind: string): string {
  const { results } = row;
  const invalid = INDICATORS.filter((indicator) => results[indicator].state === "invalid");
  if (invalid.length > 0) {
    return REMARK.invalid.join(invalid.map((indicator) => descriptorOf(indicator).words.short).join(REMARK.list));
  }
  const unfilled = unfilledWords(row);
  if (unfilled.length > 0) return REMARK.notReported.join(unfilled.join(REMARK.list));
  if (INDICATORS.every((indicator) => results[indicator].state === "notApplicable")) return REMARK.nothingApplies;
  return behind === "" ? REMARK.met : REMARK.notMet;
}

/** What is still to be filled in: a base, or else what is done of it. */
function unfilledWords({ bases, results }: JudgedRow): string[] {
  return BASE_NAMES.flatMap((base) => {
    if (bases[base] === "notReported") return [BASES[base].unfilled];
    return indicatorsOf(base)
      .filter((indicator) => results[indicator].state === "notReported")
      .map((indicator) => descriptorOf(indicator).words.unfilled);
  });
}

function gapWords({ results }: JudgedRow, indicator: Indicator): string[] {
  const { gap, required } = results[indicator];
  if (!gap) return [];
  const [before, after, last] = descriptorOf(indicator).words.gap;
  return [`${before}${gap}${after}${last === undefined ? "" : `${required}${last}`}`];
}
