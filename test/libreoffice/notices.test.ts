import { makeNotices, recalculate } from "../../src/actions";
import type { DepartmentAssessment } from "../../src/core/assess/assessment";
import type { Indicator } from "../../src/core/indicators/indicators";
import { INDICATORS } from "../../src/core/indicators/indicators";
import type { RawValue } from "../../src/core/cells/grid";
import { startExcel } from "../../src/host/boot/node";
import type { SheetData, WorkbookData } from "../../src/host/workbook/data";
import { saveWorkbook } from "../../src/host/workbook/file/save";
import { FILLED, fileData } from "../actions/workbook";
import { describeWithOffice, pageCount, pageSize, pageTexts, pdf, recalculated, temporaryFile } from "./office";
import { NOW } from "../moment";

const A4 = [595.28, 841.89] as const;

async function noticed(path: string): Promise<{ data: WorkbookData; departments: readonly DepartmentAssessment[] }> {
  const host = await startExcel(await fileData(path));
  const result = await recalculate({ now: NOW, typedActuals: "replace" });
  if (!result.done) throw new Error(JSON.stringify(result.problems));
  const made = await makeNotices({ departments: "all", detail: result.detail, now: NOW });
  if (!made.done) throw new Error(JSON.stringify(made.problems));
  return { data: await host.workbook.toData(), departments: result.assessment.departments };
}

/** What an indicator's line shows, worked out from the assessment. */
function expectedLine(department: DepartmentAssessment, indicator: Indicator): RawValue[] {
  const { state, required, due, done, gap, rateBp, deduction, met } = department[indicator];
  const waiting = state === "notApplicable" ? "—" : "待填报";
  return [
    required ?? waiting,
    state === "notApplicable" ? "—" : (done ?? waiting),
    gap ?? waiting,
    // The cell’s format rounds it; no target is missed by less than a step here.
    rateBp === null ? waiting : Math.round((done! / due!) * 1e6) / 1e6,
    deduction === null ? waiting : deduction / 100,
    met === null ? waiting : met ? "达标" : "未达标",
  ];
}

const shownLine = ({ cells }: SheetData, row: number) =>
  Array.from({ length: 6 }, (_, column) => cells[row]?.[column + 2]?.value ?? "").map((value) =>
    typeof value === "number" ? Math.round(value * 1e6) / 1e6 : value,
  );

describeWithOffice("The notices of the sample", () => {
  let made: Promise<Awaited<ReturnType<typeof noticed>>> | undefined;
  const sample = () => (made ??= noticed(FILLED));

  test("calculated by LibreOffice they say what the assessment says", async () => {
    const { departments, ...written } = await sample();
    const data = structuredClone(written.data);
    // Stored results are taken away: what LibreOffice shows, it has calculated.
    for (const sheet of data.sheets)
      for (const row of Object.values(sheet.cells))
        for (const cell of Object.values(row)) if (cell.formula) cell.value = 0;
    const file = temporaryFile("notices.xlsx", await saveWorkbook(data));
    const notices = (await recalculated(file)).sheets.slice(1);
    expect(notices).toHaveLength(departments.length);
    departments.forEach((department, index) => {
      const sheet = notices[index]!;
      expect({ name: department.name, lines: INDICATORS.map((_, line) => shownLine(sheet, 5 + line)) }).toEqual({
        name: department.name,
        lines: INDICATORS.map((indicator) => expectedLine(department, indicator)),
      });
      expect([sheet.cells[9]![2]!.value, sheet.cells[9]![6]!.value]).toEqual([
        department.deduction === null ? "待填报" : department.deduction / 100,
        department.rank ?? "—",
      ]);
    });
  });

  test("each is one page", async () => {
    const { data, departments } = await sample();
    const only = {
      ...data,
      sheets: data.sheets.map((sheet, index) =>
        index === 0
          ? { ...sheet, page: { ...sheet.page, zoom: { horizontalFitToPages: 1, verticalFitToPages: 1 } } }
          : sheet,
      ),
    };
    const print = await pdf(temporaryFile("print.xlsx", await saveWorkbook(only)));
    expect(await pageCount(print)).toBe(1 + departments.length);
    const texts = (await pageTexts(print, "cells")).slice(1).map((text) => text.replace(/\s/g, ""));
    departments.forEach(({ name }, index) => {
      expect(texts[index]).toContain(`致：${name}`);
      expect(texts[index]).toContain("部门签收");
    });
  });

  test("with names from detail sheets nothing is cut, and the pages stay A4 upright", async () => {
    const { data } = await noticed("assets/samples/附件2-明细示例.xlsx");
    const transport = data.sheets.find(({ name }) => name === "通知单02交通运输局")!;
    const table = data.sheets.find(({ name }) => name === "附件2") ?? data.sheets[0]!;
    const print = await pdf(
      temporaryFile("names.xlsx", await saveWorkbook({ ...data, activeSheet: table.name, sheets: [transport, table] })),
    );
    const [width, height] = await pageSize(print);
    expect(Math.abs(width - A4[0])).toBeLessThan(1);
    expect(Math.abs(height - A4[1])).toBeLessThan(1);
    const text = (await pageTexts(print, "cells")).join("").replace(/\s/g, "");
    for (let n = 1; n <= 30; n++) expect(text).toMatch(new RegExp(`${n}\\.对[^（]+（[0-9]+）`));
    expect(text).toContain("其余63项见明细表。");
  });
});
