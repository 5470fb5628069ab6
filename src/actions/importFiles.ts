import { allAdded } from "../core/detail/importing";
import type { ImportedKind, Merge } from "../core/detail/importing";
import type { DetailKind } from "../core/detail/kinds";
import { mergeDated, mergeSteps, newSheetSteps, replaceSteps } from "../core/ownSheets/details/importing";
import type { SheetPlan } from "../core/plan/sheetPlan";
import { TEMPLATE_HEADER_ROW } from "../core/ownSheets/details/templates";
import { problem } from "../core/problems/catalogue";
import type { Problem } from "../core/problems/problem";
import { UNDONE } from "../core/wording/actions";
import { DETAIL_SHEETS } from "../core/wording/detail";
import { imported as importedSentence } from "../core/wording/importing";
import type { ImportCounts } from "../core/wording/importing";
import { readContents } from "../excel/contents";
import { readOutline } from "../excel/readOutline";
import { Cancelled } from "../excel/readRows";
import { defineAction } from "./action";
import { mergeWith, standingSheets } from "./importing/standing";
import type { StandingSheet } from "./importing/standing";
import { stopped } from "./outcome";
import type { ActionOptions, Changed, Stopped } from "./outcome";
import type { ImportPreview } from "./readImport";
import { writeSheets } from "./writeSheets";

/** merge: rows of the files are added, or replace the row of the same thing. replace: they take the place of all rows of their kind. */
export type ImportMode = "merge" | "replace";

interface KindPlan {
  readonly plan: SheetPlan | null;
  readonly counts: ImportCounts;
  /** Rows that the sheet will reach to. */
  readonly rows: number;
}

const ROWS_OF_A_SHEET = 1_048_576;

interface FilesOptions extends ActionOptions {
  readonly preview: ImportPreview;
  readonly mode: ImportMode;
}

/**
 * 导入平台文件, second half: writes what the preview holds into the detail sheets, making those that are missing. The workbook is
 * read again, for it may have changed since. One undo takes all of it back.
 */
export const importFiles = defineAction({
  name: "importFiles",
  undone: UNDONE.importFiles,
  place: () => undefined,
  async run(context, { preview: { imported }, mode }: FilesOptions): Promise<Changed | Stopped> {
    const { excel, onProgress, cancelled } = context;
    onProgress("reading", 0);
    await excel.askDates();
    const standing = await standingSheets(excel, await readOutline(excel));
    const unusable = imported.kinds.flatMap(({ kind }) => standing.problems.get(kind) ?? []);
    if (unusable.length > 0) return stopped(...unusable);
    const planned: KindPlan[] = [];
    for (const [index, one] of imported.kinds.entries()) {
      const there = standing.sheets.get(one.kind);
      const progress = (share: number): void => onProgress("reading", (index + share) / imported.kinds.length);
      const merge =
        mode === "replace" ? allAdded(one) : await mergeWith(excel, one, there, { onProgress: progress, cancelled });
      planned.push(planOf(one, there, mergeDated(one.kind, merge, excel.dates), mode));
    }
    const full = planned.flatMap(({ rows, counts }): Problem[] =>
      rows > ROWS_OF_A_SHEET
        ? [problem("IMPORT_SHEET_FULL", undefined, { sheet: nameOf(counts.kind, standing.sheets), rows })]
        : [],
    );
    if (full.length > 0) return stopped(...full);
    const plans = planned.flatMap(({ plan }) => plan ?? []);
    const before = await readContents(
      excel,
      plans.filter(({ create }) => !create).map(({ sheet }) => sheet),
      cancelled,
    );
    if (cancelled()) throw new Cancelled();

    if (plans.length > 0) {
      const written = await writeSheets(context, {
        sheets: plans.map((plan) => ({ plan, before: before.get(plan.sheet) ?? null })),
      });
      if (!written.done) return written;
    }
    return {
      done: true,
      sheet: planned[0] ? nameOf(planned[0].counts.kind, standing.sheets) : "",
      message: importedSentence(
        planned.map(({ counts }) => counts),
        mode,
      ),
      requests: excel.requests,
    };
  },
});

function nameOf(kind: DetailKind, sheets: ReadonlyMap<DetailKind, StandingSheet>): string {
  return sheets.get(kind)?.outline.name ?? DETAIL_SHEETS[kind];
}

/** The plan for one kind's sheet; none where nothing changes. */
function planOf({ kind }: ImportedKind, standing: StandingSheet | undefined, merge: Merge, mode: ImportMode): KindPlan {
  const counts = { kind, added: merge.added.length, updated: merge.updates.length, identical: merge.identical };
  const target = standing?.target;
  if (!target) {
    const plan: SheetPlan = {
      sheet: standing?.outline.name ?? DETAIL_SHEETS[kind],
      ...(standing ? {} : { create: true }),
      steps: newSheetSteps(kind, merge.added),
      expected: [],
    };
    return { plan, counts, rows: TEMPLATE_HEADER_ROW + 1 + merge.added.length };
  }
  const { sheet, headerRow, lastRow } = target.sheet;
  const steps = mode === "replace" ? replaceSteps(kind, target, merge.added) : mergeSteps(kind, target, merge);
  const rows = merge.added.length + (mode === "replace" ? headerRow : lastRow) + 1;
  const changes = mode === "replace" || merge.added.length + merge.updates.length + merge.surplus.length > 0;
  return { plan: changes ? { sheet, steps, expected: [] } : null, counts, rows };
}
