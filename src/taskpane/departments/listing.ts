import type { Assessment, DepartmentAssessment } from "../../core/assess/assessment";
import { missesLists } from "../../core/assess/totals";
import { INDICATORS } from "../../core/indicators/indicators";
import type { Filter, Sort } from "../../session/view";

const PASSES: Readonly<Record<Filter, (department: DepartmentAssessment) => boolean>> = {
  belowCoverage: ({ bad, coverage }) => !bad && coverage.met === false,
  missingOfficers: ({ bad, officers }) => !bad && officers.met === false,
  listsIncomplete: (department) => !department.bad && missesLists(department),
  waiting: ({ bad, complete }) => !bad && !complete,
  bad: ({ bad }) => bad,
};

/** Items and persons short of the targets, together. */
const gapOf = (department: DepartmentAssessment): number =>
  INDICATORS.reduce((sum, indicator) => sum + (department[indicator].gap ?? 0), 0);

const ORDERS: Readonly<Record<Sort, (a: DepartmentAssessment, b: DepartmentAssessment) => number>> = {
  sheet: (a, b) => a.row - b.row,
  deduction: (a, b) => (b.deduction ?? -1) - (a.deduction ?? -1),
  gap: (a, b) => gapOf(b) - gapOf(a),
  name: (a, b) => a.name.localeCompare(b.name, "zh-CN"),
};

/** The departments that pass the filter, in the order asked for; ties as they stand in the sheet. */
export function listed(
  { departments }: Assessment,
  sort: Sort,
  filter: Filter | null,
): readonly DepartmentAssessment[] {
  return departments
    .filter((department) => !filter || PASSES[filter](department))
    .sort((a, b) => ORDERS[sort](a, b) || a.row - b.row);
}
