import type { WorkbookEvents } from "../excel/events";
import { watchWorkbook } from "../excel/events";

export type { SheetChange } from "../excel/events";

/** Tells what happens in the workbook as long as the pane's page lives. */
export function watch(events: WorkbookEvents): Promise<void> {
  return watchWorkbook(events);
}
