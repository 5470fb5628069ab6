import { readFileSync } from "node:fs";
import path from "node:path";
import { COMMANDS, ribbonCommands } from "../../src/commands/commands";
import { Session } from "../../src/session/session";
import { mockActions, type MockActions } from "../taskpane/actions";

const STOPPED = {
  done: false as const,
  problems: [
    { code: "TABLE_NOT_FOUND" as const, severity: "error" as const, address: "", message: "没有找到任务表。" },
  ],
};

function setUp(over: Partial<MockActions> = {}, showPane: () => Promise<void> = async () => {}) {
  const calls: string[] = [];
  const actions = mockActions(over);
  const session = new Session(actions, Promise.resolve());
  const commands = ribbonCommands(session, () => {
    calls.push("show");
    return showPane();
  });
  const event = { completed: () => calls.push("completed") } as unknown as Office.AddinCommands.Event;
  return { actions, session, commands, event, calls };
}

test.each([
  ["recalculate", "recalculate"],
  ["setUpPrinting", "setUpPrinting"],
  ["clearMarks", "clearMarks"],
] as const)("%s does its work without the pane and completes", async (id, action) => {
  const { commands, event, calls, actions } = setUp();
  await commands[id](event);
  expect(actions[action]).toHaveBeenCalledTimes(1);
  expect(calls).toEqual(["completed"]);
});

test("clearing from the ribbon keeps what people typed", async () => {
  const { commands, event, actions } = setUp();
  await commands.clearMarks(event);
  expect(actions.clearMarks).toHaveBeenCalledWith(expect.objectContaining({ discardTyped: false }));
});

test("the pane finds what a ribbon command did", async () => {
  const { commands, event, session } = setUp();
  await commands.recalculate(event);
  expect(session.getState().notice).toMatchObject({ kind: "recalculated" });
});

test.each([
  ["stopped", jest.fn().mockResolvedValue(STOPPED)],
  ["failed", jest.fn().mockRejectedValue(new Error("no"))],
])("a command that %s completes first, then shows the pane with the reason", async (kind, recalculate) => {
  const log = jest.spyOn(console, "error").mockImplementation(() => {});
  const { commands, event, calls, session } = setUp({ recalculate });
  await commands.recalculate(event);
  expect(calls).toEqual(["completed", "show"]);
  expect(session.getState().notice?.kind).toBe(kind);
  log.mockRestore();
});

test("openPane completes before it shows, and never waits for the pane", async () => {
  const { commands, event, calls } = setUp({}, () => new Promise(() => {}));
  void commands.openPane(event);
  await Promise.resolve();
  expect(calls).toEqual(["completed", "show"]);
});

test("a pane that does not open is said in the session", async () => {
  const log = jest.spyOn(console, "error").mockImplementation(() => {});
  const { commands, event, session } = setUp({}, () => Promise.reject(new Error("no pane")));
  await commands.openPane(event);
  expect(session.getState().notice).toMatchObject({ kind: "failed", detail: "no pane" });
  log.mockRestore();
});

test("every function that the manifest names is one of ours", () => {
  const manifest = readFileSync(path.join(__dirname, "../../manifest.xml"), "utf8");
  const named = [...manifest.matchAll(/<FunctionName>(\w+)<\/FunctionName>/g)].map((match) => match[1]);
  expect(named.length).toBeGreaterThan(0);
  expect(COMMANDS).toEqual(expect.arrayContaining(named));
});
