import ExcelJS from "exceljs";
import {
  importFiles,
  makeSummary,
  readHistory,
  readImport,
  recalculate,
  recordHistory,
  undoLast,
} from "../../src/actions";
import type { ImportFile, ImportPreview, Stopped } from "../../src/actions";
import type { Trend } from "../../src/core/history/trend";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import type { OpenedFile } from "../../src/host/workbook/file/open";
import { openWorkbook } from "../../src/host/workbook/file/open";
import { saveWorkbook } from "../../src/host/workbook/file/save";
import { percent, tableSheet, full } from "../core/sheet";
import { csv } from "./exports";
import { NEAR_END } from "../moment";
import { done } from "../outcomes";

/**
 * A workbook in the 1904 date system, made and read by ExcelJS: the same serial number is a day 1,462 days later there. The other
 * system stands beside it, so that each figure is seen to be the same.
 */

const day = (month: number, date: number, hours = 0, minutes = 0) =>
  new Date(Date.UTC(2025, month - 1, date, hours, minutes));
const ITEM_HEADER = ["部门", "主项名称", "主项编码", "子项名称", "子项编码", "目录清单状态", "实施清单状态"];
/** The period is 8月19日 to 9月15日: 事项1 and 事项2 lie within it, on its first and last day; 事项3 and 事项4 a day outside. */
const CASES: readonly [string, Date | string][] = [
  ["事项1", day(8, 19)],
  ["事项2", day(9, 15, 17, 30)],
  ["事项3", day(8, 18, 23, 59)],
  ["事项4", day(9, 16)],
  ["事项5", "民国114年9月1日"],
  ["事项6", "2568/9/1"],
];

interface Opened {
  readonly host: Host;
  readonly origin: OpenedFile;
}

async function opened(date1904: boolean, { dates = "yyyy/m/d" } = {}): Promise<Opened> {
  const book = new ExcelJS.Workbook();
  book.properties.date1904 = date1904;
  const task = tableSheet([["甲局", 20, full, full, percent(0.35), full, "", 20, 20, "", 1, 1]]);
  const sheet = book.addWorksheet("附件2");
  task.values.forEach((line, r) =>
    line.forEach((value, c) => {
      if (value === "") return;
      sheet.getCell(r + 1, c + 1).value = value;
      sheet.getCell(r + 1, c + 1).numFmt = task.numberFormats[r]![c]!;
    }),
  );
  const items = book.addWorksheet("监管事项明细");
  items.addRows([
    ITEM_HEADER,
    ...Array.from({ length: 20 }, (_, index) => [
      "甲局",
      `事项${index + 1}`,
      `A${index + 1}`,
      "",
      "",
      "已发布",
      "完备",
    ]),
  ]);
  const cases = book.addWorksheet("监管行为记录");
  cases.addRows([
    ["部门", "事项名称", "事项编码", "办件编号", "办件日期"],
    ...CASES.map(([item, date], index) => ["甲局", item, `A${index + 1}`, `B${index + 1}`, date]),
  ]);
  cases.getColumn(5).numFmt = dates;
  const { data, origin } = await openWorkbook(new Uint8Array(await book.xlsx.writeBuffer()));
  expect(data.date1904 ?? false).toBe(date1904);
  data.settings.jgzb = JSON.stringify({ version: 1, pages: {}, rules: { casesWithinPeriod: true, year: 2025 } });
  return { host: await startExcel(data), origin };
}

/** What a person finds in the saved file, read by ExcelJS. */
async function saved({ host, origin }: Opened): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await saveWorkbook(await host.workbook.toData(), origin)).buffer as ArrayBuffer);
  return book;
}

describe.each([[false], [true]])("1904: %s", (date1904) => {
  test("cases within the period are the same ones, and a date of another calendar is said to be unreadable", async () => {
    const { host } = await opened(date1904);
    const { assessment, problems, differences } = done(await recalculate({ now: NEAR_END }));
    expect(assessment.departments[0]).toMatchObject({ coverage: { done: 2, required: 7, gap: 5 }, deduction: 50 });
    expect(differences).toEqual([]);
    expect(
      problems
        .filter(({ code }) => code === "DATE_UNREADABLE")
        .map(({ address, message }) => [address, message.includes("民国114年9月1日")]),
    ).toEqual([["监管行为记录!E6", true]]);
    // One to read the table, one to look at the other sheets, one for each of two, one to write: the question costs none.
    expect(host.workRequests).toHaveLength(5);
  });

  test.each(["[$-404]e/m/d", '[$-411]ggge"年"m"月"d"日"', "[$-D070000]d/m/yyyy", "[$-130000]yyyy-m-d", "m/d/yy"])(
    "dates shown as %s are the same days",
    async (dates) => {
      await opened(date1904, { dates });
      expect(done(await recalculate({ now: NEAR_END })).assessment.departments[0]).toMatchObject({
        coverage: { done: 2 },
      });
    },
  );

  test("推进记录 holds the day for whoever opens the file, and is read as that day again", async () => {
    const book = await opened(date1904);
    done(await recalculate({ now: NEAR_END }));
    await recordHistory({ now: new Date(2025, 8, 1, 9) });
    await expect(recordHistory({ now: NEAR_END })).resolves.toMatchObject({
      done: true,
      message: "已把 1 个部门 9月11日的数记入“推进记录”。",
    });
    // The same day again takes the row's place.
    await expect(recordHistory({ now: NEAR_END })).resolves.toMatchObject({ done: true });
    const trend = (await readHistory()) as Trend;
    expect(trend.problems).toEqual([]);
    expect([trend.days.map((one) => one.day), trend.lastWeek?.day]).toEqual([
      ["2025-09-01", "2025-09-11"],
      "2025-09-01",
    ]);
    const sheet = (await saved(book)).getWorksheet("推进记录")!;
    expect([2, 3, 4].map((row) => sheet.getCell(row, 1).value)).toEqual([day(9, 1), day(9, 11), null]);
  });

  test("推进情况汇总 says the day of its figures, in its cell as in its sentences", async () => {
    const book = await opened(date1904);
    done(await recalculate({ now: NEAR_END }));
    await recordHistory({ now: new Date(2025, 8, 10, 9) });
    await expect(makeSummary({ now: NEAR_END })).resolves.toMatchObject({ done: true, problems: [] });
    const sheet = (await saved(book)).getWorksheet("推进情况汇总")!;
    expect((sheet.getCell("H2").value as Date).toISOString().slice(0, 16)).toBe("2025-09-11T09:05");
    const text = await Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem("推进情况汇总").getRange("H2").load("text");
      await context.sync();
      return cell.text[0]![0];
    });
    expect(text).toBe("数据截止：2025年9月11日 09:05");
  });

  test("an import writes the days of a CSV file, finds them again, and is undone", async () => {
    const book = await opened(date1904);
    const file = {
      name: "监管行为.csv",
      bytes: csv([
        ["部门", "事项名称", "事项编码", "办件编号", "办件日期"],
        ["甲局", "事项1", "A1", "B1", "2025-08-19"],
        ["甲局", "事项9", "A9", "B9", "2025年9月2日"],
      ]),
    };
    const preview = (await readImport([file])) as ImportPreview;
    expect(preview.kinds).toMatchObject([{ kind: "cases", added: 1, updated: 0, identical: 1 }]);
    const before = await book.host.workbook.toData();
    await expect(importFiles(preview, { mode: "merge", now: NEAR_END })).resolves.toMatchObject({ done: true });
    const sheet = (await saved(book)).getWorksheet("监管行为记录")!;
    expect([2, 8].map((row) => sheet.getCell(row, 5).value)).toEqual([day(8, 19), day(9, 2)]);
    await expect(undoLast()).resolves.toMatchObject({ done: true });
    const values = ({ sheets }: typeof before) =>
      Object.values(sheets[2]!.cells).flatMap((row) => Object.values(row).flatMap(({ value }) => value ?? []));
    expect(values(await book.host.workbook.toData())).toEqual(values(before));
  });
});

describe.each([
  [false, "1904"],
  [true, "1900"],
])("a workbook with 1904: %s", (date1904, other) => {
  async function exported(
    theirs: boolean,
    header: readonly string[],
    row: readonly (string | Date)[],
  ): Promise<ImportFile> {
    const book = new ExcelJS.Workbook();
    book.properties.date1904 = theirs;
    book.addWorksheet("导出").addRows([[...header], [...row]]);
    return { name: "导出.xlsx", bytes: new Uint8Array(await book.xlsx.writeBuffer()) };
  }
  const CASE = [
    ["部门", "事项名称", "事项编码", "办件编号", "办件日期"],
    ["甲局", "事项9", "A9", "B9", day(9, 2)],
  ] as const;

  test(`takes no dated rows of an .xlsx file that counts from ${other}, says why, and is left as it was`, async () => {
    const { host } = await opened(date1904);
    const before = await host.workbook.toData();
    const outcome = (await readImport([await exported(!date1904, ...CASE)])) as Stopped;
    expect(
      outcome.problems.map(({ code, address, message }) => [
        code,
        address,
        message.startsWith(`文件里的日期从 ${other} 年起算`),
      ]),
    ).toEqual([["FILE_DATES_DIFFER", "导出.xlsx", true]]);
    expect(await host.workbook.toData()).toEqual(before);
  });

  test("takes rows without dates from it, and dated ones of its own system", async () => {
    await opened(date1904);
    await expect(
      readImport([
        await exported(
          !date1904,
          ["部门", "姓名", "执法证号", "证件状态", "在岗状态"],
          ["甲局", "示例人员001", "J001", "有效", "在岗"],
        ),
      ]),
    ).resolves.toMatchObject({ done: true, kinds: [{ kind: "officers", added: 1 }] });
    const book = await opened(date1904);
    const preview = (await readImport([await exported(date1904, ...CASE)])) as ImportPreview;
    await expect(importFiles(preview, { mode: "merge", now: NEAR_END })).resolves.toMatchObject({ done: true });
    expect((await saved(book)).getWorksheet("监管行为记录")!.getCell(8, 5).value).toEqual(day(9, 2));
  });
});

test("an Excel that answers no such question is asked along, then alone, and then taken for one of 1900", async () => {
  const { host } = await opened(false);
  host.differences = { callsFunctions: false };
  for (const _ of ["along", "alone"])
    await expect(recalculate({ now: NEAR_END })).resolves.toMatchObject({
      done: false,
      problems: [{ code: "READ_FAILED" }],
    });
  expect(done(await recalculate({ now: NEAR_END })).assessment.departments[0]).toMatchObject({ coverage: { done: 2 } });
  const requests = host.workRequests.length;
  expect(done(await recalculate({ now: NEAR_END })).assessment.departments[0]).toMatchObject({ coverage: { done: 2 } });
  expect(host.workRequests.slice(requests).map(({ error }) => error)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
