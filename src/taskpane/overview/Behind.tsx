import type { ReactElement, ReactNode } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Assessment, DepartmentAssessment, Indicator } from "../../core/assess/assessment";
import { sheetAddress } from "../../core/cells/address";
import { BEHIND, departmentName, points, reason, UNFINISHED } from "../../core/wording/pane";
import { Disclosure } from "../controls/Disclosure";
import { Mark } from "../controls/Mark";
import { Row } from "../controls/Row";
import { Section } from "../controls/Section";
import { bad, fallingBehind, missedIndicators, waiting } from "../departments/standing";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: "none", display: "flex", flexDirection: "column" },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, ":last-child": { borderBottom: "none" } },
  head: { display: "flex", justifyContent: "space-between", alignItems: "baseline", columnGap: "8px", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  total: { whiteSpace: "nowrap", fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  reason: { display: "flex", alignItems: "center", columnGap: "6px", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
  words: { flexGrow: 1 },
  aside: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  note: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
});

const MARK_OF: Readonly<Record<Indicator, "coverage" | "officers" | "lists">> = { directory: "lists", implementation: "lists", coverage: "coverage", officers: "officers" };

interface Props {
  readonly assessment: Assessment;
  readonly sheet: string;
  readonly onShow: (address: string) => void;
  /** What opens under a department. */
  readonly detail: (department: DepartmentAssessment) => ReactNode;
}

/** Who falls behind and why, then who cannot be judged yet. */
export function Behind({ assessment, sheet, onShow, detail }: Props): ReactElement {
  const styles = useStyles();
  const behind = fallingBehind(assessment);
  const show = (department: DepartmentAssessment) => (): void => onShow(sheetAddress(sheet, `${department.row + 1}:${department.row + 1}`));
  const rest = [
    [UNFINISHED.bad, bad(assessment)],
    [UNFINISHED.waiting, waiting(assessment)],
  ] as const;
  return (
    <>
      <Section heading={BEHIND.heading} count={behind.length}>
        {behind.length === 0 && <p className={styles.note}>{assessment.totals.complete > 0 ? BEHIND.none : BEHIND.nothingReported}</p>}
        <ol className={styles.list}>
          {behind.map((department) => (
            <li key={department.row} className={styles.item}>
              <Disclosure
                label={BEHIND.details(departmentName(department))}
                beside={
                  <Row onClick={show(department)} title={BEHIND.hint}>
                    <span className={styles.head}>
                      <span className={styles.name}>{departmentName(department)}</span>
                      <span className={styles.total}>{BEHIND.deduction(department.deduction ?? 0)}</span>
                    </span>
                    {missedIndicators(department).map((indicator) => (
                      <span key={indicator} className={styles.reason}>
                        <Mark kind={MARK_OF[indicator]} />
                        <span className={styles.words}>{reason(indicator, department[indicator])}</span>
                        <span>{points(department[indicator].deduction ?? 0)}</span>
                      </span>
                    ))}
                    {department.atFloor && <span className={styles.aside}>{BEHIND.atFloor}</span>}
                    {!department.complete && <span className={styles.aside}>{BEHIND.partly}</span>}
                  </Row>
                }
              >
                {detail(department)}
              </Disclosure>
            </li>
          ))}
        </ol>
      </Section>
      {rest.map(
        ([heading, departments]) =>
          departments.length > 0 && (
            <Section key={heading} heading={heading} count={departments.length}>
              <ul className={styles.list}>
                {departments.map((department) => (
                  <li key={department.row} className={styles.item}>
                    <Row onClick={show(department)}>
                      <span className={styles.head}>{departmentName(department)}</span>
                      <span className={styles.aside}>{department.remark}</span>
                    </Row>
                  </li>
                ))}
              </ul>
            </Section>
          ),
      )}
    </>
  );
}
