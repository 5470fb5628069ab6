import { setTimeout as wait } from "node:timers/promises";
import * as actions from "../../src/actions";
import { startExcel } from "../../src/host/boot/node";
import type { Host } from "../../src/host/host";
import { Session } from "../../src/session/session";
import { fewDepartments } from "./workbook";
import { NOW } from "../moment";

/** 威远县交通运输局: its covered items, zero-based. */
const TRANSPORT = { row: 5, covered: 10 };

const type = (host: Host, value: number): void =>
  host.workbook.sheet("附件2")!.write(TRANSPORT.row, TRANSPORT.covered, [[{ kind: "value", value }]]);
const told = () => Excel.run(async (context) => context.sync());
const covered = (session: Session) =>
  session.getState().result!.assessment.departments.find(({ row }) => row === TRANSPORT.row)!.coverage.done;

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 200) throw new Error("it never came");
    await wait(50);
  }
}

describe("a session over a workbook", () => {
  test("our own recalculation leaves the figures fresh; an edit makes them old, wherever it is typed by hand", async () => {
    const host = await startExcel(await fewDepartments());
    const session = new Session(actions, Promise.resolve());
    await session.begin();
    expect(session.getState().result).toBeNull();
    await session.recalculate();
    await told();
    expect(session.getState()).toMatchObject({ result: { sheet: "附件2" }, changedAt: null });
    type(host, 90);
    await told();
    expect(session.getState().changedAt).not.toBeNull();
  });

  test("recalculates by itself once an edit has settled, and then rests, though the sheet was renamed and another one is open", async () => {
    const host = await startExcel(await fewDepartments());
    const session = new Session(actions, Promise.resolve());
    await session.begin();
    await session.recalculate();
    const { settings } = session.getState().result!;
    await session.saveSettings({ ...settings, options: { ...settings.options, automatic: true } });
    expect(session.getState().result!.settings.options.automatic).toBe(true);
    await wait(1500);
    const { run } = session.getState();
    type(host, 90);
    const sheet = host.workbook.sheet("附件2")!;
    host.workbook.renameSheet(sheet, "九月");
    host.workbook.activate(host.workbook.addSheet("别的"));
    await until(() => session.getState().run > run && !session.getState().working);
    expect(covered(session)).toBe(90);
    expect(session.getState()).toMatchObject({ changedAt: null, result: { sheet: "九月", differences: [] } });
    // Its own writes set nothing off.
    await wait(2000);
    expect(session.getState().run).toBe(run + 1);
  });

  test("a sheet that is deleted meanwhile throws nothing", async () => {
    const host = await startExcel(await fewDepartments());
    const session = new Session(actions, Promise.resolve());
    await session.begin();
    await session.recalculate();
    host.workbook.addSheet("别的");
    host.workbook.deleteSheet(host.workbook.sheet("附件2")!);
    await told();
    await session.showCell("附件2!B6");
    expect(session.getState().notice).toMatchObject({
      kind: "stopped",
      action: "showCell",
      problems: [{ code: "PLACE_GONE" }],
    });
    await session.undoLast();
    expect(session.getState().notice).toMatchObject({ kind: "stopped" });
  });

  test("a pane opened on a computed workbook shows where it stands, with nothing written", async () => {
    const host = await startExcel(await fewDepartments());
    await actions.recalculate({ now: NOW });
    const before = await host.workbook.toData();
    const session = new Session(actions, Promise.resolve());
    await session.begin();
    expect(session.getState()).toMatchObject({ changedAt: null, notice: null, result: { at: NOW, sheet: "附件2" } });
    expect(await host.workbook.toData()).toEqual(before);
  });
});
