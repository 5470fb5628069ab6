import type { ActionOptions, Stopped } from "../../src/actions";
import type { Actions } from "../../src/taskpane/session";
import { RESULT } from "./results";

export type MockActions = { [Name in keyof Actions]: jest.Mock<ReturnType<Actions[Name]>, Parameters<Actions[Name]>> };

/** Actions that all succeed, and remember what can be undone as the real ones do. */
export function mockActions(over: Partial<MockActions> = {}): MockActions {
  let last: ReturnType<Actions["undoable"]> = null;
  const did = (action: NonNullable<typeof last>["action"]): void => {
    last = { action, at: new Date("2026-09-11T09:00:00+08:00") };
  };
  const changed = (message: string) => ({ done: true as const, sheet: "附件 2", message, requests: 2 });
  return {
    recalculate: jest.fn(async (_options?: ActionOptions) => (did("recalculate"), RESULT)),
    clearMarks: jest.fn(async () => (did("clearMarks"), changed("已清除。"))),
    setUpPrinting: jest.fn(async () => (did("setUpPrinting"), changed("页面已设好。"))),
    undoLast: jest.fn(async () => {
      last = null;
      return changed("已撤销。");
    }),
    undoable: jest.fn(() => last),
    showCell: jest.fn(async (_address: string): Promise<Stopped | null> => null),
    ...over,
  };
}
