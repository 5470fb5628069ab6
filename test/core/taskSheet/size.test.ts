import { assess } from "../../../src/core/assess/assess";
import { DEFAULT_RULES } from "../../../src/core/assess/rules";
import type { CellGrid } from "../../../src/core/cells/grid";
import { recordOf } from "../../../src/core/history/record";
import { headerOf, OWN_COLUMNS } from "../../../src/core/taskSheet/columns";
import { layOut } from "../../../src/core/taskSheet/layout";
import { planRecalculation } from "../../../src/core/taskSheet/recalculation";
import { bringsManyFormulas } from "../../../src/core/taskSheet/size";
import { knownColumns, ownPlaces } from "../../../src/core/taskSheet/state";
import type { SheetState } from "../../../src/core/taskSheet/state";
import { recognise } from "../../../src/core/table/recognise";
import { gridOf } from "../../../scripts/bench/grid";
import { largeWorkbook } from "../../../scripts/samples/large";
import { NOW } from "../../moment";

/** 183 counties of 35 departments, more or less. */
const COUNTIES = 6_400;

const tableOf = (grid: CellGrid) => recognise(grid)!.table!;

test("6,400 departments are recognised, judged and planned as formulas and as values", () => {
  const grid = gridOf(largeWorkbook(COUNTIES, true));
  const table = tableOf(grid);
  const { assessment } = assess(table, DEFAULT_RULES, NOW);
  expect(assessment.totals.departments).toBe(COUNTIES);
  const state = { sheetId: "1", grid, names: [], highlights: [], memory: null } as unknown as SheetState;
  for (const writeAs of ["formulas", "values"] as const) {
    const { steps, expected } = planRecalculation(state, table, assessment, {
      rules: DEFAULT_RULES,
      writeAs,
      run: recordOf(assessment, NOW),
      now: NOW,
    });
    // Values are written row by row; formulas once, filled down over all rows.
    const written = steps.flatMap((step) => (step.do === "write" && step.formulas.length === COUNTIES ? [step] : []));
    const filled = steps.flatMap((step) => (step.do === "fillDown" ? [step.area] : []));
    expect([written.length > 0, filled.length > 0]).toEqual(writeAs === "values" ? [true, false] : [false, true]);
    for (const { firstRow, lastRow } of filled) expect(lastRow - firstRow + 1).toBe(COUNTIES);
    // 14 results; behind them 2 bases, what is due, 1 target, 3 required, 4 done, 2 gaps, subtotal and score.
    expect(expected.reduce((sum, { values }) => sum + values.length * values[0]!.length, 0)).toBe(COUNTIES * (14 + 15));
  }
});

describe("rows that were added since our columns were made", () => {
  const grid = gridOf(largeWorkbook(COUNTIES, false));
  const table = tableOf(grid);
  const { own, insertions } = layOut(table, {});
  /** The sheet as it stands after a first run with values: what the assessment says of each department, of which nothing is reported. */
  function standing(blankFrom: number): SheetState {
    const header = table.headerRows.last;
    const { assessment } = assess(table, DEFAULT_RULES, NOW);
    const width = Math.max(...Object.values(own)) + 1;
    const values = grid.values.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ""));
    for (const { row, remark } of assessment.departments) if (row < blankFrom) values[row]![own.remark!] = remark;
    for (const column of OWN_COLUMNS) if (own[column] !== undefined) values[header]![own[column]] = headerOf(column);
    const names = Object.entries(own).map(([column, at]) => ({
      name: `_jgzb_${column}`,
      formula: "",
      cell: { row: header, column: at },
    }));
    return {
      sheetId: "1",
      grid: { ...grid, values, formulas: values },
      names,
      highlights: [],
      memory: null,
    } as unknown as SheetState;
  }
  const formatted = (state: SheetState) => {
    const read = recognise(state.grid, knownColumns(ownPlaces(state)))!.table!;
    const { assessment } = assess(read, DEFAULT_RULES, NOW);
    const { steps } = planRecalculation(state, read, assessment, {
      rules: DEFAULT_RULES,
      writeAs: "values",
      run: recordOf(assessment, NOW),
      now: NOW,
    });
    return steps.flatMap((step) =>
      step.do === "format" && step.area.firstRow > table.headerRows.last
        ? [[step.area.firstRow, step.area.lastRow]]
        : [],
    );
  };

  test("are none where departments are only not reported", () => {
    expect(insertions.length).toBeGreaterThan(0);
    expect(formatted(standing(Infinity))).toEqual([]);
  });

  test("are formatted together, however many were pasted", () => {
    const from = table.body.first + 400;
    const formats = formatted(standing(from));
    expect(formats.length).toBeLessThan(40);
    expect(new Set(formats.map(String))).toEqual(new Set([`${from},${table.body.last}`]));
  });
});

describe("values are advised", () => {
  const layout = (departments: number, own = {}) => layOut(tableOf(gridOf(largeWorkbook(departments, true))), own);
  test("above 1,000 departments, where formulas come", () => {
    expect(bringsManyFormulas(layout(1_001), "formulas")).toBe(true);
    expect(bringsManyFormulas(layout(1_000), "formulas")).toBe(false);
    expect(bringsManyFormulas(layout(1_001), "values")).toBe(false);
  });
  test("once: not where our columns stand already", () => {
    expect(bringsManyFormulas(layout(1_001, { remark: 25 }), "formulas")).toBe(false);
  });
});
