import type { Area, CellData, CellStyle, SheetData, WorkbookData } from "../../src/host/workbook/data";
import type { Reported } from "./reported";
import { MARK, NOTES, NOTES_HEAD, TITLE, type SourceDepartment } from "./source-table";

/** Zero-based rows of the sheet. */
const TITLE_ROW = 1;
const GROUP_ROW = 2;
const HEADER_ROW = 3;
const FIRST_ROW = 4;

const SHEET = "附件2";
const REPORTED_GROUP = "填报数据";
const REPORTED_HEADERS = [
  "目录清单应认领数",
  "目录清单已完成数",
  "实施清单已完备数",
  "产生办件主项数",
  "执法人员数",
  "已入驻人数",
];

/** Points. A full-width character is as wide as the font is high. */
const TEXT_SIZE = 12;
const LINE_HEIGHT = 18;
const HEADER_SIZE = 11;
/** Low enough for the head of the notes to be followed by the first of them on page one. */
const ROW_HEIGHT = 28;
/** What a cell keeps free on both sides together. */
const PADDING = 6;
const WIDTHS = [36, 212, 60, 62, 62, 78, 64];
const REPORTED_WIDTH = 52;
const TABLE_COLUMNS = WIDTHS.length;

const line = { style: "Continuous", weight: "Thin", color: "#000000" } as const;
const BODY: CellStyle = {
  fontName: "仿宋_GB2312",
  fontSize: TEXT_SIZE,
  horizontal: "Center",
  vertical: "Center",
  wrap: true,
  borders: { top: line, bottom: line, left: line, right: line },
};
const HEADER: CellStyle = { ...BODY, fontName: "黑体", fontSize: HEADER_SIZE };
const NOTE: CellStyle = {
  fontName: "仿宋_GB2312",
  fontSize: TEXT_SIZE,
  horizontal: "Left",
  vertical: "Top",
  wrap: true,
};
const WHOLE: CellStyle = { ...BODY, numberFormat: "0%" };
const EXACT: CellStyle = { ...BODY, numberFormat: "0.00%" };

/** Departments that are written may be more than the source's: the table grows, the notes come after. */
export interface TaskWorkbook {
  readonly departments: readonly SourceDepartment[];
  /** One entry a department, or absent for a table of targets only. */
  readonly reported?: readonly Reported[];
}

/** The attachment as a workbook: mark, title, two header rows, the departments, the notes. */
export function taskWorkbook({ departments, reported }: TaskWorkbook): WorkbookData {
  const cells: SheetData["cells"] = {};
  const rows: SheetData["rows"] = {};
  const merges: Area[] = [];
  const put = (row: number, column: number, value: CellData["value"], style: CellStyle) => {
    (cells[row] ??= {})[column] = value === undefined ? { style } : { value, style };
  };
  const merge = (
    firstRow: number,
    firstColumn: number,
    lastRow: number,
    lastColumn: number,
    value: string,
    style: CellStyle,
  ) => {
    for (let row = firstRow; row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++)
        put(row, column, row === firstRow && column === firstColumn ? value : undefined, style);
    }
    merges.push({ firstRow, firstColumn, lastRow, lastColumn });
  };

  const widths = [...WIDTHS, ...(reported ? REPORTED_HEADERS.map(() => REPORTED_WIDTH) : [])];
  const lastColumn = widths.length - 1;
  put(0, 0, MARK, { fontName: "黑体", fontSize: 16, vertical: "Center" });
  rows[0] = { height: 27 };
  merge(TITLE_ROW, 0, TITLE_ROW, lastColumn, TITLE, {
    fontName: "方正小标宋简体",
    fontSize: 22,
    horizontal: "Center",
    vertical: "Center",
  });
  rows[TITLE_ROW] = { height: 45 };

  ["序号", "部门名称", "目录清单已认领的主项数"].forEach((text, column) =>
    merge(GROUP_ROW, column, HEADER_ROW, column, text, HEADER),
  );
  merge(GROUP_ROW, 3, GROUP_ROW, 4, "事项梳理目标", HEADER);
  put(GROUP_ROW, 5, "数据汇聚目标", HEADER);
  merge(GROUP_ROW, 6, HEADER_ROW, 6, "执法人员入驻率目标", HEADER);
  ["目录清单完成率", "实施清单完备率", "监管行为覆盖率"].forEach((text, index) =>
    put(HEADER_ROW, 3 + index, text, HEADER),
  );
  rows[GROUP_ROW] = { height: 27 };
  rows[HEADER_ROW] = { height: 48 };
  if (reported) {
    merge(GROUP_ROW, TABLE_COLUMNS, GROUP_ROW, lastColumn, REPORTED_GROUP, HEADER);
    REPORTED_HEADERS.forEach((text, index) => put(HEADER_ROW, TABLE_COLUMNS + index, text, HEADER));
  }

  departments.forEach(({ name, claimed, coverageTarget }, index) => {
    const row = FIRST_ROW + index;
    const actual = reported?.[index];
    const applies = coverageTarget !== "—";
    put(row, 0, index + 1, BODY);
    put(row, 1, name, { ...BODY, horizontal: "Left" });
    put(row, 2, actual?.claimed ?? claimed, BODY);
    for (const column of [3, 4]) put(row, column, applies ? 1 : "—", applies ? EXACT : BODY);
    put(row, 5, applies ? coverageTarget / 100 : "—", applies ? WHOLE : BODY);
    put(row, 6, 1, EXACT);
    if (actual) {
      const { due, directory, implementation, covered, officers, onboarded } = actual;
      [due, directory, implementation, covered, officers, onboarded].forEach((value, offset) =>
        put(row, TABLE_COLUMNS + offset, value ?? undefined, BODY),
      );
    }
    rows[row] = { height: ROW_HEIGHT };
  });

  [NOTES_HEAD, ...NOTES].forEach((text, index) => {
    const row = FIRST_ROW + departments.length + index;
    merge(row, 0, row, lastColumn, text, index === 0 ? { ...NOTE, vertical: "Center" } : NOTE);
    rows[row] = { height: noteHeight(text, widths) };
  });

  const sheet: SheetData = {
    name: SHEET,
    visibility: "Visible",
    protected: false,
    cells,
    merges,
    rows,
    columns: Object.fromEntries(widths.map((width, column) => [column, { width }])),
    defaultColumnWidth: 48,
    defaultRowHeight: 15,
    frozen: { rows: 0, columns: 0 },
    conditionalFormats: [],
    validations: [],
    page: {
      orientation: reported ? "Landscape" : "Portrait",
      paperSize: "A4",
      zoom: { horizontalFitToPages: 1 },
      margins: { left: 42, right: 42, top: 54, bottom: 54, header: 22, footer: 22 },
      centerHorizontally: true,
      centerVertically: false,
      header: { left: "", center: "", right: "" },
      footer: { left: "", center: "", right: "" },
    },
  };
  return { sheets: [sheet], activeSheet: SHEET, names: [], settings: {} };
}

/** Points that a note needs across the table: a Latin letter or digit is half as wide as a Chinese character. */
function noteHeight(text: string, widths: readonly number[]): number {
  const width = widths.reduce((sum, one) => sum + one, -PADDING);
  const length = [...text].reduce((sum, letter) => sum + (/[ -~]/.test(letter) ? TEXT_SIZE / 2 : TEXT_SIZE), 0);
  return Math.ceil(length / width) * LINE_HEIGHT + PADDING;
}
