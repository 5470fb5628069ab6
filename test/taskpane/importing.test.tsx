import "./browser";
import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ActionOptions, Stopped } from "../../src/actions";
import type { ImportPreview } from "../../src/session/actions";
import { Pane } from "../../src/taskpane/Pane";
import { Session } from "../../src/session/session";
import { mockActions, type MockActions } from "./actions";
import { PREVIEW } from "./details";

afterEach(cleanup);

const FILE = new File([new Uint8Array([80, 75, 3, 4])], "名册.XLSX");

async function opened(over: Partial<MockActions> = {}) {
  const actions = mockActions(over);
  render(<Pane session={new Session(actions, Promise.resolve())} inExcel />);
  const user = userEvent.setup({ applyAccept: false });
  await user.click(screen.getByRole("button", { name: "一键重算" }));
  await user.click(await screen.findByRole("button", { name: "导入平台文件" }));
  const dialog = within(await screen.findByRole("alertdialog", { name: "导入平台文件" }));
  return { actions, user, dialog, input: dialog.getByLabelText("选择文件", { selector: "input" }) };
}

describe("importing files", () => {
  test("shows what the files would bring; warnings lead nowhere, for their places are in a file", async () => {
    const { actions, user, dialog, input } = await opened();
    expect(input).toHaveAttribute("multiple");
    expect(input).toHaveAttribute("accept", ".xlsx,.xlsm,.csv");
    await user.upload(input, FILE);
    const list = await dialog.findByRole("list", { name: "将要导入" });
    expect(actions.readImport).toHaveBeenCalledWith(
      [{ name: "名册.XLSX", bytes: new Uint8Array([80, 75, 3, 4]) }],
      expect.anything(),
    );
    expect(list).toHaveTextContent("执法人员名册12 行：新增 5，更新 3，相同 4名册.xlsx");
    expect(dialog.getByText(/任务表里没有这些部门：县运管所/)).toBeVisible();
    expect(dialog.getByText("有一行重复。")).toBeVisible();
    expect(dialog.queryByRole("button", { name: /有一行重复/ })).not.toBeInTheDocument();
  });

  test.each([
    [null, "merge"],
    [/替换/, "replace"],
  ] as const)("choosing %s, confirming imports: %s", async (choice, mode) => {
    const { actions, user, dialog, input } = await opened();
    await user.upload(input, FILE);
    expect(await dialog.findByRole("radio", { name: /合并/ })).toBeChecked();
    if (choice) await user.click(dialog.getByRole("radio", { name: choice }));
    await user.click(dialog.getByRole("button", { name: "导入" }));
    expect(actions.importFiles).toHaveBeenCalledWith(PREVIEW, expect.objectContaining({ mode }));
    await waitFor(() => expect(screen.queryByRole("alertdialog")).not.toBeInTheDocument());
    expect(screen.getByText("已导入。", { selector: "p" })).toBeVisible();
    expect(await screen.findByRole("region", { name: "总览" })).toBeVisible();
  });

  test("files can be dropped; those of another kind are named and not read", async () => {
    const { actions, dialog } = await opened();
    const zone = dialog.getByText("把文件拖到这里，或者").parentElement!;
    fireEvent.dragOver(zone);
    fireEvent.drop(zone, { dataTransfer: { files: [FILE, new File(["x"], "说明.docx")] } });
    await dialog.findByRole("list", { name: "将要导入" });
    expect(dialog.getByRole("alert")).toHaveTextContent("没有读取：说明.docx");
    expect(actions.readImport.mock.calls[0]![0].map(({ name }) => name)).toEqual(["名册.XLSX"]);
  });

  test("problems of the files stand in the dialog, and other files can be picked", async () => {
    const stopped: Stopped = {
      done: false,
      problems: [{ code: "COLUMN_MISSING", severity: "error", address: "名册!A1", message: "缺少一列。" }],
    };
    const { user, dialog, input } = await opened({
      readImport: jest.fn().mockResolvedValueOnce(stopped).mockResolvedValue(PREVIEW),
    });
    await user.upload(input, FILE);
    expect(await dialog.findByText("缺少一列。")).toBeVisible();
    expect(dialog.queryByRole("button", { name: /缺少一列/ })).not.toBeInTheDocument();
    await user.upload(dialog.getByLabelText("选择文件", { selector: "input" }), FILE);
    expect(await dialog.findByRole("list", { name: "将要导入" })).toBeVisible();
    expect(dialog.queryByText("缺少一列。")).not.toBeInTheDocument();
    await user.click(dialog.getByRole("button", { name: "重新选择" }));
    expect(dialog.getByRole("button", { name: "选择文件" })).toBeVisible();
  });

  test("reading shows true progress and can be stopped", async () => {
    let told: ActionOptions = {};
    let finish: (outcome: ImportPreview | Stopped) => void = () => {};
    const readImport = jest.fn((_files: readonly { name: string; bytes: Uint8Array }[], options?: ActionOptions) => {
      told = options ?? {};
      return new Promise<ImportPreview | Stopped>((resolve) => {
        finish = resolve;
      });
    });
    const { user, dialog, input } = await opened({ readImport });
    await user.upload(input, FILE);
    await waitFor(() => expect(readImport).toHaveBeenCalled());
    act(() => told.onProgress?.("reading", 0.45));
    expect(dialog.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "0.45");
    expect(dialog.getByText("正在读取表格… 45%")).toBeVisible();
    expect(told.cancelled?.()).toBe(false);
    await user.click(dialog.getAllByRole("button", { name: "取消" })[0]!);
    expect(told.cancelled?.()).toBe(true);
    await act(async () =>
      finish({
        done: false,
        problems: [{ code: "CANCELLED", severity: "warning", address: "", message: "已按要求停止。" }],
      }),
    );
    expect(await dialog.findByText("已按要求停止。")).toBeVisible();
  });

  test("called off with the Escape key, nothing is imported and the focus goes back", async () => {
    const { actions, user } = await opened();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("alertdialog")).not.toBeInTheDocument());
    await waitFor(() => expect(screen.getByRole("button", { name: "导入平台文件" })).toHaveFocus());
    expect(actions.readImport).not.toHaveBeenCalled();
    await user.click(screen.getByRole("button", { name: "导入平台文件" }));
    expect(await screen.findByRole("alertdialog", { name: "导入平台文件" })).toBeVisible();
  });
});
