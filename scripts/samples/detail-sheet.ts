import { DETAIL_FIELDS, type DetailField, type DetailKind } from "../../src/core/detail/kinds";
import { DETAIL_HEADERS, DETAIL_SHEETS } from "../../src/core/wording/detail";
import type { CellStyle, SheetData } from "../../src/host/workbook/data";

/** Zero-based rows of the sheet. */
const NOTE_ROW = 0;
const HEADER_ROW = 1;
const FIRST_ROW = 2;

const line = { style: "Continuous", weight: "Thin", color: "#D9D9D9" } as const;
const CELL: CellStyle = {
  fontName: "宋体",
  fontSize: 11,
  vertical: "Center",
  borders: { top: line, bottom: line, left: line, right: line },
};
const HEADER: CellStyle = { ...CELL, fontName: "黑体", horizontal: "Center", fill: "#F2F2F2" };
const NOTE: CellStyle = { fontName: "宋体", fontSize: 10, color: "#595959", vertical: "Center" };

/** Text, so that Excel does not round a long number or drop its zeros. */
const AS_TEXT: readonly DetailField[] = ["mainCode", "subCode", "code", "caseNumber", "certificate"];
const FORMATS: Readonly<Partial<Record<DetailField, string>>> = {
  date: "yyyy-mm-dd",
  lastLogin: "yyyy-mm-dd hh:mm",
  ...Object.fromEntries(AS_TEXT.map((field) => [field, "@"])),
};
/** Points. */
const WIDTHS: Readonly<Partial<Record<DetailField, number>>> = {
  department: 190,
  mainItem: 330,
  subItem: 330,
  item: 330,
  mainCode: 130,
  subCode: 150,
  code: 150,
  caseNumber: 100,
  lastLogin: 110,
  certificate: 110,
};
const WIDTH = 84;

/** One detail sheet: a note, the headers of the template, the rows. A value that is null or "" leaves its cell blank. */
export function detailSheet<Kind extends DetailKind>(
  kind: Kind,
  note: string,
  rows: readonly Readonly<Record<(typeof DETAIL_FIELDS)[Kind][number], string | number | null>>[],
): SheetData {
  const fields = DETAIL_FIELDS[kind] as readonly (typeof DETAIL_FIELDS)[Kind][number][];
  const styles = fields.map((field): CellStyle =>
    FORMATS[field] === undefined ? CELL : { ...CELL, numberFormat: FORMATS[field] },
  );
  const cells: SheetData["cells"] = { [NOTE_ROW]: { 0: { value: note, style: NOTE } }, [HEADER_ROW]: {} };
  fields.forEach((field, column) => (cells[HEADER_ROW]![column] = { value: DETAIL_HEADERS[field], style: HEADER }));
  rows.forEach((row, index) => {
    cells[FIRST_ROW + index] = Object.fromEntries(
      fields.map((field, column) => {
        const value = row[field];
        return [
          column,
          value === null || value === "" ? { style: styles[column]! } : { value, style: styles[column]! },
        ];
      }),
    );
  });
  return {
    name: DETAIL_SHEETS[kind],
    visibility: "Visible",
    protected: false,
    cells,
    merges: [],
    rows: { [NOTE_ROW]: { height: 18 }, [HEADER_ROW]: { height: 24 } },
    columns: Object.fromEntries(fields.map((field, column) => [column, { width: WIDTHS[field] ?? WIDTH }])),
    defaultColumnWidth: 48,
    defaultRowHeight: 15,
    frozen: { rows: FIRST_ROW, columns: 0 },
    conditionalFormats: [],
    validations: [],
    page: {
      orientation: "Landscape",
      paperSize: "A4",
      zoom: { horizontalFitToPages: 1 },
      margins: { left: 42, right: 42, top: 54, bottom: 54, header: 22, footer: 22 },
      centerHorizontally: true,
      centerVertically: false,
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
      header: { left: "", center: "", right: "" },
      footer: { left: "", center: "", right: "" },
    },
  };
}
