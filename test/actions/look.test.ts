import { look, lookAtDetails, recalculate } from "../../src/actions";
import type { Recalculated } from "../../src/actions";
import { startExcel } from "../../src/host/boot/node";
import { BLANK, fewDepartments, fileData } from "./workbook";
import { NOW, LATER } from "../moment";
import { done } from "../outcomes";

describe("a look at a sheet that was computed before", () => {
  test("says what the recalculation said, in one request, and writes nothing", async () => {
    const host = await startExcel(await fewDepartments());
    const result = done(await recalculate({ now: NOW }));
    const before = await host.workbook.toData();
    const requests = host.workRequests.length;
    const seen = done(await look({ now: LATER }));
    expect(host.workRequests).toHaveLength(requests + 1);
    expect(await host.workbook.toData()).toEqual(before);
    expect(seen.assessment.departments).toEqual(result.assessment.departments);
    expect(seen).toMatchObject({
      sheet: "附件2",
      sheetId: result.sheetId,
      places: result.places,
      differences: [],
      detail: null,
    });
    // The figures are of the moment at which they were computed, not of the look.
    expect(seen.at).toEqual(NOW);
  });

  test("names a computed cell that somebody has typed over, and what has changed since", async () => {
    const host = await startExcel(await fewDepartments());
    const { places } = done(await recalculate({ now: NOW }));
    // 威远县交通运输局 stands in row 6: 92 covered items of the 93 that 185 × 50 % ask for.
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getCell(5, places.own.coverageGap!).values = [[7]];
      sheet.getCell(5, places.columns.covered!).values = [[90]];
      await context.sync();
    });
    const seen = done(await look({ now: LATER }));
    expect(seen.differences).toContainEqual({
      address: expect.stringMatching(/^附件2!\D+6$/),
      excel: "7",
      assessment: "3",
    });
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
    await startExcel(await fewDepartments());
    done(await recalculate({ now: NOW }));
    await Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("C3:C4").values = [[""], [""]];
      await context.sync();
    });
    const seen = await look();
    expect(seen?.done).toBe(false);
  });
});

describe("the detail sheets behind it", () => {
  const SAMPLE = "assets/samples/附件2-明细示例.xlsx";
  const edit = (work: (workbook: Excel.Workbook) => unknown) =>
    Excel.run(async (context) => {
      work(context.workbook);
      await context.sync();
    });

  test("bring the names that the recalculation brought, the figures staying the table's, and write nothing", async () => {
    const host = await startExcel(await fileData(SAMPLE));
    const result = done(await recalculate({ now: NOW, typedActuals: "replace" }));
    expect(done(await look({ now: LATER }))).toMatchObject({ detail: null, detailUnread: "yet" });
    const before = await host.workbook.toData();
    const seen = await lookAtDetails({ sheet: result.sheetId, now: LATER });
    expect(await host.workbook.toData()).toEqual(before);
    expect(seen).toMatchObject({ done: true, agrees: true });
    if (!seen?.done) throw new Error("nothing seen");
    expect(result.detail!.departments.flatMap(({ missingOfficers }) => missingOfficers).length).toBeGreaterThan(0);
    expect(seen.detail.departments).toEqual(result.detail!.departments);
    expect(seen.detail.sheets).toEqual(result.detail!.sheets);
  });

  test("say when they give another number than the table holds", async () => {
    await startExcel(await fileData(SAMPLE));
    const result = done(await recalculate({ now: NOW, typedActuals: "replace" }));
    const officers = result.detail!.sheets.find(({ kind }) => kind === "officers")!;
    const { department, address } = result.detail!.departments.flatMap(({ name, missingOfficers }) =>
      missingOfficers.map(({ address }) => ({ department: name, address })),
    )[0]!;
    const count = (report: Recalculated) =>
      report.assessment.departments.find(({ name }) => name === department)!.officers.gap!;
    // A person who was missing has gone from the roster, row and all.
    const row = Number(/\d+$/.exec(address)![0]);
    await edit(({ worksheets }) => worksheets.getItem(officers.sheet).getRange(`${row}:${row}`).delete("Up"));
    const seen = await lookAtDetails({ now: LATER });
    if (!seen?.done) throw new Error("nothing seen");
    expect(seen.agrees).toBe(false);
    expect(seen.detail.departments.find(({ name }) => name === department)!.missingOfficers).toHaveLength(
      count(result) - 1,
    );
    // The figures shown are still the table's.
    expect(count(done(await look({ now: LATER })))).toBe(count(result));
  });

  test("are left at once when the person acts; without rows in any there is nothing", async () => {
    const host = await startExcel(await fileData(SAMPLE));
    done(await recalculate({ now: NOW, typedActuals: "replace" }));
    const requests = host.workRequests.length;
    expect(await lookAtDetails({ cancelled: () => true })).toMatchObject({
      done: false,
      problems: [{ code: "CANCELLED" }],
    });
    expect(host.workRequests).toHaveLength(requests + 1);

    await startExcel(await fewDepartments());
    const alone = done(await recalculate({ now: NOW }));
    expect(done(await look())).not.toHaveProperty("detailUnread");
    expect(await lookAtDetails({ sheet: alone.sheetId })).toBeNull();
  });
});
