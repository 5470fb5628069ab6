import "./browser";
import { act, cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ActionOptions, Recalculated, Stage, Stopped } from "../../src/actions";
import { Pane } from "../../src/taskpane/Pane";
import { Session } from "../../src/session/session";
import { mockActions } from "./actions";
import { RESULT } from "./results";

afterEach(cleanup);

const button = (name: string): HTMLElement => screen.getByRole("button", { name });
const status = (): string => screen.getByRole("status").textContent ?? "";

describe("while it works", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function working() {
    let tell: (stage: Stage, share?: number) => void = () => {};
    let cancelled: () => boolean = () => false;
    let finish: (result: Recalculated | Stopped) => void = () => {};
    const recalculate = jest.fn((options?: ActionOptions) => {
      tell = (stage, share) => act(() => options?.onProgress?.(stage, share));
      cancelled = () => options?.cancelled?.() === true;
      return new Promise<Recalculated | Stopped>((resolve) => {
        finish = resolve;
      });
    });
    const actions = mockActions({ recalculate });
    render(<Pane session={new Session(actions, Promise.resolve())} inExcel />);
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    const wait = (milliseconds: number): Promise<void> => act(() => jest.advanceTimersByTimeAsync(milliseconds));
    return {
      actions,
      user,
      wait,
      tell: (stage: Stage, share?: number) => tell(stage, share),
      cancelled: () => cancelled(),
      finish: (outcome: Recalculated | Stopped = RESULT) => act(async () => finish(outcome)),
    };
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

  test("a share that the action tells is shown as it is; afterwards nothing is made up", async () => {
    const { user, tell, finish, wait } = working();
    await user.click(button("一键重算"));
    tell("reading", 0.456);
    await wait(200);
    expect(screen.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "0.456");
    expect(screen.getByText("正在读取表格… 45%")).toBeVisible();
    await wait(3100);
    expect(screen.queryByText(/请先按回车键结束编辑/)).not.toBeInTheDocument();
    tell("writing");
    expect(screen.getByRole("progressbar")).not.toHaveAttribute("aria-valuenow");
    await finish();
  });

  test("reading can be stopped, writing cannot; what was stopped ends with its sentence", async () => {
    const { user, tell, finish, wait, cancelled } = working();
    await user.click(button("一键重算"));
    tell("writing");
    await wait(200);
    expect(screen.queryByRole("button", { name: "取消" })).not.toBeInTheDocument();
    tell("reading", 0.1);
    expect(cancelled()).toBe(false);
    await user.click(button("取消"));
    expect(cancelled()).toBe(true);
    expect(status()).toBe("正在停止…");
    expect(button("取消")).toHaveAttribute("aria-disabled", "true");
    await finish({
      done: false,
      problems: [{ code: "CANCELLED", severity: "warning", address: "", message: "已按要求停止，没有改动任何内容。" }],
    });
    expect(status()).toBe("“一键重算”没有完成 已按要求停止，没有改动任何内容。");
    expect(button("一键重算")).toHaveFocus();
  });
});
