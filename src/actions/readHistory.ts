import type { Trend } from "../core/history/trend";
import { trendOfSheet } from "../core/ownSheets/history/historySheet";
import { HISTORY_SHEET } from "../core/wording/ownSheets";
import { readContents, readWorkbook } from "../excel/contents";
import { failureProblem } from "../excel/failure";
import { inWorkbook } from "../excel/session";
import type { Session } from "../excel/session";
import { stopped } from "./openTable";
import type { ActionOptions, Stopped } from "./outcome";

/** Reads 推进记录; null where the workbook has none. What cannot be used on it is said in the trend's problems. */
export async function readHistory({ onProgress }: ActionOptions = {}): Promise<Trend | Stopped | null> {
  try {
    return await inWorkbook(async (session) => {
      onProgress?.("reading");
      await session.askDates();
      const { sheets } = await readWorkbook(session);
      return sheets.some(({ name }) => name === HISTORY_SHEET) ? trendIn(session) : null;
    });
  } catch (error) {
    return stopped(failureProblem(error, "read", HISTORY_SHEET));
  }
}

/** The sheet must stand, and the workbook's dates be asked for. */
export async function trendIn(session: Session): Promise<Trend> {
  return trendOfSheet((await readContents(session, [HISTORY_SHEET])).get(HISTORY_SHEET)!, session.dates);
}
