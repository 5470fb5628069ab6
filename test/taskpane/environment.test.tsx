import "./browser";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Stopped } from "../../src/actions";
import { Pane } from "../../src/taskpane/Pane";
import { Session } from "../../src/session/session";
import { missing, surroundings } from "../../src/taskpane/shell/surroundings";
import type { Surroundings } from "../../src/taskpane/shell/surroundings";
import { mockActions } from "./actions";

beforeEach(() => localStorage.setItem("jgzb.welcomed", "1"));
afterEach(cleanup);

/** Excel of this version of ExcelApi, with the shared runtime or without. */
const excel = (api: number, shared = true): Surroundings => ({
  loaded: true,
  answered: true,
  waited: false,
  host: "Excel",
  wps: false,
  absent: [],
  version: "16.0.10396.20023",
  serves: (set) => (set.startsWith("SharedRuntime") ? shared : Number(set.replace("ExcelApi 1.", "")) <= api),
});
const whats = (around: Surroundings) => missing(around).map(({ what, stop }) => `${what}${stop ? " stops" : ""}`);

describe("what is missing", () => {
  test.each<[string, Surroundings, string[]]>([
    ["Microsoft 365", excel(17), []],
    ["LTSC 2021", excel(14), []],
    ["1.13: changes are told by time", excel(13), ["noTrigger"]],
    ["1.12: no .xlsx files, no merged titles", excel(12), ["noInsert", "noTrigger"]],
    ["the floor without the shared runtime", excel(9, false), ["noSharedRuntime", "noInsert", "noTrigger"]],
    ["Excel 2019", excel(8), ["oldExcel stops"]],
    ["a browser", { ...excel(0), host: null }, ["browser stops"]],
    ["Word", { ...excel(17), host: "Word" }, ["browser stops"]],
    ["Excel that has not answered yet", { ...excel(0), answered: false, host: null }, []],
    ["Excel that does not answer", { ...excel(0), answered: false, waited: true, host: null }, ["silent stops"]],
    ["no office.js", { ...excel(0), loaded: false, answered: false, host: null }, ["notLoaded stops"]],
    ["WPS that lends nothing", { ...excel(0), loaded: false, answered: false, host: null, wps: true }, ["wps stops"]],
    ["WPS that calls itself Excel", { ...excel(17), wps: true }, ["wps stops"]],
    ["a program that lends a part", { ...excel(17), absent: ["Excel.run"] }, ["partial stops"]],
  ])("%s", (_, around, expected) => expect(whats(around)).toEqual(expected));

  test("an old Excel is told with its version, a part that is missing by its name", () => {
    expect(missing(excel(8))[0]!.sentence).toContain("版本 16.0.10396.20023");
    expect(missing({ ...excel(8), version: "" })[0]!.sentence).not.toContain("版本 ");
    expect(missing({ ...excel(17), absent: ["Excel.run", "OfficeExtension.Error"] })[0]!.sentence).toContain(
      "缺少 Excel.run、OfficeExtension.Error",
    );
  });
});

describe("looking around in the page", () => {
  const whole = {
    Office: {
      onReady: () => undefined,
      context: {
        requirements: { isSetSupported: (name: string, version?: string) => name === "ExcelApi" && version === "1.9" },
        diagnostics: { version: "16.0" },
      },
    },
    Excel: { run: () => undefined },
    OfficeExtension: { Error: class {} },
  };
  const look = (page: object, host: unknown = "Excel", userAgent = "Mozilla/5.0 (Windows NT 10.0) Edg/120.0") =>
    surroundings(page, userAgent, { host }, false);

  test("finds Excel", () => {
    const around = look(whole);
    expect(around).toMatchObject({
      loaded: true,
      answered: true,
      host: "Excel",
      wps: false,
      absent: [],
      version: "16.0",
    });
    expect([around.serves("ExcelApi 1.9"), around.serves("ExcelApi 1.13")]).toEqual([true, false]);
  });

  test.each<[string, object]>([
    ["an empty page", {}],
    ["an Office without a context", { Office: { onReady: () => undefined } }],
    ["an Office without requirements", { ...whole, Office: { onReady: () => undefined, context: {} } }],
  ])("throws nothing on %s, and finds that nothing is served", (_, page) => {
    const around = look(page, null);
    expect(around.serves("ExcelApi 1.9")).toBe(false);
    expect(around.absent).toContain("Office.context.requirements");
  });

  test("knows WPS by its own interface, or by what it calls itself", () => {
    expect(look({ ...whole, wps: {} }).wps).toBe(true);
    expect(look(whole, "Excel", "Mozilla/5.0 Chrome/104.0 WpsOffice/12.1.0").wps).toBe(true);
  });
});

describe("in the pane", () => {
  const open = (around: Surroundings, session = new Session(mockActions(), Promise.resolve())) => {
    const lacking = missing(around);
    return render(<Pane session={session} inExcel={!lacking.some(({ stop }) => stop)} missing={lacking} />);
  };
  const box = () => screen.queryByRole("region", { name: "运行环境" });

  test("nothing is said where nothing is missing", () => {
    open(excel(14));
    expect(box()).toBeNull();
  });

  test.each([
    ["oldExcel", excel(8)],
    ["wps", { ...excel(17), wps: true }],
    ["browser", { ...excel(17), host: null }],
  ])("where nothing can be done (%s) it is an alert that stays, and the buttons are off", (_, around) => {
    open(around);
    expect(screen.getByRole("alert")).toHaveTextContent(/Excel/);
    expect(within(box()!).queryByRole("button")).toBeNull();
    expect(screen.getByRole("button", { name: "一键重算" })).toHaveAttribute("aria-disabled", "true");
  });

  test("where the rest works it can be put away, and the focus goes on to the main button", async () => {
    open(excel(12));
    expect(within(box()!).getAllByText(/照常可用/)).toHaveLength(2);
    expect(screen.queryByRole("alert")).toBeNull();
    expect(screen.getByRole("button", { name: "一键重算" })).not.toHaveAttribute("aria-disabled", "true");
    await userEvent.setup().click(within(box()!).getByRole("button", { name: "知道了" }));
    expect(box()).toBeNull();
    expect(screen.getByRole("button", { name: "一键重算" })).toHaveFocus();
  });

  test("an answer that comes late takes the sentence away", () => {
    const session = new Session(mockActions(), Promise.resolve());
    const { rerender } = open({ ...excel(0), answered: false, waited: true, host: null }, session);
    expect(screen.getByRole("alert")).toHaveTextContent("10 秒内没有回应");
    rerender(<Pane session={session} inExcel missing={missing(excel(14))} />);
    expect(box()).toBeNull();
  });
});

test("settings of a later version are said as soon as the pane opens; other things that stop a look are not", async () => {
  const stopped = (code: "SETTINGS_NEWER" | "COLUMN_MISSING"): Stopped => ({
    done: false,
    problems: [{ code, severity: "error", address: "", message: "……" }],
  });
  const later = new Session(mockActions({ look: jest.fn(async () => stopped("SETTINGS_NEWER")) }), Promise.resolve());
  await later.begin();
  expect(later.getState().notice).toMatchObject({ kind: "stopped", action: "look" });
  const other = new Session(mockActions({ look: jest.fn(async () => stopped("COLUMN_MISSING")) }), Promise.resolve());
  await other.begin();
  expect(other.getState().notice).toBeNull();
});
