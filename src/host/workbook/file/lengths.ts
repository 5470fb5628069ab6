/**
 * Lengths of a file ↔ points.
 * A column's width is in characters of the workbook's default font, padding of 5 pixels included. The widest digit of the usual defaults
 * (Calibri 11, 等线 11, 宋体 11) is 7 pixels at 96 dots an inch, so pixels = round(characters × 7) and points = pixels × 3/4.
 */
const DIGIT_PIXELS = 7;
const POINTS_PER_PIXEL = 0.75;
const POINTS_PER_INCH = 72;

/** Points of a column's width in characters, on whole pixels as screens show it. */
export const pointsOfCharacters = (characters: number) => Math.round(characters * DIGIT_PIXELS) * POINTS_PER_PIXEL;

/** Characters of a column's width in points, in the steps of 1/256 that files keep. */
export const charactersOfPoints = (points: number) => Math.floor((Math.round(points / POINTS_PER_PIXEL) / DIGIT_PIXELS) * 256) / 256;

/** Points of a column that no entry speaks of: `base` characters and padding, rounded up to 8 pixels as Excel does. */
export const pointsOfDefaultColumn = (base: number) => Math.ceil((base * DIGIT_PIXELS + 5) / 8) * 8 * POINTS_PER_PIXEL;

/** Margins: inches ↔ points, points on a thousandth. */
export const pointsOfInches = (inches: number) => Math.round(inches * POINTS_PER_INCH * 1000) / 1000;
export const inchesOfPoints = (points: number) => points / POINTS_PER_INCH;
