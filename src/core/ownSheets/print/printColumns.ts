import { INDICATORS, descriptorOf } from "../../indicators/indicators";
import { ACTUAL_COLUMNS } from "../../table/headers";
import type { TableColumn } from "../../table/headers";
import { FULL_HEADERS, PRINT_GROUPS, SHORT_HEADERS } from "../../wording/printSheet";
import { RESULT_COLUMNS, headerOf } from "../../taskSheet/columns";
import type { OwnColumn } from "../../taskSheet/columns";
import type { PrintForm } from "../../taskSheet/page";

/** A column of the task table, the source's or ours. */
export type PrintedColumn = TableColumn | OwnColumn;

/** The targets, in the order of the source. */
export const TARGETS = INDICATORS.map((indicator) => descriptorOf(indicator).target);

interface PrintedForm {
  readonly columns: readonly PrintedColumn[];
  readonly headers: Readonly<Partial<Record<PrintedColumn, string>>>;
  readonly groups: readonly { readonly label: string; readonly members: readonly PrintedColumn[] }[];
  /** Lines in which 情况说明 is to find room. */
  readonly remarkLines: number;
  /** Bounds of 情况说明 and 部门名称, ems of the table's font. */
  readonly remark: { readonly least: number; readonly most: number };
  readonly name: { readonly least: number; readonly most: number };
  /** Lines in which 部门名称 is to find room. */
  readonly nameLines: number;
  /** Ems of the other columns; targets need more where they have decimals. */
  readonly width: (column: PrintedColumn, wholeTargets: boolean) => number;
}

const SHORT_WIDTHS: Readonly<Partial<Record<PrintedColumn, number>>> = {
  serial: 2.8,
  claimed: 3.8,
  coverageTarget: 3.4,
  covered: 4.6,
  coverageRate: 4.5,
  coverageGap: 3.8,
  officers: 3.8,
  onboarded: 3.8,
  officersGap: 3.8,
  deduction: 3.4,
  rank: 2.8,
};
/** 100.00%, with what a cell keeps free at its sides. */
const PERCENT = 4.4;

export const PRINTED_FORMS: Readonly<Record<PrintForm["form"], PrintedForm>> = {
  short: {
    columns: [
      "serial",
      "department",
      "claimed",
      "coverageTarget",
      "covered",
      "coverageRate",
      "coverageGap",
      "officers",
      "onboarded",
      "officersGap",
      "deduction",
      "rank",
      "remark",
    ],
    headers: SHORT_HEADERS,
    groups: [
      { label: PRINT_GROUPS.coverage, members: ["coverageTarget", "covered", "coverageRate", "coverageGap"] },
      { label: PRINT_GROUPS.officers, members: ["officers", "onboarded", "officersGap"] },
    ],
    remarkLines: 2,
    remark: { least: 12, most: 17 },
    name: { least: 6, most: 15 },
    nameLines: 1,
    width: (column, whole) => (column === "coverageTarget" && !whole ? PERCENT : SHORT_WIDTHS[column]!),
  },
  full: {
    columns: ["serial", "department", "claimed", ...TARGETS, ...ACTUAL_COLUMNS, ...RESULT_COLUMNS],
    headers: { ...Object.fromEntries(RESULT_COLUMNS.map((column) => [column, headerOf(column)])), ...FULL_HEADERS },
    groups: [
      { label: PRINT_GROUPS.lists, members: ["directoryTarget", "implementationTarget"] },
      { label: PRINT_GROUPS.data, members: ["coverageTarget"] },
      { label: PRINT_GROUPS.actuals, members: ACTUAL_COLUMNS },
      { label: PRINT_GROUPS.computed, members: RESULT_COLUMNS },
    ],
    remarkLines: 3,
    remark: { least: 11, most: 17 },
    name: { least: 5.5, most: 8 },
    nameLines: 3,
    width: (column, whole) => {
      if (column.endsWith("Rate")) return PERCENT;
      // Its group stands over it alone.
      if (column === "coverageTarget") return PERCENT;
      if (column.endsWith("Target")) return whole ? 3.1 : PERCENT;
      return column === "serial" || column === "rank" ? 2.5 : 3;
    },
  },
};
