import { INDICATORS } from "../core/indicators/indicators";
import type { DepartmentAssessment } from "../core/assess/assessment";
import type { DetailReport } from "../core/detail/report";
import { noticeNumbers, noticeSheetName, planNotice } from "../core/ownSheets/notices/notice";
import type { NoticeContext } from "../core/ownSheets/notices/notice";
import type { PlannedSheet } from "../core/ownSheets/wholeSheet";
import { ownPlaces } from "../core/taskSheet/state";
import { problem } from "../core/problems/catalogue";
import { UNDONE } from "../core/wording/actions";
import { NOTICES_DONE } from "../core/wording/notice";
import { departmentName } from "../core/wording/pane";
import { readContents } from "../excel/contents";
import { readNotices } from "../excel/readNotices";
import type { Session } from "../excel/session";
import { defineAction } from "./action";
import { judgeTable } from "./judgeTable";
import { writeOwnSheets } from "./makeOwnSheet";
import { computedTable } from "./needs";
import type { OpenTable } from "./openTable";
import { stopped } from "./outcome";
import type { ActionOptions, Changed, Stopped } from "./outcome";

export interface NoticeOptions extends ActionOptions {
  /** Zero-based rows of the departments; all of them, or those that miss a target. */
  readonly departments: readonly number[] | "all" | "behind";
  /** Names for the notices, from the last recalculation; null where the workbook has no detail sheets. */
  readonly detail: DetailReport | null;
}

/**
 * 单部门通知单: a sheet, and a page, for each of these departments. A notice that stands is written anew in its place; new ones
 * come last. Rows that cannot be judged get none, and are named.
 */
export const makeNotices = defineAction({
  name: "makeNotices",
  undone: UNDONE.makeNotices,
  needs: computedTable(),
  async run(context, { departments, detail }: NoticeOptions, open: OpenTable): Promise<Changed | Stopped> {
    const { excel, now, cancelled } = context;
    const { table, settings, assessment } = await judgeTable(context, open, { typedActuals: null });

    const chosen = assessment.departments.filter(isChosen(departments));
    if (chosen.length === 0)
      return stopped(
        departments === "behind" ? problem("NOBODY_BEHIND") : problem("PLACE_GONE", undefined, { place: "所选部门" }),
      );
    const usable = chosen.filter(({ bad }) => !bad);
    const left = chosen.filter(({ bad }) => bad).map(departmentName);
    if (usable.length === 0)
      return stopped(problem("NOTICES_BAD_ROWS", { sheet: table.sheet }, { names: left.join("、") }));

    const notices: NoticeContext = {
      table,
      own: ownPlaces(open.state),
      pace: assessment.pace,
      office: settings.options.print.office,
      now,
    };
    const sheets = await plannedNotices(excel, notices, usable, detail, cancelled);
    const updated = sheets.filter(({ before }) => before !== null).length;
    return writeOwnSheets(context, { sheets, show: sheets[0]!.plan.sheet }, () =>
      NOTICES_DONE.made(sheets.length, updated, left),
    );
  },
});

function isChosen(departments: NoticeOptions["departments"]): (department: DepartmentAssessment) => boolean {
  if (departments === "all") return () => true;
  if (departments === "behind")
    return (department) => !department.bad && INDICATORS.some((indicator) => department[indicator].met === false);
  return ({ row }) => departments.includes(row);
}

function isCopy(tab: string): boolean {
  return / \(\d+\)$/.test(tab);
}

/** A plan for each department: on its notice where one stands, else on a sheet of a free name. */
async function plannedNotices(
  session: Session,
  context: NoticeContext,
  departments: readonly DepartmentAssessment[],
  detail: DetailReport | null,
  cancelled: ActionOptions["cancelled"],
): Promise<PlannedSheet[]> {
  const { notices, sheets } = await readNotices(session);
  // A copy that somebody has made of a notice, to keep it, is left as it is: Excel numbers its tab.
  const copiesFirst = [...notices].reverse().sort((a, b) => Number(isCopy(b.name)) - Number(isCopy(a.name)));
  const standing = new Map(
    copiesFirst.flatMap(({ department, name }) => (department === null ? [] : [[department, name] as const])),
  );
  const before = await readContents(
    session,
    departments.flatMap(({ name }) => standing.get(name) ?? []),
    cancelled,
  );
  const numbers = noticeNumbers(context.table);
  const taken = new Set(sheets);
  return departments.map((department) => {
    const number = numbers.get(department.row)!;
    const tab = standing.get(department.name);
    const name = tab ?? noticeSheetName(number, department.name, taken);
    taken.add(name);
    const findings = detail?.departments.find((found) => found.name === department.name) ?? null;
    return planNotice(
      context,
      { department, number, findings },
      { name, standing: tab === undefined ? null : before.get(tab)! },
    );
  });
}
