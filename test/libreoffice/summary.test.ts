import { readFileSync } from "node:fs";
import fc from "fast-check";
import { makeSummary, recalculate } from "../../src/actions";
import { assess } from "../../src/core/assess/assess";
import { DEFAULT_RULES } from "../../src/core/assess/rules";
import type { RawValue } from "../../src/core/cells/grid";
import { COMPUTED_COLUMNS } from "../../src/core/taskSheet/columns";
import { agrees, computedValues } from "../../src/core/taskSheet/expected";
import { layOut } from "../../src/core/taskSheet/layout";
import type { SheetPlan } from "../../src/core/plan/sheetPlan";
import { planSummary } from "../../src/core/ownSheets/summary/summary";
import { recognise } from "../../src/core/table/recognise";
import { SUMMARY_SHEET } from "../../src/core/wording/ownSheets";
import { startExcel } from "../../src/host/boot/node";
import type { SheetData, WorkbookData } from "../../src/host/workbook/data";
import { openWorkbook } from "../../src/host/workbook/file/open";
import { saveWorkbook } from "../../src/host/workbook/file/save";
import { FILLED, plainSheet, workbookOf } from "../actions/workbook";
import { tableRows } from "../core/arbitraryTable";
import { tableSheet } from "../core/sheet";
import { describeWithOffice, pageCount, pdf, recalculated, temporaryFile } from "./office";
import { NEAR_END } from "../moment";

const RANDOM_TABLES = 40;
/** Fixed, so that a failure can be had again. */
const SEED = 20250911;
const TREND_DAY = { departments: 1, due: 100, covered: 30, coverageGap: 12, officersGap: 4, deduction: 320 };

/** A random table with what our columns show beside it, and its summary. */
function tableAndSummary(
  rows: Parameters<typeof tableSheet>[0],
  index: number,
): { sheets: SheetData[]; plan: SheetPlan } {
  const grid = { ...tableSheet(rows), sheet: `表${index}` };
  const layout = layOut(recognise(grid)!.table!, {});
  const { assessment } = assess(layout.table, DEFAULT_RULES, NEAR_END);
  const sheet = plainSheet(grid);
  for (const department of assessment.departments) {
    const values = computedValues(department);
    for (const column of COMPUTED_COLUMNS) {
      const at = layout.own[column];
      if (at !== undefined) (sheet.cells[department.row] ??= {})[at] = { value: values[column] };
    }
  }
  const days = [
    { ...TREND_DAY, day: "2025-08-20" },
    { ...TREND_DAY, day: "2025-09-10", covered: 35 },
  ];
  const { plan } = planSummary(
    {
      grid,
      table: layout.table,
      own: layout.own,
      assessment,
      trend: { days, yesterday: days[1]!, lastWeek: null, start: days[0]! },
      now: NEAR_END,
      writeAs: "formulas",
    },
    null,
  );
  const summary: SheetData = { ...sheet, name: `汇总${index}`, cells: {} };
  for (const step of plan.steps) {
    if (step.do !== "write") continue;
    step.formulas.forEach((line, row) =>
      line.forEach((cell, column) => {
        if (cell === "") return;
        (summary.cells[row] ??= {})[column] =
          typeof cell === "string" && cell.startsWith("=")
            ? { formula: cell, value: 0 }
            : { value: typeof cell === "string" ? cell.replace(/^'/, "") : cell };
      }),
    );
  }
  return { sheets: [sheet, summary], plan };
}

function differing(data: WorkbookData, name: string, { expected }: Pick<SheetPlan, "expected">): object[] {
  const { cells } = data.sheets.find((sheet) => sheet.name === name)!;
  return expected.flatMap(({ area, values }) =>
    values.flatMap((line, r) =>
      line.flatMap((value, c) => {
        const shown: RawValue = cells[area.firstRow + r]?.[area.firstColumn + c]?.value ?? "";
        return agrees(shown, value)
          ? []
          : [{ name, row: area.firstRow + r, column: area.firstColumn + c, shown, value }];
      }),
    ),
  );
}

describeWithOffice("LibreOffice calculates 推进情况汇总 to the assessment", () => {
  test.each([
    ["", undefined],
    [" on a machine with a decimal comma", "de-DE"],
  ])(`on ${RANDOM_TABLES} random tables%s`, async (_, locale) => {
    const tables = fc.sample(tableRows, { numRuns: RANDOM_TABLES, seed: SEED }).map(tableAndSummary);
    const data = await recalculated(
      temporaryFile("summaries.xlsx", await saveWorkbook(workbookOf(...tables.flatMap(({ sheets }) => sheets)))),
      locale,
    );
    expect(tables.flatMap(({ sheets, plan }) => differing(data, sheets[1]!.name, plan))).toEqual([]);
    expect(
      tables.reduce(
        (sum, { plan }) => sum + plan.expected.reduce((cells, { values }) => cells + values.flat().length, 0),
        0,
      ),
    ).toBeGreaterThan(5000);
  });

  test("on the sample, made over office.js: every formula, with two charts, on three pages", async () => {
    const { data: sample } = await openWorkbook(readFileSync(FILLED));
    const host = await startExcel(sample);
    expect(await recalculate({ now: NEAR_END })).toMatchObject({ done: true });
    expect(await makeSummary({ now: NEAR_END })).toMatchObject({ done: true, problems: [] });
    const made = await host.workbook.toData();
    const sheet = made.sheets.find(({ name }) => name === SUMMARY_SHEET)!;
    const judged = await recalculated(temporaryFile("sample.xlsx", await saveWorkbook(made)));
    const again = judged.sheets.find(({ name }) => name === SUMMARY_SHEET)!;
    const shown = ({ cells }: SheetData) =>
      Object.entries(cells).flatMap(([row, line]) =>
        Object.entries(line)
          .filter(([, { formula }]) => formula !== undefined)
          .map(([column, { value }]) => [
            row,
            column,
            typeof value === "number" ? Math.round(value * 1e6) / 1e6 : (value ?? ""),
          ]),
      );
    expect(shown(sheet).length).toBeGreaterThan(500);
    expect(shown(again)).toEqual(shown(sheet));
    // The host calculated them too, and makeSummary found no difference to the assessment.
    const alone = {
      ...made,
      sheets: [{ ...made.sheets.find(({ name }) => name !== SUMMARY_SHEET)!, visibility: "Hidden" as const }, sheet],
      activeSheet: SUMMARY_SHEET,
    };
    expect(await pageCount(await pdf(temporaryFile("print.xlsx", await saveWorkbook(alone))))).toBe(3);
  });
});
