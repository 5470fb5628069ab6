import { readFileSync } from "node:fs";
import type { CellGrid } from "../../src/core/cells/grid";
import type { SheetData, WorkbookData } from "../../src/host/workbook/data";
import { openWorkbook } from "../../src/host/workbook/file/open";

export const FILLED = "assets/samples/附件2-填报示例.xlsx";
export const BLANK = "assets/samples/附件2.xlsx";

export async function fileData(path: string): Promise<WorkbookData> {
  return (await openWorkbook(readFileSync(path))).data;
}

/** A sheet that holds a grid's cells and nothing else. */
export function plainSheet({ sheet, firstRow, firstColumn, values, numberFormats }: CellGrid): SheetData {
  const cells: SheetData["cells"] = {};
  values.forEach((row, r) =>
    row.forEach((value, c) => {
      if (value === "") return;
      const error = String(value).startsWith("#");
      (cells[firstRow + r] ??= {})[firstColumn + c] = {
        value,
        ...(error ? { error } : {}),
        style: { numberFormat: numberFormats[r]![c]! },
      };
    }),
  );
  return {
    name: sheet,
    visibility: "Visible",
    protected: false,
    cells,
    merges: [],
    columns: {},
    rows: {},
    defaultColumnWidth: 54,
    defaultRowHeight: 14.25,
    frozen: { rows: 0, columns: 0 },
    conditionalFormats: [],
    validations: [],
    page: {
      orientation: "Portrait",
      paperSize: "A4",
      zoom: { scale: 100 },
      margins: { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 },
      centerHorizontally: false,
      centerVertically: false,
      header: { left: "", center: "", right: "" },
      footer: { left: "", center: "", right: "" },
    },
  };
}

export function workbookOf(...sheets: SheetData[]): WorkbookData {
  return { sheets, activeSheet: sheets[0]!.name, names: [], settings: {} };
}
