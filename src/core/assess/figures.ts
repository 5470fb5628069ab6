import { cellAddress } from "../cells/address";
import type { Cell } from "../cells/classify";
import { BLANK } from "../cells/classify";
import { problem } from "../problems/catalogue";
import type { Details } from "../problems/catalogue";
import type { Problem, WorkbookProblem } from "../problems/problem";
import type { ActualColumn, TableColumn } from "../table/headers";
import type { DepartmentRow, TaskTable } from "../table/taskTable";
import { ACTUAL_HEADERS, SOURCE_HEADERS } from "../wording/sheet";
import type { Rules } from "./rules";

/** A count as read from a cell: not there (blank), nothing to count (—), a number, or unusable. */
export type Count =
  | { readonly is: "blank" }
  | { readonly is: "dash" }
  | { readonly is: "count"; readonly value: number }
  | { readonly is: "bad" };

/** A target as read: in basis points, absent (— or blank), or unusable. */
export type Target =
  { readonly is: "absent" } | { readonly is: "target"; readonly bp: number } | { readonly is: "bad" };

export interface Figures {
  readonly claimed: Count;
  readonly targets: Readonly<Record<"directory" | "implementation" | "coverage" | "officers", Target>>;
  readonly actuals: Readonly<Record<ActualColumn, Count>>;
}

/** Reads the figures of one department and says what is wrong with them; `bareTargets` as in the rules. */
export function readFigures(
  table: TaskTable,
  department: DepartmentRow,
  bareTargets: Rules["bareTargets"],
): { figures: Figures; problems: Problem[] } {
  const problems: Problem[] = [];
  const report =
    (column: TableColumn) =>
    (code: WorkbookProblem, details: Details = {}) => {
      const at = table.columns[column];
      const address = at === undefined ? undefined : cellAddress(department.row, at);
      problems.push(problem(code, { sheet: table.sheet, address }, { column: headerOf(column), ...details }));
    };
  const count = (column: TableColumn) => readCount(department.cells[column] ?? BLANK, report(column));
  const target = (column: TableColumn) => readTarget(department.cells[column] ?? BLANK, bareTargets, report(column));

  const claimed = count("claimed");
  const read: Record<ActualColumn, Count> = {
    directoryDue: count("directoryDue"),
    directoryDone: count("directoryDone"),
    implementationDone: count("implementationDone"),
    covered: count("covered"),
    officers: count("officers"),
    onboarded: count("onboarded"),
  };
  const within = (
    column: ActualColumn,
    limit: Count,
    code: WorkbookProblem,
    exceeds: (value: number, limit: number) => boolean,
  ) => {
    const actual = read[column];
    if (actual.is !== "count" || limit.is !== "count" || !exceeds(actual.value, limit.value)) return;
    report(column)(code, { value: actual.value, limit: limit.value });
    read[column] = { is: "bad" };
  };
  const above = (value: number, limit: number) => value > limit;

  const claimedOrNone: Count = claimed.is === "dash" ? { is: "count", value: 0 } : claimed;
  within("directoryDue", claimedOrNone, "DUE_BELOW_CLAIMED", (due, least) => due < least);
  if (read.directoryDue.is === "count") within("directoryDone", read.directoryDue, "ACTUAL_EXCEEDS_DUE", above);
  else within("directoryDone", claimedOrNone, "ACTUAL_EXCEEDS_CLAIMED", above);
  within("implementationDone", claimedOrNone, "ACTUAL_EXCEEDS_CLAIMED", above);
  within("covered", claimedOrNone, "ACTUAL_EXCEEDS_CLAIMED", above);
  within(
    "onboarded",
    read.officers.is === "dash" ? { is: "count", value: 0 } : read.officers,
    "ONBOARDED_EXCEEDS_OFFICERS",
    above,
  );

  const hasItems = claimed.is === "count" && claimed.value > 0;
  if (
    claimedOrNone.is === "count" &&
    claimedOrNone.value === 0 &&
    read.directoryDue.is === "count" &&
    read.directoryDue.value > 0
  ) {
    report("directoryDue")("DUE_WITHOUT_CLAIMED", { value: read.directoryDue.value });
  }
  const needed: ActualColumn[] = [
    ...(hasItems ? (["directoryDone", "implementationDone", "covered"] as const) : []),
    ...(read.officers.is === "count" && read.officers.value > 0 ? (["onboarded"] as const) : []),
  ];
  for (const column of needed) if (read[column].is === "dash") report(column)("ACTUAL_DASH");

  const figures: Figures = {
    claimed,
    targets: {
      directory: target("directoryTarget"),
      implementation: target("implementationTarget"),
      coverage: target("coverageTarget"),
      officers: target("officersTarget"),
    },
    actuals: read,
  };
  return { figures, problems };
}

function headerOf(column: TableColumn): string {
  return { ...SOURCE_HEADERS, ...ACTUAL_HEADERS }[column];
}

type Report = (code: WorkbookProblem, details?: Details) => void;

function readCount(cell: Cell, report: Report): Count {
  switch (cell.kind) {
    case "blank":
      return { is: "blank" };
    case "dash":
      return { is: "dash" };
    case "number":
      return wholeNumber(cell.value, report);
    case "percent":
      // A count in a cell formatted as a percentage is still that count; one typed as “35%” is not a count.
      if (cell.written === "number") return wholeNumber(cell.value, report);
      report("COUNT_NOT_A_NUMBER", { value: `${round(cell.value * 100)}%` });
      return { is: "bad" };
    case "text":
      report("COUNT_NOT_A_NUMBER", { value: cell.text });
      return { is: "bad" };
    case "error":
      report("CELL_ERROR", { value: cell.code });
      return { is: "bad" };
  }
}

function wholeNumber(value: number, report: Report): Count {
  if (value < 0) report("COUNT_NEGATIVE", { value });
  else if (!Number.isInteger(value)) report("COUNT_FRACTIONAL", { value });
  else return { is: "count", value };
  return { is: "bad" };
}

/** A plain number up to 1 is a fraction (0.35); above it it is per cent (35), unless the rules refuse that. */
function readTarget(cell: Cell, bareTargets: Rules["bareTargets"], report: Report): Target {
  switch (cell.kind) {
    case "blank":
    case "dash":
      return { is: "absent" };
    case "percent":
      return cell.dashed ? { is: "absent" } : basisPoints(cell.value, report);
    case "number":
      if (cell.dashed) return { is: "absent" };
      if (cell.value <= 1) return basisPoints(cell.value, report);
      if (bareTargets === "percent") return basisPoints(cell.value / 100, report);
      report("TARGET_WITHOUT_PERCENT", { value: round(cell.value) });
      return { is: "bad" };
    case "text":
      report("TARGET_UNREADABLE", { value: cell.text });
      return { is: "bad" };
    case "error":
      report("CELL_ERROR", { value: cell.code });
      return { is: "bad" };
  }
}

function basisPoints(fraction: number, report: Report): Target {
  const value = `${round(fraction * 100)}%`;
  const bp = Math.round(fraction * 10_000);
  if (fraction < 0) report("TARGET_NEGATIVE", { value });
  else if (fraction > 1) report("TARGET_ABOVE_100", { value });
  else if (Math.abs(fraction * 10_000 - bp) > 1e-6) report("TARGET_TOO_FINE", { value });
  else return { is: "target", bp };
  return { is: "bad" };
}

/** As a person would write it: without the noise of binary fractions. */
function round(value: number): number {
  return Number(value.toFixed(6));
}
