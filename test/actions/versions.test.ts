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
import type { Recalculated, Stopped } from "../../src/actions";
import { DEFAULT_SETTINGS } from "../../src/core/memory/settings";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import type { WorkbookData } from "../../src/host/workbook/data";
import { csv, FILES } from "./exports";
import { FILLED, fewDepartments, fileData, dataOf } from "./workbook";
import { NOW } from "../moment";
import { done, codes } from "../outcomes";

/** The workbook as it stands, widths in whole pixels, as files keep them. */
async function state(host: Host): Promise<WorkbookData> {
  const data = await dataOf(host);
  for (const { columns } of data.sheets)
    for (const column of Object.values(columns))
      if (column.width !== undefined) column.width = Math.round(column.width);
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

describe.each([
  ["computed and set up for printing, by commit f8f75b9", "computed-by-earlier-version"],
  ["computed by version 1.0.0", "version-1.0.0-computed"],
  ["computed as values by version 1.0.0", "version-1.0.0-values"],
  ["computed and set up for printing by version 1.0.0", "version-1.0.0-printed"],
])("a workbook that was %s", (_, fixture) => {
  const EARLIER = `test/fixtures/${fixture}.xlsx`;

  test("is looked at, brought to today's columns by one click and undone, with nothing lost", async () => {
    const host = await startExcel(await fileData(EARLIER));
    const before = await state(host);
    const seen = done(await look({ now: NOW }));
    // As that version said itself: 33 of 35 are filled in, 5 below coverage, 5 with officers missing, 6.7 points.
    const totals = { departments: 35, complete: 33, belowCoverage: 5, missingOfficers: 5, deduction: 670 };
    expect(seen.assessment.totals).toMatchObject(totals);
    expect(seen.differences).toEqual([]);
    const told = seen.problems.map(({ code }) => code);
    expect(told).toContain("COLUMNS_INCOMPLETE");
    expect(told).not.toContain("SETTINGS_DAMAGED");
    expect(await state(host)).toEqual(before);

    const result = done<Recalculated>(await recalculate({ now: NOW }));
    expect(result.differences).toEqual([]);
    expect(result.assessment.totals).toMatchObject(totals);
    expect(result.changes?.figures ?? []).toEqual([]);
    const [now, then] = [await headers(host), Object.values(before.sheets[0]!.cells[3]!).map(({ value }) => value)];
    // All that stood stands, in its order, with what is required between.
    expect(now.filter((header) => then.includes(header as string))).toEqual(then);
    expect(now[now.indexOf("实际监管行为覆盖率") - 1]).toBe("应产生办件主项数");
    expect(now.at(-1)).toBe("附注");
    const cells = Object.values((await state(host)).sheets[0]!.cells).flatMap((line) => Object.values(line));
    expect(cells.filter(({ formula }) => formula?.includes("TEXTJOIN"))).toEqual([]);

    done(await undoLast());
    expect(await state(host)).toEqual(before);
  });

  test("is cleared to the workbook that it was made from, before and after a run of today's version", async () => {
    const { sheets, names, settings } = await state(await startExcel(await fileData(FILLED)));
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
      // How a person likes it printed is not a mark, and stays.
      const { options, ...more } = JSON.parse(String(cleared.settings["jgzb"] ?? "{}")) as { options?: unknown };
      expect(options !== undefined).toBe(fixture.endsWith("printed"));
      expect(options === undefined ? cleared.settings : more).toEqual(
        options === undefined ? settings : { version: 1, pages: {} },
      );
      done(await undoLast());
      // Columns that are made again look as today's version makes them.
      expect(withoutLooks(await state(marked))).toEqual(withoutLooks(before));
    }
  });

  async function headers(host: Host): Promise<unknown[]> {
    return Object.values((await state(host)).sheets[0]!.cells[3]!).map(({ value }) => value);
  }
});

test("sheets of ours that version 1.0.0 made are refreshed on today's columns, and undone one by one", async () => {
  const host = await startExcel(await fileData("test/fixtures/version-1.0.0-sheets.xlsx"));
  const [sheet, now] = ["附件2", NOW];
  const result = done<Recalculated>(await recalculate({ sheet, now, typedActuals: "replace" }));
  expect(result.differences).toEqual([]);
  const refreshed = await state(host);
  const { assessment, detail } = result;
  const makers: Record<string, () => Promise<{ done: boolean } | Stopped>> = {
    打印版: () => setUpPrinting({ sheet, now, copy: true }),
    推进情况汇总: () => makeSummary({ sheet, now }),
    通知单: () => makeNotices({ sheet, now, departments: "behind", detail }),
    推进记录: () => recordHistory({ sheet, now }),
    整改清单: () => listRectification({ now, assessment, detail, taskSheet: sheet }),
  };
  const names = refreshed.sheets.map(({ name }) => name);
  for (const make of Object.values(makers)) {
    expect((done(await make()) as { problems?: unknown[] }).problems ?? []).toEqual([]);
    expect((await state(host)).sheets.map(({ name }) => name)).toEqual(names);
    done(await undoLast());
    expect(contentsOf(await state(host))).toEqual(contentsOf(refreshed));
  }
});

/** What all sheets hold, without looks. */
function contentsOf({ sheets }: WorkbookData): unknown {
  return sheets.map(({ name, cells }) => [
    name,
    Object.entries(cells).flatMap(([row, line]) =>
      Object.entries(line).flatMap(([column, { value, formula }]) =>
        value === undefined && formula === undefined ? [] : [[row, column, formula ?? value]],
      ),
    ),
  ]);
}

describe("a workbook whose settings are of a later version", () => {
  const later = { version: 2, rules: { pointsPerItem: 20 }, pages: "kept otherwise", tables: [] };

  async function ofLaterVersion(): Promise<Host> {
    const host = await startExcel(await fewDepartments());
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
    const host = await startExcel(await fewDepartments());
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
  const data = await fewDepartments();
  await startExcel({
    ...data,
    settings: { jgzb: JSON.stringify({ ...version, rules: { pointsPerItem: 20 }, pages: {} }) },
  });
  const result = done<Recalculated>(await recalculate({ now: NOW }));
  expect(result.settings.rules.pointsPerItem).toBe(20);
});
