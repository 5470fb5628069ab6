import type { SheetContent } from "../core/plan/content";
import { noticeFormat, noticeNames } from "../core/ownSheets/notices/noticeFormat";
import { MARK_STEP } from "../core/ownSheets/registry";
import { problem } from "../core/problems/catalogue";
import { UNDONE } from "../core/wording/actions";
import { NOTICES_DONE } from "../core/wording/notice";
import { deleteSheets, readContents, readWorkbook } from "../excel/contents";
import { failureProblem, isCellEdit, reasonOf } from "../excel/failure";
import { readNotices } from "../excel/readNotices";
import type { StandingNotice } from "../excel/readNotices";
import type { Session } from "../excel/session";
import { defineAction } from "./action";
import { rememberAction } from "./lastAction";
import type { SheetsAction, TouchedSheet } from "./lastAction";
import { unwritableWorkbook } from "./guards";
import { stopped } from "./outcome";
import type { ActionOptions, Changed, Stopped } from "./outcome";
import { restoreSheets } from "./restoreSheets";

/** 移去通知单: deletes the notices' sheets, whatever they have been renamed to. Undo makes them again, with what was typed on them. */
export const removeNotices = defineAction({
  name: "removeNotices",
  undone: UNDONE.removeNotices,
  async run({ action, excel, now, onProgress, cancelled }, _: ActionOptions): Promise<Changed | Stopped> {
    onProgress("reading");
    const { notices } = await readNotices(excel);
    if (notices.length === 0) return stopped(problem("NOTICES_NOT_FOUND"));
    const blocked = unwritableWorkbook(await readWorkbook(excel));
    if (blocked) return blocked;
    const locked = notices.find(({ isProtected }) => isProtected);
    if (locked) return stopped(problem("SHEET_PROTECTED", { sheet: locked.name }));
    const contents = await readContents(
      excel,
      notices.map(({ id }) => id),
      cancelled,
    );
    const done: SheetsAction = {
      action,
      at: now,
      sheets: notices.map((notice) => removed(notice, contents.get(notice.id)!)),
    };

    onProgress("writing");
    const failed = await deleteAll(excel, done);
    if (failed) return failed;
    rememberAction(done);
    return {
      done: true,
      sheet: notices[0]!.name,
      message: NOTICES_DONE.removed(notices.length),
      requests: excel.requests,
    };
  },
});

function removed({ id, name, position }: StandingNotice, before: SheetContent): TouchedSheet {
  return {
    id,
    name,
    before,
    after: null,
    looks: [MARK_STEP, ...noticeNames(before), ...noticeFormat(before)],
    removedFrom: position,
  };
}

/** Deletes them in one request; where Excel fails midway, those that are gone are made again. */
async function deleteAll(session: Session, action: SheetsAction): Promise<Stopped | null> {
  try {
    deleteSheets(
      session,
      action.sheets.map(({ id }) => id),
    );
    await session.sync();
    return null;
  } catch (error) {
    const place = action.sheets[0]!.name;
    if (isCellEdit(error)) return stopped(failureProblem(error, "write", place));
    let gone: readonly TouchedSheet[] = action.sheets;
    try {
      const { sheets } = await readWorkbook(session);
      gone = action.sheets.filter(({ id }) => !sheets.some((sheet) => sheet.id === id));
      await restoreSheets(session, { sheets: gone });
    } catch (second) {
      rememberAction({ ...action, sheets: gone, unsettled: true });
      return stopped(problem("NOT_RESTORED", { sheet: place }, { reason: `${reasonOf(error)}；${reasonOf(second)}` }));
    }
    return stopped(failureProblem(error, "write", place));
  }
}
