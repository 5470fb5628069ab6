import JSZip from "jszip";
import type { CellStyle, WorkbookData } from "../../../src/host/workbook/data";
import { openWorkbook, type OpenedFile } from "../../../src/host/workbook/file/open";
import { saveWorkbook } from "../../../src/host/workbook/file/save";
import { readByExcelJs, writtenByExcelJs } from "./written-by-exceljs";

let data: WorkbookData;
let origin: OpenedFile;
beforeEach(async () => {
  ({ data, origin } = await openWorkbook(await writtenByExcelJs(), "a.xlsx"));
});

const saved = async () => openWorkbook(await saveWorkbook(data, origin));
const part = async (bytes: Uint8Array, path: string) => (await JSZip.loadAsync(bytes)).file(path)!.async("string");
/** Adds a part to a file as another program might. */
async function withPart(bytes: Uint8Array, path: string, change: (text: string) => string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  zip.file(path, change((await zip.file(path)?.async("string")) ?? ""));
  return zip.generateAsync({ type: "uint8array" });
}

describe("Saving into the opened file", () => {
  test("an unchanged workbook opens as it was", async () => {
    expect((await saved()).data).toEqual(data);
  });

  test("equal input gives equal bytes", async () => {
    expect(Buffer.from(await saveWorkbook(data, origin)).equals(Buffer.from(await saveWorkbook(data, origin)))).toBe(
      true,
    );
  });

  test("what is not modelled stays: hatching, strike-through, indents, rich text, notes, the kept rules", async () => {
    const sheet = (await readByExcelJs(await saveWorkbook(data, origin))).getWorksheet("附件 2")!;
    expect(sheet.getCell("H5").fill).toMatchObject({ pattern: "darkUp" });
    expect(sheet.getCell("A1").font.strike).toBe(true);
    expect(sheet.getCell("H6").alignment.indent).toBe(1);
    expect(sheet.getCell("A2").value).toMatchObject({ richText: [{ text: "红" }, { text: "黑 " }] });
    expect(JSON.stringify(sheet.getCell("I5").note)).toContain("批注内容");
    expect(sheet.getCell("L5").dataValidation.formulae).toEqual(['"是,否"']);
    expect(sheet.getCell("M5").dataValidation).toMatchObject({
      type: "decimal",
      operator: "greaterThan",
      formulae: [0.5],
    });
    const rules = (sheet as unknown as { conditionalFormattings: { rules: { type: string }[] }[] })
      .conditionalFormattings;
    expect(rules.flatMap((one) => one.rules.map((rule) => rule.type)).sort()).toEqual(["cellIs", "expression"]);
  });

  test("a part that is not known is the same bytes afterwards", async () => {
    const file = await withPart(
      origin.bytes,
      "xl/charts/chart1.xml",
      () => "<c:chartSpace xmlns:c='x'>  图 &#x41; </c:chartSpace>",
    );
    const opened = await openWorkbook(file);
    expect(await part(await saveWorkbook(opened.data, opened.origin), "xl/charts/chart1.xml")).toBe(
      "<c:chartSpace xmlns:c='x'>  图 &#x41; </c:chartSpace>",
    );
  });

  test("page breaks and extension lists of a changed sheet stay", async () => {
    const extras = '<rowBreaks count="1" manualBreakCount="1"><brk id="20" max="16383" man="1"/></rowBreaks>';
    const list = '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"/></extLst>';
    const file = await withPart(origin.bytes, "xl/worksheets/sheet3.xml", (text) =>
      text.replace("</worksheet>", `${extras}${list}</worksheet>`),
    );
    const opened = await openWorkbook(file);
    opened.data.sheets[2]!.cells[0]![1] = { value: "新" };
    const text = await part(await saveWorkbook(opened.data, opened.origin), "xl/worksheets/sheet3.xml");
    expect(text).toContain(extras);
    expect(text).toContain(list);
  });

  test("a changed look keeps what is not modelled of the old one", async () => {
    const cell = data.sheets[0]!.cells[0]![0]!;
    cell.style = { ...cell.style, color: "#9C0006" };
    const font = (await readByExcelJs(await saveWorkbook(data, origin))).getWorksheet("附件 2")!.getCell("A1").font;
    expect(font).toMatchObject({ name: "黑体", size: 16, bold: true, strike: true, color: { argb: "FF9C0006" } });
    expect((await saved()).data).toEqual({
      ...data,
      sheets: [{ ...data.sheets[0]!, cells: expect.anything() }, ...data.sheets.slice(1)],
    });
  });

  test("stopIfTrue is read and kept", async () => {
    data.sheets[0]!.conditionalFormats[0]!.stopIfTrue = true;
    expect((await saved()).data.sheets[0]!.conditionalFormats.map((rule) => rule.stopIfTrue)).toEqual([true, false]);
  });

  test("sheets may come, go and change places", async () => {
    const added = { ...data.sheets[2]!, name: "新表" };
    data.names = [
      { name: "点数", sheet: "第三张", formula: "=0.1", visible: true },
      { name: "去", sheet: "隐藏", formula: "=1", visible: true },
    ];
    const first = await saved();
    first.data.sheets = [added, first.data.sheets[2]!, first.data.sheets[0]!];
    first.data.activeSheet = "新表";
    first.data.names = first.data.names.filter((name) => name.sheet !== "隐藏");
    const { data: again } = await openWorkbook(await saveWorkbook(first.data, first.origin));
    expect(again.sheets.map((sheet) => sheet.name)).toEqual(["新表", "第三张", "附件 2"]);
    expect(again.activeSheet).toBe("新表");
    expect(again.names).toEqual([{ name: "点数", sheet: "第三张", formula: "=0.1", visible: true }]);
    expect(again.sheets[2]!.page).toEqual(data.sheets[0]!.page);
    expect(
      (await readByExcelJs(await saveWorkbook(first.data, first.origin))).worksheets.map((sheet) => sheet.name),
    ).toEqual(["新表", "第三张", "附件 2"]);
  });
});

describe("Names and settings", () => {
  const names: WorkbookData["names"] = [
    { name: "单项扣分", formula: "=0.1", visible: true, comment: "每个事项" },
    { name: "整列", formula: "='附件 2'!$C:$C", visible: false },
    { name: "局部", sheet: "第三张", formula: "=第三张!$A$1", visible: false },
    { name: "局部", sheet: "附件 2", formula: '=IF(1<2,"a&b","")', visible: true },
  ];

  test("constants, whole columns, hidden names and names of one sheet survive", async () => {
    data.names = names;
    const once = await saved();
    expect(once.data.names).toEqual(names);
    expect(once.data.sheets[0]!.page).toEqual(data.sheets[0]!.page);
    once.data.names = once.data.names
      .slice(1)
      .map((name) => (name.name === "整列" ? { ...name, formula: "=0.2" } : name));
    expect((await openWorkbook(await saveWorkbook(once.data, once.origin))).data.names).toEqual([
      { ...names[1], formula: "=0.2" },
      names[2],
      names[3],
    ]);
  });

  test("a name that Excel keeps for itself is neither listed nor lost", async () => {
    const filter = '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">附件!$A$1:$B$2</definedName>';
    const opened = await openWorkbook(
      await withPart(origin.bytes, "xl/workbook.xml", (text) =>
        text.replace("<definedNames>", `<definedNames>${filter}`),
      ),
    );
    expect(opened.data.names).toEqual([]);
    opened.data.names = names;
    expect(await part(await saveWorkbook(opened.data, opened.origin), "xl/workbook.xml")).toContain(filter);
  });

  test("print area of several pieces, title rows and columns of a sheet whose name has a comma and quotes", async () => {
    const sheet = { ...data.sheets[2]!, name: "甲,'乙" };
    sheet.page = {
      ...sheet.page,
      printArea: [
        { firstRow: 0, lastRow: 9, firstColumn: 0, lastColumn: 3 },
        { firstRow: 20, lastRow: 20, firstColumn: 5, lastColumn: 5 },
      ],
      titleRows: { first: 0, last: 1 },
      titleColumns: { first: 1, last: 2 },
    };
    const again = await openWorkbook(
      await saveWorkbook({ sheets: [sheet], activeSheet: sheet.name, names: [], settings: {} }),
    );
    expect(again.data.sheets[0]!.page).toEqual(sheet.page);
  });

  test("settings are one document property, beside others", async () => {
    data.settings = { 规则: { floor: 3500, text: '<&>"' }, list: [1, null] };
    const first = await saved();
    expect(first.data.settings).toEqual(data.settings);
    first.data.settings = {};
    expect((await openWorkbook(await saveWorkbook(first.data, first.origin))).data.settings).toEqual({});
  });

  test("settings that somebody wrote over count as none", async () => {
    data.settings = { a: 1 };
    const bytes = await withPart(await saveWorkbook(data, origin), "docProps/custom.xml", (text) =>
      text.replace('{"', '("'),
    );
    expect((await openWorkbook(bytes)).data.settings).toEqual({});
  });
});

describe("Saving a workbook of its own", () => {
  const style: CellStyle = {
    fontName: "仿宋_GB2312",
    fontSize: 10.5,
    bold: true,
    italic: true,
    underline: true,
    color: "#123456",
    fill: "#FFF2CC",
    horizontal: "Distributed",
    vertical: "Top",
    wrap: true,
    numberFormat: '0.00"分"',
    borders: {
      top: { style: "Dash", weight: "Medium", color: "#00FF00" },
      bottom: { style: "Dot", weight: "Thin", color: "#000000" },
      left: { style: "Continuous", weight: "Hairline", color: "#000000" },
      right: { style: "Double", weight: "Thick", color: "#000000" },
    },
  };

  test("all that is modelled comes back", async () => {
    const sheet = data.sheets[0]!;
    const plain = {
      ...sheet,
      protected: false,
      conditionalFormats: [sheet.conditionalFormats[0]!],
      validations: [sheet.validations[0]!],
    };
    plain.cells = {
      0: { 0: { value: " 前后有空格 ", style }, 2: { value: "第一行\n第二行", style: {} } },
      2: { 1: { value: "_x000D_ 与 \r", style }, 3: { style } },
      3: {
        0: { value: 0.1 + 0.2 },
        1: { value: "", formula: '="a"&"<b>"' },
        2: { value: true },
        3: { value: "#REF!", error: true },
      },
    };
    const bytes = await saveWorkbook({ sheets: [plain], activeSheet: plain.name, names: [], settings: {} });
    const again = (await openWorkbook(bytes)).data.sheets[0]!;
    const bare = { fontName: "宋体", fontSize: 11, color: "#000000" };
    const seen = (row: number, column: number) => {
      const { keep: _, ...rest } = again.cells[row]![column]!;
      return rest;
    };
    expect(seen(0, 0)).toEqual({ value: " 前后有空格 ", style });
    expect(seen(0, 2)).toEqual({ value: "第一行\n第二行", style: bare });
    expect(seen(2, 1)).toEqual({ value: "_x000D_ 与 \r", style });
    expect(seen(2, 3)).toEqual({ style });
    expect(seen(3, 0)).toEqual({ value: 0.30000000000000004, style: bare });
    expect(seen(3, 1)).toEqual({ value: "", formula: '="a"&"<b>"', style: bare });
    expect(seen(3, 2)).toEqual({ value: true, style: bare });
    expect(seen(3, 3)).toEqual({ value: "#REF!", error: true, style: bare });
    expect({ ...again, cells: {} }).toEqual({ ...plain, cells: {} });
  });
});
