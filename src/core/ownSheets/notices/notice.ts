import { BASES, BASE_NAMES, INDICATORS, descriptorOf, indicatorsOf } from "../../indicators/indicators";
import type { Assessment, DepartmentAssessment } from "../../assess/assessment";
import type { Indicator } from "../../indicators/indicators";
import { cellAddress, quotedSheet } from "../../cells/address";
import type { RawValue } from "../../cells/grid";
import type { DepartmentFindings } from "../../detail/findings";
import type { TaskTable } from "../../table/taskTable";
import {
  addressee,
  madeOn,
  moreNames,
  morePersons,
  namedItem,
  namedOfficer,
  namesHeading,
  NAMES_HEADING,
  NOTICE_HEADERS,
  NOTICE_INDICATORS,
  NOTICE_NOTE,
  NOTICE_SIGNING,
  NOTICE_TITLE,
  NOTICE_TOTAL,
  noticeNumber,
  numbered,
  opening,
  paragraph,
  NEXT_WORK,
  NEXT_WORK_HEADING,
  NEXT_WORK_OTHER,
  VERDICTS,
} from "../../wording/notice";
import { NOTICE_PREFIX } from "../../wording/ownSheets";
import { itemSubject, personSubject } from "../../wording/rectification";
import { ACTUAL_HEADERS, NOT_APPLICABLE, SOURCE_HEADERS } from "../../wording/sheet";
import type { ComputedColumn } from "../../taskSheet/columns";
import { areaOf, asText } from "../../plan/content";
import type { SheetContent } from "../../plan/content";
import { computedValues } from "../../taskSheet/expected";
import type { OwnPlaces } from "../../taskSheet/layout";
import { noticeFormat, noticeMarks, NOTICE_WIDTH, plainSteps, rowMark } from "./noticeFormat";
import type { NoticeRow } from "./noticeFormat";
import type { SheetPlan } from "../../plan/sheetPlan";

/** As many names of each kind as a person reads on paper; the rest are in the detail sheets. */
const MOST_NAMES = 30;
/** Excel's limit for a sheet's name. */
const LONGEST_NAME = 31;

/** What all notices of a table are made from. */
export interface NoticeContext {
  readonly table: TaskTable;
  readonly own: OwnPlaces;
  readonly pace: Assessment["pace"];
  /** 制表单位; "" leaves it open. */
  readonly office: string;
  readonly now: Date;
}

/** One department's notice. */
export interface NoticeOf {
  readonly department: DepartmentAssessment;
  /** As the table numbers it. */
  readonly number: string;
  /** Names, where the workbook has detail sheets. */
  readonly findings: DepartmentFindings | null;
}

/** Where a notice goes: on a fresh sheet, or on one that stands, with what that holds. */
export interface NoticeSheet {
  readonly name: string;
  readonly standing: SheetContent | null;
}

/** 单部门通知单 on its sheet. */
export function planNotice(context: NoticeContext, notice: NoticeOf, { name, standing }: NoticeSheet): SheetPlan {
  const content = noticeContent(context, notice);
  const before = standing && areaOf(standing);
  return {
    sheet: name,
    ...(standing ? {} : { create: true as const }),
    steps: [
      ...(standing && before ? [...plainSteps(standing), { do: "clearContents", area: before } as const] : []),
      { do: "write", area: areaOf(content)!, formulas: content.cells },
      ...noticeFormat(content),
      ...(standing ? [] : noticeMarks(content)),
    ],
    expected: [],
  };
}

/** Each department's number, by its row: 序号 where those are whole numbers and all differ, else its position. At least two digits. */
export function noticeNumbers({ departments }: TaskTable): ReadonlyMap<number, string> {
  const serials = departments.map(({ cells: { serial } }) =>
    serial?.kind === "number" && Number.isInteger(serial.value) && serial.value > 0 && serial.value < 1000
      ? serial.value
      : null,
  );
  const usable = !serials.includes(null) && new Set(serials).size === serials.length;
  return new Map(
    departments.map(({ row }, index) => [row, String(usable ? serials[index]! : index + 1).padStart(2, "0")]),
  );
}

/** A name that Excel takes and no sheet bears; the county's name in front of the department's says nothing on a tab. */
export function noticeSheetName(number: string, department: string, taken: ReadonlySet<string>): string {
  const short = department
    .replace(/[\\/?*:[\]'\u0000-\u001f]/g, "")
    .replace(/^\p{Script=Han}{2,3}县(?=\p{Script=Han}{2})/u, "");
  const free = new Set([...taken].map((name) => name.toLowerCase()));
  for (let times = 1; ; times++) {
    const end = times === 1 ? "" : `(${times})`;
    // A rare character of two units is not cut in half.
    const name = `${`${NOTICE_PREFIX}${number}${short}`.slice(0, LONGEST_NAME - end.length).replace(/[\ud800-\udbff]$/, "")}${end}`;
    if (!free.has(name.toLowerCase())) return name;
  }
}

/** What the notice holds, from A1 on, the hidden column among it. */
export function noticeContent(context: NoticeContext, notice: NoticeOf): SheetContent {
  const { department, number, findings } = notice;
  const lines: RawValue[][] = [];
  const add = (row: NoticeRow, cells: readonly RawValue[] = []): void => {
    lines.push([
      ...Array.from({ length: NOTICE_WIDTH }, (_, column) => cells[column] ?? ""),
      rowMark(row, lines.length === 0 ? department.name : undefined),
    ]);
  };
  const text = (row: NoticeRow, words: string): void => add(row, [asText(words)]);

  text("title", NOTICE_TITLE);
  text("number", noticeNumber(number));
  text("to", addressee(department.name));
  text("text", opening(context.pace, context.now));
  add("header", NOTICE_HEADERS);
  const places = {} as Record<Indicator, number>;
  const figures = figuresOf(context, department);
  for (const indicator of INDICATORS) {
    places[indicator] = lines.length;
    add("indicator", figures.row(indicator, lines.length));
  }
  add("total", [NOTICE_TOTAL.deduction, "", figures.total, "", NOTICE_TOTAL.rank, "", figures.rank]);
  add("note", [NOTICE_NOTE]);
  text("heading", NEXT_WORK_HEADING);
  const todo = todoOf(department, places);
  todo.forEach((words, index) =>
    add("text", [words(todo.length > 1 ? (line) => numbered(index + 1, line) : paragraph)]),
  );
  const groups = findings ? namesOf(department, findings) : [];
  if (groups.length > 0) text("heading", NAMES_HEADING);
  for (const { heading, names } of groups) {
    text("subheading", heading);
    for (const name of names) text("name", name);
  }
  add("space");
  add("sign", [NOTICE_SIGNING.receiver, "", "", "", NOTICE_SIGNING.received]);
  add("sign", [
    NOTICE_SIGNING.office,
    "",
    context.office === "" ? "" : asText(context.office),
    "",
    NOTICE_SIGNING.made,
    "",
    asText(madeOn(context.now)),
  ]);
  return { firstRow: 0, firstColumn: 0, cells: lines };
}

/**
 * Formulas over the department's row of the task table, each the cell that holds the figure there. Columns that staff have deleted are
 * written as the assessment has them.
 */
function figuresOf(
  { table, own }: NoticeContext,
  department: DepartmentAssessment,
): { row(indicator: Indicator, at: number): RawValue[]; total: RawValue; rank: RawValue } {
  const place = (column: number) => `${quotedSheet(table.sheet)}!${cellAddress(department.row, column)}`;
  const quoted = (text: string) => `"${text}"`;
  const values = computedValues(department);
  const passed = (cell: string, blank: string) => `IF(LEN(${cell})=0,${quoted(blank)},${cell})`;
  const ours = (column: ComputedColumn, blank: string): RawValue => {
    const at = own[column];
    if (at === undefined) return values[column] === "" ? blank : values[column];
    return `=${passed(place(at), blank)}`;
  };
  return {
    row(indicator, at) {
      const { target } = descriptorOf(indicator);
      const aim = own[`${indicator}TargetUsed`] ?? own[`${target}Read`] ?? table.columns[target]!;
      const [gap, rate] = [cellAddress(at, 4), cellAddress(at, 5)];
      return [
        NOTICE_INDICATORS[indicator],
        `=IF(${rate}=${quoted(NOT_APPLICABLE)},${rate},${place(aim)})`,
        ours(`${indicator}Required`, VERDICTS.waiting),
        ours(`${indicator}DoneUsed`, VERDICTS.waiting),
        ours(`${indicator}Gap`, VERDICTS.waiting),
        ours(`${indicator}Rate`, VERDICTS.waiting),
        ours(`${indicator}Deduction`, VERDICTS.waiting),
        `=IF(ISNUMBER(${rate}),IF(${gap}=0,${quoted(VERDICTS.met)},${quoted(VERDICTS.notMet)}),${rate})`,
      ];
    },
    total: ours("deduction", VERDICTS.waiting),
    rank: ours("rank", NOT_APPLICABLE),
  };
}

/** What is to be done, each a line once it is told how it begins; figures are those of the notice's table, `places` its rows. */
function todoOf(
  department: DepartmentAssessment,
  places: Readonly<Record<Indicator, number>>,
): ((begun: (line: string) => string) => RawValue)[] {
  const plain = (line: string) => (begun: (line: string) => string) => asText(begun(line));
  const gaps = INDICATORS.filter((indicator) => department[indicator].met === false).map(
    (indicator) => (begun: (line: string) => string) => {
      const figure = (column: number) => `"&${cellAddress(places[indicator], column)}&"`;
      return `="${begun(NEXT_WORK[indicator](figure(4), figure(2), figure(3)))}"`;
    },
  );
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
function namesOf(
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
