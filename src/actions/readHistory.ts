import type { Trend } from "../core/history/trend";
import { trendOfSheet } from "../core/ownSheets/history/historySheet";
import { HISTORY_SHEET } from "../core/wording/ownSheets";
import { readContents, readWorkbook } from "../excel/contents";
import type { Session } from "../excel/session";
import { defineAction } from "./action";
import type { ActionOptions } from "./outcome";

/** Reads 推进记录; null where the workbook has none. What cannot be used on it is said in the trend's problems. */
export const readHistory = defineAction({
  name: "readHistory",
  place: () => HISTORY_SHEET,
  async run({ excel, onProgress }, _: ActionOptions): Promise<Trend | null> {
    onProgress("reading");
    await excel.askDates();
    const { sheets } = await readWorkbook(excel);
    return sheets.some(({ name }) => name === HISTORY_SHEET) ? trendIn(excel) : null;
  },
});

/** The sheet must stand, and the workbook's dates be asked for. */
export async function trendIn(session: Session): Promise<Trend> {
  return trendOfSheet((await readContents(session, [HISTORY_SHEET])).get(HISTORY_SHEET)!, session.dates);
}
