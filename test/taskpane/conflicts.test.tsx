import "./browser";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Stopped } from "../../src/actions";
import { Pane } from "../../src/taskpane/Pane";
import { Session } from "../../src/session/session";
import { mockActions } from "./actions";
import { RESULT } from "./results";

afterEach(cleanup);

const STOPPED: Stopped = {
  done: false,
  problems: [{ code: "ACTUALS_DIFFER", severity: "error", address: "附件2", message: "有 2 处不同。" }],
  conflicts: [
    { row: 4, department: "威远县交通运输局", column: "covered", typed: "90", detail: 92 },
    { row: 33, department: "威远县审计局", column: "onboarded", typed: "8", detail: 2 },
  ],
};

async function contradicted() {
  const recalculate = jest.fn().mockResolvedValueOnce(STOPPED).mockResolvedValue(RESULT);
  const actions = mockActions({ recalculate });
  render(<Pane session={new Session(actions, Promise.resolve())} inExcel />);
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "一键重算" }));
  return { actions, user, dialog: await screen.findByRole("alertdialog", { name: "已填的数与明细不同" }) };
}

const inDialog = (dialog: HTMLElement, role: string, name: string): HTMLElement =>
  within(dialog).getByRole(role, { name });

describe("typed numbers that the detail sheets contradict", () => {
  test("stand side by side, and what was typed holds unless chosen otherwise", async () => {
    const { actions, user, dialog } = await contradicted();
    const rows = within(dialog)
      .getAllByRole("row")
      .map((row) => [...row.children].map(({ textContent }) => textContent));
    expect(rows).toEqual([
      ["部门", "列", "已填", "明细", "用明细"],
      ["威远县交通运输局", "产生办件主项数", "90", "92", ""],
      ["威远县审计局", "已入驻人数", "8", "2", ""],
    ]);
    for (const box of within(dialog).getAllByRole("checkbox")) expect(box).not.toBeChecked();
    await user.click(inDialog(dialog, "checkbox", "用明细：威远县审计局，已入驻人数"));
    await user.click(inDialog(dialog, "button", "按选择重算"));
    expect(actions.recalculate).toHaveBeenLastCalledWith(
      expect.objectContaining({ typedActuals: [{ row: 33, column: "onboarded" }] }),
    );
    await screen.findByRole("region", { name: "总览" });
    await waitFor(() => expect(screen.queryByRole("alertdialog")).not.toBeInTheDocument());
  });

  test("all and none at once", async () => {
    const { actions, user, dialog } = await contradicted();
    await user.click(inDialog(dialog, "button", "全选"));
    for (const box of within(dialog).getAllByRole("checkbox")) expect(box).toBeChecked();
    await user.click(inDialog(dialog, "button", "全不选"));
    for (const box of within(dialog).getAllByRole("checkbox")) expect(box).not.toBeChecked();
    await user.click(inDialog(dialog, "button", "按选择重算"));
    expect(actions.recalculate).toHaveBeenLastCalledWith(expect.objectContaining({ typedActuals: [] }));
  });

  test("called off, nothing runs; the notice leads back to the question", async () => {
    const { actions, user } = await contradicted();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("alertdialog")).not.toBeInTheDocument());
    await waitFor(() => expect(screen.getByRole("button", { name: "一键重算" })).toHaveFocus());
    expect(actions.recalculate).toHaveBeenCalledTimes(1);
    await user.click(screen.getByRole("button", { name: "逐项选择" }));
    expect(await screen.findByRole("alertdialog", { name: "已填的数与明细不同" })).toBeVisible();
  });

  test("asked anew when the next recalculation is contradicted too", async () => {
    const { actions, user, dialog } = await contradicted();
    actions.recalculate.mockReset().mockResolvedValueOnce({ ...STOPPED, conflicts: [STOPPED.conflicts![0]!] });
    await user.click(inDialog(dialog, "button", "全选"));
    await user.click(inDialog(dialog, "button", "按选择重算"));
    await waitFor(() => expect(screen.getAllByRole("checkbox")).toHaveLength(1));
    expect(screen.getByRole("checkbox")).not.toBeChecked();
    expect(screen.getByRole("alertdialog", { name: "已填的数与明细不同" })).toBeVisible();
  });
});
