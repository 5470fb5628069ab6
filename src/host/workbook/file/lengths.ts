const POINTS_PER_PIXEL = 0.75;
const POINTS_PER_INCH = 72;
const PIXELS_PER_POINT = 4 / 3;
/** Pixels that a default column keeps free, and the step that its width is rounded up to. */
const COLUMN_PADDING = 5;
const COLUMN_STEP = 8;
const HALF_WIDTH_DIGITS = /宋|黑体|仿宋|楷体|SimSun|SimHei|FangSong|KaiTi/;

/**
 * Pixels of the widest digit of a workbook's default font at 96 dots an inch: the unit of column widths in files.
 * Chinese fonts have digits of half their height (宋体 11 is 15 pixels high, its digits are 8 wide); of others, Calibri 11 and its 7 pixels are the measure.
 */
export function digitPixels(font: { fontName?: string | undefined; fontSize?: number | undefined }): number {
  const height = Math.round((font.fontSize ?? 11) * PIXELS_PER_POINT);
  return Math.round(height * (HALF_WIDTH_DIGITS.test(font.fontName ?? "") ? 1 / 2 : 7 / 15));
}

/** Points of a column's width in characters of that many pixels, on whole pixels as screens show it. */
export const pointsOfCharacters = (characters: number, digit: number) =>
  Math.round(characters * digit) * POINTS_PER_PIXEL;

/** Characters of a column's width in points, in the steps of 1/256 that files keep. */
export const charactersOfPoints = (points: number, digit: number) =>
  Math.floor((Math.round(points / POINTS_PER_PIXEL) / digit) * 256) / 256;

/** Points of a column that no entry speaks of: `base` characters and padding, rounded up as Excel does. */
export const pointsOfDefaultColumn = (base: number, digit: number) =>
  Math.ceil((base * digit + COLUMN_PADDING) / COLUMN_STEP) * COLUMN_STEP * POINTS_PER_PIXEL;

/** Margins: inches ↔ points, points on a thousandth. */
export const pointsOfInches = (inches: number) => Math.round(inches * POINTS_PER_INCH * 1000) / 1000;
export const inchesOfPoints = (points: number) => points / POINTS_PER_INCH;
