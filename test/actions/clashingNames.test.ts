import { clearMarks, recalculate, setUpPrinting, undoLast } from "../../src/actions";
import type { Recalculated, Stopped } from "../../src/actions";
import { startExcel } from "../../src/host/boot/node";
import type { SheetData, WorkbookData } from "../../src/host/workbook/data";
import { openWorkbook } from "../../src/host/workbook/file/open";
import { saveWorkbook } from "../../src/host/workbook/file/save";
import { columnLetters } from "../../src/core/cells/address";
import { percent, tableSheet, full } from "../core/sheet";
import { plainSheet, workbookOf, dataOf } from "./workbook";
import { NOW } from "../moment";
import { done, codes } from "../outcomes";

/** Names of the sheet that are called like ours and are somebody else's, point elsewhere, or came along with a copy. */

// 甲局: 35 % of 20 are 7, two are missing. A column of somebody else stands right of the table.
const task = (): SheetData => {
  const table = plainSheet(
    tableSheet([
      ["甲局", 20, full, full, percent(0.35), full, "", 20, 20, 5, 2, 2],
      ["乙局", 4, full, full, percent(0.35), full, "", 4, 4, 2, 3, 3],
    ]),
  );
  [
    [1, "联系人"],
    [3, "张三"],
    [4, "李四"],
  ].forEach(([row, value]) => (table.cells[row as number]![13] = { value: value! }));
  return table;
};

const run = async (sheet?: string) =>
  done<Recalculated>(await recalculate({ now: NOW, ...(sheet !== undefined && { sheet }) }));
const shown = ({ sheets }: WorkbookData, name = "附件2") =>
  Object.fromEntries(
    Object.entries(sheets.find((one) => one.name === name)!.cells).map(([row, line]) => [
      row,
      Object.fromEntries(
        Object.entries(line).flatMap(([column, { value }]) =>
          value === undefined || value === "" ? [] : [[column, value]],
        ),
      ),
    ]),
  );
const names = ({ names: all }: WorkbookData, sheet = "附件2") =>
  Object.fromEntries(all.filter((one) => one.sheet === sheet).map(({ name, formula }) => [name, formula]));
const withNames = (held: Record<string, string>): WorkbookData => ({
  ...workbookOf(task(), { ...task(), name: "别的" }),
  names: Object.entries(held).map(([name, formula]) => ({ name, formula, sheet: "附件2", visible: false })),
});

test.each([
  ["a lost reference", "=附件2!#REF!"],
  ["another sheet", "=别的!$N$2"],
  ["a constant", "=5"],
  ["text", '="情况说明"'],
  ["several cells", "=附件2!$N$2:$N$4"],
  ["somebody's column", "=附件2!$N$2"],
  ["a column of the table itself", "=附件2!$C$2"],
  ["a blank cell far away", "=附件2!$AZ$90"],
])("a name for 情况说明 that points at %s: computed beside it, and cleared without a trace", async (_what, formula) => {
  const host = await startExcel(withNames({ _jgzb_remark: formula }));
  const before = shown(await dataOf(host));
  const result = await run("附件2");
  expect(result.differences).toEqual([]);
  const stray = formula === "=附件2!$N$2" || formula === "=附件2!$C$2";
  expect(codes(result)).toEqual(stray ? ["OWN_NAME_STRAYED"] : []);
  const marked = await dataOf(host);
  expect(shown(marked)[3]).toMatchObject({ [result.places.own.remark!]: "未达标：覆盖率差2项（应7）" });
  expect(Object.values(shown(marked)[3]!)).toEqual(expect.arrayContaining(["甲局", 20, "张三"]));
  done(await clearMarks({ sheet: "附件2" }));
  expect(shown(await dataOf(host))).toEqual(before);
  expect(Object.keys(names(await dataOf(host)))).toEqual([]);
});

test.each([["=附件2!$N$2"], ["=附件2!$C$2"]])(
  "clearing a sheet on which such a name (%s) is all there is deletes the name, and no column",
  async (formula) => {
    const host = await startExcel(withNames({ _jgzb_remark: formula, _jgzb_covered: formula }));
    const before = shown(await dataOf(host));
    done(await clearMarks({ sheet: "附件2", discardTyped: true }));
    expect(shown(await dataOf(host))).toEqual(before);
    expect(names(await dataOf(host))).toEqual({});
  },
);

test("a header that was cut and pasted elsewhere takes its name along: nothing there is deleted, and the column is made anew", async () => {
  const first = await startExcel(workbookOf(task()));
  await run();
  const data = await dataOf(first);
  // 联系人 stands right of ours now; its name is to be that of 排名.
  const [column] = Object.entries(data.sheets[0]!.cells[1]!).find(([, { value }]) => value === "联系人")!;
  const formula = `=附件2!${columnLetters(Number(column))}2`.replace(/([A-Z]+)2$/, "$$$1$$2");
  const host = await startExcel({
    ...data,
    names: data.names.map((held) => (held.name === "_jgzb_rank" ? { ...held, formula } : held)),
  });
  const again = await run();
  expect([codes(again), again.differences]).toEqual([["OWN_NAME_STRAYED"], []]);
  expect(Object.values(shown(await dataOf(host))[3]!)).toContain("张三");
  done(await clearMarks());
  expect(Object.values(shown(await dataOf(host))[3]!)).toContain("张三");
});

test("a reworded header of a column of ours is no stray: it is computed where it stands", async () => {
  const host = await startExcel(workbookOf(task()));
  const { places } = await run();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("附件2");
    sheet.getRangeByIndexes(1, places.own.remark!, 1, 1).values = [["备注"]];
    await context.sync();
  });
  const again = await run();
  expect([again.places.own, codes(again)]).toEqual([places.own, []]);
  expect(
    (await dataOf(host)).sheets[0]!.cells[1]![places.own.remark!]!.value ??
      (await dataOf(host)).sheets[0]!.cells[2]![places.own.remark!]!.value,
  ).toBeDefined();
});

describe("names called like our rules", () => {
  test.each([
    ["text", '="不扣"'],
    ["a cell", "=附件2!$N$3"],
    ["a lost reference", "=#REF!"],
    ["a minus", "=-1"],
  ])("with %s stop before anything is written; clearing leaves them", async (_what, formula) => {
    const host = await startExcel(
      withNames({ 监管_每项扣分: formula, 监管_覆盖率扣分上限: formula, 监管_封顶: '="用户自己的"' }),
    );
    const before = await dataOf(host);
    const outcome = await recalculate({ sheet: "附件2", now: NOW });
    expect(codes(outcome as Stopped)).toEqual(["RULE_NAME_TAKEN", "RULE_NAME_TAKEN"]);
    expect((outcome as Stopped).problems[0]!.message).toContain("“监管_每项扣分”");
    expect(codes((await clearMarks({ sheet: "附件2" })) as Stopped)).toEqual(["NOTHING_TO_CLEAR"]);
    expect(await dataOf(host)).toEqual(before);
  });

  test("with a number are taken over, and other names of that kind stay", async () => {
    const host = await startExcel(withNames({ 监管_每项扣分: "=0.2", 监管_封顶: '="用户自己的"' }));
    const result = await run("附件2");
    expect([result.settings.rules.pointsPerItem, result.assessment.totals.deduction]).toEqual([20, 40]);
    done(await clearMarks({ sheet: "附件2" }));
    expect(names(await dataOf(host))).toEqual({ 监管_封顶: '="用户自己的"' });
  });
});

describe("a sheet copied in Excel brings its columns, names and page along", () => {
  /** What 移动或复制工作表 makes: cells, marks and names of the sheet, all pointing at the copy. */
  function copied(data: WorkbookData): WorkbookData {
    const name = "附件2 (2)";
    const own = data.names.filter(({ sheet }) => sheet === "附件2");
    return {
      ...data,
      activeSheet: name,
      sheets: [...data.sheets, { ...structuredClone(data.sheets[0]!), name }],
      names: [
        ...data.names,
        ...own.map((held) => ({ ...held, sheet: name, formula: held.formula.replace("附件2!", `'${name}'!`) })),
      ],
    };
  }

  test("it is computed and cleared for itself, page and all; the original keeps what is remembered of it", async () => {
    const plain = await startExcel(workbookOf(task()));
    const untouched = (await dataOf(plain)).sheets[0]!;
    await run();
    done(await setUpPrinting({ now: NOW, office: "某某局" }));
    const printed = copied(await dataOf(plain));
    // Through a file, as it would be sent.
    const { data } = await openWorkbook(await saveWorkbook(printed));
    const host = await startExcel(data);
    const original = {
      sheet: (await dataOf(host)).sheets[0],
      names: names(await dataOf(host)),
      memory: (await dataOf(host)).settings["jgzb"],
    };

    const result = await run();
    expect([result.sheet, result.differences, result.changes, codes(result)]).toEqual(["附件2 (2)", [], null, []]);
    const kept = JSON.parse(String((await dataOf(host)).settings["jgzb"])) as { pages: object; lastRuns: object };
    expect([Object.keys(kept.pages).length, Object.keys(kept.lastRuns).length]).toEqual([1, 2]);
    done(await undoLast());
    done(await clearMarks());
    const after = await dataOf(host);
    const copy = after.sheets[1]!;
    expect({ ...shown(after, "附件2 (2)") }).toEqual(shown({ ...after, sheets: [untouched] }));
    expect(copy.page).toEqual(untouched.page);
    expect(names(after, "附件2 (2)")).toEqual({});
    expect({ sheet: after.sheets[0], names: names(after), memory: after.settings["jgzb"] }).toEqual(original);

    done(await clearMarks({ sheet: "附件2" }));
    expect((await dataOf(host)).sheets[0]!.page).toEqual(untouched.page);
    expect((await dataOf(host)).settings["jgzb"] ?? "{}").not.toContain('pages":{"{');
  });
});

test("a second table that was never set up for printing takes no page from the first", async () => {
  const second = { ...task(), name: "九月" };
  second.page = { ...second.page, orientation: "Landscape", header: { left: "内部", center: "", right: "" } };
  const host = await startExcel(workbookOf(task(), second));
  await run("附件2");
  await run("九月");
  done(await setUpPrinting({ sheet: "附件2", now: NOW }));
  await run("九月");
  expect((await dataOf(host)).sheets[1]!.page).toEqual(second.page);
  done(await clearMarks({ sheet: "九月" }));
  expect((await dataOf(host)).sheets[1]!.page).toEqual(second.page);
  done(await clearMarks({ sheet: "附件2" }));
  expect((await dataOf(host)).sheets[0]!.page).toEqual(task().page);
});
