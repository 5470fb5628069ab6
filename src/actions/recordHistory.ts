import type { ActionOptions, Changed, Stopped } from "./outcome";

/** 记入推进记录: a row a department for today on a sheet of its own; the same day is replaced. */
export function recordHistory(_options: ActionOptions = {}): Promise<Changed | Stopped> {
  throw new Error("recordHistory");
}
