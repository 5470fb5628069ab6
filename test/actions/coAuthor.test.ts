import { clearMarks, recalculate, setUpPrinting } from "../../src/actions";
import type { Stopped } from "../../src/actions";
import { startExcel } from "../../src/host/boot/node";
import { Session } from "../../src/excel/session";
import type { Host } from "../../src/host/host";
import type { WorkbookData } from "../../src/host/workbook/data";
import { FILLED, fileData } from "./workbook";

/** Somebody else who has the workbook open changes it between two requests of ours. */

const NOW = new Date(2025, 8, 1, 9);
const codes = (outcome: unknown) => ((outcome as Stopped).problems ?? []).map(({ code }) => code);

async function edit(work: (sheet: Excel.Worksheet) => void): Promise<void> {
  await Excel.run(async (context) => {
    work(context.workbook.worksheets.getItem("附件2"));
    await context.sync();
  });
}

/** Lets `work` happen right before the n-th request of an action is sent. */
function meanwhile(n: number, work: (sheet: Excel.Worksheet) => void): void {
  const sync = Session.prototype.sync;
  let left = n;
  jest.spyOn(Session.prototype, "sync").mockImplementation(async function (this: Session) {
    if (--left === 0) await edit(work);
    return sync.call(this);
  });
}
afterEach(() => jest.restoreAllMocks());

async function state(host: Host): Promise<WorkbookData> {
  const data = await host.workbook.toData();
  for (const { merges } of data.sheets) merges.sort((a, b) => a.firstRow - b.firstRow || a.firstColumn - b.firstColumn);
  data.names.sort((a, b) => (a.name < b.name ? -1 : 1));
  return data;
}

/** What cells say, rules' areas left out: those of ours are made again by the next run. */
const contents = ({ sheets, names, settings }: WorkbookData) => ({
  cells: sheets.map(({ cells }) => Object.entries(cells).map(([row, line]) => [row, Object.entries(line).flatMap(([column, { value, formula }]) => (value === undefined && formula === undefined ? [] : [[column, formula ?? value]]))])),
  merges: sheets.map(({ merges }) => merges),
  names: names.map(({ name, formula }) => [name, formula]),
  settings,
});

const MOVES: readonly (readonly [string, (sheet: Excel.Worksheet) => void])[] = [
  ["a row inserted among the departments", (sheet) => sheet.getRange("12:12").insert("Down")],
  ["a row deleted", (sheet) => sheet.getRange("12:12").delete("Up")],
  ["a row inserted above the table", (sheet) => sheet.getRange("1:1").insert("Down")],
  ["a column inserted left of the table", (sheet) => sheet.getRange("A:A").insert("Right")],
  ["a column inserted within the table", (sheet) => sheet.getRange("D:D").insert("Right")],
  ["two departments exchanged", (sheet) => (sheet.getRange("B5:B6").values = [["威远县交通运输局"], ["威远县发展和改革局"]])],
];

describe.each([["on a table that was never computed", false], ["on a computed table", true]])("%s", (_, computed) => {
  test.each(MOVES)("%s while we write: it stops, and leaves what the other one has made", async (_name, move) => {
    const data = await fileData(FILLED);
    const expected = await startExcel(data);
    if (computed) await recalculate({ now: NOW, writeAs: "values" });
    await edit(move);
    const wanted = contents(await state(expected));

    const host = await startExcel(data);
    if (computed) await recalculate({ now: NOW, writeAs: "values" });
    meanwhile(2, move);
    expect(codes(await recalculate({ now: NOW, writeAs: "values" }))).toEqual(["TABLE_MOVED"]);
    expect(contents(await state(host))).toEqual(wanted);
    expect((await recalculate({ now: NOW })).done).toBe(true);
  });
});

test.each(MOVES)("%s while marks are cleared: nothing of another's is deleted", async (_name, move) => {
  const data = await fileData(FILLED);
  const expected = await startExcel(data);
  await recalculate({ now: NOW });
  await edit(move);
  const wanted = contents(await state(expected));
  const host = await startExcel(data);
  await recalculate({ now: NOW });
  meanwhile(2, move);
  const cleared = await clearMarks();
  // Rows of the body are nothing to clearing, which takes whole columns: it may stop, or be done.
  expect(codes(cleared)).toEqual(["TABLE_MOVED"]);
  expect(contents(await state(host))).toEqual(wanted);
});

test("what is only typed meanwhile stops nothing", async () => {
  const host = await startExcel(await fileData(FILLED));
  meanwhile(2, (sheet) => (sheet.getRange("K6").values = [[90]]));
  expect((await recalculate({ now: NOW })).done).toBe(true);
  expect((await host.workbook.toData()).sheets[0]!.cells[5]![10]!.value).toBe(90);
});

test("a column that comes in while the page is set up stops it before anything is set", async () => {
  const host = await startExcel(await fileData(FILLED));
  await recalculate({ now: NOW });
  meanwhile(3, (sheet) => sheet.getRange("A:A").insert("Right"));
  expect(codes(await setUpPrinting({ now: NOW }))).toEqual(["TABLE_MOVED"]);
  expect((await host.workbook.toData()).settings["jgzb"]).not.toContain("Landscape");
});
