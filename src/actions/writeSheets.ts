import { areaOf, BLANK_SHEET, contentSteps, fingerprint, stillHolds } from "../core/plan/content";
import type { SheetContent } from "../core/plan/content";
import type { PlannedSheet } from "../core/ownSheets/wholeSheet";
import type { SheetPlan, Step } from "../core/plan/sheetPlan";
import type { Memory } from "../core/memory/memory";
import { problem } from "../core/problems/catalogue";
import { applyPlan } from "../excel/applyPlan";
import type { Applying } from "../excel/applyPlan";
import { readContents, readWorkbook } from "../excel/contents";
import { areasOverwritten, loadAreas } from "../excel/overwritten";
import type { WorkbookState } from "../excel/contents";
import { failureProblem, isCellEdit, reasonOf } from "../excel/failure";
import { writeMemory } from "../excel/memory";
import { Cancelled } from "../excel/readRows";
import type { Context } from "./action";
import { differences } from "./differences";
import { rememberAction } from "./lastAction";
import type { SheetsAction, TableAction, TouchedSheet } from "./lastAction";
import { unwritableWorkbook } from "./guards";
import { stopped } from "./outcome";
import type { Difference, Stopped } from "./outcome";
import { restoreSheets, sameMemory } from "./restoreSheets";

/** Whole sheets to write, and what it takes to put the workbook back. */
export interface SheetsWriting {
  /** Written in this order; none where only the memory changes. */
  readonly sheets: readonly PlannedSheet[];
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
 * stands afterwards. `differences` are the cells in which Excel shows something else than the plans expect.
 */
export async function writeSheets(
  context: Context,
  writing: SheetsWriting,
): Promise<{ readonly done: true; readonly differences: readonly Difference[] } | Stopped> {
  const { action, excel: session, now: at, onProgress, cancelled } = context;
  const plans = writing.sheets.map(({ plan }) => plan);
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
    const differing: Difference[] = [];
    for (const [index, { plan, before }] of writing.sheets.entries()) {
      const areas = plan.create ? null : areasOverwritten(plan.steps);
      let stood: ReturnType<typeof loadAreas> | undefined;
      const first: Applying["first"] = (sheet) => (stood = areas ? loadAreas(sheet, areas) : undefined);
      const shown = await applyPlan(session, plan, {
        cancelled,
        first,
        onWritten: (share) => onProgress("writing", (index + share) / plans.length),
      });
      differing.push(...shown.flatMap((one) => differences(plan.sheet, one)));
      const found = stood?.value();
      if (found && !stillHolds(before ?? BLANK_SHEET, found)) return await giveBack(context, writing, index, found);
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
    const touched = writing.sheets.map((sheet) => {
      const { name, id } = sheets.find((one) => one.name === sheet.plan.sheet)!;
      return touchedSheet(sheet, id, fingerprint(contents.get(name)!));
    });
    rememberAction({ action, at, sheets: touched, ...(memory && { memory }), ...joinedOf(writing) });
    return { done: true, differences: differing };
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
  const { sheet, steps } = writing.sheets[index]!.plan;
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
  const left = await takeBack(context, { ...writing, sheets: writing.sheets.slice(0, index) }, undefined);
  return stopped(
    left === null
      ? problem("SHEET_CHANGED_MEANWHILE", { sheet }, { sheet })
      : problem("NOT_RESTORED", { sheet }, { reason: left }),
  );
}

function touchedSheet({ plan, before, looks }: PlannedSheet, id: string, after: string | null): TouchedSheet {
  return { id, name: plan.sheet, before: plan.create ? null : (before ?? BLANK_SHEET), after, ...(looks && { looks }) };
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
  // The names are as good as ids here: none of the sheets that were to be made stood before.
  const all = writing.sheets.map((sheet) => touchedSheet(sheet, sheet.plan.sheet, null));
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
function unwritable(workbook: WorkbookState, plans: readonly SheetPlan[]): Stopped | null {
  const blocked = unwritableWorkbook(workbook);
  if (blocked) return blocked;
  for (const { sheet, create } of plans) {
    const standing = workbook.sheets.find(({ name }) => name === sheet);
    if (create && standing) return stopped(problem("SHEET_NAME_TAKEN", undefined, { sheet }));
    if (!create && !standing) return stopped(problem("PLACE_GONE", undefined, { place: sheet }));
    if (standing?.isProtected) return stopped(problem("SHEET_PROTECTED", { sheet }));
  }
  return null;
}
