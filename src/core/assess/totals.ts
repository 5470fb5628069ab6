import { INDICATORS, descriptorOf } from "../indicators/indicators";
import type { DepartmentAssessment, IndicatorResult, Totals } from "./assessment";
import type { Indicator } from "../indicators/indicators";

/** Sums over the county; bad rows are left out of every sum. */
export function totals(departments: readonly DepartmentAssessment[]): Totals {
  const usable = departments.filter(({ bad }) => !bad);
  const sum = (number: (department: DepartmentAssessment) => number | null) =>
    usable.reduce((total, department) => total + (number(department) ?? 0), 0);
  const count = (holds: (department: DepartmentAssessment) => boolean) => usable.filter(holds).length;
  const judged = (key: "due" | "required" | "done" | "gap") =>
    sum(({ coverage }) => (coverage.state === "reported" ? coverage[key] : 0));
  const due = judged("due");
  const done = judged("done");
  return {
    departments: departments.length,
    complete: departments.filter(({ complete }) => complete).length,
    bad: departments.length - usable.length,
    belowCoverage: count(({ coverage }) => coverage.met === false),
    missingOfficers: count(({ officers }) => officers.met === false),
    listsIncomplete: count(missesLists),
    deduction: sum(({ deduction }) => deduction),
    deductionBy: Object.fromEntries(
      INDICATORS.map((indicator) => [indicator, sum((department) => department[indicator].deduction)]),
    ) as Record<Indicator, number>,
    coverage: {
      due,
      required: judged("required"),
      done,
      gap: judged("gap"),
      rateBp: due > 0 ? Math.floor((done * 20_000 + due) / (due * 2)) : null,
    },
    officersGap: sum(({ officers }) => officers.gap),
  };
}

/** Whether one of the lists (清单) is short of its target. */
export function missesLists(department: Readonly<Record<Indicator, IndicatorResult>>): boolean {
  return INDICATORS.some((one) => descriptorOf(one).mark === "lists" && department[one].met === false);
}
