import type { ActionOptions, Changed, Recalculated, Stage, Stopped } from "../actions";
import type { PrintForm } from "../core/plan/page";
import type { Problem } from "../core/problems/problem";

/** What a person can start from the pane or the ribbon, apart from showing a cell. */
export type ActionName = "recalculate" | "clearMarks" | "setUpPrinting" | "undoLast";

/** The last action that can be taken back, and when it was done. */
export interface Undoable {
  readonly action: Exclude<ActionName, "undoLast">;
  readonly at: Date;
}

/** The actions as the pane needs them; `src/actions` is one, and tests bring their own. */
export interface Actions {
  recalculate(options?: ActionOptions): Promise<Recalculated | Stopped>;
  clearMarks(options?: ActionOptions & { discardTyped?: boolean }): Promise<Changed | Stopped>;
  setUpPrinting(options?: ActionOptions & Partial<PrintForm>): Promise<Changed | Stopped>;
  undoLast(options?: ActionOptions): Promise<Changed | Stopped>;
  undoable(): Undoable | null;
  /** Selects a cell or rows: 附件2!J9, '附件 2'!5:5. */
  showCell(address: string): Promise<Stopped | null>;
}

/** How the last thing a person asked for ended. */
export type Notice =
  | { readonly kind: "recalculated"; readonly result: Recalculated }
  | { readonly kind: "changed"; readonly action: ActionName; readonly message: string }
  | { readonly kind: "stopped"; readonly action: ActionName | "showCell"; readonly problems: readonly Problem[] }
  /** A defect: something was thrown that no action answers for. */
  | { readonly kind: "failed"; readonly code: string; readonly detail: string };

export interface SessionState {
  /** What runs now and how far it is; the stage is null until the action tells one. */
  readonly working: { readonly action: ActionName; readonly stage: Stage | null } | null;
  /** The last recalculation, as long as the sheet still shows it. */
  readonly result: Recalculated | null;
  readonly notice: Notice | null;
  readonly undoable: Undoable | null;
  /** Counts the actions begun, so that the same sentence twice is told twice. */
  readonly run: number;
}

/** The code of a defect; behind it stands the code that Excel gave, where it gave one. */
export const UNEXPECTED = "UNEXPECTED";

/**
 * What pane and ribbon share: one action at a time, and how the last one ended.
 * It lives as long as the shared runtime, so that the pane finds it when it is opened later.
 */
export class Session {
  private state: SessionState = { working: null, result: null, notice: null, undoable: null, run: 0 };
  private readonly listeners = new Set<() => void>();
  private last: Promise<unknown> = Promise.resolve();

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

  /** All of these answer true when the action was done, false when it stopped or failed; they never reject. */
  readonly recalculate = (): Promise<boolean> => this.run("recalculate", (onProgress) => this.actions.recalculate({ onProgress }));

  readonly clearMarks = (discardTyped = false): Promise<boolean> =>
    this.run("clearMarks", (onProgress) => this.actions.clearMarks({ discardTyped, onProgress }));

  readonly setUpPrinting = (form: Partial<PrintForm> = {}): Promise<boolean> =>
    this.run("setUpPrinting", (onProgress) => this.actions.setUpPrinting({ ...form, onProgress }));

  readonly undoLast = (): Promise<boolean> => this.run("undoLast", (onProgress) => this.actions.undoLast({ onProgress }));

  readonly showCell = async (address: string): Promise<boolean> => {
    try {
      await this.ready;
      const stopped = await this.actions.showCell(address);
      const { notice } = this.state;
      if (stopped) this.change({ notice: { kind: "stopped", action: "showCell", problems: stopped.problems } });
      else if (notice?.kind === "stopped" && notice.action === "showCell") this.dismiss();
      return stopped === null;
    } catch (error) {
      this.fail(error);
      return false;
    }
  };

  /** Takes the last sentence away. */
  readonly dismiss = (): void => this.change({ notice: null });

  /** Says that something was thrown which nobody answers for. */
  readonly fail = (error: unknown): void => {
    console.error(error);
    this.change({ notice: { kind: "failed", code: codeOf(error), detail: error instanceof Error ? error.message : String(error) } });
  };

  /** One after another: two batches at once would read each other's half-written sheet. */
  private run(action: ActionName, work: (onProgress: (stage: Stage) => void) => Promise<Recalculated | Changed | Stopped>): Promise<boolean> {
    const turn = this.last.then(() => this.perform(action, work));
    this.last = turn;
    return turn;
  }

  private async perform(action: ActionName, work: (onProgress: (stage: Stage) => void) => Promise<Recalculated | Changed | Stopped>): Promise<boolean> {
    this.change({ working: { action, stage: null }, run: this.state.run + 1 });
    try {
      await this.ready;
      const outcome = await work((stage) => this.change({ working: { action, stage } }));
      this.finish(action, outcome);
      return outcome.done;
    } catch (error) {
      this.fail(error);
      return false;
    } finally {
      this.change({ working: null, undoable: this.actions.undoable() });
    }
  }

  private finish(action: ActionName, outcome: Recalculated | Changed | Stopped): void {
    if (!outcome.done) {
      const kept = action === "recalculate" ? null : this.state.result;
      this.change({ notice: { kind: "stopped", action, problems: outcome.problems }, result: kept });
    } else if ("assessment" in outcome) {
      this.change({ notice: { kind: "recalculated", result: outcome }, result: outcome });
    } else {
      const changed = action === "undoLast" ? this.state.undoable?.action : action;
      const kept = changed === "setUpPrinting" ? this.state.result : null;
      this.change({ notice: { kind: "changed", action, message: outcome.message }, result: kept });
    }
  }

  private change(part: Partial<SessionState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}

function codeOf(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return typeof code === "string" && code !== "" ? `${UNEXPECTED} · ${code}` : UNEXPECTED;
}
