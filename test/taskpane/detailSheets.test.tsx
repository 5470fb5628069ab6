import "./browser";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Recalculated } from "../../src/actions";
import { Pane } from "../../src/taskpane/Pane";
import { Session } from "../../src/session/session";
import { mockActions } from "./actions";
import { DETAIL, DETAILED } from "./details";
import { RESULT } from "./results";

afterEach(cleanup);

async function recalculated(result: Recalculated = DETAILED) {
  const actions = mockActions({ recalculate: jest.fn().mockResolvedValue(result) });
  render(<Pane session={new Session(actions, Promise.resolve())} inExcel />);
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "一键重算" }));
  return { actions, user, section: within(await screen.findByRole("region", { name: "明细表" })) };
}

describe("the section of the detail sheets", () => {
  test("names each sheet, its rows, and whether it was used", async () => {
    const { section } = await recalculated();
    expect(section.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
      "监管事项明细1,200 行，已使用列对应",
      "执法人员名册（工作表“人员”）40 行，未使用，见“需要处理的问题”列对应",
    ]);
  });

  test("without detail sheets: one sentence, and the ways to get them", async () => {
    const { actions, user, section } = await recalculated(RESULT);
    expect(section.getByText(/^还没有明细表/)).toBeVisible();
    await user.click(section.getByRole("button", { name: "插入明细模板" }));
    expect(actions.insertTemplates).toHaveBeenCalledTimes(1);
    expect(screen.getByRole("status")).toHaveTextContent("已插入。");
    expect(screen.getByRole("region", { name: "总览" })).toBeVisible();
  });

  test("the list of what to mend is made of the result, with masked numbers", async () => {
    const { actions, user } = await recalculated();
    await user.click(screen.getByRole("button", { name: "整改清单" }));
    expect(actions.listRectification).toHaveBeenCalledWith(
      expect.objectContaining({
        assessment: DETAILED.assessment,
        detail: DETAIL,
        taskSheet: "附件 2",
        showNumbers: false,
      }),
    );
  });

  test("which column is which: what was recognised stands there, what is chosen is remembered and recalculated with", async () => {
    const { actions, user, section } = await recalculated();
    await user.click(section.getByRole("button", { name: "监管事项明细的列对应" }));
    const dialog = within(await screen.findByRole("dialog", { name: "列对应：监管事项明细" }));
    expect(dialog.getAllByRole("combobox")).toHaveLength(8 + 2);
    expect(dialog.getByRole("combobox", { name: "主项名称" })).toHaveDisplayValue("B 列 主项名称");
    expect(
      within(dialog.getByRole("combobox", { name: "主项名称" })).queryByRole("option", { name: "（没有）" }),
    ).not.toBeInTheDocument();
    expect(dialog.getByRole("combobox", { name: "实施清单状态" })).toHaveDisplayValue("（没有）");
    await user.selectOptions(dialog.getByRole("combobox", { name: "实施清单状态" }), "AB 列 实施情况");
    await user.click(dialog.getByRole("button", { name: "记住并重算" }));
    const columns = {
      监管事项明细: {
        department: { column: 0, header: "部门" },
        mainItem: { column: 1, header: "主项名称" },
        implementationState: { column: 27, header: "实施情况" },
      },
    };
    expect(actions.rememberChoices).toHaveBeenCalledWith({ columns }, expect.anything());
    await waitFor(() => expect(actions.recalculate).toHaveBeenCalledTimes(2));
  });

  test("what a state word means can be said otherwise", async () => {
    const { actions, user, section } = await recalculated();
    await user.click(section.getByRole("button", { name: "监管事项明细的列对应" }));
    const dialog = within(await screen.findByRole("dialog", { name: "列对应：监管事项明细" }));
    expect(dialog.getByRole("combobox", { name: "目录清单状态“已发布”算不算已发布" })).toHaveDisplayValue("算");
    await user.selectOptions(dialog.getByRole("combobox", { name: "目录清单状态“已编辑”算不算已发布" }), "算");
    await user.click(dialog.getByRole("button", { name: "记住并重算" }));
    expect(actions.rememberChoices).toHaveBeenCalledWith(
      expect.objectContaining({ words: [{ field: "directoryState", word: "已编辑", means: "yes" }] }),
      expect.anything(),
    );
  });

  test("the dialog can be called off, and the focus goes back to its button", async () => {
    const { actions, user, section } = await recalculated();
    await user.click(section.getByRole("button", { name: "人员的列对应" }));
    await screen.findByRole("dialog", { name: "列对应：人员" });
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    await waitFor(() => expect(section.getByRole("button", { name: "人员的列对应" })).toHaveFocus());
    expect(actions.rememberChoices).not.toHaveBeenCalled();
  });

  test("an unknown department, in two sheets, is asked about once; the answer is remembered and recalculated with", async () => {
    const { actions, user, section } = await recalculated();
    await user.click(section.getByRole("button", { name: "县运管所（5 行）" }));
    expect(actions.showCell).toHaveBeenLastCalledWith("监管事项明细!A9");
    const [remember] = section.getAllByRole("button", { name: "记住并重算" });
    expect(remember).toHaveAttribute("aria-disabled", "true");
    await user.click(remember!);
    expect(actions.rememberChoices).not.toHaveBeenCalled();
    await user.selectOptions(section.getByRole("combobox", { name: "“县运管所”是哪个部门" }), "威远县交通运输局");
    await user.click(remember!);
    expect(actions.rememberChoices).toHaveBeenCalledWith(
      { aliases: { 县运管所: "威远县交通运输局" } },
      expect.anything(),
    );
    await waitFor(() => expect(actions.recalculate).toHaveBeenCalledTimes(2));
  });

  test("an unknown state word: does it count?", async () => {
    const { actions, user, section } = await recalculated();
    const question = "实施清单状态“基本完备”（4 行）算不算已完备？";
    const group = within(section.getByRole("radiogroup", { name: question }));
    await user.click(group.getByRole("radio", { name: "不算" }));
    await user.click(section.getAllByRole("button", { name: "记住并重算" })[1]!);
    expect(actions.rememberChoices).toHaveBeenCalledWith(
      { words: [{ field: "implementationState", word: "基本完备", means: "no" }] },
      expect.anything(),
    );
  });

  test("what could not be remembered is not recalculated with", async () => {
    const { actions, user, section } = await recalculated();
    actions.rememberChoices.mockResolvedValueOnce({
      done: false,
      problems: [{ code: "SHEET_PROTECTED", severity: "error", address: "附件2", message: "受保护。" }],
    });
    await user.click(section.getByRole("radio", { name: "算" }));
    await user.click(section.getAllByRole("button", { name: "记住并重算" })[1]!);
    expect(screen.getByText("“记住选择”没有完成")).toBeVisible();
    expect(actions.recalculate).toHaveBeenCalledTimes(1);
  });
});
