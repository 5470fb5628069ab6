import fc from "fast-check";
import { assess } from "../../src/core/assess/assess";
import { DEFAULT_RULES } from "../../src/core/assess/rules";
import type { Rules } from "../../src/core/assess/rules";
import type { CellGrid, RawValue } from "../../src/core/cells/grid";
import { COMPUTED_COLUMNS } from "../../src/core/taskSheet/columns";
import { agrees, computedValues, JUDGED_COLUMNS } from "../../src/core/taskSheet/expected";
import { departmentFormulas } from "../../src/core/taskSheet/formulas";
import type { OwnPlaces } from "../../src/core/taskSheet/layout";
import { layOut } from "../../src/core/taskSheet/layout";
import { neededReadings } from "../../src/core/taskSheet/readings";
import { ruleNameSteps } from "../../src/core/taskSheet/ruleNames";
import { recognise } from "../../src/core/table/recognise";
import type { SheetData, WorkbookData } from "../../src/host/workbook/data";
import { openWorkbook } from "../../src/host/workbook/file/open";
import { saveWorkbook } from "../../src/host/workbook/file/save";
import { readFileSync } from "node:fs";
import { tableRows } from "../core/arbitraryTable";
import { tableSheet } from "../core/sheet";
import { describeWithOffice, recalculated, temporaryFile } from "./office";
import { NOW } from "../moment";

const RANDOM_TABLES = 100;
/** Fixed, so that a failure can be had again. */
const SEED = 20250915;

/** A sheet with a random table and the formulas that the add-in writes beside it, and what the assessment says they show. */
function formulaSheet(
  grid: CellGrid,
  name: string,
  rules: Rules,
  blank: SheetData,
): {
  sheet: SheetData;
  own: OwnPlaces;
  names: WorkbookData["names"];
  expected: { address: [number, number]; value: RawValue }[];
} {
  const { table } = recognise(grid)!;
  const layout = layOut(table!, {}, neededReadings(table!, rules.bareTargets));
  const { assessment } = assess(table!, rules, NOW);
  const cells: SheetData["cells"] = {};
  grid.values.forEach((row, r) =>
    row.forEach((value, c) => {
      if (value === "") return;
      const numberFormat = grid.numberFormats[r]![c]!;
      (cells[r] ??= {})[c] = {
        value,
        ...(String(value).startsWith("#") ? { error: true } : {}),
        style: { numberFormat },
      };
    }),
  );
  const expected: { address: [number, number]; value: RawValue }[] = [];
  layout.table.departments.forEach((department, index) => {
    const judged = assessment.departments[index]!;
    const formulas = departmentFormulas({ ...layout, rules }, department, judged.identityFault);
    const values = computedValues(judged);
    for (const column of COMPUTED_COLUMNS) {
      if (layout.own[column] === undefined) continue;
      cells[department.row]![layout.own[column]] = { formula: formulas[column]!, value: 0 };
      if (!JUDGED_COLUMNS.includes(column)) continue;
      expected.push({ address: [department.row, layout.own[column]], value: values[column] });
    }
  });
  const state = { names: [] } as unknown as Parameters<typeof ruleNameSteps>[0];
  const names = ruleNameSteps(state, rules).flatMap((step) =>
    step.do === "nameRule" ? [{ name: step.name, sheet: name, formula: `=${step.value}`, visible: true }] : [],
  );
  const sheet = { ...blank, name, cells, merges: [], conditionalFormats: [], validations: [] };
  return { sheet, own: layout.own, names, expected };
}

const cased: Rules = {
  ...DEFAULT_RULES,
  pointsPerItem: 15,
  pointsPerOfficer: 80,
  coverageFloorBp: 4250,
  caps: { directory: 100, implementation: null, coverage: 500, officers: 0 },
  bareTargets: "refuse",
};

describeWithOffice("LibreOffice calculates our formulas to the assessment", () => {
  test.each<[string, Rules, string | undefined]>([
    ["with the rules of the notes", DEFAULT_RULES, undefined],
    ["with points, floor and caps of another county, which takes no bare 35", cased, undefined],
    ["on a machine with a decimal comma, and dots in thousands", cased, "de-DE"],
  ])(`on ${RANDOM_TABLES} random tables %s`, async (_, rules, locale) => {
    const { data } = await openWorkbook(readFileSync("assets/samples/附件2.xlsx"));
    const tables = fc.sample(tableRows, { numRuns: RANDOM_TABLES, seed: SEED }).map((rows, index) => ({
      name: `表${index + 1}`,
      ...formulaSheet(tableSheet(rows), `表${index + 1}`, rules, data.sheets[0]!),
    }));
    const workbook: WorkbookData = {
      sheets: tables.map(({ sheet }) => sheet),
      activeSheet: "表1",
      names: tables.flatMap(({ names }) => names),
      settings: {},
    };
    const judged = await recalculated(temporaryFile("random.xlsx", await saveWorkbook(workbook)), locale);
    const differing = tables.flatMap(({ name, sheet, own, expected }) => {
      const calculated = judged.sheets.find((other) => other.name === name)!;
      return expected.flatMap(({ address: [row, column], value }) => {
        const shown = calculated.cells[row]?.[column]?.value ?? "";
        return agrees(shown, value)
          ? []
          : [
              {
                name,
                row,
                column: Object.entries(own).find(([, at]) => at === column)?.[0],
                shown,
                value,
                formula: sheet.cells[row]![column]!.formula,
                inputs: Object.values(sheet.cells[row]!)
                  .map((cell) => cell.value)
                  .slice(0, 13),
              },
            ];
      });
    });
    expect(differing).toEqual([]);
    expect(tables.reduce((sum, { expected }) => sum + expected.length, 0)).toBeGreaterThan(5000);
  });
});
