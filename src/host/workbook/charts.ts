import type { FontStyle } from "./data";

/**
 * Charts as plain data. Lengths are points, colours "#RRGGBB"; what is absent is as Excel gives it to a new chart.
 * References are formulas with their leading "=" that name their sheet (=附件2!$A$1:$A$9).
 */
export const CHART_KINDS = [
  "ColumnClustered",
  "ColumnStacked",
  "ColumnStacked100",
  "BarClustered",
  "BarStacked",
  "BarStacked100",
  "Line",
  "LineMarkers",
] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

export const isLine = (kind: ChartKind): boolean => kind === "Line" || kind === "LineMarkers";
export const isBar = (kind: ChartKind): boolean => kind.startsWith("Bar");

/** The colours that Office gives to series in turn. */
export const SERIES_COLORS = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"] as const;

export interface ChartTextData {
  text: string;
  visible: boolean;
  font: FontStyle;
}

export interface ChartLineData {
  color?: string;
  weight?: number;
}

/** Labels show values. */
export interface ChartLabelsData {
  /** Absent: as the cells have it. */
  numberFormat?: string;
  font: FontStyle;
}

export interface ChartSeriesData {
  /** A text, or a reference to the cell that holds it. */
  name: string;
  kind: ChartKind;
  /** Absent where the series has no values yet. */
  values?: string;
  categories?: string;
  fill?: string;
  line: ChartLineData;
  /** Per cent of a column's width. */
  gapWidth: number;
  /** Per cent, from -100 (apart) to 100 (one over the other). */
  overlap?: number;
  secondary: boolean;
  /** Absent where no labels are shown. */
  labels?: ChartLabelsData;
}

export interface ChartAxisData {
  visible: boolean;
  /** Absent: as the cells have it. */
  numberFormat?: string;
  minimum?: number;
  maximum?: number;
  majorUnit?: number;
  title: ChartTextData;
  gridlines: boolean;
  gridline: ChartLineData;
  font: FontStyle;
  reversed: boolean;
  /** Every how many categories one is named; absent where the program decides. */
  labelSpacing?: number;
  /** Degrees that the labels are turned to the left, 180 for characters one under the other; absent where the program decides. */
  labelTurn?: number;
}

export interface ChartContent {
  kind: ChartKind;
  title: ChartTextData;
  legend: { visible: boolean; position: "Top" | "Bottom" | "Left" | "Right" | "Corner" };
  axes: { category: ChartAxisData; value: ChartAxisData; secondCategory: ChartAxisData; secondValue: ChartAxisData };
  series: ChartSeriesData[];
}

/** A place on the sheet: so far into a cell from its top left corner, row and column zero-based. */
export interface ChartCorner {
  row: number;
  y: number;
  column: number;
  x: number;
}

export interface ChartData {
  name: string;
  from: ChartCorner;
  to: ChartCorner;
  /** Absent of a chart of an opened file, of which only name and place are known. */
  content?: ChartContent;
  /** Which of the file's charts it is. */
  keep?: unknown;
}
