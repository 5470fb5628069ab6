import type { WorkbookData } from "../../src/host/workbook/data";
import { REPORTED } from "./reported";
import { DEPARTMENTS } from "./source-table";
import { taskWorkbook } from "./task-workbook";

/** A table of that many departments for measuring: the source's over and over, each name borne once. */
export function largeWorkbook(count: number, reported: boolean): WorkbookData {
  const round = (index: number) => Math.floor(index / DEPARTMENTS.length);
  const pick = <T>(of: readonly T[], index: number) => of[index % DEPARTMENTS.length]!;
  const indexes = Array.from({ length: count }, (_, index) => index);
  const departments = indexes.map((index) => {
    const source = pick(DEPARTMENTS, index);
    return round(index) === 0 ? source : { ...source, name: `${source.name}第${round(index) + 1}分局` };
  });
  return taskWorkbook({
    departments,
    ...(reported ? { reported: indexes.map((index) => pick(REPORTED, index)) } : {}),
  });
}
