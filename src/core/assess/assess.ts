import { cellAddress } from "../cells/address";
import { INDICATORS } from "../indicators/indicators";
import type { Indicator } from "../indicators/indicators";
import { problem } from "../problems/catalogue";
import type { Problem } from "../problems/problem";
import type { DepartmentRow, TaskTable } from "../table/taskTable";
import { ACTUAL_HEADERS, SOURCE_HEADERS } from "../wording/sheet";
import type { Assessment, DepartmentAssessment, Highlight, IndicatorResult } from "./assessment";
import { judgeRow } from "./department";
import type { CellFault } from "./department";
import { pace } from "./pace";
import { ranks } from "./rank";
import { readCount } from "./readings";
import { remark } from "./remark";
import type { Rules } from "./rules";
import { missesLists, totals } from "./totals";

/** Judges the whole table by the rules. `now` decides the pace only. */
export function assess(table: TaskTable, rules: Rules, now: Date): { assessment: Assessment; problems: Problem[] } {
  const identity = identityFaults(table);
  const problems: Problem[] = [...identity.problems];
  const unranked = table.departments.map((department) => {
    const judged = judgeRow(department, rules);
    const { results, bases, surplusAccounts, atFloor, faults } = judged;
    problems.push(...faults.map((fault) => problemOf(table, department, fault)));
    const identityFault = identity.faults.get(department.row) ?? null;
    const states = INDICATORS.map((indicator) => results[indicator].state);
    const bad = identityFault !== null || states.includes("invalid");
    const claimed = readCount(department.cells.claimed);
    return {
      row: department.row,
      name: department.name,
      claimed: claimed.is === "dash" ? 0 : claimed.is === "number" ? claimed.value : null,
      bases,
      surplusAccounts,
      atFloor,
      ...results,
      deduction: bad ? null : sumOfReported(results),
      complete: !bad && !states.includes("notReported"),
      bad,
      identityFault,
      highlight: bad ? ("none" as const) : highlightOf(results),
      remark: remark(judged, identityFault, rules),
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

function problemOf(table: TaskTable, { row }: DepartmentRow, { column, code, details }: CellFault): Problem {
  const at = table.columns[column];
  const address = at === undefined ? undefined : cellAddress(row, at);
  const header = { ...SOURCE_HEADERS, ...ACTUAL_HEADERS }[column];
  return problem(code, { sheet: table.sheet, address }, { column: header, ...details });
}

type Results = Readonly<Record<Indicator, IndicatorResult>>;

/** Hundredths over what is reported; 0 where nothing applies, null where nothing is reported that does. */
function sumOfReported(results: Results): number | null {
  const states = INDICATORS.map((indicator) => results[indicator].state);
  if (!states.includes("reported")) return states.every((state) => state === "notApplicable") ? 0 : null;
  return INDICATORS.reduce((sum, indicator) => sum + (results[indicator].deduction ?? 0), 0);
}

function highlightOf(results: Results): Highlight {
  const behind = results.coverage.met === false;
  const missing = results.officers.met === false;
  if (behind && missing) return "both";
  if (behind) return "coverage";
  if (missing) return "officers";
  if (missesLists(results)) return "lists";
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
