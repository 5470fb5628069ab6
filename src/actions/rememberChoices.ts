import { withChoices } from "../core/memory/rememberedChoices";
import type { NewChoices } from "../core/memory/rememberedChoices";
import { DONE } from "../core/wording/actions";
import { readWorkbook } from "../excel/contents";
import { failureProblem } from "../excel/failure";
import { inWorkbook } from "../excel/session";
import { stopped } from "./openTable";
import type { ActionOptions, Changed, Stopped } from "./outcome";
import { writeSheets } from "./writeSheets";

/** Keeps in the workbook what a person has said of the detail sheets: columns, aliases of departments, meanings of words. */
export async function rememberChoices(
  choices: NewChoices,
  { now = new Date(), onProgress }: ActionOptions = {},
): Promise<Changed | Stopped> {
  try {
    return await inWorkbook(async (session): Promise<Changed | Stopped> => {
      onProgress?.("reading");
      const { memory } = await readWorkbook(session);
      const written = await writeSheets(session, {
        action: "rememberChoices",
        at: now,
        plans: [],
        before: new Map(),
        memory: withChoices(memory, choices),
        onProgress,
      });
      if (!written.done) return written;
      return { done: true, sheet: "", message: DONE.remembered, requests: session.requests };
    });
  } catch (error) {
    return stopped(failureProblem(error, "write"));
  }
}
