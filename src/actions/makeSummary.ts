import type { ActionOptions, Changed, Stopped } from "./outcome";

/** 推进情况汇总: the county's figures, tables, charts and the text of the bulletin on a sheet of its own; brought up to date where it stands. */
export function makeSummary(_options: ActionOptions = {}): Promise<Changed | Stopped> {
  throw new Error("makeSummary");
}
