import type { Assessment } from "../core/assess/assessment";
import type { DetailReport } from "../core/detail/report";
import { planRectification } from "../core/ownSheets/rectification/rectification";
import { OWN_SHEETS } from "../core/ownSheets/registry";
import { rectificationEntries } from "../core/ownSheets/rectification/entries";
import { rulesOf } from "../core/taskSheet/ruleNames";
import { problem } from "../core/problems/catalogue";
import { DONE, UNDONE } from "../core/wording/actions";
import { RECTIFICATION_SHEET } from "../core/wording/ownSheets";
import { readSheet } from "../excel/readSheet";
import { defineAction } from "./action";
import { makeOwnSheet } from "./makeOwnSheet";
import { stopped } from "./outcome";
import type { ActionOptions, Changed, Stopped } from "./outcome";

/** What the last recalculation found, and on which sheet. */
export interface ListOptions extends ActionOptions {
  readonly assessment: Assessment;
  readonly detail: DetailReport | null;
  readonly taskSheet: string;
  /** Certificate numbers whole; masked where it is left out. */
  readonly showNumbers?: boolean;
}

/** 整改清单: lists on a sheet of its own what each department has to put right, and brings a list that stands up to date. */
export const listRectification = defineAction({
  name: "listRectification",
  undone: UNDONE.listRectification,
  place: ({ taskSheet }: ListOptions) => taskSheet,
  async run(context, options: ListOptions): Promise<Changed | Stopped> {
    const { excel, now, onProgress } = context;
    const { assessment, detail, taskSheet, showNumbers = false } = options;
    onProgress("reading");
    const table = await readSheet(excel, taskSheet);
    if (!table) return stopped(problem("PLACE_GONE", undefined, { place: taskSheet }));
    const entries = rectificationEntries(assessment, detail, rulesOf(table.state).rules, showNumbers);
    return makeOwnSheet(context, OWN_SHEETS.rectification, {
      plan: (standing) =>
        standing === null && entries.open.every(({ onlyWhereHeld }) => onlyWhereHeld)
          ? [problem("NOTHING_TO_LIST")]
          : planRectification(entries, standing?.content ?? null, now, showNumbers),
      message: ({ open, solved }) => DONE.listed(RECTIFICATION_SHEET, open, solved),
    });
  },
});
