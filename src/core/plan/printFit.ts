import type { PrintForm } from "./page";
import { PRINTED_FORMS } from "./printColumns";
import type { PrintedColumn } from "./printColumns";
import { LOST_TO_MARKS, emsOf, heightOf, linesOf } from "./textSize";

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
const STRETCH = 1.2;
/** What a cell keeps free at its sides, in ems of the smallest font. */
const SIDES = 0.85;
/** Figures change after the sheet is made, and what 情况说明 says then has to find room too. */
const LONGEST_EXPECTED = "未达标：覆盖率差10项（应100），10人未入驻";

/** Points: the margins of the page, the widths by column and the font of the table. */
export interface FittedPage {
  readonly margins: { readonly side: number; readonly top: number; readonly bottom: number; readonly running: number };
  readonly fontSize: number;
  readonly widths: readonly number[];
}

/** What decides on the columns' widths: the texts of the two long columns, and whether all targets are whole per cents. */
export interface FittedTexts {
  readonly names: readonly string[];
  readonly remarks: readonly string[];
  readonly wholeTargets: boolean;
}

/** Makes font and columns as large as the page takes them. */
export function fitPage({ form, paper }: PrintForm, columns: readonly PrintedColumn[], { names, remarks, wholeTargets }: FittedTexts): FittedPage {
  const { name, nameLines, remark, remarkLines, width } = PRINTED_FORMS[form];
  const side = (form === "full" ? 1 : 1.5) * CENTIMETRE;
  const usable = (PAPER[paper][1] - 2 * side) * WIDTH_USED;
  const longest = (texts: readonly string[]) => texts.reduce((most, text) => Math.max(most, emsOf(text)), 0);
  const within = ({ least, most }: { least: number; most: number }, ems: number) => Math.min(most, Math.max(least, ems));
  const ems = columns.map((column) => {
    if (column === "remark") return within(remark, (longest([...remarks, LONGEST_EXPECTED]) - LOST_TO_MARKS) / remarkLines + LOST_TO_MARKS + SIDES);
    return column === "department" ? within(name, Math.ceil(longest(names) / nameLines) + SIDES) : width(column, wholeTargets);
  });
  const sum = ems.reduce((all, one) => all + one, 0);
  const fontSize = Math.min(LARGEST_FONT[paper], Math.floor((2 * usable) / sum) / 2);
  // What is left over goes to all in proportion.
  const widths = ems.map((one) => Math.floor(((one * usable) / sum) * 4) / 4);
  return { margins: { side, top: 1.5 * CENTIMETRE, bottom: 1.6 * CENTIMETRE, running: 0.8 * CENTIMETRE }, fontSize, widths };
}

/** Points that the highest of these texts needs; each in its column's width. */
export function highest(texts: readonly { readonly text: string; readonly width: number }[], fontSize: number, leastLines: number): number {
  return onGrid(heightOf(texts.reduce((lines, { text, width }) => Math.max(lines, linesOf(text, width, fontSize)), leastLines), fontSize));
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

/** The one height of all rows: at least `needed`, and stretched over the pages that they take anyway. */
export function rowHeightOf(needed: number, paging: Paging): number {
  const pages = pagesOf(needed, paging);
  let height = needed;
  while (height + HEIGHT_GRID <= needed * STRETCH && pagesOf(height + HEIGHT_GRID, paging) === pages) height += HEIGHT_GRID;
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
