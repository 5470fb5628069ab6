import { BASES, BASE_NAMES, byIndicator, descriptorOf } from "../indicators/indicators";
import type { Base, Indicator } from "../indicators/indicators";
import type { TableColumn } from "../table/headers";
import type { DepartmentRow } from "../table/taskTable";
import type { IndicatorResult, Used } from "./assessment";
import { judge, unjudged } from "./indicator";
import { readCount, readTarget } from "./readings";
import type { Fault, Reading } from "./readings";
import type { Rules } from "./rules";

/** What is wrong with a cell of the row. */
export interface CellFault extends Fault {
  readonly column: TableColumn;
}

/** One department's row, judged. */
export interface JudgedRow {
  readonly bases: Readonly<Record<Base, Used>>;
  readonly results: Readonly<Record<Indicator, IndicatorResult>>;
  /** Accounts beyond the number of officers; 0 where there are none too many. */
  readonly surplusAccounts: number;
  /** Note 4: items have been issued while the coverage target is still —, so the floor applies. */
  readonly atFloor: boolean;
  readonly faults: readonly CellFault[];
}

const FULL = 10_000;

/**
 * Judges one department by the notes. Each figure is a number as it is used, or the reason why there is none: the sheet's formulas settle
 * the same reasons in the same order, each derived for itself.
 */
export function judgeRow({ cells }: DepartmentRow, rules: Rules): JudgedRow {
  const faults: CellFault[] = [];
  const report = (column: TableColumn, fault: Fault) => {
    if (!faults.some((one) => one.column === column && one.code === fault.code)) faults.push({ ...fault, column });
  };
  const count = (column: TableColumn) => readCount(cells[column]);

  const base = (name: Base): Used => {
    const { column, surplus } = BASES[name];
    const read = count(column);
    if (read.is === "blank") return "notReported";
    if (read.is === "bad") return invalid(report, column, read.fault);
    const value = read.is === "number" ? read.value : 0;
    return value === 0 && !(surplus !== "ignored" && hasAny(count(surplus))) ? "notApplicable" : value;
  };
  const bases: Record<Base, Used> = Object.fromEntries(BASE_NAMES.map((name) => [name, base(name)])) as Record<
    Base,
    Used
  >;

  const due = (column: TableColumn | null, of: Used): Used => {
    const read: Reading = column === null || of === "notReported" || of === "invalid" ? { is: "blank" } : count(column);
    if (column === null || read.is === "blank" || read.is === "dash") return of;
    if (read.is === "bad") return invalid(report, column, read.fault);
    const least = of === "notApplicable" ? 0 : (of as number);
    if (read.value < least) {
      return invalid(report, column, { code: "DUE_BELOW_CLAIMED", details: { value: read.value, limit: least } });
    }
    return read.value === 0 ? of : read.value;
  };

  const results = byIndicator(
    (indicator, { base: name, due: dueColumn, done: doneColumn, target, absentTarget, points }) => {
      const of = bases[name];
      const all = due(dueColumn, of);
      if (typeof all !== "number") return unjudged(all);
      const aim = readTarget(cells[target], rules.bareTargets);
      if (aim.is === "bad") return unjudged(invalid(report, target, aim.fault), { due: all });
      const whole = absentTarget === "whole" ? FULL : rules.coverageFloorBp;
      const targetBp = aim.is === "number" ? aim.value : whole;
      const known = { due: all, targetBp, required: Math.ceil((targetBp * all) / FULL) };
      // Issued, but not claimed: nothing of it can be done yet, and not claiming must not rank better than claiming (note 4).
      const done: Reading = of === "notApplicable" ? { is: "number", value: 0 } : count(doneColumn);
      if (dueColumn !== null && of === "notApplicable")
        report(dueColumn, { code: "DUE_WITHOUT_CLAIMED", details: { value: all } });
      if (done.is === "dash") report(doneColumn, { code: "ACTUAL_DASH", details: {} });
      if (done.is === "blank" || done.is === "dash") return unjudged("notReported", known);
      if (done.is === "bad") return unjudged(invalid(report, doneColumn, done.fault), known);
      if (done.value > all) {
        const isOwnDue = dueColumn !== null && count(dueColumn).is === "number";
        return unjudged(invalid(report, doneColumn, exceeding(name, isOwnDue, done.value, all)), known);
      }
      return judge({ due: all, done: done.value, targetBp, points: rules[points], cap: rules.caps[indicator] });
    },
  );

  const { surplus } = BASES.officers;
  const accounts = surplus === "ignored" ? null : count(surplus);
  const surplusAccounts =
    typeof bases.officers === "number" && accounts ? Math.max(0, Math.floor(numberIn(accounts)) - bases.officers) : 0;
  const atFloor =
    typeof bases.items === "number" &&
    readTarget(cells[descriptorOf("coverage").target], rules.bareTargets).is === "dash";
  return { bases, results, surplusAccounts, atFloor, faults };
}

function invalid(report: (column: TableColumn, fault: Fault) => void, column: TableColumn, fault: Fault): "invalid" {
  report(column, fault);
  return "invalid";
}

function exceeding(base: Base, isOwnDue: boolean, value: number, limit: number): Fault {
  if (base === "officers")
    return { code: "ONBOARDED_EXCEEDS_OFFICERS", details: { value, limit, surplus: value - limit } };
  return { code: isOwnDue ? "ACTUAL_EXCEEDS_DUE" : "ACTUAL_EXCEEDS_CLAIMED", details: { value, limit } };
}

function hasAny(reading: Reading): boolean {
  return numberIn(reading) > 0;
}

function numberIn(reading: Reading): number {
  return "value" in reading ? (reading.value ?? 0) : 0;
}
