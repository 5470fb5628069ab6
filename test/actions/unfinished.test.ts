import { clearMarks, recalculate, undoLast } from "../../src/actions";
import { forgetAction } from "../../src/actions/lastAction";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import type { WorkbookData } from "../../src/host/workbook/data";
import { SOURCE_HEADER, percent, sheet } from "../core/sheet";
import { inflict } from "../soak/faults";
import { difference, standing } from "../soak/standing";
import { plainSheet, workbookOf, edit } from "./workbook";
import { NOW } from "../moment";
import { codes } from "../outcomes";

/** The program ends in the middle of a request that Excel fails; a new one finds what of it has come through. */

const SHEET = "附件2";
const anchors = ({ names }: WorkbookData) => names.filter(({ name }) => name.startsWith("_jgzb_anchor")).length;

/** A table in A–G, ours go before H, and another table from I on. */
function small(): WorkbookData {
  const targets = [percent(1), percent(1), percent(0.35), percent(1)];
  return workbookOf(
    plainSheet(
      sheet([...SOURCE_HEADER, [1, "示例甲局", 20, ...targets, null, "邻表"], [2, "示例乙局", 5, ...targets, null, 7]]),
    ),
  );
}

/** A 一键重算 whose second request is refused at an action, and nothing is answered any more. */
async function dieAt(host: Host, at: number): Promise<void> {
  const stop = inflict(host, {
    request: 1,
    blow: { code: "GeneralException", at },
    then: { dead: "GeneralException" },
  });
  expect(codes(await recalculate({ now: NOW }))).toEqual(["NOT_RESTORED"]);
  stop();
  forgetAction();
}

/** The actions of a first 一键重算 from where its anchors stand on: columns are inserted and named in the few that follow. */
async function anchored(data: WorkbookData, steps: number, prepare?: () => Promise<void>): Promise<number[]> {
  const host = await startExcel(data);
  await prepare?.();
  const from = host.workRequests.length;
  await recalculate({ now: NOW });
  const first = host.workRequests[from + 1]!.actions.findIndex(({ Name }) => Name === "Visible");
  expect(first).toBeGreaterThan(0);
  return Array.from({ length: steps }, (_, index) => first + 1 + index);
}

/** Where 一键重算 is cut off right behind its first insertion, told by the other table, which has moved. */
async function cutBehindInsertion(data: WorkbookData): Promise<Host> {
  for (const at of await anchored(data, 8)) {
    const host = await startExcel(data);
    await dieAt(host, at);
    const now = await standing(host);
    if (now.sheets[0]!.cells[2]![8]?.value !== "邻表") return host;
  }
  throw new Error("nothing was inserted");
}

test("wherever it ends while columns are inserted and named, one run later all is as if nothing had happened", async () => {
  const data = small();
  const host = await startExcel(data);
  const before = await standing(host);
  await recalculate({ now: NOW });
  const computed = await standing(host);
  await clearMarks({ now: NOW });
  let removed = 0;
  for (const at of (await anchored(data, 16)).filter((at) => at % 2 === 0)) {
    const died = await startExcel(data);
    await dieAt(died, at);
    const again = await recalculate({ now: NOW });
    removed += codes(again).filter((code) => code === "UNFINISHED_REMOVED").length;
    expect([at, difference(await standing(died), computed)]).toEqual([at, null]);
    expect((await clearMarks({ now: NOW })).done).toBe(true);
    expect([at, difference(await standing(died), before)]).toEqual([at, null]);
  }
  expect(removed).toBeGreaterThan(2);
});

test("清除标记 takes such columns away as well, with nothing else of ours there", async () => {
  const data = small();
  const before = await standing(await startExcel(data));
  const host = await cutBehindInsertion(data);
  const cleared = await clearMarks({ now: NOW });
  expect([cleared.done, codes(cleared)]).toEqual([true, ["UNFINISHED_REMOVED"]]);
  expect(difference(await standing(host), before)).toBeNull();
  expect(codes(await clearMarks({ now: NOW }))).toEqual(["NOTHING_TO_CLEAR"]);
});

test("columns that come between ours, where some have been deleted, go too", async () => {
  const data = small();
  // Of ours, in H–Y, two that do not stand side by side.
  const prepare = async (): Promise<void> => {
    await recalculate({ now: NOW });
    await edit(SHEET, (page) => {
      page.getRange("V:V").delete("Left");
      page.getRange("M:M").delete("Left");
    });
  };
  const host = await startExcel(data);
  const before = await standing(host);
  await prepare();
  await recalculate({ now: NOW });
  const computed = await standing(host);
  for (const at of (await anchored(data, 24, prepare)).filter((at) => at % 3 === 0)) {
    const died = await startExcel(data);
    await prepare();
    await dieAt(died, at);
    expect((await recalculate({ now: NOW })).done).toBe(true);
    expect([at, difference(await standing(died), computed)]).toEqual([at, null]);
    await clearMarks({ now: NOW });
    expect([at, difference(await standing(died), before)]).toEqual([at, null]);
  }
});

test("what a person has typed into such a column stays, and only the blank ones beside it go", async () => {
  const data = small();
  const host = await cutBehindInsertion(data);
  await edit(SHEET, (page) => (page.getRange("K50").values = [["自己写的"]]));
  expect((await clearMarks({ now: NOW })).done).toBe(true);
  const { cells } = (await host.workbook.toData()).sheets[0]!;
  expect(Object.entries(cells[49]!).map(([column, { value }]) => [Number(column), value])).toEqual([[7, "自己写的"]]);
  expect(cells[2]![9]?.value).toBe("邻表");
  expect(anchors(await standing(host))).toBe(0);
});

test("blank columns of a person's are never taken for ours", async () => {
  const data = small();
  const [first] = await anchored(data, 1);
  const host = await startExcel(data);
  // It ends with its anchor put and nothing inserted; then as many blank columns come from a person, left of the table.
  await dieAt(host, first!);
  expect(anchors(await standing(host))).toBe(1);
  await edit(SHEET, (page) => page.getRange("A:R").insert("Right"));
  const before = await standing(host);
  await clearMarks({ now: NOW });
  expect(difference({ ...(await standing(host)), names: [] }, { ...before, names: [] })).toBeNull();
});

test("a run after one that could not be taken back begins with that, and can be undone", async () => {
  const data = small();
  const [, , , , , at] = await anchored(data, 6);
  const host = await startExcel(data);
  const before = await standing(host);
  const stop = inflict(host, {
    request: 1,
    blow: { code: "GeneralException", at: at! },
    then: { dead: "GeneralException" },
  });
  expect(codes(await recalculate({ now: NOW }))).toEqual(["NOT_RESTORED"]);
  stop();
  expect((await recalculate({ now: NOW })).done).toBe(true);
  expect((await undoLast()).done).toBe(true);
  expect(difference(await standing(host), before)).toBeNull();
});
