import type { PageData } from "../../host/workbook/data";

const MM = 72 / 25.4;
const INCH = 72;

/** Width and height in portrait, in points; what is not here prints on A4. */
const PAPERS: Readonly<Record<string, readonly [number, number]>> = {
  A3: [297 * MM, 420 * MM],
  A4: [210 * MM, 297 * MM],
  A4Small: [210 * MM, 297 * MM],
  A5: [148 * MM, 210 * MM],
  B4: [257 * MM, 364 * MM],
  B5: [182 * MM, 257 * MM],
  Folio: [8.5 * INCH, 13 * INCH],
  Legal: [8.5 * INCH, 14 * INCH],
  Letter: [8.5 * INCH, 11 * INCH],
  Tabloid: [11 * INCH, 17 * INCH],
};

/** The sheet of paper as it lies, in points. */
export function paperSize({ paperSize: name, orientation }: Pick<PageData, "paperSize" | "orientation">): {
  width: number;
  height: number;
} {
  const [width, height] = PAPERS[name] ?? PAPERS["A4"]!;
  return orientation === "Landscape" ? { width: height, height: width } : { width, height };
}
