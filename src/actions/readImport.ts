import { readRules } from "../core/assess/rules";
import type { Rules } from "../core/assess/rules";
import { readChoices } from "../core/detail/choices";
import { DepartmentNames } from "../core/detail/departments";
import type { UnknownDepartment } from "../core/detail/findings";
import { Importing, reportDepartments } from "../core/detail/importing";
import type { Imported, ImportedKind, Merge } from "../core/detail/importing";
import type { DetailKind } from "../core/detail/kinds";
import { rulesOf } from "../core/taskSheet/ruleNames";
import { problem } from "../core/problems/catalogue";
import type { Problem } from "../core/problems/problem";
import type { TaskTable } from "../core/table/taskTable";
import { readOutline } from "../excel/readOutline";
import type { WorkbookOutline } from "../excel/readOutline";
import { Cancelled } from "../excel/readRows";
import type { Session } from "../excel/session";
import { defineAction } from "./action";
import { readFile } from "./importing/readFiles";
import type { ImportFile } from "./importing/readFiles";
import { mergeWith, standingSheets } from "./importing/standing";
import type { StandingSheet } from "./importing/standing";
import { unwritableWorkbook } from "./guards";
import { openTable } from "./openTable";
import { stopped } from "./outcome";
import type { ActionOptions, Stopped } from "./outcome";

/** What the files hold of one kind, and what merging it into the workbook would do: rows = added + updated + identical. */
export interface ImportKindPreview {
  readonly kind: DetailKind;
  /** Files, or sheets of files, with rows of this kind. */
  readonly files: readonly string[];
  readonly rows: number;
  readonly added: number;
  readonly updated: number;
  /** Repeated in the files, or in the workbook already. */
  readonly identical: number;
  /** The workbook's sheet of this kind; null where the import makes it. */
  readonly sheet: string | null;
}

/** Files that have been read and found faultless; nothing is written yet. */
export interface ImportPreview {
  readonly done: true;
  readonly kinds: readonly ImportKindPreview[];
  /** Departments that no row of the task table bears, once for each kind; empty where the workbook has no task table. */
  readonly unknownDepartments: readonly UnknownDepartment[];
  /** Warnings only: what the files lack. */
  readonly problems: readonly Problem[];
  /** The rows, for `applyImport`. */
  readonly imported: Imported;
  readonly requests: number;
}

/** Sheets that are looked at for the task table. */
const SHEETS_TRIED = 5;

interface FilesOptions extends ActionOptions {
  readonly files: readonly ImportFile[];
}

/**
 * 导入平台文件, first half: reads the files the platforms export and checks every row. Nothing is changed; the sheets of .xlsx files
 * stand in the workbook only while they are read. Any error in any file stops the whole import.
 */
export const readImport = defineAction({
  name: "readImport",
  place: () => undefined,
  async run(context, { files, sheet }: FilesOptions): Promise<ImportPreview | Stopped> {
    const { excel, onProgress, cancelled } = context;
    if (files.length === 0) return stopped(problem("IMPORT_NO_FILES"));
    onProgress("reading", 0);
    await excel.askDates();
    const outline = await readOutline(excel);
    const blocked = unwritableWorkbook(outline);
    if (blocked) return blocked;
    const standing = await standingSheets(excel, outline);
    const open = await taskTableIn(excel, outline, standing.names, sheet);
    const rules = open?.rules ?? readRules(outline.memory?.rules).rules;

    const importing = new Importing(rules.stateWords);
    const problems: Problem[] = [];
    for (const [index, file] of files.entries()) {
      if (cancelled()) throw new Cancelled();
      const progress = (share: number): void => onProgress("reading", (index + share) / (files.length + 1));
      problems.push(...(await readFile(excel, file, importing, { onProgress: progress, cancelled })));
    }
    const imported = importing.result();
    problems.push(
      ...imported.problems.filter(({ severity }) => severity === "error"),
      ...imported.kinds.flatMap(({ kind }) => standing.problems.get(kind) ?? []),
    );
    if (problems.length > 0) return stopped(...problems);

    const kinds: ImportKindPreview[] = [];
    for (const one of imported.kinds) {
      const there = standing.sheets.get(one.kind);
      kinds.push(previewOf(one, there, await mergeWith(excel, one, there, { cancelled })));
    }
    onProgress("reading", 1);
    const names = open && new DepartmentNames(open.table, readChoices(outline.memory?.detail).choices.aliases);
    if (names) for (const one of imported.kinds) reportDepartments(one, names);
    return {
      done: true,
      kinds,
      unknownDepartments: names?.unknownDepartments ?? [],
      problems: imported.problems,
      imported,
      requests: excel.requests,
    };
  },
});

function previewOf(
  { kind, sources, rows }: ImportedKind,
  standing: StandingSheet | undefined,
  { added, updates, identical }: Merge,
): ImportKindPreview {
  return {
    kind,
    files: sources.map(({ name }) => name),
    rows,
    added: added.length,
    updated: updates.length,
    identical,
    sheet: standing?.outline.name ?? null,
  };
}

/** The task table, sought on the sheets that are no detail sheets, the active one first; null where none is found. */
async function taskTableIn(
  session: Session,
  { sheets, active }: WorkbookOutline,
  details: ReadonlySet<string>,
  wanted?: string,
): Promise<{ table: TaskTable; rules: Rules } | null> {
  const others = sheets
    .filter(({ name, visible, used }) => visible && used !== null && !details.has(name))
    .map(({ name }) => name);
  const tried =
    wanted === undefined
      ? [...others].sort((a, b) => Number(b === active) - Number(a === active)).slice(0, SHEETS_TRIED)
      : [wanted];
  for (const name of tried) {
    const open = await openTable(session, name);
    if (open.done) return { table: open.table, rules: rulesOf(open.state).rules };
  }
  return null;
}
