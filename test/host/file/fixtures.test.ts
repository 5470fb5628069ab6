import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SheetData } from "../../../src/host/workbook/data";
import { openWorkbook } from "../../../src/host/workbook/file/open";
import { saveWorkbook } from "../../../src/host/workbook/file/save";

const FILES = ["libreoffice-percent-text.xlsx", "libreoffice-one-header-row.xlsx"];
const open = (file: string) =>
  openWorkbook(new Uint8Array(readFileSync(join(__dirname, "../../fixtures", file))), file);
const values = (sheet: SheetData, row: number) => Object.values(sheet.cells[row]!).map((cell) => cell.value);

test.each(FILES)("%s comes back from saving as it was", async (file) => {
  const { data, origin } = await open(file);
  expect((await openWorkbook(await saveWorkbook(data, origin))).data).toEqual(data);
});

test("percents and numbers that LibreOffice kept as text are text, full-width digits as they stand", async () => {
  const sheet = (await open(FILES[0]!)).data.sheets[0]!;
  expect(values(sheet, 4)).toEqual([
    "威远县 交通运输局",
    2,
    "100.00%",
    "１８５",
    "50%",
    "100.00%",
    "100.00%",
    "重点部门",
    "９２",
  ]);
  expect(sheet.cells[5]![0]!.value).toBe("威远县\n公安局");
  expect(sheet.cells[5]![3]).toMatchObject({ value: "57", style: { numberFormat: "@" } });
  expect(sheet.merges).toEqual(
    expect.arrayContaining([
      { firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 0 },
      { firstRow: 1, lastRow: 1, firstColumn: 5, lastColumn: 6 },
    ]),
  );
});

test("a sheet that came through OpenDocument has its percents as numbers", async () => {
  const sheet = (await open(FILES[1]!)).data.sheets[0]!;
  expect(values(sheet, 2)).toEqual([2, "威远县市场监督管理局", 194, 1, 1, 0.5, 1, 194, 194, 97, 86, 85]);
  expect(sheet.cells[2]![5]!.style!.numberFormat).toBe("0.00%");
});
