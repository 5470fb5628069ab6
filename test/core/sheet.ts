import type { CellGrid, RawValue } from "../../src/core/cells/grid";
import { DEPARTMENTS, NOTES, TITLE } from "../../scripts/samples/source-table";

/** A number with the format that it is shown in. */
export interface Formatted {
  readonly value: RawValue;
  readonly format: string;
}
export type CellInput = RawValue | Formatted | null;

export const percent = (fraction: number, format = "0.00%"): Formatted => ({ value: fraction, format });
/** A target of 100 %. */
export const full = percent(1);

/** A grid from rows of cells; null is blank. `at` is the zero-based sheet position of the first cell. */
export function sheet(
  rows: readonly (readonly CellInput[])[],
  { at = [0, 0], name = "附件2" }: { at?: readonly [number, number]; name?: string } = {},
): CellGrid {
  const width = Math.max(...rows.map((row) => row.length));
  const cells = rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ""));
  const raw = (cell: CellInput): RawValue => (typeof cell === "object" && cell !== null ? cell.value : (cell ?? ""));
  return {
    sheet: name,
    firstRow: at[0],
    firstColumn: at[1],
    values: cells.map((row) => row.map(raw)),
    formulas: cells.map((row) => row.map(raw)),
    numberFormats: cells.map((row) =>
      row.map((cell) => (typeof cell === "object" && cell !== null ? cell.format : "General")),
    ),
  };
}

export const SOURCE_HEADER: readonly (readonly CellInput[])[] = [
  ["序号", "部门名称", "目录清单已认领的主项数", "事项梳理目标", null, "数据汇聚目标", "执法人员入驻率目标"],
  [null, null, null, "目录清单完成率", "实施清单完备率", "监管行为覆盖率", null],
];
export const ACTUAL_HEADER = [
  "目录清单应认领数",
  "目录清单已完成数",
  "实施清单已完备数",
  "产生办件主项数",
  "执法人员数",
  "已入驻人数",
] as const;

/** The source's table on a sheet: title in row 2, departments in rows 5–39, notes below. */
export function sourceSheet(): CellGrid {
  const rows = DEPARTMENTS.map(({ name, claimed, coverageTarget }, index): CellInput[] =>
    coverageTarget === "—"
      ? [index + 1, name, claimed, "—", "—", "—", full]
      : [index + 1, name, claimed, full, full, percent(coverageTarget / 100, "0%"), full],
  );
  return sheet([["附件2"], [TITLE], ...SOURCE_HEADER, ...rows, [], ["说明："], ...NOTES.map((note) => [note])]);
}

/** A small table: each row is [name, claimed, directory, implementation, coverage, officers targets, …six actuals]. */
export function tableSheet(rows: readonly (readonly CellInput[])[]): CellGrid {
  const header = [...SOURCE_HEADER[0]!, ...ACTUAL_HEADER];
  const body = rows.map((row, index) => [index + 1, ...row]);
  return sheet([["8月19日至9月15日指标推进任务表"], header, SOURCE_HEADER[1]!, ...body]);
}
