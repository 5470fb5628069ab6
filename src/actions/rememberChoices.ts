import { withChoices } from "../core/memory/rememberedChoices";
import type { NewChoices } from "../core/memory/rememberedChoices";
import { DONE, UNDONE } from "../core/wording/actions";
import { readWorkbook } from "../excel/contents";
import { defineAction } from "./action";
import type { ActionOptions, Changed, Stopped } from "./outcome";
import { writeSheets } from "./writeSheets";

interface Remembering extends ActionOptions {
  readonly choices: NewChoices;
}

/** Keeps in the workbook what a person has said of the detail sheets: columns, aliases of departments, meanings of words. */
export const rememberChoices = defineAction({
  name: "rememberChoices",
  undone: UNDONE.rememberChoices,
  phase: "write",
  async run(context, { choices }: Remembering): Promise<Changed | Stopped> {
    const { excel, onProgress } = context;
    onProgress("reading");
    const { memory } = await readWorkbook(excel);
    const written = await writeSheets(context, { sheets: [], memory: withChoices(memory, choices) });
    if (!written.done) return written;
    return { done: true, sheet: "", message: DONE.remembered, requests: excel.requests };
  },
});
