import "./browser";
import { act, cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Recalculated, Stage } from "../../src/actions";
import { Pane } from "../../src/taskpane/Pane";
import { Session } from "../../src/taskpane/session";
import { mockActions } from "./actions";
import { RESULT } from "./results";

afterEach(cleanup);

const button = (name: string): HTMLElement => screen.getByRole("button", { name });
const status = (): string => screen.getByRole("status").textContent ?? "";

describe("while it works", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function working() {
    let tell: (stage: Stage) => void = () => {};
    let finish: (result: Recalculated) => void = () => {};
    const recalculate = jest.fn((options?: { onProgress?: (stage: Stage) => void }) => {
      tell = (stage) => act(() => options?.onProgress?.(stage));
      return new Promise<Recalculated>((resolve) => {
        finish = resolve;
      });
    });
    const actions = mockActions({ recalculate });
    render(<Pane session={new Session(actions, Promise.resolve())} inExcel />);
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    const wait = (milliseconds: number): Promise<void> => act(() => jest.advanceTimersByTimeAsync(milliseconds));
    return { actions, user, wait, tell: (stage: Stage) => tell(stage), finish: () => act(async () => finish(RESULT)) };
  }

  test("what ends at once shows no progress", async () => {
    const { user, finish, wait } = working();
    await user.click(button("一键重算"));
    await wait(100);
    await finish();
    expect(screen.queryByRole("progressbar")).not.toBeInTheDocument();
    await wait(1000);
    expect(screen.queryByRole("progressbar")).not.toBeInTheDocument();
    expect(screen.getByRole("region", { name: "总览" })).toBeVisible();
  });

  test("what lasts shows how far it is, and speaks it", async () => {
    const { user, tell, finish, wait } = working();
    await user.click(button("一键重算"));
    tell("reading");
    await wait(200);
    expect(screen.getByRole("progressbar", { name: "正在读取表格…" })).toBeVisible();
    const early = Number(screen.getByRole("progressbar").getAttribute("aria-valuenow"));
    tell("writing");
    expect(status()).toBe("正在写入结果…");
    expect(Number(screen.getByRole("progressbar").getAttribute("aria-valuenow"))).toBeGreaterThan(early);
    await finish();
    expect(screen.queryByRole("progressbar")).not.toBeInTheDocument();
  });

  test("nothing else can be started, and a second click is let go", async () => {
    const { user, actions, wait } = working();
    await user.click(button("一键重算"));
    await user.click(button("一键重算"));
    await wait(200);
    await user.click(button("清除标记"));
    expect(button("清除标记")).toHaveAttribute("aria-disabled", "true");
    await wait(200);
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    expect(screen.queryByRole("alertdialog")).not.toBeInTheDocument();
    expect(actions.recalculate).toHaveBeenCalledTimes(1);
  });

  test("when Excel stays silent it says that a cell may be in editing", async () => {
    const { user, tell, wait } = working();
    await user.click(button("一键重算"));
    tell("reading");
    await wait(200);
    await wait(3100);
    expect(screen.getByText(/请先按回车键结束编辑/)).toBeVisible();
  });
});
