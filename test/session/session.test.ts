import type { ActionOptions, Recalculated, Stopped } from "../../src/actions";
import { Session } from "../../src/session/session";
import { mockActions } from "../taskpane/actions";
import { PREVIEW } from "../taskpane/details";
import { RESULT } from "../taskpane/results";

const STOPPED: Stopped = {
  done: false,
  problems: [{ code: "TABLE_NOT_FOUND", severity: "error", address: "", message: "没有找到任务表。" }],
};

const session = (actions = mockActions(), ready: Promise<unknown> = Promise.resolve()) => ({
  actions,
  session: new Session(actions, ready),
});

describe("the session that pane and ribbon share", () => {
  test("a recalculation leaves its result, its notice and its way back", async () => {
    const { session: s } = session();
    await expect(s.recalculate()).resolves.toBe(true);
    expect(s.getState()).toMatchObject({
      working: null,
      result: RESULT,
      notice: { kind: "recalculated", result: RESULT },
      undoable: { action: "recalculate" },
    });
  });

  test("tells each stage to its listeners", async () => {
    const { session: s } = session(
      mockActions({
        recalculate: jest.fn(async (options) => {
          options?.onProgress?.("reading");
          options?.onProgress?.("writing");
          return RESULT;
        }),
      }),
    );
    const stages: unknown[] = [];
    s.subscribe(() => stages.push(s.getState().working?.stage));
    await s.recalculate();
    expect(stages).toEqual([null, "reading", "writing", "writing", undefined]);
  });

  test("asks nothing of Excel before it is ready", async () => {
    let ready: (value: unknown) => void = () => {};
    const { session: s, actions } = session(
      mockActions(),
      new Promise((resolve) => {
        ready = resolve;
      }),
    );
    const running = s.recalculate();
    await Promise.resolve();
    expect(actions.recalculate).not.toHaveBeenCalled();
    ready(null);
    await running;
    expect(actions.recalculate).toHaveBeenCalledTimes(1);
  });

  test("actions run one after another, in the order in which they were asked for", async () => {
    const order: string[] = [];
    const slow = (name: string): Promise<void> =>
      new Promise((resolve) => {
        order.push(`${name} begins`);
        setTimeout(() => {
          order.push(`${name} ends`);
          resolve();
        }, 5);
      });
    const changed = { done: true as const, sheet: "附件2", message: "好。", requests: 2 };
    const { session: s } = session(
      mockActions({
        recalculate: jest.fn(async () => (await slow("recalculate"), RESULT)),
        setUpPrinting: jest.fn(async () => (await slow("print"), changed)),
      }),
    );
    await Promise.all([s.recalculate(), s.setUpPrinting()]);
    expect(order).toEqual(["recalculate begins", "recalculate ends", "print begins", "print ends"]);
  });

  test("a stopped recalculation takes the former result away: the sheet is not known to show it", async () => {
    const recalculate = jest
      .fn<Promise<Recalculated | Stopped>, []>()
      .mockResolvedValueOnce(RESULT)
      .mockResolvedValueOnce(STOPPED);
    const { session: s } = session(mockActions({ recalculate }));
    await s.recalculate();
    await expect(s.recalculate()).resolves.toBe(false);
    expect(s.getState()).toMatchObject({
      result: null,
      notice: { kind: "stopped", action: "recalculate", problems: STOPPED.problems },
    });
  });

  test("the choices for the print are shown as the workbook keeps them, and as they were once that is undone", async () => {
    const { session: s } = session();
    await s.recalculate();
    const shown = () => s.getState().result?.settings.options.print;
    const before = shown();
    await s.setUpPrinting({ copy: true, paper: "A3" });
    expect(shown()).toEqual({ ...before, copy: true, paper: "A3" });
    await s.undoLast();
    expect(shown()).toEqual(before);
  });

  test("printing and its undoing keep the result; clearing does not", async () => {
    const { session: s } = session();
    await s.recalculate();
    await s.setUpPrinting({ form: "short", paper: "A4" });
    expect(s.getState().result).toBe(RESULT);
    await s.undoLast();
    expect(s.getState().result).toBe(RESULT);
    await s.clearMarks();
    expect(s.getState().result).toBeNull();
  });

  test("undoing a recalculation takes its result away", async () => {
    const { session: s } = session();
    await s.recalculate();
    await s.undoLast();
    expect(s.getState()).toMatchObject({
      result: null,
      undoable: null,
      notice: { kind: "changed", action: "undoLast", message: "已撤销。" },
    });
  });

  test.each([
    [Object.assign(new Error("500"), { code: "GeneralException" }), "UNEXPECTED · GeneralException", "500"],
    [new TypeError("x is undefined"), "UNEXPECTED", "x is undefined"],
    ["gone", "UNEXPECTED", "gone"],
  ])("what is thrown is said with its code: %s", async (thrown, code, detail) => {
    const log = jest.spyOn(console, "error").mockImplementation(() => {});
    const { session: s } = session(mockActions({ recalculate: jest.fn().mockRejectedValue(thrown) }));
    await expect(s.recalculate()).resolves.toBe(false);
    expect(s.getState()).toMatchObject({ working: null, notice: { kind: "failed", code, detail } });
    expect(log).toHaveBeenCalledWith(thrown);
    log.mockRestore();
  });

  test("one failure does not block what comes next", async () => {
    const log = jest.spyOn(console, "error").mockImplementation(() => {});
    const { session: s } = session(mockActions({ clearMarks: jest.fn().mockRejectedValue(new Error("no")) }));
    await s.clearMarks();
    await expect(s.recalculate()).resolves.toBe(true);
    log.mockRestore();
  });

  test("a cell that is gone is said, until one is found", async () => {
    const gone: Stopped = {
      done: false,
      problems: [{ code: "PLACE_GONE", severity: "error", address: "", message: "找不到。" }],
    };
    const { session: s } = session(
      mockActions({ showCell: jest.fn().mockResolvedValueOnce(gone).mockResolvedValueOnce(null) }),
    );
    await expect(s.showCell("附件2!J9")).resolves.toBe(false);
    expect(s.getState().notice).toEqual({ kind: "stopped", action: "showCell", problems: gone.problems });
    await expect(s.showCell("附件2!J8")).resolves.toBe(true);
    expect(s.getState().notice).toBeNull();
  });
});

describe("two task tables", () => {
  test("in the pane printing and clearing mean the table that is shown; in the ribbon the open sheet's comes first", async () => {
    const { session: s, actions } = session();
    await s.clearMarks();
    expect(actions.clearMarks.mock.calls[0]![0]).not.toHaveProperty("sheet");
    await s.recalculate();
    await s.setUpPrinting({ paper: "A3" });
    await s.setUpPrinting({}, "open");
    expect(actions.setUpPrinting.mock.calls.map(([options]) => options!.sheet)).toEqual([RESULT.sheetId, undefined]);
    await s.clearMarks(false, "open");
    await s.recalculate();
    await s.clearMarks(true);
    expect(actions.clearMarks.mock.calls.slice(1).map(([options]) => [options!.sheet, options!.discardTyped])).toEqual([
      [undefined, false],
      [RESULT.sheetId, true],
    ]);
  });

  test("contradicted numbers are settled on the table that they are of, whatever is open by then", async () => {
    const conflicts = [
      { row: 4, column: "covered" as const, typed: 3, detail: 5, department: "甲局" },
    ] as unknown as NonNullable<Stopped["conflicts"]>;
    const recalculate = jest
      .fn()
      .mockResolvedValueOnce({ ...STOPPED, conflicts, sheetId: "{7}" })
      .mockResolvedValue(RESULT);
    const { session: s } = session(mockActions({ recalculate }));
    await s.recalculate();
    await s.settleConflicts([{ row: 4, column: "covered" }]);
    expect(recalculate.mock.calls[1]![0]).toMatchObject({
      sheet: "{7}",
      typedActuals: [{ row: 4, column: "covered" }],
    });
  });

  test("a shown table whose sheet has been deleted is named as it was called, and its figures go", async () => {
    const gone: Stopped = {
      done: false,
      problems: [{ code: "SHEET_NOT_FOUND", severity: "error", address: "", message: "没有名为“{1}”的工作表。" }],
    };
    const { session: s } = session(mockActions({ setUpPrinting: jest.fn().mockResolvedValue(gone) }));
    await s.recalculate();
    await s.setUpPrinting();
    const { notice, result } = s.getState();
    expect([result, notice]).toEqual([
      null,
      {
        kind: "stopped",
        action: "setUpPrinting",
        problems: [
          expect.objectContaining({ code: "PLACE_GONE", message: expect.stringContaining(`“${RESULT.sheet}”`) }),
        ],
      },
    ]);
  });

  test("undo of a clearing shows the table that has come back, though another is open", async () => {
    const look = jest.fn(
      async (_options?: { sheet?: string | undefined }): Promise<Recalculated | Stopped | null> => null,
    );
    const { session: s } = session(mockActions({ look }));
    await s.recalculate();
    await s.clearMarks();
    await s.undoLast();
    await new Promise((resolve) => setTimeout(resolve));
    expect(look.mock.calls.at(-1)![0]).toEqual({ sheet: "附件 2" });
  });
});

describe("stopping", () => {
  const CANCELLED: Stopped = {
    done: false,
    problems: [{ code: "CANCELLED", severity: "warning", address: "", message: "已停止。" }],
  };

  test("a recalculation that was stopped leaves the former result, for the workbook is as it was; the next one is not stopped", async () => {
    const asked: (boolean | undefined)[] = [];
    const recalculate = jest.fn(async (options?: ActionOptions): Promise<Recalculated | Stopped> => {
      asked.push(options?.cancelled?.());
      if (asked.length !== 2) return RESULT;
      s.cancel();
      asked.push(options?.cancelled?.());
      return CANCELLED;
    });
    const { session: s } = session(mockActions({ recalculate }));
    await s.recalculate();
    await s.recalculate();
    expect(s.getState()).toMatchObject({
      result: RESULT,
      working: null,
      notice: { kind: "stopped", problems: CANCELLED.problems },
    });
    await s.recalculate();
    expect(asked).toEqual([false, false, true, false]);
  });

  test("without anything that runs there is nothing to stop", () => {
    const { session: s } = session();
    s.cancel();
    expect(s.getState().working).toBeNull();
  });
});

describe("the detail sheets", () => {
  test("importing, templates and lists keep the result, and can be undone without losing it", async () => {
    const { session: s, actions } = session();
    await s.recalculate();
    await s.insertTemplates();
    await s.listRectification(true);
    expect(actions.listRectification).toHaveBeenCalledWith(
      expect.objectContaining({ taskSheet: RESULT.sheet, showNumbers: true }),
    );
    await expect(s.readImport([])).resolves.toBe(PREVIEW);
    expect(s.getState().notice).toBeNull();
    await s.importFiles(PREVIEW, "merge");
    await s.undoLast();
    expect(s.getState()).toMatchObject({ result: RESULT, notice: { kind: "changed", action: "undoLast" } });
  });

  test("there is no list without a result", async () => {
    const { session: s, actions } = session();
    await expect(s.listRectification(false)).resolves.toBe(false);
    expect(actions.listRectification).not.toHaveBeenCalled();
  });
});
