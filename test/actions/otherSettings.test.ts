import { clearMarks, recalculate, setUpPrinting, undoLast } from "../../src/actions";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import type { SheetData } from "../../src/host/workbook/data";
import { fewDepartments } from "./workbook";
import { NOW } from "../moment";
import { done } from "../outcomes";

/** Excel as other people and machines have set it: references, decimal signs. */

/** Sheets; in which order a sheet lists its merged areas does not matter. */
async function sheetsOf(host: Host): Promise<SheetData[]> {
  return (await host.workbook.toData()).sheets.map((sheet) => ({
    ...sheet,
    merges: [...sheet.merges].sort((a, b) => a.firstRow - b.firstRow || a.firstColumn - b.firstColumn),
  }));
}

describe("a machine that writes a decimal comma", () => {
  test("words our rules =0,1, perhaps: they are read as what they are, and written no second time", async () => {
    const data = await fewDepartments();
    const host = await startExcel({
      ...data,
      settings: {
        jgzb: JSON.stringify({ version: 1, pages: {}, rules: { pointsPerItem: 15, coverageFloorBp: 3550 } }),
      },
    });
    host.differences = { writesDecimalPoint: false };
    const first = done(await recalculate({ now: NOW }));
    expect(first.differences).toEqual([]);
    const computed = await sheetsOf(host);
    const again = done(await recalculate({ now: NOW }));
    expect(again.problems).toEqual(first.problems);
    expect(again.assessment).toEqual(first.assessment);
    expect(await sheetsOf(host)).toEqual(computed);
    expect(host.workbook.names.filter(({ name }) => name === "监管_每项扣分").map(({ formula }) => formula)).toEqual([
      "=0.15",
    ]);
  });
});

describe("Excel set to R1C1, whose names are worded =附件2!R6C11", () => {
  test("our columns are found again: a second recalculation inserts none, printing and clearing know them, undo takes back", async () => {
    const host = await startExcel(await fewDepartments());
    host.differences = { wordsNamesInA1: false };
    const before = await sheetsOf(host);
    const first = done(await recalculate({ now: NOW }));
    const computed = await sheetsOf(host);
    const again = done(await recalculate({ now: NOW }));
    expect(again.assessment).toEqual(first.assessment);
    expect(await sheetsOf(host)).toEqual(computed);

    await expect(setUpPrinting({ now: NOW })).resolves.toMatchObject({ done: true });
    await expect(undoLast()).resolves.toMatchObject({ done: true });
    expect(await sheetsOf(host)).toEqual(computed);
    await expect(clearMarks({ now: NOW })).resolves.toMatchObject({ done: true });
    expect(await sheetsOf(host)).toEqual(before);
  });

  test("a sheet computed under A1 is the same one under R1C1", async () => {
    const host = await startExcel(await fewDepartments());
    done(await recalculate({ now: NOW }));
    const computed = await sheetsOf(host);
    host.differences = { wordsNamesInA1: false };
    done(await recalculate({ now: NOW }));
    expect(await sheetsOf(host)).toEqual(computed);
  });
});
