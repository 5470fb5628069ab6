import type { CellData, WorkbookData } from "../../src/host/workbook/data";
import { blankWorkbook } from "../../src/host/workbook/live/blank";

/** A workbook of one sheet with the given values; strings that begin with "=" are formulas, "" is blank. */
export function workbookOf(rows: (string | number | boolean)[][], sheet = "附件2"): WorkbookData {
  const data = blankWorkbook(sheet);
  rows.forEach((row, r) => {
    data.sheets[0]!.cells[r] = Object.fromEntries(
      row.flatMap((value, c): [number, CellData][] =>
        value === "" ? [] : [[c, typeof value === "string" && value.startsWith("=") ? { formula: value } : { value }]],
      ),
    );
  });
  return data;
}
