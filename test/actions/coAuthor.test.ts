import { clearMarks, recalculate, setUpPrinting, undoLast } from "../../src/actions";
import { startExcel } from "../../src/host/boot/node";
import type { WorkbookData } from "../../src/host/workbook/data";
import { fewDepartments, dataOf, edit } from "./workbook";
import { NOW } from "../moment";
import { codes } from "../outcomes";
import { meanwhile } from "./meanwhile";

/** Somebody else who has the workbook open changes it between two requests of ours. */

afterEach(() => jest.restoreAllMocks());

/** What cells say, rules' areas left out: those of ours are made again by the next run. */
const contents = ({ sheets, names, settings }: WorkbookData) => ({
  cells: sheets.map(({ cells }) =>
    Object.entries(cells).map(([row, line]) => [
      row,
      Object.entries(line).flatMap(([column, { value, formula }]) =>
        value === undefined && formula === undefined ? [] : [[column, formula ?? value]],
      ),
    ]),
  ),
  merges: sheets.map(({ merges }) => merges),
  names: names.map(({ name, formula }) => [name, formula]),
  settings,
});

const MOVES: readonly (readonly [string, (sheet: Excel.Worksheet) => void])[] = [
  ["a row inserted among the departments", (sheet) => sheet.getRange("7:7").insert("Down")],
  ["a row deleted", (sheet) => sheet.getRange("7:7").delete("Up")],
  ["a row inserted above the table", (sheet) => sheet.getRange("1:1").insert("Down")],
  ["a column inserted left of the table", (sheet) => sheet.getRange("A:A").insert("Right")],
  ["a column inserted within the table", (sheet) => sheet.getRange("D:D").insert("Right")],
  [
    "two departments exchanged",
    (sheet) => (sheet.getRange("B5:B6").values = [["威远县交通运输局"], ["威远县发展和改革局"]]),
  ],
];

describe.each([
  ["on a table that was never computed", false],
  ["on a computed table", true],
])("%s", (_, computed) => {
  test.each(MOVES)("%s while we write: it stops, and leaves what the other one has made", async (_name, move) => {
    const data = await fewDepartments();
    const expected = await startExcel(data);
    if (computed) await recalculate({ now: NOW, writeAs: "values" });
    await edit("附件2", move);
    const wanted = contents(await dataOf(expected));

    const host = await startExcel(data);
    if (computed) await recalculate({ now: NOW, writeAs: "values" });
    meanwhile({ before: 2 }, move);
    expect(codes(await recalculate({ now: NOW, writeAs: "values" }))).toEqual(["TABLE_MOVED"]);
    expect(contents(await dataOf(host))).toEqual(wanted);
    expect((await recalculate({ now: NOW })).done).toBe(true);
  });
});

test.each(MOVES)("%s while marks are cleared: nothing of another's is deleted", async (_name, move) => {
  const data = await fewDepartments();
  const expected = await startExcel(data);
  await recalculate({ now: NOW });
  await edit("附件2", move);
  const wanted = contents(await dataOf(expected));
  const host = await startExcel(data);
  await recalculate({ now: NOW });
  meanwhile({ before: 2 }, move);
  const cleared = await clearMarks();
  // Rows of the body are nothing to clearing, which takes whole columns: it may stop, or be done.
  expect(codes(cleared)).toEqual(["TABLE_MOVED"]);
  expect(contents(await dataOf(host))).toEqual(wanted);
});

test("what is only typed meanwhile stops nothing", async () => {
  const host = await startExcel(await fewDepartments());
  meanwhile({ before: 2 }, (sheet) => (sheet.getRange("K6").values = [[90]]));
  expect((await recalculate({ now: NOW })).done).toBe(true);
  expect((await host.workbook.toData()).sheets[0]!.cells[5]![10]!.value).toBe(90);
});

test("a column that comes in while the page is set up stops it before anything is set", async () => {
  const host = await startExcel(await fewDepartments());
  await recalculate({ now: NOW });
  meanwhile({ before: 3 }, (sheet) => sheet.getRange("A:A").insert("Right"));
  expect(codes(await setUpPrinting({ now: NOW }))).toEqual(["TABLE_MOVED"]);
  expect((await host.workbook.toData()).settings["jgzb"]).not.toContain("Landscape");
});

/** The sample with a line for signatures in several cells right below its merged notes: what is merged there by mistake is lost. */
async function signed(): Promise<WorkbookData> {
  const data = await fewDepartments();
  const sheet = data.sheets[0]!;
  const last = Math.max(...sheet.merges.map(({ lastRow }) => lastRow));
  sheet.cells[last + 1] = {
    0: { value: "填表人：" },
    2: { value: "王某" },
    4: { value: "审核人：" },
    6: { value: "李某" },
  };
  return data;
}
const ROWS = MOVES.filter(([name]) => name.includes("row") || name.includes("departments"));

test.each(ROWS)("%s while the page is set up: no note is stretched over somebody's cells", async (_name, move) => {
  const data = await signed();
  const expected = await startExcel(data);
  await recalculate({ now: NOW, writeAs: "values" });
  await edit("附件2", move);
  const wanted = contents(await dataOf(expected));
  const host = await startExcel(data);
  await recalculate({ now: NOW, writeAs: "values" });
  meanwhile({ before: 3 }, move);
  expect(codes(await setUpPrinting({ now: NOW }))).toEqual(["TABLE_MOVED"]);
  expect(contents(await dataOf(host))).toEqual(wanted);
  jest.restoreAllMocks();
  expect((await setUpPrinting({ now: NOW })).done).toBe(true);
});

test.each(ROWS)(
  "%s while the marks of a printed table are cleared: the notes are stretched where they stand now",
  async (_name, move) => {
    const data = await signed();
    const prepare = async () => {
      await recalculate({ now: NOW, writeAs: "values" });
      await setUpPrinting({ now: NOW });
    };
    const expected = await startExcel(data);
    await prepare();
    await edit("附件2", move);
    const wanted = contents(await dataOf(expected));
    const host = await startExcel(data);
    await prepare();
    meanwhile({ before: 3 }, move);
    expect(codes(await clearMarks())).toEqual(["TABLE_MOVED"]);
    expect(contents(await dataOf(host))).toEqual(wanted);
  },
);

test("where Excel finds no note by its words, notes are not stretched, and the rest of the page is set", async () => {
  const host = await startExcel(await signed());
  await recalculate({ now: NOW });
  const before = (await dataOf(host)).sheets[0]!.merges;
  const data = await dataOf(host);
  // Notes that are numbers and letters are not looked for.
  const plain = await startExcel({
    ...data,
    sheets: data.sheets.map((sheet) => ({
      ...sheet,
      cells: Object.fromEntries(
        Object.entries(sheet.cells).map(([row, line]) => [
          row,
          Number(row) > 10 && line[0]?.value !== "说明：" && Number(row) < 17
            ? { ...line, 0: { ...line[0], value: `${row}. abc` } }
            : line,
        ]),
      ),
    })),
  });
  expect((await setUpPrinting({ now: NOW })).done).toBe(true);
  const { merges, page } = (await dataOf(plain)).sheets[0]!;
  expect(page.orientation).toBe("Landscape");
  const wide = (all: typeof merges) => all.filter(({ lastColumn }) => lastColumn > 12).length;
  expect(wide(merges)).toBeLessThan(before.length);
});

test("a column that comes in while a recalculation is undone: nothing is deleted, and it can be undone afterwards", async () => {
  const data = await fewDepartments();
  const host = await startExcel(data);
  await recalculate({ now: NOW, writeAs: "values" });
  const marked = (await dataOf(host)).sheets[0]!.cells;
  meanwhile(
    { before: 3 },
    (sheet) => void (sheet.getRange("N:N").insert("Right"), (sheet.getRange("N2").values = [["对方的列"]])),
  );
  expect(codes(await undoLast())).toEqual(["TABLE_MOVED"]);
  const now = (await dataOf(host)).sheets[0]!.cells;
  expect(now[1]![13]!.value).toBe("对方的列");
  expect(Object.values(now[5]!).length).toBeGreaterThanOrEqual(Object.values(marked[5]!).length);
  await edit("附件2", (sheet) => sheet.getRange("N:N").delete("Left"));
  expect((await undoLast()).done).toBe(true);
});
