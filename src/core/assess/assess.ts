import { cellAddress } from "../cells/address";
import { problem } from "../problems/catalogue";
import type { Problem } from "../problems/problem";
import type { DepartmentRow, TaskTable } from "../table/taskTable";
import { INDICATORS } from "./assessment";
import type { Assessment, DepartmentAssessment, Highlight } from "./assessment";
import { judgeDepartment } from "./department";
import type { IndicatorResults } from "./department";
import { readFigures } from "./figures";
import { counted } from "./indicator";
import { pace } from "./pace";
import { ranks } from "./rank";
import { remark } from "./remark";
import type { Rules } from "./rules";
import { totals } from "./totals";

/** Judges the whole table by the rules. `now` decides the pace only. */
export function assess(table: TaskTable, rules: Rules, now: Date): { assessment: Assessment; problems: Problem[] } {
  const identity = identityFaults(table);
  const problems: Problem[] = [...identity.problems];
  const unranked = table.departments.map((department) => {
    const read = readFigures(table, department, rules.bareTargets);
    problems.push(...read.problems);
    const results = judgeDepartment(read.figures, rules);
    const fault = identity.faults.get(department.row) ?? null;
    const bad = fault !== null || INDICATORS.some((indicator) => results[indicator].state === "invalid");
    const complete = !bad && INDICATORS.every((indicator) => results[indicator].state !== "notReported");
    return {
      row: department.row,
      name: department.name,
      claimed: read.figures.claimed.is === "dash" ? 0 : (counted(read.figures.claimed) ?? null),
      ...results,
      deduction: bad ? null : sumOfReported(results),
      complete,
      bad,
      identityFault: fault,
      highlight: bad ? "none" : highlightOf(results),
      remark: remark(results, read.figures, fault, rules),
    };
  });
  const rank = ranks(unranked);
  const departments: DepartmentAssessment[] = unranked.map((department, index) => ({
    ...department,
    rank: rank[index]!,
  }));
  const sums = totals(departments);
  return {
    assessment: { departments, totals: sums, pace: pace(table.period, sums.coverage.gap, rules, now) },
    problems,
  };
}

/** Hundredths over what is reported; 0 where nothing applies, null where nothing is reported that does. */
function sumOfReported(results: IndicatorResults): number | null {
  const states = INDICATORS.map((indicator) => results[indicator].state);
  if (!states.includes("reported")) return states.every((state) => state === "notApplicable") ? 0 : null;
  return INDICATORS.reduce((sum, indicator) => sum + (results[indicator].deduction ?? 0), 0);
}

function highlightOf(results: IndicatorResults): Highlight {
  const behind = results.coverage.met === false;
  const missing = results.officers.met === false;
  if (behind && missing) return "both";
  if (behind) return "coverage";
  if (missing) return "officers";
  if (results.directory.met === false || results.implementation.met === false) return "lists";
  return INDICATORS.some((indicator) => results[indicator].state === "notReported") ? "missing" : "none";
}

/** Rows without a name, and names that stand in more than one row. */
function identityFaults(table: TaskTable): {
  faults: Map<number, DepartmentAssessment["identityFault"]>;
  problems: Problem[];
} {
  const faults = new Map<number, DepartmentAssessment["identityFault"]>();
  const problems: Problem[] = [];
  const place = ({ row }: DepartmentRow) => ({
    sheet: table.sheet,
    address: cellAddress(row, table.columns.department),
  });
  const byName = new Map<string, DepartmentRow[]>();
  for (const department of table.departments) {
    if (department.name !== "") {
      byName.set(department.name, [...(byName.get(department.name) ?? []), department]);
      continue;
    }
    faults.set(department.row, "nameMissing");
    problems.push(problem("NAME_MISSING", place(department)));
  }
  for (const [name, rows] of byName) {
    if (rows.length < 2) continue;
    const named = rows.map(({ row }) => `第${row + 1}行`).join("、");
    for (const department of rows) {
      faults.set(department.row, "departmentTwice");
      problems.push(problem("DEPARTMENT_TWICE", place(department), { name, rows: named }));
    }
  }
  return { faults, problems };
}
