import { useCallback, useSyncExternalStore } from "react";
import { PREVIEW } from "../core/wording/preview";
import { formatArea } from "../host/workbook/address";
import type { LiveWorkbook } from "../host/workbook/live/workbook";

/** The selected cell and what stands in it: a click on a result shows how it came about. */
export function FormulaBar({ workbook }: { readonly workbook: LiveWorkbook }) {
  const subscribe = useCallback(
    (changed: () => void) => {
      const watching = workbook.commands.onCommandExecuted(changed);
      return () => watching.dispose();
    },
    [workbook],
  );
  const contents = useSyncExternalStore(subscribe, () => {
    const { sheet, area } = workbook.selection;
    return sheet.formula(area.firstRow, area.firstColumn) ?? String(sheet.value(area.firstRow, area.firstColumn));
  });
  const address = useSyncExternalStore(subscribe, () => formatArea(workbook.selection.area));
  return (
    <div className="formula-bar" role="group" aria-label={PREVIEW.formulaBar}>
      <output className="formula-address">{address}</output>
      <output className="formula-text">{contents}</output>
    </div>
  );
}
