import { taskPeriod } from "../core/assess/pace";
import type { Rules } from "../core/assess/rules";
import { readChoices } from "../core/detail/choices";
import type { DetailSheet } from "../core/detail/detailSheet";
import { Examination } from "../core/detail/examination";
import type { DetailFindings } from "../core/detail/findings";
import { recogniseDetail } from "../core/detail/header";
import type { DetailRecognition } from "../core/detail/header";
import { DETAIL_KINDS } from "../core/detail/kinds";
import type { DetailSheetReport } from "../core/detail/report";
import { problem } from "../core/problems/catalogue";
import type { Problem } from "../core/problems/problem";
import type { TaskTable } from "../core/table/taskTable";
import { DETAIL_SHEETS } from "../core/wording/detail";
import { CHOICE_NAMES } from "../core/wording/settingNames";
import { quoted } from "../core/wording/names";
import { readHeads, type StandingHead } from "../excel/readHeads";
import { readRows } from "../excel/readRows";
import type { Session } from "../excel/session";
import type { ActionOptions } from "./outcome";

/** What the workbook's detail sheets say, and which they are. */
export interface DetailsRead {
  readonly sheets: readonly DetailSheetReport[];
  readonly findings: DetailFindings;
  readonly problems: readonly Problem[];
}

interface Wanted extends Pick<ActionOptions, "onProgress" | "cancelled"> {
  readonly table: TaskTable;
  readonly rules: Rules;
  /** The other sheets of the workbook. */
  readonly sheets: readonly string[];
  /** `Memory.detail`, as stored. */
  readonly choices: unknown;
  readonly now: Date;
}

/**
 * Finds the detail sheets among the workbook's other sheets and reads them in blocks: one sync to look at all of them, one for
 * each block. Null where there are none with rows. Throws `Cancelled` where the person stops it.
 */
export async function readDetails(
  session: Session,
  { table, rules, sheets, choices: stored, now, onProgress, cancelled }: Wanted,
): Promise<DetailsRead | null> {
  const { choices, damaged } = readChoices(stored);
  await session.askDates();
  const heads = await readHeads(session, sheets);
  const found = heads.flatMap((head) => {
    const recognition = recogniseDetail(head, choices);
    return recognition && head.lastRow > recognition.headerRow ? [{ head, recognition }] : [];
  });
  if (found.length === 0) return null;
  const { used, problems } = oneOfEach(found.map(({ recognition }) => recognition).flatMap(({ sheet }) => sheet ?? []));
  const period = rules.casesWithinPeriod ? taskPeriod(table.period, rules, now) : null;
  const examination = new Examination(table, used, rules, choices, period, session.dates);

  const rows = examination.sheets.map(rowsOf);
  const all = rows.reduce((sum, count) => sum + count, 0);
  let before = 0;
  for (const [index, sheet] of examination.sheets.entries()) {
    const columns = Object.values(sheet.columns);
    const area = {
      firstRow: sheet.headerRow + 1,
      lastRow: sheet.lastRow,
      firstColumn: Math.min(...columns),
      lastColumn: Math.max(...columns),
    };
    const done = before;
    const progress = (share: number): void => onProgress?.("reading", (done + share * rows[index]!) / all);
    await readRows(session, sheet.sheet, area, (block) => examination.add(sheet.kind, block), {
      onProgress: progress,
      cancelled,
    });
    before += rows[index]!;
  }
  const findings = examination.findings();
  return {
    sheets: found.map(({ head, recognition }) => reportOf(head, recognition, used)),
    findings,
    problems: [
      ...damaged.map((setting) => problem("CHOICES_DAMAGED", undefined, { choices: CHOICE_NAMES[setting] })),
      ...found.flatMap(({ recognition }) => recognition.problems),
      ...problems,
      ...(period !== null && used.some(({ kind, columns }) => kind === "items" && columns.cases !== undefined)
        ? [problem("CASES_WITHOUT_DATE")]
        : []),
      ...findings.problems,
    ],
  };
}

/** Two sheets of one kind: nobody can say which holds, so neither is used. */
function oneOfEach(sheets: readonly DetailSheet[]): { used: DetailSheet[]; problems: Problem[] } {
  const used: DetailSheet[] = [];
  const problems: Problem[] = [];
  for (const kind of DETAIL_KINDS) {
    const same = sheets.filter((sheet) => sheet.kind === kind);
    if (same.length === 1) used.push(same[0]!);
    if (same.length > 1)
      problems.push(
        problem(
          "DETAIL_KIND_TWICE",
          { sheet: same[1]!.sheet },
          { kind: DETAIL_SHEETS[kind], sheets: quoted(same.map(({ sheet }) => sheet)) },
        ),
      );
  }
  return { used, problems };
}

function rowsOf({ headerRow, lastRow }: Pick<DetailSheet, "headerRow" | "lastRow">): number {
  return lastRow - headerRow;
}

function reportOf(
  head: StandingHead,
  { sheet, kind, headers, headerRow }: DetailRecognition,
  used: readonly DetailSheet[],
): DetailSheetReport {
  return {
    sheet: head.sheet,
    sheetId: head.sheetId,
    kind,
    used: sheet !== null && used.includes(sheet),
    rows: head.lastRow - headerRow,
    headers,
    columns: sheet?.columns ?? {},
  };
}
