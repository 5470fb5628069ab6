import { readChoices } from "../core/detail/choices";
import { recogniseDetail } from "../core/detail/header";
import { DETAIL_KINDS } from "../core/detail/kinds";
import { planTemplates } from "../core/ownSheets/details/templates";
import { problem } from "../core/problems/catalogue";
import { DONE } from "../core/wording/actions";
import { DETAIL_SHEETS } from "../core/wording/detail";
import { readWorkbook } from "../excel/contents";
import { failureProblem } from "../excel/failure";
import { readHeads } from "../excel/readHeads";
import { inWorkbook } from "../excel/session";
import { stopped } from "./openTable";
import type { ActionOptions, Changed, Stopped } from "./outcome";
import { writeSheets } from "./writeSheets";

/** 插入明细模板: adds those of the four detail sheets that do not stand yet, under whatever name. */
export async function insertTemplates({ now = new Date(), onProgress, cancelled }: ActionOptions = {}): Promise<
  Changed | Stopped
> {
  try {
    return await inWorkbook(async (session): Promise<Changed | Stopped> => {
      onProgress?.("reading");
      const { sheets, memory } = await readWorkbook(session);
      const { choices } = readChoices(memory?.detail);
      const names = sheets.map(({ name }) => name);
      const recognised = (await readHeads(session, names)).flatMap(
        (head) => recogniseDetail(head, choices)?.kind ?? [],
      );
      const missing = DETAIL_KINDS.filter((kind) => !recognised.includes(kind) && !names.includes(DETAIL_SHEETS[kind]));
      if (missing.length === 0) return stopped(problem("TEMPLATES_STAND"));
      const plans = planTemplates(missing);
      const written = await writeSheets(session, {
        action: "insertTemplates",
        at: now,
        plans,
        before: new Map(),
        onProgress,
        cancelled,
      });
      if (!written.done) return written;
      return {
        done: true,
        sheet: plans[0]!.sheet,
        message: DONE.templatesInserted(plans.map(({ sheet }) => sheet)),
        requests: session.requests,
      };
    });
  } catch (error) {
    return stopped(failureProblem(error, "read"));
  }
}
