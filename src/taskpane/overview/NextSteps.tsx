import { useState, type ReactElement } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Assessment } from "../../core/assess/assessment";
import { sheetAddress } from "../../core/cells/address";
import type { NextStep } from "../../core/detail/nextSteps";
import { NEXT } from "../../core/wording/detailPane";
import { departmentName } from "../../core/wording/pane";
import { NamedRow } from "../controls/NamedRow";
import { Section } from "../controls/Section";

const useStyles = makeStyles({
  note: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  list: { margin: 0, padding: 0, listStyle: "none" },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, ":last-child": { borderBottom: "none" } },
});

/** So many stand there before all are asked for. */
const FIRST = 10;

interface Props {
  readonly steps: readonly NextStep[];
  readonly assessment: Assessment;
  readonly sheet: string;
  readonly onShow: (address: string) => void;
}

/** What to do first over the county: what saves most for one piece of work. */
export function NextSteps({ steps, assessment, sheet, onShow }: Props): ReactElement {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  return (
    <Section heading={NEXT.heading} count={steps.length}>
      {steps.length === 0 && <p className={styles.note}>{NEXT.none}</p>}
      <ol className={styles.list}>
        {(all ? steps : steps.slice(0, FIRST)).map((step) => {
          const department = assessment.departments[step.department]!;
          const row = department.row + 1;
          return (
            <li key={`${step.department} ${step.indicator}`} className={styles.item}>
              <NamedRow
                name={departmentName(department)}
                lines={[NEXT.step(step), NEXT.perDay(step)]}
                onClick={() => onShow(sheetAddress(sheet, `${row}:${row}`))}
              />
            </li>
          );
        })}
      </ol>
      {steps.length > FIRST && (
        <Button size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? NEXT.fewer : NEXT.all(steps.length)}
        </Button>
      )}
    </Section>
  );
}
