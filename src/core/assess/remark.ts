import { IDENTITY_REMARKS, INDICATOR_NAMES, REMARK, UNFILLED } from "../wording/sheet";
import { INDICATORS } from "./assessment";
import type { DepartmentAssessment } from "./assessment";
import type { Figures } from "./figures";
import type { IndicatorResults } from "./department";
import type { Rules } from "./rules";

/** 情况说明: what the highlights say, in words. The formula of that column puts the same pieces together. */
export function remark(
  results: IndicatorResults,
  figures: Figures,
  fault: DepartmentAssessment["identityFault"],
  rules: Rules,
): string {
  if (fault) return REMARK.invalid[0] + IDENTITY_REMARKS[fault] + REMARK.invalid[1];
  const behind = behindParts(results).join(REMARK.clause);
  const status = [statusPart(results, figures, behind), behind].filter((part) => part !== "").join(REMARK.between);
  const floor = results.atFloor ? REMARK.floor[0] + `${rules.coverageFloorBp / 100}%` + REMARK.floor[1] : "";
  return [status, floor].filter((part) => part !== "").join(REMARK.sentence);
}

function statusPart(results: IndicatorResults, figures: Figures, behind: string): string {
  const invalid = INDICATORS.filter((indicator) => results[indicator].state === "invalid").map(
    (indicator) => INDICATOR_NAMES[indicator],
  );
  if (invalid.length > 0) return REMARK.invalid[0] + invalid.join(REMARK.list) + REMARK.invalid[1];
  const missing = missingActuals(results, figures);
  if (missing.length > 0) return REMARK.notReported[0] + missing.join(REMARK.list) + REMARK.notReported[1];
  if (INDICATORS.every((indicator) => results[indicator].state === "notApplicable")) return REMARK.nothingApplies;
  return behind === "" ? REMARK.met : REMARK.notMet;
}

/** What is still to be filled in. */
function missingActuals(
  { directory, implementation, coverage, officers }: IndicatorResults,
  figures: Figures,
): string[] {
  if (figures.claimed.is === "blank")
    return [UNFILLED.claimed, ...(officers.state === "notReported" ? [officersMissing(figures)] : [])];
  return [
    ...(directory.state === "notReported" ? [UNFILLED.directoryDone] : []),
    ...(implementation.state === "notReported" ? [UNFILLED.implementationDone] : []),
    ...(coverage.state === "notReported" ? [UNFILLED.covered] : []),
    ...(officers.state === "notReported" ? [officersMissing(figures)] : []),
  ];
}

function officersMissing(figures: Figures): string {
  return figures.actuals.officers.is === "blank" ? UNFILLED.officers : UNFILLED.onboarded;
}

function behindParts({ directory, implementation, coverage, officers }: IndicatorResults): string[] {
  return [
    directory.gap ? REMARK.directoryGap.join(String(directory.gap)) : "",
    implementation.gap ? REMARK.implementationGap.join(String(implementation.gap)) : "",
    coverage.gap
      ? REMARK.coverageGap[0] + coverage.gap + REMARK.coverageGap[1] + coverage.required + REMARK.coverageGap[2]
      : "",
    officers.gap ? REMARK.officersGap.join(String(officers.gap)) : "",
  ].filter((part) => part !== "");
}
