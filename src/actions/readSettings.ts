import { readOptions } from "../core/plan/options";
import type { Settings } from "../core/plan/settings";
import { readRules } from "../core/assess/rules";
import { readWorkbook } from "../excel/contents";
import { failureProblem } from "../excel/failure";
import { inWorkbook } from "../excel/session";
import { stopped } from "./openTable";
import type { Stopped } from "./outcome";

/** The settings of a workbook in which nothing is computed; what is damaged takes its default. One sync. */
export async function readSettings(): Promise<Settings | Stopped> {
  try {
    return await inWorkbook(async (session) => {
      const { memory } = await readWorkbook(session);
      return { rules: readRules(memory?.rules).rules, options: readOptions(memory?.options).options };
    });
  } catch (error) {
    return stopped(failureProblem(error, "read"));
  }
}
