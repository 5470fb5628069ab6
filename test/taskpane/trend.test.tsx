import { setToday } from "./browser";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Changed, Recalculated, Stopped } from "../../src/actions";
import { DEFAULT_SETTINGS } from "../../src/core/memory/settings";
import type { Trend, TrendDay } from "../../src/core/history/trend";
import { TrendSection } from "../../src/taskpane/overview/TrendSection";
import { Session } from "../../src/session/session";
import { sentence } from "../../src/taskpane/shell/sentence";
import { mockActions, type MockActions } from "./actions";
import { RESULT } from "./results";

beforeEach(() => setToday(new Date(2026, 8, 11, 16)));
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

const day = (iso: string, more: Partial<TrendDay> = {}): TrendDay => ({
  day: iso,
  departments: 29,
  due: 1079,
  covered: 430,
  coverageGap: 48,
  officersGap: 8,
  deduction: 1230,
  ...more,
});
const START = day("2026-08-20", { departments: 27, covered: 400, coverageGap: 78, officersGap: 5, deduction: 1060 });
const WEEK = day("2026-09-04");
const BEFORE = day("2026-09-10", { covered: 431, coverageGap: 47, deduction: 1220 });
const LAST = day("2026-09-11", { covered: 434, coverageGap: 44, officersGap: 6, deduction: 1160 });
const TREND: Trend = {
  days: [START, WEEK, BEFORE, LAST],
  yesterday: BEFORE,
  lastWeek: WEEK,
  start: START,
  byDepartment: {},
  problems: [],
};

function open(trend: Trend | null, disabled = false) {
  const onRecord = jest.fn();
  render(<TrendSection trend={trend} onRecord={onRecord} disabled={disabled} />);
  return { onRecord, user: userEvent.setup(), section: screen.getByRole("region", { name: "推进记录" }) };
}
const rows = (): string[][] =>
  screen.getAllByRole("row").map((row) => [...row.children].map(({ textContent }) => textContent ?? ""));

describe("the trend in 总览", () => {
  test("each earlier day is named with what changed since, in figures and in words", () => {
    const { section } = open(TREND);
    expect(section).toHaveTextContent(
      "最近一次 9月11日（29 个部门已填报）：还差主项 44 项，未入驻 6 人，扣分 11.6 分。",
    );
    expect(rows()).toEqual([
      ["比较", "覆盖", "未入驻", "扣分"],
      // 434 − 431, 6 − 8, 11.60 − 12.20
      ["比上次（9月10日）", "+3 项好转", "−2 人好转", "−0.6 分好转"],
      ["比一周前（9月4日）", "+4 项好转", "−2 人好转", "−0.7 分好转"],
      ["比开始（8月20日）", "+34 项好转", "+1 人变差", "+1 分变差"],
    ]);
    expect(section).toHaveTextContent("比开始：填报的部门多了 2 个，变化中包含这些部门的数。");
  });

  test("a line each for the items that are missing and for the deduction, named by its ends", () => {
    open(TREND);
    expect(screen.getAllByRole("img").map((line) => line.getAttribute("aria-label"))).toEqual([
      "还差主项：8月20日 78 项，9月11日 44 项",
      "扣分：8月20日 10.6 分，9月11日 11.6 分",
    ]);
    expect(screen.getByText("还差主项 78 项 → 44 项")).toBeVisible();
    // 15 of 22 days lie between the first and the second: 4 + 92 × 15/22; 48 of 78: 4 + 32 × 30/78.
    expect(screen.getAllByRole("img")[0]!.querySelectorAll("path")[1]!.getAttribute("d")).toMatch(
      /^M4 4L66\.73 16\.31L/,
    );
  });

  test("a day that is last time's, a week's and the first at once is named once; what stands still says so", () => {
    open({ ...TREND, days: [WEEK, { ...WEEK, day: "2026-09-11" }], yesterday: WEEK, lastWeek: WEEK, start: WEEK });
    expect(rows().slice(1)).toEqual([["比上次（9月4日）", "持平", "持平", "持平"]]);
  });

  test("opened in another year, it names the year of each day", () => {
    setToday(new Date(2027, 0, 4));
    const { section } = open(TREND);
    expect(section).toHaveTextContent("最近一次 2026年9月11日（29 个部门已填报）");
    expect(
      rows()
        .slice(1)
        .map(([name]) => name),
    ).toEqual(["比上次（2026年9月10日）", "比一周前（2026年9月4日）", "比开始（2026年8月20日）"]);
    expect(screen.getAllByRole("img")[0]).toHaveAccessibleName("还差主项：2026年8月20日 78 项，9月11日 44 项");
  });

  test("without a record one sentence and the button", async () => {
    const { section, onRecord, user } = open(null);
    expect(section).toHaveTextContent("还没有推进记录。");
    expect(screen.queryByRole("table")).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "记入推进记录" }));
    expect(onRecord).toHaveBeenCalledTimes(1);
  });

  test("one day says what the next brings; while something runs nothing can be recorded", async () => {
    const { section, onRecord, user } = open({ days: [LAST], yesterday: null, lastWeek: null, start: null }, true);
    expect(section).toHaveTextContent("9月11日记了第一次");
    expect(screen.queryByRole("img")).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "记入推进记录" }));
    expect(onRecord).not.toHaveBeenCalled();
  });

  test("rows that were passed over are named with their cell", () => {
    const problems = [2, 3, 4, 5, 6].map((row) => ({
      code: "HISTORY_ROW_UNREADABLE" as const,
      severity: "warning" as const,
      address: `推进记录!G${row}`,
      message: "读不出来。",
    }));
    open({ ...TREND, problems });
    expect(
      within(screen.getByRole("list", { name: "没有采用的行" }))
        .getAllByRole("listitem")
        .map(({ textContent }) => textContent),
    ).toEqual([
      "推进记录!G2：读不出来。",
      "推进记录!G3：读不出来。",
      "推进记录!G4：读不出来。",
      "另有 2 行，改好上面几行后再看。",
    ]);
  });
});

describe("a session in whose workbook each run is kept", () => {
  const RECORDING: Recalculated = {
    ...RESULT,
    settings: { ...DEFAULT_SETTINGS, options: { ...DEFAULT_SETTINGS.options, record: true } },
  };
  const recorded: Changed = { done: true, sheet: "推进记录", message: "已记入。", requests: 6 };
  const NOTHING: Stopped = {
    done: false,
    problems: [
      { code: "HISTORY_NOTHING_REPORTED", severity: "warning", address: "附件 2", message: "还没有部门填报。" },
    ],
  };
  const session = (over: Partial<MockActions> = {}) => {
    const actions = mockActions({
      recalculate: jest.fn(async () => RECORDING),
      recordHistory: jest.fn(async () => recorded),
      readHistory: jest.fn(async () => TREND),
      ...over,
    });
    return { actions, s: new Session(actions, Promise.resolve()) };
  };
  const said = (s: Session) => sentence(s.getState().notice!);

  test("records by itself, as a part of the recalculation, and says so", async () => {
    const { actions, s } = session();
    await expect(s.recalculate()).resolves.toBe(true);
    expect(actions.recordHistory).toHaveBeenCalledWith({ sheet: RESULT.sheetId, now: RESULT.at, joined: true });
    expect(said(s)).toBe("已重算 7 个部门，已记入推进记录。");
    await Promise.resolve();
    expect(s.getState()).toMatchObject({ result: { hasHistory: true }, trend: TREND });
  });

  test("what saving the settings recalculates is kept too; where nothing is computed there is nothing to keep", async () => {
    const { actions, s } = session({
      saveSettings: jest
        .fn<ReturnType<MockActions["saveSettings"]>, Parameters<MockActions["saveSettings"]>>()
        .mockResolvedValueOnce(RECORDING)
        .mockResolvedValue({ ...recorded, message: "设置已保存。" }),
    });
    await s.saveSettings(RECORDING.settings);
    expect(actions.recordHistory).toHaveBeenCalledWith({ sheet: RESULT.sheetId, now: RESULT.at, joined: true });
    expect(said(s)).toBe("设置已保存。已重算 7 个部门，已记入推进记录。");
    await s.saveSettings(RECORDING.settings);
    expect(actions.recordHistory).toHaveBeenCalledTimes(1);
  });

  test("what could not be kept leaves the result, and says why", async () => {
    const { s } = session({ recordHistory: jest.fn(async () => NOTHING) });
    await expect(s.recalculate()).resolves.toBe(true);
    expect(said(s)).toBe("已重算 7 个部门，但没有记入推进记录：还没有部门填报。");
    expect(s.getState().result).toMatchObject({ assessment: RESULT.assessment, hasHistory: false });

    const log = jest.spyOn(console, "error").mockImplementation(() => {});
    const { s: broken } = session({ recordHistory: jest.fn().mockRejectedValue(new Error("no")) });
    await expect(broken.recalculate()).resolves.toBe(true);
    expect(said(broken)).toContain("但没有记入推进记录：程序出错");
    expect(log).toHaveBeenCalledWith(new Error("no"));
    log.mockRestore();
  });

  test("nothing is recorded after a recalculation that stopped, or where the workbook does not ask for it", async () => {
    const { actions, s } = session({
      recalculate: jest
        .fn<Promise<Recalculated | Stopped>, []>()
        .mockResolvedValueOnce(NOTHING)
        .mockResolvedValueOnce(RESULT),
    });
    await s.recalculate();
    await s.recalculate();
    expect(actions.recordHistory).not.toHaveBeenCalled();
    expect(said(s)).toBe("已重算 7 个部门。");
  });

  test("the button records the sheet of the result, and brings the trend up to date", async () => {
    const { actions, s } = session({ recalculate: jest.fn(async () => RESULT) });
    await s.recalculate();
    expect(s.getState().trend).toBeNull();
    await s.recordHistory();
    expect(actions.recordHistory).toHaveBeenCalledWith(expect.objectContaining({ sheet: RESULT.sheetId }));
    await Promise.resolve();
    expect(s.getState()).toMatchObject({ trend: TREND, result: { hasHistory: true } });
  });
});
