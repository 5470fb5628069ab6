import { areaOf, BLANK_SHEET, contentSteps, fingerprint, stillHolds } from "../core/plan/content";
import type { SheetContent } from "../core/plan/content";
import type { SheetPlan, Step } from "../core/plan/sheetPlan";
import type { Memory } from "../core/memory/memory";
import { problem } from "../core/problems/catalogue";
import { applyPlan } from "../excel/applyPlan";
import type { Applying, Shown } from "../excel/applyPlan";
import { readContents, readWorkbook } from "../excel/contents";
import { areasOverwritten, loadAreas } from "../excel/overwritten";
import type { WorkbookState } from "../excel/contents";
import { failureProblem, isCellEdit, reasonOf } from "../excel/failure";
import { writeMemory } from "../excel/memory";
import { Cancelled } from "../excel/readRows";
import type { Context } from "./action";
import { rememberAction } from "./lastAction";
import type { SheetsAction, TableAction, TouchedSheet } from "./lastAction";
import { ofLaterVersion } from "./openTable";
import { stopped } from "./outcome";
import type { Stopped } from "./outcome";
import { restoreSheets, sameMemory } from "./restoreSheets";

/** Whole sheets to write, and what it takes to put the workbook back. */
export interface SheetsWriting {
  /** One a sheet, written in this order; none where only the memory changes. */
  readonly plans: readonly SheetPlan[];
  /** By sheet name: what the sheets of the plans hold that stand already, as `readContents` gives it. */
  readonly before: ReadonlyMap<string, SheetContent>;
  /** By sheet name: what gives a sheet that stands already its looks back. Looks of those left out stay as the plan makes them. */
  readonly looks?: ReadonlyMap<string, readonly Step[]>;
  /** By sheet name: what merges the cells of a sheet that stands already as they were. */
  readonly merges?: ReadonlyMap<string, readonly Step[]>;
  /** The sheet that is opened once all are written. */
  readonly show?: string;
  /** What the workbook is to remember; absent leaves it alone. */
  readonly memory?: Memory | null;
  /** The action that this one is a part of, undone together with it. */
  readonly joined?: TableAction;
}

/**
 * Writes sheets of ours and remembers what undoing takes. Where Excel fails midway or the person stops it, all that came
 * through is taken back before it is told. One sync to look at the workbook, one or more a sheet, and those that read what
 * stands afterwards. `shown` is what Excel shows in the cells of which the plans expect something.
 */
export async function writeSheets(
  context: Context,
  writing: SheetsWriting,
): Promise<{ readonly done: true; readonly shown: readonly Shown[] } | Stopped> {
  const { action, excel: session, now: at, onProgress, cancelled } = context;
  const { plans, before } = writing;
  const standing = await readWorkbook(session);
  const blocked = unwritable(standing, plans);
  if (blocked) return blocked;
  const memory =
    writing.memory === undefined || sameMemory(writing.memory, standing.memory)
      ? undefined
      : { before: standing.memory, after: writing.memory };

  onProgress("writing", 0);
  const requestsBefore = session.requests;
  try {
    const shown: Shown[] = [];
    for (const [index, plan] of plans.entries()) {
      const areas = plan.create ? null : areasOverwritten(plan.steps);
      let stood: ReturnType<typeof loadAreas> | undefined;
      const first: Applying["first"] = (sheet) => (stood = areas ? loadAreas(sheet, areas) : undefined);
      shown.push(
        ...(await applyPlan(session, plan, {
          cancelled,
          first,
          onWritten: (share) => onProgress("writing", (index + share) / plans.length),
        })),
      );
      const found = stood?.value();
      if (found && !stillHolds(before.get(plan.sheet) ?? BLANK_SHEET, found))
        return await giveBack(context, writing, index, found);
    }
    if (memory) {
      writeMemory(session.workbook, memory.after);
      await session.sync();
    }
    if (writing.show !== undefined) session.workbook.worksheets.getItem(writing.show).activate();
    const { sheets } = await readWorkbook(session);
    const contents = await readContents(
      session,
      plans.map(({ sheet }) => sheet),
    );
    const touched = plans.map(({ sheet, create }): TouchedSheet => ({
      id: sheets.find(({ name }) => name === sheet)!.id,
      name: sheet,
      before: create ? null : (before.get(sheet) ?? BLANK_SHEET),
      after: fingerprint(contents.get(sheet)!),
      ...looksOf(writing, sheet),
    }));
    rememberAction({ action, at, sheets: touched, ...(memory && { memory }), ...joinedOf(writing) });
    return { done: true, shown };
  } catch (error) {
    // Stopped before the first request, or refused while a cell is being edited: nothing has come through.
    const untouched =
      error instanceof Cancelled
        ? session.requests === requestsBefore
        : isCellEdit(error) && session.requests === requestsBefore + 1;
    if (!untouched) {
      const left = await takeBack(context, writing, memory);
      if (left !== null)
        return stopped(
          problem("NOT_RESTORED", { sheet: plans[0]?.sheet ?? "" }, { reason: `${reasonOf(error)}；${left}` }),
        );
    }
    if (error instanceof Cancelled) return stopped(problem("CANCELLED"));
    return stopped(failureProblem(error, "write", plans[0]?.sheet));
  }
}

/**
 * Somebody else has written where this plan writes, or moved rows or columns, since the sheet was read: what stood there when the writing
 * began is put back, and the sheets before it are as they were.
 */
async function giveBack(
  context: Context,
  writing: SheetsWriting,
  index: number,
  stood: readonly SheetContent[],
): Promise<Stopped> {
  const { plans } = writing;
  const { sheet, steps } = plans[index]!;
  const merged = steps.flatMap((step): Step[] => (step.do === "merge" ? [{ do: "unmerge", area: step.area }] : []));
  try {
    await applyPlan(context.excel, {
      sheet,
      steps: [...merged, ...stood.flatMap((content) => contentSteps(areaOf(content), content))],
      expected: [],
    });
  } catch (error) {
    // What was read before it is no longer what stands there: it is not put in its place.
    return stopped(problem("NOT_RESTORED", { sheet }, { reason: reasonOf(error) }));
  }
  const left = await takeBack(context, { ...writing, plans: plans.slice(0, index) }, undefined);
  return stopped(
    left === null
      ? problem("SHEET_CHANGED_MEANWHILE", { sheet }, { sheet })
      : problem("NOT_RESTORED", { sheet }, { reason: left }),
  );
}

function looksOf({ looks, merges }: SheetsWriting, sheet: string): Pick<TouchedSheet, "looks" | "merges"> {
  const [held, merged] = [looks?.get(sheet), merges?.get(sheet)];
  return { ...(held && { looks: held }), ...(merged && { merges: merged }) };
}

function joinedOf({ joined }: SheetsWriting): Pick<SheetsAction, "joined"> {
  return joined ? { joined } : {};
}

/** Null, or why nothing could be taken back now; it can still be undone once Excel answers again. */
async function takeBack(
  { action, excel: session, now: at }: Context,
  writing: SheetsWriting,
  memory: SheetsAction["memory"],
): Promise<string | null> {
  const { plans, before } = writing;
  // The names are as good as ids here: none of the sheets that were to be made stood before.
  const all = plans.map(({ sheet, create }): TouchedSheet => ({
    id: sheet,
    name: sheet,
    before: create ? null : (before.get(sheet) ?? BLANK_SHEET),
    after: null,
    ...looksOf(writing, sheet),
  }));
  try {
    const { sheets } = await readWorkbook(session);
    await restoreSheets(session, {
      sheets: all.filter(({ id }) => sheets.some(({ name }) => name === id)),
      ...(memory && { memory }),
    });
    return null;
  } catch (error) {
    rememberAction({
      action,
      at,
      sheets: all,
      ...(memory && { memory: { before: memory.before } }),
      ...joinedOf(writing),
    });
    return reasonOf(error);
  }
}

/** What stops all writing, before anything is written. */
function unwritable({ sheets, isReadOnly, memory }: WorkbookState, plans: readonly SheetPlan[]): Stopped | null {
  const later = ofLaterVersion(memory);
  if (later) return later;
  if (isReadOnly) return stopped(problem("WORKBOOK_READ_ONLY"));
  for (const { sheet, create } of plans) {
    const standing = sheets.find(({ name }) => name === sheet);
    if (create && standing) return stopped(problem("SHEET_NAME_TAKEN", undefined, { sheet }));
    if (!create && !standing) return stopped(problem("PLACE_GONE", undefined, { place: sheet }));
    if (standing?.isProtected) return stopped(problem("SHEET_PROTECTED", { sheet }));
  }
  return null;
}
