import { execFileSync } from "node:child_process";
import type { RawValue } from "../../src/core/cells/grid";
import type { SheetData } from "../../src/host/workbook/data";
import { plainSheet } from "./workbook";

/** What the two platforms export, in small; all persons are made up. */
export const FILES = {
  items: [
    ["部门", "主项名称", "主项编码", "子项名称", "子项编码", "目录清单状态", "实施清单状态", "办件数"],
    ["示例甲局", "对示例一的监管", "A001", "子项一", "A001-1", "已发布", "完备", 2],
    ["示例甲局", "对示例二的监管", "A002", "", "", "未发布", "不完备", 0],
  ],
  officers: [
    ["部门", "姓名", "执法证号", "证件状态", "在岗状态"],
    ["示例甲局", "示例人员001", "051100000000000001", "有效", "在岗"],
    ["示例甲局", "示例人员002", "051100000000000002", "注销", "退休"],
    ["示例丙局", "示例人员003", "051100000000000003", "有效", "在岗"],
  ],
} as const satisfies Record<string, readonly (readonly RawValue[])[]>;

/** A CSV file of these cells. */
export function csv(
  lines: readonly (readonly RawValue[])[],
  encoding: "utf-8" | "utf-8 with mark" | "gb18030" = "utf-8",
): Uint8Array {
  const text = lines
    .map((line) =>
      line
        .map((cell) => (/[",\n]/.test(String(cell)) ? `"${String(cell).replace(/"/g, '""')}"` : String(cell)))
        .join(","),
    )
    .join("\r\n");
  if (encoding === "gb18030")
    return new Uint8Array(execFileSync("iconv", ["-f", "UTF-8", "-t", "GB18030"], { input: text }));
  return new TextEncoder().encode((encoding === "utf-8" ? "" : "\uFEFF") + text);
}

/** A sheet with these cells from A1 on. */
export function listSheet(name: string, lines: readonly (readonly RawValue[])[]): SheetData {
  return plainSheet({
    sheet: name,
    firstRow: 0,
    firstColumn: 0,
    values: lines,
    formulas: lines,
    numberFormats: lines.map((line) => line.map((cell) => (typeof cell === "string" ? "@" : "General"))),
  });
}
