import { performance } from "node:perf_hooks";
import { recalculate } from "../src/actions";
import { assess } from "../src/core/assess/assess";
import { recordOf } from "../src/core/history/record";
import { DEFAULT_RULES } from "../src/core/assess/rules";
import type { CellGrid } from "../src/core/cells/grid";
import { planRecalculation } from "../src/core/taskSheet/recalculation";
import type { SheetState } from "../src/core/taskSheet/state";
import { recognise } from "../src/core/table/recognise";
import { startExcel } from "../src/host/boot/node";
import { benchDetails } from "./bench/details";
import { gridOf } from "./bench/grid";
import { benchPane } from "./bench/pane";
import { largeWorkbook } from "./samples/large";

/**
 * Speed as ratios within one run: the add-in in core alone and over the host, beside a variant that talks to Excel cell by
 * cell; then the counting of detail sheets. `npm run bench`; `npm run bench -- --quick` leaves the largest ones out.
 */
const QUICK = process.argv.includes("--quick");
const SIZES = QUICK ? [35, 350] : [35, 350, 3500, 6400];
/** The cell-by-cell variant is measured up to here: beyond it takes minutes. */
const LARGEST_CELL_BY_CELL = 350;
const ROUNDS = 3;

async function best(rounds: number, work: () => unknown): Promise<number> {
  let least = Infinity;
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    await work();
    least = Math.min(least, performance.now() - begun);
  }
  return least;
}

/** Reading, recognising, judging and planning, without Excel. */
function inCore(grid: CellGrid): void {
  const { table } = recognise(grid)!;
  const now = new Date();
  const { assessment } = assess(table!, DEFAULT_RULES, now);
  planRecalculation(
    { sheetId: "1", grid, names: [], highlights: [], memory: null } as unknown as SheetState,
    table!,
    assessment,
    { rules: DEFAULT_RULES, writeAs: "formulas", run: recordOf(assessment, now), now },
  );
}

/** As most add-ins are written: one cell after the other, a sync for each row read and for each row written. */
async function cellByCell(firstRow: number, departments: number): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    for (let row = firstRow; row < firstRow + departments; row++) {
      const claimed = sheet.getRange(`C${row}`).load("values");
      const covered = sheet.getRange(`K${row}`).load("values");
      const target = sheet.getRange(`F${row}`).load("values");
      await context.sync();
      const due = Number(claimed.values[0]![0]) || 0;
      const rate = due === 0 ? 0 : Number(covered.values[0]![0]) / due;
      for (let column = 0; column < 13; column++) sheet.getCell(row - 1, 13 + column).values = [[rate]];
      if (rate < Number(target.values[0]![0])) sheet.getRange(`B${row}`).format.fill.color = "#FFC7CE";
      await context.sync();
    }
  });
}

interface Row {
  readonly departments: number;
  readonly core: number;
  readonly formulas: number;
  readonly values: number;
  readonly cellByCell: number | null;
  readonly requests: number;
}

async function measure(departments: number): Promise<Row> {
  const data = largeWorkbook(departments, true);
  const grid = gridOf(data);
  const rounds = departments > 1000 ? 1 : ROUNDS;
  const core = await best(ROUNDS, () => inCore(grid));
  let requests = 0;
  const overHost = (writeAs: "formulas" | "values") => async () => {
    const host = await startExcel(data);
    const outcome = await recalculate({ writeAs });
    if (!outcome.done || outcome.differences.length > 0)
      throw new Error(JSON.stringify(outcome.done ? outcome.differences.slice(0, 3) : outcome.problems));
    requests = host.workRequests.length;
  };
  const values = await best(rounds, overHost("values"));
  const formulas = await best(rounds, overHost("formulas"));
  const slow =
    departments > LARGEST_CELL_BY_CELL
      ? null
      : await best(1, async () => {
          await startExcel(data);
          await cellByCell(5, departments);
        });
  return { departments, core, formulas, values, cellByCell: slow, requests };
}

async function main(): Promise<void> {
  await measure(SIZES[0]!);
  const rows: Row[] = [];
  for (const size of SIZES) rows.push(await measure(size));
  const base = rows[0]!;
  const times = (value: number, of: number) => `×${(value / of).toFixed(1)}`;
  const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
  console.log("departments  core            host, formulas   host, values     cell by cell     requests");
  for (const row of rows) {
    const cell = (value: number | null, of: number | null) =>
      value === null || of === null ? "–".padEnd(16) : `${ms(value)} ${times(value, of)}`.padEnd(16);
    console.log(
      `${String(row.departments).padEnd(12)} ${cell(row.core, base.core)}${cell(row.formulas, base.formulas)} ${cell(row.values, base.values)} ${cell(row.cellByCell, base.cellByCell)} ${row.requests}`,
    );
  }
  for (const row of rows)
    if (row.cellByCell !== null)
      console.log(
        `${row.departments} departments: cell by cell takes ${times(row.cellByCell, row.values)} the time of one batch of values.`,
      );
  await benchDetails(QUICK);
  await benchPane(QUICK);
}

void main();
