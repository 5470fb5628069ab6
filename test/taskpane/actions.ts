import type { ActionOptions, DetailsSeen, Stopped } from "../../src/actions";
import { DEFAULT_SETTINGS, type Settings } from "../../src/core/memory/settings";
import type { RecalculationChoices } from "../../src/actions/outcome";
import type { Actions, ImportPreview } from "../../src/session/actions";
import { PREVIEW } from "./details";
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
    recalculate: jest.fn(async (_options?: ActionOptions & RecalculationChoices) => (did("recalculate"), RESULT)),
    clearMarks: jest.fn(async () => (did("clearMarks"), changed("已清除。"))),
    setUpPrinting: jest.fn(async () => (did("setUpPrinting"), changed("页面已设好。"))),
    makePrintSheet: jest.fn(async () => (did("makePrintSheet"), changed("打印版已生成。"))),
    undoLast: jest.fn(async () => {
      last = null;
      return changed("已撤销。");
    }),
    undoable: jest.fn(() => last),
    look: jest.fn(async (): Promise<Stopped | null> => null),
    lookAtDetails: jest.fn(async (_options?: ActionOptions): Promise<DetailsSeen | Stopped | null> => null),
    watch: jest.fn(async (_events: Parameters<Actions["watch"]>[0]) => {}),
    saveSettings: jest.fn(
      async (_settings: Parameters<Actions["saveSettings"]>[0]) => (did("saveSettings"), changed("设置已保存。")),
    ),
    makeNotices: jest.fn(
      async (_options: Parameters<Actions["makeNotices"]>[0]) => (did("makeNotices"), changed("通知单已生成。")),
    ),
    removeNotices: jest.fn(async () => (did("removeNotices"), changed("通知单已移去。"))),
    makeSummary: jest.fn(async () => (did("makeSummary"), changed("汇总已生成。"))),
    recordHistory: jest.fn(async () => (did("recordHistory"), changed("已记入。"))),
    readHistory: jest.fn(async (): Promise<Stopped | null> => null),
    readSettings: jest.fn(async (): Promise<Settings | Stopped> => DEFAULT_SETTINGS),
    openSample: jest.fn(async (): Promise<Stopped | null> => null),
    showCell: jest.fn(async (_address: string): Promise<Stopped | null> => null),
    insertTemplates: jest.fn(async () => (did("insertTemplates"), changed("已插入。"))),
    listRectification: jest.fn(
      async (_options: Parameters<Actions["listRectification"]>[0]) => (did("listRectification"), changed("已列出。")),
    ),
    readImport: jest.fn(
      async (_files: Parameters<Actions["readImport"]>[0]): Promise<ImportPreview | Stopped> => PREVIEW,
    ),
    importFiles: jest.fn(
      async (_preview: ImportPreview, _options: Parameters<Actions["importFiles"]>[1]) => (
        did("importFiles"),
        changed("已导入。")
      ),
    ),
    rememberChoices: jest.fn(
      async (_choices: Parameters<Actions["rememberChoices"]>[0]) => (did("rememberChoices"), changed("已记住。")),
    ),
    selfTest: jest.fn(async (): Promise<Stopped> => ({ done: false, problems: [] })),
    ...over,
  };
}
