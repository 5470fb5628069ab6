import "./browser";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Pane } from "../../src/taskpane/Pane";
import { Session } from "../../src/session/session";
import { mockActions } from "./actions";
import { DETAILED } from "./details";

afterEach(cleanup);

async function recalculated() {
  const actions = mockActions({ recalculate: jest.fn().mockResolvedValue(DETAILED) });
  render(<Pane session={new Session(actions, Promise.resolve())} inExcel />);
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "一键重算" }));
  return { actions, user };
}

describe("the search", () => {
  async function searched(words: string) {
    const opened = await recalculated();
    await opened.user.click(screen.getByRole("tab", { name: "部门" }));
    const section = within(await screen.findByRole("region", { name: "查找" }));
    await opened.user.type(section.getByRole("searchbox", { name: "查找部门、事项或人员" }), words);
    const rows = (group: string): (string | null)[] =>
      within(section.getByRole("list", { name: group }))
        .getAllByRole("button")
        .map(({ textContent }) => textContent);
    return { ...opened, section, rows };
  }

  test("finds departments; a click opens the page", async () => {
    const { user, section, rows } = await searched("交通");
    expect(section.getByText("找到 1 处。")).toBeVisible();
    expect(rows("部门")).toEqual(["威远县交通运输局"]);
    expect(section.queryByRole("list", { name: "事项" })).not.toBeInTheDocument();
    await user.click(section.getByRole("button"));
    expect(screen.getByRole("heading", { level: 2 })).toHaveTextContent("威远县交通运输局");
  });

  test("finds items once though they stand in two lists, the first twenty of them", async () => {
    const { section, rows } = await searched("客运");
    expect(section.getByRole("heading", { level: 3 })).toHaveTextContent("事项93");
    expect(rows("事项")).toHaveLength(20);
    expect(section.getByText(/只列出前 20 处，共 93 处/)).toBeVisible();
  });

  test("finds by code, whatever its case and width", async () => {
    const { actions, user, section } = await searched("ｘk-97");
    await user.click(section.getByRole("button"));
    expect(actions.showCell).toHaveBeenLastCalledWith("监管事项明细!B97");
  });

  test("finds persons, their numbers masked", async () => {
    const { actions, user, section, rows } = await searched("张三");
    expect(rows("人员")).toEqual(["张三威远县交通运输局 · 5110****5678"]);
    await user.click(section.getByRole("button"));
    expect(actions.showCell).toHaveBeenLastCalledWith("执法人员名册!B7");
  });

  test("says that it found nothing, and where it looked", async () => {
    const { section } = await searched("海关");
    expect(section.getByText(/没有找到“海关”/)).toBeVisible();
    expect(section.queryByRole("list")).not.toBeInTheDocument();
  });
});

test("what to do first: ten steps, then all of them, each leading to its department", async () => {
  const { actions, user } = await recalculated();
  const section = within(await screen.findByRole("region", { name: "下一步：先办什么" }));
  const rows = (): (string | null)[] =>
    within(section.getByRole("list"))
      .getAllByRole("button")
      .map(({ textContent }) => textContent);
  expect(rows()).toHaveLength(10);
  expect(rows().slice(0, 3)).toEqual([
    "威远县审计局6 人入驻，可减 3 分每个工作日 3 人",
    "威远县交通运输局1 人入驻，可减 0.5 分每个工作日 1 人",
    "威远县交通运输局产生办件 1 项，可减 0.1 分",
  ]);
  await user.click(section.getByRole("button", { name: "显示全部 12 条" }));
  expect(rows()).toHaveLength(12);
  await user.click(section.getByRole("button", { name: /审计局\s*6 人入驻/ }));
  expect(actions.showCell).toHaveBeenLastCalledWith("'附件 2'!34:34");
});
