import { assess } from "../../core/assess/assess";
import type { Assessment } from "../../core/assess/assessment";
import type { Rules } from "../../core/assess/rules";
import { recordOf } from "../../core/history/record";
import { planClearing } from "../../core/taskSheet/clearing";
import { planPrinting } from "../../core/taskSheet/printing";
import { planRecalculation } from "../../core/taskSheet/recalculation";
import { planRestoring, takeSnapshot } from "../../core/taskSheet/restoring";
import type { Snapshot } from "../../core/taskSheet/restoring";
import { settingsOf } from "../../core/memory/settings";
import type { SheetPlan, Step } from "../../core/plan/sheetPlan";
import type { Memory } from "../../core/memory/memory";
import { ownPlaces } from "../../core/taskSheet/state";
import type { SheetState } from "../../core/taskSheet/state";
import type { TaskTable } from "../../core/table/taskTable";
import { applyPlan } from "../../excel/applyPlan";
import type { Shown } from "../../excel/applyPlan";
import { readPrinted } from "../../excel/printing";
import { readSheet } from "../../excel/readSheet";
import type { Session } from "../../excel/session";
import { tableOf } from "../openTable";

/** A table on the scratch sheet with its judgement. */
interface Judged {
  readonly state: SheetState;
  readonly table: TaskTable;
  readonly assessment: Assessment;
  readonly rules: Rules;
}

/**
 * The self-test's own sheet. It is read, judged and written by what the actions read, judge and write by, with two exceptions: what
 * the workbook is to remember is held here, so that the document's settings are not touched; and the detail sheets of the workbook
 * are left unread. Nothing here is kept for 撤销本次, which goes on meaning the person's last action.
 */
export class Scratch {
  private memory: Memory | null = null;

  constructor(
    private readonly session: Session,
    readonly id: string,
    private readonly now: Date,
  ) {}

  async read(): Promise<SheetState> {
    const read = await readSheet(this.session, this.id);
    if (!read) throw new Error("the scratch sheet is gone");
    return { ...read.state, memory: this.memory };
  }

  /** What is to be remembered is remembered here. */
  async apply(
    plan: Pick<SheetPlan, "steps"> & Partial<Pick<SheetPlan, "expected">>,
    calculate = false,
  ): Promise<Shown[]> {
    const shown = await applyPlan(
      this.session,
      { sheet: this.id, steps: plan.steps.filter((step) => step.do !== "remember"), expected: plan.expected ?? [] },
      { calculate },
    );
    for (const step of plan.steps) if (step.do === "remember") this.memory = step.memory;
    return shown;
  }

  /** By the rules of the sheet's own names, if no others are given. */
  async judge(rules?: Rules): Promise<Judged> {
    const state = await this.read();
    const open = tableOf(state);
    if (!open?.done)
      throw new Error(
        `the golden table is not recognised: ${(open?.problems ?? []).map(({ code }) => code).join(" ")}`,
      );
    const inForce = rules ?? settingsOf(state).settings.rules;
    return { state, table: open.table, rules: inForce, assessment: assess(open.table, inForce, this.now).assessment };
  }

  /** 一键重算. Two syncs. */
  async recalculate(
    chosen?: Rules,
  ): Promise<{ readonly plan: ReturnType<typeof planRecalculation>; readonly shown: readonly Shown[] }> {
    const { state, table, assessment, rules } = await this.judge(chosen);
    const plan = planRecalculation(state, table, assessment, {
      rules,
      writeAs: "formulas",
      now: this.now,
      run: recordOf(assessment, this.now),
    });
    return { plan, shown: await this.apply(plan, state.calculatesByHand) };
  }

  /** 打印设置. Three syncs. */
  async print(): Promise<{ readonly steps: readonly Step[]; readonly before: Snapshot; readonly table: TaskTable }> {
    const { state, table, assessment } = await this.judge();
    const { title, notes, headerRows, firstColumn, lastColumn } = table;
    const banners = [
      ...(title ? [{ firstRow: title.row, lastRow: headerRows.first - 1, firstColumn, lastColumn }] : []),
      ...(notes ? [{ firstRow: notes.first, lastRow: notes.last, firstColumn, lastColumn }] : []),
    ];
    const printed = await readPrinted(this.session, this.id, ownPlaces(state), banners);
    const plan = planPrinting(state, table, {
      print: { form: "short", paper: "A4", copy: false, bars: true, office: "" },
      assessment,
      merged: printed.merged,
      now: this.now,
    });
    await this.apply(plan);
    return { steps: plan.steps, before: takeSnapshot(state, { print: printed }), table };
  }

  /** 清除标记, with what was typed in our columns. Two syncs. */
  async clear(): Promise<{ readonly before: Snapshot; readonly table: TaskTable; readonly state: SheetState }> {
    const { state, table } = await this.judge();
    const plan = planClearing(state, table, true);
    if (!plan) throw new Error("there is nothing to clear");
    await this.apply(plan);
    return { before: takeSnapshot(state, { replaced: plan.replaced }), table, state };
  }

  /** 撤销本次. Two syncs. */
  async restore(before: Snapshot, table: TaskTable): Promise<void> {
    const now = await this.read();
    await this.apply({ steps: planRestoring(before, now, table, true) }, now.calculatesByHand);
  }
}
