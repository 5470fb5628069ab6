import { useEffect, useRef, type ReactElement } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { ChevronLeftRegular } from "@fluentui/react-icons/svg/chevron-left";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { TableCellsSplitRegular } from "@fluentui/react-icons/svg/table-cells-split";
import type { Recalculated } from "../../actions";
import type { DepartmentAssessment } from "../../core/assess/assessment";
import type { DepartmentDay, Trend } from "../../core/history/trend";
import { sheetAddress } from "../../core/cells/address";
import { DEPARTMENTS } from "../../core/wording/departments";
import { departmentMoved, TREND } from "../../core/wording/history";
import { BEHIND, departmentName } from "../../core/wording/pane";
import { Mark } from "../controls/Mark";
import { Sparkline } from "../controls/Sparkline";
import { DepartmentDetail } from "./DepartmentDetail";
import type { Session } from "../../session/session";
import type { View } from "../../session/view";
import { listed } from "./listing";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", rowGap: "8px" },
  // The words of the way back stand flush with what is below, not its button.
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: "4px", marginLeft: "-8px" },
  middle: {
    flexGrow: 1,
    textAlign: "right",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  heading: {
    display: "flex",
    alignItems: "baseline",
    columnGap: "6px",
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
    scrollMarginTop: "48px",
  },
  facts: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  remark: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  row: { alignSelf: "flex-start" },
  course: { margin: 0, paddingTop: "6px", borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
});

export interface DepartmentPageProps {
  readonly session: Session;
  readonly result: Recalculated;
  readonly view: View;
  /** 推进记录; null where the workbook has none. */
  readonly trend: Trend | null;
  readonly department: DepartmentAssessment;
  readonly onShow: (address: string) => void;
}

/** One department: where it stands, how that comes about, and by name where the detail sheets give names. */
export function DepartmentPage({
  session,
  result,
  view,
  trend,
  department,
  onShow,
}: DepartmentPageProps): ReactElement {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const order = listed(result.assessment, view.sort, view.filter);
  const at = order.findIndex(({ row }) => row === department.row);
  const [previous, next] = [order[at - 1], at < 0 ? undefined : order[at + 1]];
  const findings = result.detail?.departments.find(({ row }) => row === department.row) ?? null;
  // The list that held the focus is gone: reading goes on at the name.
  useEffect(() => heading.current?.focus(), [department.row]);
  const go = (to: DepartmentAssessment | undefined) => (): void => {
    if (to) session.show({ department: to.row });
  };
  const facts = [
    department.coverage.targetBp === null ? DEPARTMENTS.noTier : DEPARTMENTS.tier(department.coverage.targetBp),
    DEPARTMENTS.total(department),
    DEPARTMENTS.rank(department.rank),
    ...(department.atFloor ? [BEHIND.atFloor] : []),
  ];
  return (
    <article className={styles.page}>
      <div className={styles.bar}>
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          onClick={() => session.show({ department: null })}
        >
          {DEPARTMENTS.back}
        </Button>
        <span className={styles.middle}>{at >= 0 && DEPARTMENTS.place(at + 1, order.length)}</span>
        <Button
          size="small"
          appearance="subtle"
          icon={<ChevronLeftRegular />}
          aria-label={DEPARTMENTS.previous}
          disabledFocusable={!previous}
          onClick={go(previous)}
        />
        <Button
          size="small"
          appearance="subtle"
          icon={<ChevronRightRegular />}
          aria-label={DEPARTMENTS.next}
          disabledFocusable={!next}
          onClick={go(next)}
        />
      </div>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {department.highlight !== "none" && <Mark kind={department.highlight} />}
        {departmentName(department)}
      </h2>
      <p className={styles.facts}>{facts.join(" · ")}</p>
      <p className={styles.remark}>{department.remark}</p>
      <Button
        className={styles.row}
        size="small"
        icon={<TableCellsSplitRegular />}
        onClick={() => onShow(sheetAddress(result.sheet, `${department.row + 1}:${department.row + 1}`))}
      >
        {DEPARTMENTS.row}
      </Button>
      <DepartmentDetail
        result={result}
        department={department}
        findings={findings}
        showNumbers={view.showNumbers}
        onShowNumbers={(showNumbers) => session.show({ showNumbers })}
        onShow={onShow}
      />
      <Course days={trend?.byDepartment?.[department.name] ?? []} />
    </article>
  );
}

/** How the department has moved over the days of 推进记录; nothing with fewer than two of them. */
function Course({ days }: { readonly days: readonly DepartmentDay[] }): ReactElement | null {
  const styles = useStyles();
  const now = new Date();
  const moved = departmentMoved(days, now);
  if (moved === null) return null;
  const drawn = days.flatMap(({ day, deduction }) =>
    deduction === null ? [] : [{ day, value: deduction, text: TREND.points(deduction) }],
  );
  const [first, last] = [drawn[0], drawn.at(-1)];
  return (
    <figure className={styles.course} aria-label={TREND.heading}>
      {first && last && <Sparkline label={TREND.line(TREND.series.deduction, first, last, now)} points={drawn} />}
      <figcaption className={styles.facts}>{moved}</figcaption>
    </figure>
  );
}
