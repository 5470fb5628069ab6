import { assess } from "../core/assess/assess";
import type { Assessment } from "../core/assess/assessment";
import { cellOf } from "../core/cells/grid";
import { reconcile } from "../core/detail/actuals";
import type { Reconciled, TypedActuals } from "../core/detail/actuals";
import type { DepartmentFindings } from "../core/detail/findings";
import { nextSteps } from "../core/detail/nextSteps";
import type { DetailReport } from "../core/detail/report";
import { changesBetween } from "../core/history/changes";
import { recordOf } from "../core/history/record";
import type { RunRecord } from "../core/history/record";
import { rememberedActuals } from "../core/taskSheet/derived";
import { lastRunOf } from "../core/memory/lastRuns";
import type { Layout } from "../core/taskSheet/layout";
import { settingsOf } from "../core/memory/settings";
import type { Settings } from "../core/memory/settings";
import type { SheetState } from "../core/taskSheet/state";
import type { Problem } from "../core/problems/problem";
import type { ActualColumn } from "../core/table/headers";
import type { TaskTable } from "../core/table/taskTable";
import { HISTORY_SHEET } from "../core/wording/ownSheets";
import type { Context } from "./action";
import type { OpenTable } from "./openTable";
import type { Recalculated } from "./outcome";
import type { DetailsRead } from "./readDetails";

interface Judging {
  /** In force instead of what the workbook holds. */
  readonly settings?: Settings | undefined;
  /** What becomes of typed actuals that the detail sheets contradict; null leaves the detail sheets unread. */
  readonly typedActuals: TypedActuals | null;
}

/** A table with its judgement, before anything is written. */
export interface Judged {
  /** With the actuals of the detail sheets in it. */
  readonly table: TaskTable;
  readonly settings: Settings;
  readonly assessment: Assessment;
  readonly run: RunRecord;
  readonly actuals: Reconciled | null;
  readonly detail: DetailReport | null;
  readonly problems: readonly Problem[];
}

/** Judges a table that has been read, by its detail sheets where they are wanted. With conflicts in `actuals` nothing may be written. */
export async function judgeTable(
  { excel, now, onProgress, cancelled }: Context,
  open: OpenTable,
  { settings: chosen, typedActuals }: Judging,
): Promise<Judged> {
  const { state } = open;
  const held = settingsOf(state);
  const settings = chosen ?? held.settings;
  const { rules } = settings;
  const wanted = typedActuals !== null && open.otherSheets.length > 0;
  const details = wanted
    ? await (
        await import(/* webpackChunkName: "details" */ "./readDetails")
      ).readDetails(excel, {
        table: open.table,
        rules,
        sheets: open.otherSheets,
        choices: state.memory?.detail,
        now,
        onProgress,
        cancelled,
      })
    : null;
  onProgress("assessing");
  const actuals =
    details && typedActuals !== null ? reconciled(open, details.findings.departments, typedActuals) : null;
  const table = actuals?.table ?? open.table;
  const { assessment, problems } = assess(table, rules, now);
  return {
    table,
    settings,
    assessment,
    run: recordOf(assessment, now),
    actuals,
    detail: details && reportOf(details, assessment),
    problems: [...(chosen ? [] : held.problems), ...open.problems, ...problems, ...(details?.problems ?? [])],
  };
}

/** What the pane is told of a judged table. */
export function told(
  { state, table: read, otherSheets, recognised }: OpenTable,
  judged: Judged,
  at: Date,
  layout: Pick<Layout, "table" | "own" | "moved">,
): Omit<Recalculated, "problems" | "differences" | "requests"> {
  const { assessment, run, settings, detail } = judged;
  const before = lastRunOf(state).run;
  return {
    done: true,
    at,
    sheet: read.sheet,
    sheetId: state.sheetId,
    title: read.title?.text ?? "",
    table: { firstRow: read.body.first + 1, lastRow: read.body.last + 1 },
    places: { columns: layout.table.columns, own: layout.own },
    assessment,
    settings,
    recognised: recognised.map((one) => ({ ...one, at: layout.moved(one.at) })),
    changes: before && changesBetween(before, run),
    hasHistory: otherSheets.includes(HISTORY_SHEET),
    detail,
  };
}

/** What the details say of a judged table. */
export function reportOf({ sheets, findings }: DetailsRead, assessment: Assessment): DetailReport {
  const { departments, unknownDepartments, unknownWords, knownWords } = findings;
  return { sheets, departments, unknownDepartments, unknownWords, knownWords, nextSteps: nextSteps(assessment) };
}

/** The actuals of the detail sheets held against the cells of the table. */
export function reconciled(
  { state, table }: Pick<OpenTable, "table"> & { readonly state: SheetState },
  findings: readonly DepartmentFindings[],
  typedActuals: TypedActuals,
): Reconciled {
  const raw = (row: number, column: ActualColumn) =>
    table.columns[column] === undefined ? "" : cellOf(state.grid, row, table.columns[column]);
  return reconcile(table, findings, rememberedActuals(state).decided, typedActuals, raw);
}
