import "./browser";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Pane } from "../../src/taskpane/Pane";
import { Session } from "../../src/session/session";
import { mockActions } from "./actions";

afterEach(cleanup);

test("what was done may come with something to look at; its place can be gone to", async () => {
  const problems = [
    {
      code: "OWN_SHEET_DIFFERS" as const,
      severity: "warning" as const,
      address: "推进情况汇总!B5",
      message: "有 1 处不同。",
    },
  ];
  const actions = mockActions({
    makeSummary: jest
      .fn()
      .mockResolvedValue({ done: true, sheet: "推进情况汇总", message: "已生成。", requests: 3, problems }),
  });
  render(<Pane session={new Session(actions, Promise.resolve())} inExcel />);
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "一键重算" }));
  await user.click(screen.getByRole("button", { name: "推进情况汇总" }));
  expect(await screen.findByText("已生成。", { selector: "p" })).toBeVisible();
  await user.click(screen.getByRole("button", { name: /有 1 处不同/ }));
  expect(actions.showCell).toHaveBeenLastCalledWith("推进情况汇总!B5");
});
