import { formatArea, MAX_COLUMNS, MAX_ROWS } from "../workbook/address";
import type { Area } from "../workbook/data";
import type { Happening } from "../workbook/live/happenings";
import type { StructuralChange } from "../workbook/live/structure";
import type { EventEntry } from "../protocol/messages";

/** office.js's numbers of the events that are raised here. */
const EVENT = { changed: 10, selection: 14 } as const;
export type EventName = keyof typeof EVENT;

/** The target of what is registered on the collection of sheets; else it is the id of a sheet. */
export const WHOLE_WORKBOOK = "Workbook";
/** The category of messages that carry events. */
const EVENTS = 65536;

/** Who did it, as Excel tells it; `trigger` is left out by an Excel below ExcelApi 1.14. */
export interface Doer {
  readonly source: "Local" | "Remote";
  readonly trigger?: "Unknown" | "ThisLocalAddin";
}

/** Which events an add-in wants to hear of; Excel sends no others. */
export class EventRegistrations {
  private readonly registered = new Set<string>();

  register(event: EventName, target: string): void {
    this.registered.add(`${event} ${target}`);
  }

  unregister(event: EventName, target: string): void {
    this.registered.delete(`${event} ${target}`);
  }

  /** What is sent of a happening: an entry for each target that somebody has registered. */
  entries(happening: Happening, doer: Doer): EventEntry[] {
    const event: EventName = happening.what === "selected" ? "selection" : "changed";
    const targets = [WHOLE_WORKBOOK, happening.sheet.id].filter((target) => this.registered.has(`${event} ${target}`));
    const message =
      targets.length > 0 ? JSON.stringify({ worksheetId: happening.sheet.id, ...told(happening, doer) }) : "";
    return targets.map((targetId) => ({
      messageCategory: EVENTS,
      messageType: EVENT[event],
      targetId,
      message,
      id: "",
    }));
  }
}

function told(happening: Happening, { source, trigger }: Doer): object {
  const by = { source, ...(trigger && { triggerSource: trigger }), shiftDirection: "None" };
  switch (happening.what) {
    case "selected":
      return { address: happening.areas.map(formatArea).join(",") };
    case "edited":
      return { address: formatArea(happening.area), changeType: "RangeEdited", ...by };
    case "restructured":
      return {
        address: formatArea(whole(happening.change)),
        changeType: CHANGE_TYPES[happening.change.axis][happening.change.kind],
        ...by,
      };
  }
}

const CHANGE_TYPES = {
  row: { insert: "RowInserted", delete: "RowDeleted" },
  column: { insert: "ColumnInserted", delete: "ColumnDeleted" },
} as const;

function whole({ axis, at, count }: StructuralChange): Area {
  return axis === "row"
    ? { firstRow: at, lastRow: at + count - 1, firstColumn: 0, lastColumn: MAX_COLUMNS - 1 }
    : { firstRow: 0, lastRow: MAX_ROWS - 1, firstColumn: at, lastColumn: at + count - 1 };
}
