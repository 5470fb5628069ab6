import { readFileSync } from "node:fs";
import { gridOf } from "../../../scripts/bench/grid";
import { assess } from "../../../src/core/assess/assess";
import { DEFAULT_RULES } from "../../../src/core/assess/rules";
import { columnLetters } from "../../../src/core/cells/address";
import { recognise } from "../../../src/core/table/recognise";
import { bodySteps } from "../../../src/core/taskSheet/body";
import { headerOf, isBasis, OWN_COLUMNS } from "../../../src/core/taskSheet/columns";
import type { ComputedColumn } from "../../../src/core/taskSheet/columns";
import { departmentFormulas } from "../../../src/core/taskSheet/formulas";
import { layOut } from "../../../src/core/taskSheet/layout";
import { fileData } from "../../actions/workbook";
import { NOW } from "../../moment";

/** Functions that Excel 2010 and WPS know. */
const KNOWN =
  "ABS AND ASC CLEAN COUNT COUNTBLANK COUNTIF IF IFERROR INT ISNUMBER LEN MAX MEDIAN MID MIN N OR RANK ROUND ROUNDUP SUBSTITUTE SUM TRIM VALUE";
const SAMPLES = ["附件2", "附件2-填报示例"];

interface Written {
  readonly column: ComputedColumn;
  readonly formula: string;
  /** The row has a dash, a word or digits as text somewhere. */
  readonly isOdd: boolean;
}

async function laidOut(sample: string) {
  const grid = gridOf(await fileData(`assets/samples/${sample}.xlsx`));
  const { table } = recognise(grid)!;
  return { layout: layOut(table!, {}), assessment: assess(table!, DEFAULT_RULES, NOW).assessment };
}

async function formulasOf(sample: string): Promise<Written[]> {
  const { layout, assessment } = await laidOut(sample);
  return layout.table.departments.flatMap((department, index) => {
    const fault = assessment.departments[index]!.identityFault;
    const formulas = departmentFormulas({ ...layout, rules: DEFAULT_RULES }, department, fault);
    const isOdd = Object.entries(department.cells).some(([column, cell]) => column !== "department" && "text" in cell);
    return (Object.keys(layout.own) as ComputedColumn[]).flatMap((column) =>
      formulas[column] === undefined ? [] : [{ column, formula: formulas[column], isOdd }],
    );
  });
}

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

describe.each(SAMPLES)("the formulas of %s", (sample) => {
  test("are no longer than a thumb", async () => {
    const all = await formulasOf(sample);
    expect(all.length).toBeGreaterThan(1_000);
    const tooLong = all.filter(({ column, formula, isOdd }) => {
      if (column === "remark") return formula.length > 150;
      return formula.length > (isBasis(column) ? (isOdd ? 190 : 160) : 70);
    });
    expect(tooLong).toEqual([]);
    expect(median(all.map(({ formula }) => formula.length))).toBeLessThanOrEqual(60);
  });

  test("know no function that Excel 2010 does not", async () => {
    const used = (await formulasOf(sample)).flatMap(
      ({ formula }) => formula.replace(/"[^"]*"/g, "").match(/[A-Z][A-Z0-9.]*(?=\()/g) ?? [],
    );
    expect([...new Set(used)].filter((name) => !KNOWN.split(" ").includes(name))).toEqual([]);
  });

  test("never refer to 情况说明: no cell goes by its words", async () => {
    const { layout } = await laidOut(sample);
    const remark = new RegExp(`(?<![A-Z$])${columnLetters(layout.own.remark!)}\\d`);
    const without = (await formulasOf(sample)).map(({ formula }) => formula.replace(/"[^"]*"/g, ""));
    expect(without.filter((formula) => remark.test(formula))).toEqual([]);
  });

  test("of 35 departments take a tenth of the characters that they had in version 1.0.0", async () => {
    const { layout, assessment } = await laidOut(sample);
    const cells = new Map(
      layout.table.departments.map((department, index) => [
        department.row,
        departmentFormulas(
          { ...layout, rules: DEFAULT_RULES },
          department,
          assessment.departments[index]!.identityFault,
        ),
      ]),
    );
    const written = bodySteps(layout, cells, "formulas").flatMap((step) =>
      step.do === "write" ? step.formulas.flat() : [],
    );
    expect(written.reduce<number>((sum, formula) => sum + String(formula).length, 0)).toBeLessThan(15_100);
  });
});

test("docs/formulas.md shows the formulas of one row as they are", async () => {
  const { layout } = await laidOut("附件2");
  const department = layout.table.departments.find(({ name }) => name === "威远县交通运输局")!;
  const formulas = departmentFormulas({ ...layout, rules: DEFAULT_RULES }, department, null);
  const document = readFileSync("docs/formulas.md", "utf8");
  for (const column of OWN_COLUMNS) {
    if (layout.own[column] === undefined || !(column in formulas)) continue;
    expect(document).toContain(
      `| ${headerOf(column)} | \`${formulas[column as ComputedColumn]!.replace(/\|/g, "\\|")}\` |`,
    );
  }
});
