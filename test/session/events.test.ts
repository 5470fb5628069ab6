import type { ActionOptions, DetailsSeen, Recalculated, Stopped } from "../../src/actions";
import { Session } from "../../src/session/session";
import { mockActions, type MockActions } from "../taskpane/actions";
import { DETAIL } from "../taskpane/details";
import { RESULT } from "../taskpane/results";

type Told = Parameters<MockActions["watch"]>[0];

const AUTOMATIC: Recalculated = {
  ...RESULT,
  settings: { ...RESULT.settings, options: { ...RESULT.settings.options, automatic: true } },
};
const stop = (code: string, more: Partial<Stopped> = {}): Stopped => ({
  done: false,
  problems: [{ code: code as "CANCELLED", severity: "error", address: "", message: code }],
  ...more,
});
const SHEET = RESULT.sheetId;
/** More than any wait of ours. */
const LONG = 60_000;

let told: Told;
let actions: MockActions;
let session: Session;

async function begin(seen: Recalculated | Stopped | null, over: Partial<MockActions> = {}): Promise<void> {
  actions = mockActions({
    look: jest.fn(async () => seen),
    watch: jest.fn(async (events: Told) => void (told = events)),
    recalculate: jest.fn(async (): Promise<Recalculated | Stopped> => AUTOMATIC),
    ...over,
  });
  session = new Session(actions, Promise.resolve());
  await session.begin();
}
const state = () => session.getState();
const wait = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => jest.useFakeTimers({ now: new Date(2026, 8, 11, 10) }));
afterEach(() => jest.useRealTimers());

describe("what a session hears of the workbook", () => {
  test("a computed sheet is shown at once, and whether it has changed since", async () => {
    await begin(RESULT);
    expect(state()).toMatchObject({ result: RESULT, changedAt: null });
    told.changed("{another}");
    expect(state().changedAt).toBeNull();
    told.changed(SHEET, { remote: true });
    expect(state().changedAt).toEqual(new Date(2026, 8, 11, 10));
    await wait(5000);
    told.changed(SHEET);
    // The first change, and nothing is done by itself.
    expect(state().changedAt).toEqual(new Date(2026, 8, 11, 10));
    await wait(LONG);
    expect(actions.recalculate).not.toHaveBeenCalled();
    await session.recalculate();
    expect(state().changedAt).toBeNull();
  });

  test("events that cannot be had are said, and the sheet is shown all the same", async () => {
    const log = jest.spyOn(console, "error").mockImplementation(() => {});
    await begin(RESULT, {
      watch: jest.fn().mockRejectedValue(Object.assign(new Error("no"), { code: "ApiNotFound" })),
    });
    expect(state()).toMatchObject({ result: RESULT, notice: { kind: "failed", code: "UNEXPECTED · ApiNotFound" } });
    log.mockRestore();
  });

  test("what a person starts before the first look is over comes first", async () => {
    let look = (_seen: Recalculated): void => {};
    actions = mockActions({ look: jest.fn(() => new Promise<Recalculated>((resolve) => (look = resolve))) });
    session = new Session(actions, Promise.resolve());
    const begun = session.begin();
    await wait(0);
    await session.recalculate();
    look({ ...RESULT, title: "旧" });
    await begun;
    expect(state().result).toBe(RESULT);
  });

  test("detail sheets count where the figures come from them", async () => {
    await begin(null, { recalculate: jest.fn(async () => ({ ...RESULT, detail: DETAIL })) });
    await session.recalculate();
    told.changed(DETAIL.sheets[0]!.sheetId);
    expect(state().changedAt).not.toBeNull();
  });

  test("an import makes the figures older than the sheets, and so does its undoing", async () => {
    await begin(RESULT);
    await session.importFiles(await session.readImport([]).then((preview) => preview!), "merge");
    expect(state()).toMatchObject({ result: RESULT, changedAt: expect.any(Date) });
    await session.recalculate();
    await session.insertTemplates();
    await session.undoLast();
    expect(state().changedAt).toBeNull();
  });

  test("what changes while a recalculation reads is newer than its result, in the first one too", async () => {
    let end = (_result: Recalculated): void => {};
    await begin(null, { recalculate: jest.fn(() => new Promise<Recalculated>((resolve) => (end = resolve))) });
    const running = session.recalculate();
    await wait(10);
    told.changed(SHEET);
    end(RESULT);
    await running;
    expect(state()).toMatchObject({ result: RESULT, changedAt: expect.any(Date) });
  });
});

describe("a selection in the sheet", () => {
  test("opens the department of its row where departments are shown", async () => {
    await begin(RESULT);
    told.selected(SHEET, 4, 9);
    expect(state().view.department).toBeNull();
    session.show({ tab: "departments" });
    told.selected("{another}", 4, 9);
    told.selected(SHEET, 99, 0);
    expect(state().view.department).toBeNull();
    told.selected(SHEET, 4, 9);
    expect(state().view.department).toBe(4);
  });

  test("typing goes on; once rows have moved no wrong department is opened, until it is computed again", async () => {
    await begin(RESULT);
    session.show({ tab: "departments" });
    told.changed(SHEET, { remote: false, moved: false });
    told.selected(SHEET, 4, 9);
    expect(state().view.department).toBe(4);
    told.changed(SHEET, { remote: true, moved: true });
    told.selected(SHEET, 5, 9);
    expect(state().view.department).toBe(4);
    await session.recalculate();
    told.selected(SHEET, 5, 9);
    expect(state().view.department).toBe(5);
  });
});

describe("automatic recalculation", () => {
  test("comes once after the last change, for the table's own sheet", async () => {
    await begin(AUTOMATIC);
    told.changed(SHEET);
    await wait(1000);
    told.changed(SHEET);
    await wait(1000);
    expect(actions.recalculate).not.toHaveBeenCalled();
    await wait(LONG);
    expect(actions.recalculate).toHaveBeenCalledTimes(1);
    expect(actions.recalculate).toHaveBeenCalledWith(expect.objectContaining({ sheet: SHEET }));
    expect(state()).toMatchObject({ changedAt: null, notice: { kind: "recalculated" } });
  });

  test("co-authors' changes are shown and do not set it off", async () => {
    await begin(AUTOMATIC);
    told.changed(SHEET, { remote: true });
    await wait(LONG);
    expect(actions.recalculate).not.toHaveBeenCalled();
    expect(state().changedAt).not.toBeNull();
  });

  test("is off as soon as the setting is, also where a change waits already", async () => {
    await begin(AUTOMATIC, { saveSettings: jest.fn(async (_settings: Recalculated["settings"]) => RESULT) });
    told.changed(SHEET);
    await wait(500);
    await session.saveSettings(RESULT.settings);
    told.changed(SHEET);
    await wait(LONG);
    expect(actions.recalculate).not.toHaveBeenCalled();
  });

  test("waits while something else works, and is not forgotten over it", async () => {
    let end = (): void => {};
    const printing = jest.fn(
      async () => (
        await new Promise<void>((resolve) => (end = resolve)),
        { done: true as const, sheet: "附件 2", message: "好。", requests: 2 }
      ),
    );
    await begin(AUTOMATIC, { setUpPrinting: printing });
    told.changed(SHEET);
    const running = session.setUpPrinting();
    await wait(LONG);
    expect(actions.recalculate).not.toHaveBeenCalled();
    end();
    await running;
    await wait(LONG);
    expect(actions.recalculate).toHaveBeenCalledTimes(1);
  });

  test("a change while it runs brings one more run, none brings none", async () => {
    let end = (): void => {};
    await begin(AUTOMATIC, {
      recalculate: jest.fn(async () => (await new Promise<void>((resolve) => (end = resolve)), AUTOMATIC)),
    });
    told.changed(SHEET);
    await wait(2000);
    told.changed(SHEET);
    end();
    await wait(2000);
    expect(actions.recalculate).toHaveBeenCalledTimes(2);
    end();
    await wait(LONG);
    expect(actions.recalculate).toHaveBeenCalledTimes(2);
    expect(state().changedAt).toBeNull();
  });

  test("waits for the person once it has stopped with conflicts", async () => {
    await begin(AUTOMATIC, { recalculate: jest.fn(async () => stop("ACTUALS_DIFFER", { conflicts: [] })) });
    told.changed(SHEET);
    await wait(2000);
    told.changed(SHEET);
    await wait(LONG);
    expect(actions.recalculate).toHaveBeenCalledTimes(1);
    expect(state().notice).toMatchObject({ kind: "stopped", conflicts: [] });
  });

  test("does not answer for the person whom a choice of columns has left with conflicts", async () => {
    await begin(AUTOMATIC, { recalculate: jest.fn(async () => stop("ACTUALS_DIFFER", { conflicts: [] })) });
    await session.chooseColumns([]);
    expect(state().result).toBe(AUTOMATIC);
    told.changed(SHEET);
    await wait(LONG);
    expect(actions.recalculate).toHaveBeenCalledTimes(1);
    expect(state().changedAt).not.toBeNull();
  });

  test("says a defect once, and goes on after a recalculation that came through", async () => {
    const log = jest.spyOn(console, "error").mockImplementation(() => {});
    await begin(AUTOMATIC, {
      recalculate: jest
        .fn<Promise<Recalculated>, []>()
        .mockRejectedValueOnce(new Error("no"))
        .mockResolvedValue(AUTOMATIC),
    });
    told.changed(SHEET);
    await wait(2000);
    expect(state().notice).toMatchObject({ kind: "failed" });
    session.dismiss();
    told.changed(SHEET);
    await wait(LONG);
    expect(state().notice).toBeNull();
    expect(actions.recalculate).toHaveBeenCalledTimes(1);
    await session.recalculate();
    told.changed(SHEET);
    await wait(LONG);
    expect(actions.recalculate).toHaveBeenCalledTimes(3);
    log.mockRestore();
  });

  test("while a cell is being edited it says nothing and tries again", async () => {
    await begin(AUTOMATIC, {
      recalculate: jest
        .fn<Promise<Recalculated | Stopped>, []>()
        .mockResolvedValueOnce(stop("CELL_BEING_EDITED"))
        .mockResolvedValue(AUTOMATIC),
    });
    told.changed(SHEET);
    await wait(2000);
    expect(actions.recalculate).toHaveBeenCalledTimes(1);
    expect(state()).toMatchObject({ result: AUTOMATIC, notice: null, working: null });
    await wait(LONG);
    expect(actions.recalculate).toHaveBeenCalledTimes(2);
    expect(state().changedAt).toBeNull();
  });

  test("where the table's sheet is gone there is nothing to show and nothing to say", async () => {
    await begin({ ...AUTOMATIC, detail: DETAIL }, { recalculate: jest.fn(async () => stop("SHEET_NOT_FOUND")) });
    told.changed(DETAIL.sheets[0]!.sheetId);
    await wait(2000);
    expect(state()).toMatchObject({ result: null, notice: null });
  });

  test("what was cleared meanwhile is not marked again", async () => {
    await begin(AUTOMATIC);
    told.changed(SHEET);
    await session.clearMarks();
    await wait(LONG);
    expect(actions.recalculate).not.toHaveBeenCalled();
  });
});

describe("names behind a look", () => {
  const LOOKED: Recalculated = { ...RESULT, detailUnread: "yet" };
  const SEEN: DetailsSeen = { done: true, detail: DETAIL, problems: [], agrees: true, requests: 4 };
  const names = () => ({
    detail: state().result!.detail,
    unread: state().result!.detailUnread,
    differs: state().result!.detailDiffers,
  });

  test("are read when the view stands, and from then on a change in a detail sheet is one of the figures'", async () => {
    await begin(LOOKED, { lookAtDetails: jest.fn(async () => SEEN) });
    expect(names()).toEqual({ detail: null, unread: "yet" });
    expect(actions.lookAtDetails).not.toHaveBeenCalled();
    await wait(LONG);
    expect(actions.lookAtDetails).toHaveBeenCalledTimes(1);
    expect(actions.lookAtDetails).toHaveBeenCalledWith(expect.objectContaining({ sheet: SHEET }));
    expect(names()).toEqual({ detail: DETAIL });
    expect(state()).toMatchObject({ changedAt: null, notice: null, working: null });
    told.changed(DETAIL.sheets[1]!.sheetId);
    expect(state().changedAt).not.toBeNull();
  });

  test("a change in a detail sheet before they are read is not lost", async () => {
    await begin(LOOKED, { lookAtDetails: jest.fn(async () => SEEN) });
    told.changed(DETAIL.sheets[0]!.sheetId);
    expect(state().changedAt).toBeNull();
    await wait(LONG);
    expect(state().changedAt).toEqual(new Date(2026, 8, 11, 10));
  });

  test("say where they give other numbers; what is wrong in the sheets is among the problems", async () => {
    const problem = { code: "DETAIL_KIND_TWICE", severity: "warning", address: "", message: "有两张。" } as const;
    await begin(LOOKED, { lookAtDetails: jest.fn(async () => ({ ...SEEN, agrees: false, problems: [problem] })) });
    await wait(LONG);
    expect(names()).toEqual({ detail: DETAIL, differs: true });
    expect(state().result!.problems).toEqual([...RESULT.problems, problem]);
  });

  test("that cannot be read are said to be so, with the reason, and no button is in the way", async () => {
    await begin(LOOKED, { lookAtDetails: jest.fn(async () => stop("READ_FAILED")) });
    await wait(LONG);
    expect(names()).toEqual({ detail: null, unread: "failed" });
    expect(state().result!.problems.at(-1)).toMatchObject({ code: "READ_FAILED" });
    expect(actions.lookAtDetails).toHaveBeenCalledTimes(1);
  });

  test("make way for the person, and come behind what was done", async () => {
    const asked: (() => boolean)[] = [];
    let end = (_seen: DetailsSeen | Stopped): void => {};
    const lookAtDetails = jest.fn(
      (options?: ActionOptions) =>
        new Promise<DetailsSeen | Stopped>((resolve) => (asked.push(options!.cancelled!), (end = resolve))),
    );
    await begin(LOOKED, { lookAtDetails });
    await wait(500);
    expect(asked[0]!()).toBe(false);
    await session.setUpPrinting();
    expect(asked[0]!()).toBe(true);
    end(stop("CANCELLED"));
    await wait(500);
    expect(asked).toHaveLength(2);
    end(SEEN);
    await wait(0);
    expect(names()).toEqual({ detail: DETAIL });
  });

  test("a recalculation brings its own", async () => {
    await begin(LOOKED, { recalculate: jest.fn(async () => ({ ...RESULT, detail: DETAIL })) });
    await session.recalculate();
    await wait(LONG);
    expect(actions.lookAtDetails).not.toHaveBeenCalled();
    expect(names()).toEqual({ detail: DETAIL });
  });

  test("a list or notices asked for before them wait for them, and are not made where they fail", async () => {
    const lookAtDetails = jest
      .fn<Promise<DetailsSeen | Stopped | null>, []>()
      .mockResolvedValueOnce(stop("READ_FAILED"))
      .mockResolvedValueOnce(SEEN);
    await begin(LOOKED, { lookAtDetails });
    await expect(session.listRectification(false)).resolves.toBe(false);
    expect(actions.listRectification).not.toHaveBeenCalled();
    expect(state().notice).toMatchObject({
      kind: "stopped",
      action: "listRectification",
      problems: [{ code: "READ_FAILED" }],
    });
    await session.listRectification(false);
    expect(actions.listRectification).toHaveBeenCalledWith(expect.objectContaining({ detail: DETAIL }));
    await session.makeNotices("all");
    expect(actions.makeNotices).toHaveBeenCalledWith(expect.objectContaining({ detail: DETAIL, sheet: SHEET }));
    expect(lookAtDetails).toHaveBeenCalledTimes(2);
  });
});
