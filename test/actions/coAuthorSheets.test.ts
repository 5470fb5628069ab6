import {
  listRectification,
  makeNotices,
  makeSummary,
  recalculate,
  recordHistory,
  setUpPrinting,
} from "../../src/actions";
import type { Changed, Recalculated, Stopped } from "../../src/actions";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import type { SheetData } from "../../src/host/workbook/data";
import { percent, tableSheet, full } from "../core/sheet";
import { plainSheet, workbookOf, sheetOf, edit } from "./workbook";
import { LATER } from "../moment";
import { done, codes } from "../outcomes";
import { meanwhile } from "./meanwhile";

/** Somebody else changes a sheet of ours after it was read, right before we write it anew. */

const DAY = new Date(2025, 8, 1, 9);
// 甲局 lacks two covered items and an officer, 乙局 one item.
const task = () =>
  plainSheet(
    tableSheet([
      ["甲局", 20, full, full, percent(0.35), full, "", 20, 20, 5, 2, 1],
      ["乙局", 4, full, full, percent(0.35), full, "", 4, 4, 1, 3, 3],
    ]),
  );

afterEach(() => jest.restoreAllMocks());

/** By row and column: formula, else value; what is blank is left out. */
const contents = ({ cells }: SheetData) =>
  Object.fromEntries(
    Object.entries(cells).flatMap(([row, line]) => {
      const held = Object.entries(line).flatMap(([column, { value, formula }]) =>
        value === undefined && formula === undefined ? [] : [[column, formula ?? value]],
      );
      return held.length === 0 ? [] : [[row, Object.fromEntries(held)]];
    }),
  );

const list = async (now: Date) => {
  const { assessment } = done<Recalculated>(await recalculate({ sheet: "附件2", now }));
  return listRectification({ assessment, detail: null, taskSheet: "附件2", now });
};
const SHEETS: readonly (readonly [string, (now: Date) => Promise<Changed | Stopped>])[] = [
  ["推进记录", (now) => recordHistory({ sheet: "附件2", now })],
  ["整改清单", list],
  ["通知单01甲局", (now) => makeNotices({ sheet: "附件2", departments: [3], detail: null, now })],
  ["推进情况汇总", (now) => makeSummary({ sheet: "附件2", now })],
  ["打印版", (now) => setUpPrinting({ sheet: "附件2", copy: true, now })],
];
const CHANGES: readonly (readonly [string, (sheet: Excel.Worksheet) => void])[] = [
  ["a row inserted", (sheet) => sheet.getRange("2:2").insert("Down")],
  ["a row deleted", (sheet) => sheet.getRange("3:3").delete("Up")],
  ["a column inserted", (sheet) => sheet.getRange("B:B").insert("Right")],
  [
    "something typed over a cell of ours",
    (sheet) =>
      (sheet.getRange("A2:C3").values = [
        ["对方", "改", "了"],
        ["这", "几", "格"],
      ]),
  ],
];

async function prepared(make: (now: Date) => Promise<Changed | Stopped>): Promise<Host> {
  const host = await startExcel(workbookOf(task()));
  done<Recalculated>(await recalculate({ now: DAY }));
  done(await make(DAY));
  return host;
}

describe.each(SHEETS)("%s", (name, make) => {
  // Its charts take their time.
  test.each(name === "推进情况汇总" ? CHANGES.slice(0, 2) : CHANGES)(
    "%s before it is written anew: it stops, and holds what the other one has made of it",
    async (_what, change) => {
      const expected = await prepared(make);
      await edit(name, change);
      const wanted = contents(await sheetOf(expected, name));
      const host = await prepared(make);
      // The list computes the table first; that is not what is meant.
      if (name === "整改清单") {
        const { assessment } = done<Recalculated>(await recalculate({ sheet: "附件2", now: DAY }));
        meanwhile({ sheet: name, before: 1, kind: "write" }, change);
        expect(codes(await listRectification({ assessment, detail: null, taskSheet: "附件2", now: DAY }))).toEqual([
          "SHEET_CHANGED_MEANWHILE",
        ]);
      } else {
        meanwhile({ sheet: name, before: 1, kind: "write" }, change);
        expect(codes(await make(DAY))).toEqual(["SHEET_CHANGED_MEANWHILE"]);
      }
      expect(contents(await sheetOf(host, name))).toEqual(wanted);
    },
  );

  test("undisturbed it is written anew", async () => {
    await prepared(make);
    done(await make(LATER));
  });
});
