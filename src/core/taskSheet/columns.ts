import { BASE_NAMES, BASES, INDICATORS, REPORTED_COLUMNS, descriptorOf } from "../indicators/indicators";
import type { Base, Indicator, ReportedColumn } from "../indicators/indicators";
import type { TableColumn } from "../table/headers";
import { ACTUAL_HEADERS, BASIS_HEADERS, RESULT_HEADERS, SOURCE_HEADERS, usedHeader } from "../wording/sheet";

/** Columns for staff to fill in, in the order in which they are offered. */
export const INPUT_COLUMNS = REPORTED_COLUMNS;

/** A figure of an indicator that has a column of its own. */
type IndicatorFigure = "Rate" | "Deduction" | "Required" | "Gap";
/** What stands behind the results (测算依据): numbers as they are used, or the reasons why there are none, and the parts of the remark. */
type BasisFigure = `${Base}Base` | `${Indicator}${"Due" | "Target" | "Done"}Used` | (typeof REMARK_PARTS)[number];
/** What the total, the rank and 情况说明 are made from: what is reported so far, the total of a ranked row or why it has no rank, pieces. */
const REMARK_PARTS = ["subtotal", "score", "unfilled", "faults", "shortfalls", "notes"] as const;
/** A column of the sheet as a number: digits typed as text, dashes and targets in other forms are dealt with there. */
export type ReadColumn = `${TableColumn}Read`;

export type InputColumn = ReportedColumn;
/** Columns of results, in sight, left to right. */
export type ResultColumn = `${Indicator}${IndicatorFigure}` | "deduction" | "rank" | "remark";
export type BasisColumn = BasisFigure | ReadColumn | `${Indicator}${"Required" | "Gap"}`;
export type ComputedColumn = ResultColumn | BasisColumn;
export type OwnColumn = InputColumn | ComputedColumn;

interface Described {
  readonly header: string;
  readonly numberFormat: string;
  /** Points (1/72 inch). */
  readonly width: number;
}

type Entry<Column> = readonly [Column, Described];

const count = <Column>(column: Column, header: string): Entry<Column> => [
  column,
  { header, numberFormat: "0", width: 40 },
];
const rate = <Column>(column: Column, header: string): Entry<Column> => [
  column,
  { header, numberFormat: "0.00%", width: 50 },
];
/** One decimal, and a second where a rule's points need it. */
const points = <Column>(column: Column, header: string): Entry<Column> => [
  column,
  { header, numberFormat: "0.0#", width: 40 },
];
const basis = <Column>(column: Column, header: string): Entry<Column> => [
  column,
  { header, numberFormat: "General", width: 60 },
];

/** Whether the results say how many are required; else it stands behind them. */
export function showsRequired(indicator: Indicator): boolean {
  return descriptorOf(indicator).shown.required !== undefined;
}

const INPUTS = new Map(INPUT_COLUMNS.map((column) => count<InputColumn>(column, ACTUAL_HEADERS[column])));

const RESULTS = new Map([
  ...INDICATORS.flatMap((indicator): Entry<ResultColumn>[] => {
    const { headers, shown } = descriptorOf(indicator);
    return [
      ...(shown.required === undefined ? [] : [count(`${indicator}Required` as const, shown.required)]),
      rate(`${indicator}Rate` as const, headers.rate),
      ...(shown.gap === undefined ? [] : [count(`${indicator}Gap` as const, shown.gap)]),
    ];
  }),
  ...INDICATORS.map((indicator) =>
    points<ResultColumn>(`${indicator}Deduction`, descriptorOf(indicator).headers.deduction),
  ),
  points<ResultColumn>("deduction", RESULT_HEADERS.deduction),
  ["rank", { header: RESULT_HEADERS.rank, numberFormat: "0", width: 32 }] as Entry<ResultColumn>,
  ["remark", { header: RESULT_HEADERS.remark, numberFormat: "General", width: 235 }] as Entry<ResultColumn>,
]);

/** The columns of the sheet that figures are read from. */
export const FIGURE_COLUMNS: readonly TableColumn[] = [
  ...new Set(
    INDICATORS.flatMap((indicator) => {
      const { base, due, target, done } = descriptorOf(indicator);
      return [BASES[base].column, ...(due === null ? [] : [due]), target, done];
    }),
  ),
];

const BASIS = new Map([
  ...FIGURE_COLUMNS.map((column) =>
    basis<BasisColumn>(`${column}Read`, usedHeader.read({ ...SOURCE_HEADERS, ...ACTUAL_HEADERS }[column])),
  ),
  ...BASE_NAMES.map((base) => basis<BasisColumn>(`${base}Base`, BASIS_HEADERS.bases[base])),
  ...INDICATORS.filter((indicator) => descriptorOf(indicator).due !== null).map((indicator) =>
    basis<BasisColumn>(`${indicator}DueUsed`, usedHeader.due(descriptorOf(indicator).words.short)),
  ),
  ...INDICATORS.filter(showsRequired).map((indicator) =>
    basis<BasisColumn>(`${indicator}TargetUsed`, usedHeader.target(descriptorOf(indicator).words.short)),
  ),
  ...INDICATORS.filter((indicator) => !showsRequired(indicator)).map((indicator) =>
    basis<BasisColumn>(`${indicator}Required`, usedHeader.required(descriptorOf(indicator).words.matter)),
  ),
  ...INDICATORS.map((indicator) =>
    basis<BasisColumn>(`${indicator}DoneUsed`, usedHeader.done(ACTUAL_HEADERS[descriptorOf(indicator).done])),
  ),
  ...INDICATORS.filter((indicator) => descriptorOf(indicator).shown.gap === undefined).map((indicator) =>
    basis<BasisColumn>(`${indicator}Gap`, usedHeader.gap(descriptorOf(indicator).words.short)),
  ),
  ...REMARK_PARTS.map((column) => basis<BasisColumn>(column, BASIS_HEADERS[column])),
]);

const ALL = new Map<OwnColumn, Described>([...INPUTS, ...RESULTS, ...BASIS]);

/** Columns of results, left to right. */
export const RESULT_COLUMNS: readonly ResultColumn[] = [...RESULTS.keys()];
/** Columns behind the results, hidden, left to right. */
export const BASIS_COLUMNS: readonly BasisColumn[] = [...BASIS.keys()];
/** All that the add-in computes. */
export const COMPUTED_COLUMNS: readonly ComputedColumn[] = [...RESULT_COLUMNS, ...BASIS_COLUMNS];
export const OWN_COLUMNS: readonly OwnColumn[] = [...ALL.keys()];

/** The partial deductions, left out of a short print. */
export const PARTIAL_DEDUCTIONS: readonly ResultColumn[] = INDICATORS.map(
  (indicator) => `${indicator}Deduction` as const,
);

export function isInput(column: OwnColumn): column is InputColumn {
  return INPUTS.has(column as InputColumn);
}

export function isBasis(column: OwnColumn): column is BasisColumn {
  return BASIS.has(column as BasisColumn);
}

/** The column of the sheet that this one reads, where it is such a one. */
export function readBy(column: OwnColumn): TableColumn | null {
  return FIGURE_COLUMNS.find((read) => `${read}Read` === column) ?? null;
}

export function headerOf(column: OwnColumn): string {
  return ALL.get(column)!.header;
}

export function numberFormatOf(column: OwnColumn): string {
  return ALL.get(column)!.numberFormat;
}

/** Points (1/72 inch). */
export function widthOf(column: OwnColumn): number {
  return ALL.get(column)!.width;
}
