import JSZip from "jszip";
import { openWorkbook } from "../../../src/host/workbook/file/open";
import { saveWorkbook } from "../../../src/host/workbook/file/save";
import { writtenByExcelJs } from "./written-by-exceljs";

/** A file with what is not modelled and names a sheet, as other programs write it. */
async function opened(): Promise<Awaited<ReturnType<typeof openWorkbook>>> {
  const zip = await JSZip.loadAsync(await writtenByExcelJs());
  const change = async (path: string, edit: (text: string) => string) =>
    zip.file(path, edit((await zip.file(path)?.async("string")) ?? ""));
  await change("xl/workbook.xml", (text) =>
    text.replace(
      "<definedNames>",
      `<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'附件 2'!$A$4:$L$9</definedName>`,
    ),
  );
  await change("xl/worksheets/sheet3.xml", (text) =>
    text
      .replace(
        "</sheetData>",
        `<row r="2"><c r="A2"><f t="array" ref="A2">SUM('附件 2'!B5:B6*2)</f><v>1</v></c></row></sheetData>`,
      )
      .replace(
        "</worksheet>",
        `<extLst><ext xmlns:x14="urn:x"><xm:f xmlns:xm="urn:m">'附件 2'!$A$1</xm:f></ext></extLst></worksheet>`,
      )
      .replace(
        "<pageMargins",
        `<dataValidations count="1"><dataValidation type="custom" sqref="C1"><formula1>'附件 2'!A1&gt;1</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="B1" location="'附件 2'!A1"/></hyperlinks><pageMargins`,
      ),
  );
  await change(
    "xl/charts/chart1.xml",
    () => `<c:chartSpace xmlns:c="urn:c"><c:f>'附件 2'!$B$5:$B$9</c:f><c:v>'附件 2'!</c:v></c:chartSpace>`,
  );
  await change(
    "xl/pivotCache/pivotCacheDefinition1.xml",
    () =>
      `<pivotCacheDefinition><cacheSource type="worksheet"><worksheetSource ref="A4:L9" sheet="附件 2"/></cacheSource></pivotCacheDefinition>`,
  );
  return openWorkbook(await zip.generateAsync({ type: "uint8array" }));
}

test("what is not modelled follows a sheet's new name", async () => {
  const { data, origin } = await opened();
  data.sheets[0]!.name = "监管";
  const array = data.sheets[2]!.cells[1]![0]!;
  array.formula = array.formula!.replace("'附件 2'!", "监管!");
  const bytes = await saveWorkbook(data, origin);
  const zip = await JSZip.loadAsync(bytes);
  const part = async (path: string) => (await zip.file(path)!.async("string")).replace(/^<\?.*\?>\n/, "");
  expect(await part("xl/workbook.xml")).toContain(
    '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">监管!$A$4:$L$9</definedName>',
  );
  const sheet = await part("xl/worksheets/sheet3.xml");
  for (const piece of [
    '<f t="array" ref="A2">SUM(监管!B5:B6*2)</f>',
    "<formula1>监管!A1&gt;1</formula1>",
    'location="监管!A1"',
    ">监管!$A$1</xm:f>",
  ])
    expect(sheet).toContain(piece);
  expect(await part("xl/charts/chart1.xml")).toContain("<f>监管!$B$5:$B$9</f><v>'附件 2'!</v>");
  expect(await part("xl/pivotCache/pivotCacheDefinition1.xml")).toContain('sheet="监管"');
  expect(await part("xl/worksheets/sheet1.xml")).toContain("<legacyDrawing");
  const again = (await openWorkbook(bytes)).data;
  expect(again.sheets.map((one) => one.name)).toEqual(["监管", "隐藏", "第三张"]);
  expect(again.names).toEqual(data.names);
});

test("two sheets may exchange their names", async () => {
  const { data, origin } = await opened();
  const [first, , third] = data.sheets;
  [first!.name, third!.name] = ["第三张", "附件 2"];
  data.activeSheet = "附件 2";
  const array = third!.cells[1]![0]!;
  array.formula = array.formula!.replace("'附件 2'!", "第三张!");
  const again = (await openWorkbook(await saveWorkbook(data, origin))).data;
  expect(again.sheets[2]!.cells[1]![0]!.keep).toMatchObject({ array: { formula: "SUM(第三张!B5:B6*2)" } });
  array.keep = again.sheets[2]!.cells[1]![0]!.keep;
  expect(again).toEqual(data);
});
