import { assess } from "../../../src/core/assess/assess";
import { DEFAULT_RULES } from "../../../src/core/assess/rules";
import type { CellGrid } from "../../../src/core/cells/grid";
import { recordOf } from "../../../src/core/history/record";
import { layOut } from "../../../src/core/plan/layout";
import { planRecalculation } from "../../../src/core/plan/recalculation";
import { bringsManyFormulas } from "../../../src/core/plan/size";
import type { SheetState } from "../../../src/core/plan/state";
import { recognise } from "../../../src/core/table/recognise";
import { gridOf } from "../../../scripts/bench/grid";
import { largeWorkbook } from "../../../scripts/samples/large";

/** 183 counties of 35 departments, more or less. */
const COUNTIES = 6_400;
const NOW = new Date(2025, 8, 1, 9);

const tableOf = (grid: CellGrid) => recognise(grid)!.table!;

test("6,400 departments are recognised, judged and planned as formulas and as values", () => {
  const grid = gridOf(largeWorkbook(COUNTIES, true));
  const table = tableOf(grid);
  const { assessment } = assess(table, DEFAULT_RULES, NOW);
  expect(assessment.totals.departments).toBe(COUNTIES);
  const state = { sheetId: "1", grid, names: [], highlights: [], memory: null } as unknown as SheetState;
  for (const writeAs of ["formulas", "values"] as const) {
    const { steps, expected } = planRecalculation(state, table, assessment, { rules: DEFAULT_RULES, writeAs, run: recordOf(assessment, NOW), now: NOW });
    const body = steps.flatMap((step) => (step.do === "write" && step.formulas.length >= COUNTIES ? [step] : []));
    expect(body.map(({ formulas }) => formulas.length)).toEqual(body.map(() => COUNTIES));
    expect(expected.reduce((sum, { values }) => sum + values.length * values[0]!.length, 0)).toBe(COUNTIES * 13);
  }
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
