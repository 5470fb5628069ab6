import { reconcile } from "../../../src/core/detail/actuals";
import type { DecidedActual, TypedActuals } from "../../../src/core/detail/actuals";
import type { DepartmentFindings } from "../../../src/core/detail/findings";
import { nextSteps } from "../../../src/core/detail/nextSteps";
import { assess } from "../../../src/core/assess/assess";
import { DEFAULT_RULES } from "../../../src/core/assess/rules";
import { cellOf } from "../../../src/core/cells/grid";
import { recognise } from "../../../src/core/table/recognise";
import type { TaskTable } from "../../../src/core/table/taskTable";
import { percent, tableSheet, full } from "../sheet";
import type { CellInput } from "../sheet";

const NOTHING: Omit<DepartmentFindings, "row" | "name"> = {
  mainItems: null,
  directoryDone: null,
  implementationDone: null,
  covered: null,
  officers: null,
  onboarded: null,
  incompleteDirectory: [],
  incompleteImplementation: [],
  uncovered: [],
  missingOfficers: [],
  staleAccounts: [],
};

/** One department whose 产生办件主项数 holds this, held against 7 in the details. */
function held(cell: CellInput, typedActuals: TypedActuals = "ask", before: readonly DecidedActual[] = []) {
  const grid = tableSheet([["甲局", 20, full, full, percent(0.35), full, "", 20, 20, cell, 2, 2]]);
  const { table } = recognise(grid) as { table: TaskTable };
  return reconcile(table, [{ row: 3, name: "甲局", ...NOTHING, covered: 7 }], before, typedActuals, (row, column) =>
    cellOf(grid, row, table.columns[column]!),
  );
}

const decision = (more: Partial<DecidedActual>): DecidedActual => ({
  department: "甲局",
  column: "covered",
  before: "",
  detail: 7,
  kept: false,
  ...more,
});

test.each<
  [
    string,
    ReturnType<typeof held>,
    { changes?: readonly unknown[]; conflicts?: readonly unknown[]; decided?: readonly unknown[] },
  ]
>([
  ["a blank cell takes the number", held(""), { changes: [["", 7]], decided: [["", 7, false]] }],
  ["the same number stays, and stays the person's", held(7), {}],
  ["the same number typed as text stays too", held({ value: "７", format: "@" }), {}],
  ["another number is asked about", held(5), { conflicts: [["5", 7]] }],
  ["so is what cannot be read, and a dash", held("若干"), { conflicts: [["若干", 7]] }],
  ["a person's choice replaces", held(5, "replace"), { changes: [[5, 7]], decided: [[5, 7, false]] }],
  ["or keeps", held(5, "keep"), { decided: [[5, 7, true]] }],
  ["row by row: chosen", held(5, [{ row: 3, column: "covered" }]), { changes: [[5, 7]], decided: [[5, 7, false]] }],
  ["row by row: not chosen", held(5, []), { decided: [[5, 7, true]] }],
  [
    "what was kept is not asked again",
    held(5, "ask", [decision({ before: 5, kept: true })]),
    { decided: [[5, 7, true]] },
  ],
  [
    "until the details say something else",
    held(5, "ask", [decision({ before: 5, detail: 6, kept: true })]),
    { conflicts: [["5", 7]], decided: [[5, 6, true]] },
  ],
  [
    "or the person types something else",
    held(4, "ask", [decision({ before: 5, kept: true })]),
    { conflicts: [["4", 7]], decided: [[5, 7, true]] },
  ],
  [
    "what the details gave before is brought up to date, with what stood there first",
    held(6, "ask", [decision({ before: 3, detail: 6 })]),
    { changes: [[6, 7]], decided: [[3, 7, false]] },
  ],
  [
    "what was typed over it is asked about",
    held(5, "ask", [decision({ detail: 6 })]),
    { conflicts: [["5", 7]], decided: [["", 6, false]] },
  ],
])("%s", (_, { changes, conflicts, decided, table }, expected) => {
  expect(changes.map(({ before, detail }) => [before, detail])).toEqual(expected.changes ?? []);
  expect(conflicts.map(({ typed, detail }) => [typed, detail])).toEqual(expected.conflicts ?? []);
  expect(decided.map(({ before, detail, kept }) => [before, detail, kept])).toEqual(expected.decided ?? []);
  if (expected.changes)
    expect(table.departments[0]!.cells.covered).toEqual({ kind: "number", value: 7, written: "number" });
});

test("the least work first: an officer weighs five items, then the larger saving, then the order of the table", () => {
  const rows = [
    ["甲局", 20, full, full, percent(0.35), full, "", 20, 20, 5, 2, 2],
    ["乙局", 20, full, full, percent(0.35), full, "", 20, 20, 7, 9, 8],
    ["丙局", 20, full, full, percent(0.35), full, "", 19, 20, 2, 2, 2],
    ["丁局", 20, full, full, percent(0.35), full, "", 20, 20, 7, 9, 6],
  ];
  const { table } = recognise(tableSheet(rows)) as { table: TaskTable };
  const steps = (rules = DEFAULT_RULES) =>
    nextSteps(assess(table, rules, new Date(2025, 8, 11, 9)).assessment).map(
      ({ department, indicator, needed, saves, perDay }) => [department, indicator, needed, saves, perDay],
    );
  // 11, 12 and 15 September 2025 are working days; 14 September, a Sunday, is not.
  expect(steps()).toEqual([
    [3, "officers", 3, 150, 1],
    [1, "officers", 1, 50, 1],
    [2, "coverage", 5, 50, 2],
    [0, "coverage", 2, 20, 1],
    [2, "directory", 1, 10, 1],
  ]);
  // Under a cap of 0.2 one of five items saves less than one of two.
  const capped = { ...DEFAULT_RULES, caps: { ...DEFAULT_RULES.caps, coverage: 20 } };
  expect(steps(capped).map(([department, indicator]) => [department, indicator])).toEqual([
    [3, "officers"],
    [1, "officers"],
    [0, "coverage"],
    [2, "directory"],
    [2, "coverage"],
  ]);
});
