import { printedDate, printedTime } from "../../core/wording/preview";

/** Text of a header or footer in one look. */
export interface Run {
  text: string;
  fontName?: string;
  /** Points. */
  fontSize?: number;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  color?: string;
}

/** What the codes stand for. */
export interface HeadingFacts {
  page: number;
  pages: number;
  sheet: string;
  file: string;
  now: Date;
}

// &"font,style", &12, &Kcolour, &P+1, any other code, plain text.
const TOKEN = /&"([^",]*)(?:,([^"]*))?"|&(\d{1,3})|&K([0-9A-Fa-f]{6})|&([PN])([+-]\d+)?|&([\s\S])|([^&]+|&$)/g;

/** One of the three parts of a header or footer, its codes (&P, &N, &"宋体,Bold", &10 …) turned into text and looks. */
export function headingRuns(text: string, facts: HeadingFacts): Run[] {
  const runs: Run[] = [];
  let look: Omit<Run, "text"> = {};
  const put = (piece: string): void => {
    if (piece !== "") runs.push({ ...look, text: piece });
  };
  for (const [, font, style, size, color, number, shift, code, plain] of text.matchAll(TOKEN)) {
    if (plain !== undefined) put(plain);
    else if (size !== undefined) look = { ...look, fontSize: Number(size) };
    else if (color !== undefined) look = { ...look, color: `#${color}` };
    else if (number !== undefined) put(String((number === "P" ? facts.page : facts.pages) + Number(shift ?? 0)));
    else if (code === undefined)
      look = {
        ...look,
        ...(font && font !== "-" && { fontName: font }),
        ...(style !== undefined && { bold: /bold/i.test(style), italic: /italic/i.test(style) }),
      };
    else if (code === "B") look = { ...look, bold: !look.bold };
    else if (code === "I") look = { ...look, italic: !look.italic };
    else if (code === "U" || code === "E") look = { ...look, underline: !look.underline };
    else put(wordOf(code, facts));
  }
  return runs;
}

/** Codes that stand for a picture, a path or an effect leave nothing. */
function wordOf(code: string, { sheet, file, now }: HeadingFacts): string {
  const words: Record<string, string> = { A: sheet, F: file, D: printedDate(now), T: printedTime(now), "&": "&" };
  return words[code] ?? "";
}
