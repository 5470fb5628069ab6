import type { DateSystem } from "../core/cells/dateSystem";

/** 2 January 1904, which the 1904 date system counts as day 1, and the other as day 1,463. */
const ASKED = [1904, 1, 2] as const;

/**
 * How an Excel is asked for its dates: with whatever else is asked; alone, once a request with the question has failed, to see whether it was the
 * question; never again, where it was.
 */
let asking: "along" | "alone" | "never" = "along";

/** One conversation with Excel. Counts the syncs that carry work. */
export class Session {
  requests = 0;
  /** Those of them that change the workbook, sent so far. */
  writes = 0;

  private asked: Excel.FunctionResult<number> | null = null;
  /** The question is not answered yet. */
  private isOpen = false;

  constructor(readonly context: Excel.RequestContext) {}

  get workbook(): Excel.Workbook {
    return this.context.workbook;
  }

  /**
   * Asks what the workbook counts its dates from, with the next `sync`. Office.js has no property for it; the function DATE goes by it
   * (Excel.Functions.date). Whoever reads or writes dates asks first.
   */
  async askDates(): Promise<void> {
    if (this.asked || asking === "never") return;
    this.asked = this.workbook.functions.date(...ASKED).load("value");
    this.isOpen = true;
    if (asking === "along") return;
    try {
      await this.sync();
      asking = "along";
    } catch (error) {
      if (error instanceof OfficeExtension.Error && error.code !== "InvalidOperationInCellEditMode") asking = "never";
      throw error;
    }
  }

  /** After `askDates` and a sync; 1900, as nearly everywhere, where Excel does not say. */
  get dates(): DateSystem {
    return this.asked?.value === 1 ? 1904 : 1900;
  }

  /** Sends all that has been asked for since the last time. */
  async sync(): Promise<void> {
    this.requests++;
    try {
      await this.context.sync();
    } catch (error) {
      if (this.isOpen) asking = "alone";
      throw error;
    }
    this.isOpen = false;
  }

  /** As `sync`, for what changes the workbook. */
  async write(): Promise<void> {
    this.writes++;
    await this.sync();
  }
}

/** Runs one action in one `Excel.run`, so that office.js cleans up after it once. */
export function inWorkbook<T>(work: (session: Session) => Promise<T>): Promise<T> {
  return Excel.run((context) => work(new Session(context)));
}
