import { setTimeout as wait } from "node:timers/promises";
import { clearMarks, recalculate, showCell, undoLast } from "../../src/actions";
import { watchWorkbook, type SheetChange } from "../../src/excel/events";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import { fileData, FILLED } from "../actions/workbook";

interface Heard {
  readonly changes: (SheetChange & { readonly sheetId: string })[];
  readonly selections: [string, number, number][];
}

/** A workbook of the sample that is watched. office.js keeps the handlers of former tests, which hear into lists of their own. */
async function watched(
  apiSets: Record<string, string> = {},
): Promise<Heard & { readonly host: Host; readonly sheetId: string }> {
  const host = await startExcel(await fileData(FILLED), { apiSets });
  const heard: Heard = { changes: [], selections: [] };
  await watchWorkbook({
    changed: (sheetId, how = {}) => heard.changes.push({ sheetId, ...how }),
    selected: (...selection) => heard.selections.push(selection),
  });
  return { ...heard, host, sheetId: host.workbook.activeSheet.id };
}

const type = (host: Host, value: number): void => host.workbook.activeSheet.write(5, 10, [[{ kind: "value", value }]]);
/** Events come after the answers that stand before them. */
const told = () => Excel.run(async (context) => context.sync());
const local = { remote: false, moved: false };

describe.each([
  ["this Excel says itself what the add-in has set off", {}],
  ["an Excel of 1.9 does not", { ExcelApi: "1.9" }],
])("%s", (_, apiSets) => {
  test("a person's and a co-author's changes are heard, our own are not, in one request to register", async () => {
    // What the test before has written is over.
    await wait(1100);
    const { host, sheetId, changes } = await watched(apiSets);
    expect(host.workRequests).toHaveLength(1);
    type(host, 90);
    await told();
    expect(changes).toEqual([{ sheetId, ...local }]);

    await expect(recalculate()).resolves.toMatchObject({ done: true });
    await expect(undoLast()).resolves.toMatchObject({ done: true });
    await expect(recalculate()).resolves.toMatchObject({ done: true });
    await expect(clearMarks()).resolves.toMatchObject({ done: true });
    await told();
    expect(changes).toHaveLength(1);

    host.byCoAuthor(() => type(host, 91));
    await told();
    expect(changes[1]).toEqual({ sheetId, remote: true, moved: false });
  });
});

test("below 1.14 a change is a person's again a moment after our writing", async () => {
  const { host, sheetId, changes } = await watched({ ExcelApi: "1.13" });
  await recalculate();
  const now = Date.now();
  const clock = jest.spyOn(Date, "now").mockReturnValue(now + 500);
  type(host, 90);
  await told();
  expect(changes).toEqual([]);
  clock.mockReturnValue(now + 1500);
  type(host, 91);
  await told();
  clock.mockRestore();
  expect(changes).toEqual([{ sheetId, ...local }]);
});

test("rows that are put in or taken out move what stands below them", async () => {
  const { host, sheetId, changes } = await watched();
  host.byCoAuthor(() =>
    host.workbook.activeSheet.clearContents({ firstRow: 5, lastRow: 5, firstColumn: 10, lastColumn: 10 }),
  );
  const { restructure } = await import("../../src/host/workbook/live/restructure");
  restructure(host.workbook.activeSheet, { kind: "insert", axis: "row", at: 10, count: 2 });
  restructure(host.workbook.activeSheet, { kind: "delete", axis: "column", at: 3, count: 1 });
  await told();
  expect(changes).toEqual([
    { sheetId, remote: true, moved: false },
    { sheetId, remote: false, moved: true },
    { sheetId, remote: false, moved: true },
  ]);
});

test("selections are told by their first cell, whole rows too, our own among them", async () => {
  const { host, sheetId, selections } = await watched();
  const sheet = host.workbook.activeSheet;
  host.workbook.select(sheet, { firstRow: 5, lastRow: 8, firstColumn: 1, lastColumn: 3 });
  await showCell("附件2!7:7");
  await showCell("附件2!K9");
  await told();
  expect(selections).toEqual([
    [sheetId, 5, 1],
    [sheetId, 6, 0],
    [sheetId, 8, 10],
  ]);
});

test("an error in registering reaches who asked", async () => {
  const host = await startExcel(await fileData(FILLED));
  host.failNext({ code: "GeneralException" });
  await expect(watchWorkbook({ changed: () => {}, selected: () => {} })).rejects.toMatchObject({
    code: "GeneralException",
  });
});
