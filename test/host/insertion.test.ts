import { readFileSync } from "node:fs";
import { join } from "node:path";
import JSZip from "jszip";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import type { SheetData, WorkbookData } from "../../src/host/workbook/data";
import { openWorkbook } from "../../src/host/workbook/file/open";
import { saveWorkbook } from "../../src/host/workbook/file/save";
import { freeName } from "../../src/host/workbook/live/insertion";
import { readByExcelJs, writtenByExcelJs } from "./file/written-by-exceljs";
import { workbookOf } from "./workbooks";

let host: Host;
afterEach(() => host?.close());

const area = (firstRow: number, firstColumn: number, lastRow: number, lastColumn: number) => ({
  firstRow,
  firstColumn,
  lastRow,
  lastColumn,
});
const plain = (name: string, more: Partial<SheetData> = {}): SheetData => ({
  ...workbookOf([[`${name}的`]], name).sheets[0]!,
  ...more,
});
const book = (sheets: SheetData[], more: Partial<WorkbookData> = {}): WorkbookData => ({
  ...workbookOf([[1]]),
  sheets,
  activeSheet: sheets[0]!.name,
  ...more,
});
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
const file = async (sheets: SheetData[], more: Partial<WorkbookData> = {}): Promise<string> =>
  base64(await saveWorkbook(book(sheets, more)));

/** Inserts and tells the names of all tabs; each id must be the new sheet's own. */
const insert = (
  source: string,
  options?: (sheets: Excel.WorksheetCollection) => Excel.InsertWorksheetOptions,
): Promise<{ tabs: string[]; inserted: string[] }> =>
  Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const ids = context.workbook.insertWorksheetsFromBase64(source, ...(options ? [options(worksheets)] : []));
    worksheets.load("items/id,items/name");
    await context.sync();
    const inserted = ids.value.map((id) => worksheets.items.find((sheet) => sheet.id === id)!.name);
    return { tabs: worksheets.items.map((sheet) => sheet.name), inserted };
  });

describe("the place of inserted sheets", () => {
  test.each<
    [string, ((sheets: Excel.WorksheetCollection) => Excel.InsertWorksheetOptions) | undefined, string[], string[]]
  >([
    ["no options", undefined, ["甲", "乙", "一", "二", "三"], ["一", "二", "三"]],
    [
      "no sheet named",
      () => ({ sheetNamesToInsert: [], positionType: "None" }),
      ["甲", "乙", "一", "二", "三"],
      ["一", "二", "三"],
    ],
    [
      "one sheet, at the start",
      () => ({ sheetNamesToInsert: ["二"], positionType: "Beginning" }),
      ["二", "甲", "乙"],
      ["二"],
    ],
    [
      "two sheets, in the order of the file",
      () => ({ sheetNamesToInsert: ["三", "一"], positionType: "End" }),
      ["甲", "乙", "一", "三"],
      ["一", "三"],
    ],
    [
      "before a sheet",
      (sheets) => ({ sheetNamesToInsert: ["一", "二"], positionType: "Before", relativeTo: sheets.getItem("乙") }),
      ["甲", "一", "二", "乙"],
      ["一", "二"],
    ],
    [
      "after a sheet",
      (sheets) => ({ sheetNamesToInsert: ["一", "二"], positionType: "After", relativeTo: sheets.getItem("甲") }),
      ["甲", "一", "二", "乙"],
      ["一", "二"],
    ],
    [
      "after a sheet told by name",
      () => ({ sheetNamesToInsert: ["一"], positionType: "After", relativeTo: "甲" }),
      ["甲", "一", "乙"],
      ["一"],
    ],
    ["before none", () => ({ sheetNamesToInsert: ["一"], positionType: "Before" }), ["一", "甲", "乙"], ["一"]],
    ["after none", () => ({ sheetNamesToInsert: ["一"], positionType: "After" }), ["甲", "乙", "一"], ["一"]],
  ])("%s", async (_, options, tabs, inserted) => {
    host = await startExcel(book([plain("甲"), plain("乙")], { activeSheet: "乙" }));
    expect(await insert(await file([plain("一"), plain("二"), plain("三")]), options)).toEqual({ tabs, inserted });
    const data = await host.workbook.toData();
    expect(data.activeSheet).toBe("乙");
    expect(data.sheets.map((sheet) => sheet.cells[0]![0]!.value)).toEqual(tabs.map((name) => `${name}的`));
  });
});

test.each([
  ["明细", [], "明细"],
  ["明细", ["明细"], "明细 (2)"],
  ["明细", ["明细", "明细 (2)", "明细 (4)"], "明细 (3)"],
  ["明细 (2)", ["明细 (2)"], "明细 (3)"],
  ["Data", ["data"], "Data (2)"],
  [
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一",
    ["一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一"],
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七 (2)",
  ],
])("%s beside %j is called %s", (name, taken, expected) => {
  expect(freeName(name, (one) => taken.some((other) => other.toLowerCase() === one.toLowerCase()))).toBe(expected);
});

/** Sheets with all that comes along. */
function source(): { sheets: SheetData[]; names: WorkbookData["names"] } {
  const border = { style: "Continuous", weight: "Thin", color: "#000000" } as const;
  const style = {
    fontName: "仿宋",
    fontSize: 12,
    bold: true,
    color: "#C00000",
    fill: "#FFF2CC",
    horizontal: "Center",
    vertical: "Center",
    wrap: true,
    numberFormat: "0.00%",
    borders: { top: border, bottom: border },
  } as const;
  const detail = plain("监管事项明细", {
    tabColor: "#00B050",
    merges: [area(0, 0, 0, 3)],
    columns: { 0: { width: 120 }, 2: { width: 54, hidden: true } },
    rows: { 0: { height: 36 }, 3: { hidden: true } },
    frozen: { rows: 1, columns: 1 },
    conditionalFormats: [
      { areas: [area(1, 0, 9, 3)], formula: "=$B2<字典!$B$1", format: { fill: "#FFC7CE" }, stopIfTrue: true },
    ],
    validations: [
      {
        areas: [area(1, 3, 9, 3)],
        rule: { type: "List", source: "=字典!$A$1:$A$2", inCellDropDown: true },
        ignoreBlanks: true,
        errorAlert: { title: "填报有误", message: "请选择", style: "Stop", showAlert: true },
        prompt: { title: "", message: "", showPrompt: false },
      },
      {
        areas: [area(1, 1, 9, 1)],
        rule: { type: "WholeNumber", formula1: 0, operator: "GreaterThanOrEqualTo" },
        ignoreBlanks: true,
        errorAlert: { title: "", message: "", style: "Stop", showAlert: true },
        prompt: { title: "", message: "", showPrompt: false },
      },
    ],
  });
  detail.cells = {
    0: { 0: { value: "明细表", style } },
    1: {
      0: { value: "甲" },
      1: { value: 3 },
      2: { value: "是" },
      3: { formula: "=B2*字典!B1", value: 6 },
      4: { formula: "=外部!A1+1", value: 42 },
      5: { formula: "=B2*每项", value: 30 },
      6: { formula: "=SUM(本列)", value: 3 },
    },
    2: { 0: { value: "0123" }, 1: { value: true }, 2: { value: "#N/A", error: true } },
  };
  Object.assign(detail.page, {
    orientation: "Landscape",
    paperSize: "A3",
    printArea: [area(0, 0, 9, 3)],
    titleRows: { first: 0, last: 0 },
    header: { left: "附件", center: "", right: "" },
  });
  const dictionary = plain("字典", { visibility: "VeryHidden" });
  dictionary.cells = { 0: { 0: { value: "是" }, 1: { value: 2 } }, 1: { 0: { value: "否" } } };
  const hidden = plain("停用", { visibility: "Hidden", protected: true });
  const names = [
    { name: "每项", formula: "=10", visible: true },
    { name: "本列", sheet: "监管事项明细", formula: "=监管事项明细!$B$2:$B$2", visible: false },
    { name: "可选", formula: "=字典!$A$1:$A$2", visible: true },
    { name: "外来", formula: "=外部!$A$1", visible: true },
  ];
  return { sheets: [detail, dictionary, hidden, plain("外部")], names };
}

const INSERTED = ["监管事项明细", "字典", "停用"];

describe("inserted sheets", () => {
  test("bring all that they hold, under names that are free, and go on calculating", async () => {
    const given = source();
    host = await startExcel(
      book([plain("附件2"), plain("监管事项明细"), plain("字典")], {
        names: [{ name: "可选", formula: "=附件2!$A$1", visible: true }],
      }),
    );
    expect(
      await insert(await file(given.sheets, { names: given.names, settings: { 规则: 1 } }), () => ({
        sheetNamesToInsert: INSERTED,
      })),
    ).toEqual({
      tabs: ["附件2", "监管事项明细", "字典", "监管事项明细 (2)", "字典 (2)", "停用"],
      inserted: ["监管事项明细 (2)", "字典 (2)", "停用"],
    });
    const check = async (data: WorkbookData): Promise<void> => {
      const [detail, dictionary, hidden] = data.sheets.slice(3) as [SheetData, SheetData, SheetData];
      const [was] = given.sheets as [SheetData];
      const { cells, conditionalFormats, validations, name: _, keep: __, ...rest } = detail;
      const { cells: ___, conditionalFormats: ____, validations: _____, name: ______, ...before } = was;
      expect(rest).toEqual(before);
      expect(cells[0]![0]).toMatchObject({ value: "明细表", style: was.cells[0]![0]!.style });
      expect(Object.values(cells[1]!).map(({ value, formula }) => [formula, value])).toEqual([
        [undefined, "甲"],
        [undefined, 3],
        [undefined, "是"],
        ["=B2*'字典 (2)'!B1", 6],
        [undefined, 42],
        ["=B2*每项", 30],
        ["=SUM(本列)", 3],
      ]);
      expect(Object.values(cells[2]!).map(({ value, error }) => [value, error])).toEqual([
        ["0123", undefined],
        [true, undefined],
        ["#N/A", true],
      ]);
      expect(conditionalFormats).toEqual([{ ...was.conditionalFormats[0], formula: "=$B2<'字典 (2)'!$B$1" }]);
      expect(validations).toEqual([
        { ...was.validations[0], rule: { type: "List", source: "='字典 (2)'!$A$1:$A$2", inCellDropDown: true } },
        was.validations[1],
      ]);
      expect([dictionary.visibility, hidden.visibility, hidden.protected]).toEqual(["VeryHidden", "Hidden", true]);
      // A name that stands here already stays; one of a sheet that stayed behind does not come.
      expect(data.names).toEqual([
        { name: "可选", formula: "=附件2!$A$1", visible: true },
        { name: "每项", formula: "=10", visible: true },
        { name: "本列", sheet: "监管事项明细 (2)", formula: "='监管事项明细 (2)'!$B$2:$B$2", visible: false },
      ]);
      expect(data.settings).toEqual({});
    };
    const live = await host.workbook.toData();
    await check(live);
    await check((await openWorkbook(await saveWorkbook(live))).data);

    const calculated = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("监管事项明细 (2)");
      context.workbook.worksheets.getItem("字典 (2)").getRange("B1").values = [[5]];
      sheet.getRange("B2").values = [[4]];
      const range = sheet.getRange("D2:G2").load("values");
      await context.sync();
      return range.values;
    });
    expect(calculated).toEqual([[20, 42, 40, 4]]);
  });

  test("go into the file that the workbook was opened from, beside what stands there", async () => {
    const given = source();
    const { data, origin } = await openWorkbook(await writtenByExcelJs());
    host = await startExcel(data);
    await insert(await file(given.sheets, { names: given.names }), () => ({
      sheetNamesToInsert: ["监管事项明细", "字典"],
      positionType: "Beginning",
    }));
    const live = await host.workbook.toData();
    const bytes = await saveWorkbook(live, origin);
    const read = await readByExcelJs(bytes);
    expect(read.worksheets.map((sheet) => [sheet.name, sheet.state])).toEqual([
      ["监管事项明细", "visible"],
      ["字典", "veryHidden"],
      ["附件 2", "visible"],
      ["隐藏", "veryHidden"],
      ["第三张", "visible"],
    ]);
    const sheet = read.getWorksheet("监管事项明细")!;
    expect(sheet.getCell("A1").font).toMatchObject({ name: "仿宋", size: 12, bold: true });
    expect(sheet.getCell("D2").formula).toBe("B2*字典!B1");
    expect(sheet.getCell("D5").dataValidation).toMatchObject({ type: "list", formulae: ["字典!$A$1:$A$2"] });
    expect(read.getWorksheet("附件 2")!.getCell("H5").fill).toMatchObject({ pattern: "darkUp" });
    const again = (await openWorkbook(bytes)).data;
    expect(again.sheets.slice(2)).toEqual(
      live.sheets.slice(2).map((one, index) => ({ ...one, keep: { sheet: index + 2 } })),
    );
  });

  test("of another program come with what is modelled, and rules of other kinds stay behind", async () => {
    host = await startExcel(book([plain("附件2")]));
    await insert(base64(await writtenByExcelJs()), () => ({ sheetNamesToInsert: ["附件 2"] }));
    const data = (await host.workbook.toData()).sheets[1]!;
    expect(data.conditionalFormats.map((rule) => rule.formula)).toEqual(["=$B5<1"]);
    expect(data.validations.map((validation) => validation.rule?.type)).toEqual(["WholeNumber", "List"]);
    expect(JSON.stringify(data)).not.toContain('"keep"');
    expect(data.cells[4]![9]).toMatchObject({ formula: "=B5+$B$5" });
    expect(data.page).toMatchObject({ orientation: "Landscape", titleRows: { first: 2, last: 3 } });
  });

  test("may be inserted again, deleted, and inserted once more; no id comes twice", async () => {
    host = await startExcel(book([plain("附件2")]));
    const given = await file([plain("明细")]);
    const ids = await Excel.run(async (context) => {
      const { workbook } = context;
      const found = [workbook.insertWorksheetsFromBase64(given), workbook.insertWorksheetsFromBase64(given)];
      await context.sync();
      workbook.worksheets.getItem(found[0]!.value[0]!).delete();
      found.push(workbook.insertWorksheetsFromBase64(given));
      await context.sync();
      return found.flatMap((result) => result.value);
    });
    expect(new Set(ids).size).toBe(3);
    expect((await host.workbook.toData()).sheets.map((sheet) => sheet.name)).toEqual(["附件2", "明细 (2)", "明细"]);
  });

  test("styles of two files with the same indexes do not mix", async () => {
    const colored = (name: string, fill: string): SheetData =>
      plain(name, { cells: { 0: { 0: { value: fill, style: { fill } } } } });
    host = await startExcel(book([colored("甲", "#FF0000")]));
    await insert(await file([colored("乙", "#00FF00")]));
    await insert(await file([colored("丙", "#0000FF"), colored("丁", "#FFFF00")]));
    expect((await host.workbook.toData()).sheets.map((sheet) => sheet.cells[0]![0]!.style!.fill)).toEqual([
      "#FF0000",
      "#00FF00",
      "#0000FF",
      "#FFFF00",
    ]);
  });
});

describe("what is refused", () => {
  const fixture = (name: string): string => base64(new Uint8Array(readFileSync(join(__dirname, "../fixtures", name))));
  const good = (): Promise<string> => file([plain("一"), plain("二")]);
  const changed = async (path: string, edit: (text: string) => string): Promise<string> => {
    const zip = await JSZip.loadAsync(await saveWorkbook(book([plain("一"), plain("二")])));
    zip.file(path, edit(await zip.file(path)!.async("string")));
    return base64(await zip.generateAsync({ type: "uint8array" }));
  };

  test.each<
    [
      string,
      () => string | Promise<string>,
      ((sheets: Excel.WorksheetCollection) => Excel.InsertWorksheetOptions) | undefined,
      string,
    ]
  >([
    ["nothing", () => "", undefined, "InvalidArgument"],
    ["no base64", () => "监管", undefined, "InvalidArgument"],
    [
      "a data address",
      async () => `data:application/octet-stream;base64,${await good()}`,
      undefined,
      "InvalidArgument",
    ],
    ["a text file", () => base64(new TextEncoder().encode("部门,事项")), undefined, "InvalidArgument"],
    ["a file of Excel 97", () => fixture("libreoffice-97.xls"), undefined, "InvalidArgument"],
    [
      "a workbook with macros",
      () =>
        changed("[Content_Types].xml", (text) =>
          text.replace(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
          ),
        ),
      undefined,
      "InvalidArgument",
    ],
    ["a file with a password", () => fixture("password.xlsx"), undefined, "GeneralException"],
    [
      "a damaged second sheet",
      () => changed("xl/worksheets/sheet2.xml", (text) => text.slice(0, -20)),
      undefined,
      "GeneralException",
    ],
    ["a sheet that the file has not", good, () => ({ sheetNamesToInsert: ["一", "三"] }), "ItemNotFound"],
    ["an unknown place", good, () => ({ positionType: "Middle" as "End" }), "InvalidArgument"],
    ["beside a sheet that is not there", good, () => ({ positionType: "After", relativeTo: "丙" }), "ItemNotFound"],
    [
      "beside what is no sheet",
      good,
      (sheets) => ({
        positionType: "After",
        relativeTo: sheets.getItem("甲").getRange("A1") as unknown as Excel.Worksheet,
      }),
      "InvalidArgument",
    ],
  ])("%s, with nothing inserted", async (_, given, options, code) => {
    host = await startExcel(book([plain("甲"), plain("乙")]));
    const before = await host.workbook.toData();
    await expect(insert(await given(), options)).rejects.toMatchObject({ code });
    expect(await host.workbook.toData()).toEqual(before);
  });
});

test("an Excel before ExcelApi 1.13 does not know it", async () => {
  host = await startExcel(book([plain("甲")]), { apiSets: { ExcelApi: "1.12" } });
  const given = await file([plain("一")]);
  await expect(insert(given)).rejects.toMatchObject({ code: "ApiNotFound" });
});
