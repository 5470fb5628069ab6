import { generateRandomId } from "@univerjs/core";
import type { ICellData, Nullable, ObjectMatrix } from "@univerjs/core";
import { copyFormula } from "./references";

/** Changes of cells by row and column. */
export type Cells = Record<number, Record<number, ICellData>>;

interface Origin {
  row: number;
  column: number;
  formula: string;
}

/**
 * Formulas that are one formula copied down a column are held once: the topmost cell has the formula and an id, those below
 * the id alone. Univer then reads and analyses it once, not row by row, which decides time and memory of a large table.
 */
export class SharedFormulas {
  private readonly origins = new Map<string, Origin>();

  constructor(private readonly matrix: () => ObjectMatrix<Nullable<ICellData>>) {}

  /** The formula of a cell, whether it has it or shares it. */
  formulaOf(cell: Nullable<ICellData>, row: number, column: number): string | undefined {
    if (cell?.f) return cell.f;
    const origin = cell?.si ? this.origin(cell.si) : undefined;
    return origin && copyFormula(origin.formula, row - origin.row, column - origin.column);
  }

  /** Rewrites formulas about to be written so that copies down a column share one. */
  share(cells: Cells): void {
    const tops = new Map<string, { row: number; formula: string; cell: ICellData }>();
    // Keys of plain objects that are whole numbers come in ascending order: rows from the top.
    for (const [row, line] of Object.entries(cells)) {
      for (const [column, cell] of Object.entries(line)) {
        if (!cell.f) continue;
        const top = tops.get(column);
        if (top && copyFormula(top.formula, Number(row) - top.row, 0) === cell.f) {
          top.cell.si ??= generateRandomId(6);
          cell.si = top.cell.si;
          cell.f = null;
        } else tops.set(column, { row: Number(row), formula: cell.f, cell });
      }
    }
  }

  /** Gives their own formula to cells whose origin is about to be overwritten by `cells`, and adds that to `cells`. */
  keepCopies(cells: Cells): void {
    const lost = new Set<string>();
    for (const [row, line] of Object.entries(cells)) {
      for (const [column, change] of Object.entries(line)) {
        const old = this.matrix().getValue(Number(row), Number(column));
        if (change.f !== undefined && old?.f && old.si) lost.add(old.si);
      }
    }
    if (lost.size === 0) return;
    for (const [row, line] of Object.entries(this.copies((id) => lost.has(id)))) {
      for (const [column, copy] of Object.entries(line)) {
        const change = cells[Number(row)]?.[Number(column)];
        if (change?.f === undefined) (cells[Number(row)] ??= {})[Number(column)] = { ...copy, ...change };
      }
    }
  }

  /** Every cell that shares a formula, as it would be with one of its own. */
  copies(wanted: (id: string) => boolean = () => true): Cells {
    const cells: Cells = {};
    this.matrix().forValue((row, column, cell) => {
      if (!cell?.si || !wanted(cell.si)) return;
      // The type is said again, or Univer would guess it anew.
      (cells[row] ??= {})[column] = { f: this.formulaOf(cell, row, column), si: null, ...(cell.t && { t: cell.t }) };
    });
    return cells;
  }

  private origin(id: string): Origin | undefined {
    const known = this.origins.get(id);
    const cell = known && this.matrix().getValue(known.row, known.column);
    if (known && cell?.si === id && cell.f === known.formula) return known;
    this.origins.delete(id);
    this.matrix().forValue((row, column, candidate) => {
      if (candidate?.si && candidate.f) this.origins.set(candidate.si, { row, column, formula: candidate.f });
    });
    return this.origins.get(id);
  }
}
