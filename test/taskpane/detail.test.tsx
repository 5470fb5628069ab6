import "./browser";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Recalculated } from "../../src/actions";
import { Pane } from "../../src/taskpane/Pane";
import { Session } from "../../src/taskpane/session";
import { mockActions } from "./actions";
import { DETAIL, DETAILED } from "./details";
import { RESULT } from "./results";

afterEach(cleanup);

async function recalculated(result: Recalculated = DETAILED) {
  const actions = mockActions({ recalculate: jest.fn().mockResolvedValue(result) });
  render(<Pane session={new Session(actions, Promise.resolve())} inExcel />);
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "一键重算" }));
  await screen.findByRole("region", { name: "落后部门" });
  return { actions, user };
}

const button = (name: string | RegExp): HTMLElement => screen.getByRole("button", { name });
const names = (list: string | RegExp): string[] => within(screen.getByRole("list", { name: list })).getAllByRole("button").map(({ textContent }) => textContent ?? "");

describe("a department's detail", () => {
  test("opens into the four indicators, and an indicator into its names", async () => {
    const { actions, user } = await recalculated();
    await user.click(button("威远县交通运输局的明细"));
    expect(await screen.findByText("已 92/应 93 项，差 1 项，扣 0.1 分")).toBeVisible();
    expect(screen.getByText("已 185/应 185 项，已达标")).toBeVisible();
    await user.click(button(/^监管行为覆盖/));
    const list = "还需 1 项，从下列 93 项中任选";
    expect(names(list)).toHaveLength(50);
    await user.click(button("显示其余 43 项"));
    expect(names(list)).toHaveLength(93);
    expect(screen.queryByRole("button", { name: /显示其余/ })).not.toBeInTheDocument();
    await user.click(button(/^对客运的监管7\s*XK-7$/));
    expect(actions.showCell).toHaveBeenLastCalledWith("监管事项明细!B7");
  });

  test("officers come with reason and remedy, their numbers masked until the switch is on", async () => {
    const { actions, user } = await recalculated();
    await user.click(button("威远县交通运输局的明细"));
    await user.click(await screen.findByRole("button", { name: /^执法人员入驻/ }));
    expect(names("未入驻人员")).toEqual([
      "张三执法证号 5110****5678没有监管平台账号：在监管平台创建账号并登录",
      "李四无执法证号已不在执法岗位，证件未注销：先注销执法证件，再把监管平台账号做无效处理",
    ]);
    expect(names(/应清理的账号/)).toEqual(["王五执法证号 5110****9999不是在册执法人员，账号仍有效：把监管平台账号做无效处理"]);
    const whole = screen.getByRole("switch", { name: "显示完整执法证号" });
    expect(whole).not.toBeChecked();
    await user.click(whole);
    expect(names("未入驻人员")[0]).toContain("51100012345678");
    await user.click(button(/^王五/));
    expect(actions.showCell).toHaveBeenLastCalledWith("监管平台账号!B3");
  });

  test("without detail sheets there are figures, and a sentence for the names", async () => {
    const { user } = await recalculated(RESULT);
    await user.click(button("威远县审计局的明细"));
    expect(await screen.findByText("已 2/应 8 人，差 6 人，扣 3 分")).toBeVisible();
    expect(screen.getAllByText("不考核")).toHaveLength(3);
    expect(screen.getByText(/没有明细表，只有数字/)).toBeVisible();
    await user.click(button("威远县审计局的明细"));
    expect(screen.queryByText("不考核")).not.toBeInTheDocument();
  });

  test("the keyboard opens it and reaches the names", async () => {
    const { actions, user } = await recalculated();
    button("威远县交通运输局的明细").focus();
    await user.keyboard("{Enter}");
    expect(button("威远县交通运输局的明细")).toHaveAttribute("aria-expanded", "true");
    await screen.findByRole("button", { name: /^目录清单\s*已/ });
    await user.tab();
    await user.tab();
    expect(button(/^目录清单\s*已/)).toHaveFocus();
    await user.keyboard(" ");
    await user.tab();
    await user.keyboard("{Enter}");
    expect(actions.showCell).toHaveBeenLastCalledWith(DETAIL.departments[1]!.incompleteDirectory[0]!.address);
  });
});
