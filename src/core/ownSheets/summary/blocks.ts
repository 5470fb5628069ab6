import { INDICATORS } from "../../indicators/indicators";
import type { DepartmentAssessment, Totals } from "../../assess/assessment";
import type { Indicator } from "../../indicators/indicators";
import type { Tier } from "../../assess/tiers";
import { columnLetters, quotedSheet } from "../../cells/address";
import type { TaskTable } from "../../table/taskTable";
import { INVALID, NOT_APPLICABLE } from "../../wording/sheet";
import {
  COUNTY_LABELS,
  COUNTY_NOTE,
  INDICATOR_HEADERS,
  SUMMARY_INDICATORS,
  TIER_HEADERS,
  TIER_NOT_APPLICABLE,
  TOTAL,
  UNRANKED,
} from "../../wording/summary";
import type { OwnPlaces } from "../../taskSheet/layout";
import { quoted } from "../sheetCells";
import type { Calculated, SheetCells } from "../sheetCells";
import { COLUMNS, COUNTY_PAIRS, HELPERS, INDICATOR_SPANS, TIER_SPANS, spanOf } from "./layout";
import type { RankingColumn, SummaryRows } from "./layout";

const BASIS_POINTS = 10_000;
const HUNDREDTHS = 100;
type CountyFigure = keyof typeof COUNTY_LABELS;
const COUNTY_FIGURES = Object.keys(COUNTY_LABELS) as CountyFigure[];
const GAP_COLUMNS: Readonly<Record<Indicator, RankingColumn>> = {
  directory: "directoryGap",
  implementation: "implementationGap",
  coverage: "gap",
  officers: "officersGap",
};

/** Where a figure of 全县情况 stands, zero-based. */
export function countyPlace({ county }: SummaryRows, figure: CountyFigure): [number, number] {
  const index = COUNTY_FIGURES.indexOf(figure);
  return [county + 1 + Math.floor(index / COUNTY_PAIRS.length), COUNTY_PAIRS[index % COUNTY_PAIRS.length]!.value[0]];
}

/** Where a figure of a tier stands; `index` from 0. */
export function tierPlace(
  { tierFirst }: SummaryRows,
  index: number,
  figure: keyof typeof TIER_HEADERS,
): [number, number] {
  return [tierFirst + index, TIER_SPANS[Object.keys(TIER_HEADERS).indexOf(figure)]![0]];
}

export function indicatorPlace(
  { indicatorFirst }: SummaryRows,
  indicator: Indicator,
  figure: keyof typeof INDICATOR_HEADERS,
): [number, number] {
  return [
    indicatorFirst + INDICATORS.indexOf(indicator),
    INDICATOR_SPANS[Object.keys(INDICATOR_HEADERS).indexOf(figure)]![0],
  ];
}

/** Conditions on the ranking's columns: rows whose figures count have a number for a total, and those of coverage a rate. */
function conditions(rows: SummaryRows) {
  const span = (column: RankingColumn) => spanOf(rows, COLUMNS[column]);
  const usable = `${span("deduction")},">=0"`;
  return { span, usable, rated: `${span("rate")},">=0",${usable}`, staffed: `${span("officersGap")},">=0",${usable}` };
}

/** 全县情况: sums and counts over the ranking, as `totals` makes them. */
export function putCounty(
  cells: SheetCells,
  rows: SummaryRows,
  totals: Totals,
  departments: readonly DepartmentAssessment[],
): void {
  const { span, usable, rated, staffed } = conditions(rows);
  const behind = (...columns: RankingColumn[]) =>
    `COUNTIFS(${columns.map((column) => `${span(column)},">0"`).join(",")},${usable})`;
  const { coverage } = totals;
  const reported = departments.filter(({ bad, officers }) => !bad && officers.state === "reported");
  const officers = (key: "due" | "done") => reported.reduce((sum, { officers: result }) => sum + result[key]!, 0);
  const place = (figure: CountyFigure) => cells.at(...countyPlace(rows, figure)).expression;
  const figures: Readonly<Record<CountyFigure, Calculated>> = {
    departments: { expression: `ROWS(${span("department")})`, value: totals.departments },
    complete: {
      expression: `COUNT(${span("rank")})+COUNTIF(${span("rank")},${quoted(UNRANKED.notApplicable)})`,
      value: totals.complete,
    },
    bad: { expression: `COUNTIF(${span("deduction")},${quoted(INVALID)})`, value: totals.bad },
    belowCoverage: { expression: behind("gap"), value: totals.belowCoverage },
    listsIncomplete: {
      expression: `${behind("directoryGap")}+${behind("implementationGap")}-${behind("directoryGap", "implementationGap")}`,
      value: totals.listsIncomplete,
    },
    missingOfficers: { expression: behind("officersGap"), value: totals.missingOfficers },
    due: { expression: `SUMIFS(${span("due")},${rated})`, value: coverage.due },
    required: { expression: `SUMIFS(${span("required")},${rated})`, value: coverage.required },
    done: { expression: `SUMIFS(${span("done")},${rated})`, value: coverage.done },
    gap: { expression: `SUMIFS(${span("gap")},${rated})`, value: coverage.gap },
    rate: {
      expression: `IF(${place("due")}>0,ROUND(${place("done")}/${place("due")},4),${quoted(NOT_APPLICABLE)})`,
      value: coverage.rateBp === null ? NOT_APPLICABLE : coverage.rateBp / BASIS_POINTS,
    },
    deduction: { expression: `ROUND(SUM(${span("deduction")}),2)`, value: totals.deduction / HUNDREDTHS },
    officers: { expression: `SUMIFS(${span("officers")},${staffed})`, value: officers("due") },
    onboarded: { expression: `SUMIFS(${spanOf(rows, HELPERS.onboarded)},${staffed})`, value: officers("done") },
    officersGap: { expression: `SUMIFS(${span("officersGap")},${usable})`, value: totals.officersGap },
  };
  for (const figure of COUNTY_FIGURES) {
    const [row, column] = countyPlace(rows, figure);
    const { label } = COUNTY_PAIRS.find(({ value }) => value[0] === column)!;
    cells.put(row, label[0], COUNTY_LABELS[figure]);
    cells.put(row, column, figures[figure]);
  }
  cells.put(rows.countyNote, 0, COUNTY_NOTE);
}

/** 按覆盖率目标分档: a row for each target found when the sheet is made, one for departments without main items, and the total. */
export function putTiers(
  cells: SheetCells,
  rows: SummaryRows,
  tiers: readonly Tier[],
  departments: readonly DepartmentAssessment[],
): void {
  const { span, rated } = conditions(rows);
  const figures = Object.keys(TIER_HEADERS) as (keyof typeof TIER_HEADERS)[];
  figures.forEach((figure, index) => cells.put(rows.tiers + 1, TIER_SPANS[index]![0], TIER_HEADERS[figure]));
  tiers.forEach((tier, index) => {
    const at = (figure: keyof typeof TIER_HEADERS) => cells.at(...tierPlace(rows, index, figure)).expression;
    const of = `${span("target")},${at("target")}`;
    const sum = (column: RankingColumn) => `SUMIFS(${span(column)},${of},${rated})`;
    const short = `IF(${at("done")}<ROUND(${at("target")}*${at("due")},4),${at("target")}-0.0001,1)`;
    const row: Readonly<Record<keyof typeof TIER_HEADERS, Calculated | number>> = {
      target: tier.targetBp / BASIS_POINTS,
      departments: {
        expression: `COUNTIFS(${of})-COUNTIFS(${of},${span("deduction")},${quoted(INVALID)})`,
        value: tier.departments,
      },
      reported: { expression: `COUNTIFS(${of},${rated})`, value: tier.reported },
      met: { expression: `COUNTIFS(${of},${span("gap")},0,${rated})`, value: tier.met },
      behind: { expression: `COUNTIFS(${of},${span("gap")},">0",${rated})`, value: tier.reported - tier.met },
      due: { expression: sum("due"), value: tier.due },
      required: { expression: sum("required"), value: tier.required },
      done: { expression: sum("done"), value: tier.done },
      gap: { expression: sum("gap"), value: tier.gap },
      rate: {
        expression: `IF(${at("due")}>0,MIN(ROUND(${at("done")}/${at("due")},4),${short}),${quoted(NOT_APPLICABLE)})`,
        value: tier.rateBp === null ? NOT_APPLICABLE : tier.rateBp / BASIS_POINTS,
      },
    };
    for (const figure of figures) cells.put(...tierPlace(rows, index, figure), row[figure]);
  });
  putTierEnds(
    cells,
    rows,
    tiers,
    `COUNTIFS(${span("rate")},${quoted(NOT_APPLICABLE)})-COUNTIFS(${span("rate")},${quoted(NOT_APPLICABLE)},${span("deduction")},${quoted(INVALID)})`,
    departments.filter(({ bad, coverage }) => !bad && coverage.state === "notApplicable").length,
  );
}

function putTierEnds(
  cells: SheetCells,
  rows: SummaryRows,
  tiers: readonly Tier[],
  without: string,
  count: number,
): void {
  const figures = Object.keys(TIER_HEADERS) as (keyof typeof TIER_HEADERS)[];
  const column = (figure: keyof typeof TIER_HEADERS) => TIER_SPANS[figures.indexOf(figure)]![0];
  const notApplicable = rows.tierTotal - 1;
  cells.put(notApplicable, 0, TIER_NOT_APPLICABLE);
  for (const figure of figures.slice(2)) cells.put(notApplicable, column(figure), NOT_APPLICABLE);
  cells.put(notApplicable, column("departments"), { expression: without, value: count });

  cells.put(rows.tierTotal, 0, TOTAL);
  for (const figure of figures.slice(1, -1)) {
    const letters = columnLetters(column(figure));
    const sum = tiers.reduce(
      (total, _, index) => total + Number(cells.value(rows.tierFirst + index, column(figure))),
      figure === "departments" ? count : 0,
    );
    cells.put(rows.tierTotal, column(figure), {
      expression: `SUM(${letters}${rows.tierFirst + 1}:${letters}${rows.tierTotal})`,
      value: sum,
    });
  }
  cells.put(rows.tierTotal, column("rate"), cells.at(...countyPlace(rows, "rate")));
}

/** 按指标扣分: departments and gaps from the ranking, points from the task table, where a cap may have cut them. */
export function putIndicators(
  cells: SheetCells,
  rows: SummaryRows,
  table: TaskTable,
  own: OwnPlaces,
  departments: readonly DepartmentAssessment[],
  totals: Totals,
): void {
  const { span, usable } = conditions(rows);
  const figures = Object.keys(INDICATOR_HEADERS) as (keyof typeof INDICATOR_HEADERS)[];
  figures.forEach((figure, index) =>
    cells.put(rows.indicatorFirst - 1, INDICATOR_SPANS[index]![0], INDICATOR_HEADERS[figure]),
  );
  const there = (column: number) =>
    `${quotedSheet(table.sheet)}!${columnLetters(column)}${table.body.first + 1}:${columnLetters(column)}${table.body.last + 1}`;
  const good = departments.filter(({ bad }) => !bad);
  for (const indicator of INDICATORS) {
    const gaps = good.map((department) => department[indicator].gap ?? 0);
    const column = GAP_COLUMNS[indicator];
    cells.put(...indicatorPlace(rows, indicator, "indicator"), SUMMARY_INDICATORS[indicator]);
    cells.put(...indicatorPlace(rows, indicator, "departments"), {
      expression: `COUNTIFS(${span(column)},">0",${usable})`,
      value: gaps.filter((gap) => gap > 0).length,
    });
    cells.put(...indicatorPlace(rows, indicator, "gap"), {
      expression: `SUMIFS(${span(column)},${usable})`,
      value: gaps.reduce((sum, gap) => sum + gap, 0),
    });
    // Rows headed 合计 have a total too, and no 情况说明.
    const points = `SUMIFS(${there(own[`${indicator}Deduction`]!)},${there(own.deduction!)},">=0",${there(own.remark!)},"?*")`;
    cells.put(...indicatorPlace(rows, indicator, "deduction"), {
      expression: `ROUND(${points},2)`,
      value: totals.deductionBy[indicator] / HUNDREDTHS,
    });
  }
  const column = INDICATOR_SPANS[3][0];
  const letters = columnLetters(column);
  cells.put(rows.indicatorTotal, 0, TOTAL);
  cells.put(rows.indicatorTotal, INDICATOR_SPANS[1][0], NOT_APPLICABLE);
  cells.put(rows.indicatorTotal, INDICATOR_SPANS[2][0], NOT_APPLICABLE);
  cells.put(rows.indicatorTotal, column, {
    expression: `ROUND(SUM(${letters}${rows.indicatorFirst + 1}:${letters}${rows.indicatorTotal}),2)`,
    value: totals.deduction / HUNDREDTHS,
  });
}
