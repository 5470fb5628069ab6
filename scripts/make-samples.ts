import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { saveWorkbook } from "../src/host/workbook/file/save";
import { REPORTED } from "./samples/reported";
import { DEPARTMENTS } from "./samples/source-table";
import { taskWorkbook } from "./samples/task-workbook";

/** Makes the sample workbooks: the attachment as issued, and the same with invented actuals of every kind. */
async function makeSamples(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "附件2.xlsx"), await saveWorkbook(taskWorkbook({ departments: DEPARTMENTS })));
  await writeFile(join(folder, "附件2-填报示例.xlsx"), await saveWorkbook(taskWorkbook({ departments: DEPARTMENTS, reported: REPORTED })));
}

void makeSamples(join(__dirname, "..", "assets", "samples"));
