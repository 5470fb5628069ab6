import { readFileSync } from "node:fs";
import { join } from "node:path";
import type ExcelJS from "exceljs";
import { largeWorkbook } from "../../scripts/samples/large";
import { REPORTED } from "../../scripts/samples/reported";
import { DEPARTMENTS } from "../../scripts/samples/source-table";
import { taskWorkbook } from "../../scripts/samples/task-workbook";
import { openWorkbook } from "../../src/host/workbook/file/open";
import { saveWorkbook } from "../../src/host/workbook/file/save";
import { readByExcelJs } from "../host/file/written-by-exceljs";

const FILES = { issued: "附件2.xlsx", reported: "附件2-填报示例.xlsx" };
const bytesOf = (file: string) => new Uint8Array(readFileSync(join(__dirname, "../../assets/samples", file)));
const sheetOf = async (file: string) => (await readByExcelJs(bytesOf(file))).getWorksheet("附件2")!;
const ROWS = Array.from({ length: 35 }, (_, index) => index + 5);

/** Required main items of departments 1–29, as the rules of the assessment state them. */
const REQUIRED = [2, 93, 5, 6, 2, 25, 23, 13, 16, 10, 3, 3, 97, 6, 9, 76, 3, 6, 18, 4, 1, 4, 22, 2, 7, 2, 3, 2, 15];

test.each([
  [FILES.issued, { departments: DEPARTMENTS }],
  [FILES.reported, { departments: DEPARTMENTS, reported: REPORTED }],
])("%s is what the script makes", async (file, contents) => {
  expect(Buffer.from(await saveWorkbook(taskWorkbook(contents))).equals(Buffer.from(bytesOf(file)))).toBe(true);
});

describe("The attachment as issued", () => {
  let sheet: ExcelJS.Worksheet;
  beforeAll(async () => {
    sheet = await sheetOf(FILES.issued);
  });

  test("stands as an attachment does", () => {
    expect(sheet.getCell("A1").value).toBe("附件2");
    expect(sheet.getCell("A2").value).toBe("8月19日至9月15日威远县“互联网+监管”指标推进任务表");
    expect(sheet.getCell("A2").font).toMatchObject({ name: "方正小标宋简体", size: 22 });
    expect(sheet.getCell("B5").font).toMatchObject({ name: "仿宋_GB2312", size: 12 });
    const merges = (sheet as unknown as { model: { merges: string[] } }).model.merges;
    expect(merges).toEqual(
      expect.arrayContaining(["A2:G2", "A3:A4", "B3:B4", "C3:C4", "D3:E3", "G3:G4", "A40:G40", "A45:G45"]),
    );
    expect(
      ["A3", "B3", "C3", "D3", "D4", "E4", "F3", "F4", "G3"].map((address) => sheet.getCell(address).value),
    ).toEqual([
      "序号",
      "部门名称",
      "目录清单已认领的主项数",
      "事项梳理目标",
      "目录清单完成率",
      "实施清单完备率",
      "数据汇聚目标",
      "监管行为覆盖率",
      "执法人员入驻率目标",
    ]);
    expect(sheet.getCell("A40").value).toBe("说明：");
    expect(ROWS.map((row) => sheet.getCell(row, 1).value)).toEqual(ROWS.map((row) => row - 4));
    expect(sheet.columnCount).toBe(7);
  });

  test("adds up as the source does: 29 departments with main items, 1,079 items, 478 to cover, by tier 142, 70 and 266", () => {
    const rows = ROWS.map((row) => ({
      claimed: sheet.getCell(row, 3).value as number,
      target: sheet.getCell(row, 6).value as number | "—",
    }));
    const judged = rows.filter((row) => row.target !== "—");
    const required = judged.map(({ claimed, target }) =>
      Math.ceil((claimed * Math.round((target as number) * 10000)) / 10000),
    );
    const tier = (percent: number) =>
      judged.reduce((sum, row, index) => sum + (row.target === percent / 100 ? required[index]! : 0), 0);
    expect(judged).toHaveLength(29);
    expect(rows.reduce((sum, row) => sum + row.claimed, 0)).toBe(1079);
    expect(required).toEqual(REQUIRED);
    expect([tier(35), tier(40), tier(50)]).toEqual([142, 70, 266]);
  });

  test("targets are numbers in the source's formats", () => {
    expect([
      sheet.getCell("D5").value,
      sheet.getCell("D5").numFmt,
      sheet.getCell("F5").value,
      sheet.getCell("F5").numFmt,
    ]).toEqual([1, "0.00%", 0.35, "0%"]);
    expect([4, 5, 6].map((column) => sheet.getCell(34, column).value)).toEqual(["—", "—", "—"]);
    expect(sheet.getCell("G39").value).toBe(1);
  });
});

describe("The attachment with invented actuals", () => {
  let sheet: ExcelJS.Worksheet;
  beforeAll(async () => {
    sheet = await sheetOf(FILES.reported);
  });

  test("has the columns to fill in under their group", () => {
    expect(sheet.getCell("H3").value).toBe("填报数据");
    expect(["H4", "I4", "J4", "K4", "L4", "M4"].map((address) => sheet.getCell(address).value)).toEqual([
      "目录清单应认领数",
      "目录清单已完成数",
      "实施清单已完备数",
      "产生办件主项数",
      "执法人员数",
      "已入驻人数",
    ]);
  });

  /** The gaps of a row by plain arithmetic on its cells; null where it is not reported. */
  const gaps = (row: number) => {
    const number = (column: number) => sheet.getCell(row, column).value as number | null;
    const [claimed, target] = [number(3)!, sheet.getCell(row, 6).value];
    const [due, directory, implementation, covered, officers, onboarded] = [8, 9, 10, 11, 12, 13].map(number);
    if (officers === null || (claimed > 0 && directory === null)) return null;
    const percent = target === "—" ? 35 : Math.round((target as number) * 100);
    return {
      directory: claimed === 0 ? 0 : (due ?? claimed) - directory!,
      implementation: claimed === 0 ? 0 : claimed - implementation!,
      coverage: claimed === 0 ? 0 : Math.max(0, Math.ceil((claimed * percent) / 100) - covered!),
      officers: officers! - onboarded!,
    };
  };

  test("every row comes out as it is meant to", () => {
    ROWS.forEach((row, index) => {
      const { shows, gaps: meant } = REPORTED[index]!;
      expect({ row, gaps: gaps(row) }).toEqual({ row, gaps: shows === "not reported" ? null : meant });
    });
  });

  test("covers every kind of outcome", () => {
    const all = ROWS.map((row) => ({
      row,
      gaps: gaps(row),
      claimed: sheet.getCell(row, 3).value as number,
      due: sheet.getCell(row, 8).value,
      target: sheet.getCell(row, 6).value,
      officers: sheet.getCell(row, 12).value,
    }));
    const reported = all.flatMap((one) => (one.gaps ? [{ ...one, gaps: one.gaps }] : []));
    expect(all.length - reported.length).toBe(2);
    expect(reported.find((one) => one.claimed === 185)!.gaps.coverage).toBe(1);
    for (const kind of [
      (one: (typeof reported)[number]) => one.gaps.coverage > 0 && one.gaps.officers === 0,
      (one: (typeof reported)[number]) => one.gaps.coverage === 0 && one.gaps.officers > 0,
      (one: (typeof reported)[number]) => one.gaps.coverage > 0 && one.gaps.officers > 0,
      (one: (typeof reported)[number]) => one.gaps.directory > 0,
      (one: (typeof reported)[number]) => one.gaps.implementation > 0,
      (one: (typeof reported)[number]) => typeof one.due === "number" && one.due > one.claimed,
      (one: (typeof reported)[number]) => one.claimed === 0 && one.gaps.officers > 0,
      (one: (typeof reported)[number]) => one.claimed === 0 && one.gaps.officers === 0 && one.officers !== 0,
      (one: (typeof reported)[number]) => one.officers === 0,
      (one: (typeof reported)[number]) => one.target === "—" && one.claimed > 0,
      (one: (typeof reported)[number]) => Object.values(one.gaps).every((gap) => gap === 0) && one.claimed > 0,
    ]) {
      expect(reported.filter(kind)).not.toHaveLength(0);
    }
  });
});

test("both samples open, and come back from saving as they were", async () => {
  for (const file of Object.values(FILES)) {
    const { data, origin } = await openWorkbook(bytesOf(file), file);
    expect((await openWorkbook(await saveWorkbook(data, origin))).data).toEqual(data);
  }
});

test("a large table bears each name once", () => {
  const sheet = largeWorkbook(350, true).sheets[0]!;
  const names = Array.from({ length: 350 }, (_, index) => sheet.cells[4 + index]![1]!.value);
  expect(new Set(names).size).toBe(350);
  expect(sheet.cells[4 + 36]![11]!.value).toBe(46);
});
