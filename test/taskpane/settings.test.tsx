import "./browser";
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { DEFAULT_SETTINGS } from "../../src/core/memory/settings";
import type { Settings } from "../../src/core/memory/settings";
import { Pane } from "../../src/taskpane/Pane";
import { Session } from "../../src/session/session";
import { mockActions, type MockActions } from "./actions";
import { RESULT } from "./results";

/** 设置 in the pane, with mouse and keyboard. */

beforeEach(() => localStorage.setItem("jgzb.welcomed", "1"));
afterEach(cleanup);

async function open(over: Partial<MockActions> = {}, { computed = true } = {}) {
  const actions = mockActions(over);
  const session = new Session(actions, Promise.resolve());
  render(<Pane session={session} inExcel />);
  const user = userEvent.setup();
  if (computed) await user.click(button("一键重算"));
  await user.click(screen.getByRole("tab", { name: "设置" }));
  await screen.findByRole("form", { name: "设置" });
  return { actions, session, user };
}

const button = (name: string | RegExp): HTMLElement => screen.getByRole("button", { name });
const field = (name: string): HTMLElement => screen.getByRole("textbox", { name });
const save = (): HTMLElement => button("保存");
const dateField = (name: string): HTMLElement => screen.getByLabelText(name);
const type = (element: HTMLElement, day: string): boolean => fireEvent.change(element, { target: { value: day } });
const savedBy = (actions: MockActions): Settings => actions.saveSettings.mock.calls.at(-1)![0];
const alter = (rules: Partial<Settings["rules"]>, options: Partial<Settings["options"]> = {}): Settings => ({
  rules: { ...DEFAULT_SETTINGS.rules, ...rules },
  options: { ...DEFAULT_SETTINGS.options, ...options },
});

describe("as it is first seen", () => {
  test("five groups and 自检 show what holds, each with its default, and there is nothing to save or reset", async () => {
    const { actions, user } = await open();
    expect(screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      "扣分规则",
      "目标值与任务期",
      "工作日历",
      "计算与记录",
      "打印",
      "自检",
    ]);
    expect(field("每项扣分（分）")).toHaveValue("0.1");
    expect(field("每项扣分（分）")).toHaveAccessibleDescription("默认 0.1 分（说明第5条）");
    expect(field("每人扣分（分）")).toHaveValue("0.5");
    expect(field("覆盖率下限（%）")).toHaveValue("35");
    for (const cap of [
      "目录清单扣分上限（分）",
      "实施清单扣分上限（分）",
      "覆盖率扣分上限（分）",
      "入驻扣分上限（分）",
    ]) {
      expect(field(cap)).toHaveValue("");
      expect(field(cap)).toHaveAttribute("placeholder", "不设上限");
    }
    expect(screen.getByRole("radio", { name: /当作百分数/ })).toBeChecked();
    expect(screen.getByRole("radio", { name: "A4 简表" })).toBeChecked();
    expect(screen.getByText(/已内置国务院办公厅 2004 年至 2026 年的节假日安排/)).toBeVisible();
    expect(screen.getByText("没有未保存的更改")).toBeVisible();
    for (const name of ["保存", "放弃更改", "全部恢复默认"])
      expect(button(name)).toHaveAttribute("aria-disabled", "true");
    expect(screen.queryByRole("button", { name: /^恢复默认：/ })).not.toBeInTheDocument();
    await user.click(save());
    expect(actions.saveSettings).not.toHaveBeenCalled();
  });

  test("where nothing is computed, what the workbook holds is read; a damaged one is named, and can be mended by saving", async () => {
    const damaged = {
      code: "SETTINGS_DAMAGED",
      severity: "warning",
      address: "",
      message: "“每项扣分”读不出来。",
    } as const;
    const held = { ...alter({ coverageFloorBp: 4000 }), problems: [damaged] };
    const { actions, user } = await open({ readSettings: jest.fn(async () => held) }, { computed: false });
    expect(field("覆盖率下限（%）")).toHaveValue("40");
    expect(screen.getByText(damaged.message)).toBeVisible();
    await user.click(save());
    expect(savedBy(actions)).toEqual(alter({ coverageFloorBp: 4000 }));
    expect(screen.queryByText(damaged.message)).not.toBeInTheDocument();
  });
});

describe("with the mouse", () => {
  test("points, floor and caps are saved as whole hundredths and basis points", async () => {
    const { actions, user } = await open();
    for (const [name, text] of [
      ["每项扣分（分）", "0.29"],
      ["每人扣分（分）", "１"],
      ["覆盖率下限（%）", "37.05%"],
      ["目录清单扣分上限（分）", "0"],
      ["入驻扣分上限（分）", "2.5"],
    ] as const) {
      await user.clear(field(name));
      await user.type(field(name), text);
    }
    expect(screen.getByText("有未保存的更改")).toBeVisible();
    await user.click(save());
    expect(actions.saveSettings.mock.calls).toHaveLength(1);
    expect(savedBy(actions)).toEqual(
      alter({
        pointsPerItem: 29,
        pointsPerOfficer: 100,
        coverageFloorBp: 3705,
        caps: { directory: 0, implementation: null, coverage: null, officers: 250 },
      }),
    );
    expect(actions.saveSettings.mock.calls[0]![1]).toMatchObject({ sheet: RESULT.sheetId });
  });

  test("period, targets, running and print", async () => {
    const { actions, user } = await open();
    await user.click(screen.getByRole("radio", { name: /不采用/ }));
    type(dateField("任务期起始日"), "2026-08-20");
    type(dateField("任务期截止日"), "2026-09-14");
    expect(field("任务期年份")).toHaveAccessibleDescription("已填任务期起止日，不再用年份");
    await user.type(field("任务期年份"), "2026");
    await user.click(screen.getByRole("checkbox", { name: "只计任务期内的办件" }));
    await user.click(screen.getByRole("radio", { name: /^数值/ }));
    await user.click(screen.getByRole("checkbox", { name: "表格改动后自动重算" }));
    await user.click(screen.getByRole("checkbox", { name: "每次重算记入推进记录" }));
    await user.click(screen.getByRole("radio", { name: "A3 全表" }));
    await user.click(screen.getByRole("checkbox", { name: /打印版/ }));
    await user.click(screen.getByRole("checkbox", { name: /数据条/ }));
    await user.type(field("制表单位"), "示例单位");
    await user.click(save());
    expect(savedBy(actions)).toEqual(
      alter(
        {
          bareTargets: "refuse",
          period: { start: "2026-08-20", end: "2026-09-14" },
          year: 2026,
          casesWithinPeriod: true,
        },
        {
          writeAs: "values",
          automatic: true,
          record: true,
          print: { form: "full", paper: "A3", copy: true, bars: true, office: "示例单位" },
        },
      ),
    );
  });

  test("days are added to the calendar and taken away; the same day does not stand in both lists", async () => {
    const { actions, user } = await open();
    const works = within(screen.getByRole("group", { name: "补充工作日" }));
    const rests = within(screen.getByRole("group", { name: "补充休息日" }));
    for (const day of ["2026-10-11", "2026-09-27"]) {
      type(works.getByLabelText("要添加的工作日"), day);
      await user.click(works.getByRole("button", { name: "添加：补充工作日" }));
    }
    expect(works.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
      "2026年9月27日",
      "2026年10月11日",
    ]);
    type(rests.getByLabelText("要添加的休息日"), "2026-10-11");
    await user.click(rests.getByRole("button", { name: "添加：补充休息日" }));
    expect(rests.getByLabelText("要添加的休息日")).toHaveAccessibleDescription(
      "这一天已在另一个列表里，请先从那里移去",
    );
    await user.click(works.getByRole("button", { name: "移去 2026年10月11日" }));
    await user.click(rests.getByRole("button", { name: "添加：补充休息日" }));
    await user.click(save());
    expect(savedBy(actions)).toEqual(alter({ extraWorkdays: ["2026-09-27"], extraHolidays: ["2026-10-11"] }));
  });

  test("what is filled in wrongly is said at the field, and stops the saving until it is mended", async () => {
    const { actions, user } = await open();
    await user.type(field("每项扣分（分）"), "分");
    type(dateField("任务期起始日"), "2026-09-14");
    expect(field("每项扣分（分）")).toBeInvalid();
    expect(field("每项扣分（分）")).toHaveAccessibleDescription(/请填 0 到 1000 之间的数，最多两位小数/);
    expect(dateField("任务期截止日")).toHaveAccessibleDescription(/请填截止日/);
    expect(screen.getByText("有 2 处填写有误，改正后才能保存")).toBeVisible();
    expect(save()).toHaveAccessibleDescription("有 2 处填写有误，改正后才能保存");
    await user.click(save());
    await user.type(field("每人扣分（分）"), "{Enter}");
    expect(actions.saveSettings).not.toHaveBeenCalled();
    await user.click(button("按标题：任务期起始日"));
    await user.type(field("每项扣分（分）"), "{Backspace}5");
    await user.click(save());
    expect(savedBy(actions)).toEqual(alter({ pointsPerItem: 15 }));
  });

  test("each setting goes back to its default, and all of them at once; what is not shown here stays", async () => {
    const held = alter(
      {
        pointsPerItem: 20,
        extraHolidays: ["2026-10-09"],
        stateWords: { ...DEFAULT_SETTINGS.rules.stateWords, postState: { yes: ["在位"], no: [] } },
      },
      { writeAs: "values", record: true },
    );
    const { actions, user } = await open({ recalculate: jest.fn(async () => ({ ...RESULT, settings: held })) });
    await user.click(button("恢复默认：每项扣分（分）"));
    expect(field("每项扣分（分）")).toHaveValue("0.1");
    await user.click(button("恢复默认：测算列写入"));
    expect(screen.getByRole("radio", { name: /^公式/ })).toBeChecked();
    await user.click(save());
    expect(savedBy(actions)).toEqual({
      rules: { ...held.rules, pointsPerItem: 10 },
      options: { ...held.options, writeAs: "formulas" },
    });
    await user.click(button("全部恢复默认"));
    await user.click(save());
    expect(savedBy(actions)).toEqual(alter({ stateWords: held.rules.stateWords }));
  });
});

describe("with the keyboard", () => {
  test("tab, space, arrows and Enter fill in and save", async () => {
    const { actions, user } = await open();
    act(() => field("每项扣分（分）").focus());
    await user.keyboard("{Control>}a{/Control}0.2{Tab}");
    // Behind the field stands its reset.
    expect(button("恢复默认：每项扣分（分）")).toHaveFocus();
    await user.tab();
    expect(field("每人扣分（分）")).toHaveFocus();
    act(() => screen.getByRole("checkbox", { name: "表格改动后自动重算" }).focus());
    await user.keyboard(" ");
    act(() => screen.getByRole("radio", { name: "A4 简表" }).focus());
    await user.keyboard("{ArrowDown}");
    act(() => field("制表单位").focus());
    await user.keyboard("{Enter}");
    expect(savedBy(actions)).toEqual(
      alter({ pointsPerItem: 20 }, { automatic: true, print: { ...DEFAULT_SETTINGS.options.print, form: "full" } }),
    );
  });

  test("Enter in a day adds it and saves nothing; the focus stays where the next is typed", async () => {
    const { actions, user } = await open();
    const day = dateField("要添加的休息日");
    type(day, "2027-10-01");
    act(() => day.focus());
    await user.keyboard("{Enter}");
    expect(screen.getByText("2027年10月1日")).toBeVisible();
    expect(actions.saveSettings).not.toHaveBeenCalled();
    expect(day).toHaveFocus();
    expect(day).toHaveValue("");
    await user.keyboard("{Enter}");
    expect(day).toHaveAccessibleDescription("请填 2000 年至 2100 年之间的日期");
  });

  test("after a reset the focus is in the field", async () => {
    const { user } = await open();
    await user.type(field("覆盖率下限（%）"), "5");
    await user.tab();
    await user.keyboard("{Enter}");
    expect(field("覆盖率下限（%）")).toHaveValue("35");
    await act(() => new Promise((resolve) => setTimeout(resolve)));
    expect(field("覆盖率下限（%）")).toHaveFocus();
  });
});

describe("what is unsaved", () => {
  test("stands after going to another tab, wrong as it may be, and after closing and opening the pane", async () => {
    const { session, user } = await open();
    await user.type(field("每项扣分（分）"), "x");
    await user.click(screen.getByRole("tab", { name: "总览" }));
    await user.click(screen.getByRole("tab", { name: "设置" }));
    expect(field("每项扣分（分）")).toHaveValue("0.1x");
    cleanup();
    render(<Pane session={session} inExcel />);
    expect(await screen.findByRole("textbox", { name: "每项扣分（分）" })).toHaveValue("0.1x");
    await user.click(button("放弃更改"));
    expect(field("每项扣分（分）")).toHaveValue("0.1");
    expect(screen.getByText("没有未保存的更改")).toBeVisible();
  });

  test("survives a recalculation that brings other settings: what was typed stays, what was not follows", async () => {
    const { session, user } = await open({
      recalculate: jest
        .fn()
        .mockResolvedValueOnce(RESULT)
        .mockResolvedValueOnce({ ...RESULT, settings: alter({ pointsPerItem: 30, pointsPerOfficer: 60 }) }),
    });
    await user.type(field("每项扣分（分）"), "5");
    await act(() => session.recalculate());
    expect(field("每项扣分（分）")).toHaveValue("0.15");
    expect(field("每人扣分（分）")).toHaveValue("0.6");
    expect(screen.getByText("有未保存的更改")).toBeVisible();
  });

  test("is gone once saved, and stays where the saving stopped", async () => {
    const stopped = {
      done: false,
      problems: [{ code: "SHEET_PROTECTED", severity: "error", address: "附件2", message: "受保护。" }],
    } as const;
    const saved = alter({ pointsPerItem: 15 });
    const { user } = await open({
      saveSettings: jest
        .fn()
        .mockResolvedValueOnce(stopped)
        .mockResolvedValueOnce({ ...RESULT, settings: saved }),
    });
    await user.type(field("每项扣分（分）"), "5");
    await user.click(save());
    expect(screen.getByRole("status")).toHaveTextContent("“保存设置”没有完成");
    expect(field("每项扣分（分）")).toHaveValue("0.15");
    expect(screen.getByText("有未保存的更改")).toBeVisible();
    await user.click(save());
    expect(screen.getByRole("status")).toHaveTextContent("设置已保存。已重算 7 个部门。");
    expect(field("每项扣分（分）")).toHaveValue("0.15");
    expect(screen.getByText("没有未保存的更改")).toBeVisible();
  });

  test("said otherwise is no change", async () => {
    const { user } = await open();
    await user.type(field("每项扣分（分）"), "0");
    expect(field("每项扣分（分）")).toHaveValue("0.10");
    expect(screen.getByText("没有未保存的更改")).toBeVisible();
  });
});
