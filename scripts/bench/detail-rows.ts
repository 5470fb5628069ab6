import { DepartmentNames } from "../../src/core/detail/departments";
import type { DetailSheet, RowBlock } from "../../src/core/detail/detailSheet";
import { DETAIL_FIELDS, type DetailKind } from "../../src/core/detail/kinds";
import type { TaskTable } from "../../src/core/table/taskTable";
import { DETAIL_SHEETS } from "../../src/core/wording/detail";
import { DEPARTMENTS } from "../samples/source-table";

/** As many rows as a block of long Chinese names brings at a time. */
const BLOCK_ROWS = 8_000;
/** Rows of one main item: its sub-items. */
const SUB_ITEMS = 4;
const FIRST_ROW = 2;

/** The columns of a detail sheet in the template's order. */
export function detailSheetOf(kind: DetailKind, rows: number): DetailSheet {
  return {
    sheet: DETAIL_SHEETS[kind],
    kind,
    headerRow: FIRST_ROW - 1,
    lastRow: FIRST_ROW + rows - 1,
    columns: Object.fromEntries(DETAIL_FIELDS[kind].map((field, column) => [field, column])),
    headers: [],
  };
}

export const departmentNames = (): DepartmentNames =>
  new DepartmentNames({ departments: DEPARTMENTS } as unknown as TaskTable);

/** Rows in blocks as they come from Excel: every cell its own string, for they are parsed from an answer. */
function blocksOf(count: number, lineOf: (index: number) => RowBlock["values"][number]): RowBlock[] {
  const blocks: RowBlock[] = [];
  for (let first = 0; first < count; first += BLOCK_ROWS) {
    const lines = Array.from({ length: Math.min(BLOCK_ROWS, count - first) }, (_, offset) => lineOf(first + offset));
    blocks.push({
      firstRow: FIRST_ROW + first,
      firstColumn: 0,
      values: JSON.parse(JSON.stringify(lines)) as RowBlock["values"],
    });
  }
  return blocks;
}

/**
 * 监管事项明细 of that many rows, four sub-items a main item. "together": as an export has them, the rows of a main item one after
 * the other; "scattered": no two neighbours belong together.
 */
export function itemBlocks(count: number, order: "together" | "scattered"): RowBlock[] {
  const mains = Math.ceil(count / SUB_ITEMS);
  return blocksOf(count, (index) => {
    const [main, sub] =
      order === "together"
        ? [Math.floor(index / SUB_ITEMS), index % SUB_ITEMS]
        : [index % mains, Math.floor(index / mains)];
    const department =
      order === "together" ? Math.floor((main * DEPARTMENTS.length) / mains) : main % DEPARTMENTS.length;
    const code = `11051102400${String(main + 1).padStart(7, "0")}`;
    const matter = `对第${main + 1}类单位未按规定建立管理台账行为`;
    return [
      DEPARTMENTS[department]!.name,
      `${matter}的监管`,
      code,
      `${matter}的行政检查（${sub + 1}）`,
      `${code}${String(sub + 1).padStart(3, "0")}`,
      main % 50 === 0 ? "待发布" : "已发布",
      main % 40 === 0 ? "不完备" : "完备",
      main % 3 === 0 && sub === 1 ? 2 : 0,
    ];
  });
}

const certificateOf = (index: number): string => `511024${String(index + 1).padStart(7, "0")}X`;

/** 执法人员名册 of that many officers. */
export function officerBlocks(count: number): RowBlock[] {
  return blocksOf(count, (index) => [
    DEPARTMENTS[index % DEPARTMENTS.length]!.name,
    `示例人员${index + 1}`,
    certificateOf(index),
    "有效",
    index % 211 === 0 ? "退休" : "在岗",
  ]);
}

/** Their accounts the other way round; one in 50 has none, one in 40 never logged in. */
export function accountBlocks(count: number): RowBlock[] {
  const withAccount = Array.from({ length: count }, (_, index) => count - 1 - index).filter((index) => index % 50 > 0);
  return blocksOf(withAccount.length, (position) => {
    const index = withAccount[position]!;
    return [
      DEPARTMENTS[index % DEPARTMENTS.length]!.name,
      `示例人员${index + 1}`,
      certificateOf(index).toLowerCase(),
      "有效",
      index % 40 === 7 ? "" : 46_260 + (index % 28),
    ];
  });
}
