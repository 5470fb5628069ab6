import type { ActionOptions, Changed, Stopped } from "./outcome";

/** 移去通知单: deletes the notices' sheets, whatever they have been renamed to. */
export function removeNotices(_options: ActionOptions = {}): Promise<Changed | Stopped> {
  throw new Error("removeNotices");
}
