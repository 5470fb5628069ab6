import { readChoices } from "../../core/detail/choices";
import type { DetailSheet } from "../../core/detail/detailSheet";
import { recogniseDetail } from "../../core/detail/header";
import { Merging, allAdded } from "../../core/detail/importing";
import type { ImportedKind, Merge } from "../../core/detail/importing";
import { DETAIL_KINDS } from "../../core/detail/kinds";
import type { DetailKind } from "../../core/detail/kinds";
import type { ImportTarget } from "../../core/ownSheets/details/importing";
import { problem } from "../../core/problems/catalogue";
import type { Problem } from "../../core/problems/problem";
import { DETAIL_SHEETS } from "../../core/wording/detail";
import { quoted } from "../../core/wording/names";
import { readHeads } from "../../excel/readHeads";
import type { SheetOutline, WorkbookOutline } from "../../excel/readOutline";
import { readRows } from "../../excel/readRows";
import type { RowReading } from "../../excel/readRows";
import type { Session } from "../../excel/session";

/** A detail sheet as it stands in the workbook; `target` is null where the sheet is blank and gets its headers from the template. */
export interface StandingSheet {
  readonly outline: SheetOutline;
  readonly target: ImportTarget | null;
}

export interface Standing {
  /** By kind; a kind that is absent has no sheet. */
  readonly sheets: ReadonlyMap<DetailKind, StandingSheet>;
  /** All sheets that were taken for detail sheets, usable or not. */
  readonly names: ReadonlySet<string>;
  /** What keeps a kind from being imported. */
  readonly problems: ReadonlyMap<DetailKind, readonly Problem[]>;
}

/** Finds the workbook's detail sheets by their headers, the visible ones and those that bear a detail sheet's own name; one sync. */
export async function standingSheets(session: Session, { sheets, memory }: WorkbookOutline): Promise<Standing> {
  const { choices } = readChoices(memory?.detail);
  const own = new Map(DETAIL_KINDS.map((kind) => [DETAIL_SHEETS[kind], kind]));
  const looked = sheets.filter(({ name, visible, used }) => used !== null && (visible || own.has(name)));
  const heads =
    looked.length > 0
      ? await readHeads(
          session,
          looked.map(({ name }) => name),
        )
      : [];
  const outlineOf = (name: string) => sheets.find((sheet) => sheet.name === name)!;
  const recognised = heads.flatMap((head) => {
    const recognition = recogniseDetail(head, choices);
    return recognition ? [{ ...recognition, name: head.sheet }] : [];
  });
  const found = new Map<DetailKind, StandingSheet>();
  const problems = new Map<DetailKind, readonly Problem[]>();
  for (const kind of DETAIL_KINDS) {
    const same = recognised.filter((one) => one.kind === kind);
    const faults = same.flatMap((one) => one.problems);
    const named = sheets.find(({ name }) => name === DETAIL_SHEETS[kind]);
    if (same.length > 1)
      faults.push(
        problem(
          "DETAIL_KIND_TWICE",
          { sheet: same[1]!.name },
          { kind: DETAIL_SHEETS[kind], sheets: quoted(same.map(({ name }) => name)) },
        ),
      );
    if (same.length === 0 && named?.used)
      faults.push(problem("IMPORT_SHEET_UNUSABLE", { sheet: named.name }, { sheet: named.name }));
    if (faults.length > 0) problems.set(kind, faults);
    else if (same[0]?.sheet)
      found.set(kind, { outline: outlineOf(same[0].name), target: targetOf(same[0].sheet, outlineOf(same[0].name)) });
    else if (named) found.set(kind, { outline: named, target: null });
  }
  return { sheets: found, names: new Set(recognised.map(({ name }) => name)), problems };
}

function targetOf(sheet: DetailSheet, { used }: SheetOutline): ImportTarget {
  return { sheet, firstColumn: used!.firstColumn, lastColumn: used!.lastColumn };
}

/** What the files change, held against the rows of the workbook, which are read in blocks. */
export async function mergeWith(
  session: Session,
  imported: ImportedKind,
  standing: StandingSheet | undefined,
  reading: RowReading,
): Promise<Merge> {
  const target = standing?.target;
  if (!target || target.sheet.lastRow === target.sheet.headerRow) return allAdded(imported);
  const { sheet } = target;
  const columns = Object.values(sheet.columns);
  const merging = new Merging(imported, sheet, session.dates);
  const area = {
    firstRow: sheet.headerRow + 1,
    lastRow: sheet.lastRow,
    firstColumn: Math.min(...columns),
    lastColumn: Math.max(...columns),
  };
  await readRows(session, sheet.sheet, area, (block) => merging.add(block), reading);
  return merging.result();
}
