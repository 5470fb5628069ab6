const NARROW = 0.55;
/** Points that a cell keeps free at its two sides together. */
const PADDING = 6;

/** How close lines stand. */
export interface Leading {
  /** From one line to the next, of the font's size. */
  readonly line: number;
  /** Points above and below the lines of a cell together. */
  readonly air: number;
}

/** 仿宋 takes 1.15, fonts that stand in for it more, and the air lends them the rest. */
export const ROOMY: Leading = { line: 1.3, air: 4 };
/** As close as two lines can be read; what a font that stands in has above its characters may reach over the cell's edge. */
export const TIGHT: Leading = { line: 1.25, air: 1 };

/** A text's width in ems: a Chinese character is one, any other about half of one. */
export function emsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.codePointAt(0)! < 0x2000 ? NARROW : 1), 0);
}

/** No line begins with a mark: it takes the character before it along, and the line above is that much shorter. */
const MARKS = /[，；：、。）]/;
export const LOST_TO_MARKS = 1.6;

/** The lines that a text takes in a cell of this width, both in points. */
export function linesOf(text: string, width: number, fontSize: number): number {
  const room = Math.max(1, (width - PADDING) / fontSize);
  const ems = emsOf(text);
  if (ems <= room) return 1;
  if (!MARKS.test(text) || room <= 2 * LOST_TO_MARKS) return Math.ceil(ems / Math.floor(room));
  return Math.ceil((ems - LOST_TO_MARKS) / (room - LOST_TO_MARKS));
}

/**
 * The lines that a long paragraph takes in a cell of this width, both in points: filled character by character, where `linesOf` is on
 * the safe side with each line.
 */
export function filledLines(text: string, width: number, fontSize: number): number {
  const room = (width - PADDING) / fontSize;
  const characters = [...text];
  let [lines, filled] = [1, 0];
  characters.forEach((character, index) => {
    const wide = emsOf(character);
    filled += wide;
    if (filled <= room) return;
    lines++;
    filled = wide + (MARKS.test(character) && index > 0 ? emsOf(characters[index - 1]!) : 0);
  });
  return lines;
}

/** Points that a row needs for so many lines. */
export function heightOf(lines: number, fontSize: number, { line, air }: Leading = ROOMY): number {
  return lines * fontSize * line + air;
}
