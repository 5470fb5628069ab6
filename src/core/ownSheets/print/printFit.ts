import type { PrintForm } from "../../taskSheet/page";
import { PRINTED_FORMS } from "./printColumns";
import type { PrintedColumn } from "./printColumns";
import { LOST_TO_MARKS, ROOMY, TIGHT, emsOf, heightOf, linesOf } from "./textSize";

const CENTIMETRE = 72 / 2.54;
/** Points, short side and long side. */
const PAPER = { A4: [595.28, 841.89], A3: [841.89, 1190.55] } as const;
const LARGEST_FONT = { A4: 12, A3: 14 } as const;
/** Programs round widths to their own grid: a little is kept free, so that nothing has to be shrunk for a hair's breadth. */
const WIDTH_USED = 0.985;
/** Printers and fonts differ by a row's fraction: a page is taken for somewhat shorter than it is. */
const HEIGHT_USED = 0.97;
/** What Excel rounds row heights to, in points. */
const HEIGHT_GRID = 0.75;
/** Rows may be that much higher than their text needs, so that the last page is no leftover. */
const STRETCH = 1.3;
/** What long texts are set in, of the table's font, but in no smaller points than can be read. */
const SMALLER = 0.8;
const SMALLEST_FONT = 7.5;
/** Lines that each row has room for, for 情况说明 grows and shrinks with the figures. */
const LEAST_LINES = 2;
/** What a cell keeps free at its sides, in ems of the smallest font. */
const SIDES = 0.85;
/** Figures change after the sheet is made, and what 情况说明 says then has to find room too. */
const LONGEST_EXPECTED = "未达标：覆盖率差10项（应100），10人未入驻";

/** Points: the margins of the page, the widths by column, the font of the table and that of 情况说明 and of names that are too long. */
export interface FittedPage {
  readonly margins: { readonly side: number; readonly top: number; readonly bottom: number; readonly running: number };
  readonly fontSize: number;
  readonly smallSize: number;
  readonly widths: readonly number[];
}

/** What decides on the columns' widths: the texts of the two long columns, and whether all targets are whole per cents. */
export interface FittedTexts {
  readonly names: readonly string[];
  readonly remarks: readonly string[];
  readonly wholeTargets: boolean;
}

/** Makes font and columns as large as the page takes them. */
export function fitPage(
  { form, paper }: PrintForm,
  columns: readonly PrintedColumn[],
  { names, remarks, wholeTargets }: FittedTexts,
): FittedPage {
  const { name, nameLines, remark, remarkLines, width } = PRINTED_FORMS[form];
  const side = (form === "full" ? 1 : 1.5) * CENTIMETRE;
  const usable = (PAPER[paper][1] - 2 * side) * WIDTH_USED;
  const longest = (texts: readonly string[]) => texts.reduce((most, text) => Math.max(most, emsOf(text)), 0);
  const within = ({ least, most }: { least: number; most: number }, ems: number) =>
    Math.min(most, Math.max(least, ems));
  // A smaller font finds room in fewer lines.
  const emsAt = (scale: number) =>
    columns.map((column) => {
      if (column === "remark")
        return within(
          remark,
          ((longest([...remarks, LONGEST_EXPECTED]) - LOST_TO_MARKS) /
            (scale < 1 ? Math.min(remarkLines, LEAST_LINES) : remarkLines) +
            LOST_TO_MARKS +
            SIDES) *
            scale,
        );
      if (column !== "department") return width(column, wholeTargets);
      const inTwo = scale < 1 ? Math.ceil(longest(names) / LEAST_LINES) * scale : 0;
      return within(name, Math.max(Math.ceil(longest(names) / nameLines), inTwo) + SIDES);
    });
  const sumOf = (ems: readonly number[]) => ems.reduce((all, one) => all + one, 0);
  const fontOf = (ems: readonly number[]) => Math.min(LARGEST_FONT[paper], Math.floor((2 * usable) / sumOf(ems)) / 2);
  // 情况说明 is narrower for its smaller font, and that makes the table's font larger, never smaller.
  const ems = emsAt(Math.min(1, Math.max(SMALLER, SMALLEST_FONT / fontOf(emsAt(1)))));
  const fontSize = fontOf(ems);
  const smallSize = Math.min(fontSize, Math.max(SMALLEST_FONT, Math.floor(2 * SMALLER * fontSize) / 2));
  // What is left over goes to all in proportion.
  const widths = ems.map((one) => Math.floor(((one * usable) / sumOf(ems)) * 4) / 4);
  return {
    margins: { side, top: 1.5 * CENTIMETRE, bottom: 1.6 * CENTIMETRE, running: 0.8 * CENTIMETRE },
    fontSize,
    smallSize,
    widths,
  };
}

interface PlacedText {
  readonly text: string;
  /** Points, of its column or columns. */
  readonly width: number;
}

/** Points that the highest of these texts needs; each in its column's width. */
export function highest(texts: readonly PlacedText[], fontSize: number, leastLines: number): number {
  return onGrid(
    heightOf(
      texts.reduce((lines, { text, width }) => Math.max(lines, linesOf(text, width, fontSize)), leastLines),
      fontSize,
    ),
  );
}

export interface Paging {
  readonly paper: PrintForm["paper"];
  readonly margins: FittedPage["margins"];
  /** Points above the header on the first page, of the header on every page, and under the rows at the end. */
  readonly heading: number;
  readonly header: number;
  readonly ending: number;
  readonly rows: number;
}

/** The height of all rows, points, and whether a name is set in the small font, for in the table's it would take more. */
export interface FittedRows {
  readonly height: number;
  readonly isSmall: (name: PlacedText) => boolean;
}

/** Roomy rows with all names in the table's font, unless tighter ones with long names in the small font take fewer pages. */
export function fitRows(
  names: readonly PlacedText[],
  remarks: readonly PlacedText[],
  { fontSize, smallSize }: Pick<FittedPage, "fontSize" | "smallSize">,
  paging: Paging,
): FittedRows {
  const most = (texts: readonly PlacedText[], size: number, leading = ROOMY) =>
    texts.reduce((points, { text, width }) => Math.max(points, heightOf(linesOf(text, width, size), size, leading)), 0);
  const isLong = ({ text, width }: PlacedText) => linesOf(text, width, fontSize) > 1;
  const roomy = onGrid(Math.max(heightOf(LEAST_LINES, smallSize), most(remarks, smallSize), most(names, fontSize)));
  const tight = onGrid(
    Math.max(
      heightOf(LEAST_LINES, smallSize, TIGHT),
      heightOf(1, fontSize),
      most([...remarks, ...names.filter(isLong)], smallSize, TIGHT),
    ),
  );
  const height = rowHeightOf(pagesOf(tight, paging) < pagesOf(roomy, paging) ? tight : roomy, paging);
  return { height, isSmall: (name) => most([name], fontSize, TIGHT) > height };
}

/** The one height of all rows: at least `needed`, and stretched over the pages that they take anyway. */
export function rowHeightOf(needed: number, paging: Paging): number {
  const pages = pagesOf(needed, paging);
  let height = needed;
  while (height + HEIGHT_GRID <= needed * STRETCH && pagesOf(height + HEIGHT_GRID, paging) === pages)
    height += HEIGHT_GRID;
  return height;
}

/** How many pages rows of this height take, with what stands above and below them. */
export function pagesOf(height: number, { paper, margins, heading, header, ending, rows }: Paging): number {
  const room = (PAPER[paper][0] - margins.top - margins.bottom) * HEIGHT_USED - header;
  const onFirst = Math.max(1, Math.floor((room - heading) / height));
  const onOthers = Math.max(1, Math.floor(room / height));
  const further = Math.max(0, Math.ceil((rows - onFirst) / onOthers));
  const used = further === 0 ? heading + rows * height : (rows - onFirst - (further - 1) * onOthers) * height;
  return 1 + further + (used + ending > room ? 1 : 0);
}

function onGrid(points: number): number {
  return Math.ceil(points / HEIGHT_GRID) * HEIGHT_GRID;
}
