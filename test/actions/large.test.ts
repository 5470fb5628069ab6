import { clearMarks, look, recalculate, undoLast } from "../../src/actions";
import type { Recalculated } from "../../src/actions";
import { readSheet } from "../../src/excel/readSheet";
import { inWorkbook } from "../../src/excel/session";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import { largeWorkbook } from "../../scripts/samples/large";
import { NOW } from "../moment";
import { done, codes } from "../outcomes";
import { meanwhile } from "./meanwhile";

/**
 * Tables that come to more than the 5 MB that Excel on the web takes or gives at once. The bytes are remarks beside the table, so that
 * the host has no formulas to work out; the formulas of 6,400 departments are measured by `npm run bench`.
 */
const DEPARTMENTS = 420;
/** Milliseconds: a few seconds alone, and more beside other work. */
const SLOW = 240_000;
/** Right of all columns of the sample, with a blank column between. */
const BESIDE = 20;

/** With remarks of so many characters beside each row; a character stands in values and in formulas, three bytes each. */
async function excelOnTheWeb(characters: number): Promise<Host> {
  const data = largeWorkbook(DEPARTMENTS, true);
  for (const row of Object.values(data.sheets[0]!.cells)) row[BESIDE] = { value: "备".repeat(characters) };
  const host = await startExcel(data);
  host.differences = { takesAnyLength: false };
  return host;
}

const errors = (host: Host) => host.workRequests.flatMap(({ error }) => (error === undefined ? [] : [error]));
const cells = async (host: Host) => (await host.workbook.toData()).sheets[0]!.cells;

afterEach(() => jest.restoreAllMocks());

test(
  "a sheet of more than 3 MB is read in blocks, written, cleared and put back",
  async () => {
    const host = await excelOnTheWeb(1_500);
    const before = await cells(host);
    const result = done<Recalculated>(await recalculate({ now: NOW, writeAs: "values" }));
    expect(result.assessment.totals.departments).toBe(DEPARTMENTS);
    // Two to read it (400 rows are 3.6 MB), one to see that it stands, one to write.
    expect(result.requests).toBe(4);
    expect(done<Recalculated>(await look({ now: NOW })).differences).toEqual([]);
    const marked = await cells(host);
    done(await clearMarks());
    expect(await cells(host)).toEqual(before);
    done(await undoLast());
    expect(await cells(host)).toEqual(marked);
    expect(errors(host)).toEqual([]);
  },
  SLOW,
);

test("where the first rows alone are more than Excel on the web gives, fewer are asked for", async () => {
  // 400 rows are 7.2 MB, 100 are 1.8 MB.
  const host = await excelOnTheWeb(3_000);
  await inWorkbook(async (session) => {
    const { state } = (await readSheet(session))!;
    expect(state.grid.values).toHaveLength(DEPARTMENTS + 10);
    expect(state.grid.formulas.slice(4, 4 + DEPARTMENTS).every((row) => row.at(-1) === "备".repeat(3_000))).toBe(true);
  });
  expect(errors(host)).toEqual(["ResponsePayloadSizeLimitExceeded"]);
});

test("a request of more than 5 MB is refused, and nothing of it done", async () => {
  const host = await excelOnTheWeb(1);
  const before = await cells(host);
  const writing = Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1").values = [["x"]];
    sheet.getRange("Y1:Y60").values = Array.from({ length: 60 }, () => ["备".repeat(30_000)]);
    await context.sync();
  });
  await expect(writing).rejects.toMatchObject({ code: "RequestPayloadSizeLimitExceeded" });
  expect(await cells(host)).toEqual(before);
});

describe("somebody moves rows of a large table", () => {
  test("before it is written: nothing is", async () => {
    const host = await excelOnTheWeb(1_500);
    const exchange = (sheet: Excel.Worksheet) =>
      (sheet.getRange("B5:B6").values = [["威远县交通运输局"], ["威远县发展和改革局"]]);
    meanwhile({ before: 3 }, exchange);
    const before = await cells(host);
    expect(codes(await recalculate({ now: NOW, writeAs: "values" }))).toEqual(["TABLE_MOVED"]);
    const [first, second] = [before[4]![1]!, before[5]![1]!];
    expect(await cells(host)).toEqual({
      ...before,
      4: { ...before[4], 1: { ...first, value: "威远县交通运输局" } },
      5: { ...before[5], 1: { ...second, value: "威远县发展和改革局" } },
    });
  });

  test(
    "in the moment of writing: it says that it may stand in wrong rows, and the next run mends it",
    async () => {
      await excelOnTheWeb(1_500);
      meanwhile({ before: 4 }, (sheet) => sheet.getRange("12:12").insert("Down"));
      expect(codes(await recalculate({ now: NOW, writeAs: "values" }))).toEqual(["LARGE_TABLE_MOVED"]);
      jest.restoreAllMocks();
      done(await recalculate({ now: NOW, writeAs: "values" }));
      expect(done<Recalculated>(await look({ now: NOW })).differences).toEqual([]);
    },
    SLOW,
  );
});
