import {
  insertTemplates,
  listRectification,
  makeNotices,
  makeSummary,
  recalculate,
  recordHistory,
  setUpPrinting,
  undoLast,
} from "../../src/actions";
import type { Changed, Recalculated, Stopped } from "../../src/actions";
import { OWN_SHEETS } from "../../src/core/ownSheets/registry";
import type { OwnSheet, OwnSheetKind } from "../../src/core/ownSheets/registry";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import type { SheetData } from "../../src/host/workbook/data";
import { percent, sheet, tableSheet } from "../core/sheet";
import { NEAR_END as NOW } from "../moment";
import { codes, done } from "../outcomes";
import { plainSheet, workbookOf } from "./workbook";

/** What holds for every kind of sheet of ours, over the real office.js: a new kind is tested by its line in `MAKE`. */

const TASK = "附件2";
const full = percent(1);
const task = () =>
  plainSheet(
    tableSheet([
      ["甲局", 20, full, full, percent(0.35), full, "", 19, 20, 5, 2, 1],
      ["乙局", 4, full, full, percent(0.5), full, "", 4, 4, 2, 1, 1],
    ]),
  );

const MAKE: Readonly<Record<OwnSheetKind, (computed: Recalculated) => Promise<Changed | Stopped>>> = {
  print: () => setUpPrinting({ sheet: TASK, now: NOW, copy: true }) as Promise<Changed | Stopped>,
  summary: () => makeSummary({ sheet: TASK, now: NOW }),
  notices: ({ detail }) => makeNotices({ sheet: TASK, now: NOW, departments: "all", detail }),
  history: () => recordHistory({ sheet: TASK, now: NOW }),
  rectification: ({ assessment, detail }) => listRectification({ assessment, detail, taskSheet: TASK, now: NOW }),
  details: () => insertTemplates({ now: NOW }),
};
const KINDS = Object.entries(OWN_SHEETS) as [OwnSheetKind, OwnSheet][];

async function computed(...others: SheetData[]): Promise<{ host: Host; result: Recalculated }> {
  const host = await startExcel(workbookOf(task(), ...others));
  return { host, result: await recalculated() };
}

async function recalculated(): Promise<Recalculated> {
  return done<Recalculated>(await recalculate({ sheet: TASK, now: NOW, typedActuals: "replace" }));
}

/** The workbook but for which sheet is open; what has no order of its own is put in one. */
async function state(host: Host) {
  const data = await host.workbook.toData();
  const place = (one: { areas: readonly unknown[] }) => JSON.stringify(one);
  for (const one of data.sheets) {
    one.merges.sort((a, b) => a.firstRow - b.firstRow || a.firstColumn - b.firstColumn);
    one.conditionalFormats.sort((a, b) => (place(a) < place(b) ? -1 : 1));
  }
  return { ...data, activeSheet: "" };
}
const ours = async (host: Host, { tabs, many }: OwnSheet) =>
  (await state(host)).sheets.filter(({ name }) => tabs.some((tab) => (many ? name.startsWith(tab) : name === tab)));

/** How a sheet looks but for the heights of its rows, which follow from what its texts say now; of cells those that hold something. */
function looks({ merges, columns, page, frozen, conditionalFormats, cells, charts }: SheetData) {
  const styles = Object.entries(cells).flatMap(([row, line]) =>
    Object.entries(line).flatMap(([column, { style, value, formula }]) =>
      formula === undefined && (value ?? "") === "" ? [] : [[row, column, style]],
    ),
  );
  return { merges, columns, page, frozen, conditionalFormats, styles, charts };
}

const type = (address: string, values: (string | number)[][]) =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem(TASK).getRange(address).values = values;
    await context.sync();
  });

describe.each(KINDS)("%s", (kind, own) => {
  test("is made, undone, made again the same, and refreshed", async () => {
    const { host, result } = await computed();
    const before = await state(host);
    expect(done(await MAKE[kind](result))).toMatchObject({ problems: [] });
    const first = await state(host);
    const made = await ours(host, own);
    expect(made.length).toBeGreaterThanOrEqual(own.tabs.length);
    const marked = first.names.filter(({ name }) => name === "_jgzb_sheet").map((name) => name.sheet);
    expect(marked).toEqual(own.ofStaff ? [] : made.map(({ name }) => name));
    done(await undoLast());
    expect(await state(host)).toEqual(before);

    done(await MAKE[kind](result));
    expect(await state(host)).toEqual(first);
    if (own.ofStaff) return expect(codes(await MAKE[kind](result))).toEqual(["TEMPLATES_STAND"]);
    expect(done(await MAKE[kind](result))).toMatchObject({ problems: [] });
    expect(await ours(host, own)).toEqual(made);
  });

  test("somebody else's sheet of its name is not written over", async () => {
    const other = plainSheet(sheet([["自己的"]], { name: own.tabs[0]! }));
    const { host, result } = await computed(other);
    const standing = async () => (await state(host)).sheets.find(({ name }) => name === own.tabs[0]);
    const before = await standing();
    const outcome = await MAKE[kind](result);
    // Notices and templates find other names.
    if (own.written === "whole" && !own.many) expect(codes(outcome)).toEqual(["SHEET_NAME_TAKEN"]);
    else expect(outcome.done).toBe(own.many === true || own.ofStaff === true);
    expect(await standing()).toEqual(before);
  });
});

describe.each(KINDS.filter(([, { written }]) => written === "whole"))("%s", (kind, own) => {
  test("refreshed with other figures and undone, it looks as before", async () => {
    const { host, result } = await computed();
    done(await MAKE[kind](result));
    const before = await ours(host, own);
    // 甲局 meets its targets now, 乙局 has the same: marks of the legend, lines of next work and a row of the tiers go.
    await type("I4:M4", [[20, 20, 7, 2, 2]]);
    await type("F5", [[0.35]]);
    done(await MAKE[kind](await recalculated()));
    expect((await ours(host, own)).map(looks)).not.toEqual(before.map(looks));
    done(await undoLast());
    expect((await ours(host, own)).map(looks)).toEqual(before.map(looks));
  });

  test("a cell that shows something else than the assessment says is named", async () => {
    const host = await startExcel(workbookOf(task()));
    const result = done<Recalculated>(await recalculate({ sheet: TASK, now: NOW, writeAs: "values" }));
    // Enough items of 甲局 are covered now; its computed columns still say otherwise.
    await type("K4", [[7]]);
    const outcome = done(await MAKE[kind](result));
    expect(codes(outcome)).toEqual(["OWN_SHEET_DIFFERS"]);
    const [differing] = outcome.problems!;
    expect(differing).toMatchObject({ severity: "warning", message: expect.stringContaining(`“${own.tabs[0]}”里有`) });
    expect(differing!.address).toMatch(new RegExp(`^${(await ours(host, own))[0]!.name}!`));
  });
});
