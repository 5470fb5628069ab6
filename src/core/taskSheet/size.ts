import type { Layout } from "./layout";

/**
 * Up to so many departments formulas are as good as values. Each brings some 2.5 KB of them, so that above it they take five requests and
 * more to write, and as many to read.
 */
const MANY_DEPARTMENTS = 1_000;

/** Whether formulas are to be advised against: once, when our columns come. */
export function bringsManyFormulas({ table, insertions }: Layout, writeAs: "formulas" | "values"): boolean {
  return (
    writeAs === "formulas" &&
    table.departments.length > MANY_DEPARTMENTS &&
    insertions.some(({ columns }) => columns.includes("remark"))
  );
}
