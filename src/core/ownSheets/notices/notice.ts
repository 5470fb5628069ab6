import type { Assessment, DepartmentAssessment } from "../../assess/assessment";
import type { DepartmentFindings } from "../../detail/findings";
import { INDICATORS } from "../../indicators/indicators";
import type { Indicator } from "../../indicators/indicators";
import type { SheetContent } from "../../plan/content";
import type { TaskTable } from "../../table/taskTable";
import type { OwnPlaces } from "../../taskSheet/layout";
import {
  addressee,
  madeOn,
  NAMES_HEADING,
  NEXT_WORK_HEADING,
  NOTICE_HEADERS,
  NOTICE_NOTE,
  NOTICE_SIGNING,
  NOTICE_TITLE,
  NOTICE_TOTAL,
  noticeNumber,
  numbered,
  opening,
  paragraph,
} from "../../wording/notice";
import { NOTICE_PREFIX } from "../../wording/ownSheets";
import { SheetCells } from "../sheetCells";
import type { CellSource } from "../sheetCells";
import { planWhole } from "../wholeSheet";
import type { PlannedSheet } from "../wholeSheet";
import { namesBehind, nextWork } from "./nextWork";
import { noticeFigures } from "./noticeFigures";
import { noticeFormat, noticeNames, NOTICE_WIDTH, rowMark } from "./noticeFormat";
import type { NoticeRow } from "./noticeFormat";

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
export function planNotice(context: NoticeContext, notice: NoticeOf, { name, standing }: NoticeSheet): PlannedSheet {
  const cells = noticeCells(context, notice);
  const content = cells.content();
  return planWhole(
    { tab: name, cells, writeAs: "formulas", looks: () => noticeFormat(content), names: noticeNames(content) },
    standing && { content: standing },
    () => (standing ? noticeFormat(standing) : []),
  );
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
export function noticeCells(context: NoticeContext, { department, number, findings }: NoticeOf): SheetCells {
  const cells = new SheetCells();
  let next = 0;
  const add = (row: NoticeRow, contents: readonly CellSource[] = []): void => {
    cells.putRow(next, contents);
    cells.put(next, NOTICE_WIDTH, rowMark(row, next === 0 ? department.name : undefined));
    next++;
  };
  add("title", [NOTICE_TITLE]);
  add("number", [noticeNumber(number)]);
  add("to", [addressee(department.name)]);
  add("text", [opening(context.pace, context.now)]);
  add("header", NOTICE_HEADERS);
  const places = {} as Record<Indicator, number>;
  const figures = noticeFigures(context, department);
  for (const indicator of INDICATORS) {
    places[indicator] = next;
    add("indicator", figures.row(indicator, next));
  }
  add("total", [NOTICE_TOTAL.deduction, "", figures.total, "", NOTICE_TOTAL.rank, "", figures.rank]);
  add("note", [NOTICE_NOTE]);
  add("heading", [NEXT_WORK_HEADING]);
  const work = nextWork(department, places);
  work.forEach((line, index) =>
    add("text", [line(work.length > 1 ? (words) => numbered(index + 1, words) : paragraph)]),
  );
  const groups = findings ? namesBehind(department, findings) : [];
  if (groups.length > 0) add("heading", [NAMES_HEADING]);
  for (const { heading, names } of groups) {
    add("subheading", [heading]);
    for (const name of names) add("name", [name]);
  }
  add("space");
  add("sign", [NOTICE_SIGNING.receiver, "", "", "", NOTICE_SIGNING.received]);
  const { office, made } = NOTICE_SIGNING;
  add("sign", [office, "", context.office, "", made, "", madeOn(context.now)]);
  return cells;
}
