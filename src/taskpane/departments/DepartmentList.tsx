import type { ReactElement } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Assessment, DepartmentAssessment } from "../../core/assess/assessment";
import { DEPARTMENTS } from "../../core/wording/departments";
import { departmentName } from "../../core/wording/pane";
import { Choice } from "../controls/Choice";
import { LongList } from "../controls/LongList";
import { Mark } from "../controls/Mark";
import { Row } from "../controls/Row";
import { Section } from "../controls/Section";
import { FILTERS, SORTS, type Filter, type Sort, type View } from "../../session/view";
import { listed } from "./listing";

const useStyles = makeStyles({
  choices: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(120px, 1fr))", gap: "8px" },
  head: { display: "flex", alignItems: "baseline", justifyContent: "space-between", columnGap: "8px" },
  name: { display: "flex", alignItems: "baseline", columnGap: "6px", minWidth: 0, overflowWrap: "anywhere" },
  total: { flexShrink: 0, fontVariantNumeric: "tabular-nums" },
  line: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  note: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface Props {
  readonly assessment: Assessment;
  readonly view: View;
  readonly onView: (view: Partial<View>) => void;
}

/** All departments, or those that a tile counts, each opening. */
export function DepartmentList({ assessment, view, onView }: Props): ReactElement {
  const styles = useStyles();
  const departments = listed(assessment, view.sort, view.filter);
  const filters = FILTERS.map((filter) => ({
    value: filter,
    text: DEPARTMENTS.filtered(DEPARTMENTS.filters[filter], listed(assessment, "sheet", filter).length),
  }));
  return (
    <Section heading={DEPARTMENTS.heading} count={departments.length}>
      <div className={styles.choices}>
        <Choice
          label={DEPARTMENTS.sort}
          value={view.sort}
          options={SORTS.map((sort) => ({ value: sort, text: DEPARTMENTS.sorts[sort] }))}
          onChange={(sort) => onView({ sort: sort as Sort })}
        />
        <Choice
          label={DEPARTMENTS.filter}
          value={view.filter ?? ""}
          none={DEPARTMENTS.all(assessment.departments.length)}
          options={filters}
          onChange={(filter) => onView({ filter: filter === "" ? null : (filter as Filter) })}
        />
      </div>
      {departments.length === 0 ? (
        <p className={styles.note}>{DEPARTMENTS.nobody}</p>
      ) : (
        <LongList items={departments} label={DEPARTMENTS.heading}>
          {(department) => (
            <Row onClick={() => onView({ department: department.row })}>
              <span className={styles.head}>
                <span className={styles.name}>
                  {department.highlight !== "none" && <Mark kind={department.highlight} />}
                  {departmentName(department)}
                </span>
                <span className={styles.total}>
                  {department.deduction ? DEPARTMENTS.deduction(department.deduction) : standing(department)}
                </span>
              </span>
              <span className={styles.line}>{facts(department).join(" · ")}</span>
            </Row>
          )}
        </LongList>
      )}
    </Section>
  );
}

/** What stands in place of a deduction. */
function standing({ bad, complete }: DepartmentAssessment): string {
  if (bad) return DEPARTMENTS.bad;
  return complete ? DEPARTMENTS.met : DEPARTMENTS.waiting;
}

function facts({ coverage, officers, complete, deduction, bad }: DepartmentAssessment): string[] {
  return [
    coverage.targetBp === null ? DEPARTMENTS.noTier : DEPARTMENTS.tier(coverage.targetBp),
    ...(coverage.gap ? [DEPARTMENTS.short(coverage.gap)] : []),
    ...(officers.gap ? [DEPARTMENTS.absent(officers.gap)] : []),
    ...(!complete && !bad && deduction ? [DEPARTMENTS.waiting] : []),
  ];
}
