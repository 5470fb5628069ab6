import { PAGE } from "../wording/sheet";
import { standsOn } from "../taskSheet/names";
import type { PageSetUp } from "../plan/sheetPlan";
import type { SheetState } from "../taskSheet/state";

/** A sheet, as what the workbook remembers of it is looked up. */
export type EntrySheet = Pick<SheetState, "sheetId" | "names" | "otherIds">;

/**
 * What is kept under a sheet's id. An id changes when another program saves the file: the only entry whose sheet is gone is then this
 * sheet's, if our columns stand on it. What belongs to another sheet that stands is never taken for it, though one may be a copy of the other.
 */
export function entryFor<T>(
  held: Readonly<Record<string, T>> | undefined,
  { sheetId, names, otherIds = [] }: EntrySheet,
): readonly [string, T] | null {
  const all = Object.entries(held ?? {});
  const own = all.find(([id]) => id === sheetId);
  if (own) return own;
  const lost = all.filter(([id]) => !otherIds.includes(id));
  return lost.length === 1 && standsOn(names) ? lost[0]! : null;
}

/** Of a sheet that was copied in Excel after 打印设置: the page of its original before that, told by header and footer, which only we set so. */
export function pageOfOriginal({
  page,
  names,
  memory,
}: Pick<SheetState, "page" | "names" | "memory">): PageSetUp | null {
  const pages = Object.values(memory?.pages ?? {});
  return pages.length === 1 && standsOn(names) && page.header.left === PAGE.header && page.footer.right === PAGE.page
    ? pages[0]!
    : null;
}
