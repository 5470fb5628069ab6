import sample from "../../assets/samples/附件2-填报示例.xlsx";
import { problem } from "../core/problems/catalogue";
import { isFromExcel, reasonOf } from "../excel/failure";
import { openAsNewWorkbook } from "../excel/newWorkbook";
import { stopped } from "./outcome";
import type { Stopped } from "./outcome";

/** Opens the sample as a new workbook, the open one left alone; null when Excel has taken it. */
export async function openSample(): Promise<Stopped | null> {
  try {
    await openAsNewWorkbook(sample);
    return null;
  } catch (error) {
    if (!isFromExcel(error)) throw error;
    return stopped(problem("SAMPLE_NOT_OPENED", undefined, { reason: reasonOf(error) }));
  }
}
