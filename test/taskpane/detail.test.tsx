import { setToday } from "./browser";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Recalculated } from "../../src/actions";
import { Pane } from "../../src/taskpane/Pane";
import { Session } from "../../src/session/session";
import { mockActions, type MockActions } from "./actions";
import { DETAIL, DETAILED } from "./details";
import { RESULT } from "./results";

beforeEach(() => setToday(new Date(2026, 8, 11, 10)));
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

async function recalculated(result: Recalculated = DETAILED, over: Partial<MockActions> = {}) {
  const actions = mockActions({ recalculate: jest.fn().mockResolvedValue(result), ...over });
  render(<Pane session={new Session(actions, Promise.resolve())} inExcel />);
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "一键重算" }));
  await screen.findByRole("region", { name: "落后部门" });
  return { actions, user };
}

const button = (name: string | RegExp): HTMLElement => screen.getByRole("button", { name });
const names = (list: string | RegExp): string[] =>
  within(screen.getByRole("list", { name: list }))
    .getAllByRole("button")
    .map(({ textContent }) => textContent ?? "");

/** Goes to 部门 and opens one. */
async function opened(name: string, result?: Recalculated, over?: Partial<MockActions>) {
  const { actions, user } = await recalculated(result, over);
  await user.click(screen.getByRole("tab", { name: "部门" }));
  await user.click(await screen.findByRole("button", { name: new RegExp(`^${name}`) }));
  return { actions, user };
}
const indicator = (name: string): HTMLElement => screen.getByRole("region", { name });
const calculation = (name: string): string | null => indicator(name).querySelector("p")!.textContent;

describe("a department's page", () => {
  test("works each indicator out, and each figure leads to its cell", async () => {
    const { actions, user } = await opened("威远县交通运输局");
    expect(screen.getByRole("heading", { level: 2 })).toHaveTextContent("威远县交通运输局");
    expect(screen.getByRole("heading", { level: 2 })).toHaveFocus();
    // 185 × 50 % is 92.5: 93 are needed.
    expect(calculation("监管行为覆盖")).toBe("⌈185×50%⌉=93 项，已产生 92（49.72%），还差 1，扣 0.1 分");
    // Only where something was rounded.
    expect(screen.getAllByText("⌈ ⌉ 表示有小数就进一位取整数。")).toHaveLength(1);
    expect(calculation("实施清单")).toBe("185×100%=185 项，已完备 185（100.00%），已达标");
    expect(calculation("执法人员入驻")).toBe("40×100%=40 人，已入驻 38（95.00%），还差 2，扣 1 分");
    const figures = within(indicator("监管行为覆盖"));
    const places: [string, string][] = [
      ["基数 185", "C5"],
      ["目标 50%", "F5"],
      ["应完成 93", "O5"],
      ["已完成 92", "J5"],
      ["完成率 49.72%", "P5"],
      ["差额 1", "Q5"],
      ["扣分 0.1", "V5"],
    ];
    for (const [name, cell] of places) {
      await user.click(figures.getByRole("button", { name: `${name}，定位到单元格` }));
      expect(actions.showCell).toHaveBeenLastCalledWith(`'附件 2'!${cell}`);
    }
    await user.click(button("定位到表中这一行"));
    expect(actions.showCell).toHaveBeenLastCalledWith("'附件 2'!5:5");
  });

  test("an indicator opens into its names", async () => {
    const { actions, user } = await opened("威远县交通运输局");
    await user.click(within(indicator("监管行为覆盖")).getByRole("button", { name: "名单（93）" }));
    const list = "还需 1 项，从下列 93 项中任选";
    expect(names(list)).toHaveLength(50);
    await user.click(button("显示其余 43 项"));
    expect(names(list)).toHaveLength(93);
    expect(screen.queryByRole("button", { name: /显示其余/ })).not.toBeInTheDocument();
    await user.click(button(/^对客运的监管7\s*XK-7$/));
    expect(actions.showCell).toHaveBeenLastCalledWith("监管事项明细!B7");
  });

  test("officers come with reason and remedy, their numbers masked until the switch is on", async () => {
    const { actions, user } = await opened("威远县交通运输局");
    await user.click(within(indicator("执法人员入驻")).getByRole("button", { name: "名单（3）" }));
    expect(names("未入驻人员")).toEqual([
      "张三执法证号 5110****5678没有监管平台账号：在监管平台创建账号并登录",
      "李四无执法证号已不在执法岗位，证件未注销：先注销执法证件，再把监管平台账号做无效处理",
    ]);
    expect(names(/应清理的账号/)).toEqual([
      "王五执法证号 5110****9999不是在册执法人员，账号仍有效：把监管平台账号做无效处理",
    ]);
    const whole = screen.getByRole("switch", { name: "显示完整执法证号" });
    expect(whole).not.toBeChecked();
    await user.click(whole);
    expect(names("未入驻人员")[0]).toContain("51100012345678");
    await user.click(button(/^王五/));
    expect(actions.showCell).toHaveBeenLastCalledWith("监管平台账号!B3");
  });

  test("without detail sheets there are figures, and a sentence for the names", async () => {
    await opened("威远县审计局", RESULT);
    expect(calculation("执法人员入驻")).toBe("8×100%=8 人，已入驻 2（25.00%），还差 6，扣 3 分");
    expect(screen.getAllByText("不考核")).toHaveLength(3);
    expect(screen.getByText(/没有明细表，只有数字/)).toBeVisible();
  });

  test("detail sheets that have not been read yet, or could not be, are not called missing", async () => {
    await opened(
      "威远县审计局",
      { ...RESULT, detailUnread: "yet" },
      { lookAtDetails: jest.fn(() => new Promise(() => {})) },
    );
    expect(screen.getByText("正在读取明细表…")).toBeVisible();
    cleanup();
    await opened("威远县审计局", { ...RESULT, detailUnread: "failed" });
    expect(screen.getByText("明细表没有读出来。点“一键重算”后，这里列出具体事项和人员。")).toBeVisible();
    expect(screen.queryByText(/没有明细表/)).not.toBeInTheDocument();
  });

  test("with 推进记录 it says how the department has moved", async () => {
    const days = [
      { day: "2026-09-04", coverageGap: 3, officersGap: 2, deduction: 230 },
      { day: "2026-09-11", coverageGap: 1, officersGap: 2, deduction: 160 },
    ];
    const trend = { days: [], yesterday: null, lastWeek: null, start: null, byDepartment: { 威远县交通运输局: days } };
    await opened(
      "威远县交通运输局",
      { ...RESULT, hasHistory: true },
      { readHistory: jest.fn().mockResolvedValue(trend) },
    );
    expect(await screen.findByText("9月4日至9月11日：还差主项 −2 项，未入驻 持平，扣分 −0.7 分")).toBeVisible();
    expect(screen.getByRole("img", { name: "扣分：9月4日 2.3 分，9月11日 1.6 分" })).toBeVisible();
  });

  test("previous and next go through the list as it is sorted", async () => {
    const { user } = await opened("威远县审计局", RESULT);
    const place = () => screen.getByText(/^\d+\/7$/).textContent;
    // By deduction: 3 points are the most.
    expect(place()).toBe("1/7");
    expect(button("上一个")).toHaveAttribute("aria-disabled", "true");
    await user.click(button("下一个"));
    expect(screen.getByRole("heading", { level: 2 })).toHaveTextContent("威远县交通运输局");
    expect(place()).toBe("2/7");
    await user.click(button("上一个"));
    expect(screen.getByRole("heading", { level: 2 })).toHaveTextContent("威远县审计局");
    await user.click(button("全部部门"));
    expect(screen.getByRole("list", { name: "部门" })).toBeVisible();
  });

  test("the keyboard opens it and reaches the names", async () => {
    const { actions, user } = await recalculated();
    screen.getByRole("tab", { name: "总览" }).focus();
    await user.keyboard("{ArrowRight}");
    expect(screen.getByRole("tab", { name: "部门" })).toHaveFocus();
    const row = await screen.findByRole("button", { name: /^威远县交通运输局/ });
    for (let presses = 0; presses < 12 && document.activeElement !== row; presses += 1) await user.tab();
    await user.keyboard("{Enter}");
    const list = within(await screen.findByRole("region", { name: "目录清单" })).getByRole("button", {
      name: "名单（5）",
    });
    for (let presses = 0; presses < 20 && document.activeElement !== list; presses += 1) await user.tab();
    await user.keyboard(" ");
    await user.tab();
    await user.keyboard("{Enter}");
    expect(actions.showCell).toHaveBeenLastCalledWith(DETAIL.departments[1]!.incompleteDirectory[0]!.address);
  });
});

describe("the list of departments", () => {
  const rows = (): string[] => names("部门").map((text) => /^[^扣目达待数不]*(局|馆|）)/.exec(text)?.[0] ?? text);
  const choose = (user: ReturnType<typeof userEvent.setup>, label: string, option: string) =>
    user.selectOptions(screen.getByRole("combobox", { name: label }), option);

  async function listing() {
    const { user } = await recalculated(RESULT);
    await user.click(screen.getByRole("tab", { name: "部门" }));
    await screen.findByRole("list", { name: "部门" });
    return user;
  }

  test("stands by deduction at first, and sorts by gap, name and the order of the sheet", async () => {
    const user = await listing();
    // 3, 1.6, 0.2, 0.2, 0, then those without a total; ties as in the sheet.
    expect(rows().slice(0, 5)).toEqual([
      "威远县审计局",
      "威远县交通运输局",
      "威远县人力资源和社会保障局",
      "威远县档案馆",
      "国家税务总局威远县税务局",
    ]);
    await choose(user, "排序", "差额从多到少");
    // 5 + 1 + 2 = 8, 6, 2, 2.
    expect(rows().slice(0, 4)).toEqual([
      "威远县交通运输局",
      "威远县审计局",
      "威远县人力资源和社会保障局",
      "威远县档案馆",
    ]);
    await choose(user, "排序", "表中顺序");
    expect(rows().slice(0, 2)).toEqual(["国家税务总局威远县税务局", "威远县交通运输局"]);
    await choose(user, "排序", "部门名称");
    expect(rows().indexOf("国家税务总局威远县税务局")).toBeLessThan(rows().indexOf("威远县交通运输局"));
  });

  test.each([
    ["覆盖率未达标 2 个", ["威远县交通运输局", "威远县档案馆"]],
    ["有人员未入驻 2 个", ["威远县审计局", "威远县交通运输局"]],
    ["清单未完成 2 个", ["威远县交通运输局", "威远县人力资源和社会保障局"]],
    ["待填报 1 个", ["威远县人力资源和社会保障局"]],
    ["数据有误 2 个", ["威远县公安局", "第 8 行（无名称）"]],
  ])("only %s", async (option, expected) => {
    const user = await listing();
    await choose(user, "只看", option);
    expect(rows()).toEqual(expected);
  });
});
