import type { PageData, SheetData, WorkbookData } from "../data";

/** Page set-up as Excel gives it to a new sheet; margins in points. */
const defaultPage = (): PageData => ({
  orientation: "Portrait",
  paperSize: "A4",
  zoom: { scale: 100 },
  margins: { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 },
  centerHorizontally: false,
  centerVertically: false,
  header: { left: "", center: "", right: "" },
  footer: { left: "", center: "", right: "" },
});

/** An empty sheet as Excel makes it. */
export const blankSheet = (name: string): SheetData => ({
  name,
  visibility: "Visible",
  protected: false,
  cells: {},
  merges: [],
  columns: {},
  rows: {},
  defaultColumnWidth: 54,
  defaultRowHeight: 13.5,
  frozen: { rows: 0, columns: 0 },
  conditionalFormats: [],
  validations: [],
  page: defaultPage(),
});

/** An empty workbook of one sheet. */
export const blankWorkbook = (sheet = "Sheet1"): WorkbookData => ({
  sheets: [blankSheet(sheet)],
  activeSheet: sheet,
  names: [],
  settings: {},
});
