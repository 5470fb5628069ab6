import "./browser";
import { act, cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Recalculated, Stopped } from "../../src/actions";
import { Fault } from "../../src/taskpane/shell/Fault";
import { Pane } from "../../src/taskpane/Pane";
import { Session } from "../../src/session/session";
import { mockActions, type MockActions } from "./actions";
import { setColourScheme, setToday } from "./browser";
import { ALL_MET, RESULT } from "./results";

beforeEach(() => {
  localStorage.setItem("jgzb.welcomed", "1");
  setToday(new Date(2026, 8, 11, 10));
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

function open(over: Partial<MockActions> = {}, inExcel = true) {
  const actions = mockActions(over);
  const session = new Session(actions, Promise.resolve());
  render(<Pane session={session} inExcel={inExcel} />);
  return { actions, session, user: userEvent.setup() };
}

const button = (name: string | RegExp): HTMLElement => screen.getByRole("button", { name });
const section = (name: string): HTMLElement => screen.getByRole("region", { name });
const status = (): string => screen.getByRole("status").textContent ?? "";

async function recalculated(over: Partial<MockActions> = {}) {
  const opened = open(over);
  await opened.user.click(button("一键重算"));
  return opened;
}

describe("before anything was computed", () => {
  test("says what the button will do and that nothing else is touched", () => {
    open();
    expect(screen.getByText(/自动找到附件2任务表/)).toBeVisible();
    expect(screen.getByText(/原有内容一概不改/)).toBeVisible();
    expect(screen.queryByRole("region")).not.toBeInTheDocument();
  });

  test("at the very first three cards say what it reads, adds and leaves alone; put away, they stay away", async () => {
    localStorage.clear();
    const { actions, user } = open();
    const cards = within(section("三句话说明")).getAllByRole("listitem");
    expect(cards.map((card) => within(card).getByRole("heading").textContent)).toEqual([
      "读什么",
      "加什么",
      "不动什么",
    ]);
    await user.click(button("打开示例"));
    expect(actions.openSample).toHaveBeenCalledTimes(1);
    await user.click(button("知道了"));
    expect(screen.queryByRole("region", { name: "三句话说明" })).not.toBeInTheDocument();
    cleanup();
    open();
    expect(screen.queryByRole("region", { name: "三句话说明" })).not.toBeInTheDocument();
  });

  test("the other views say what they wait for; 设置 works all the same", async () => {
    const { user } = open();
    for (const name of ["部门", "核对"]) {
      await user.click(screen.getByRole("tab", { name }));
      expect(screen.getByRole("tabpanel", { name })).toHaveTextContent("点“一键重算”后");
    }
    await user.click(screen.getByRole("tab", { name: "设置" }));
    expect(await within(screen.getByRole("tabpanel", { name: "设置" })).findAllByRole("textbox")).not.toHaveLength(0);
  });

  test("there is nothing to undo", async () => {
    const { actions, user } = open();
    expect(button("撤销本次")).toHaveAttribute("aria-disabled", "true");
    await user.click(button("撤销本次"));
    expect(actions.undoLast).not.toHaveBeenCalled();
  });

  test("without Excel around it, it says where to open it and offers nothing", async () => {
    const { actions, user } = open({}, false);
    expect(screen.getByRole("alert")).toHaveTextContent("请在 Excel 中打开");
    await user.click(button("一键重算"));
    expect(actions.recalculate).not.toHaveBeenCalled();
  });
});

describe("after a recalculation", () => {
  test("the summary gives the county's figures", async () => {
    await recalculated();
    const figures = Object.fromEntries(
      within(section("总览"))
        .getAllByRole("term")
        .map((term) => [term.textContent, term.nextElementSibling?.textContent]),
    );
    expect(figures).toEqual({
      测算扣分合计: "5分",
      监管行为覆盖率: "46.63%",
    });
    const tiles = within(within(section("总览")).getByRole("group"))
      .getAllByRole("button")
      .map((tile) => tile.textContent);
    expect(tiles).toEqual(["2个覆盖率未达标", "2个有人员未入驻", "2个清单未完成", "1个待填报", "2个数据有误"]);
    expect(section("总览")).toHaveTextContent("已填 4/7");
    const shares = within(within(section("总览")).getByRole("list", { name: "扣分构成" }))
      .getAllByRole("listitem")
      .map((line) => line.textContent);
    expect(shares).toEqual(["目录清单0.5", "实施清单0.2", "监管行为覆盖0.3", "执法人员入驻4"]);
    expect(section("总览")).toHaveTextContent("已产生办件 104/223 项");
    expect(section("总览")).toHaveTextContent("还差 3 项");
    expect(section("总览")).toHaveTextContent("剩余工作日 2 天，平均每日需 2 项");
    expect(screen.getByRole("img", { name: "已产生办件 104 项，各部门目标合计 107 项，主项共 223 项" })).toBeVisible();
  });

  test("the title of the table stands above", async () => {
    await recalculated();
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(RESULT.title);
  });

  test("who falls behind: the largest deduction first, ties in the sheet's order, bad rows not among them", async () => {
    await recalculated();
    const rows = within(section("落后部门")).getAllByRole("button");
    expect(rows.map((row) => row.textContent)).toEqual([
      "威远县审计局扣 3 分6 人未入驻（2/8）3",
      "威远县交通运输局扣 1.6 分目录清单差 5 项（180/185）0.5覆盖率 49.72%，差 1 项达 50%0.12 人未入驻（38/40）1",
      "威远县人力资源和社会保障局扣 0.2 分实施清单差 2 项（11/13）0.2其余待填报",
      "威远县档案馆扣 0.2 分覆盖率 25.00%，差 2 项达 35%0.2新下发事项，按最低覆盖率测算",
    ]);
  });

  test("a click on a department opens its page", async () => {
    const { user } = await recalculated();
    await user.click(button(/^威远县审计局\s*扣/));
    expect(screen.getByRole("tab", { name: "部门" })).toHaveAttribute("aria-selected", "true");
    expect(await screen.findByRole("heading", { level: 2, name: "威远县审计局" })).toBeVisible();
  });

  test("a tile leads to the departments that it counts", async () => {
    const { user } = await recalculated();
    await user.click(button(/^2\s*个\s*数据有误$/));
    const list = await screen.findByRole("list", { name: "部门" });
    expect(
      within(list)
        .getAllByRole("button")
        .map((row) => row.textContent),
    ).toEqual(["威远县公安局数据有误目标 100%", "第 8 行（无名称）数据有误目标 100%"]);
  });

  test("it says when the figures were computed, and when the sheet has changed since", async () => {
    const { actions, session } = await recalculated();
    expect(screen.getByText(/9月11日 9:05 测算/)).toHaveTextContent("表格此后没有改动");
    await session.begin();
    const events = actions.watch.mock.calls[0]![0];
    act(() => events.changed("{another sheet}"));
    expect(screen.getByText(/9月11日 9:05 测算/)).toHaveTextContent("表格此后没有改动");
    act(() => events.changed(RESULT.sheetId));
    expect(screen.getByText(/9月11日 9:05 测算/)).toHaveTextContent("起表格有改动，请重算");
  });

  test("it says where the detail sheets give other numbers than the table", async () => {
    await recalculated({
      recalculate: jest.fn(async (): Promise<Recalculated> => ({ ...RESULT, detailDiffers: true })),
    });
    expect(screen.getByText("9月11日 9:05 测算；明细表的数与任务表不一致，请重算")).toBeVisible();
  });

  test("figures of last year say so", async () => {
    setToday(new Date(2027, 0, 4));
    await recalculated();
    expect(screen.getByText("2026年9月11日 9:05 测算；表格此后没有改动")).toBeVisible();
    expect(screen.getByText(/至2026年9月15日剩余工作日/)).toBeVisible();
  });

  test("when all targets are met it says so, and shows no empty lists", async () => {
    await recalculated({ recalculate: jest.fn().mockResolvedValue(ALL_MET) });
    expect(section("落后部门")).toHaveTextContent("全部达标");
    expect(section("总览")).toHaveTextContent("已全部达标");
    expect(section("总览")).not.toHaveTextContent("数据有误");
  });

  test("when nothing is filled in it says what to do", async () => {
    const { assessment } = ALL_MET;
    const coverage = { due: 0, required: 0, done: 0, gap: 0, rateBp: null };
    const empty: Recalculated = {
      ...ALL_MET,
      assessment: { ...assessment, departments: [], totals: { ...assessment.totals, complete: 0, coverage } },
    };
    await recalculated({ recalculate: jest.fn().mockResolvedValue(empty) });
    expect(section("落后部门")).toHaveTextContent("还没有部门填报完成情况");
    expect(section("总览")).toHaveTextContent("监管行为覆盖率—");
    expect(screen.queryByRole("img", { name: /已产生办件/ })).not.toBeInTheDocument();
  });

  test("the sentence is spoken, and the way back stands beside it", async () => {
    const { actions, user } = await recalculated();
    expect(status()).toBe("已重算 7 个部门。2 个覆盖率未达标，2 个有人员未入驻。");
    await user.click(button("撤销"));
    expect(actions.undoLast).toHaveBeenCalledTimes(1);
    expect(status()).toBe("已撤销。");
    expect(screen.queryByRole("region", { name: "总览" })).not.toBeInTheDocument();
    expect(button("撤销本次")).toHaveAttribute("aria-disabled", "true");
    expect(screen.queryByRole("button", { name: "撤销" })).not.toBeInTheDocument();
    expect(button("一键重算")).toHaveFocus();
  });

  test("the notice can be closed, and the focus is not lost", async () => {
    const { user } = await recalculated();
    await user.click(button("关闭提示"));
    expect(screen.queryByText(/^已重算/)).not.toBeInTheDocument();
    expect(button("一键重算")).toHaveFocus();
    expect(section("总览")).toBeVisible();
  });
});

describe("when it does not work", () => {
  const stop: Stopped = {
    done: false,
    problems: [
      { code: "SHEET_PROTECTED", severity: "error", address: "附件2", message: "这张工作表受保护。" },
      { code: "COLUMN_MISSING", severity: "error", address: "附件2!C3", message: "缺少一列。" },
    ],
  };

  test("stopped: what was asked for, each problem with its code, and the cells to go to", async () => {
    const { actions, user } = await recalculated({ recalculate: jest.fn().mockResolvedValue(stop) });
    expect(screen.getByText("“一键重算”没有完成")).toBeVisible();
    expect(screen.getByText("附件2 · SHEET_PROTECTED")).toBeVisible();
    expect(status()).toBe("“一键重算”没有完成 这张工作表受保护。 缺少一列。");
    expect(screen.queryByRole("button", { name: /受保护/ })).not.toBeInTheDocument();
    await user.click(button(/缺少一列/));
    expect(actions.showCell).toHaveBeenCalledWith("附件2!C3");
    expect(screen.queryByRole("button", { name: "撤销" })).not.toBeInTheDocument();
  });

  test("a defect is a sentence with a code, not silence", async () => {
    const log = jest.spyOn(console, "error").mockImplementation(() => {});
    await recalculated({
      recalculate: jest.fn().mockRejectedValue(Object.assign(new Error("no answer"), { code: "GeneralException" })),
    });
    expect(screen.getByText(/程序出错/, { selector: "p" })).toBeVisible();
    expect(screen.getByText(/UNEXPECTED · GeneralException/, { selector: "p" })).toHaveTextContent("no answer");
    expect(status()).toContain("UNEXPECTED · GeneralException");
    log.mockRestore();
  });
});

test("what cannot be drawn leaves a sentence, not an empty pane", () => {
  const log = jest.spyOn(console, "error").mockImplementation(() => {});
  const Broken = (): never => {
    throw new Error("no such row");
  };
  render(
    <Fault>
      <Broken />
    </Fault>,
  );
  expect(screen.getByRole("alert")).toHaveTextContent("程序出错");
  expect(screen.getByRole("alert")).toHaveTextContent("UNEXPECTED no such row");
  log.mockRestore();
});

describe("printing and clearing", () => {
  test("printing asks for form and place, says what was done, and begins with the last choice", async () => {
    const { actions, user } = open();
    await user.click(button("打印设置"));
    const dialog = await screen.findByRole("dialog", { name: "打印设置" });
    expect(within(dialog).getByRole("radio", { name: /A4 横向简表/ })).toBeChecked();
    expect(within(dialog).getByRole("radio", { name: /^任务表/ })).toBeChecked();
    await user.click(within(dialog).getByRole("radio", { name: "A3 横向全表" }));
    await user.click(within(dialog).getByRole("checkbox", { name: /数据条/ }));
    await user.type(within(dialog).getByRole("textbox", { name: /制表单位/ }), "某某局 ");
    await user.click(within(dialog).getByRole("button", { name: "设置页面" }));
    expect(actions.setUpPrinting).toHaveBeenCalledWith(
      expect.objectContaining({ form: "full", paper: "A3", copy: false, bars: true, office: "某某局" }),
    );
    await waitFor(() => expect(status()).toBe("页面已设好。"));
    expect(button("撤销")).toBeVisible();
  });

  test("a copy is asked for by its own name, and the dialog begins with what the workbook remembers", async () => {
    const { actions, session, user } = open();
    await user.click(button("一键重算"));
    await user.click(button("打印设置"));
    const copy = () => screen.findByRole("radio", { name: /另建“打印版”/ });
    await user.click(await copy());
    await user.click(screen.getByRole("button", { name: "生成打印版" }));
    expect(actions.setUpPrinting).toHaveBeenCalledWith(
      expect.objectContaining({ form: "short", paper: "A4", copy: true, bars: false, office: "" }),
    );
    await waitFor(() => expect(status()).toBe("页面已设好。"));
    await waitFor(() => expect(session.getState().working).toBeNull());
    await user.click(button("打印设置"));
    expect(await copy()).toBeChecked();
  });

  test.each([
    [false, "清除"],
    [true, "清除并删除数据"],
  ])("clearing discards what people typed: %s", async (discardTyped, confirm) => {
    const { actions, user } = open();
    await user.click(button("清除标记"));
    const dialog = await screen.findByRole("alertdialog", { name: "清除标记" });
    const box = within(dialog).getByRole("checkbox", { name: /同时删除/ });
    expect(box).not.toBeChecked();
    if (discardTyped) await user.click(box);
    await user.click(within(dialog).getByRole("button", { name: confirm }));
    expect(actions.clearMarks).toHaveBeenCalledWith(expect.objectContaining({ discardTyped }));
  });

  test.each(["打印设置", "清除标记"])("%s can be called off with the Escape key", async (name) => {
    const { actions, user } = open();
    await user.click(button(name));
    await screen.findByRole("button", { name: "取消" });
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("button", { name: "取消" })).not.toBeInTheDocument());
    await waitFor(() => expect(button(name)).toHaveFocus());
    expect(actions.setUpPrinting).not.toHaveBeenCalled();
    expect(actions.clearMarks).not.toHaveBeenCalled();
  });
});

test("the keyboard alone goes from the button to a department's row", async () => {
  const { actions, user } = open();
  await user.tab();
  expect(button("一键重算")).toHaveFocus();
  await user.keyboard("{Enter}");
  await screen.findByRole("region", { name: "落后部门" });
  const first = within(section("落后部门")).getAllByRole("button")[0]!;
  for (let presses = 0; presses < 20 && document.activeElement !== first; presses += 1) await user.tab();
  expect(first).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(await screen.findByRole("heading", { level: 2, name: "威远县审计局" })).toHaveFocus();
  const row = button("定位到表中这一行");
  for (let presses = 0; presses < 20 && document.activeElement !== row; presses += 1) await user.tab();
  await user.keyboard("{Enter}");
  expect(actions.showCell).toHaveBeenCalledWith("'附件 2'!34:34");
});

test.each([
  ["light", "#ffffff"],
  ["dark", "#292929"],
] as const)("a %s system gives a %s pane", (scheme, background) => {
  setColourScheme(scheme);
  open();
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
  expect(rules.some((rule) => rule.includes(`--colorNeutralBackground1: ${background}`))).toBe(true);
  setColourScheme("light");
});
