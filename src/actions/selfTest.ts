import { GOLDEN_ROWS } from "../core/golden/golden";
import { goldenSheet } from "../core/golden/goldenSheet";
import { problem } from "../core/problems/catalogue";
import { ASPECTS, FOUND, GOLDEN_SHEET } from "../core/wording/selfTest";
import { applyPlan } from "../excel/applyPlan";
import { deleteSheets, readWorkbook } from "../excel/contents";
import { environment, isStructureProtected } from "../excel/environment";
import { isFromExcel } from "../excel/failure";
import { inWorkbook } from "../excel/session";
import type { Session } from "../excel/session";
import { openSheet, printWorkbook } from "../excel/workbookPrint";
import type { WorkbookPrint } from "../excel/workbookPrint";
import { stopped } from "./outcome";
import type { ActionOptions, Stopped } from "./outcome";
import { attempt } from "./perform";
import {
  checkChart,
  checkClearing,
  checkEntries,
  checkEvents,
  checkPlaces,
  checkPrinting,
  checkRecalculation,
  checkRules,
  look,
} from "./selfTest/checks";
import { checkMachine } from "./selfTest/machine";
import { finding } from "./selfTest/findings";
import { Record } from "./selfTest/record";
import type { SelfTestReport } from "./selfTest/report";
import { Scratch } from "./selfTest/scratch";

/** How often the scratch sheet is tried to be deleted, and how long after each refusal, in milliseconds: a person may be typing into a cell. */
const ATTEMPTS = 3;
const AGAIN_AFTER = 700;

/** Who runs the self-test: how far it has got. */
interface Run {
  readonly now: Date;
  readonly record: Record;
  /** The scratch sheet's name from the moment on that it may stand. */
  made: string | null;
  before: WorkbookPrint | null;
  failing: readonly string[] | null;
  requests: number;
}

/**
 * 自检: whether the add-in does what it should in this Excel. Works on a scratch sheet of its own with the golden table, which goes
 * in the end, whatever happens; of the workbook nothing else is written, and what 撤销本次 would undo stays what it was. The report
 * tells nothing of the workbook.
 */
export async function selfTest({
  now = new Date(),
  onProgress,
  cancelled,
}: Pick<ActionOptions, "now" | "onProgress" | "cancelled"> = {}): Promise<SelfTestReport | Stopped> {
  const began = Date.now();
  const run: Run = {
    now,
    record: new Record({ ...(onProgress && { onProgress }), ...(cancelled && { cancelled }) }),
    made: null,
    before: null,
    failing: null,
    requests: 0,
  };
  let left: string | null = null;
  const ended = await attempt("read", undefined, (session) => checkAll(session, run)).finally(async () => {
    // Whatever has happened, the scratch sheet goes first.
    left = await leaveNothing(run);
  });
  if (ended)
    return left === null
      ? ended
      : stopped(...ended.problems, problem("SELF_TEST_SHEET_LEFT", undefined, { sheet: left }));
  return reportOf(run, left, Date.now() - began);
}

function reportOf({ now, record, failing, requests }: Run, left: string | null, milliseconds: number): SelfTestReport {
  const { checks } = record;
  return {
    done: true,
    report: "jgzb-self-test",
    version: 1,
    at: now.toISOString(),
    environment: environment(),
    checks,
    cases: failing ? GOLDEN_ROWS.map((row) => ({ case: row.case, passed: !failing.includes(row.case) })) : [],
    passed:
      left === null &&
      checks.every(({ outcome }) => outcome === "passed" || outcome === "differs" || outcome === "unsupported"),
    left,
    milliseconds,
    requests,
  };
}

/** All checks on the scratch sheet; null once they are done, or why there can be none. */
async function checkAll(session: Session, run: Run): Promise<Stopped | null> {
  const { record } = run;
  try {
    const { sheets, isReadOnly } = await readWorkbook(session);
    if (isReadOnly) return stopped(problem("WORKBOOK_READ_ONLY"));
    if (await isStructureProtected(session)) return stopped(problem("WORKBOOK_STRUCTURE_PROTECTED"));
    await record.run(session, "before", async () => {
      run.before = await printWorkbook(session, null);
      return [];
    });
    const name = freeName(sheets.map((sheet) => sheet.name));
    let id: string | undefined;
    await record.run(session, "sheet", async () => {
      run.made = name;
      await applyPlan(session, goldenSheet(name));
      id = (await readWorkbook(session)).sheets.find((sheet) => sheet.name === name)?.id;
      return id === undefined ? [finding("worksheets", FOUND.there, null)] : [];
    });
    if (id === undefined) return null;
    await runChecks({ session, record, scratch: new Scratch(session, id, run.now) }, run);
    return null;
  } finally {
    run.requests += session.requests;
  }
}

/** What fails between two checks, where the sheet is only looked at, ends them: those not reached are skipped. */
async function runChecks(bench: Parameters<typeof look>[0], run: Run): Promise<void> {
  try {
    const before = await look(bench);
    await checkEntries(bench);
    if (!(await checkRecalculation(bench, (failing) => (run.failing = failing)))) return;
    await checkRules(bench);
    await checkPrinting(bench);
    await checkChart(bench);
    await checkEvents(bench);
    await checkMachine(bench);
    await checkPlaces(bench);
    await checkClearing(bench, before);
  } catch (error) {
    if (!isFromExcel(error)) throw error;
  }
}

/** 自检（可删除）, or with a number behind it. Upper and lower case are alike to Excel, and there is neither here. */
function freeName(taken: readonly string[]): string {
  let name: string = GOLDEN_SHEET.name;
  for (let number = 2; taken.includes(name); number++) name = `${GOLDEN_SHEET.name}${number}`;
  return name;
}

/** Deletes the scratch sheet and looks whether the workbook is as it was. The sheet's name where it could not be deleted. */
async function leaveNothing(run: Run): Promise<string | null> {
  const { made } = run;
  if (made === null) return null;
  for (let attempt = 1; ; attempt++) {
    if (await isClearedAway(run, made)) return null;
    if (attempt === ATTEMPTS) return made;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER));
  }
}

async function isClearedAway(run: Run, made: string): Promise<boolean> {
  try {
    return await inWorkbook((session) => clearAway(session, run, made));
  } catch (error) {
    if (!isFromExcel(error)) throw error;
    return false;
  }
}

/** Whoever has stopped the checks does not stop this. */
async function clearAway(session: Session, run: Run, made: string): Promise<boolean> {
  const { record, before } = run;
  const tidying = new Record({});
  const gone = await tidying.run(session, "remove", async () => {
    const standing = (await readWorkbook(session)).sheets.find(({ name }) => name === made);
    if (standing) deleteSheets(session, [standing.id]);
    await session.sync();
    return [];
  });
  if (gone && before) {
    await tidying.run(session, "after", async () => {
      const after = await printWorkbook(session, null);
      if (after.active !== before.active) await openSheet(session, before.active);
      return (Object.keys(ASPECTS) as (keyof WorkbookPrint)[]).flatMap((aspect) =>
        before[aspect] === after[aspect] ? [] : [finding(ASPECTS[aspect], FOUND.unchanged, FOUND.changed)],
      );
    });
  }
  record.take(tidying);
  run.requests += session.requests;
  return gone;
}
