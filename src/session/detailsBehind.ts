import type { DetailsSeen, Recalculated, Stopped } from "../actions";

/** The view that a look has brought is drawn first: names wait so many milliseconds. */
const AFTER_THE_VIEW = 400;

interface Reading {
  /** What is shown; it is read only where its details have not been. */
  readonly result: () => Recalculated | null;
  /** Counts what the person has started: reading ends for it, and begins anew behind it. */
  readonly run: () => number;
  readonly working: () => boolean;
  readonly read: (options: {
    readonly sheet: string;
    readonly cancelled: () => boolean;
  }) => Promise<DetailsSeen | Stopped | null>;
  readonly found: (result: Recalculated) => void;
  readonly failed: (error: unknown) => void;
}

/** The names behind a look: read once nothing else is to be done, and left at once when a person starts something. */
export class DetailsBehind {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private busy = false;

  constructor(private readonly reading: Reading) {}

  /** There may be something to read now. */
  wanted(): void {
    clearTimeout(this.timer);
    if (this.due()) this.timer = setTimeout(() => void this.fire(), AFTER_THE_VIEW);
  }

  private due(): boolean {
    return this.reading.result()?.detailUnread === "yet";
  }

  private async fire(): Promise<void> {
    const { reading } = this;
    const asked = reading.result();
    // What works now asks again when it has ended.
    if (!asked || !this.due() || reading.working() || this.busy) return;
    const run = reading.run();
    this.busy = true;
    const seen = await reading
      .read({ sheet: asked.sheetId, cancelled: () => reading.run() !== run })
      .catch((error: unknown): Stopped => {
        reading.failed(error);
        return { done: false, problems: [] };
      });
    this.busy = false;
    const result = reading.result();
    if (reading.run() !== run) this.wanted();
    else if (result?.sheetId === asked.sheetId && this.due()) reading.found(withDetails(result, seen));
  }
}

/** A result of a look with what stands in the detail sheets behind it, or why that could not be read. */
export function withDetails(
  { detailUnread: _, ...result }: Recalculated,
  seen: DetailsSeen | Stopped | null,
): Recalculated {
  if (!seen) return result;
  if (!seen.done) return { ...result, detailUnread: "failed", problems: [...result.problems, ...seen.problems] };
  return {
    ...result,
    detail: seen.detail,
    problems: [...result.problems, ...seen.problems],
    ...(!seen.agrees && { detailDiffers: true as const }),
  };
}
