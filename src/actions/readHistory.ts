import type { Trend } from "../core/history/trend";
import type { ActionOptions, Stopped } from "./outcome";

/** Reads 推进记录; null where the workbook has none. */
export function readHistory(_options: ActionOptions = {}): Promise<Trend | Stopped | null> {
  throw new Error("readHistory");
}
