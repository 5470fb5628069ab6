import type { Recalculated, Stopped } from "../src/actions";
import type { DepartmentAssessment, IndicatorResult } from "../src/core/assess/assessment";
import type { DepartmentFindings } from "../src/core/detail/findings";
import { byIndicator, descriptorOf } from "../src/core/indicators/indicators";
import type { Indicator } from "../src/core/indicators/indicators";
import type { Problem } from "../src/core/problems/problem";

const points = (hundredths: number | null) => (hundredths === null ? null : hundredths / 100);

/** The one object that `--json` prints: rows one-based as on the sheet, deductions in points, null where a number does not exist. */
export function report(outcome: Recalculated | Stopped, requests: number): object {
  if (!outcome.done) return { problems: outcome.problems.map(plain), requests };
  const { sheet, title, table, assessment, detail, problems, differences } = outcome;
  const { departments, complete, belowCoverage, missingOfficers, deduction } = assessment.totals;
  return {
    sheet,
    title,
    table,
    departments: assessment.departments.map((one, index) => ({
      ...department(one),
      ...(detail ? byName(detail.departments[index]!) : {}),
    })),
    totals: { departments, complete, belowCoverage, missingOfficers, deduction: points(deduction) },
    problems: problems.map(plain),
    formulasAgree: differences.length === 0,
    ...(differences.length > 0 ? { differences } : {}),
    requests,
  };
}

function plain({ code, severity, address, message }: Problem): Problem {
  return { code, severity, address, message };
}

function department(judged: DepartmentAssessment): object {
  const { row, name, claimed, deduction, rank, complete, highlight, remark } = judged;
  const results = byIndicator((indicator) => result(indicator, judged[indicator]));
  return { row: row + 1, name, claimed, ...results, deduction: points(deduction), rank, complete, highlight, remark };
}

/** Who and what is missing by name, where the workbook has detail sheets. Certificate numbers are left out. */
function byName({ uncovered, missingOfficers, staleAccounts }: DepartmentFindings): object {
  return {
    uncovered: uncovered.map(({ name, code }) => ({ mainItem: name, code })),
    missingOfficers: missingOfficers.map(({ name, reason }) => ({ name, reason })),
    staleAccounts: staleAccounts.map(({ name }) => ({ name })),
  };
}

/** Where the sheet shows what is required, that and the target too. */
function result(
  indicator: Indicator,
  { state, targetBp, due, required, done, gap, deduction, met }: IndicatorResult,
): object {
  const aimed = descriptorOf(indicator).shown.required === undefined ? {} : { targetBp, required };
  return { state, ...aimed, due, done, gap, deduction: points(deduction), met };
}
