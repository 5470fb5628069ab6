import { clearMarks, recalculate, setUpPrinting, undoable, undoLast } from "../../src/actions";
import type { Changed, Recalculated, Stopped } from "../../src/actions";
import { startExcel } from "../../src/host/boot/node";
import type { SheetData } from "../../src/host/workbook/data";
import { percent, sheet, tableSheet, full } from "../core/sheet";
import { FILLED, fileData, plainSheet, workbookOf, dataOf, sheetOf, edit } from "./workbook";
import { LATER } from "../moment";
import { done, codesAt } from "../outcomes";

/** The print over the real office.js: the task table's own page, and 打印版. */

const NOW = new Date(2025, 8, 1, 9, 5);
const PRINT = "打印版";
// Required of 20 at 35 % are 7, of 4 are 2.
const task = () =>
  plainSheet(
    tableSheet([
      ["甲局", 20, full, full, percent(0.35), full, "", 20, 20, 5, 2, 1],
      ["乙局", 4, full, full, percent(0.35), full, "", 4, 4, "", 3, 3],
    ]),
  );

const run = async (now = NOW) => done<Recalculated>(await recalculate({ now }));
const print = async (options: Parameters<typeof setUpPrinting>[0]) =>
  done<Changed | Stopped>(await setUpPrinting({ now: NOW, ...options }));
const barsOf = ({ conditionalFormats }: SheetData) =>
  conditionalFormats.filter((format) => "dataBar" in format && format.dataBar);
/** By row: what its cells show, up to the last that shows anything. */
const valuesOf = ({ cells }: SheetData) =>
  Object.fromEntries(
    Object.entries(cells).map(([row, line]) => {
      const shown = Array.from(
        { length: Math.max(...Object.keys(line).map(Number)) + 1 },
        (_, column) => line[column]?.value ?? "",
      );
      while (shown.at(-1) === "") shown.pop();
      return [row, shown];
    }),
  );

describe("on the task table", () => {
  test("附件 stands at the top left in 黑体, office and time at the right, and only marks that occur in the legend", async () => {
    const host = await startExcel(workbookOf(task()));
    await run();
    await print({ office: "法制&监督股" });
    const { page } = await sheetOf(host, "附件2");
    expect(page.header).toEqual({
      left: '&"黑体,常规"&16附件2',
      center: "",
      right: "制表单位：法制&&监督股  数据截止 2025年9月1日 09:05",
    });
    // 甲局 lacks covered items and an officer, 乙局 waits for its cases; no list is incomplete.
    expect(page.footer.left).toBe("红：覆盖率未达标  橙：有人员未入驻  深红：两者都有  灰：待填报");
  });

  test("a recalculation brings time and legend up to date, and the next print begins with the last choices", async () => {
    const host = await startExcel(workbookOf(task()));
    await run();
    await print({ form: "full", paper: "A3", office: "某某局" });
    await edit("附件2", (page) => {
      page.getRange("K4:M4").values = [[7, 2, 2]];
      page.getRange("K5").values = [[2]];
    });
    await run(LATER);
    const { page } = await sheetOf(host, "附件2");
    expect(page.header.right).toBe("制表单位：某某局  数据截止 2025年9月2日 10:30");
    expect(page.footer.left).toBe("");
    await print({});
    expect((await sheetOf(host, "附件2")).page).toMatchObject({
      paperSize: "A3",
      header: { right: "制表单位：某某局  数据截止 2025年9月1日 09:05" },
    });
  });

  test("bars stay on once asked for, follow the table, and go with 清除标记; other people's bars stay", async () => {
    const host = await startExcel(workbookOf(task()));
    await edit("附件2", (page) => void page.getRange("C4:C5").conditionalFormats.add("DataBar"));
    const foreign = barsOf(await sheetOf(host, "附件2"));
    const before = await dataOf(host);
    await run();
    const marked = await dataOf(host);
    await print({ bars: true });
    expect(barsOf(await sheetOf(host, "附件2"))).toHaveLength(2);
    await undoLast();
    expect(await dataOf(host)).toEqual(marked);

    await print({ bars: true });
    const barred = await dataOf(host);
    await print({});
    expect(await dataOf(host)).toEqual(barred);
    await run();
    expect(barsOf(await sheetOf(host, "附件2"))).toHaveLength(2);
    done(await clearMarks());
    expect(barsOf(await sheetOf(host, "附件2"))).toEqual(foreign);
    done(await undoLast());
    expect(barsOf(await sheetOf(host, "附件2"))).toHaveLength(2);
    await print({ bars: false });
    expect(barsOf(await sheetOf(host, "附件2"))).toEqual(foreign);
    expect(before.sheets[0]!.conditionalFormats).toHaveLength(1);
  });
});

describe("打印版", () => {
  test("shows the figures of the task table, which is not touched, and is undone whole", async () => {
    const host = await startExcel(workbookOf(task()));
    await run();
    const before = await dataOf(host);
    expect(await print({ copy: true, office: "某某局" })).toMatchObject({
      sheet: PRINT,
      message: expect.stringContaining("共 2 个部门，任务表没有改动。请按 Ctrl+P 打印。"),
    });
    const after = await dataOf(host);
    expect(after.sheets[0]).toEqual(before.sheets[0]);
    expect(after.activeSheet).toBe(PRINT);
    const made = after.sheets[1]!;
    expect(valuesOf(made)).toMatchObject({
      0: expect.arrayContaining(["附件2"]),
      1: expect.arrayContaining(["8月19日至9月15日指标推进任务表"]),
      2: expect.arrayContaining(["制表单位：某某局", "数据截止：2025年9月1日 09:05"]),
      5: [1, "甲局", 20, 0.35, 5, 0.25, 2, 2, 1, 1, 0.7, 1, "未达标：覆盖率差2项（应7），1人未入驻"],
      6: [2, "乙局", 4, 0.35, "", "", "", 3, 3, 0, 0, "", "待填报（办件）"],
      7: ["", "合计", 24, "", 5, 0.25, 2, 5, 4, 1, 0.7],
    });
    expect(made.cells[5]![4]!.formula).toMatch(/^=IF\(LEN\(附件2!K4\)=0,"",附件2!K4\)$/);
    // Rows of one height, header on each page, one page wide.
    expect(new Set([5, 6, 7].map((row) => made.rows[row]!.height)).size).toBe(1);
    expect(made.page).toMatchObject({
      orientation: "Landscape",
      paperSize: "A4",
      zoom: { horizontalFitToPages: 1 },
      titleRows: { first: 3, last: 4 },
      footer: { center: '&"宋体,常规"&14— &P —' },
    });
    expect(undoable()).toEqual({ action: "makePrintSheet", at: NOW });
    done(await undoLast());
    expect({ ...(await dataOf(host)), activeSheet: "" }).toEqual({ ...before, activeSheet: "" });
  });

  test("made again it is the same; another form leaves nothing of the one before", async () => {
    const host = await startExcel(workbookOf(task()));
    await run();
    await print({ copy: true, form: "full" });
    const first = await dataOf(host);
    await print({ copy: true });
    expect(await dataOf(host)).toEqual(first);
    await print({ copy: true, form: "short" });
    const refreshed = await sheetOf(host, PRINT);
    const other = await startExcel(workbookOf(task()));
    await run();
    await print({ copy: true, form: "short" });
    const fresh = await sheetOf(other, PRINT);
    expect(valuesOf(refreshed)).toEqual(valuesOf(fresh));
    for (const key of ["merges", "conditionalFormats", "page"] as const) expect(refreshed[key]).toEqual(fresh[key]);
    const written = (made: SheetData) =>
      Object.values(made.cells).reduce(
        (sum, row) =>
          sum + Object.values(row).filter(({ value, formula }) => value !== undefined || formula !== undefined).length,
        0,
      );
    expect(written(refreshed)).toBe(written(fresh));
  });

  test.each([
    ["short", "full"],
    ["full", "short"],
  ] as const)(
    "%s made again as %s comes back by undo, with no cell hidden by the other's merges",
    async (first, second) => {
      const host = await startExcel(workbookOf(task()));
      await run();
      await print({ copy: true, form: first });
      const before = await sheetOf(host, PRINT);
      await print({ copy: true, form: second });
      expect(valuesOf(await sheetOf(host, PRINT))).not.toEqual(valuesOf(before));
      done<Changed | Stopped>(await undoLast());
      const after = await sheetOf(host, PRINT);
      expect(valuesOf(after)).toEqual(valuesOf(before));
      for (const key of ["merges", "rows", "conditionalFormats", "page"] as const)
        expect(after[key]).toEqual(before[key]);
      expect(after.columns).toMatchObject(before.columns);
    },
  );

  test("figures go on living: what is typed into the task table shows, and values stand still where they are chosen", async () => {
    const host = await startExcel(workbookOf(task()));
    await run();
    await print({ copy: true });
    await edit("附件2", (page) => (page.getRange("K4").values = [[6]]));
    // 7 are required: 1 is missing, and so is one officer.
    expect(valuesOf(await sheetOf(host, PRINT))[5]).toEqual([
      1,
      "甲局",
      20,
      0.35,
      6,
      0.3,
      1,
      2,
      1,
      1,
      0.6,
      1,
      "未达标：覆盖率差1项（应7），1人未入驻",
    ]);
    await print({ copy: true, writeAs: "values" });
    const made = await sheetOf(host, PRINT);
    expect(valuesOf(made)[5]).toEqual([
      1,
      "甲局",
      20,
      0.35,
      6,
      0.3,
      1,
      2,
      1,
      1,
      0.6,
      1,
      "未达标：覆盖率差1项（应7），1人未入驻",
    ]);
    expect(Object.values(made.cells[5]!).some(({ formula }) => formula !== undefined)).toBe(false);
  });

  test("a total over a cell that shows an error shows it too, and that is no difference", async () => {
    const host = await startExcel(workbookOf(task()));
    // 执法人员数 of 甲局.
    await edit("附件2", (page) => (page.getRange("L4").values = [["#N/A"]]));
    await run();
    expect(codesAt(await print({ copy: true }))).toEqual([]);
    expect(valuesOf(await sheetOf(host, PRINT))[7]![7]).toBe("#N/A");
  });

  test("it is never taken for the task table: recalculating, printing and clearing with it open mean the table", async () => {
    const host = await startExcel(await fileData(FILLED));
    const result = await run();
    const plain = await dataOf(host);
    await print({ copy: true, form: "full" });
    const again = await run();
    expect({ ...again, at: null, requests: 0, changes: null, settings: null }).toEqual({
      ...result,
      at: null,
      requests: 0,
      changes: null,
      settings: null,
    });
    expect((await dataOf(host)).sheets[0]).toEqual(plain.sheets[0]);
    await print({ copy: false, form: "short" });
    expect((await sheetOf(host, "附件2")).page.paperSize).toBe("A4");
    expect(await clearMarks()).toMatchObject({
      done: true,
      sheet: "附件2",
      message: expect.stringMatching(/“打印版”引用了已清除的列，会显示 #REF!/),
    });
    const original = (await fileData(FILLED)).sheets[0]!;
    expect(valuesOf(await sheetOf(host, "附件2"))).toEqual(valuesOf(original));
  });

  test("renamed it is no second task table either, with another sheet open", async () => {
    const host = await startExcel(workbookOf(task(), plainSheet(sheet([["会议记录"]], { name: "会议" }))));
    await run();
    await print({ copy: true, form: "full" });
    await edit(PRINT, (page) => (page.name = "给领导的表"));
    await edit("会议", (page) => page.activate());
    expect(await run()).toMatchObject({ sheet: "附件2" });
    // Clearing says nothing of a sheet that it does not know.
    const cleared = await clearMarks({ sheet: "附件2", discardTyped: true });
    expect(cleared).toMatchObject({ done: true });
    expect(JSON.stringify(cleared)).not.toContain("#REF!");
    expect((await dataOf(host)).sheets.map(({ name }) => name)).toContain("给领导的表");
  });

  test("somebody else's sheet of that name stops it", async () => {
    const host = await startExcel(workbookOf(task(), plainSheet(sheet([["会议记录"]], { name: PRINT }))));
    await run();
    const before = await dataOf(host);
    expect(codesAt(await setUpPrinting({ copy: true, now: NOW }))).toEqual(["SHEET_NAME_TAKEN"]);
    expect(await dataOf(host)).toEqual(before);
  });

  test("where Excel fails midway, there is none", async () => {
    const host = await startExcel(workbookOf(task()));
    await run();
    const before = await dataOf(host);
    // 0: the task table, 1: the sheet of that name, 2: the sheets, 3: it is written.
    host.failNext({ request: 3, action: 12, code: "GeneralException" });
    expect(codesAt(await setUpPrinting({ copy: true, now: NOW }))).toEqual([`WRITE_FAILED ${PRINT}`]);
    expect({ ...(await dataOf(host)), activeSheet: "" }).toEqual({ ...before, activeSheet: "" });
  });
});

test.each([
  ["whole columns", [{ firstRow: 0, lastRow: 1_048_575, firstColumn: 0, lastColumn: 8 }]],
  ["whole rows", [{ firstRow: 0, lastRow: 5, firstColumn: 0, lastColumn: 16_383 }]],
  [
    "two areas",
    [
      { firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 3 },
      { firstRow: 4, lastRow: 4, firstColumn: 0, lastColumn: 3 },
    ],
  ],
])("a person's own print area of %s comes back by undo and by clearing", async (_, printArea) => {
  const data = workbookOf(task());
  data.sheets[0]!.page.printArea = printArea;
  const host = await startExcel(data);
  const own = (await dataOf(host)).sheets[0]!.page;
  await run();
  const before = await dataOf(host);
  await print({});
  expect((await dataOf(host)).sheets[0]!.page.printArea).not.toEqual(before.sheets[0]!.page.printArea);
  done<Changed | Stopped>(await undoLast());
  expect((await dataOf(host)).sheets[0]!.page).toEqual(before.sheets[0]!.page);
  await print({});
  done<Changed | Stopped>(await clearMarks({ now: NOW }));
  expect((await dataOf(host)).sheets[0]!.page).toEqual(own);
});
