import { readFileSync } from "node:fs";
import type { CellGrid } from "../../src/core/cells/grid";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
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

/** What the workbook holds now. Merges and names come in one order, for undoing may make them anew in another. */
export async function dataOf(host: Host): Promise<WorkbookData> {
  const data = await host.workbook.toData();
  for (const { merges } of data.sheets) merges.sort((a, b) => a.firstRow - b.firstRow || a.firstColumn - b.firstColumn);
  data.names.sort((a, b) => (a.name < b.name ? -1 : 1));
  return data;
}

/** What the sheet of this name holds now; the workbook has it. */
export const sheetOf = async (host: Host, name: string): Promise<SheetData> =>
  (await dataOf(host)).sheets.find((sheet) => sheet.name === name)!;

/** What a person does to the sheet of this name. */
export const edit = (name: string, work: (sheet: Excel.Worksheet) => void): Promise<void> =>
  Excel.run(async (context) => {
    work(context.workbook.worksheets.getItem(name));
    await context.sync();
  });

let few: Promise<WorkbookData> | undefined;
/** The filled sample with its first six departments (rows 5–10), its notes right below them: where all 35 say no more. */
export async function fewDepartments(): Promise<WorkbookData> {
  few ??= firstSix();
  return structuredClone(await few);
}
async function firstSix(): Promise<WorkbookData> {
  const host = await startExcel(await fileData(FILLED));
  await edit("附件2", (sheet) => sheet.getRange("11:39").delete("Up"));
  return host.workbook.toData();
}
