import { cellAddress } from "../cells/address";
import type { Area } from "../cells/address";
import type { RawValue } from "../cells/grid";
import { asText } from "../plan/content";
import type { SheetContent } from "../plan/content";
import type { Expected } from "../plan/sheetPlan";

/** What a cell is calculated from, without "=", and what it shows by the assessment. */
export interface Calculated {
  readonly expression: string;
  readonly value: RawValue;
}

/** What is put into a cell: text, a number, or what is calculated. Of a null value nobody says what it is to show. */
export type CellSource = RawValue | Calculated | { readonly expression: string; readonly value: RawValue | null };

interface Cell {
  readonly content: CellSource;
  /** What it is to show once written; null where nobody asks. */
  readonly expected: { readonly value: RawValue } | null;
}

/** The cells of a sheet of ours while they are put together, each with what it is to show. Positions are zero-based. */
export class SheetCells {
  private readonly cells = new Map<string, Cell>();
  private lastRow = 0;
  private lastColumn = 0;

  /** What is calculated is compared once it is written, where its value is known; text and numbers are not. */
  put(row: number, column: number, content: CellSource): void {
    const value = typeof content === "object" ? content.value : null;
    this.set(row, column, { content, expected: value === null ? null : { value } });
  }

  /** Text or a number that is compared once it is written. */
  putChecked(row: number, column: number, content: RawValue, value: RawValue): void {
    this.set(row, column, { content, expected: { value } });
  }

  /** Cells side by side. */
  putRow(row: number, contents: readonly CellSource[]): void {
    contents.forEach((content, column) => this.put(row, column, content));
  }

  /** The value that a cell shows by the assessment. */
  value(row: number, column: number): RawValue {
    const content = this.cells.get(`${row}:${column}`)?.content ?? "";
    return (typeof content === "object" ? content.value : content) ?? "";
  }

  /** A cell put before, as an expression. */
  at(row: number, column: number): Calculated {
    return { expression: cellAddress(row, column), value: this.value(row, column) };
  }

  get area(): Area {
    return { firstRow: 0, firstColumn: 0, lastRow: this.lastRow, lastColumn: this.lastColumn };
  }

  /** All cells from A1 on as they are written. */
  content(writeAs: "formulas" | "values" = "formulas"): SheetContent {
    const written = (content: CellSource): RawValue => {
      if (typeof content === "object" && writeAs === "formulas") return `=${content.expression}`;
      const value = (typeof content === "object" ? content.value : content) ?? "";
      return typeof value === "string" ? asText(value) : value;
    };
    return {
      firstRow: 0,
      firstColumn: 0,
      cells: this.map((cell) => written(cell?.content ?? "")),
    };
  }

  /** What the cells show that are compared: each block of neighbours once. */
  expected(): Expected[] {
    const blocks: { firstRow: number; firstColumn: number; values: RawValue[][] }[] = [];
    this.map((cell) => cell?.expected ?? null).forEach((line, row) => {
      for (const { first, values } of runsOf(line)) {
        const above = blocks.find(
          (block) =>
            block.firstRow + block.values.length === row &&
            block.firstColumn === first &&
            block.values[0]!.length === values.length,
        );
        if (above) above.values.push(values);
        else blocks.push({ firstRow: row, firstColumn: first, values: [values] });
      }
    });
    return blocks.map(({ firstRow, firstColumn, values }) => ({
      area: {
        firstRow,
        firstColumn,
        lastRow: firstRow + values.length - 1,
        lastColumn: firstColumn + values[0]!.length - 1,
      },
      values,
    }));
  }

  private set(row: number, column: number, cell: Cell): void {
    this.cells.set(`${row}:${column}`, cell);
    this.lastRow = Math.max(this.lastRow, row);
    this.lastColumn = Math.max(this.lastColumn, column);
  }

  private map<T>(of: (cell: Cell | undefined) => T): T[][] {
    return Array.from({ length: this.lastRow + 1 }, (_, row) =>
      Array.from({ length: this.lastColumn + 1 }, (__, column) => of(this.cells.get(`${row}:${column}`))),
    );
  }
}

/** Cells side by side of which something is expected. */
function runsOf(line: readonly Cell["expected"][]): { first: number; values: RawValue[] }[] {
  const runs: { first: number; values: RawValue[] }[] = [];
  line.forEach((cell, column) => {
    if (cell === null) return;
    const run = runs.at(-1);
    if (run && run.first + run.values.length === column) run.values.push(cell.value);
    else runs.push({ first: column, values: [cell.value] });
  });
  return runs;
}

/** Words as they stand in a formula. */
export function quoted(words: string): string {
  return `"${words.replace(/"/g, '""')}"`;
}
