import { clearMarks, recalculate, setUpPrinting, undoLast } from "../../src/actions";
import type { Recalculated, Stopped } from "../../src/actions";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import { percent, sheet, tableSheet, full } from "../core/sheet";
import { BLANK, FILLED, fewDepartments, fileData, plainSheet, workbookOf, dataOf } from "./workbook";
import { NOW } from "../moment";
import { done, codesAt } from "../outcomes";

const run = async () => done<Recalculated>(await recalculate({ now: NOW }));

describe("the filled sample", () => {
  test("is recalculated in two requests, and Excel's formulas agree", async () => {
    const host = await startExcel(await fileData(FILLED));
    const result = await run();
    expect(result.differences).toEqual([]);
    expect(result).toMatchObject({
      sheet: "附件2",
      title: "8月19日至9月15日威远县“互联网+监管”指标推进任务表",
      table: { firstRow: 5, lastRow: 39 },
      requests: 2,
    });
    expect(result.assessment.totals).toMatchObject({ departments: 35, complete: 33 });
    expect(host.workRequests).toHaveLength(2);
  });

  test("a second run changes nothing", async () => {
    const host = await startExcel(await fewDepartments());
    await run();
    const first = await dataOf(host);
    await run();
    expect(await dataOf(host)).toEqual(first);
  });

  test("clearing leaves the workbook as it was, after printing too", async () => {
    const host = await startExcel(await fewDepartments());
    const before = await dataOf(host);
    await run();
    done(await setUpPrinting({ now: NOW }));
    done(await clearMarks());
    expect(await dataOf(host)).toEqual(before);
  });

  test("undo takes back a recalculation, a second one, the page and a clearing", async () => {
    const host = await startExcel(await fewDepartments());
    const before = await dataOf(host);
    await run();
    done(await undoLast());
    expect(await dataOf(host)).toEqual(before);

    await run();
    const marked = await dataOf(host);
    done(await setUpPrinting({ now: NOW }));
    done(await undoLast());
    expect(await dataOf(host)).toEqual(marked);

    done(await clearMarks());
    done(await undoLast());
    expect(await dataOf(host)).toEqual(marked);
    expect(codesAt((await undoLast()) as Stopped)).toEqual(["NOTHING_TO_UNDO"]);

    // 打印设置 stretches title and notes and hides columns: clearing takes that back, and undoing the clearing brings it again.
    done(await setUpPrinting({ now: NOW }));
    const printed = await dataOf(host);
    done(await clearMarks());
    done(await undoLast());
    expect(await dataOf(host)).toEqual(printed);
  });
});

describe("the sample without actuals", () => {
  test("gains columns to fill in, with validation; what is typed there stays when the marks are cleared", async () => {
    const host = await startExcel(await fileData(BLANK));
    expect((await run()).assessment.totals.complete).toBe(0);
    const data = (await dataOf(host)).sheets[0]!;
    const header = Object.values(data.cells[3]!).map(({ value }) => value);
    expect(header.slice(header.indexOf("目录清单已完成数"))).toEqual([
      "目录清单已完成数",
      "实施清单已完备数",
      "产生办件主项数",
      "执法人员数",
      "已入驻人数",
      "实际目录清单完成率",
      "实际实施清单完备率",
      "应产生办件主项数",
      "实际监管行为覆盖率",
      "还差主项数",
      "实际入驻率",
      "未入驻人数",
      "目录清单扣分",
      "实施清单扣分",
      "覆盖率扣分",
      "入驻扣分",
      "扣分合计",
      "排名",
      "情况说明",
      // Targets that are — for six departments are read in columns of their own.
      "目录清单完成率目标（读数）",
      "实施清单完备率目标（读数）",
      "监管行为覆盖率目标（读数）",
      "主项基数",
      "执法人员基数",
      "覆盖率目标（采用）",
      "目录清单应达到",
      "实施清单应达到",
      "执法人员入驻应达到",
      "目录清单已完成数（采用）",
      "实施清单已完备数（采用）",
      "产生办件主项数（采用）",
      "已入驻人数（采用）",
      "目录清单还差",
      "实施清单还差",
      "已报扣分",
      "排名分",
      "待填项",
      "有误项",
      "差距",
      "附注",
    ]);
    expect(data.validations).toHaveLength(5);

    await Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("H5:L5").values = [[5, 5, 1, 3, 2]];
      await context.sync();
    });
    const typed = await run();
    expect(typed.differences).toEqual([]);
    expect(typed.assessment.departments[0]).toMatchObject({
      coverage: { done: 1, gap: 1 },
      officers: { gap: 1 },
      deduction: 60,
      rank: 1,
    });

    const cleared = done(await clearMarks());
    expect(cleared.message).toContain("已保留");
    const kept = (await dataOf(host)).sheets[0]!;
    expect(
      Object.entries(kept.cells[4]!)
        .slice(7)
        .map(([, { value }]) => value),
    ).toEqual([5, 5, 1, 3, 2]);
    expect(kept.conditionalFormats).toEqual([]);
    done(await clearMarks({ discardTyped: true }));
    expect(Object.keys((await dataOf(host)).sheets[0]!.cells[4]!)).toHaveLength(7);
  });
});

test("values instead of formulas show the same", async () => {
  const host = await startExcel(await fewDepartments());
  await run();
  const formulas = (await dataOf(host)).sheets[0]!;
  done(await recalculate({ now: NOW, writeAs: "values" }));
  const values = (await dataOf(host)).sheets[0]!;
  for (const column of [13, 15, 16, 23, 24, 25]) {
    expect(values.cells[5]![column]!.formula).toBeUndefined();
    expect(values.cells[5]![column]!.value).toEqual(formulas.cells[5]![column]!.value);
  }
});

describe("where the table stands", () => {
  const table = plainSheet(tableSheet([["威远县司法局", 8, full, full, percent(0.35), full, "", 8, 8, 2, 3, 3]]));
  const notes = plainSheet(sheet([["会议记录"]], { name: "记录" }));

  test("another sheet is active: the only table is found, with three more requests and one to look for details", async () => {
    await startExcel({ ...workbookOf(notes, table), activeSheet: "记录" });
    expect(await run()).toMatchObject({ sheet: "附件2", requests: 6 });
  });
  test("several tables and none active: all are named and nothing is written", async () => {
    const host = await startExcel({
      ...workbookOf(notes, table, { ...table, name: "附件2 (2)" }),
      activeSheet: "记录",
    });
    const before = await dataOf(host);
    const stopped = (await recalculate()) as Stopped;
    expect(codesAt(stopped)).toEqual(["TABLE_AMBIGUOUS"]);
    expect(stopped.problems[0]!.message).toContain("“附件2”、“附件2 (2)”");
    expect(await dataOf(host)).toEqual(before);
    expect(done(await recalculate({ sheet: "附件2 (2)" })).sheet).toBe("附件2 (2)");
  });
  test("no table: says what was looked for", async () => {
    await startExcel(workbookOf(notes));
    expect(codesAt((await recalculate()) as Stopped)).toEqual(["TABLE_NOT_FOUND"]);
    expect(codesAt((await recalculate({ sheet: "没有" })) as Stopped)).toEqual(["SHEET_NOT_FOUND"]);
  });
  test("what stands right of the table is moved whole and comes back", async () => {
    const beside = structuredClone(table);
    beside.cells[1]![16] = { value: "邻表", style: { bold: true } };
    beside.cells[2]![16] = { formula: "=C4*2", value: 16 };
    beside.columns[16] = { width: 99 };
    const host = await startExcel(workbookOf(beside));
    const before = await dataOf(host);
    await run();
    const marked = (await dataOf(host)).sheets[0]!;
    const [at] = Object.entries(marked.cells[1]!)
      .find(([, { value }]) => value === "邻表")!
      .map(Number) as [number];
    expect(marked.cells[1]![at]).toMatchObject({ value: "邻表", style: { bold: true } });
    expect(marked.cells[2]![at]).toMatchObject({ formula: "=C4*2", value: 16 });
    expect(marked.columns[at]!.width).toBeCloseTo(99, 0);
    done(await clearMarks());
    expect(await dataOf(host)).toEqual(before);
  });
});

describe("what staff do to the marked sheet is put right by the next run", () => {
  async function marked(): Promise<Host> {
    const host = await startExcel(await fewDepartments());
    await run();
    return host;
  }
  const inSheet = (work: (sheet: Excel.Worksheet) => void) =>
    Excel.run(async (context) => {
      work(context.workbook.worksheets.getActiveWorksheet());
      await context.sync();
    });
  const headers = async (host: Host) =>
    Object.entries((await dataOf(host)).sheets[0]!.cells[3]!).map(([column, { value }]) => [Number(column), value]);

  test("one of our columns deleted", async () => {
    const host = await marked();
    const before = await headers(host);
    await inSheet((sheet) => sheet.getRange("P:P").delete("Left"));
    expect((await run()).differences).toEqual([]);
    expect(await headers(host)).toEqual(before);
  });
  test("rows added in the middle and at the end", async () => {
    const host = await marked();
    await inSheet((sheet) => {
      sheet.getRange("10:10").insert("Down");
      sheet.getRange("A10:G10").values = [["", "威远县新设局", 20, 1, 1, 0.35, 1]];
      sheet.getRange("I10:M10").values = [[20, 20, 7, 2, 1]];
    });
    const result = await run();
    expect(result.differences).toEqual([]);
    expect(result.assessment.totals.departments).toBe(7);
    expect(result.assessment.departments[5]).toMatchObject({
      name: "威远县新设局",
      officers: { gap: 1 },
      deduction: 50,
    });
    const [remark] = (await headers(host)).find(([, header]) => header === "情况说明")!;
    expect((await dataOf(host)).sheets[0]!.cells[9]![Number(remark)]!.value).toBe("未达标：1人未入驻");
  });
  test("a column inserted among ours", async () => {
    const host = await marked();
    await inSheet((sheet) => {
      sheet.getRange("Q:Q").insert("Right");
      sheet.getRange("Q4").values = [["备注"]];
      sheet.getRange("Q5").values = [["已沟通"]];
    });
    expect((await run()).differences).toEqual([]);
    expect((await dataOf(host)).sheets[0]!.cells[4]![16]!.value).toBe("已沟通");
  });
  test("undo refuses where rows have moved, and says so", async () => {
    await marked();
    await inSheet((sheet) => sheet.getRange("10:10").insert("Down"));
    expect(codesAt((await undoLast()) as Stopped)).toEqual(["UNDO_OUTDATED 附件2"]);
  });
  test("undo refuses to discard what has been typed since", async () => {
    await startExcel(await fileData(BLANK));
    await run();
    await inSheet((sheet) => (sheet.getRange("H5").values = [[5]]));
    expect(codesAt((await undoLast()) as Stopped)).toEqual(["UNDO_WOULD_DISCARD 附件2"]);
  });
});

describe("Excel says no", () => {
  test("protected, read-only, a cell being edited: a sentence, and nothing written", async () => {
    const data = await fewDepartments();
    const guarded = await startExcel({ ...data, sheets: [{ ...data.sheets[0]!, protected: true }] });
    const before = await dataOf(guarded);
    expect(codesAt((await recalculate()) as Stopped)).toEqual(["SHEET_PROTECTED 附件2"]);
    expect(await dataOf(guarded)).toEqual(before);

    const readOnly = await startExcel(data);
    readOnly.readOnly = true;
    expect(codesAt((await recalculate()) as Stopped)).toEqual(["WORKBOOK_READ_ONLY"]);

    const edited = await startExcel(data);
    edited.cellBeingEdited = true;
    expect(codesAt((await recalculate()) as Stopped)).toEqual(["CELL_BEING_EDITED"]);
    edited.cellBeingEdited = false;
    expect(await dataOf(edited)).toEqual(
      before.sheets[0]!.protected ? { ...before, sheets: [{ ...before.sheets[0]!, protected: false }] } : before,
    );
  });

  test("a failure at any point of the writing is taken back", async () => {
    const data = await fewDepartments();
    const host = await startExcel(data);
    await run();
    const actions = host.workRequests[1]!.actions.length;
    const points = [1, 5, 9, 15, 25, 40, 60, Math.floor(actions / 2), actions - 40, actions - 3];
    for (const action of points) {
      const failing = await startExcel(data);
      const before = await dataOf(failing);
      failing.failNext({ request: 1, action, code: "GeneralException" });
      expect(codesAt((await recalculate({ now: NOW })) as Stopped)).toEqual(["WRITE_FAILED 附件2"]);
      expect({ action, state: await dataOf(failing) }).toEqual({ action, state: before });
    }
  });

  test("where even that fails, undo brings it back later", async () => {
    const host = await startExcel(await fewDepartments());
    const before = await dataOf(host);
    host.failNext({ request: 1, action: 60, code: "GeneralException" });
    host.failNext({ request: 2, code: "GeneralException" });
    expect(codesAt((await recalculate({ now: NOW })) as Stopped)).toEqual(["NOT_RESTORED 附件2"]);
    expect(await dataOf(host)).not.toEqual(before);
    done(await undoLast());
    expect(await dataOf(host)).toEqual(before);
  });
});
