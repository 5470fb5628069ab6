/** Typing goes on for a while: it waits so many milliseconds for the next change. */
const QUIET = 1200;
/** A person is typing into a cell, and Excel answers nothing until it is left. */
const EDITING = 4000;

interface Recalculating {
  /** Whether it is wanted now; "later" while something else works. */
  readonly due: () => "now" | "later" | "no";
  /** "editing" where Excel refused for a cell that is being edited. */
  readonly recalculate: () => Promise<"done" | "editing" | "stopped">;
}

/**
 * Recalculation by itself, a moment after the last change. It asks each time whether it is still wanted, and once it has stopped
 * with a problem it leaves the next run to the person: the same sentence with every keystroke would help nobody.
 */
export class AutomaticRecalculation {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private held = false;

  constructor(private readonly recalculating: Recalculating) {}

  /** The sheet has changed. */
  changed(): void {
    if (!this.held && this.recalculating.due() !== "no") this.wait(QUIET);
  }

  /** A recalculation, by whomever, has come to its end. */
  release(): void {
    this.held = false;
  }

  private wait(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.fire(), milliseconds);
  }

  private async fire(): Promise<void> {
    const due = this.recalculating.due();
    if (due === "later") this.wait(QUIET);
    if (due !== "now") return;
    const ended = await this.recalculating.recalculate();
    if (ended === "editing") this.wait(EDITING);
    if (ended === "stopped") this.held = true;
  }
}
