import type { StateField } from "../../assess/stateWords";
import { DETAIL_FIELDS, DETAIL_KINDS } from "../../detail/kinds";
import type { DetailField, DetailKind } from "../../detail/kinds";
import { DETAIL_HEADERS, DETAIL_SHEETS } from "../../wording/detail";
import { STATE_NOT_IN_LIST, TEMPLATE_NOTES } from "../../wording/templates";
import type { Step } from "../../plan/sheetPlan";
import { listHeaderSteps } from "../list";
import type { PlannedSheet } from "../wholeSheet";

/** The note stands above the headers. */
export const TEMPLATE_HEADER_ROW = 1;
const LAST_ROW = 1_048_575;
const NOTE_COLOR = "#595959";

/** Points. */
const WIDTHS: Readonly<Record<DetailField, number>> = {
  department: 110,
  mainItem: 220,
  mainCode: 130,
  subItem: 220,
  subCode: 130,
  directoryState: 90,
  implementationState: 90,
  cases: 60,
  item: 240,
  code: 130,
  caseNumber: 140,
  date: 90,
  name: 80,
  certificate: 130,
  certificateState: 80,
  postState: 80,
  accountState: 80,
  lastLogin: 120,
};

/** Numbers that are names, not amounts: as numbers they would lose zeros in front, and digits after the fifteenth. */
const FORMATS: Readonly<Partial<Record<DetailField, string>>> = {
  mainCode: "@",
  subCode: "@",
  code: "@",
  caseNumber: "@",
  certificate: "@",
  date: "yyyy-mm-dd",
  lastLogin: "yyyy-mm-dd hh:mm",
};

/** The words offered at a state column; the rules know more. */
export const OFFERED_WORDS: Readonly<Record<StateField, readonly string[]>> = {
  directoryState: ["已发布", "已编辑", "已认领", "未认领"],
  implementationState: ["完备", "未完备"],
  certificateState: ["有效", "注销"],
  postState: ["在岗", "借入", "退休", "调离", "离职", "借出"],
  accountState: ["有效", "无效"],
};

/** A sheet with note and headers for each kind, in the order of the kinds. */
export function planTemplates(kinds: readonly DetailKind[]): PlannedSheet[] {
  return DETAIL_KINDS.filter((kind) => kinds.includes(kind)).map((kind) => ({
    plan: { sheet: DETAIL_SHEETS[kind], create: true, steps: templateSteps(kind), expected: [] },
    before: null,
  }));
}

/** What makes a blank sheet a template of this kind. */
export function templateSteps(kind: DetailKind): Step[] {
  const fields: readonly DetailField[] = DETAIL_FIELDS[kind];
  const below = (column: number) => ({
    firstRow: TEMPLATE_HEADER_ROW + 1,
    firstColumn: column,
    lastRow: LAST_ROW,
    lastColumn: column,
  });
  return [
    // Whole columns: Excel keeps such a format once, and not for each cell.
    ...fields.flatMap((field, column): Step[] =>
      FORMATS[field] === undefined
        ? []
        : [{ do: "format", area: { ...below(column), firstRow: 0 }, format: { numberFormat: FORMATS[field] } }],
    ),
    {
      do: "write",
      area: { firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 0 },
      formulas: [[TEMPLATE_NOTES[kind]]],
    },
    {
      do: "format",
      area: { firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 0 },
      format: { color: NOTE_COLOR, horizontal: "Left", vertical: "Center", wrap: false },
    },
    ...listHeaderSteps(
      TEMPLATE_HEADER_ROW,
      fields.map((field) => ({ header: DETAIL_HEADERS[field], width: WIDTHS[field] })),
    ),
    ...fields.flatMap((field, column): Step[] =>
      isState(field)
        ? [{ do: "validateList", area: below(column), words: OFFERED_WORDS[field], message: STATE_NOT_IN_LIST }]
        : [],
    ),
  ];
}

function isState(field: DetailField): field is StateField {
  return field in OFFERED_WORDS;
}
