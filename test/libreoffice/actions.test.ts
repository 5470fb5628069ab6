import { readFileSync } from "node:fs";
import { largeWorkbook } from "../../scripts/samples/large";
import { recalculate, setUpPrinting } from "../../src/actions";
import type { Recalculated } from "../../src/actions";
import type { RawValue } from "../../src/core/cells/grid";
import type { ComputedColumn } from "../../src/core/taskSheet/columns";
import { agrees, computedValues, JUDGED_COLUMNS } from "../../src/core/taskSheet/expected";
import { columnName } from "../../src/core/taskSheet/names";
import { startExcel } from "../../src/host/boot/node";
import type { SheetData, WorkbookData } from "../../src/host/workbook/data";
import { openWorkbook } from "../../src/host/workbook/file/open";
import { saveWorkbook } from "../../src/host/workbook/file/save";
import {
  describeWithOffice,
  pageCount,
  pageSize,
  pageTexts,
  pdf,
  pixelColours,
  recalculated,
  temporaryFile,
} from "./office";
import { NOW } from "../moment";

const bytesOf = (path: string) => new Uint8Array(readFileSync(path));

/** The workbook as the add-in leaves it in Excel, and what the action says of it. */
async function marked(
  data: WorkbookData,
): Promise<{ result: Recalculated; host: Awaited<ReturnType<typeof startExcel>> }> {
  const host = await startExcel(data);
  const result = await recalculate({ now: NOW });
  if (!result.done) throw new Error(JSON.stringify(result.problems));
  return { result, host };
}

/** Where each of our judged columns stands in a saved workbook, by its hidden name; zero-based. */
function placesOf({ names }: WorkbookData): [ComputedColumn, number][] {
  const letters = (formula: string) => /\$([A-Z]+)\$\d+$/.exec(formula)![1]!;
  const index = (column: string) => [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return JUDGED_COLUMNS.flatMap((column): [ComputedColumn, number][] => {
    const held = names.find(({ name }) => name === columnName(column));
    return held ? [[column, index(letters(held.formula))]] : [];
  });
}

describeWithOffice("LibreOffice calculates what the actions wrote to the assessment", () => {
  test.each([
    ["assets/samples/附件2.xlsx", 35],
    ["assets/samples/附件2-填报示例.xlsx", 35],
    ["test/fixtures/libreoffice-percent-text.xlsx", 5],
    ["test/fixtures/libreoffice-one-header-row.xlsx", 5],
  ])("%s", async (path, departments) => {
    const { data, origin } = await openWorkbook(bytesOf(path));
    const { result, host } = await marked(data);
    expect(result.differences).toEqual([]);
    expect(result.assessment.departments).toHaveLength(departments);
    const written = await host.workbook.toData();
    const places = placesOf(written);
    expect(places.length).toBeGreaterThanOrEqual(28);
    // Stored results are taken away: what LibreOffice shows, it has calculated.
    for (const row of Object.values(written.sheets[0]!.cells))
      for (const cell of Object.values(row)) if (cell.formula) cell.value = 0;
    const judged = (await recalculated(temporaryFile("marked.xlsx", await saveWorkbook(written, origin)))).sheets[0]!;

    const shown: [number, string, RawValue][] = [];
    const expected: typeof shown = [];
    for (const department of result.assessment.departments) {
      const values = computedValues(department);
      for (const [column, at] of places) {
        expect(written.sheets[0]!.cells[department.row]![at]!.formula).toMatch(/^=/);
        const value = judged.cells[department.row]?.[at]?.value ?? "";
        if (agrees(value, values[column])) continue;
        shown.push([department.row, column, value]);
        expected.push([department.row, column, values[column]]);
      }
    }
    expect(shown).toEqual(expected);
  });
});

describeWithOffice("打印版", () => {
  /** The columns of the short form, left to right. */
  const SHORT = [
    "序号",
    "部门名称",
    "主项数",
    "目标",
    "产生办件主项数",
    "实际",
    "还差主项数",
    "执法人员数",
    "已入驻人数",
    "未入驻人数",
    "扣分合计",
    "排名",
    "情况说明",
  ];

  async function printed(options: Parameters<typeof setUpPrinting>[0]) {
    const { host, result } = await marked((await openWorkbook(bytesOf("assets/samples/附件2-填报示例.xlsx"))).data);
    const set = await setUpPrinting({ copy: true, now: NOW, ...options });
    if (!set.done) throw new Error(JSON.stringify(set.problems));
    const data = await host.workbook.toData();
    return { result, data, made: data.sheets.at(-1)! };
  }

  test("LibreOffice calculates its formulas to the assessment, sums among them", async () => {
    const { result, data, made } = await printed({ form: "short" });
    for (const { cells } of data.sheets)
      for (const row of Object.values(cells)) for (const cell of Object.values(row)) if (cell.formula) cell.value = 0;
    const judged = (await recalculated(temporaryFile("copy.xlsx", await saveWorkbook(data)))).sheets.find(
      ({ name }) => name === made.name,
    )!;
    const shown = (row: number, column: number) => judged.cells[row]?.[column]?.value ?? "";
    result.assessment.departments.forEach((department, index) => {
      const { coverageRate, coverageGap, officersGap, deduction, rank, remark } = computedValues(department);
      const expected = [
        department.name,
        department.claimed,
        coverageRate,
        coverageGap,
        officersGap,
        deduction,
        rank,
        remark,
      ];
      const row = [1, 2, 5, 6, 9, 10, 11, 12].map((column) => shown(5 + index, column));
      expect(row.map((value, at) => agrees(value, expected[at] ?? "")).indexOf(false)).toBe(-1);
    });
    const { totals } = result.assessment;
    const last = 5 + result.assessment.departments.length;
    expect(shown(last, 1)).toBe("合计");
    expect(shown(last, 6)).toBe(totals.coverage.gap);
    expect(shown(last, 9)).toBe(totals.officersGap);
    expect(Math.round(Number(shown(last, 10)) * 100)).toBe(totals.deduction);
  });

  test.each([
    ["short", "A4", 2],
    ["full", "A4", 3],
    ["full", "A3", 2],
  ] as const)("%s on %s: %d pages, not shrunk, headers on each, nothing cut", async (form, paper, pages) => {
    const { result, data, made } = await printed({ form, paper, office: "某某局" });
    // Only 打印版 is printed: the task table's sheet is hidden.
    data.sheets[0]!.visibility = "Hidden";
    const path = await pdf(temporaryFile("copy.xlsx", await saveWorkbook({ ...data, activeSheet: made.name })));
    expect(await pageCount(path)).toBe(pages);
    const texts = (await pageTexts(path, "cells")).map((text) => text.replace(/\s/g, ""));
    const headers =
      form === "short"
        ? SHORT
        : [
            "序号",
            "部门名称",
            "事项梳理目标",
            "数据汇聚目标",
            "填报数据",
            "测算结果",
            "产生办件主项数",
            "实际监管行为覆盖率",
            "情况说明",
          ];
    texts.forEach((text, index) => {
      expect(headers.filter((header) => !text.includes(header))).toEqual([]);
      expect(text).toContain(`—${index + 1}—`);
    });
    expect(texts[0]).toContain("附件2");
    expect(texts[0]).toContain("制表单位：某某局");
    expect(texts[0]).toContain("数据截止：2025年9月1日09:00");
    expect(texts.at(-1)).toContain("注：扣分为测算扣分，以市级公布为准");
    // The last page is no leftover: departments stand on it, too.
    const all = texts.join("");
    const { departments } = result.assessment;
    expect(departments.filter(({ name }) => texts.at(-1)!.includes(name)).length).toBeGreaterThan(3);
    for (const { name, remark } of departments)
      expect([all.includes(name), all.includes(remark)]).toEqual([true, true]);
    const heights = new Set(departments.map((_, index) => made.rows[5 + index]!.height));
    expect(heights.size).toBe(1);
  });
});

describeWithOffice("The print of the marked-up table", () => {
  /** Departments enough for several pages. */
  const DEPARTMENTS = 100;
  const PARTIAL = ["目录清单扣分", "实施清单扣分", "覆盖率扣分", "入驻扣分"];
  const HEADERS = [
    "序号",
    "部门名称",
    "目录清单已认领的主项数",
    "执法人员入驻率目标",
    "产生办件主项数",
    "实际监管行为覆盖率",
    "还差主项数",
    "未入驻人数",
    "扣分合计",
    "排名",
    "情况说明",
  ];
  const A4 = [595.28, 841.89] as const;
  const A3 = [841.89, 1190.55] as const;
  const CENTIMETRE = 72 / 2.54;

  interface Print {
    readonly path: string;
    readonly sheet: SheetData;
    readonly result: Recalculated;
    /** By page, cell after cell, without white space: words that a narrow cell breaks are whole. */
    readonly texts: readonly string[];
  }

  async function printed(form: "short" | "full", paper: "A4" | "A3"): Promise<Print> {
    const { host, result } = await marked(largeWorkbook(DEPARTMENTS, true));
    const set = await setUpPrinting({ form, paper, now: NOW });
    if (!set.done) throw new Error(JSON.stringify(set.problems));
    const data = await host.workbook.toData();
    const path = await pdf(temporaryFile("print.xlsx", await saveWorkbook(data)));
    return {
      path,
      result,
      sheet: data.sheets[0]!,
      texts: (await pageTexts(path, "cells")).map((text) => text.replace(/\s/g, "")),
    };
  }

  /** Pages that the rows need where the columns are shrunk to one page's width: margins of 1.2 and 1.8 cm, two header rows on each page. */
  function pagesNeeded(
    { columns, rows, page, defaultRowHeight }: SheetData,
    [height, width]: readonly [number, number],
  ): number {
    const { firstRow, lastRow, firstColumn, lastColumn } = page.printArea![0]!;
    const across = Array.from(
      { length: lastColumn - firstColumn + 1 },
      (_, index) => columns[firstColumn + index]!,
    ).reduce((sum, column) => sum + (column.hidden ? 0 : column.width!), 0);
    const scale = Math.floor((100 * (width - 2.4 * CENTIMETRE)) / across) / 100;
    const room = (height - 3.6 * CENTIMETRE) / scale;
    const heightOf = (row: number) => rows[row]?.height ?? defaultRowHeight;
    const header = heightOf(2) + heightOf(3);
    let [needed, used] = [1, 0];
    for (let row = firstRow; row <= lastRow; row++) {
      if (used + heightOf(row) > room) [needed, used] = [needed + 1, header];
      used += heightOf(row);
    }
    return needed;
  }

  function expectWholeOnEachPage({ texts, result }: Print, headers: readonly string[]): void {
    texts.forEach((text, index) => {
      expect(headers.filter((header) => !text.includes(header))).toEqual([]);
      expect(text).toContain("附件2");
      expect(text).toContain("数据截止2025年9月1日09:00");
      expect(text).toContain(`第${index + 1}页共${texts.length}页`);
      expect(text).toContain("红：覆盖率未达标橙：有人员未入驻深红：两者都有黄：清单未完成灰：待填报");
    });
    const all = texts.join("");
    expect(texts[0]).toContain("8月19日至9月15日威远县“互联网+监管”指标推进任务表");
    expect(texts.at(-1)).toContain("执法人员入驻率未达到100%，少一个人扣0.5分。");
    for (const { name, remark } of result.assessment.departments)
      expect([all.includes(name), all.includes(remark)]).toEqual([true, true]);
  }

  test("short on A4: landscape, one page wide, headers on every page, header and footer, all marks in colour", async () => {
    const print = await printed("short", "A4");
    const [width, height] = await pageSize(print.path);
    expect(Math.abs(width - A4[1])).toBeLessThan(1);
    expect(Math.abs(height - A4[0])).toBeLessThan(1);
    const needed = pagesNeeded(print.sheet, A4);
    expect(needed).toBeGreaterThan(2);
    // Fonts and rounding of the scale move a page's end by a row or two.
    expect(Math.abs((await pageCount(print.path)) - needed)).toBeLessThanOrEqual(1);
    expectWholeOnEachPage(print, HEADERS);
    expect(PARTIAL.filter((header) => print.texts.some((text) => text.includes(header)))).toEqual([]);

    const colours = await pixelColours(print.path);
    const seen = { coverage: "#FFC7CE", both: "#A6192E", officers: "#FCE4D6", lists: "#FFF2CC", missing: "#E7E6E6" };
    // A cell of 40 by 24 points, shrunk by half, has about 70 pixels.
    for (const [mark, colour] of Object.entries(seen))
      expect({ mark, seen: (colours.get(colour) ?? 0) > 140 }).toEqual({ mark, seen: true });
  });

  test("full on A3: the partial deductions too", async () => {
    const print = await printed("full", "A3");
    const [width, height] = await pageSize(print.path);
    expect(Math.abs(width - A3[1])).toBeLessThan(1);
    expect(Math.abs(height - A3[0])).toBeLessThan(1);
    expect(Math.abs((await pageCount(print.path)) - pagesNeeded(print.sheet, A3))).toBeLessThanOrEqual(1);
    expectWholeOnEachPage(print, [...HEADERS, ...PARTIAL]);
  });
});
