import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { saveWorkbook } from "../src/host/workbook/file/save";
import { detailsWorkbook } from "./samples/details";
import { REPORTED } from "./samples/reported";
import { DEPARTMENTS } from "./samples/source-table";
import { taskWorkbook } from "./samples/task-workbook";

/** Makes the sample workbooks: the attachment as issued, the same with invented actuals of every kind, and the same with detail sheets instead. */
async function makeSamples(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "附件2.xlsx"), await saveWorkbook(taskWorkbook({ departments: DEPARTMENTS })));
  await writeFile(
    join(folder, "附件2-填报示例.xlsx"),
    await saveWorkbook(taskWorkbook({ departments: DEPARTMENTS, reported: REPORTED })),
  );
  await writeFile(join(folder, "附件2-明细示例.xlsx"), await saveWorkbook(detailsWorkbook()));
}

void makeSamples(join(__dirname, "..", "assets", "samples"));
