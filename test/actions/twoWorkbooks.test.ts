import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type * as Actions from "../../src/actions";
import type * as Node from "../../src/host/boot/node";
import type * as Notices from "../../src/actions/makeNotices";
import type * as Summary from "../../src/actions/makeSummary";
import type * as Perform from "../../src/actions/perform";
import type * as Recalculate from "../../src/actions/recalculate";
import type * as Record_ from "../../src/actions/recordHistory";
import type * as Undo from "../../src/actions/undoLast";
import type * as ExcelSession from "../../src/excel/session";
import type { WorkbookData } from "../../src/host/workbook/data";
import type * as SessionModule from "../../src/session/session";
import { BLANK, fileData, FILLED } from "./workbook";

/** What Excel starts for each workbook that has a pane: a page of its own, with the whole program loaded anew. */
async function openInItsOwnRuntime(path: string) {
  const data = await fileData(path);
  let loaded:
    { actions: typeof Actions; start: typeof Node.startExcel; Session: typeof SessionModule.Session } | undefined;
  await jest.isolateModulesAsync(async () => {
    loaded = {
      actions: await import("../../src/actions"),
      start: (await import("../../src/host/boot/node")).startExcel,
      Session: (await import("../../src/session/session")).Session,
    };
  });
  const { actions, start, Session } = loaded!;
  const host = await start(data);
  const globals = { Excel, Office, OfficeExtension };
  const session = new Session(actions, Promise.resolve());
  /** Does something in this runtime, until its events have come. */
  const inside = async (work: () => unknown): Promise<void> => {
    Object.assign(globalThis, globals);
    await work();
    await Excel.run(async (context) => context.sync());
  };
  await inside(session.begin);
  return { host, session, inside };
}

test("two workbooks that are open at once do not mix: results, changes, views and what is undone", async () => {
  const first = await openInItsOwnRuntime(FILLED);
  const second = await openInItsOwnRuntime(BLANK);
  const untouched = await first.host.workbook.toData();
  await first.inside(() => first.session.recalculate());
  first.session.show({ tab: "departments" });
  expect(second.session.getState()).toMatchObject({
    result: null,
    undoable: null,
    notice: null,
    view: { tab: "overview" },
  });

  await second.inside(() => second.session.recalculate());
  expect(first.session.getState().result!.assessment.totals.complete).toBe(33);
  expect(second.session.getState().result!.assessment.totals.complete).toBe(0);

  // The sheets bear the same ids; a change in one workbook is one of its own.
  expect(first.session.getState().result!.sheetId).toBe(second.session.getState().result!.sheetId);
  await second.inside(() => second.host.workbook.activeSheet.write(5, 8, [[{ kind: "value", value: 3 }]]));
  expect(second.session.getState().changedAt).not.toBeNull();
  expect(first.session.getState().changedAt).toBeNull();

  await first.inside(() => first.session.undoLast());
  expect(await first.host.workbook.toData()).toEqual(untouched);
  expect(second.session.getState()).toMatchObject({ undoable: { action: "recalculate" } });
  expect(second.session.getState().result).not.toBeNull();
});

/** Two programs of which each has a workbook; their requests take turns, so that each falls between two of the other. */
class Turns {
  /** Whose request it was, one after another. */
  readonly order: number[] = [];
  private readonly waiting: (readonly [number, () => void])[] = [];
  private running = 0;

  /** The requests of this one wait for their turn from now on; `enter` makes its Excel the page's. */
  take(number: number, prototype: { sync(): Promise<void> }, enter: () => void): void {
    const sync = prototype.sync;
    const wait = () => this.turn(number);
    prototype.sync = async function (this: unknown): Promise<void> {
      await wait();
      enter();
      await sync.call(this as { sync(): Promise<void> });
    };
  }

  async together(...works: (() => Promise<unknown>)[]): Promise<void> {
    this.running = works.length;
    await Promise.all(
      works.map(async (work) => {
        await work().finally(() => this.running--);
        this.go();
      }),
    );
  }

  private turn(number: number): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push([number, resolve]);
      this.go();
    });
  }

  /** Lets one go once all that still run wait: not the one that went last, where there is another. */
  private go(): void {
    if (this.waiting.length === 0 || this.waiting.length < this.running) return;
    const last = this.order.at(-1);
    const at = Math.max(
      0,
      this.waiting.findIndex(([number]) => number !== last),
    );
    const [[number, resolve]] = this.waiting.splice(at, 1) as [readonly [number, () => void]];
    this.order.push(number);
    resolve();
  }
}

/** The actions of sheets of ours in a runtime of their own, on the sample with its departments renamed. */
async function ownSheets(mark: string) {
  const data = await fileData(FILLED);
  const [sheet] = data.sheets;
  for (let row = 4; row < 39; row++) {
    const cell = sheet!.cells[row]![1]!;
    cell.value = `${String(cell.value)}${mark}`;
  }
  let loaded:
    | {
        notices: typeof Notices;
        summary: typeof Summary;
        record: typeof Record_;
        undo: typeof Undo;
        recalculate: typeof Recalculate;
        perform: typeof Perform.perform;
        start: typeof Node.startExcel;
        Excel: typeof ExcelSession;
      }
    | undefined;
  await jest.isolateModulesAsync(async () => {
    loaded = {
      notices: await import("../../src/actions/makeNotices"),
      summary: await import("../../src/actions/makeSummary"),
      record: await import("../../src/actions/recordHistory"),
      undo: await import("../../src/actions/undoLast"),
      recalculate: await import("../../src/actions/recalculate"),
      perform: (await import("../../src/actions/perform")).perform,
      start: (await import("../../src/host/boot/node")).startExcel,
      Excel: await import("../../src/excel/session"),
    };
  });
  const { notices, summary, record, undo, recalculate, perform, start, Excel: excel } = loaded!;
  const host = await start(data);
  const globals = { Excel, Office, OfficeExtension };
  const enter = () => void Object.assign(globalThis, globals);
  const now = new Date(2025, 8, 1, 9);
  const steps: (() => Promise<{ readonly done: boolean }>)[] = [
    () => perform(recalculate.recalculate, { sheet: "附件2", now, writeAs: "values" }),
    () => perform(notices.makeNotices, { sheet: "附件2", departments: [4, 5], detail: null, now }),
    () => perform(record.recordHistory, { sheet: "附件2", now }),
    () => perform(undo.undoLast, {}),
    () => perform(summary.makeSummary, { sheet: "附件2", now, writeAs: "values" }),
    () => perform(record.recordHistory, { sheet: "附件2", now }),
    () => perform(undo.undoLast, {}),
  ];
  const work = async (): Promise<boolean[]> => {
    const outcomes: boolean[] = [];
    for (const step of steps) {
      enter();
      outcomes.push((await step()).done);
    }
    return outcomes;
  };
  return { host, enter, prototype: excel.Session.prototype, work };
}

test("sheets of ours made in two workbooks at once, request by request in turn, are as each would be alone", async () => {
  const alone: WorkbookData[] = [];
  for (const mark of ["甲", "乙"]) {
    const { host, work } = await ownSheets(mark);
    expect(await work()).toEqual(Array.from({ length: 7 }, () => true));
    alone.push(await host.workbook.toData());
  }
  const both = [await ownSheets("甲"), await ownSheets("乙")];
  const turns = new Turns();
  both.forEach(({ prototype, enter }, number) => turns.take(number, prototype, enter));
  await turns.together(...both.map(({ work }) => work));
  // Each request but the last ones fell between two of the other.
  expect(turns.order.length).toBeGreaterThan(40);
  expect(turns.order.slice(1).filter((number, index) => number === turns.order[index]).length).toBeLessThan(4);
  for (const [index, { host }] of both.entries()) expect(await host.workbook.toData()).toEqual(alone[index]);
  // Nothing of the other: 推进记录 was undone, 通知单 and 汇总 stand, each with its own departments.
  expect(JSON.stringify(alone[0]!.sheets)).not.toContain("局乙");
  expect(alone[0]!.sheets.map(({ name }) => name)).toEqual([
    "附件2",
    expect.stringMatching(/^通知单01/),
    expect.stringMatching(/^通知单02/),
    "推进情况汇总",
  ]);
}, 240_000);

/** The files whose modules hold something that changes while the program runs. */
test("what lives as long as the runtime stands in few places", () => {
  const root = join(__dirname, "../../src");
  const files = ["core", "excel", "actions", "commands", "taskpane"].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => `${room}/${file.replaceAll("\\", "/")}`),
  );
  const stateful = files.filter((file) => /^(export )?(let|var) /m.test(readFileSync(join(root, file), "utf8")));
  // The session keeps what kind of Excel this is, nothing of the workbook.
  expect(stateful.sort()).toEqual(["actions/lastAction.ts", "excel/ownWrites.ts", "excel/session.ts"]);
});
