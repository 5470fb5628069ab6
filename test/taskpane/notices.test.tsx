import "./browser";
import { act, cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Pane } from "../../src/taskpane/Pane";
import { Session } from "../../src/session/session";
import { mockActions } from "./actions";
import { DEPARTMENTS } from "./results";

afterEach(cleanup);

async function opened(department: number | null = null) {
  const actions = mockActions();
  const session = new Session(actions, Promise.resolve());
  render(<Pane session={session} inExcel />);
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "一键重算" }));
  await screen.findByRole("button", { name: "部门通知单" });
  act(() => session.show({ department }));
  await user.click(screen.getByRole("button", { name: "部门通知单" }));
  return { actions, user, dialog: within(await screen.findByRole("dialog", { name: "部门通知单" })) };
}

test.each([
  ["全部部门", "all"],
  ["只要未达标的", "behind"],
] as const)("%s", async (label, departments) => {
  const { actions, user, dialog } = await opened();
  expect(dialog.getByRole("radio", { name: "全部部门" })).toBeChecked();
  expect(dialog.getAllByRole("radio")).toHaveLength(2);
  await user.click(dialog.getByRole("radio", { name: label }));
  await user.click(dialog.getByRole("button", { name: "生成通知单" }));
  expect(actions.makeNotices).toHaveBeenCalledWith(expect.objectContaining({ departments }));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(await screen.findByText("通知单已生成。", { selector: "p" })).toBeVisible();
});

test("the department that is open", async () => {
  const { row, name } = DEPARTMENTS[1]!;
  const { actions, user, dialog } = await opened(row);
  await user.click(dialog.getByRole("radio", { name: `当前部门：${name}` }));
  await user.click(dialog.getByRole("button", { name: "生成通知单" }));
  expect(actions.makeNotices).toHaveBeenCalledWith(expect.objectContaining({ departments: [row] }));
});

test("removing", async () => {
  const { actions, user, dialog } = await opened();
  await user.click(dialog.getByRole("button", { name: "移去通知单" }));
  expect(actions.removeNotices).toHaveBeenCalled();
  expect(await screen.findByText("通知单已移去。", { selector: "p" })).toBeVisible();
});
