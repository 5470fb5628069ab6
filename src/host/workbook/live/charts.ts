import { absoluteReference } from "../address";
import {
  isBar,
  isLine,
  type ChartAxisData,
  type ChartContent,
  type ChartCorner,
  type ChartData,
  type ChartKind,
  type ChartSeriesData,
} from "../charts";
import type { Area } from "../data";
import { moveSpan, type StructuralChange } from "./structure";
import type { LiveSheet } from "./sheet";

/** A chart with the id that the API knows it by. */
export interface LiveChart extends ChartData {
  readonly id: string;
}

let lastChart = 0;

/** Ids as Excel makes them. */
export const newChartId = (): string =>
  `{${(++lastChart).toString(16).toUpperCase().padStart(8, "0")}-0008-0000-0000-000000000000}`;

/** 图表 1, 图表 2: as Excel in Chinese names them. */
export function freeChartName(charts: readonly LiveChart[]): string {
  let number = charts.length + 1;
  while (charts.some(({ name }) => name === `图表 ${number}`)) number++;
  return `图表 ${number}`;
}

const axis = (more: Partial<ChartAxisData> = {}): ChartAxisData => ({
  visible: true,
  title: { text: "坐标轴标题", visible: false, font: {} },
  gridlines: false,
  gridline: {},
  font: {},
  reversed: false,
  ...more,
});

export const newSeries = (name: string, kind: ChartKind): ChartSeriesData => ({
  name,
  kind,
  line: {},
  gapWidth: 219,
  secondary: false,
});

export type SeriesBy = "Auto" | "Columns" | "Rows";

/**
 * A chart of the cells as Excel makes it: a first row of texts names the series, a first column of texts the categories (the other way
 * round where the series stand in rows). One series gives the chart its name; several get a legend.
 */
export function newContent(sheet: LiveSheet, kind: ChartKind, area: Area, by: SeriesBy): ChartContent {
  const series = seriesOf(sheet, kind, area, by);
  const only = series.length === 1 ? series[0]! : undefined;
  return {
    kind,
    title: { text: (only && seriesName(sheet, only)) || "图表标题", visible: true, font: {} },
    legend: { visible: series.length > 1, position: "Bottom" },
    axes: {
      category: axis(),
      value: axis({ gridlines: true }),
      secondCategory: axis({ visible: false }),
      secondValue: axis(),
    },
    series,
  };
}

export function seriesOf(sheet: LiveSheet, kind: ChartKind, area: Area, by: SeriesBy): ChartSeriesData[] {
  const used = sheet.used(true, area) ?? { ...area, lastRow: area.firstRow, lastColumn: area.firstColumn };
  const data = {
    ...area,
    lastRow: Math.min(area.lastRow, Math.max(used.lastRow, area.firstRow)),
    lastColumn: Math.min(area.lastColumn, Math.max(used.lastColumn, area.firstColumn)),
  };
  const [height, width] = [data.lastRow - data.firstRow + 1, data.lastColumn - data.firstColumn + 1];
  const columns = by === "Columns" || (by === "Auto" && height >= width);
  const heads =
    height > 1 &&
    isText(sheet, {
      ...data,
      lastRow: data.firstRow,
      firstColumn: width > 1 ? data.firstColumn + 1 : data.firstColumn,
    });
  const labels =
    width > 1 &&
    isText(sheet, { ...data, lastColumn: data.firstColumn, firstRow: height > 1 ? data.firstRow + 1 : data.firstRow });
  const body = { ...data, firstRow: data.firstRow + (heads ? 1 : 0), firstColumn: data.firstColumn + (labels ? 1 : 0) };
  const reference = (part: Area): string => absoluteReference(sheet.name, part);
  const count = columns ? body.lastColumn - body.firstColumn + 1 : body.lastRow - body.firstRow + 1;
  return Array.from({ length: count }, (_, index) => {
    const line = columns
      ? { firstColumn: body.firstColumn + index, lastColumn: body.firstColumn + index }
      : { firstRow: body.firstRow + index, lastRow: body.firstRow + index };
    const [named, categorised] = columns ? [heads, labels] : [labels, heads];
    const head = columns
      ? { firstRow: data.firstRow, lastRow: data.firstRow }
      : { firstColumn: data.firstColumn, lastColumn: data.firstColumn };
    const categories = columns
      ? { firstColumn: data.firstColumn, lastColumn: data.firstColumn }
      : { firstRow: data.firstRow, lastRow: data.firstRow };
    return {
      ...newSeries(named ? reference({ ...body, ...line, ...head }) : `系列${index + 1}`, kind),
      values: reference({ ...body, ...line }),
      ...(categorised && { categories: reference({ ...body, ...categories }) }),
    };
  });
}

/** Whether texts stand in the cells, and no numbers. */
function isText(sheet: LiveSheet, { firstRow, lastRow, firstColumn, lastColumn }: Area): boolean {
  let texts = 0;
  for (let row = firstRow; row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      const value = sheet.value(row, column);
      if (typeof value === "number") return false;
      if (value !== "") texts++;
    }
  }
  return texts > 0;
}

/** The name of a series as it is shown. */
export function seriesName(sheet: LiveSheet, { name }: ChartSeriesData): string {
  const cell = name.startsWith("=") ? sheet.workbook.cellAt(name) : undefined;
  return cell ? String(cell.sheet.value(cell.area.firstRow, cell.area.firstColumn)) : name;
}

/** Gap and overlap belong to all columns or bars of a chart that share an axis, not to one series. */
export const groupOf = (content: ChartContent, series: ChartSeriesData): ChartSeriesData[] =>
  content.series.filter(
    (other) =>
      isLine(other.kind) === isLine(series.kind) &&
      isBar(other.kind) === isBar(series.kind) &&
      other.secondary === series.secondary,
  );

// ---- references ----

/** Passes every reference of a chart through `rewrite`. */
export function rewriteChart({ content }: ChartData, rewrite: (formula: string) => string): void {
  for (const series of content?.series ?? []) {
    if (series.name.startsWith("=")) series.name = rewrite(series.name);
    if (series.values !== undefined) series.values = rewrite(series.values);
    if (series.categories !== undefined) series.categories = rewrite(series.categories);
  }
}

// ---- places ----

/** A chart after rows or columns of its sheet were inserted or deleted: it moves and grows with its cells, and is as flat as a line where all of them are gone. */
export function moveChart(chart: ChartData, change: StructuralChange): void {
  chart.from = moveCorner(chart.from, change, "from");
  chart.to = moveCorner(chart.to, change, "to");
}

/** A corner of what lies over the cells after rows or columns were inserted or deleted. */
export function moveCorner(corner: ChartCorner, change: StructuralChange, end: "from" | "to"): ChartCorner {
  const [index, offset] = change.axis === "row" ? (["row", "y"] as const) : (["column", "x"] as const);
  // A lower right corner at the very beginning of a cell belongs to the cell before it.
  const edge = end === "to" && corner[offset] === 0 && corner[index] > 0;
  const cell = corner[index] - (edge ? 1 : 0);
  const moved = moveSpan(cell, cell, change);
  if (!moved) return { ...corner, [index]: change.at, [offset]: 0 };
  return { ...corner, [index]: moved[0] + (edge ? 1 : 0) };
}

/** Points from the sheet's top left corner. */
export function pointsOf(sheet: LiveSheet, { row, y, column, x }: ChartCorner): { left: number; top: number } {
  let [left, top] = [x, y];
  for (let each = 0; each < column; each++) left += widthOf(sheet, each);
  for (let each = 0; each < row; each++) top += heightOf(sheet, each);
  return { left, top };
}

/** The corner that lies so many points from the sheet's top left corner. */
export function cornerAt(sheet: LiveSheet, left: number, top: number): ChartCorner {
  const corner = { row: 0, y: top, column: 0, x: left };
  while (corner.x > 0 && corner.x >= widthOf(sheet, corner.column)) corner.x -= widthOf(sheet, corner.column++);
  while (corner.y > 0 && corner.y >= heightOf(sheet, corner.row)) corner.y -= heightOf(sheet, corner.row++);
  return corner;
}

const widthOf = (sheet: LiveSheet, column: number): number =>
  sheet.columnHidden(column) ? 0 : sheet.columnWidth(column);
const heightOf = (sheet: LiveSheet, row: number): number => (sheet.rowHidden(row) ? 0 : sheet.rowHeight(row));
