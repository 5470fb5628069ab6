import { recalculate } from "../../src/actions";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import { fewDepartments, edit } from "./workbook";
import { NOW } from "../moment";
import { codes } from "../outcomes";
import { meanwhile } from "./meanwhile";

/** Somebody else moves rows or columns between two of the requests that a large table takes; here a request is small instead. */
jest.mock("../../src/excel/requestSize", () => ({ CHARACTERS_A_SYNC: 2_000 }));

afterEach(() => jest.restoreAllMocks());

type Move = (sheet: Excel.Worksheet) => void;

/** Before the second request of an action that writes. */
const BETWEEN = { before: 2, kind: "write" } as const;
/** By row, what stands left of our columns, which begin with column N (O, where another has come in). */
const others = async (host: Host, columns = 13) =>
  Object.values((await host.workbook.toData()).sheets[0]!.cells).map((line) =>
    Array.from({ length: columns }, (_, column) => line[column]?.value ?? ""),
  );
const ourNames = async (host: Host) =>
  (await host.workbook.toData()).names.filter(({ name }) => name.startsWith("_jgzb_"));

const MOVES: readonly (readonly [string, Move, number])[] = [
  ["a row inserted among the departments", (sheet) => sheet.getRange("7:7").insert("Down"), 13],
  ["a row deleted", (sheet) => sheet.getRange("7:7").delete("Up"), 13],
  ["a row inserted above the table", (sheet) => sheet.getRange("1:1").insert("Down"), 13],
  ["a column inserted within the table", (sheet) => sheet.getRange("D:D").insert("Right"), 14],
  [
    "a column inserted among ours",
    (sheet) => void (sheet.getRange("P:P").insert("Right"), (sheet.getRange("P5:P6").values = [["对方"], ["的数"]])),
    13,
  ],
];

test.each(MOVES)(
  "%s: columns of ours that had come in go again, and nothing of others is written to",
  async (name, move, columns) => {
    const expected = await startExcel(await fewDepartments());
    await edit("附件2", name.endsWith("ours") ? (sheet) => void sheet.getRange("A1").getResizedRange(0, 0) : move);
    const wanted = await others(expected, columns);
    const host = await startExcel(await fewDepartments());
    const told = meanwhile(BETWEEN, move);
    expect(codes(await recalculate({ now: NOW }))).toEqual(["TABLE_MOVED"]);
    expect(told.requests).toBeGreaterThan(2);
    expect(await others(host, columns)).toEqual(wanted);
    expect(await ourNames(host)).toEqual([]);
    if (name.endsWith("ours"))
      expect(JSON.stringify((await host.workbook.toData()).sheets[0]!.cells)).toContain("对方");
    jest.restoreAllMocks();
    expect(await recalculate({ now: NOW })).toMatchObject({ done: true, differences: [] });
  },
);

test.each([MOVES[0]!, MOVES[3]!])(
  "%s on a table that was computed before: it is said, nothing of others is written to, and the next run puts it right",
  async (_name, move, columns) => {
    const prepare = async () => {
      const host = await startExcel(await fewDepartments());
      await recalculate({ now: NOW });
      return host;
    };
    const expected = await prepare();
    await edit("附件2", move);
    const wanted = await others(expected, columns);
    const host = await prepare();
    meanwhile(BETWEEN, move);
    expect(codes(await recalculate({ now: NOW }))).toEqual(["LARGE_TABLE_MOVED"]);
    expect(await others(host, columns)).toEqual(wanted);
    jest.restoreAllMocks();
    expect(await recalculate({ now: NOW })).toMatchObject({ done: true, differences: [] });
  },
);

test("undisturbed a table in several requests is computed", async () => {
  await startExcel(await fewDepartments());
  const told = meanwhile(BETWEEN, () => {});
  expect(await recalculate({ now: NOW })).toMatchObject({ done: true, differences: [] });
  expect(told.requests).toBeGreaterThan(2);
});
