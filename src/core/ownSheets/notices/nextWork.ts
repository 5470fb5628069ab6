import type { DepartmentAssessment } from "../../assess/assessment";
import { cellAddress } from "../../cells/address";
import type { DepartmentFindings } from "../../detail/findings";
import { BASES, BASE_NAMES, INDICATORS, descriptorOf, indicatorsOf } from "../../indicators/indicators";
import type { Indicator } from "../../indicators/indicators";
import {
  moreNames,
  morePersons,
  namedItem,
  namedOfficer,
  namesHeading,
  NEXT_WORK,
  NEXT_WORK_OTHER,
} from "../../wording/notice";
import { itemSubject, personSubject } from "../../wording/rectification";
import { ACTUAL_HEADERS, SOURCE_HEADERS } from "../../wording/sheet";
import type { CellSource } from "../sheetCells";

/** As many names of each kind as a person reads on paper; the rest are in the detail sheets. */
const MOST_NAMES = 30;

type Line = (begun: (line: string) => string) => CellSource;

/** What is to be done, each a line once it is told how it begins; figures are those of the notice's table, `places` its rows. */
export function nextWork(department: DepartmentAssessment, places: Readonly<Record<Indicator, number>>): Line[] {
  const plain =
    (line: string): Line =>
    (begun) =>
      begun(line);
  const gaps = INDICATORS.filter((indicator) => department[indicator].met === false).map((indicator): Line => {
    const { gap, required, done } = department[indicator];
    const figure = (column: number) => `"&${cellAddress(places[indicator], column)}&"`;
    const words = NEXT_WORK[indicator];
    return (begun) => ({
      expression: `"${begun(words(figure(4), figure(2), figure(3)))}"`,
      value: begun(words(String(gap), String(required), String(done))),
    });
  });
  const missing = missingColumns(department);
  const states = INDICATORS.map((indicator) => department[indicator].state);
  const fine = states.every((state) => state === "notApplicable")
    ? NEXT_WORK_OTHER.nothingApplies
    : gaps.length > 0 || !states.includes("reported")
      ? null
      : missing.length > 0
        ? NEXT_WORK_OTHER.metSoFar
        : NEXT_WORK_OTHER.met;
  return [
    ...(fine === null ? [] : [plain(fine)]),
    ...gaps,
    ...(missing.length > 0 ? [plain(NEXT_WORK_OTHER.report(missing))] : []),
    ...(department.atFloor && department.coverage.targetBp !== null
      ? [plain(NEXT_WORK_OTHER.floor(department.coverage.targetBp))]
      : []),
    ...(department.claimed === 0 ? [plain(NEXT_WORK_OTHER.noItems)] : []),
  ];
}

/** Headers of the columns that are still to be filled in: a base, and what is done of it. */
function missingColumns({ bases, ...department }: DepartmentAssessment): string[] {
  const headers = { ...SOURCE_HEADERS, ...ACTUAL_HEADERS };
  return BASE_NAMES.flatMap((base) => {
    const missing = indicatorsOf(base).filter((indicator) => department[indicator].state === "notReported");
    const done = missing.map((indicator) => headers[descriptorOf(indicator).done]);
    if (missing.length === 0 || bases[base] !== "notReported") return done;
    // Without main items nothing is known of what is done; officers are counted together with their accounts.
    return base === "items" ? [headers[BASES[base].column]] : [headers[BASES[base].column], ...done];
  });
}

/** Names behind the gaps; where a target is met, nobody has to do anything about the rest. */
export function namesBehind(
  department: DepartmentAssessment,
  findings: DepartmentFindings,
): { heading: string; names: string[] }[] {
  return INDICATORS.flatMap((indicator) => {
    const { gap } = department[indicator];
    const { detail } = descriptorOf(indicator);
    const lines =
      detail.of === "persons"
        ? findings[detail.list].map(({ name, certificate, reason }, index) =>
            namedOfficer(index + 1, personSubject(name, certificate, false), reason),
          )
        : findings[detail.list].map(({ name, code }, index) => namedItem(index + 1, itemSubject(name, code)));
    if (!gap || lines.length === 0) return [];
    const rest = lines.length - MOST_NAMES;
    return [
      {
        heading: namesHeading(indicator, lines.length, gap),
        names: [
          ...lines.slice(0, MOST_NAMES),
          ...(rest > 0 ? [(detail.of === "persons" ? morePersons : moreNames)(rest)] : []),
        ],
      },
    ];
  });
}
