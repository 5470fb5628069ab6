import ExcelJS from "exceljs";
import JSZip from "jszip";
import { startExcel } from "../../../src/host/boot/node";
import type { WorkbookData } from "../../../src/host/workbook/data";
import { openWorkbook, type OpenedWorkbook } from "../../../src/host/workbook/file/open";
import { saveWorkbook } from "../../../src/host/workbook/file/save";

/** What only the file holds of a sheet follows rows and columns that come and go: else the saved file says of one cell what was meant for another. */

const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A filter over A1:E6 that hides row 3, notes on B2 and G2, a table in G1:H3, a link in G5, a picture over G8:H9, rules on H2:H3. */
async function file(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const page = book.addWorksheet("台账");
  page.addRows([
    ["序号", "名称", "数一", "数二", "备注"],
    [1, "甲", 3, 4, "x"],
    [2, "乙", 5, 6, "y"],
    [3, "丙", 7, 8, "x"],
  ]);
  page.autoFilter = "A1:E6";
  page.getRow(3).hidden = true;
  page.getCell("B2").note = "左边的批注";
  page.getCell("G2").note = "右边的批注";
  page.addTable({
    name: "邻表",
    ref: "G1",
    headerRow: true,
    columns: [{ name: "事项", filterButton: true }, { name: "数" }],
    rows: [
      ["一", 1],
      ["二", 2],
    ],
  });
  page.getCell("G5").value = { text: "见", hyperlink: "#'台账'!H2" };
  page.addImage(book.addImage({ buffer: PIXEL as unknown as ExcelJS.Buffer, extension: "png" }), {
    tl: { col: 6, row: 7 },
    br: { col: 8, row: 9 },
  } as unknown as ExcelJS.ImageRange);
  page.addConditionalFormatting({
    ref: "H2:H3",
    rules: [
      { type: "containsText", operator: "containsText", text: "一", priority: 1, style: { font: { bold: true } } },
    ],
  });
  page.getCell("H3").dataValidation = { type: "custom", formulae: ["H3>G3"], allowBlank: true };
  const other = book.addWorksheet("别处");
  other.getCell("A1").value = { formula: "SUM(台账!H2:H3)", result: 3 };
  const zip = await JSZip.loadAsync(await book.xlsx.writeBuffer());
  const path = "xl/worksheets/sheet1.xml";
  const text = await zip.file(path)!.async("string");
  const filtered =
    '<autoFilter ref="A1:E6"><filterColumn colId="4"><filters><filter val="x"/></filters></filterColumn><sortState ref="A2:E6"><sortCondition ref="C2:C6"/></sortState></autoFilter>';
  const sparkline =
    '<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>台账!G2:H2</xm:f><xm:sqref>I2</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>';
  const array = text.replace(
    "</sheetData>",
    '<row r="7"><c r="H7"><f t="array" ref="H7">SUM(H2:H3*2)</f><v>6</v></c></row></sheetData>',
  );
  const made = array
    .replace(/<autoFilter ref="A1:E6"\/>/, filtered)
    .replace("</worksheet>", `${sparkline}</worksheet>`)
    .replace(
      "<drawing ",
      '<ignoredErrors><ignoredError sqref="G2:H3" numberStoredAsText="1"/></ignoredErrors><drawing ',
    );
  zip.file(path, made);
  const workbook = await zip.file("xl/workbook.xml")!.async("string");
  zip.file(
    "xl/workbook.xml",
    workbook.replace(
      "<calcPr",
      '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">台账!$A$1:$E$6</definedName></definedNames><calcPr',
    ),
  );
  return zip.generateAsync({ type: "uint8array" });
}

async function edit(work: (sheet: Excel.Worksheet) => void): Promise<void> {
  await Excel.run(async (context) => {
    work(context.workbook.worksheets.getItem("台账"));
    await context.sync();
  });
}

interface Saved {
  readonly sheet: string;
  readonly parts: Readonly<Record<string, string>>;
  readonly data: WorkbookData;
}

async function after(work: (sheet: Excel.Worksheet) => void): Promise<Saved> {
  const opened = await openWorkbook(await file());
  const host = await startExcel(opened.data);
  await edit(work);
  return read(await saveWorkbook(await host.workbook.toData(), opened.origin));
}

async function read(bytes: Uint8Array): Promise<Saved> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = Object.fromEntries(
    await Promise.all(
      Object.keys(zip.files)
        .filter((name) => !name.endsWith("/"))
        .map(async (name) => [name, await zip.file(name)!.async("string")] as const),
    ),
  );
  return { sheet: parts["xl/worksheets/sheet1.xml"]!, parts, data: (await openWorkbook(bytes)).data };
}

const named = ({ parts }: Saved, pattern: RegExp): string =>
  Object.entries(parts)
    .filter(([name]) => pattern.test(name))
    .map(([, text]) => text)
    .join("\n");

test("columns inserted right of the filtered table", async () => {
  const saved = await after((sheet) => sheet.getRange("F:M").insert("Right"));
  // Eight columns: G is O, H is P, I is Q.
  expect(saved.sheet).toContain('<autoFilter ref="A1:E6"><filterColumn colId="4">');
  expect(named(saved, /comments/)).toMatch(/ref="B2"[\s\S]*ref="O2"/);
  expect([...named(saved, /vmlDrawing/).matchAll(/<x:Column>(\d+)</g)].map(([, column]) => column)).toEqual([
    "1",
    "14",
  ]);
  expect(named(saved, /tables\//)).toMatch(/<table [^>]*ref="O1:P3"/);
  expect(named(saved, /tables\//)).toContain('<autoFilter ref="O1:P3"');
  expect(saved.sheet).toMatch(/<hyperlink [^>]*ref="O5"/);
  expect(named(saved, /drawings\/drawing\d/)).toMatch(/<from><xdr:col>14<[\s\S]*<to><xdr:col>16</);
  expect(saved.sheet).toMatch(/<conditionalFormatting sqref="P2:P3">[\s\S]*?SEARCH\(&?"?[^,]*,P2\)/);
  expect(saved.sheet).toContain("<formula1>P3&gt;O3</formula1>");
  expect(saved.sheet).toContain("<xm:f>台账!O2:P2</xm:f><xm:sqref>Q2</xm:sqref>");
  expect(saved.sheet).toContain('<ignoredError sqref="O2:P3"');
  expect(saved.sheet).toContain('<c r="P7"><f t="array" ref="P7">SUM(P2:P3*2)</f>');
  const [page, other] = saved.data.sheets;
  expect(page!.rows[2]!.hidden).toBe(true);
  expect(other!.cells[0]![0]!.formula).toContain("P2:P3");
});

test("columns inserted into the filter and into a table belong to them, with names", async () => {
  const saved = await after((sheet) => {
    sheet.getRange("H:I").insert("Right");
    sheet.getRange("H1").values = [["新列"]];
    sheet.getRange("D:D").insert("Right");
  });
  expect(saved.sheet).toContain('<autoFilter ref="A1:F6"><filterColumn colId="5">');
  expect(saved.sheet).toContain('<sortState ref="A2:F6"><sortCondition ref="C2:C6"/></sortState>');
  expect(saved.parts["xl/workbook.xml"]).toMatch(/_xlnm\._FilterDatabase"[^>]*>'?台账'?!\$A\$1:\$F\$6</);
  const table = named(saved, /tables\//);
  expect(table).toMatch(/<table [^>]*ref="H1:K3"/);
  expect([...table.matchAll(/<tableColumn [^>]*name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
    "事项",
    "新列",
    "列1",
    "数",
  ]);
  expect(new Set([...table.matchAll(/<tableColumn [^>]*?\bid="(\d+)"/g)].map(([, id]) => id)).size).toBe(4);
  expect(saved.data.sheets[0]!.cells[0]![9]!.value).toBe("列1");
});

test("what stood in deleted rows and columns goes with them", async () => {
  const saved = await after((sheet) => {
    sheet.getRange("G:I").delete("Left");
    sheet.getRange("E:E").delete("Left");
    sheet.getRange("1:1").insert("Down");
  });
  expect(saved.sheet).toContain('<autoFilter ref="A2:D7"><sortState ref="A3:D7">');
  expect(named(saved, /comments/)).toContain('ref="B3"');
  expect(named(saved, /comments/)).not.toContain("右边的批注");
  expect(
    [...named(saved, /vmlDrawing/).matchAll(/<x:Row>(\d+)<[\s\S]*?<x:Column>(\d+)</g)].map(([, row, column]) => [
      row,
      column,
    ]),
  ).toEqual([["2", "1"]]);
  expect(Object.keys(saved.parts).filter((name) => name.includes("tables/"))).toEqual([]);
  expect(saved.sheet).not.toContain("tablePart ");
  expect(saved.parts["[Content_Types].xml"]).not.toContain("table1");
});

test("what has come and gone again leaves all parts beside the sheets as they were", async () => {
  const opened: OpenedWorkbook = await openWorkbook(await file());
  const host = await startExcel(opened.data);
  const before = await read(opened.origin.bytes);
  await edit((sheet) => sheet.getRange("F:M").insert("Right"));
  await edit((sheet) => sheet.getRange("B:B").insert("Right"));
  await edit((sheet) => sheet.getRange("B:B").delete("Left"));
  await edit((sheet) => sheet.getRange("F:M").delete("Left"));
  const now = await read(await saveWorkbook(await host.workbook.toData(), opened.origin));
  for (const [name, text] of Object.entries(before.parts))
    if (/comments|vmlDrawing|tables\/|drawings\//.test(name)) expect([name, now.parts[name]]).toEqual([name, text]);
  for (const kept of [/<autoFilter.*<\/autoFilter>/, /<ignoredErrors>.*<\/ignoredErrors>/, /<xm:f>.*<\/xm:sqref>/])
    expect(kept.exec(now.sheet)![0]).toBe(kept.exec(before.sheet)![0]);
});
