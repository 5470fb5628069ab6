import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import type { WorkbookData } from "../../src/host/workbook/data";
import { workbookOf } from "./workbooks";

let host: Host;
afterEach(() => host.close());

const onSheet = <T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  Excel.run((context) => work(context.workbook.worksheets.getActiveWorksheet(), context));

const area = (firstRow: number, firstColumn: number, lastRow: number, lastColumn: number) => ({
  firstRow,
  firstColumn,
  lastRow,
  lastColumn,
});

describe("names", () => {
  test("of the workbook and of the sheet, hidden at once, seen by formulas", async () => {
    host = await startExcel(workbookOf([[1, 2, 3]]));
    const found = await onSheet(async (sheet, context) => {
      context.workbook.names.add("监管_每项扣分", "=0.1", "每项");
      const own = sheet.names.add("监管_列", sheet.getRange("A1:C1"));
      own.visible = false;
      sheet.getRange("D1").formulas = [["=SUM(监管_列)*监管_每项扣分"]];
      const result = sheet.getRange("D1");
      result.load("values");
      context.workbook.names.load(
        "items/name,items/formula,items/type,items/value,items/scope,items/visible,items/comment",
      );
      sheet.names.load("items/name,items/formula,items/type,items/value,items/scope,items/visible");
      const range = own.getRangeOrNullObject();
      const none = sheet.names.getItemOrNullObject("没有");
      range.load("address");
      none.load("name");
      await context.sync();
      const plain = (items: Excel.NamedItem[]) =>
        items.map((item) => [item.name, item.formula, item.type, item.value, item.scope, item.visible]);
      return [
        result.values[0]![0],
        plain(context.workbook.names.items),
        plain(sheet.names.items),
        range.address,
        none.isNullObject,
      ];
    });
    expect(found).toEqual([
      0.6,
      [["监管_每项扣分", "=0.1", "Double", 0.1, "Workbook", true]],
      [["监管_列", "=附件2!$A$1:$C$1", "Range", "附件2!$A$1:$C$1", "Worksheet", false]],
      "附件2!A1:C1",
      true,
    ]);
  });

  test("are found again, changed and deleted", async () => {
    host = await startExcel({
      ...workbookOf([[1]]),
      names: [{ name: "旧", sheet: "附件2", formula: "=附件2!$A$1", visible: false }],
    });
    const left = await onSheet(async (sheet, context) => {
      const name = sheet.names.getItem("旧");
      name.load("visible");
      await context.sync();
      expect(name.visible).toBe(false);
      name.delete();
      const gone = sheet.names.getItemOrNullObject("旧");
      gone.load("name");
      await context.sync();
      return gone.isNullObject;
    });
    expect(left).toBe(true);
  });

  test.each(["A1", "有 空格", "1月", ""])("%j is no name", async (name) => {
    host = await startExcel(workbookOf([[1]]));
    await expect(
      onSheet(async (sheet, context) => {
        sheet.names.add(name, "=1");
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "InvalidArgument" });
  });
});

test("settings keep plain values", async () => {
  host = await startExcel({ ...workbookOf([[1]]), settings: { old: { a: [1, "二"] } } });
  const found = await Excel.run(async (context) => {
    const { settings } = context.workbook;
    settings.add("rules", { perItem: 0.1, list: [1, null], on: true });
    settings.load("items/key,items/value");
    const old = settings.getItem("old");
    old.load("value");
    const none = settings.getItemOrNullObject("none");
    none.load("value");
    await context.sync();
    const found = [settings.items.map((item) => [item.key, item.value]), old.value, none.isNullObject];
    old.delete();
    await context.sync();
    return found;
  });
  expect(found).toEqual([
    [
      ["old", { a: [1, "二"] }],
      ["rules", { perItem: 0.1, list: [1, null], on: true }],
    ],
    { a: [1, "二"] },
    true,
  ]);
  expect((await host.workbook.toData()).settings).toEqual({ rules: { perItem: 0.1, list: [1, null], on: true } });
});

describe("conditional formats", () => {
  test("a new one comes first; others are read, told apart and deleted", async () => {
    const data = workbookOf([[1, 2]]);
    data.sheets[0]!.conditionalFormats = [
      { areas: [area(0, 0, 9, 0)], formula: "=$A1>1", format: { fill: "#FF0000" }, stopIfTrue: true },
      { areas: [area(0, 1, 9, 1)], stopIfTrue: false, keep: { type: "dataBar" } },
    ];
    host = await startExcel(data);
    const found = await onSheet(async (sheet, context) => {
      const added = sheet.getRange("B2:C5").conditionalFormats.add("Custom");
      added.custom.rule.formula = '=AND(N("jgzb")=0,$B2<$C2)';
      added.custom.format.fill.color = "#FFC7CE";
      added.custom.format.font.color = "#9C0006";
      added.custom.format.font.bold = true;
      added.custom.format.borders.getItem("EdgeBottom").style = "Continuous";
      added.stopIfTrue = true;
      const all = sheet.getRange().conditionalFormats;
      all.load("items/id,items/type,items/priority,items/stopIfTrue,items/customOrNullObject/rule/formula");
      await context.sync();
      const items = all.items.map((item) => [
        item.type,
        item.priority,
        item.stopIfTrue,
        item.customOrNullObject.isNullObject ? null : item.customOrNullObject.rule.formula,
      ]);
      const range = all.items[0]!.getRange();
      range.load("address");
      all.items[1]!.delete();
      await context.sync();
      return [...items, range.address];
    });
    expect(found).toEqual([
      ["Custom", 0, true, '=AND(N("jgzb")=0,$B2<$C2)'],
      ["Custom", 1, true, "=$A1>1"],
      ["CellValue", 2, false, null],
      "附件2!B2:C5",
    ]);
    expect((await host.workbook.toData()).sheets[0]!.conditionalFormats).toEqual([
      {
        areas: [area(1, 1, 4, 2)],
        formula: '=AND(N("jgzb")=0,$B2<$C2)',
        format: {
          fill: "#FFC7CE",
          color: "#9C0006",
          bold: true,
          borders: { bottom: { style: "Continuous", weight: "Thin", color: "#000000" } },
        },
        stopIfTrue: true,
      },
      { areas: [area(0, 1, 9, 1)], stopIfTrue: false, keep: { type: "dataBar" } },
    ]);
  });

  test("loaded whole, and a rule of another kind has no formula", async () => {
    const data = workbookOf([[1]]);
    data.sheets[0]!.conditionalFormats = [{ areas: [area(0, 0, 9, 0)], stopIfTrue: false, keep: { type: "dataBar" } }];
    host = await startExcel(data);
    await onSheet(async (sheet, context) => {
      const all = sheet.getRange().conditionalFormats;
      all.load("items");
      sheet.names.load("items");
      await context.sync();
      expect(all.items.map((item) => [item.type, item.priority, item.stopIfTrue])).toEqual([["CellValue", 0, false]]);
      all.items[0]!.custom.rule.load("formula");
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidOperation" });
    });
  });

  test("cleared from a part, a rule stays on the rest", async () => {
    const data = workbookOf([[1, 2]]);
    data.sheets[0]!.conditionalFormats = [
      { areas: [area(0, 0, 9, 1)], formula: "=A1>$B1", format: {}, stopIfTrue: false },
    ];
    host = await startExcel(data);
    await onSheet(async (sheet, context) => {
      sheet.getRange("A1:B3").conditionalFormats.clearAll();
      await context.sync();
    });
    expect((await host.workbook.toData()).sheets[0]!.conditionalFormats).toMatchObject([
      { areas: [area(3, 0, 9, 1)], formula: "=A4>$B4" },
    ]);
  });

  test("fetched through another area of its own, the formula is told from there (office-js 5194)", async () => {
    const data = workbookOf([[1]]);
    data.sheets[0]!.conditionalFormats = [
      { areas: [area(0, 2, 0, 2), area(0, 4, 0, 4)], formula: "=C1=0", format: {}, stopIfTrue: false },
    ];
    host = await startExcel(data);
    const formulas = await onSheet(async (sheet, context) => {
      const through = ["C1", "E1"].map((address) => sheet.getRange(address).conditionalFormats.getItemAt(0));
      through[1]!.custom.rule.formula = "=C1=1";
      through.forEach((item) => item.load("custom/rule/formula"));
      await context.sync();
      return through.map((item) => item.custom.rule.formula);
    });
    expect(formulas).toEqual(["=A1=1", "=C1=1"]);
  });
});

test("whole-number validation on a part of what had one", async () => {
  const data = workbookOf([[1, 2]]);
  data.sheets[0]!.validations = [{ areas: [area(0, 0, 9, 2)], keep: { type: "list" } }];
  host = await startExcel(data);
  const found = await onSheet(async (sheet, context) => {
    const range = sheet.getRange("B2:B5");
    range.dataValidation.rule = { wholeNumber: { formula1: 0, formula2: "=$A2", operator: "Between" } };
    range.dataValidation.errorAlert = { title: "数据有误", message: "请填写整数", style: "Stop", showAlert: true };
    range.dataValidation.prompt = { title: "", message: "请填写", showPrompt: true };
    range.dataValidation.ignoreBlanks = true;
    range.load(
      "dataValidation/type,dataValidation/rule,dataValidation/errorAlert,dataValidation/prompt,dataValidation/ignoreBlanks",
    );
    const none = sheet.getRange("H1").dataValidation;
    none.load("type,rule");
    await context.sync();
    const { type, rule, errorAlert } = range.dataValidation;
    return [type, rule, errorAlert.title, none.type, none.rule];
  });
  expect(found).toEqual([
    "WholeNumber",
    { wholeNumber: { formula1: 0, formula2: "=$A2", operator: "Between" } },
    "数据有误",
    "None",
    {},
  ]);
  expect((await host.workbook.toData()).sheets[0]!.validations).toEqual([
    { areas: [area(0, 0, 0, 2), area(5, 0, 9, 2), area(1, 0, 4, 0), area(1, 2, 4, 2)], keep: { type: "list" } },
    {
      areas: [area(1, 1, 4, 1)],
      rule: { type: "WholeNumber", formula1: 0, formula2: "=$A2", operator: "Between" },
      errorAlert: { title: "数据有误", message: "请填写整数", style: "Stop", showAlert: true },
      prompt: { title: "", message: "请填写", showPrompt: true },
      ignoreBlanks: true,
    },
  ]);
});

test("page set-up", async () => {
  host = await startExcel(workbookOf([[1, 2]]));
  const found = await onSheet(async (sheet, context) => {
    const page = sheet.pageLayout;
    page.orientation = "Landscape";
    page.paperSize = "A4";
    page.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    page.centerHorizontally = true;
    page.setPrintMargins("Centimeters", { left: 1.27, right: 1.27, top: 2.54 });
    page.footerMargin = 20;
    page.setPrintArea(sheet.getRange("A1:T43"));
    page.setPrintTitleRows("$1:$4");
    page.headersFooters.defaultForAllPages.set({ leftHeader: "附件2", centerFooter: "第 &P 页，共 &N 页" });
    page.load(
      "orientation,paperSize,zoom,leftMargin,topMargin,footerMargin,centerHorizontally,headersFooters/defaultForAllPages/leftHeader,headersFooters/defaultForAllPages/centerFooter",
    );
    const [print, titles] = [page.getPrintAreaOrNullObject(), page.getPrintTitleRowsOrNullObject()];
    print.load("address");
    titles.load("address");
    await context.sync();
    const { leftHeader, centerFooter } = page.headersFooters.defaultForAllPages;
    return [
      page.orientation,
      page.paperSize,
      page.zoom,
      page.leftMargin,
      page.topMargin,
      page.footerMargin,
      page.centerHorizontally,
      leftHeader,
      centerFooter,
      print.address,
      titles.address,
    ];
  });
  // 1.27 cm is half an inch, 36 points.
  expect(found).toEqual([
    "Landscape",
    "A4",
    { horizontalFitToPages: 1, verticalFitToPages: 0 },
    36,
    72,
    20,
    true,
    "附件2",
    "第 &P 页，共 &N 页",
    "附件2!A1:T43",
    "附件2!1:4",
  ]);
});

test("print area and titles are names of the sheet; deleting the name takes them away", async () => {
  const data = workbookOf([[1, 2]]);
  Object.assign(data.sheets[0]!.page, { printArea: [area(0, 0, 9, 3)], titleRows: { first: 0, last: 1 } });
  host = await startExcel(data);
  const found = await onSheet(async (sheet, context) => {
    sheet.names.load("items/name,items/formula,items/scope");
    await context.sync();
    const names = sheet.names.items.map((item) => [item.name, item.formula, item.scope]);
    sheet.names.getItem("Print_Area").delete();
    sheet.names.getItem("Print_Titles").delete();
    await context.sync();
    return names;
  });
  expect(found).toEqual([
    ["Print_Area", "=附件2!$A$1:$D$10", "Worksheet"],
    ["Print_Titles", "=附件2!$1:$2", "Worksheet"],
  ]);
  const { page } = (await host.workbook.toData()).sheets[0]!;
  expect([page.printArea, page.titleRows]).toEqual([undefined, undefined]);
});

test("sheets are added, opened, hidden and found", async () => {
  host = await startExcel(workbookOf([[1]]));
  const found = await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const added = worksheets.add("明细");
    added.getRange("A1").values = [["=附件2!A1+1"]];
    added.activate();
    const active = worksheets.getActiveWorksheet();
    worksheets.load("items/name,items/visibility,items/position");
    active.load("name");
    const cell = added.getRange("A1");
    cell.load("values");
    const none = worksheets.getItemOrNullObject("没有");
    none.load("name");
    await context.sync();
    return [
      worksheets.items.map((item) => [item.name, item.visibility, item.position]),
      active.name,
      cell.values[0]![0],
      none.isNullObject,
    ];
  });
  expect(found).toEqual([
    [
      ["附件2", "Visible", 0],
      ["明细", "Visible", 1],
    ],
    "明细",
    2,
    true,
  ]);
});

test("a workbook comes back from the live model as it went in", async () => {
  const border = { style: "Continuous", weight: "Thin", color: "#000000" } as const;
  const data: WorkbookData = workbookOf([
    ["标题", "", "文"],
    [0.35, 12, true],
    ["#N/A", "0123", "x"],
  ]);
  const sheet = data.sheets[0]!;
  sheet.cells[0]![0]!.style = {
    fontName: "方正小标宋",
    fontSize: 22,
    bold: true,
    italic: true,
    underline: true,
    color: "#C00000",
    fill: "#FFF2CC",
    horizontal: "Center",
    vertical: "Center",
    wrap: true,
  };
  sheet.cells[0]![0]!.keep = { note: "注" };
  sheet.cells[1]![0]!.style = {
    numberFormat: "0.00%",
    borders: {
      top: border,
      bottom: { ...border, weight: "Medium" },
      left: { style: "Dash", weight: "Thin", color: "#FF0000" },
      right: { style: "Double", weight: "Thick", color: "#000000" },
    },
  };
  sheet.cells[1]![3] = {
    formula: "=A2*B2",
    value: 4.2,
    style: { numberFormat: "0.00", horizontal: "CenterAcrossSelection", vertical: "Distributed" },
  };
  sheet.cells[2]![0]!.error = true;
  sheet.cells[5] = { 7: { style: { fill: "#DDEBF7" } } };
  Object.assign(sheet, {
    merges: [area(0, 0, 0, 2)],
    columns: { 0: { width: 120 }, 3: { hidden: true }, 4: { width: 48, hidden: true } },
    rows: { 0: { height: 36 }, 5: { hidden: true } },
    frozen: { rows: 4, columns: 2 },
    conditionalFormats: [
      { areas: [area(1, 0, 2, 1)], formula: "=A2>1", format: { bold: true, color: "#9C0006" }, stopIfTrue: true },
      { areas: [area(1, 2, 2, 2)], stopIfTrue: false, keep: { type: "iconSet" } },
    ],
    validations: [
      {
        areas: [area(1, 1, 2, 1)],
        rule: { type: "WholeNumber", formula1: 0, operator: "GreaterThanOrEqualTo" },
        ignoreBlanks: true,
      },
      { areas: [area(1, 2, 2, 2)], keep: { type: "list" } },
    ],
    protected: true,
  });
  Object.assign(sheet.page, {
    orientation: "Landscape",
    zoom: { horizontalFitToPages: 1 },
    printArea: [area(0, 0, 9, 3)],
    titleRows: { first: 0, last: 1 },
    keep: { draft: true },
  });
  data.sheets.push({ ...workbookOf([[1]], "隐藏").sheets[0]!, visibility: "VeryHidden" });
  data.sheets.push({ ...workbookOf([[1]], "另表").sheets[0]!, visibility: "Hidden" });
  data.names = [
    { name: "甲", formula: "=附件2!$A$1", visible: false, comment: "注" },
    { name: "乙", sheet: "另表", formula: "=0.1", visible: true },
  ];
  data.settings = { 规则: { perItem: 0.1 } };
  host = await startExcel(structuredClone(data));
  expect(await host.workbook.toData()).toEqual(data);
});
