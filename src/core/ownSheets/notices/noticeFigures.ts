import type { DepartmentAssessment } from "../../assess/assessment";
import { cellAddress, quotedSheet } from "../../cells/address";
import type { RawValue } from "../../cells/grid";
import { descriptorOf } from "../../indicators/indicators";
import type { Indicator } from "../../indicators/indicators";
import type { TaskTable } from "../../table/taskTable";
import type { ComputedColumn } from "../../taskSheet/columns";
import { computedValues } from "../../taskSheet/expected";
import type { OwnPlaces } from "../../taskSheet/layout";
import { NOTICE_INDICATORS, VERDICTS } from "../../wording/notice";
import { NOT_APPLICABLE } from "../../wording/sheet";
import { quoted } from "../sheetCells";
import type { CellSource } from "../sheetCells";

const BASIS_POINTS = 10_000;

/** The table of a notice: a row for each indicator, then total and rank. */
export interface NoticeFigures {
  /** `at` is the row's place on the notice. */
  row(indicator: Indicator, at: number): CellSource[];
  readonly total: CellSource;
  readonly rank: CellSource;
}

/**
 * Formulas over the department's row of the task table, each the cell that holds the figure there, with what the assessment says that it
 * shows. Columns that staff have deleted are written as the assessment has them.
 */
export function noticeFigures(
  { table, own }: { readonly table: TaskTable; readonly own: OwnPlaces },
  department: DepartmentAssessment,
): NoticeFigures {
  const place = (column: number) => `${quotedSheet(table.sheet)}!${cellAddress(department.row, column)}`;
  const values = computedValues(department);
  const valueOf = (column: ComputedColumn, blank: string): RawValue => (values[column] === "" ? blank : values[column]);
  const ours = (column: ComputedColumn, blank: string): CellSource => {
    const at = own[column];
    const value = valueOf(column, blank);
    return at === undefined ? value : { expression: `IF(LEN(${place(at)})=0,${quoted(blank)},${place(at)})`, value };
  };
  const target = (indicator: Indicator, rate: string): CellSource => {
    const column = descriptorOf(indicator).target;
    const at = own[`${indicator}TargetUsed`] ?? own[`${column}Read`] ?? table.columns[column]!;
    const { state, targetBp } = department[indicator];
    return {
      expression: `IF(${rate}=${quoted(NOT_APPLICABLE)},${rate},${place(at)})`,
      // Where nothing is judged yet the sheet may name a target all the same.
      value: state === "notApplicable" ? NOT_APPLICABLE : targetBp === null ? null : targetBp / BASIS_POINTS,
    };
  };
  const verdict = (indicator: Indicator, gap: string, rate: string): CellSource => {
    const { state, met } = department[indicator];
    return {
      expression: `IF(ISNUMBER(${rate}),IF(${gap}=0,${quoted(VERDICTS.met)},${quoted(VERDICTS.notMet)}),${rate})`,
      value:
        state === "reported" ? (met ? VERDICTS.met : VERDICTS.notMet) : valueOf(`${indicator}Rate`, VERDICTS.waiting),
    };
  };
  return {
    row(indicator, at) {
      const [gap, rate] = [cellAddress(at, 4), cellAddress(at, 5)];
      return [
        NOTICE_INDICATORS[indicator],
        target(indicator, rate),
        ours(`${indicator}Required`, VERDICTS.waiting),
        ours(`${indicator}DoneUsed`, VERDICTS.waiting),
        ours(`${indicator}Gap`, VERDICTS.waiting),
        ours(`${indicator}Rate`, VERDICTS.waiting),
        ours(`${indicator}Deduction`, VERDICTS.waiting),
        verdict(indicator, gap, rate),
      ];
    },
    total: ours("deduction", VERDICTS.waiting),
    rank: ours("rank", NOT_APPLICABLE),
  };
}
