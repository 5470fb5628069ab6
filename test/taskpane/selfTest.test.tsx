import "./browser";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import type { SelfTestReport } from "../../src/actions";
import { problem } from "../../src/core/problems/catalogue";
import { Pane } from "../../src/taskpane/Pane";
import { Session } from "../../src/session/session";
import { mockActions, type MockActions } from "./actions";

/** 自检 in 设置. */

beforeEach(() => localStorage.setItem("jgzb.welcomed", "1"));
afterEach(cleanup);

const none = { findings: [], more: 0, error: null, milliseconds: 100, requests: 2 } as const;
const REPORT: SelfTestReport = {
  done: true,
  report: "jgzb-self-test",
  version: 1,
  at: "2026-09-11T01:00:00.000Z",
  environment: {
    addIn: { version: "3.2.1", officeJs: "china" },
    excel: "16.0.15407.10000",
    platform: "PC",
    language: "zh-CN",
    excelApi: "1.15",
    sets: {},
    browser: "",
  },
  checks: [
    { check: "values", outcome: "passed", ...none },
    { check: "events", outcome: "passed", ...none },
  ],
  cases: [
    { case: "shortByOne", passed: true },
    { case: "noItems", passed: true },
  ],
  passed: true,
  left: null,
  milliseconds: 3210,
  requests: 68,
};

async function open(over: Partial<MockActions> = {}) {
  const actions = mockActions(over);
  const session = new Session(actions, Promise.resolve());
  render(<Pane session={session} inExcel />);
  const user = userEvent.setup();
  await user.click(screen.getByRole("tab", { name: "设置" }));
  await screen.findByRole("heading", { name: "自检" });
  return { actions, session, user };
}
const button = (name: string): HTMLElement => screen.getByRole("button", { name });
const returning = (report: SelfTestReport): Partial<MockActions> => ({ selfTest: jest.fn(async () => report) });

test("says before what it does and what the report holds, and afterwards how it ended", async () => {
  const { user, session, actions } = await open(returning(REPORT));
  expect(screen.getByText(/不改动其他工作表，您上一次的操作仍可撤销/)).toBeVisible();
  expect(screen.getByText(/没有本工作簿的文件名、工作表名和任何数据/)).toBeVisible();
  await user.click(button("开始自检"));
  expect(await screen.findByText("自检通过：2 项检查都没有问题。")).toBeVisible();
  expect(actions.selfTest).toHaveBeenCalledTimes(1);
  await user.click(button("检查结果"));
  expect(screen.getByText("公式的结果与手算一致")).toBeVisible();
  expect(screen.getAllByText("通过 · 0.1 秒 · 请求 2 次")).toHaveLength(2);
  expect(screen.getByText("2 个例子，2 个一致")).toBeVisible();
  await user.click(button("环境和用时"));
  expect(screen.getByText("16.0.15407.10000")).toBeVisible();
  expect(screen.getByText("加载项版本").nextSibling).toHaveTextContent("3.2.1");
  expect(screen.getByText("office.js 来自").nextSibling).toHaveTextContent("世纪互联");
  expect(screen.getByText("68 次")).toBeVisible();
  expect(button("再做一次")).toBeEnabled();
  expect(session.getState().notice).toBeNull();
  const { violations } = await axe.run(document.body, {
    rules: { region: { enabled: false }, "color-contrast": { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
}, 30_000);

test("what failed and what differs stands open, in words; a sheet that was left is named", async () => {
  const odd: SelfTestReport = {
    ...REPORT,
    passed: false,
    left: "自检（可删除）",
    checks: [
      { ...none, check: "values", outcome: "failed", findings: [{ at: "P7 还差主项数", expected: "1", found: "0" }] },
      {
        ...none,
        check: "printNames",
        outcome: "differs",
        findings: [{ at: "Print_Area", expected: "有", found: "没有" }],
      },
      { ...none, check: "chart", outcome: "failed", error: "GeneralException (ChartCollection.add)" },
      { ...none, check: "clear", outcome: "passed" },
    ],
    cases: [{ case: "shortByOne", passed: false }],
  };
  const { user } = await open(returning(odd));
  await user.click(button("开始自检"));
  expect(await screen.findByText("自检没有通过：有 2 项没有通过。请保存报告，发给维护人员。")).toBeVisible();
  expect(screen.getByText("自检用的工作表“自检（可删除）”没能删掉，请手工删除。")).toBeVisible();
  expect(screen.getByText("P7 还差主项数：应为“1”，实为“0”")).toBeVisible();
  expect(screen.getByText("没有通过：92/185，目标 50%，差 1 项")).toBeVisible();
  expect(screen.getByText("GeneralException (ChartCollection.add)")).toBeVisible();
  expect(screen.getByText(/^与预期不同，不影响使用 · /)).toBeVisible();
  expect(screen.queryByText("清除标记后与原来一样")).not.toBeInTheDocument();
});

test("the report is saved as a file, or copied; where the clipboard is shut its text can be copied by hand", async () => {
  const { user } = await open(returning(REPORT));
  await user.click(button("开始自检"));
  await screen.findByText(/^自检通过/);
  const saved: [string, Blob][] = [];
  let blob: Blob | undefined;
  URL.createObjectURL = (given: Blob | MediaSource) => ((blob = given as Blob), "blob:report");
  const click = jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    saved.push([this.download, blob!]);
  });
  await user.click(button("保存报告"));
  click.mockRestore();
  expect(saved[0]![0]).toMatch(/^监管指标自检报告-20260911-\d{4}\.json$/);
  expect(JSON.parse(Buffer.from(await saved[0]![1].arrayBuffer()).toString("utf8"))).toEqual(REPORT);
  expect(screen.getByText(/^已交给浏览器保存：监管指标自检报告-/)).toBeVisible();

  await user.click(button("复制报告"));
  expect(await screen.findByText("报告已复制，可以粘贴了。")).toBeVisible();
  expect(JSON.parse(await navigator.clipboard.readText())).toEqual(REPORT);

  jest.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new DOMException("shut", "NotAllowedError"));
  await user.click(button("复制报告"));
  expect(JSON.parse(((await screen.findByRole("textbox", { name: "报告全文" })) as HTMLTextAreaElement).value)).toEqual(
    REPORT,
  );
});

test("where it cannot run the notice says why, and no report is shown", async () => {
  const { user } = await open({
    selfTest: jest.fn(async () => ({ done: false as const, problems: [problem("WORKBOOK_STRUCTURE_PROTECTED")] })),
  });
  await user.click(button("开始自检"));
  expect((await screen.findAllByText(/工作簿的结构受保护/))[0]).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "保存报告" })).not.toBeInTheDocument();
});
