import type { Area, PageData, SheetData } from "../../host/workbook/data";
import { paperSize } from "./paper";

/** Rows or columns that stand one after another on a page, hidden ones left out. */
export interface Band {
  readonly indexes: readonly number[];
  /** Where each begins on the page, in points before scaling, and where the last ends. */
  readonly edges: readonly number[];
}

/** What one page shows: titles first, where they are repeated, then its part of the sheet. */
export interface Page {
  readonly rows: readonly Band[];
  readonly columns: readonly Band[];
}

export interface Pages {
  readonly paper: { readonly width: number; readonly height: number };
  /** Whole per cent. */
  readonly scale: number;
  readonly pages: readonly Page[];
}

/** Lengths of a sheet's rows and columns in points; 0 where they are hidden. */
export interface Lengths {
  row(row: number): number;
  column(column: number): number;
}

const SMALLEST_SCALE = 10;
/** Rounding must not push the last row off a page that it just fills. */
const TOLERANCE = 0.01;

/** Lays a sheet out on pages as Excel does: whole rows and columns, titles repeated, scaled to fit where the page set-up says so. */
export function layOut(sheet: SheetData, lengths: Lengths): Pages {
  const { page } = sheet;
  const paper = paperSize(page);
  const room = {
    width: paper.width - page.margins.left - page.margins.right,
    height: paper.height - page.margins.top - page.margins.bottom,
  };
  const areas = page.printArea && page.printArea.length > 0 ? page.printArea : usedAreas(sheet);
  const parts = (scale: number) =>
    areas.map((area) => {
      const factor = scale / 100;
      return {
        rows: split(area.firstRow, area.lastRow, page.titleRows, (row) => lengths.row(row), room.height / factor),
        columns: split(
          area.firstColumn,
          area.lastColumn,
          page.titleColumns,
          (column) => lengths.column(column),
          room.width / factor,
        ),
      };
    });
  const scale = page.zoom.scale ?? fittingScale(page.zoom, parts);
  // Down the rows first, then over to the next columns.
  const pages = parts(scale).flatMap(({ rows, columns }) =>
    columns.flatMap((across) => rows.map((down) => ({ rows: down, columns: across }))),
  );
  return { paper, scale, pages };
}

type Parts = readonly { rows: readonly unknown[]; columns: readonly unknown[] }[];

/** The largest scale, at most 100 %, at which every area keeps within the pages allowed. */
function fittingScale(
  { horizontalFitToPages: across = 0, verticalFitToPages: down = 0 }: PageData["zoom"],
  parts: (scale: number) => Parts,
): number {
  const fits = (made: Parts) =>
    made.every(
      ({ rows, columns }) => (across === 0 || columns.length <= across) && (down === 0 || rows.length <= down),
    );
  let scale = 100;
  while (scale > SMALLEST_SCALE && !fits(parts(scale))) scale--;
  return scale;
}

/** Parts of at most `room` points, each with the titles before it where it begins behind them. */
function split(
  first: number,
  last: number,
  titles: { first: number; last: number } | undefined,
  length: (index: number) => number,
  room: number,
): Band[][] {
  const titleIndexes = titles ? shown(titles.first, titles.last, length) : [];
  const titleLength = titleIndexes.reduce((sum, index) => sum + length(index), 0);
  const parts: number[][] = [];
  let used = Infinity;
  for (const index of shown(first, last, length)) {
    if (used + length(index) > room + TOLERANCE) {
      parts.push([]);
      used = titles && index > titles.last ? titleLength : 0;
    }
    parts.at(-1)!.push(index);
    used += length(index);
  }
  return parts.map((indexes) => {
    const repeated = titles && indexes[0]! > titles.last && titleIndexes.length > 0;
    const before = repeated ? band(titleIndexes, length, 0) : undefined;
    const own = band(indexes, length, before?.edges.at(-1) ?? 0);
    return before ? [before, own] : [own];
  });
}

function band(indexes: readonly number[], length: (index: number) => number, start: number): Band {
  const edges = [start];
  for (const index of indexes) edges.push(edges.at(-1)! + length(index));
  return { indexes, edges };
}

function shown(first: number, last: number, length: (index: number) => number): number[] {
  const indexes: number[] = [];
  for (let index = first; index <= last; index++) if (length(index) > 0) indexes.push(index);
  return indexes;
}

/** From the first cell to the last one that anything is seen of; nothing of a blank sheet. */
function usedAreas(sheet: SheetData): Area[] {
  let lastRow = -1;
  let lastColumn = -1;
  for (const [row, cells] of Object.entries(sheet.cells)) {
    for (const [column, { value = "", style }] of Object.entries(cells)) {
      if (value === "" && !style?.fill && !style?.borders) continue;
      lastRow = Math.max(lastRow, Number(row));
      lastColumn = Math.max(lastColumn, Number(column));
    }
  }
  return lastRow < 0 ? [] : [{ firstRow: 0, firstColumn: 0, lastRow, lastColumn }];
}
