import { look, recalculate } from "../../src/actions";
import type { Recalculated, Stopped } from "../../src/actions";
import { startExcel } from "../../src/host/boot/node";
import { BLANK, FILLED, fileData } from "./workbook";

const NOW = new Date(2025, 8, 1, 9);
const LATER = new Date(2025, 8, 2, 10, 30);

function done(outcome: Recalculated | Stopped | null): Recalculated {
  if (!outcome?.done) throw new Error(JSON.stringify(outcome));
  return outcome;
}

describe("a look at a sheet that was computed before", () => {
  test("says what the recalculation said, in one request, and writes nothing", async () => {
    const host = await startExcel(await fileData(FILLED));
    const result = done(await recalculate({ now: NOW }));
    const before = await host.workbook.toData();
    const requests = host.workRequests.length;
    const seen = done(await look({ now: LATER }));
    expect(host.workRequests).toHaveLength(requests + 1);
    expect(await host.workbook.toData()).toEqual(before);
    expect(seen.assessment.departments).toEqual(result.assessment.departments);
    expect(seen).toMatchObject({ sheet: "附件2", sheetId: result.sheetId, places: result.places, differences: [], detail: null });
    // The figures are of the moment at which they were computed, not of the look.
    expect(seen.at).toEqual(NOW);
  });

  test("names a computed cell that somebody has typed over, and what has changed since", async () => {
    const host = await startExcel(await fileData(FILLED));
    const { places } = done(await recalculate({ now: NOW }));
    // 威远县交通运输局 stands in row 6: 92 covered items of the 93 that 185 × 50 % ask for.
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getCell(5, places.own.coverageGap!).values = [[7]];
      sheet.getCell(5, places.columns.covered!).values = [[90]];
      await context.sync();
    });
    const seen = done(await look({ now: LATER }));
    expect(seen.differences).toContainEqual({ address: expect.stringMatching(/^附件2!\D+6$/), excel: "7", assessment: "3" });
    expect(seen.changes).toMatchObject({ since: "2025-09-01T09:00", added: [], gone: [] });
    expect(seen.changes!.figures).toEqual([
      { name: "威远县交通运输局", figure: "covered", before: 92, after: 90 },
      { name: "威远县交通运输局", figure: "deduction", before: 10, after: 30 },
    ]);
    expect(host.workRequests.at(-1)!.error).toBeUndefined();
  });

  test("is nothing on a sheet that was never computed", async () => {
    await startExcel(await fileData(BLANK));
    await expect(look()).resolves.toBeNull();
  });

  test("stops where the table can no longer be read", async () => {
    await startExcel(await fileData(FILLED));
    done(await recalculate({ now: NOW }));
    await Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("C3:C4").values = [[""], [""]];
      await context.sync();
    });
    const seen = await look();
    expect(seen?.done).toBe(false);
  });
});
