import { areaOf, contentSteps, fingerprint, missingSheet } from "../core/plan/content";
import type { SheetContent } from "../core/plan/content";
import type { Step } from "../core/plan/sheetPlan";
import { around, plainSteps } from "../core/ownSheets/wholeSheet";
import { ownHighlights } from "../core/taskSheet/state";
import { problem } from "../core/problems/catalogue";
import { DONE } from "../core/wording/actions";
import { applyPlan } from "../excel/applyPlan";
import { deleteSheets, readContents, readWorkbook } from "../excel/contents";
import { brokenUndo, isCellEdit } from "../excel/failure";
import { writeMemory } from "../excel/memory";
import { readSheet } from "../excel/readSheet";
import type { Session } from "../excel/session";
import { undoSentence } from "./action";
import type { Context } from "./action";
import { forgetAction, rememberAction } from "./lastAction";
import type { SheetsAction, TouchedSheet } from "./lastAction";
import { unwritableWorkbook } from "./guards";
import { stopped } from "./outcome";
import type { Changed, Stopped } from "./outcome";

/**
 * 撤销本次 of an action that wrote whole sheets. Stops, with nothing written, where one of them no longer holds what the action
 * left there; a sheet that the action made and that is gone since needs no undoing. `undoJoined` takes the action back that this one
 * is a part of, once it is sure that this one can be undone; where it stops, nothing else is undone.
 */
export async function undoSheets(
  { excel: session, onProgress }: Context,
  last: SheetsAction,
  undoJoined?: () => Promise<Changed | Stopped>,
): Promise<Changed | Stopped> {
  onProgress("reading");
  const workbook = await readWorkbook(session);
  const blocked = unwritableWorkbook(workbook);
  if (blocked) return blocked;
  const { sheets, memory } = workbook;
  const standing = new Map(sheets.flatMap((sheet) => [[sheet.name, sheet] as const, [sheet.id, sheet] as const]));
  const gone = last.sheets.find(
    ({ id, before, removedFrom }) => before && removedFrom === undefined && !standing.has(id),
  );
  if (gone) return stopped(problem("PLACE_GONE", undefined, { place: gone.name }));
  const removed = last.sheets.filter(({ removedFrom }) => removedFrom !== undefined);
  const taken = last.unsettled ? undefined : removed.find(({ name }) => standing.has(name));
  if (taken) return stopped(problem("SHEET_NAME_TAKEN", undefined, { sheet: taken.name }));
  const touched = last.sheets.filter(({ id, removedFrom }) => removedFrom === undefined && standing.has(id));
  const locked = touched.find(({ id }) => standing.get(id)!.isProtected);
  if (locked) return stopped(problem("SHEET_PROTECTED", { sheet: standing.get(locked.id)!.name }));
  const checked = touched.filter(({ after }) => after !== null);
  const contents = await readContents(
    session,
    checked.map(({ id }) => id),
  );
  const changed = checked.find(({ id, after }) => fingerprint(contents.get(id)!) !== after);
  if (changed) return stopped(problem("UNDO_OUTDATED", { sheet: standing.get(changed.id)!.name }));
  // Read while a colleague had renamed the task table's sheet, and written now, it would name a sheet that does not stand.
  const names = [...sheets, ...removed].map(({ name }) => name);
  const astray = [...touched, ...removed].find(({ before }) => before !== null && missingSheet(before, names) !== null);
  if (astray) return stopped(problem("UNDO_OUTDATED", { sheet: astray.name }));
  if (last.memory?.after !== undefined && !sameMemory(memory, last.memory.after))
    return stopped(problem("UNDO_OUTDATED"));

  const joined = await undoJoined?.();
  if (joined && !joined.done) return joined;

  onProgress("undoing");
  // Where Excel stops midway the sheets may hold anything, and can still be put back.
  const { joined: _, ...alone } = last;
  const unsettled = {
    ...alone,
    unsettled: true as const,
    sheets: last.sheets.map((sheet) => ({ ...sheet, after: null })),
    ...(last.memory && { memory: { before: last.memory.before } }),
  };
  const writesBefore = session.writes;
  try {
    await restoreSheets(session, { ...last, sheets: [...touched, ...removed] });
  } catch (error) {
    // Excel refuses a whole request while a cell is being edited.
    if (!joined && session.writes <= writesBefore + (isCellEdit(error) ? 1 : 0)) throw error;
    rememberAction(unsettled);
    return stopped(brokenUndo(error, last.sheets[0]?.name));
  }
  forgetAction();
  const requests = session.requests + (joined?.requests ?? 0);
  if (joined) return { ...joined, message: DONE.undoneRecorded, requests };
  return {
    done: true,
    sheet: (touched[0] ?? removed[0])?.name ?? "",
    message: undoSentence(last.action, null),
    requests,
  };
}

type Kept = TouchedSheet & { readonly before: NonNullable<TouchedSheet["before"]> };

/** Puts back what stood before, from wherever the action got to. The sheets must stand, but for those that it deleted. */
export async function restoreSheets(
  session: Session,
  { sheets, memory, unsettled }: Pick<SheetsAction, "sheets" | "memory" | "unsettled">,
): Promise<void> {
  const held = sheets.filter((sheet): sheet is Kept => sheet.before !== null);
  const kept = held.filter(({ removedFrom }) => removedFrom === undefined);
  const now = await readContents(
    session,
    kept.map(({ id }) => id),
  );
  for (const { id, before, looks } of kept) {
    const standing = now.get(id)!;
    await applyPlan(session, {
      sheet: id,
      steps: [
        ...(looks ? await plainAgain(session, id, [standing, before], looks) : []),
        ...contentSteps(areaOf(standing), before),
        ...(looks ?? []),
      ],
      expected: [],
    });
  }
  await makeAgain(
    session,
    held.filter(({ removedFrom }) => removedFrom !== undefined),
    unsettled === true,
  );
  const remembered = memory ? (await readWorkbook(session)).memory : null;
  if (memory && !sameMemory(remembered, memory.before)) writeMemory(session.workbook, memory.before);
  deleteSheets(
    session,
    sheets.filter(({ before }) => before === null).map(({ id }) => id),
  );
  await session.write();
}

/** Takes off a sheet of ours the looks that it has now, where others come back. */
async function plainAgain(
  session: Session,
  id: string,
  contents: readonly SheetContent[],
  looks: readonly Step[],
): Promise<Step[]> {
  const highlighted = looks.some((step) => step.do === "highlight" || step.do === "dataBar");
  const state = highlighted ? (await readSheet(session, id))?.state : undefined;
  const areas = contents.flatMap((content) => areaOf(content) ?? []);
  return [
    ...(state ? [{ do: "removeHighlights", ids: ownHighlights(state) } as const] : []),
    ...(areas.length > 0 ? plainSteps(areas.reduce(around)) : []),
  ];
}

/** Makes sheets that were deleted once more, each in its place among the tabs; `anew` deletes what an attempt before has left. */
async function makeAgain(session: Session, removed: readonly Kept[], anew: boolean): Promise<void> {
  if (anew && removed.length > 0) {
    const { sheets } = await readWorkbook(session);
    deleteSheets(
      session,
      sheets.filter(({ name }) => removed.some((sheet) => sheet.name === name)).map(({ id }) => id),
    );
  }
  for (const { name, before, looks, removedFrom } of [...removed].sort((a, b) => a.removedFrom! - b.removedFrom!)) {
    await applyPlan(session, {
      sheet: name,
      create: true,
      steps: [...contentSteps(null, before), ...(looks ?? [])],
      expected: [],
    });
    session.workbook.worksheets.getItem(name).position = removedFrom!;
  }
}

/** Whatever order their keys are in: reading and writing do not keep it. */
export function sameMemory(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, sorted) === JSON.stringify(b, sorted);
}

function sorted(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
