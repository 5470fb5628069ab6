import type { Cell } from "../cells/classify";
import { BLANK } from "../cells/classify";
import type { RawValue } from "../cells/grid";
import { REPORTED_COLUMNS } from "../indicators/indicators";
import type { ReportedColumn } from "../indicators/indicators";
import type { TaskTable } from "../table/taskTable";
import type { DepartmentFindings } from "./findings";

/** The actuals that detail sheets can give; 应认领数 is not among them, for the source does not say what is still to be issued. */
export const DETAIL_ACTUALS = REPORTED_COLUMNS;
export type DetailActual = ReportedColumn;

/** A typed actual that the detail sheets contradict. */
export interface ActualConflict {
  /** Zero-based row in the task table. */
  readonly row: number;
  readonly department: string;
  readonly column: DetailActual;
  /** As it stands in the cell. */
  readonly typed: string;
  readonly detail: number;
}

/** Ask about typed actuals, replace or keep them all, or replace just these. */
export type TypedActuals = "ask" | "replace" | "keep" | readonly Pick<ActualConflict, "row" | "column">[];

/** A decision on one cell, kept in the workbook so that nobody is asked twice and clearing puts the cell back. */
export interface DecidedActual {
  readonly department: string;
  readonly column: DetailActual;
  /** What stood there before; what still stands there where it was kept. */
  readonly before: RawValue;
  readonly detail: number;
  readonly kept: boolean;
}

/** An actual to be written into its cell. */
export interface ActualChange {
  /** Zero-based row in the task table. */
  readonly row: number;
  readonly column: DetailActual;
  /** The cell's formula or value as it is. */
  readonly before: RawValue;
  readonly detail: number;
}

export interface Reconciled {
  /** The table with the actuals that hold from now on. */
  readonly table: TaskTable;
  readonly changes: readonly ActualChange[];
  /** Typed actuals that are replaced: old and new, for the person to know. */
  readonly replaced: readonly ActualConflict[];
  /** Undecided ones; nothing may be written while there are any. */
  readonly conflicts: readonly ActualConflict[];
  readonly decided: readonly DecidedActual[];
}

/**
 * Holds the actuals of the detail sheets against what stands in the cells. A blank cell takes the detail's number, and so does
 * one that a detail sheet has filled before; a number that a person typed is replaced only by that person's choice.
 * `rawOf` gives a cell's formula or value.
 */
export function reconcile(
  table: TaskTable,
  findings: readonly DepartmentFindings[],
  before: readonly DecidedActual[],
  typedActuals: TypedActuals,
  rawOf: (row: number, column: DetailActual) => RawValue,
): Reconciled {
  const changes: ActualChange[] = [];
  const replaced: ActualConflict[] = [];
  const conflicts: ActualConflict[] = [];
  const remembered = new Map(before.map((decision) => [`${decision.column}\n${decision.department}`, decision]));
  const decided = new Map(remembered);
  const departments = table.departments.map((department, index) => {
    const found = findings[index]!;
    const cells: Partial<Record<string, Cell>> = { ...department.cells };
    for (const column of DETAIL_ACTUALS) {
      const detail = found[column];
      if (detail === null) continue;
      const cell = department.cells[column] ?? BLANK;
      const raw = rawOf(department.row, column);
      const key = `${column}\n${department.name}`;
      const decision = remembered.get(key);
      if (cell.kind === "number" && cell.value === detail) continue;
      const ours = decision && !decision.kept && raw === decision.detail;
      if (!ours && !(cell.kind === "blank" && cell.text === undefined)) {
        if (decision?.kept && raw === decision.before && decision.detail === detail) continue;
        const conflict: ActualConflict = {
          row: department.row,
          department: department.name,
          column,
          typed: shown(cell, raw),
          detail,
        };
        const choice = chosen(typedActuals, conflict);
        if (choice === "ask") conflicts.push(conflict);
        if (choice === "keep")
          decided.set(key, { department: department.name, column, before: raw, detail, kept: true });
        if (choice !== "replace") continue;
        replaced.push(conflict);
      }
      changes.push({ row: department.row, column, before: raw, detail });
      decided.set(key, {
        department: department.name,
        column,
        before: ours ? decision.before : raw,
        detail,
        kept: false,
      });
      cells[column] = { kind: "number", value: detail, written: "number" };
    }
    return { ...department, cells: cells as typeof department.cells };
  });
  return { table: { ...table, departments }, changes, replaced, conflicts, decided: [...decided.values()] };
}

function chosen(typedActuals: TypedActuals, { row, column }: ActualConflict): "ask" | "replace" | "keep" {
  if (typeof typedActuals === "string") return typedActuals;
  return typedActuals.some((one) => one.row === row && one.column === column) ? "replace" : "keep";
}

function shown(cell: Cell, raw: RawValue): string {
  if (cell.kind === "number") return String(cell.value);
  return cell.kind === "text" ? cell.text : String(raw);
}
