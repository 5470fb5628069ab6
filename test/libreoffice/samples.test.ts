import { DEPARTMENTS } from "../../scripts/samples/source-table";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SheetData } from "../../src/host/workbook/data";
import { openWorkbook } from "../../src/host/workbook/file/open";
import { saveWorkbook } from "../../src/host/workbook/file/save";
import { converted, describeWithOffice, pages, pageTexts, pdf, recalculated, temporaryFile } from "./office";

const sample = (file: string) => join(__dirname, "../../assets/samples", file);
const fixture = (file: string) => join(__dirname, "../fixtures", file);
const bytesOf = (path: string) => new Uint8Array(readFileSync(path));

/** LibreOffice writes 15 digits of a number, and the time of a day has more. */
const written = (value: unknown) => (typeof value === "number" ? Number(value.toPrecision(14)) : value);

/** Values by row and column, blanks left out. */
function valuesOf(sheet: SheetData): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(sheet.cells).flatMap(([row, cells]) =>
      Object.entries(cells).flatMap(([column, { value }]) =>
        value === undefined || value === "" ? [] : [[`${row},${column}`, written(value)]],
      ),
    ),
  );
}

describeWithOffice("Files that we write, in LibreOffice", () => {
  test.each(["附件2.xlsx", "附件2-填报示例.xlsx", "附件2-明细示例.xlsx"])(
    "%s opens with the same values, merges and widths",
    async (file) => {
      const { sheets } = (await openWorkbook(bytesOf(sample(file)))).data;
      const saved = (await recalculated(sample(file))).sheets;
      expect(saved.map(({ name }) => name)).toEqual(sheets.map(({ name }) => name));
      sheets.forEach((sheet, index) => expect(valuesOf(saved[index]!)).toEqual(valuesOf(sheet)));
      const [ours, theirs] = [sheets[0], saved[0]];
      const byPlace = (merges: SheetData["merges"]) =>
        merges.map((area) => JSON.stringify([area.firstRow, area.firstColumn, area.lastRow, area.lastColumn])).sort();
      expect(byPlace(theirs!.merges)).toEqual(byPlace(ours!.merges));
      expect(theirs!.page).toMatchObject({
        paperSize: "A4",
        orientation: ours!.page.orientation,
        zoom: { horizontalFitToPages: 1 },
      });
    },
  );

  test("the sample prints on a few pages, one page wide, with nothing cut off", async () => {
    const printed = await pdf(sample("附件2.xlsx"));
    const texts = (await pageTexts(printed)).map((text) => text.replace(/\s/g, ""));
    expect(texts.length).toBeLessThanOrEqual(3);
    expect(await pages(printed)).toHaveLength(texts.length);
    expect(texts[0]).toContain("8月19日至9月15日威远县“互联网+监管”指标推进任务表");
    for (const [index, { name }] of DEPARTMENTS.entries()) expect(texts.join("")).toContain(`${index + 1}${name}`);
    expect(texts.at(-1)).toContain("执法人员入驻率未达到100%，少一个人扣0.5分。");
  });

  test("what LibreOffice saved and we saved again opens there with the same values", async () => {
    for (const path of [
      fixture("libreoffice-percent-text.xlsx"),
      await converted(sample("附件2-填报示例.xlsx"), "xlsx"),
    ]) {
      const { data, origin } = await openWorkbook(bytesOf(path));
      const again = await recalculated(temporaryFile("again.xlsx", await saveWorkbook(data, origin)));
      expect(valuesOf(again.sheets[0]!)).toEqual(valuesOf(data.sheets[0]!));
    }
  });

  test("formulas are calculated anew, names, texts and errors among them", async () => {
    const { data } = await openWorkbook(bytesOf(sample("附件2.xlsx")));
    const sheet = data.sheets[0]!;
    sheet.cells[4]![8] = { formula: "=C5*单项扣分", value: 0 };
    sheet.cells[4]![9] = { formula: '=IF(F5="—","不适用",TEXT(F5,"0.00%"))', value: "" };
    sheet.cells[4]![10] = { formula: "=C5/0", value: 0 };
    sheet.cells[4]![11] = { formula: "=C5>=5", value: false };
    data.names = [{ name: "单项扣分", formula: "=0.1", visible: false }];
    const again = await recalculated(temporaryFile("formulas.xlsx", await saveWorkbook(data)));
    expect([8, 9, 10, 11].map((column) => again.sheets[0]!.cells[4]![column]!.value)).toEqual([
      0.5,
      "35.00%",
      "#DIV/0!",
      true,
    ]);
  });
});
