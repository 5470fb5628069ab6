import type { ReactElement } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Recalculated } from "../../actions";
import type { FigureChange } from "../../core/history/changes";
import { CHANGES } from "../../core/wording/check";
import { LongList } from "../controls/LongList";
import { NamedRow } from "../controls/NamedRow";
import { Section } from "../controls/Section";

const useStyles = makeStyles({
  line: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
  },
  kind: {
    margin: "4px 0 0",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
});

interface Props {
  readonly result: Pick<Recalculated, "changes" | "assessment">;
  /** With the department's zero-based row. */
  readonly onDepartment: (row: number) => void;
}

/** What is not what it was at the last recalculation, by department. */
export function Changes({ result: { changes, assessment }, onDepartment }: Props): ReactElement {
  const styles = useStyles();
  if (!changes) {
    return (
      <Section heading={CHANGES.heading}>
        <p className={styles.line}>{CHANGES.first}</p>
      </Section>
    );
  }
  const rows = new Map(assessment.departments.map(({ name, row }) => [name, row]));
  const open = (name: string): (() => void) | null => {
    const row = rows.get(name);
    return row === undefined ? null : () => onDepartment(row);
  };
  const changed = byDepartment(changes.figures);
  const now = new Date();
  const departments = changed.length + changes.added.length + changes.gone.length;
  return (
    <Section heading={CHANGES.heading} {...(departments > 0 && { count: departments })}>
      <p className={styles.line}>
        {departments === 0 ? CHANGES.none(changes, now) : CHANGES.some(changes, departments, now)}
      </p>
      {changed.length > 0 && (
        <LongList items={changed} label={CHANGES.heading}>
          {({ name, figures }) => <NamedRow name={name} lines={figures.map(CHANGES.figure)} onClick={open(name)} />}
        </LongList>
      )}
      {(["added", "gone"] as const)
        .filter((kind) => changes[kind].length > 0)
        .map((kind) => (
          <div key={kind}>
            <h3 className={styles.kind}>{CHANGES[kind]}</h3>
            <LongList items={changes[kind]} label={CHANGES[kind]}>
              {(name) => <NamedRow name={name} onClick={open(name)} />}
            </LongList>
          </div>
        ))}
    </Section>
  );
}

function byDepartment(
  figures: readonly FigureChange[],
): { readonly name: string; readonly figures: readonly FigureChange[] }[] {
  return [...new Set(figures.map(({ name }) => name))].map((name) => ({
    name,
    figures: figures.filter((change) => change.name === name),
  }));
}
