import type { ReactElement } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Assessment } from "../../core/assess/assessment";
import { descriptorOf } from "../../core/indicators/indicators";
import { OVERVIEW } from "../../core/wording/overview";
import { BEHIND, departmentName, points, reason } from "../../core/wording/pane";
import { Mark } from "../controls/Mark";
import { Row } from "../controls/Row";
import { Section } from "../controls/Section";
import { fallingBehind, missedIndicators } from "../departments/standing";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: "none" },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, ":last-child": { borderBottom: "none" } },
  head: { display: "flex", alignItems: "baseline", justifyContent: "space-between", columnGap: "8px" },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  total: { flexShrink: 0, fontVariantNumeric: "tabular-nums" },
  reason: {
    display: "flex",
    alignItems: "baseline",
    columnGap: "6px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  words: { flexGrow: 1 },
  aside: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  note: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  all: { alignSelf: "flex-start" },
});

/** So many stand in the overview. */
const FIRST = 5;

interface Props {
  readonly assessment: Assessment;
  /** Opens a department by its zero-based row. */
  readonly onOpen: (row: number) => void;
  /** Leads to all departments. */
  readonly onAll: () => void;
}

/** Who falls behind most, and why. */
export function Behind({ assessment, onOpen, onAll }: Props): ReactElement {
  const styles = useStyles();
  const behind = fallingBehind(assessment);
  return (
    <Section heading={BEHIND.heading} count={behind.length}>
      {behind.length === 0 && (
        <p className={styles.note}>{assessment.totals.complete > 0 ? BEHIND.none : BEHIND.nothingReported}</p>
      )}
      <ol className={styles.list}>
        {behind.slice(0, FIRST).map((department) => (
          <li key={department.row} className={styles.item}>
            <Row onClick={() => onOpen(department.row)}>
              <span className={styles.head}>
                <span className={styles.name}>{departmentName(department)}</span>
                <span className={styles.total}>{BEHIND.deduction(department.deduction ?? 0)}</span>
              </span>
              {missedIndicators(department).map((indicator) => (
                <span key={indicator} className={styles.reason}>
                  <Mark kind={descriptorOf(indicator).mark} />
                  <span className={styles.words}>{reason(indicator, department[indicator])}</span>
                  <span>{points(department[indicator].deduction ?? 0)}</span>
                </span>
              ))}
              {department.atFloor && <span className={styles.aside}>{BEHIND.atFloor}</span>}
              {!department.complete && <span className={styles.aside}>{BEHIND.partly}</span>}
            </Row>
          </li>
        ))}
      </ol>
      {behind.length > FIRST && (
        <Button className={styles.all} size="small" onClick={onAll}>
          {OVERVIEW.allBehind(behind.length)}
        </Button>
      )}
    </Section>
  );
}
