import { undoable, undoLast } from "../../src/actions";
import { forgetAction } from "../../src/actions/lastAction";
import { startExcel } from "../../src/host/boot/node";
import type { Host, LoggedRequest } from "../../src/host/host";
import type { WorkbookData } from "../../src/host/workbook/data";
import { insertionOf } from "../actions/arbitraryLayout";
import { bookOf, workbookOfBook } from "./arbitraryBook";
import type { Book } from "./arbitraryBook";
import { CLEAR, LAST_TRIALS, PRINT, RECALCULATE, TRIALS } from "./trials";
import type { Desk, Outcome, Trial } from "./trials";
import { arbitraryDeath, arbitraryFault, everyFault, inflict } from "./faults";
import type { Fault } from "./faults";
import { Random } from "./random";
import { difference, foreign, foreignWithout, standing, withoutTied } from "./standing";

/** How much is tried on one workbook. */
export interface Effort {
  /** Actions after the first recalculation. */
  readonly actions: number;
  /** Faults of each action, and of untrial it; "every" takes each action of each request. */
  readonly faults: number | "every";
  readonly undoFaults: number;
  /** How often the program dies. */
  readonly deaths: number;
}

export interface Figures {
  workbooks: number;
  actions: number;
  faults: number;
}

/** Codes whose sentence leaves open what stands in the workbook, and says how to have it back. */
const OPEN = ["NOT_RESTORED", "UNDO_FAILED"];

/**
 * One random workbook, random actions on it, and faults in each of them. After every fault the workbook is as before, or undo makes it so, and the
 * problem's code says which. Throws where that does not hold.
 */
export async function playRound(seed: number, effort: Effort, figures: Figures): Promise<void> {
  const book = bookOf(seed);
  try {
    await new Round(seed, book, effort, figures).play();
  } catch (error) {
    if (!(error instanceof MergesUnknown))
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  figures.workbooks++;
}

/** Ends a round in which a stretched title could not be put back. */
class MergesUnknown extends Error {}

class Round {
  private host!: Host;
  private readonly random: Random;
  private readonly desk: Desk;
  /** Where the round stands, for a violation's message. */
  private at = "";
  private losesTies = false;
  /** Rows that an import has added and that undo has emptied keep the format of their numbers. */
  private leavesFormats = false;

  constructor(
    seed: number,
    private readonly book: Book,
    private readonly effort: Effort,
    private readonly figures: Figures,
  ) {
    this.random = new Random(seed);
    this.desk = { sheet: book.taskSheet, recalculated: null };
  }

  async play(): Promise<void> {
    const { before: column, count } = insertionOf(this.book.layout);
    // What Excel makes of the sheet when blank columns are inserted there, told by building it so.
    const moved = await standing(await startExcel(workbookOfBook(this.book, (at) => (at < column ? at : at + count))));
    this.host = await startExcel(workbookOfBook(this.book));
    forgetAction();
    const original = await standing(this.host);
    await this.perform(RECALCULATE);
    // Detail sheets fill columns of the table itself.
    if (!this.book.details)
      this.expect(
        foreignWithout(await standing(this.host), this.book.taskSheet, { before: column, count }),
        foreignWithout(moved, "", { before: column, count }),
        "what others have written after the recalculation",
      );
    for (let turn = 0; turn < this.effort.actions; turn++) await this.perform(this.random.one(TRIALS));
    this.losesTies = true;
    await this.clearAway(original);
    for (let death = 0; death < this.effort.deaths; death++) await this.afterDeath(original);
    await this.betweenReadAndWrite(original);
    await this.perform(this.random.one(LAST_TRIALS));
  }

  /** An action with its undo and its faults, and at last without one. */
  private async perform(trial: Trial): Promise<void> {
    this.at = nameOf(trial);
    this.losesTies = trial === CLEAR;
    this.leavesFormats = trial.action === "importFiles";
    const before = await this.stands();
    const tried = await this.run(trial);
    if (!tried.outcome.done) {
      this.expect(await this.stands(), before, `${codes(tried.outcome)}: the workbook`);
      return;
    }
    const after = await this.stands();
    if (trial !== PRINT) this.untouchedElsewhere(before, after);
    await this.undo();
    this.expect(await this.stands(), before, "the workbook after undo");
    for (const fault of this.faultsOf(tried.requests)) await this.fail(trial, fault, before);
    for (let index = 0; index < this.effort.undoFaults; index++) await this.failUndo(trial, before);
    this.at = nameOf(trial);
    await this.run(trial, true);
    this.expect(await this.stands(), after, "the workbook after the same action without a fault");
  }

  private faultsOf(requests: readonly LoggedRequest[]): Fault[] {
    const { faults } = this.effort;
    return faults === "every"
      ? everyFault(requests)
      : Array.from({ length: faults }, () => arbitraryFault(requests, this.random));
  }

  private async fail(trial: Trial, fault: Fault, before: WorkbookData): Promise<void> {
    this.at = `${nameOf(trial)}, ${JSON.stringify(fault)}`;
    const last = JSON.stringify(undoable());
    const stop = inflict(this.host, fault);
    const { outcome } = await this.run(trial);
    this.figures.faults += stop();
    if (outcome.done) {
      // Merged areas are asked for twice, and done without where Excel gives none: undo cannot give stretched titles their width back then.
      await this.undo();
      const now = await this.stands();
      if (fault.then && difference(now, before) !== null) {
        this.expect(withoutMerges(now), withoutMerges(before), "done: the workbook");
        throw new MergesUnknown();
      }
    } else if (leavesOpen(outcome)) {
      if (!fault.then) throw this.violation(`${codes(outcome)} though nothing failed but once`);
      await this.undo();
    } else {
      this.expect(JSON.stringify(undoable()), last, `${codes(outcome)}: what can be undone`);
    }
    this.expect(await this.stands(), before, `${codes(outcome)}: the workbook`);
  }

  /** Untrial fails, and can be done again. */
  private async failUndo(trial: Trial, before: WorkbookData): Promise<void> {
    this.at = `${nameOf(trial)} before undo`;
    await this.run(trial, true);
    const after = await this.stands();
    // A first undo, to see what it asks for.
    const from = this.host.workRequests.length;
    await this.undo();
    const requests = this.host.workRequests.slice(from);
    this.expect(await this.stands(), before, "the workbook after undo");
    await this.run(trial, true);
    const { then: _, ...fault } = arbitraryFault(requests, this.random);
    this.at = `undo of ${nameOf(trial)}, ${JSON.stringify(fault)}`;
    const stop = inflict(this.host, fault);
    const outcome = await undoLast();
    this.figures.faults += stop();
    this.figures.actions++;
    if (outcome.done) throw this.violation("it was done although a request failed");
    if (!leavesOpen(outcome)) this.expect(await this.stands(), after, `${codes(outcome)}: the workbook`);
    await this.undo();
    this.expect(await this.stands(), before, "the workbook after a second undo");
  }

  /** The program dies between two requests, or in one that Excel fails; a new one finds what it has left, and can compute and clear, or clear at once. */
  private async afterDeath(original: WorkbookData): Promise<void> {
    await this.run(RECALCULATE, true);
    const trial = this.random.one(TRIALS);
    this.at = `death in ${nameOf(trial)}`;
    const from = this.host.workRequests.length;
    const { outcome } = await this.run(trial);
    const requests = this.host.workRequests.slice(from);
    if (outcome.done) await this.undo();
    const fault = arbitraryDeath(requests, this.random);
    this.at = `death in ${nameOf(trial)}, ${JSON.stringify(fault)}`;
    const stop = inflict(this.host, fault);
    await this.run(trial);
    this.figures.faults += stop();
    forgetAction();
    if (this.random.next() < 0.7) await this.run(RECALCULATE, true);
    await this.clearAway(original);
  }

  /** Somebody renames the sheet, and at last deletes it, between two requests. */
  private async betweenReadAndWrite(original: WorkbookData): Promise<void> {
    await this.run(RECALCULATE, true);
    const trial = this.random.one(TRIALS);
    const before = await this.stands();
    const name = this.host.workbook.sheet(trial.on) ? trial.on : this.book.taskSheet;
    const sheet = this.host.workbook.sheet(name)!;
    const request = this.random.below(5);
    this.at = `${nameOf(trial)}, ${name} renamed before request ${request}`;
    const outcome = await this.meanwhile(trial, request, () => this.host.workbook.renameSheet(sheet, "改了名"));
    if (sheet.name !== name) this.host.byCoAuthor(() => this.host.workbook.renameSheet(sheet, name));
    // What it wrote may name the sheet by what it is no longer called: that counts as a change since.
    const undone = outcome.done ? await undoLast() : null;
    if (undone && !undone.done && codes(undone) !== "UNDO_OUTDATED")
      throw this.violation(`it could not be undone: ${codes(undone)}`);
    if (undone?.done !== false) this.expect(await this.stands(), before, `${codes(outcome)}: the workbook`);
    await this.clearAway(original);
  }

  private async meanwhile(trial: Trial, request: number, work: () => void): Promise<Outcome> {
    let asked = 0;
    this.host.beforeRequest = () => {
      if (asked++ === request) this.host.byCoAuthor(work);
    };
    try {
      return (await this.run(trial)).outcome;
    } finally {
      this.host.beforeRequest = undefined;
    }
  }

  /** 清除标记 leaves nothing of ours but whole sheets. */
  private async clearAway(original: WorkbookData): Promise<void> {
    const where = this.at;
    this.at = `${where}, then cleared`;
    const { outcome } = await this.run(CLEAR);
    if (!outcome.done && codes(outcome) !== "NOTHING_TO_CLEAR") throw this.violation(codes(outcome));
    this.expect(foreign(await this.stands()), foreign(original), "what others have written");
    this.at = where;
  }

  private untouchedElsewhere(before: WorkbookData, after: WorkbookData): void {
    const others = (data: WorkbookData) => {
      const rest = foreign(data);
      return {
        ...rest,
        names: [],
        sheets: rest.sheets.filter(({ name }) => name !== this.book.taskSheet).map(({ cells: _, ...sheet }) => sheet),
      };
    };
    this.expect(others(after), others(before), "other sheets");
  }

  private async run(trial: Trial, must = false): Promise<{ outcome: Outcome; requests: readonly LoggedRequest[] }> {
    const from = this.host.workRequests.length;
    this.figures.actions++;
    const outcome = await trial.run(this.desk);
    if (must && !outcome.done) throw this.violation(codes(outcome));
    if (outcome.done && "assessment" in outcome) this.desk.recalculated = outcome;
    return { outcome, requests: this.host.workRequests.slice(from) };
  }

  private async undo(): Promise<void> {
    this.figures.actions++;
    const outcome = await undoLast();
    if (!outcome.done) throw this.violation(`it could not be undone: ${codes(outcome)}`);
  }

  private async stands(): Promise<WorkbookData> {
    const data = await standing(this.host);
    const told = this.leavesFormats ? withoutBlanks(data) : data;
    return this.losesTies ? withoutTied(told) : told;
  }

  private expect(found: unknown, expected: unknown, what: string): void {
    const differs = difference(found, expected);
    if (differs !== null) throw this.violation(`${what} differs at ${differs}`);
  }

  private violation(what: string): Error {
    return new Error(`${this.at}: ${what}`);
  }
}

function withoutMerges(data: WorkbookData): WorkbookData {
  return { ...data, sheets: data.sheets.map((sheet) => ({ ...sheet, merges: [] })) };
}

function nameOf({ action, how }: Trial): string {
  return how === undefined ? action : `${action} ${how}`;
}

function withoutBlanks(data: WorkbookData): WorkbookData {
  const filled = (cells: Cells): Cells =>
    Object.fromEntries(
      Object.entries(cells).flatMap(([row, line]) => {
        const held = Object.entries(line).filter(
          ([, { value, formula }]) => value !== undefined || formula !== undefined,
        );
        return held.length > 0 ? [[row, Object.fromEntries(held)]] : [];
      }),
    );
  return { ...data, sheets: data.sheets.map((sheet) => ({ ...sheet, cells: filled(sheet.cells) })) };
}

type Cells = WorkbookData["sheets"][number]["cells"];

function leavesOpen(outcome: Outcome): boolean {
  return !outcome.done && outcome.problems.some(({ code }) => OPEN.includes(code));
}

function codes(outcome: Outcome): string {
  return outcome.done ? "done" : outcome.problems.map(({ code }) => code).join(", ");
}
