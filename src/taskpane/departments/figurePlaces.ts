import type { Recalculated } from "../../actions";
import type { DepartmentAssessment } from "../../core/assess/assessment";
import type { Indicator } from "../../core/indicators/indicators";
import { cellAddress, sheetAddress } from "../../core/cells/address";
import type { CalculationPiece } from "../../core/wording/departments";

type Figure = NonNullable<CalculationPiece["of"]>;

/** The cell of the sheet in which a figure of a department's indicator stands; null where the sheet has none for it. */
export function figurePlace(
  { sheet, places: { columns, own } }: Pick<Recalculated, "sheet" | "places">,
  { row }: DepartmentAssessment,
  indicator: Indicator,
  figure: Figure,
): string | null {
  const at: Record<Indicator, Record<Figure, number | undefined>> = {
    directory: {
      due: columns.directoryDue ?? columns.claimed,
      target: columns.directoryTarget,
      done: columns.directoryDone,
      gap: own.remark,
      rate: own.directoryRate,
      deduction: own.directoryDeduction,
    },
    implementation: {
      due: columns.claimed,
      target: columns.implementationTarget,
      done: columns.implementationDone,
      gap: own.remark,
      rate: own.implementationRate,
      deduction: own.implementationDeduction,
    },
    coverage: {
      due: columns.claimed,
      target: columns.coverageTarget,
      done: columns.covered,
      gap: own.coverageGap,
      rate: own.coverageRate,
      deduction: own.coverageDeduction,
    },
    officers: {
      due: columns.officers,
      target: columns.officersTarget,
      done: columns.onboarded,
      gap: own.officersGap,
      rate: own.officersRate,
      deduction: own.officersDeduction,
    },
  };
  const column = at[indicator][figure];
  return column === undefined ? null : sheetAddress(sheet, cellAddress(row, column));
}
