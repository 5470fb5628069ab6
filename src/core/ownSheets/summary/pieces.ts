import { percentText } from "../../taskSheet/formulas";
import { quoted } from "../sheetCells";
import type { Calculated } from "../sheetCells";

/** A part of a sentence: words, or a figure of a cell as the sentence shows it. */
export type Piece = string | { readonly expression: string; readonly shown: string };

const BASIS_POINTS = 10_000;
const HUNDREDTHS = 100;
/** The longest words that a formula takes between its quotation marks. */
const LONGEST_WORDS = 255;

/** The pieces joined. */
export function sentence(pieces: readonly Piece[]): Calculated & { readonly value: string } {
  const parts = pieces.flatMap((piece) =>
    typeof piece === "string"
      ? (piece.match(new RegExp(`[^]{1,${LONGEST_WORDS}}`, "g")) ?? []).map(quoted)
      : [piece.expression],
  );
  return {
    expression: parts.join("&") || '""',
    value: pieces.map((piece) => (typeof piece === "string" ? piece : piece.shown)).join(""),
  };
}

/** Words between figures: first word, first figure, second word and so on. */
export function between(words: readonly string[], figures: readonly Piece[]): Piece[] {
  return words
    .flatMap((word, index) => (index < figures.length ? [word, figures[index]!] : [word]))
    .filter((piece) => piece !== "");
}

/** A count as it is. */
export function figure({ expression, value }: Calculated): Piece {
  return { expression, shown: String(value) };
}

/** A share as a per cent with two decimals, where it is known to be a number. */
export function rateFigure({ expression, value }: Calculated): Piece {
  return {
    expression: `${hundredthsText(`ROUND(${expression}*${BASIS_POINTS},0)`)}&"%"`,
    shown: typeof value === "number" ? `${(Math.round(value * BASIS_POINTS) / HUNDREDTHS).toFixed(2)}%` : String(value),
  };
}

/** A target as a per cent without decimals that say nothing. */
export function targetFigure({ expression, value }: Calculated): Piece {
  return { expression: percentText(expression), shown: `${Math.round(Number(value) * BASIS_POINTS) / HUNDREDTHS}%` };
}

/** Points with one decimal, or two where there are two. */
export function pointsFigure({ expression, value }: Calculated): Piece {
  return { expression: pointsText(expression), shown: shownPoints(Math.round(Number(value) * HUNDREDTHS)) };
}

/** Points as `pointsFigure` shows them; `expression` is not negative. */
export function pointsText(expression: string): string {
  const hundredths = `ROUND(${expression}*${HUNDREDTHS},0)`;
  return `IF(MOD(${hundredths},10)=0,TEXT(${hundredths}/10,"0\\.0"),${hundredthsText(hundredths)})`;
}

/**
 * A whole number of hundredths with two decimals. The point is a letter between digits here: TEXT reads its format as the machine writes numbers,
 * and "0.00" is another one where the decimal sign is a comma.
 */
function hundredthsText(hundredths: string): string {
  return `TEXT(${hundredths},"0\\.00")`;
}

export function shownPoints(hundredths: number): string {
  return (hundredths / HUNDREDTHS).toFixed(2).replace(/0$/, "");
}

/** One sentence or another. */
export function either(condition: string, holds: boolean, then: readonly Piece[], otherwise: readonly Piece[]): Piece {
  const [one, other] = [sentence(then), sentence(otherwise)];
  return {
    expression: `IF(${condition},${one.expression},${other.expression})`,
    shown: holds ? one.value : other.value,
  };
}
