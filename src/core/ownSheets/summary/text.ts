import { INDICATORS } from "../../indicators/indicators";
import type { Indicator } from "../../indicators/indicators";
import { BULLETIN, UNRANKED } from "../../wording/summary";
import { countyPlace, indicatorPlace, tierPlace } from "./blocks";
import {
  between,
  either,
  figure,
  pointsFigure,
  pointsText,
  rateFigure,
  sentence,
  shownPoints,
  targetFigure,
} from "./pieces";
import type { Piece } from "./pieces";
import { quoted } from "../sheetCells";
import type { Calculated, SheetCells } from "../sheetCells";
import { AS_OF, COLUMNS, HELPERS, spanOf } from "./layout";
import type { HelperColumn, SummaryRows } from "./layout";
import { changePlace } from "./trend";
import type { Compared, Comparison } from "./trend";

/** What the text is made from, apart from the cells put before. */
export interface BulletinSource {
  readonly now: Date;
  readonly tiers: number;
  readonly comparisons: readonly Comparison[];
}

/** 通报文稿: its paragraphs, each one formula. Every figure and every department's name in it is a cell of this sheet; no person is named. */
export function bulletinParagraphs(cells: SheetCells, rows: SummaryRows, source: BulletinSource): Calculated[] {
  const county = (name: Parameters<typeof countyPlace>[1]) => cells.at(...countyPlace(rows, name));
  const unfilled = {
    expression: `COUNTIF(${spanOf(rows, COLUMNS.rank)},${quoted(UNRANKED.notReported)})`,
    value: countOf(cells, rows, COLUMNS.rank, (value) => value === UNRANKED.notReported),
  };
  const paragraphs: Piece[][] = [
    [...reporting(cells, source, county, unfilled), coverage(county)],
    [...tierSentence(cells, rows, source.tiers), behind(cells, rows, county)],
    [officers(cells, rows, county), lists(cells, rows, county)],
    [deduction(cells, rows, county), ...trend(cells, rows, source.comparisons)],
    [
      whereAny(
        unfilled,
        between(BULLETIN.unfilledNames, [figure(unfilled)]),
        names(cells, rows, "unfilled"),
        BULLETIN.end,
      ),
      ...request(county, unfilled),
    ],
  ];
  return paragraphs.map((pieces) => sentence([BULLETIN.indent, ...pieces]));
}

type County = (name: Parameters<typeof countyPlace>[1]) => Calculated;
const isPositive = ({ value }: Calculated) => typeof value === "number" && value > 0;

/** Pieces where a count is above zero, else nothing. */
function whereAny(count: Calculated, ...pieces: readonly (Piece | readonly Piece[])[]): Piece {
  return either(`${count.expression}>0`, isPositive(count), pieces.flat() as Piece[], []);
}

function reporting(cells: SheetCells, { now }: BulletinSource, county: County, unfilled: Calculated): Piece[] {
  const date = cells.at(...AS_OF).expression;
  const month: Piece = { expression: `MONTH(${date})`, shown: String(now.getMonth() + 1) };
  const day: Piece = { expression: `DAY(${date})`, shown: String(now.getDate()) };
  const [departments, complete, bad] = [county("departments"), county("complete"), county("bad")];
  const some = [
    ...between(BULLETIN.complete, [figure(complete)]),
    whereAny(unfilled, between(BULLETIN.unfilled, [figure(unfilled)])),
    whereAny(bad, between(BULLETIN.bad, [figure(bad)])),
    BULLETIN.end,
  ];
  return [
    ...between(BULLETIN.standing, [month, day, figure(departments)]),
    either(
      `${complete.expression}=${departments.expression}`,
      complete.value === departments.value,
      [BULLETIN.allComplete],
      some,
    ),
  ];
}

function coverage(county: County): Piece {
  const words = [
    ...between(BULLETIN.coverage, [
      figure(county("due")),
      figure(county("required")),
      figure(county("done")),
      rateFigure(county("rate")),
    ]),
    whereAny(county("gap"), between(BULLETIN.coverageGap, [figure(county("gap"))])),
    BULLETIN.end,
  ];
  return either(`${county("due").expression}>0`, isPositive(county("due")), words, [BULLETIN.noCoverage]);
}

function tierSentence(cells: SheetCells, rows: SummaryRows, count: number): Piece[] {
  if (count === 0) return [];
  const tiers = Array.from({ length: count }, (_, index): Piece[] => {
    const at = (name: Parameters<typeof tierPlace>[2]) => cells.at(...tierPlace(rows, index, name));
    const named = between(BULLETIN.tier, [targetFigure(at("target")), figure(at("departments"))]);
    const words = between(BULLETIN.tierReported, [figure(at("required")), figure(at("done")), rateFigure(at("rate"))]);
    const verdict = either(
      `${at("behind").expression}>0`,
      isPositive(at("behind")),
      between(BULLETIN.tierBehind, [figure(at("behind"))]),
      [BULLETIN.tierMet],
    );
    return [
      ...named,
      either(
        `${at("reported").expression}>0`,
        isPositive(at("reported")),
        [...words, verdict],
        [BULLETIN.tierUnreported],
      ),
    ];
  });
  return [
    BULLETIN.tiers,
    ...tiers.flatMap((tier, index) => (index === 0 ? tier : [BULLETIN.clause, ...tier])),
    BULLETIN.end,
  ];
}

function behind(cells: SheetCells, rows: SummaryRows, county: County): Piece {
  const some = [
    ...between(BULLETIN.behind, [figure(county("belowCoverage"))]),
    names(cells, rows, "behind"),
    BULLETIN.end,
  ];
  return either(`${county("belowCoverage").expression}>0`, isPositive(county("belowCoverage")), some, [
    either(`${county("due").expression}>0`, isPositive(county("due")), [BULLETIN.noneBehind], []),
  ]);
}

function officers(cells: SheetCells, rows: SummaryRows, county: County): Piece {
  const some = [
    ...between(BULLETIN.officers, [figure(county("officersGap")), figure(county("missingOfficers"))]),
    names(cells, rows, "officers"),
    BULLETIN.end,
  ];
  return either(`${county("missingOfficers").expression}>0`, isPositive(county("missingOfficers")), some, [
    either(
      `${county("officers").expression}>0`,
      isPositive(county("officers")),
      [BULLETIN.allOnboarded],
      [BULLETIN.officersUnreported],
    ),
  ]);
}

function lists(cells: SheetCells, rows: SummaryRows, county: County): Piece {
  const gap = (indicator: Indicator) => cells.at(...indicatorPlace(rows, indicator, "gap"));
  const some = [
    ...between(BULLETIN.lists, [
      figure(gap("directory")),
      figure(gap("implementation")),
      figure(county("listsIncomplete")),
    ]),
    names(cells, rows, "lists"),
    BULLETIN.end,
  ];
  const reported = `COUNTIFS(${spanOf(rows, COLUMNS.directoryGap)},">=0")+COUNTIFS(${spanOf(rows, COLUMNS.implementationGap)},">=0")>0`;
  const any = [COLUMNS.directoryGap, COLUMNS.implementationGap].some(
    (column) => countOf(cells, rows, column, (value) => typeof value === "number") > 0,
  );
  return either(`${county("listsIncomplete").expression}>0`, isPositive(county("listsIncomplete")), some, [
    either(reported, any, [BULLETIN.listsDone], [BULLETIN.listsUnreported]),
  ]);
}

function deduction(cells: SheetCells, rows: SummaryRows, county: County): Piece {
  const total = county("deduction");
  const words = between(BULLETIN.deduction, [
    pointsFigure(total),
    ...INDICATORS.map((indicator) => pointsFigure(cells.at(...indicatorPlace(rows, indicator, "deduction")))),
  ]);
  const none = either(
    `COUNT(${spanOf(rows, COLUMNS.deduction)})>0`,
    countOf(cells, rows, COLUMNS.deduction, (value) => typeof value === "number") > 0,
    [BULLETIN.noDeduction],
    [BULLETIN.deductionUnreported],
  );
  return either(`${total.expression}>0`, isPositive(total), words, [none]);
}

/** Changes since the latest day recorded and since the first. */
function trend(cells: SheetCells, rows: SummaryRows, days: readonly Comparison[]): Piece[] {
  const ends = [...new Set([0, days.length - 1])].filter((index) => days[index] !== undefined);
  return ends.flatMap((index) => {
    const { month, day } = days[index]!;
    const change = (name: Compared, unit: string) =>
      changed(cells.at(...changePlace(rows, index, name)), unit, name === "deduction");
    const { items, persons, points } = BULLETIN.units;
    return between(BULLETIN.trend, [
      String(month),
      String(day),
      change("done", items),
      change("gap", items),
      change("officersGap", persons),
      change("deduction", points),
    ]);
  });
}

function changed({ expression, value }: Calculated, unit: string, inPoints: boolean): Piece {
  const number = Number(value);
  const size: Piece = inPoints
    ? { expression: pointsText(`ABS(${expression})`), shown: shownPoints(Math.abs(Math.round(number * 100))) }
    : { expression: `ABS(${expression})`, shown: String(Math.abs(number)) };
  return either(
    `${expression}=0`,
    number === 0,
    [BULLETIN.same],
    [either(`${expression}>0`, number > 0, [BULLETIN.more], [BULLETIN.less]), size, unit],
  );
}

/** What each of those behind is asked for, in fixed words. */
function request(county: County, unfilled: Calculated): Piece[] {
  const asked = (
    [
      ["coverage", county("belowCoverage")],
      ["officers", county("missingOfficers")],
      ["lists", county("listsIncomplete")],
      ["unfilled", unfilled],
    ] as const
  ).map(([key, count]) => ({ count, words: BULLETIN.requests[key] }));
  const wanted = asked.filter(({ count }) => isPositive(count)).map(({ words }) => words);
  const joined: Piece = {
    expression: `TEXTJOIN(${quoted(BULLETIN.clause)},TRUE,${asked.map(({ count, words }) => `IF(${count.expression}>0,${quoted(words)},"")`).join(",")})`,
    shown: wanted.join(BULLETIN.clause),
  };
  return [
    BULLETIN.request,
    either(asked.map(({ count }) => count.expression).join("+") + ">0", wanted.length > 0, [joined], [BULLETIN.keepUp]),
    BULLETIN.end,
  ];
}

/** The departments' names in a column beside the ranking, those that say something. */
function names(cells: SheetCells, rows: SummaryRows, column: HelperColumn): Piece {
  const listed = Array.from({ length: rows.last - rows.first + 1 }, (_, index) =>
    cells.value(rows.first + index, HELPERS[column]),
  ).filter((value) => value !== "");
  return {
    expression: `TEXTJOIN(${quoted(BULLETIN.list)},TRUE,${spanOf(rows, HELPERS[column])})`,
    shown: listed.join(BULLETIN.list),
  };
}

function countOf(cells: SheetCells, rows: SummaryRows, column: number, holds: (value: unknown) => boolean): number {
  return Array.from({ length: rows.last - rows.first + 1 }, (_, index) =>
    cells.value(rows.first + index, column),
  ).filter(holds).length;
}
