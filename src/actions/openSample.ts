import type { Stopped } from "./outcome";

/** Opens the sample as a new workbook; null when Excel has taken it. */
export function openSample(): Promise<Stopped | null> {
  throw new Error("openSample");
}
