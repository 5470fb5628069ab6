import JSZip from "jszip";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import type { ValidationData, WorkbookData } from "../../src/host/workbook/data";
import { openWorkbook } from "../../src/host/workbook/file/open";
import { saveWorkbook } from "../../src/host/workbook/file/save";
import { readByExcelJs } from "./file/written-by-exceljs";
import { workbookOf } from "./workbooks";

let host: Host;
afterEach(() => host?.close());

const onSheet = <T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  Excel.run((context) => work(context.workbook.worksheets.getItem("附件2"), context));

const area = (firstRow: number, firstColumn: number, lastRow: number, lastColumn: number) => ({
  firstRow,
  firstColumn,
  lastRow,
  lastColumn,
});

const withSheet = (...validations: ValidationData[]): WorkbookData => {
  const data = workbookOf([
    [1, 2],
    [3, 4],
  ]);
  data.sheets[0]!.validations = validations;
  data.sheets.push({ ...workbookOf([["是"], ["否"]], "字典").sheets[0]! });
  return data;
};

type Source = string | ((sheet: Excel.Worksheet) => Excel.Range);

describe("a list to choose from", () => {
  test.each<[string, Source, boolean | undefined, string, string]>([
    ["texts", "是,否", true, "是,否", '"是,否"'],
    ["texts without an arrow", "是,否", false, "是,否", '"是,否"'],
    ["texts, the arrow not spoken of", "是,否", undefined, "是,否", '"是,否"'],
    ["texts with quotes", '"甲",乙 & 丙', true, '"甲",乙 & 丙', '"""甲"",乙 & 丙"'],
    ["one text", "是", true, "是", '"是"'],
    ["255 characters", "是,".repeat(127) + "否", true, "是,".repeat(127) + "否", `"${"是,".repeat(127)}否"`],
    ["cells of another sheet", "=字典!$A$1:$A$2", true, "=字典!$A$1:$A$2", "字典!$A$1:$A$2"],
    ["a name", "=可选", true, "=可选", "可选"],
    ["a range", (sheet) => sheet.getRange("D1:D9"), true, "=附件2!$D$1:$D$9", "附件2!$D$1:$D$9"],
  ])("of %s is set, read and saved", async (_, source, inCellDropDown, read, formula) => {
    host = await startExcel(withSheet());
    const found = await onSheet(async (sheet, context) => {
      const range = sheet.getRange("B2:B9");
      range.dataValidation.rule = {
        list: {
          source: typeof source === "string" ? source : source(sheet),
          ...(inCellDropDown !== undefined && { inCellDropDown }),
        } as Excel.ListDataValidation,
      };
      range.dataValidation.ignoreBlanks = true;
      range.dataValidation.errorAlert = { title: "填报有误", message: "请选择", style: "Warning", showAlert: true };
      await context.sync();
      const { dataValidation } = sheet
        .getRange("B2:B9")
        .load("dataValidation/type,dataValidation/rule,dataValidation/ignoreBlanks");
      await context.sync();
      return [dataValidation.type, dataValidation.rule, dataValidation.ignoreBlanks];
    });
    expect(found).toEqual(["List", { list: { inCellDropDown: inCellDropDown ?? true, source: read } }, true]);

    const live = await host.workbook.toData();
    const bytes = await saveWorkbook(live);
    expect((await openWorkbook(bytes)).data.sheets[0]!.validations).toEqual([
      { ...live.sheets[0]!.validations[0], prompt: { title: "", message: "", showPrompt: false } },
    ]);
    expect((await readByExcelJs(bytes)).getWorksheet("附件2")!.getCell("B5").dataValidation).toMatchObject({
      type: "list",
      formulae: [formula],
      allowBlank: true,
      errorStyle: "warning",
    });
    const text = await (await JSZip.loadAsync(bytes)).file("xl/worksheets/sheet1.xml")!.async("string");
    expect(/showDropDown="1"/.test(text)).toBe(inCellDropDown === false);
  });

  test.each([
    ["256 characters", "是,".repeat(128)],
    ["nothing", ""],
    ["an empty formula", "="],
    ["a number", 5 as unknown as string],
  ])("of %s is refused", async (_, source) => {
    host = await startExcel(
      withSheet({ areas: [area(1, 1, 8, 1)], rule: { type: "List", source: "旧", inCellDropDown: true } }),
    );
    await expect(
      onSheet(async (sheet, context) => {
        sheet.getRange("B2:B9").dataValidation.rule = { list: { inCellDropDown: true, source } };
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "InvalidArgument" });
    expect((await host.workbook.toData()).sheets[0]!.validations).toMatchObject([{ rule: { source: "旧" } }]);
  });

  test("on a part of the cells is told from there, and the rest goes on", async () => {
    host = await startExcel(
      withSheet({ areas: [area(1, 1, 8, 1)], rule: { type: "List", source: "=$D2:$F2", inCellDropDown: true } }),
    );
    const rules = await onSheet(async (sheet, context) => {
      const parts = ["B2:B9", "B4"].map((address) => sheet.getRange(address).dataValidation.load("rule"));
      await context.sync();
      const found = parts.map(({ rule }) => rule.list!.source);
      sheet.getRange("B2:B3").dataValidation.clear();
      sheet.getRange("B5").dataValidation.prompt = { title: "", message: "请选择", showPrompt: true };
      await context.sync();
      return found;
    });
    expect(rules).toEqual(["=$D2:$F2", "=$D4:$F4"]);
    expect((await host.workbook.toData()).sheets[0]!.validations).toMatchObject([
      { areas: [area(3, 1, 3, 1), area(5, 1, 8, 1)], rule: { source: "=$D4:$F4" } },
      { areas: [area(4, 1, 4, 1)], rule: { source: "=$D5:$F5" }, prompt: { message: "请选择" } },
    ]);
  });

  test("follows its cells, and the cells that it takes its texts from", async () => {
    host = await startExcel(
      withSheet(
        { areas: [area(1, 1, 8, 1)], rule: { type: "List", source: "=字典!$A$1:$A$2", inCellDropDown: true } },
        {
          areas: [area(1, 2, 8, 2)],
          rule: { type: "WholeNumber", formula1: 0, formula2: "=$D2", operator: "Between" },
        },
      ),
    );
    await onSheet(async (sheet, context) => {
      context.workbook.worksheets.getItem("字典").getRange("2:3").insert("Down");
      sheet.getRange("A:A").insert("Right");
      sheet.getRange("1:2").delete("Up");
      await context.sync();
    });
    expect((await host.workbook.toData()).sheets[0]!.validations).toEqual([
      { areas: [area(0, 2, 6, 2)], rule: { type: "List", source: "=字典!$A$1:$A$4", inCellDropDown: true } },
      { areas: [area(0, 3, 6, 3)], rule: { type: "WholeNumber", formula1: 0, formula2: "=$E1", operator: "Between" } },
    ]);
  });
});

test("a changed sheet's other validations keep what is not modelled of them", async () => {
  const zip = await JSZip.loadAsync(
    await saveWorkbook(
      withSheet({ areas: [area(0, 0, 0, 0)], rule: { type: "List", source: "是,否", inCellDropDown: true } }),
    ),
  );
  const path = "xl/worksheets/sheet1.xml";
  const list =
    '<dataValidation type="list" imeMode="on" allowBlank="1" sqref="A1 C1:C3"><formula1>"是,否"</formula1></dataValidation>';
  const more =
    '<dataValidation type="decimal" imeMode="on" sqref="D1"><formula1>0.5</formula1><formula2>1</formula2></dataValidation>';
  zip.file(
    path,
    (await zip.file(path)!.async("string")).replace(
      /<dataValidations.*<\/dataValidations>/,
      `<dataValidations count="3">${list}${list.replace("A1 C1:C3", "E1")}${more}</dataValidations>`,
    ),
  );
  const { data, origin } = await openWorkbook(await zip.generateAsync({ type: "uint8array" }));
  host = await startExcel(data);
  await onSheet(async (sheet, context) => {
    sheet.getRange("C2").dataValidation.clear();
    await context.sync();
  });
  const text = await (
    await JSZip.loadAsync(await saveWorkbook(await host.workbook.toData(), origin))
  )
    .file(path)!
    .async("string");
  expect(/<dataValidations.*<\/dataValidations>/.exec(text)![0]).toBe(
    `<dataValidations count="3">${list.replace("A1 C1:C3", "A1 C1 C3")}${list.replace("A1 C1:C3", "E1")}${more}</dataValidations>`,
  );
});
