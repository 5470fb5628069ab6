import { readChoices } from "../core/detail/choices";
import { recogniseDetail } from "../core/detail/header";
import { DETAIL_KINDS } from "../core/detail/kinds";
import { planTemplates } from "../core/ownSheets/details/templates";
import { problem } from "../core/problems/catalogue";
import { DONE, UNDONE } from "../core/wording/actions";
import { DETAIL_SHEETS } from "../core/wording/detail";
import { readWorkbook } from "../excel/contents";
import { readHeads } from "../excel/readHeads";
import { defineAction } from "./action";
import { writeOwnSheets } from "./makeOwnSheet";
import { stopped } from "./outcome";
import type { ActionOptions, Changed, Stopped } from "./outcome";

/** 插入明细模板: adds those of the four detail sheets that do not stand yet, under whatever name. */
export const insertTemplates = defineAction({
  name: "insertTemplates",
  undone: UNDONE.insertTemplates,
  async run(context, _: ActionOptions): Promise<Changed | Stopped> {
    const { excel, onProgress } = context;
    onProgress("reading");
    const { sheets, memory } = await readWorkbook(excel);
    const { choices } = readChoices(memory?.detail);
    const names = sheets.map(({ name }) => name);
    const recognised = (await readHeads(excel, names)).flatMap((head) => recogniseDetail(head, choices)?.kind ?? []);
    const missing = DETAIL_KINDS.filter((kind) => !recognised.includes(kind) && !names.includes(DETAIL_SHEETS[kind]));
    if (missing.length === 0) return stopped(problem("TEMPLATES_STAND"));
    return writeOwnSheets(context, { sheets: planTemplates(missing) }, () =>
      DONE.templatesInserted(missing.map((kind) => DETAIL_SHEETS[kind])),
    );
  },
});
