import {
  clearMarks,
  insertTemplates,
  listRectification,
  look,
  makeNotices,
  makeSummary,
  readImport,
  recalculate,
  recordHistory,
  readSettings,
  rememberChoices,
  removeNotices,
  saveSettings,
  setUpPrinting,
  undoLast,
} from "../../src/actions";
import type { Recalculated } from "../../src/actions";
import { DEFAULT_SETTINGS } from "../../src/core/memory/settings";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import type { WorkbookData } from "../../src/host/workbook/data";
import { csv, FILES } from "./exports";
import { FILLED, fileData } from "./workbook";
import { NOW } from "../moment";
import { done, codes } from "../outcomes";

/** The workbook as it stands; merged areas in one order, for Excel keeps none, and widths in whole pixels, as files keep them. */
async function state(host: Host): Promise<WorkbookData> {
  const data = await host.workbook.toData();
  for (const { columns } of data.sheets)
    for (const column of Object.values(columns))
      if (column.width !== undefined) column.width = Math.round(column.width);
  for (const { merges } of data.sheets) merges.sort((a, b) => a.firstRow - b.firstRow || a.firstColumn - b.firstColumn);
  return data;
}

/** What the first sheet holds and how its page is set, without fonts and widths. */
function withoutLooks({ sheets: [sheet], names, settings }: WorkbookData) {
  const { cells, merges, columns, page, frozen } = sheet!;
  const contents = Object.entries(cells).map(([row, line]) => [
    row,
    Object.entries(line).flatMap(([column, { value, formula }]) =>
      value === undefined && formula === undefined ? [] : [[column, value, formula]],
    ),
  ]);
  return {
    contents,
    merges,
    page,
    frozen,
    names: names.map(({ name, formula }) => `${name} ${formula}`).sort(),
    settings,
    hidden: Object.keys(columns).filter((column) => columns[Number(column)]!.hidden),
  };
}

describe("a workbook that an earlier version of the add-in computed and set up for printing", () => {
  const EARLIER = "test/fixtures/computed-by-earlier-version.xlsx";

  test("is looked at, recalculated and undone, with nothing lost", async () => {
    const host = await startExcel(await fileData(EARLIER));
    const before = await state(host);
    const seen = done(await look({ now: NOW }));
    // As that version said itself: 33 of 35 are filled in, 5 below coverage, 5 with officers missing, 6.7 points.
    expect(seen.assessment.totals).toMatchObject({
      departments: 35,
      complete: 33,
      belowCoverage: 5,
      missingOfficers: 5,
      deduction: 670,
    });
    expect(seen.differences).toEqual([]);
    expect(seen.problems.map(({ code }) => code)).not.toContain("SETTINGS_DAMAGED");
    expect(await state(host)).toEqual(before);

    const result = done<Recalculated>(await recalculate({ now: NOW }));
    expect(result.differences).toEqual([]);
    // That version kept no figures to tell changes by.
    expect(result.changes).toBeNull();
    const again = await state(host);
    expect(Object.keys(again.sheets[0]!.cells[3]!)).toEqual(Object.keys(before.sheets[0]!.cells[3]!));
    done(await undoLast());
    expect(await state(host)).toEqual(before);
  });

  test("is cleared to the workbook that it was made from, before and after a recalculation of today's version", async () => {
    const host = await startExcel(await fileData(FILLED));
    const original = await state(host);
    const { sheets, names, settings } = original;
    for (const recalculated of [false, true]) {
      const marked = await startExcel(await fileData(EARLIER));
      if (recalculated) done(await recalculate({ now: NOW }));
      const before = await state(marked);
      done(await clearMarks());
      const cleared = await state(marked);
      expect(cleared.sheets[0]!.cells).toEqual(sheets[0]!.cells);
      expect(cleared.sheets[0]!.merges).toEqual(sheets[0]!.merges);
      expect(cleared.sheets[0]!.page).toEqual(sheets[0]!.page);
      expect(cleared.sheets[0]!.conditionalFormats).toEqual(sheets[0]!.conditionalFormats);
      expect(cleared.names).toEqual(names);
      expect(cleared.settings).toEqual(settings);
      done(await undoLast());
      // Columns that are made again look as today's version makes them.
      expect(withoutLooks(await state(marked))).toEqual(withoutLooks(before));
    }
  });
});

describe("a workbook whose settings are of a later version", () => {
  const later = { version: 2, rules: { pointsPerItem: 20 }, pages: "kept otherwise", tables: [] };

  async function ofLaterVersion(): Promise<Host> {
    const host = await startExcel(await fileData(FILLED));
    done(await recalculate({ now: NOW }));
    await Excel.run(async (context) => {
      context.workbook.settings.add("jgzb", JSON.stringify(later));
      await context.sync();
    });
    return host;
  }

  test("is read by no action as if it were of ours, and nothing is written", async () => {
    const host = await ofLaterVersion();
    const before = await state(host);
    const assess = {
      assessment: { departments: [] } as unknown as Recalculated["assessment"],
      detail: null,
      taskSheet: "附件2",
    };
    const actions: Record<string, () => Promise<unknown>> = {
      look,
      recalculate: () => recalculate({ now: NOW }),
      values: () => recalculate({ writeAs: "values" }),
      clear: () => clearMarks({ discardTyped: true }),
      undo: undoLast,
      print: () => setUpPrinting(),
      copy: () => setUpPrinting({ copy: true }),
      summary: makeSummary,
      notices: () => makeNotices({ departments: "all", detail: null }),
      history: recordHistory,
      save: () => saveSettings(DEFAULT_SETTINGS),
      settings: readSettings,
      remember: () => rememberChoices({ aliases: { 甲: "甲局" } }),
      templates: insertTemplates,
      import: () => readImport([{ name: "事项.csv", bytes: csv(FILES.items) }]),
    };
    const said: Record<string, unknown> = {};
    for (const [name, act] of Object.entries(actions)) said[name] = codes(await act());
    expect(said).toEqual(Object.fromEntries(Object.keys(actions).map((name) => [name, ["SETTINGS_NEWER"]])));
    // With nothing to list, or no notice to remove, there is nothing to be stopped.
    expect(
      codes(await listRectification(assess).catch(() => ({ problems: [{ code: "NOTHING_TO_LIST" }] }))),
    ).toHaveLength(1);
    expect(codes(await removeNotices())).toEqual(["NOTICES_NOT_FOUND"]);
    expect(await state(host)).toEqual(before);
    expect(before.settings["jgzb"]).toBe(JSON.stringify(later));
  });

  test("is not undone after a co-author's later version has written", async () => {
    const host = await startExcel(await fileData(FILLED));
    done(await makeSummaryOf());
    await Excel.run(async (context) => {
      context.workbook.settings.add("jgzb", JSON.stringify(later));
      await context.sync();
    });
    const before = await state(host);
    expect(codes(await undoLast())).toEqual(["SETTINGS_NEWER"]);
    expect(await state(host)).toEqual(before);
  });

  async function makeSummaryOf() {
    done(await recalculate({ now: NOW }));
    return makeSummary({ now: NOW });
  }
});

test.each([
  ["no version", {}],
  ["a version that cannot be read", { version: "einen" }],
])("settings with %s are taken as they are", async (_, version) => {
  const data = await fileData(FILLED);
  await startExcel({
    ...data,
    settings: { jgzb: JSON.stringify({ ...version, rules: { pointsPerItem: 20 }, pages: {} }) },
  });
  const result = done<Recalculated>(await recalculate({ now: NOW }));
  expect(result.settings.rules.pointsPerItem).toBe(20);
});
