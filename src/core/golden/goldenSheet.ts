import type { RawValue } from "../cells/grid";
import type { SheetPlan, Step } from "../plan/sheetPlan";
import { GOLDEN_SHEET } from "../wording/selfTest";
import { GOLDEN_ROWS } from "./golden";

/** Where the golden table stands on its sheet, zero-based. */
export const GOLDEN_PLACE = {
  title: 0,
  /** The lowest of the two header rows. */
  header: 2,
  first: 3,
  last: 3 + GOLDEN_ROWS.length - 1,
  totals: 3 + GOLDEN_ROWS.length,
  notes: 3 + GOLDEN_ROWS.length + 2,
  lastColumn: 11,
  /** A formula of somebody else's, right of the table. */
  beside: { row: 3, column: 13 },
} as const;

/** Words that the note has, and no row below it. */
export const GOLDEN_NOTE_WORDS = "本表由自检生成";

const HEADER: readonly (readonly RawValue[])[] = [
  [
    "序号",
    "部门名称",
    "目录清单已认领的主项数",
    "事项梳理目标",
    "",
    "数据汇聚目标",
    "执法人员入驻率目标",
    "目录清单应认领数",
    "目录清单已完成数",
    "实施清单已完备数",
    "产生办件主项数",
    "执法人员数",
  ],
  ["", "", "", "目录清单完成率", "实施清单完备率", "监管行为覆盖率", "", "", "", "", "", ""],
];

/** Not ours: must move aside, and be as it was in the end. */
export const FOREIGN = { name: "自检_他人的名称", rule: "=$C4>100", beside: "=L4+1", width: 61.5 } as const;

/**
 * A sheet with the golden table as staff would have made it, and with things of other people's: a formula beside the table, a
 * conditional format, a name, a width, merged cells.
 */
export function goldenSheet(name: string): SheetPlan {
  const { title, header, first, last, totals, notes, lastColumn, beside } = GOLDEN_PLACE;
  const area = (firstRow: number, lastRow: number, firstColumn: number, until: number) => ({
    firstRow,
    firstColumn,
    lastRow,
    lastColumn: until,
  });
  const body = GOLDEN_ROWS.map(({ cells }, index): RawValue[] => [
    index + 1,
    ...cells.map((cell) => (typeof cell === "object" ? `'${cell.text}` : cell)),
  ]);
  const sum: RawValue[] = Array.from({ length: lastColumn + 1 }, (_, column) =>
    column === 1 ? "合计" : column === 2 ? `=SUM(C${first + 1}:C${last + 1})` : "",
  );
  const steps: Step[] = [
    { do: "write", area: area(title, title, 0, 0), formulas: [[GOLDEN_SHEET.title]] },
    { do: "write", area: area(header - 1, header, 0, lastColumn), formulas: HEADER },
    { do: "write", area: area(first, totals, 0, lastColumn), formulas: [...body, sum] },
    { do: "write", area: area(notes, notes, 0, 0), formulas: [[GOLDEN_SHEET.note]] },
    { do: "write", area: area(beside.row, beside.row, beside.column, beside.column), formulas: [[FOREIGN.beside]] },
    // The target that was typed without a per cent sign has none.
    ...GOLDEN_ROWS.flatMap(({ case: which }, index): Step[] =>
      which === "barePercent"
        ? []
        : [{ do: "format", area: area(first + index, first + index, 3, 6), format: { numberFormat: "0.00%" } }],
    ),
    { do: "merge", area: area(title, title, 0, lastColumn) },
    { do: "merge", area: area(header - 1, header - 1, 3, 4) },
    { do: "merge", area: area(notes, notes, 0, lastColumn) },
    { do: "width", first: beside.column, count: 1, points: FOREIGN.width },
    { do: "highlight", area: area(first, last, 2, 2), mark: "lists", formula: FOREIGN.rule },
    { do: "nameRule", name: FOREIGN.name, value: 7 },
  ];
  return { sheet: name, create: true, steps, expected: [] };
}
