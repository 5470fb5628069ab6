import type { DepartmentAssessment } from "../../assess/assessment";
import { columnLetters, quotedSheet } from "../../cells/address";
import { cellOf } from "../../cells/grid";
import type { CellGrid, RawValue } from "../../cells/grid";
import type { DepartmentRow, TaskTable } from "../../table/taskTable";
import { departmentName } from "../../wording/pane";
import { INVALID } from "../../wording/sheet";
import {
  BULLETIN,
  HELPER_HEADERS,
  HELPERS_NOTE,
  RANKING_GROUPS,
  RANKING_HEADERS,
  RANKING_NOTE,
  UNRANKED,
} from "../../wording/summary";
import type { ComputedColumn } from "../../taskSheet/columns";
import { computedValues } from "../../taskSheet/expected";
import type { OwnPlaces } from "../../taskSheet/layout";
import { quoted } from "../sheetCells";
import type { Calculated, SheetCells } from "../sheetCells";
import { COLUMNS, HELPERS } from "./layout";
import type { HelperColumn, RankingColumn, SummaryRows } from "./layout";
import { between, figure, sentence } from "./pieces";

/** What the ranking is made from. */
export interface RankingSource {
  readonly grid: CellGrid;
  readonly table: TaskTable;
  readonly own: OwnPlaces;
  readonly departments: readonly DepartmentAssessment[];
}

/** The departments as they are listed: by rank, ties in the order of the table, then those without a rank. Indices into the table's. */
function rankingOrder(departments: readonly DepartmentAssessment[]): number[] {
  const place = (index: number) => departments[index]!.rank ?? Infinity;
  return departments.map((_, index) => index).sort((a, b) => (place(a) === place(b) ? a - b : place(a) - place(b)));
}

/** 部门排名: every cell is calculated from the department's row in the task table. */
export function putRanking(cells: SheetCells, rows: SummaryRows, source: RankingSource): void {
  putHeaders(cells, rows);
  rankingOrder(source.departments).forEach((index, place) => {
    const row = rows.first + place;
    const row_ = departmentCells(source, source.table.departments[index]!, source.departments[index]!);
    for (const [column, content] of Object.entries(row_.printed) as [RankingColumn, Calculated | string][])
      cells.put(row, COLUMNS[column], content);
    cells.put(row, HELPERS.onboarded, row_.onboarded);
  });
  cells.put(rows.rankingNote, 0, RANKING_NOTE);
}

function putHeaders(cells: SheetCells, { ranking, first }: SummaryRows): void {
  const [upper, lower] = [ranking + 1, ranking + 2];
  cells.put(upper, COLUMNS.due, RANKING_GROUPS.coverage);
  cells.put(upper, COLUMNS.officers, RANKING_GROUPS.officers);
  for (const column of Object.keys(COLUMNS) as RankingColumn[])
    cells.put(isGrouped(column) ? lower : upper, COLUMNS[column], RANKING_HEADERS[column]);
  cells.put(upper, HELPERS.department, HELPERS_NOTE);
  for (const column of Object.keys(HELPERS) as HelperColumn[])
    cells.put(first - 1, HELPERS[column], HELPER_HEADERS[column]);
}

/** Whether a header stands under one that is over several columns. */
export function isGrouped(column: RankingColumn): boolean {
  return (
    (COLUMNS[column] >= COLUMNS.due && COLUMNS[column] <= COLUMNS.gap) ||
    column === "officers" ||
    column === "officersGap"
  );
}

/** Which column of the task sheet each cell of the ranking shows: what it is counted over and what is required as soon as they are known. */
const SHOWN: Readonly<Record<Exclude<RankingColumn, "rank" | "department"> | "onboarded", ComputedColumn>> = {
  due: "itemsBase",
  required: "coverageRequired",
  done: "coverageDoneUsed",
  target: "coverageTargetUsed",
  rate: "coverageRate",
  gap: "coverageGap",
  directoryGap: "directoryGap",
  implementationGap: "implementationGap",
  officers: "officersBase",
  officersGap: "officersGap",
  deduction: "deduction",
  onboarded: "officersDoneUsed",
};

function departmentCells(
  { grid, table, own }: RankingSource,
  department: DepartmentRow,
  judged: DepartmentAssessment,
): { printed: Record<RankingColumn, Calculated | string>; onboarded: Calculated } {
  const prefix = `${quotedSheet(table.sheet)}!`;
  const values = computedValues(judged);
  const place = (column: ComputedColumn) => `${prefix}${columnLetters(own[column]!)}${department.row + 1}`;
  const shown = Object.fromEntries(
    Object.entries(SHOWN).map(([cell, column]): [string, Calculated] => [
      cell,
      { expression: `IF(LEN(${place(column)})=0,"",${place(column)})`, value: values[column] },
    ]),
  ) as Record<keyof typeof SHOWN, Calculated>;
  const { onboarded, ...printed } = shown;
  return {
    printed: {
      ...printed,
      rank: rankCell(place("rank"), place("score"), judged),
      department: nameCell(
        `${prefix}${columnLetters(table.columns.department)}${department.row + 1}`,
        cellOf({ ...grid, formulas: grid.values }, department.row, table.columns.department),
        judged,
      ),
    },
    onboarded,
  };
}

/** The rank, or why there is none. */
function rankCell(rank: string, score: string, { rank: place, bad, complete }: DepartmentAssessment): Calculated {
  const reason = `IF(LEN(${score})=0,${quoted(UNRANKED.notReported)},IF(${score}=${quoted(INVALID)},${quoted(UNRANKED.invalid)},${quoted(UNRANKED.notApplicable)}))`;
  return {
    expression: `IF(ISNUMBER(${rank}),${rank},${reason})`,
    value: place ?? (bad ? UNRANKED.invalid : complete ? UNRANKED.notApplicable : UNRANKED.notReported),
  };
}

/** The department's name without spaces and line breaks, by its cell where a formula can take them out. */
function nameCell(place: string, raw: RawValue, department: DepartmentAssessment): Calculated | string {
  const { name } = department;
  if (name === "") return departmentName(department);
  if (raw === name) return { expression: place, value: name };
  const plain = String(raw).replace(/[ \u3000\n]/g, "");
  return plain === name
    ? { expression: `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${place}," ",""),"\u3000",""),CHAR(10),"")`, value: name }
    : name;
}

/** What charts and the bulletin take from the ranking: the departments of the first chart, and lists of names with the most behind first. */
export function putHelpers(cells: SheetCells, rows: SummaryRows): { readonly charted: number } {
  const all = Array.from({ length: rows.last - rows.first + 1 }, (_, index) => rows.first + index);
  const numberAt = (row: number, column: RankingColumn) => cells.value(row, COLUMNS[column]);
  const isNumber = (row: number, column: RankingColumn) => typeof numberAt(row, column) === "number";
  const amount = (row: number, column: RankingColumn) => (isNumber(row, column) ? Number(numberAt(row, column)) : 0);
  const at = (row: number, column: RankingColumn) => cells.at(row, COLUMNS[column]);

  const county = commonCounty(all.map((row) => String(cells.value(row, COLUMNS.department))));
  const charted = all
    .filter((row) => isNumber(row, "rate") && isNumber(row, "deduction"))
    .sort((a, b) => amount(a, "target") - amount(b, "target") || amount(b, "rate") - amount(a, "rate") || a - b);
  charted.forEach((row, index) => {
    cells.put(rows.first + index, HELPERS.department, shortName(at(row, "department"), county));
    for (const column of ["rate", "target"] as const) {
      const { expression, value } = at(row, column);
      cells.put(rows.first + index, HELPERS[column], {
        expression: `IF(ISNUMBER(${expression}),${expression},NA())`,
        value,
      });
    }
  });

  const list = (
    column: HelperColumn,
    size: (row: number) => number,
    condition: (row: number) => string,
    holds: (row: number) => boolean,
    words: (row: number) => ReturnType<typeof sentence>,
  ) =>
    [...all]
      .sort((a, b) => size(b) - size(a) || a - b)
      .forEach((row, index) => {
        const { expression, value } = words(row);
        cells.put(rows.first + index, HELPERS[column], {
          expression: `IF(${condition(row)},${expression},"")`,
          value: holds(row) ? value : "",
        });
      });
  const behindIn = (...columns: RankingColumn[]) => ({
    size: (row: number) => columns.reduce((sum, column) => sum + amount(row, column), 0),
    condition: (row: number) =>
      `AND(${columns.map((column) => `N(${at(row, column).expression})`).join("+")}>0,ISNUMBER(${at(row, "deduction").expression}))`,
    holds: (row: number) => columns.some((column) => amount(row, column) > 0) && isNumber(row, "deduction"),
  });
  const named = (row: number, [open, close]: readonly [string, string], column: RankingColumn) =>
    sentence([figure(at(row, "department")), ...between([open, close], [figure(at(row, column))])]);
  const coverage = behindIn("gap");
  list("behind", coverage.size, coverage.condition, coverage.holds, (row) => named(row, BULLETIN.lacking, "gap"));
  const officers = behindIn("officersGap");
  list("officers", officers.size, officers.condition, officers.holds, (row) =>
    named(row, BULLETIN.missing, "officersGap"),
  );
  const lists = behindIn("directoryGap", "implementationGap");
  list("lists", lists.size, lists.condition, lists.holds, (row) => sentence([figure(at(row, "department"))]));
  list(
    "unfilled",
    () => 0,
    (row) => `${at(row, "rank").expression}=${quoted(UNRANKED.notReported)}`,
    (row) => numberAt(row, "rank") === UNRANKED.notReported,
    (row) => sentence([figure(at(row, "department"))]),
  );
  return { charted: charted.length };
}

/** The county's name, where most departments bear it in front; "" where they do not. */
function commonCounty(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) {
    const county = /^\p{Script=Han}{1,5}?[县区市]/u.exec(name)?.[0];
    if (county !== undefined && name.length > county.length + 1) counts.set(county, (counts.get(county) ?? 0) + 1);
  }
  const [county, count] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? ["", 0];
  return count * 2 > names.length ? county : "";
}

/** A department's name without the county's in front, and without what stands in front of the county's (县税务局): a chart has little room. */
function shortName({ expression, value }: Calculated, county: string): Calculated {
  if (county === "") return { expression, value };
  const name = String(value);
  const found = `FIND(${quoted(county)},${expression})`;
  const at = name.indexOf(county);
  return {
    expression: `IFERROR(MID(${expression},${found}+IF(${found}=1,${county.length},${county.length - 1}),LEN(${expression})),${expression})`,
    value: at < 0 ? name : name.slice(at + (at === 0 ? county.length : county.length - 1)),
  };
}
