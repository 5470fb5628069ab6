import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type * as Actions from "../../src/actions";
import type * as Node from "../../src/host/boot/node";
import type * as SessionModule from "../../src/taskpane/session";
import { BLANK, fileData, FILLED } from "./workbook";

/** What Excel starts for each workbook that has a pane: a page of its own, with the whole program loaded anew. */
async function openInItsOwnRuntime(path: string) {
  const data = await fileData(path);
  let loaded: { actions: typeof Actions; start: typeof Node.startExcel; Session: typeof SessionModule.Session } | undefined;
  await jest.isolateModulesAsync(async () => {
    loaded = {
      actions: await import("../../src/actions"),
      start: (await import("../../src/host/boot/node")).startExcel,
      Session: (await import("../../src/taskpane/session")).Session,
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
  expect(second.session.getState()).toMatchObject({ result: null, undoable: null, notice: null, view: { tab: "overview" } });

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

/** The files whose modules hold something that changes while the program runs. */
test("what lives as long as the runtime stands in few places", () => {
  const root = join(__dirname, "../../src");
  const files = ["core", "excel", "actions", "commands", "taskpane"].flatMap((room) => readdirSync(join(root, room), { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file)).map((file) => `${room}/${file.replaceAll("\\", "/")}`));
  const stateful = files.filter((file) => /^(export )?(let|var) /m.test(readFileSync(join(root, file), "utf8")));
  expect(stateful.sort()).toEqual(["actions/lastAction.ts", "excel/ownWrites.ts"]);
});
