import type { Recalculated } from "../../actions";
import type { DepartmentAssessment } from "../../core/assess/assessment";
import { BASES, descriptorOf } from "../../core/indicators/indicators";
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
  const { base, due, target, done, shown } = descriptorOf(indicator);
  const at: Readonly<Record<Figure, number | undefined>> = {
    due: (due === null ? undefined : columns[due]) ?? columns[BASES[base].column],
    target: columns[target],
    required: shown.required === undefined ? undefined : own[`${indicator}Required`],
    done: columns[done],
    // A gap without a column in sight is told by 情况说明.
    gap: shown.gap === undefined ? own.remark : own[`${indicator}Gap`],
    rate: own[`${indicator}Rate`],
    deduction: own[`${indicator}Deduction`],
  };
  const column = at[figure];
  return column === undefined ? null : sheetAddress(sheet, cellAddress(row, column));
}
