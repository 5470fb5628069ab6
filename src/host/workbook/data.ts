import type { ChartData } from "./charts";

/**
 * A whole workbook as plain data: what a file holds and what the live model gives back.
 * File formats turn into this and back (file/), and the Univer model is filled from it and read into it (live/).
 * Rows and columns are zero-based; lengths are points unless said otherwise; colours are "#RRGGBB".
 */
export interface WorkbookData {
  sheets: SheetData[];
  /** Name of the active sheet. */
  activeSheet: string;
  names: NameData[];
  /** The add-in's document settings. */
  settings: Record<string, unknown>;
  /** Serial numbers count from 1 January 1904; absent in nearly all workbooks. */
  date1904?: true;
}

export interface SheetData {
  name: string;
  visibility: "Visible" | "Hidden" | "VeryHidden";
  /** Absent where the tab has the colour of all. */
  tabColor?: string;
  protected: boolean;
  /** cells[row][column]; a cell that is absent is blank and unformatted. */
  cells: Record<number, Record<number, CellData>>;
  merges: Area[];
  /** `outline` is the level that a column is grouped at, from 1. */
  columns: Record<number, { width?: number; hidden?: boolean; outline?: number }>;
  rows: Record<number, { height?: number; hidden?: boolean }>;
  /** Width of columns that have no entry of their own. */
  defaultColumnWidth: number;
  defaultRowHeight: number;
  /** Rows above and columns left of the frozen panes' edge; 0, 0 where nothing is frozen. */
  frozen: { rows: number; columns: number };
  /** Absent where the lines between the cells are shown. */
  showGridlines?: false;
  /** Highest priority first. */
  conditionalFormats: ConditionalFormatData[];
  validations: ValidationData[];
  page: PageData;
  /** Lowest first; absent where there is none. */
  charts?: ChartData[];
  /** What has been inserted and deleted since the file was read, as few changes as come to it: what only the file holds follows when it is written. Absent where nothing has. */
  moved?: StructuralChange[];
  /** Which sheet of the file it is; absent for a sheet that was added. */
  keep?: unknown;
}

/** Whole rows or columns put into or taken out of one sheet; `at` is zero-based. */
export interface StructuralChange {
  kind: "insert" | "delete";
  axis: "row" | "column";
  at: number;
  count: number;
}

export interface CellData {
  /** The value, or a formula's last result; "" or absent is blank. Error values are strings such as "#N/A" with `error`. */
  value?: string | number | boolean;
  error?: boolean;
  /** With its leading "=". */
  formula?: string;
  style?: CellStyle;
  /** What the file holds for this cell and we do not model (note, rich text, pattern fill): travels with the cell. */
  keep?: unknown;
}

export interface FontStyle {
  fontName?: string;
  /** Points. */
  fontSize?: number;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  color?: string;
}

export interface CellBorder {
  style: "Continuous" | "Dash" | "Dot" | "Double";
  weight: "Hairline" | "Thin" | "Medium" | "Thick";
  color: string;
}

export type Side = "top" | "bottom" | "left" | "right";
export type CellBorders = Partial<Record<Side, CellBorder>>;

export interface CellStyle extends FontStyle {
  fill?: string;
  horizontal?: "Left" | "Center" | "Right" | "Justify" | "Fill" | "CenterAcrossSelection" | "Distributed";
  vertical?: "Top" | "Center" | "Bottom" | "Justify" | "Distributed";
  wrap?: boolean;
  /** Steps from the side that the text stands at. */
  indent?: number;
  /** "General" where absent. */
  numberFormat?: string;
  borders?: CellBorders;
}

/** Both ends included. */
export interface Area {
  firstRow: number;
  firstColumn: number;
  lastRow: number;
  lastColumn: number;
}

export interface NameData {
  name: string;
  /** Name of the sheet it belongs to; absent for a name of the workbook. */
  sheet?: string;
  /** With its leading "=". */
  formula: string;
  visible: boolean;
  comment?: string;
}

export interface ConditionalFormatData {
  areas: Area[];
  /** A formula rule (with its leading "=", relative to the first area's first cell); absent for data bars and the kinds kept as they were read. */
  formula?: string;
  format?: Pick<CellStyle, "bold" | "italic" | "color" | "fill" | "borders">;
  dataBar?: DataBarData;
  stopIfTrue: boolean;
  /** A rule of another kind, as the file library holds it. */
  keep?: unknown;
}

/** Where a data bar's scale begins or ends. The formula has its leading "=", a number too ("=1"); absent for the kinds that need none. */
export interface DataBarBound {
  type: "Automatic" | "LowestValue" | "HighestValue" | "Number" | "Percent" | "Formula" | "Percentile";
  formula?: string;
}

export interface DataBarData {
  lower: DataBarBound;
  upper: DataBarBound;
  fill: string;
  gradient: boolean;
  /** Absent where the bar has no edge. */
  border?: string;
  /** Colours of bars below 0; absent where they are those of bars above. */
  negativeFill?: string;
  negativeBorder?: string;
  axis: "Automatic" | "None" | "CellMidPoint";
  axisColor?: string;
  direction: "Context" | "LeftToRight" | "RightToLeft";
  /** Whether the number is shown beside its bar. */
  showValue: boolean;
}

/** What a validation lets in, as Office.js words it. Formulas have their leading "=" and are relative to the first area's first cell. */
export type ValidationRule =
  | { type: "WholeNumber"; formula1: number | string; formula2?: number | string; operator: string }
  /** The source is the texts to choose from, parted by commas, or a formula for the cells that hold them. */
  | { type: "List"; source: string; inCellDropDown: boolean };

export interface ValidationData {
  areas: Area[];
  /** Absent for the kinds kept as they were read. */
  rule?: ValidationRule;
  ignoreBlanks?: boolean;
  errorAlert?: { title: string; message: string; style: "Stop" | "Warning" | "Information"; showAlert: boolean };
  prompt?: { title: string; message: string; showPrompt: boolean };
  keep?: unknown;
}

export interface PageData {
  orientation: "Portrait" | "Landscape";
  /** As Office.js names them: A4, A3, Letter … */
  paperSize: string;
  /** Either a scale in per cent or pages across and down (0 or absent: as many as it takes). */
  zoom: { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number };
  margins: { left: number; right: number; top: number; bottom: number; header: number; footer: number };
  centerHorizontally: boolean;
  centerVertically: boolean;
  printArea?: Area[];
  titleRows?: { first: number; last: number };
  titleColumns?: { first: number; last: number };
  header: { left: string; center: string; right: string };
  footer: { left: string; center: string; right: string };
  /** Page set-up that is not modelled, as the file library holds it. */
  keep?: unknown;
}
