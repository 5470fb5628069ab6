import { cellAddress } from "../../cells/address";
import type { Area } from "../../cells/address";
import type { RawValue } from "../../cells/grid";
import { asText } from "../../plan/content";
import { percentText } from "../../taskSheet/formulas";
import type { Expected } from "../../plan/sheetPlan";

/** What a cell is calculated from, without "=", and what it shows by the assessment. */
export interface Calculated {
  readonly expression: string;
  readonly value: RawValue;
}

/** A part of a sentence: words, or a figure of a cell as the sentence shows it. */
export type Piece = string | { readonly expression: string; readonly shown: string };

const BASIS_POINTS = 10_000;
const HUNDREDTHS = 100;
/** The longest words that a formula takes between its quotation marks. */
const LONGEST_WORDS = 255;

/** The cells of the summary while they are put together. Positions are zero-based. */
export class SummaryCells {
  private readonly cells = new Map<string, { readonly content: RawValue | Calculated }>();
  private lastRow = 0;
  private lastColumn = 0;

  put(row: number, column: number, content: RawValue | Calculated): void {
    this.cells.set(`${row}:${column}`, { content });
    this.lastRow = Math.max(this.lastRow, row);
    this.lastColumn = Math.max(this.lastColumn, column);
  }

  /** The value that a cell shows by the assessment. */
  value(row: number, column: number): RawValue {
    const content = this.cells.get(`${row}:${column}`)?.content ?? "";
    return typeof content === "object" ? content.value : content;
  }

  /** A cell put before, as an expression. */
  at(row: number, column: number): Calculated {
    return { expression: cellAddress(row, column), value: this.value(row, column) };
  }

  get area(): Area {
    return { firstRow: 0, firstColumn: 0, lastRow: this.lastRow, lastColumn: this.lastColumn };
  }

  /** All cells as they are written. */
  formulas(writeAs: "formulas" | "values"): RawValue[][] {
    return this.map((content) => {
      if (typeof content === "object" && writeAs === "formulas") return `=${content.expression}`;
      const value = typeof content === "object" ? content.value : content;
      return typeof value === "string" ? asText(value) : value;
    });
  }

  /** What the calculated cells show, a run of each row at a time. */
  expected(): Expected[] {
    return this.map((content) => (typeof content === "object" ? { is: content.value } : null)).flatMap((line, row) => {
      const runs: { first: number; values: RawValue[] }[] = [];
      line.forEach((cell, column) => {
        if (cell === null) return;
        const run = runs.at(-1);
        if (run && run.first + run.values.length === column) run.values.push(cell.is);
        else runs.push({ first: column, values: [cell.is] });
      });
      return runs.map(({ first, values }): Expected => ({
        area: { firstRow: row, firstColumn: first, lastRow: row, lastColumn: first + values.length - 1 },
        values: [values],
      }));
    });
  }

  private map<T>(of: (content: RawValue | Calculated) => T): T[][] {
    return Array.from({ length: this.lastRow + 1 }, (_, row) =>
      Array.from({ length: this.lastColumn + 1 }, (__, column) =>
        of(this.cells.get(`${row}:${column}`)?.content ?? ""),
      ),
    );
  }
}

export function quoted(words: string): string {
  return `"${words.replace(/"/g, '""')}"`;
}

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
