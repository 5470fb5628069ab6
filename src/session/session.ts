import type { Changed, Recalculated, Stage, Stopped } from "../actions";
import type { ActionOptions, RecalculationChoices } from "../actions/outcome";
import type { SheetChange } from "../actions/watch";
import type { PrintOptions } from "../core/memory/options";
import type { Settings } from "../core/memory/settings";
import type { NewColumnChoices } from "../core/table/columnChoices";
import { splitAddress } from "../core/cells/address";
import type { Actions, ImportMode, ImportPreview, NewChoices, NoticeOptions, PickedFile } from "./actions";
import { AutomaticRecalculation } from "./automatic";
import { DetailsBehind, withDetails } from "./detailsBehind";
import { SheetChanges } from "./sheetChanges";
import { recorded } from "./recording";
import type { ActionName, Notice, SessionState, Where } from "./sessionState";
import { has, rowsMoved, sheetGone } from "./stops";
import { FIRST_VIEW, type View } from "./view";

/** With these a recalculation says that the table of the result is no longer there to be read, or not as it was. */
const GONE = [
  "TABLE_NOT_FOUND",
  "SHEET_NOT_FOUND",
  "COLUMN_MISSING",
  "COLUMN_AMBIGUOUS",
  "NO_DEPARTMENTS",
  "NOT_RESTORED",
] as const;

/** The code of a defect; behind it stands the code that Excel gave, where it gave one. */
export const UNEXPECTED = "UNEXPECTED";

type Outcome = Recalculated | Changed | ImportPreview | Stopped;
/** Null where in the end there was nothing to do, or nothing to say of it. */
type Work = (told: Required<Pick<ActionOptions, "onProgress" | "cancelled">>) => Promise<Outcome | null>;

/**
 * What pane and ribbon share: one action at a time, and how the last one ended.
 * It lives as long as the shared runtime, so that the pane finds it when it is opened later.
 */
export class Session {
  private state: SessionState = {
    working: null,
    result: null,
    notice: null,
    undoable: null,
    changedAt: null,
    trend: null,
    settings: null,
    selfTest: null,
    view: FIRST_VIEW,
    run: 0,
  };
  private readonly listeners = new Set<() => void>();
  private readonly changes = new SheetChanges();
  /** The changes that were known when what the result shows was read. */
  private readAt = 0;
  private readonly automatic = new AutomaticRecalculation({
    due: () => this.automaticDue(),
    recalculate: () => this.recalculateByItself(),
  });
  private readonly behind = new DetailsBehind({
    result: () => this.state.result,
    run: () => this.state.run,
    working: () => this.state.working !== null,
    read: (options) => this.actions.lookAtDetails(options),
    found: (result) => this.showResult(result, this.readAt),
    failed: (error) => this.fail(error),
  });
  private last: Promise<unknown> = Promise.resolve();
  /** What was last said of the table's columns, and the settings that were last to be saved. */
  private columnsSaid: NewColumnChoices | null = null;
  /** The choices for the print before the last ones. */
  private printBefore: PrintOptions | null = null;
  private settingsSaid: Settings | null = null;

  /** @param ready Excel can be talked to; nothing is asked of it before. */
  constructor(
    private readonly actions: Actions,
    private readonly ready: Promise<unknown>,
  ) {}

  readonly getState = (): SessionState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Shows where a sheet that was computed before stands, and listens to the workbook from now on. */
  readonly begin = async (): Promise<void> => {
    try {
      await this.ready;
      // Without events the pane still computes; it only cannot tell of changes.
      await this.actions.watch({ changed: this.noticeChange, selected: this.followSelection }).catch(this.fail);
      const mark = this.changes.mark;
      const seen = await this.actions.look();
      // What a person has started meanwhile comes first.
      if (!seen || this.state.run > 0) return;
      if (!seen.done) return this.tellLater(seen);
      this.showResult(seen, mark);
      await this.loadTrend(seen);
    } catch (error) {
      this.fail(error);
    }
  };

  /** Of all that can stop a look, only this is said without being asked: no button will do anything here. */
  private tellLater({ problems }: Stopped): void {
    if (problems.some(({ code }) => code === "SETTINGS_NEWER"))
      this.change({ notice: { kind: "stopped", action: "look", problems } });
  }

  /** Goes to another view, or to another place in it. */
  readonly show = (view: Partial<View>): void => {
    this.change({ view: { ...this.state.view, ...view } });
    if (view.tab === "settings" && !this.state.result) void this.loadSettings();
  };

  /** All of these answer true when the action was done, false when it stopped or failed; they never reject. */
  readonly recalculate = (choices: RecalculationChoices = {}): Promise<boolean> =>
    this.run("recalculate", (told) => this.compute({ ...choices, ...told }));

  /** Goes on with what has stopped at contradicted numbers: what was said of columns or set then is said with it. */
  readonly settleConflicts = (typedActuals: NonNullable<RecalculationChoices["typedActuals"]>): Promise<boolean> => {
    const { notice } = this.state;
    if (notice?.kind === "stopped" && notice.action === "saveSettings" && this.settingsSaid)
      return this.saveSettings(this.settingsSaid, typedActuals);
    const columns = notice?.kind === "stopped" && notice.action === "chooseColumns" ? this.columnsSaid : null;
    // Rows of one table mean nothing on another that has been opened since.
    const sheet = notice?.kind === "stopped" ? notice.sheetId : undefined;
    return columns
      ? this.chooseColumns(columns, typedActuals)
      : this.run("recalculate", (told) =>
          this.compute({ typedActuals, ...(sheet !== undefined && { sheet }), ...told }),
        );
  };

  /** The table that the pane shows is meant in the pane; in the ribbon the sheet that is open comes first. */
  private on(where: Where): { readonly sheet?: string } {
    const { result } = this.state;
    return result && where === "shown" ? { sheet: result.sheetId } : {};
  }

  readonly clearMarks = (discardTyped = false, where: Where = "shown"): Promise<boolean> =>
    this.run("clearMarks", (told) => this.actions.clearMarks({ discardTyped, ...this.on(where), ...told }));

  readonly setUpPrinting = async (options: Partial<PrintOptions> = {}, where: Where = "shown"): Promise<boolean> => {
    const done = await this.run("setUpPrinting", (told) =>
      this.actions.setUpPrinting({ ...options, ...this.on(where), ...told }),
    );
    const held = (this.state.result?.settings ?? this.state.settings)?.options.print;
    if (done && held) this.showPrint({ ...held, ...options });
    this.printBefore = done && held ? held : null;
    return done;
  };

  /** The workbook keeps the choices for the print; what is shown of its settings keeps up. */
  private showPrint(print: PrintOptions): void {
    const { result, settings } = this.state;
    const chosen = <S extends Settings>(held: S): S =>
      JSON.stringify(held.options.print) === JSON.stringify(print)
        ? held
        : { ...held, options: { ...held.options, print } };
    const shown = result && chosen(result.settings);
    this.change({
      result: result && shown !== result.settings ? { ...result, settings: shown! } : result,
      settings: settings && chosen(settings),
    });
  }

  /** On the sheet of the result, where there is one; what was changed in 设置 meanwhile stays unsaved. */
  readonly saveSettings = async (
    settings: Settings,
    typedActuals: RecalculationChoices["typedActuals"] = "ask",
  ): Promise<boolean> => {
    const { result, view } = this.state;
    this.settingsSaid = settings;
    const done = await this.run("saveSettings", async (told) =>
      recorded(
        this.actions,
        await this.actions.saveSettings(settings, { typedActuals, ...(result && { sheet: result.sheetId }), ...told }),
      ),
    );
    if (done)
      this.change({
        settings,
        ...(this.state.view.draft === view.draft && { view: { ...this.state.view, draft: null } }),
      });
    return done;
  };

  /** Keeps which column is which, and recalculates with it: the table that is shown, else the one that has been stopped. */
  readonly chooseColumns = (
    columns: NewColumnChoices,
    typedActuals: RecalculationChoices["typedActuals"] = "ask",
  ): Promise<boolean> => {
    this.columnsSaid = columns;
    const sheet = this.state.result?.sheetId;
    return this.run("chooseColumns", (told) =>
      this.compute({ columns, typedActuals, ...(sheet !== undefined && { sheet }), ...told }),
    );
  };

  readonly makeNotices = (departments: NoticeOptions["departments"]): Promise<boolean> =>
    this.run("makeNotices", async (told) => {
      const { result } = this.state;
      // Rows are told by their number.
      const moved = typeof departments === "string" ? null : await this.moved();
      if (moved || !result) return moved ?? this.actions.makeNotices({ departments, detail: null, ...told });
      const named = await this.named(result, told);
      return named.done
        ? this.actions.makeNotices({ departments, detail: named.detail, sheet: result.sheetId, ...told })
        : named;
    });

  readonly removeNotices = (): Promise<boolean> =>
    this.run("removeNotices", (told) => this.actions.removeNotices(told));

  readonly makeSummary = (): Promise<boolean> =>
    this.run("makeSummary", (told) =>
      this.actions.makeSummary({ ...(this.state.result && { sheet: this.state.result.sheetId }), ...told }),
    );

  readonly recordHistory = async (): Promise<boolean> => {
    const done = await this.run("recordHistory", (told) =>
      this.actions.recordHistory({ ...(this.state.result && { sheet: this.state.result.sheetId }), ...told }),
    );
    if (done && this.state.result) this.change({ result: { ...this.state.result, hasHistory: true } });
    return done;
  };

  readonly undoLast = async (): Promise<boolean> => {
    const undone = this.state.undoable?.action;
    const done = await this.run("undoLast", (told) => this.actions.undoLast(told));
    if (done && this.printBefore && (undone === "setUpPrinting" || undone === "makePrintSheet"))
      this.showPrint(this.printBefore);
    return done;
  };

  readonly insertTemplates = (): Promise<boolean> =>
    this.run("insertTemplates", (told) => this.actions.insertTemplates(told));

  /** 整改清单 of the last result; `showNumbers` gives the certificate numbers whole. */
  readonly listRectification = async (showNumbers: boolean): Promise<boolean> => {
    const { result } = this.state;
    if (!result) return false;
    return this.run("listRectification", async (told) => {
      const named = await this.named(result, told);
      return named.done
        ? this.actions.listRectification({
            assessment: named.assessment,
            detail: named.detail,
            taskSheet: named.sheet,
            showNumbers,
            ...told,
          })
        : named;
    });
  };

  /** The result with its names: of a look they may not have been read yet. */
  private async named(result: Recalculated, told: Parameters<Work>[0]): Promise<Recalculated | Stopped> {
    if (!result.detailUnread) return result;
    told.onProgress("reading");
    const seen = await this.actions.lookAtDetails({ sheet: result.sheetId, ...told });
    if (seen && !seen.done) return seen;
    const named = withDetails(result, seen);
    if (this.state.result === result) this.showResult(named, this.readAt);
    return named;
  }

  /** Keeps what a person has said about the detail sheets, and recalculates with it. */
  readonly rememberAndRecalculate = async (choices: NewChoices): Promise<boolean> =>
    (await this.run("rememberChoices", (told) => this.actions.rememberChoices(choices, told))) && this.recalculate();

  /** What importing the files would do; null where it could not be told, and the notice says why. */
  readonly readImport = async (files: readonly PickedFile[]): Promise<ImportPreview | null> => {
    let preview: ImportPreview | null = null;
    await this.run("importFiles", async (told) => {
      const outcome = await this.actions.readImport([...files], told);
      if (outcome.done) preview = outcome;
      return outcome;
    });
    return preview;
  };

  readonly importFiles = (preview: ImportPreview, mode: ImportMode): Promise<boolean> =>
    this.run("importFiles", (told) => this.actions.importFiles(preview, { mode, ...told }));

  /** 自检. True where it came to its end, whatever it has found. */
  readonly selfTest = async (): Promise<boolean> => {
    this.change({ selfTest: null });
    await this.run("selfTest", async (told) => {
      const outcome = await this.actions.selfTest(told);
      if (!outcome.done) return outcome;
      this.change({ selfTest: outcome, notice: null });
      return null;
    });
    return this.state.selfTest !== null;
  };

  /** Asks what runs to stop; it does so between two requests, and leaves the workbook as it was. */
  readonly cancel = (): void => {
    const { working } = this.state;
    if (working) this.change({ working: { ...working, cancelling: true } });
  };

  readonly showCell = (address: string): Promise<boolean> =>
    this.glance(
      "showCell",
      async () =>
        (splitAddress(address)?.sheet === this.state.result?.sheet && (await this.moved())) ||
        this.actions.showCell(address),
    );

  readonly openSample = (): Promise<boolean> => this.glance("openSample", () => this.actions.openSample());

  /** What changes nothing that is ours, and says something only where it fails. */
  private async glance(action: ActionName, work: () => Promise<Stopped | null>): Promise<boolean> {
    try {
      await this.ready;
      const stopped = await work();
      const { notice } = this.state;
      if (stopped) this.change({ notice: { kind: "stopped", action, problems: stopped.problems } });
      else if (notice?.kind === "stopped" && notice.action === action) this.dismiss();
      return stopped === null;
    } catch (error) {
      this.fail(error);
      return false;
    }
  }

  /** Takes the last sentence away. */
  readonly dismiss = (): void => this.change({ notice: null });

  /** Says that something was thrown which nobody answers for. */
  readonly fail = (error: unknown): void => {
    console.error(error);
    this.change({
      notice: { kind: "failed", code: codeOf(error), detail: error instanceof Error ? error.message : String(error) },
    });
  };

  /** One after another: two batches at once would read each other's half-written sheet. */
  private run(action: ActionName, work: Work): Promise<boolean> {
    const turn = this.last.then(() => this.perform(action, work));
    this.last = turn;
    return turn;
  }

  private async perform(action: ActionName, work: Work): Promise<boolean> {
    const mark = this.changes.mark;
    this.change({
      working: { action, stage: null, share: null, measured: false, cancelling: false },
      run: this.state.run + 1,
    });
    try {
      await this.ready;
      const said = await work({ onProgress: this.progress, cancelled: () => this.state.working?.cancelling === true });
      const { result } = this.state;
      // The table was meant by its id: its figures have gone with its sheet.
      const gone = result !== null && said?.done === false && has(said, "SHEET_NOT_FOUND");
      if (gone) this.change({ result: null });
      const outcome = gone ? await sheetGone(result.sheet) : said;
      if (outcome) this.finish(action, outcome, mark);
      return outcome?.done ?? false;
    } catch (error) {
      this.fail(error);
      return false;
    } finally {
      this.change({ working: null, undoable: this.actions.undoable() });
      this.behind.wanted();
    }
  }

  private readonly compute = async (...given: Parameters<Actions["recalculate"]>): Promise<Recalculated | Stopped> =>
    recorded(this.actions, await this.actions.recalculate(...given));

  private readonly progress = (stage: Stage, share?: number): void => {
    const { working } = this.state;
    if (working)
      this.change({
        working: { ...working, stage, share: share ?? null, measured: working.measured || share !== undefined },
      });
  };

  private finish(action: ActionName, outcome: Outcome, mark: number): void {
    const { result } = this.state;
    if (!outcome.done) {
      // What was computed stands on where nothing was written; it is over only where its table can no longer be read.
      const untouched = action !== "recalculate" || !GONE.some((code) => has(outcome, code));
      const { problems, conflicts, sheetId, recognised } = outcome;
      this.change({
        notice: {
          kind: "stopped",
          action,
          problems,
          ...(conflicts && { conflicts }),
          ...(sheetId !== undefined && { sheetId }),
          ...(recognised && { recognised }),
        },
        result: untouched ? result : null,
      });
    } else if ("assessment" in outcome) {
      this.automatic.release();
      this.showResult(outcome, mark, {
        kind: "recalculated",
        result: outcome,
        ...(action === "saveSettings" && { saved: true }),
      });
      void this.loadTrend(outcome);
    } else if ("message" in outcome) {
      const changed = action === "undoLast" ? this.state.undoable?.action : action;
      const gone = changed === undefined || changed === "recalculate" || changed === "clearMarks";
      // The rows of an import are among what the figures come from.
      const older = changed === "importFiles" && result !== null && this.state.changedAt === null;
      this.change({
        notice: {
          kind: "changed",
          action,
          message: outcome.message,
          ...(outcome.problems && { problems: outcome.problems }),
        },
        result: gone ? null : result,
        ...(older && { changedAt: new Date() }),
      });
      // What stood before is shown where it had been computed too; the table that has come back, where none was shown.
      if (gone) void this.lookAgain(result?.sheetId ?? (action === "undoLast" ? outcome.sheet : undefined));
      else if (changed === "saveSettings" && !result) void this.loadSettings();
      else if (changed === "recordHistory" && result) void this.loadTrend({ ...result, hasHistory: true });
    } else {
      // A preview changes nothing; what the notice said before is over.
      this.change({ notice: null });
    }
  }

  private async lookAgain(sheet: string | undefined): Promise<void> {
    const { run } = this.state;
    const mark = this.changes.mark;
    try {
      const seen = await this.actions.look({ sheet });
      if (seen?.done && this.state.run === run) {
        this.showResult(seen, mark);
        await this.loadTrend(seen);
      } else if (this.state.view.tab === "settings") await this.loadSettings();
    } catch (error) {
      this.fail(error);
    }
  }

  /** The settings of a workbook in which nothing is computed; with a result they come with it. */
  private async loadSettings(): Promise<void> {
    try {
      await this.ready;
      const settings = await this.actions.readSettings();
      if ("done" in settings)
        this.change({ notice: { kind: "stopped", action: "readSettings", problems: settings.problems } });
      else this.change({ settings });
    } catch (error) {
      this.fail(error);
    }
  }

  private async loadTrend({ hasHistory }: Recalculated): Promise<void> {
    try {
      const trend = hasHistory ? await this.actions.readHistory() : null;
      if (trend && "done" in trend)
        this.change({ notice: { kind: "stopped", action: "readHistory", problems: trend.problems } });
      else if (trend !== this.state.trend) this.change({ trend });
    } catch (error) {
      this.fail(error);
    }
  }

  /** Shows a result whose reading began at the mark; what was changed since then is newer than it. */
  private showResult(result: Recalculated, mark: number, notice: Notice | null = this.state.notice): void {
    this.readAt = mark;
    this.change({ result, changedAt: this.changes.since(sheetsOf(result), mark), notice });
    this.behind.wanted();
  }

  private readonly noticeChange = (sheetId: string, how: SheetChange = {}): void => {
    this.changes.note(sheetId, how);
    const { result, changedAt } = this.state;
    if (!result || !sheetsOf(result).includes(sheetId)) return;
    if (!changedAt) this.change({ changedAt: new Date() });
    // A co-author's add-in may recalculate by itself too: the two would answer each other for ever.
    if (!how.remote) this.automatic.changed();
  };

  private automaticDue(): "now" | "later" | "no" {
    const { result, changedAt, working, notice } = this.state;
    // Contradicted numbers wait for the person's choice.
    if (!result?.settings.options.automatic || !changedAt || (notice?.kind === "stopped" && notice.conflicts))
      return "no";
    return working ? "later" : "now";
  }

  private async recalculateByItself(): Promise<"done" | "editing" | "stopped"> {
    let ended: "done" | "editing" | "stopped" = "stopped";
    await this.run("recalculate", async (told) => {
      const { result } = this.state;
      // Another action may have come before it.
      if (!result || this.automaticDue() === "no") {
        ended = "done";
        return null;
      }
      // By its id, for another sheet may be the active one, and the table's may have been renamed.
      const outcome = await this.compute({ sheet: result.sheetId, ...told });
      if (outcome.done) ended = "done";
      else if (has(outcome, "CELL_BEING_EDITED")) ended = "editing";
      else if (has(outcome, "SHEET_NOT_FOUND")) this.change({ result: null });
      else return outcome;
      return outcome.done ? outcome : null;
    });
    return ended;
  }

  /** In 部门, the department whose row is selected in the sheet opens; not once rows have moved, for another department may stand there. */
  private readonly followSelection = (sheetId: string, row: number): void => {
    const { result, view } = this.state;
    if (
      sheetId !== result?.sheetId ||
      view.tab !== "departments" ||
      view.department === row ||
      this.changes.movedSince(sheetId, this.readAt)
    )
      return;
    if (result.assessment.departments.some((department) => department.row === row)) this.show({ department: row });
  };

  /** Why a place of the result cannot be gone to, where its rows or columns have moved since. */
  private async moved(): Promise<Stopped | null> {
    const { result } = this.state;
    if (!result || !this.changes.movedSince(result.sheetId, this.readAt)) return null;
    return rowsMoved(result.sheet);
  }

  private change(part: Partial<SessionState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}

/** The ids of the sheets that the figures come from. */
function sheetsOf({ sheetId, detail }: Recalculated): string[] {
  return [sheetId, ...(detail?.sheets ?? []).map((sheet) => sheet.sheetId)];
}

function codeOf(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return typeof code === "string" && code !== "" ? `${UNEXPECTED} · ${code}` : UNEXPECTED;
}
