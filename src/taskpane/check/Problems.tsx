import { useId, type ReactElement } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Problem, Severity } from "../../core/problems/problem";
import { PROBLEM_GROUPS } from "../../core/wording/check";
import { Section } from "../controls/Section";
import { ProblemList } from "./ProblemList";
import { Sound } from "./Sound";

const useStyles = makeStyles({
  group: { display: "flex", flexDirection: "column", rowGap: "2px" },
  head: {
    display: "flex",
    alignItems: "baseline",
    columnGap: "6px",
    margin: "4px 0 0",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  count: {
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: "tabular-nums",
  },
});

const SEVERITIES: readonly Severity[] = ["error", "warning"];

interface Props {
  readonly problems: readonly Problem[];
  readonly onShow: (address: string) => void;
}

/** The problems of the last run, the graver first, each kind under its own heading. */
export function Problems({ problems, onShow }: Props): ReactElement {
  const groups = SEVERITIES.map((severity) => ({
    severity,
    members: problems.filter((problem) => problem.severity === severity),
  })).filter(({ members }) => members.length > 0);
  return (
    <Section heading={PROBLEM_GROUPS.heading} {...(problems.length > 0 && { count: problems.length })}>
      {groups.length === 0 && <Sound sentence={PROBLEM_GROUPS.none} />}
      {groups.map(({ severity, members }) => (
        <Group key={severity} severity={severity} problems={members} onShow={onShow} />
      ))}
    </Section>
  );
}

function Group({ severity, problems, onShow }: Props & { readonly severity: Severity }): ReactElement {
  const styles = useStyles();
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={styles.group}>
      <h3 id={id} className={styles.head}>
        {PROBLEM_GROUPS[severity]}
        <span className={styles.count}>{problems.length}</span>
      </h3>
      <ProblemList problems={problems} onShow={onShow} />
    </div>
  );
}
