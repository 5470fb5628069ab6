const NARROW = 0.55;
/** Points that a cell keeps free at its two sides together. */
const PADDING = 6;
/** Of a font's size; 仿宋 takes 1.15, fonts that stand in for it more, and the leading lends them the rest. */
const LINE = 1.3;
/** Points above and below the lines of a cell together. */
const LEADING = 4;

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

/** Points that a row needs for so many lines. */
export function heightOf(lines: number, fontSize: number): number {
  return lines * fontSize * LINE + LEADING;
}
