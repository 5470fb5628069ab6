import { withChoices } from "../core/plan/rememberedChoices";
import type { NewChoices } from "../core/plan/rememberedChoices";
import { problem } from "../core/problems/catalogue";
import { DONE } from "../core/wording/actions";
import { failureProblem } from "../excel/failure";
import { readMemory, writeMemory } from "../excel/memory";
import { inWorkbook } from "../excel/session";
import { stopped } from "./openTable";
import type { ActionOptions, Changed, Stopped } from "./outcome";

/** Keeps in the workbook what a person has said of the detail sheets: columns, aliases of departments, meanings of words. */
export async function rememberChoices(choices: NewChoices, { onProgress }: ActionOptions = {}): Promise<Changed | Stopped> {
  try {
    return await inWorkbook(async (session): Promise<Changed | Stopped> => {
      onProgress?.("reading");
      const { workbook } = session;
      const memory = readMemory(workbook);
      workbook.load("readOnly");
      await session.sync();
      if (workbook.readOnly) return stopped(problem("WORKBOOK_READ_ONLY"));
      onProgress?.("writing");
      writeMemory(workbook, withChoices(memory.value(), choices));
      await session.sync();
      return { done: true, sheet: "", message: DONE.remembered, requests: session.requests };
    });
  } catch (error) {
    return stopped(failureProblem(error, "write"));
  }
}
