import { setToday } from "./browser";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Recalculated, Stopped } from "../../src/actions";
import type { RunChanges } from "../../src/core/history/changes";
import { Pane } from "../../src/taskpane/Pane";
import { Session } from "../../src/session/session";
import { mockActions, type MockActions } from "./actions";
import { ALL_MET, RESULT } from "./results";

beforeEach(() => setToday(new Date(2026, 8, 11, 10)));
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

/** The tab 核对 after a recalculation with this result. */
async function check(result: Recalculated, over: Partial<MockActions> = {}) {
  const actions = mockActions({ recalculate: jest.fn().mockResolvedValue(result), ...over });
  const session = new Session(actions, Promise.resolve());
  render(<Pane session={session} inExcel />);
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "一键重算" }));
  await user.click(screen.getByRole("tab", { name: /^核对/ }));
  await screen.findByRole("region", { name: "需要处理的问题" });
  return { actions, session, user };
}

const section = (name: string): HTMLElement => screen.getByRole("region", { name });
const buttons = (within_: HTMLElement): (string | null)[] =>
  within(within_)
    .queryAllByRole("button")
    .map(({ textContent }) => textContent);
const dialog = (): Promise<HTMLElement> => screen.findByRole("dialog", { name: "更正列对应" });
const field = (box: HTMLElement, name: string): HTMLSelectElement => within(box).getByRole("combobox", { name });
const shownUse = (select: HTMLSelectElement): string => select.selectedOptions[0]!.text;

describe("problems", () => {
  test("stand by severity under headings that count them, with code and place; a click selects the cell", async () => {
    const { actions, user } = await check({
      ...RESULT,
      problems: [
        ...RESULT.problems,
        { code: "COUNT_FRACTIONAL", severity: "error", address: "'附件 2'!K7", message: "不是整数。" },
      ],
    });
    const groups = within(section("需要处理的问题")).getAllByRole("group");
    expect(groups.map((group) => within(group).getByRole("heading", { level: 3 }).textContent)).toEqual([
      "错误：改好之前影响计算2",
      "提醒：不影响计算，请看一看1",
    ]);
    expect(buttons(groups[0]!)).toEqual([
      "是负数（-1）。'附件 2'!J7 · COUNT_NEGATIVE",
      "不是整数。'附件 2'!K7 · COUNT_FRACTIONAL",
    ]);
    await user.click(within(groups[1]!).getByRole("button"));
    expect(actions.showCell).toHaveBeenLastCalledWith("'附件 2'!F3");
  });

  test("none: it says so", async () => {
    await check(ALL_MET);
    expect(section("需要处理的问题")).toHaveTextContent("没有问题。");
    expect(screen.queryByRole("group")).not.toBeInTheDocument();
  });
});

describe("the formulas", () => {
  test("agree", async () => {
    await check(RESULT);
    expect(section("公式核对")).toHaveTextContent("核对一致：Excel 公式与测算结果相同");
  });

  test("differ: each cell with both values, and a click selects it", async () => {
    const { actions, user } = await check({
      ...RESULT,
      differences: [{ address: "'附件 2'!P5", excel: "", assessment: "1.6" }],
    });
    expect(section("公式核对")).not.toHaveTextContent("一致");
    const row = within(section("公式核对")).getByRole("button");
    expect(row).toHaveTextContent("Excel 空白，测算 1.6");
    await user.click(row);
    expect(actions.showCell).toHaveBeenLastCalledWith("'附件 2'!P5");
  });

  test("are not there where values are written: nothing is said to agree", async () => {
    const { settings } = RESULT;
    await check({ ...RESULT, settings: { ...settings, options: { ...settings.options, writeAs: "values" } } });
    expect(section("公式核对")).toHaveTextContent("没有公式可核对");
    expect(section("公式核对")).not.toHaveTextContent("一致");
  });
});

describe("what has changed", () => {
  const changes = (more: Partial<RunChanges>): Recalculated => ({
    ...RESULT,
    changes: { since: "2026-09-10T17:05", figures: [], added: [], gone: [], ...more },
  });

  test("at the first run there is nothing to compare with", async () => {
    await check(RESULT);
    expect(section("与上次相比")).toHaveTextContent("还没有上次的数可比");
  });

  test("figures opened in another year are compared with that year's", async () => {
    setToday(new Date(2027, 0, 4));
    await check(changes({}));
    expect(section("与上次相比")).toHaveTextContent("与上次（2026年9月10日 17:05）相比没有变化。");
  });

  test("nothing", async () => {
    await check(changes({}));
    expect(section("与上次相比")).toHaveTextContent("与上次（9月10日 17:05）相比没有变化。");
  });

  test("by department, figure by figure; a click opens the department", async () => {
    const { session, user } = await check(
      changes({
        since: "2025-12-31T09:00",
        figures: [
          { name: "威远县交通运输局", figure: "covered", before: 90, after: 92 },
          { name: "威远县交通运输局", figure: "deduction", before: 180, after: 160 },
          { name: "威远县审计局", figure: "onboarded", before: null, after: 2 },
        ],
        added: ["威远县档案馆"],
        gone: ["威远县撤销局"],
      }),
    );
    const part = section("与上次相比");
    expect(part).toHaveTextContent("上次重算（2025年12月31日 9:00）以来，4 个部门有变化");
    expect(buttons(part)).toEqual([
      "威远县交通运输局产生办件主项数 90 → 92测算扣分 1.8 分 → 1.6 分",
      "威远县审计局已入驻人数 无 → 2",
      "威远县档案馆",
    ]);
    expect(
      within(part)
        .getAllByRole("heading", { level: 3 })
        .map(({ textContent }) => textContent),
    ).toEqual(["新增的部门", "表里不再有的部门"]);
    expect(part).toHaveTextContent("威远县撤销局");
    await user.click(within(part).getByRole("button", { name: /^威远县审计局/ }));
    expect(session.getState().view).toMatchObject({ tab: "departments", department: 33 });
  });
});

describe("what was recognised", () => {
  const ODD: Recalculated = {
    ...RESULT,
    recognised: [
      ...RESULT.recognised,
      { at: 7, header: "办件覆盖主项", column: null, chosen: false },
      { at: 8, header: "主项个数", column: null, chosen: false },
    ],
  };

  test("each column with its header and its use; a click selects the column", async () => {
    const { actions, user } = await check({
      ...ODD,
      recognised: ODD.recognised.map((one) =>
        one.at === 7 ? { ...one, column: "covered" as const, chosen: true } : one,
      ),
    });
    const rows = within(section("列对应"))
      .getAllByRole("row")
      .slice(1)
      .map((row) => [...row.children].map(({ textContent }) => textContent));
    expect(rows).toHaveLength(9);
    expect(rows[3]).toEqual(["D", "事项梳理目标/目录清单完成率", "目录清单完成率（目标）"]);
    expect(rows.slice(7)).toEqual([
      ["H", "办件覆盖主项", "产生办件主项数已指定"],
      ["I", "主项个数", "不使用"],
    ]);
    await user.click(within(section("列对应")).getByRole("button", { name: "办件覆盖主项" }));
    expect(actions.showCell).toHaveBeenLastCalledWith("'附件 2'!H:H");
  });

  test("is put right in a dialog: only what differs is said, and a column that loses its use is named", async () => {
    const { actions, user } = await check(ODD);
    await user.click(screen.getByRole("button", { name: "更正" }));
    const box = await dialog();
    expect(
      within(box)
        .getAllByRole("combobox")
        .map((select) => shownUse(select as HTMLSelectElement))
        .slice(1, 3),
    ).toEqual(["部门名称", "目录清单已认领的主项数"]);
    expect(within(box).queryByRole("button", { name: "恢复自动识别" })).not.toBeInTheDocument();
    await user.selectOptions(field(box, "H 列 办件覆盖主项"), "产生办件主项数");
    await user.selectOptions(field(box, "I 列 主项个数"), "目录清单已认领的主项数");
    expect(shownUse(field(box, "C 列 目录清单已认领的主项数"))).toBe("不使用");
    expect(within(box).getByRole("status")).toHaveTextContent("C 列“目录清单已认领的主项数”已改为不使用。");
    await user.click(within(box).getByRole("button", { name: "保存并重算" }));
    expect(actions.recalculate).toHaveBeenLastCalledWith(
      expect.objectContaining({
        sheet: "{1}",
        columns: [
          { at: 2, header: "目录清单已认领的主项数", column: null },
          { at: 7, header: "办件覆盖主项", column: "covered" },
          { at: 8, header: "主项个数", column: "claimed" },
        ],
      }),
    );
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    await waitFor(() => expect(screen.getByRole("button", { name: "更正" })).toHaveFocus());
  });

  test("a needed column cannot be left without a column", async () => {
    const { actions, user } = await check(ODD);
    await user.click(screen.getByRole("button", { name: "更正" }));
    const box = await dialog();
    await user.selectOptions(field(box, "F 列 数据汇聚目标/监管行为覆盖率"), "不使用");
    expect(within(box).getByRole("status")).toHaveTextContent("还没有指定：监管行为覆盖率（目标）。");
    const save = within(box).getByRole("button", { name: "保存并重算" });
    expect(save).toHaveAttribute("aria-disabled", "true");
    await user.click(save);
    expect(actions.recalculate).toHaveBeenCalledTimes(1);
    expect(box).toBeVisible();
  });

  test("with the keyboard alone; nothing changed, nothing runs; opened again it begins anew", async () => {
    const { actions, user } = await check(ODD);
    screen.getByRole("button", { name: "更正" }).focus();
    await user.keyboard("{Enter}");
    const box = await dialog();
    await user.selectOptions(field(box, "H 列 办件覆盖主项"), "产生办件主项数");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(screen.getByRole("button", { name: "更正" })).toHaveFocus();
    await user.keyboard("{Enter}");
    const again = await dialog();
    expect(shownUse(field(again, "H 列 办件覆盖主项"))).toBe("不使用");
    within(again).getByRole("button", { name: "保存并重算" }).focus();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(actions.recalculate).toHaveBeenCalledTimes(1);
  });

  test("what was said can be forgotten", async () => {
    const { actions, user } = await check({
      ...ODD,
      recognised: ODD.recognised.map((one) =>
        one.at === 7 ? { ...one, column: "covered" as const, chosen: true } : one,
      ),
    });
    await user.click(screen.getByRole("button", { name: "更正" }));
    await user.click(within(await dialog()).getByRole("button", { name: "恢复自动识别" }));
    expect(actions.recalculate).toHaveBeenLastCalledWith(expect.objectContaining({ columns: "byWords" }));
  });
});

describe("a run that has stopped for its columns", () => {
  const MISSING: Stopped = {
    done: false,
    problems: [{ code: "COLUMN_MISSING", severity: "error", address: "'附件 2'!A3", message: "任务表缺少一列。" }],
    recognised: RESULT.recognised.map((one) => (one.at === 2 ? { ...one, header: "主体数", column: null } : one)),
  };

  async function stopped(stop: Stopped, ...then: (Recalculated | Stopped)[]) {
    const recalculate = jest.fn().mockResolvedValueOnce(stop);
    for (const outcome of then) recalculate.mockResolvedValueOnce(outcome);
    const actions = mockActions({ recalculate });
    render(<Pane session={new Session(actions, Promise.resolve())} inExcel />);
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: "一键重算" }));
    return { actions, user };
  }

  test("leads to the same question, and goes on with the answer", async () => {
    const { actions, user } = await stopped(MISSING, RESULT);
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "指定列" }));
    const box = await dialog();
    expect(within(box).getByRole("status")).toHaveTextContent("还没有指定：目录清单已认领的主项数。");
    await user.selectOptions(field(box, "C 列 主体数"), "目录清单已认领的主项数");
    expect(within(box).getByRole("status")).toBeEmptyDOMElement();
    await user.click(within(box).getByRole("button", { name: "保存并重算" }));
    expect(actions.recalculate).toHaveBeenLastCalledWith(
      expect.objectContaining({ columns: [{ at: 2, header: "主体数", column: "claimed" }] }),
    );
    expect(actions.recalculate.mock.lastCall![0]).not.toHaveProperty("sheet");
    expect(await screen.findByRole("region", { name: "总览" })).toBeVisible();
    await waitFor(() => expect(screen.getByRole("button", { name: "一键重算" })).toHaveFocus());
  });

  test("called off, it can be asked for again", async () => {
    const { actions, user } = await stopped(MISSING);
    for (let times = 0; times < 2; times++) {
      await user.click(screen.getByRole("button", { name: "指定列" }));
      await dialog();
      await user.keyboard("{Escape}");
      await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    }
    expect(screen.getByRole("button", { name: "一键重算" })).toHaveFocus();
    expect(actions.recalculate).toHaveBeenCalledTimes(1);
  });

  test("of two targets of one name the person has to say which", async () => {
    const twin = { at: 7, header: "监管行为覆盖率", column: null, chosen: false, double: "coverageTarget" as const };
    const { actions, user } = await stopped({ ...MISSING, recognised: [...RESULT.recognised, twin] }, RESULT);
    await user.click(screen.getByRole("button", { name: "指定列" }));
    const box = await dialog();
    const [first, second] = [field(box, "F 列 数据汇聚目标/监管行为覆盖率"), field(box, "H 列 监管行为覆盖率")];
    expect([first, second].map(shownUse)).toEqual(["请选择", "请选择"]);
    expect(within(box).getByRole("status")).toHaveTextContent("有两列同名");
    await user.selectOptions(second, "监管行为覆盖率（目标）");
    expect(within(box).getByRole("button", { name: "保存并重算" })).toHaveAttribute("aria-disabled", "true");
    await user.selectOptions(first, "不使用");
    await user.click(within(box).getByRole("button", { name: "保存并重算" }));
    expect(actions.recalculate).toHaveBeenLastCalledWith(
      expect.objectContaining({
        columns: [
          { at: 5, header: "数据汇聚目标/监管行为覆盖率", column: null },
          { at: 7, header: "监管行为覆盖率", column: "coverageTarget" },
        ],
      }),
    );
  });

  test("stopped again at contradicted numbers, it goes on with both answers", async () => {
    const conflicts: Stopped = {
      done: false,
      problems: [{ code: "ACTUALS_DIFFER", severity: "error", address: "附件2", message: "有 1 处不同。" }],
      conflicts: [{ row: 4, department: "威远县交通运输局", column: "covered", typed: "90", detail: 92 }],
    };
    const { actions, user } = await stopped(MISSING, conflicts, RESULT);
    await user.click(screen.getByRole("button", { name: "指定列" }));
    const box = await dialog();
    await user.selectOptions(field(box, "C 列 主体数"), "目录清单已认领的主项数");
    await user.click(within(box).getByRole("button", { name: "保存并重算" }));
    const question = await screen.findByRole("alertdialog", { name: "已填的数与明细不同" });
    await user.click(within(question).getByRole("button", { name: "全选" }));
    await user.click(within(question).getByRole("button", { name: "按选择重算" }));
    expect(actions.recalculate).toHaveBeenLastCalledWith(
      expect.objectContaining({
        columns: [{ at: 2, header: "主体数", column: "claimed" }],
        typedActuals: [{ row: 4, column: "covered" }],
      }),
    );
    expect(await screen.findByRole("region", { name: "总览" })).toBeVisible();
  });
});
