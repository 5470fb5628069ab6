import * as actions from "../../src/actions";
import { REGISTRY } from "../../src/actions/registry";
import { COMMANDS } from "../../src/commands/commands";
import { ACTIONS } from "../../src/core/wording/pane";
import { LAST_TRIALS, TRIALS } from "../soak/trials";

/** The one list of what a person can do, and those who go by it. */

const NAMES = Object.keys(REGISTRY) as (keyof typeof REGISTRY)[];

test.each(NAMES)("%s is listed under its name, has a label, and can be done", async (name) => {
  const action = await REGISTRY[name]();
  expect(action).toMatchObject({ name, label: ACTIONS[name] });
  expect(actions[name]).toBeInstanceOf(Function);
});

test("whatever can be undone is tried by the random rounds", async () => {
  const all = await Promise.all(NAMES.map((name) => REGISTRY[name]()));
  const undone = all.filter((action) => action.undone !== null).map(({ name }) => name);
  const tried = new Set<string>([...TRIALS, ...LAST_TRIALS].map(({ action }) => action));
  expect(undone.filter((name) => !tried.has(name))).toEqual([]);
});

test("the ribbon's buttons do actions of the registry, but for the one that opens the pane", () => {
  expect(COMMANDS.filter((id) => !(NAMES as string[]).includes(id))).toEqual(["openPane"]);
});
