/** One conversation with Excel. Counts the syncs that carry work. */
export class Session {
  requests = 0;
  /** Those of them that change the workbook, sent so far. */
  writes = 0;

  constructor(readonly context: Excel.RequestContext) {}

  get workbook(): Excel.Workbook {
    return this.context.workbook;
  }

  /** Sends all that has been asked for since the last time. */
  async sync(): Promise<void> {
    this.requests++;
    await this.context.sync();
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
