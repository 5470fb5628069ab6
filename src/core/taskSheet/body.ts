import type { Area } from "../cells/address";
import { rowSpans } from "../cells/address";
import type { RawValue } from "../cells/grid";
import { lifted, placed } from "../plan/movedFormulas";
import type { Step } from "../plan/sheetPlan";
import { runs } from "./build";
import { COMPUTED_COLUMNS } from "./columns";
import type { ComputedColumn } from "./columns";
import type { Layout } from "./layout";

/** What one row's computed cells hold; what is absent is blank. */
export type ComputedRow = Readonly<Partial<Record<ComputedColumn, RawValue>>>;

/**
 * The computed cells over the whole body, `cells` by zero-based row; rows that are neither department nor 合计 stay blank. Formulas that read
 * alike in most rows are written once and filled down by Excel, and only what differs is written beside: a thirtieth of the characters for
 * 35 departments. What Excel then shows is read back and compared, so that a fill that went wrong is seen.
 */
export function bodySteps(
  layout: Layout,
  cells: ReadonlyMap<number, ComputedRow>,
  writeAs: "formulas" | "values",
): Step[] {
  return runs(layout.own, COMPUTED_COLUMNS).flatMap(({ first, columns }) => {
    const run: Run = { first, columns: columns as ComputedColumn[] };
    const isFilled = writeAs === "formulas" && layout.table.departments.length > 1;
    return isFilled ? filled(layout, cells, run) : [written(layout.table.body, cells, run)];
  });
}

/** Computed columns side by side from a zero-based column on. */
interface Run {
  readonly first: number;
  readonly columns: readonly ComputedColumn[];
}

interface Rows {
  readonly first: number;
  readonly last: number;
}

function written(rows: Rows, cells: ReadonlyMap<number, ComputedRow>, { first, columns }: Run): Step {
  const formulas: RawValue[][] = [];
  for (let row = rows.first; row <= rows.last; row++)
    formulas.push(columns.map((column) => cells.get(row)?.[column] ?? ""));
  return { do: "write", area: areaOf(rows, { first, columns }), formulas };
}

function areaOf({ first, last }: Rows, run: Run): Area {
  return { firstRow: first, firstColumn: run.first, lastRow: last, lastColumn: run.first + run.columns.length - 1 };
}

function filled({ table }: Layout, cells: ReadonlyMap<number, ComputedRow>, run: Run): Step[] {
  const { body } = table;
  const departments = new Set(table.departments.map(({ row }) => row));
  const shapes = new Map(
    table.departments.map(({ row }) => [
      row,
      lifted(
        run.columns.map((column) => cells.get(row)?.[column] ?? ""),
        row,
      ),
    ]),
  );
  const usual = run.columns.map((_, at) => mostFrequent([...shapes.values()].map((shape) => shape[at]!)));
  const others = Array.from({ length: body.last - body.first + 1 }, (_, index) => body.first + index).filter(
    (row) => !departments.has(row),
  );
  return [
    { do: "write", area: areaOf({ first: body.first, last: body.first }, run), formulas: [placed(usual, body.first)] },
    { do: "fillDown", area: areaOf(body, run) },
    ...rowSpans(others).map(([first, last]) => written({ first, last }, cells, run)),
    ...run.columns.flatMap((column, at) => {
      const odd = table.departments.map(({ row }) => row).filter((row) => shapes.get(row)![at] !== usual[at]);
      return rowSpans(odd).map(([first, last]) =>
        written({ first, last }, cells, { first: run.first + at, columns: [column] }),
      );
    }),
  ];
}

function mostFrequent(shapes: readonly RawValue[]): RawValue {
  const counts = new Map<RawValue, number>();
  for (const shape of shapes) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
