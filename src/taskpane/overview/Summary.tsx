import type { ReactElement } from "react";
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Assessment } from "../../core/assess/assessment";
import { points, rate, SUMMARY } from "../../core/wording/pane";
import { CoverageBar } from "./CoverageBar";
import { Section } from "../controls/Section";

const useStyles = makeStyles({
  figures: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(130px, 1fr))", columnGap: "12px", rowGap: "8px", margin: 0, fontVariantNumeric: "tabular-nums" },
  figure: { display: "flex", flexDirection: "column" },
  large: { margin: 0, fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700, fontWeight: tokens.fontWeightSemibold },
  unit: { marginLeft: "2px", fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  label: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  counts: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(136px, 1fr))", columnGap: "12px", margin: 0, fontVariantNumeric: "tabular-nums" },
  line: { display: "flex", justifyContent: "space-between", alignItems: "baseline", padding: "4px 0", borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  value: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  danger: { color: tokens.colorPaletteRedForeground1 },
  pace: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
});

/** The county at a glance. */
export function Summary({ assessment: { totals, pace } }: { readonly assessment: Assessment }): ReactElement {
  const styles = useStyles();
  const counts: readonly (readonly [label: string, value: string, alarming: boolean])[] = [
    [SUMMARY.complete, `${totals.complete}/${totals.departments}`, false],
    [SUMMARY.listsIncomplete, `${totals.listsIncomplete} ${SUMMARY.departments}`, false],
    [SUMMARY.belowCoverage, `${totals.belowCoverage} ${SUMMARY.departments}`, totals.belowCoverage > 0],
    [SUMMARY.missingOfficers, `${totals.missingOfficers} ${SUMMARY.departments}`, totals.missingOfficers > 0],
    ...(totals.bad > 0 ? [[SUMMARY.bad, `${totals.bad} ${SUMMARY.departments}`, true] as const] : []),
  ];
  return (
    <Section heading={SUMMARY.heading}>
      <dl className={styles.figures}>
        <div className={styles.figure}>
          <dt className={styles.label}>{SUMMARY.deduction}</dt>
          <dd className={styles.large}>
            {points(totals.deduction)}
            <span className={styles.unit}>{SUMMARY.deductionUnit}</span>
          </dd>
        </div>
        <div className={styles.figure}>
          <dt className={styles.label}>{SUMMARY.coverage}</dt>
          <dd className={styles.large}>{totals.coverage.rateBp === null ? SUMMARY.none : rate(totals.coverage.rateBp)}</dd>
        </div>
      </dl>
      {totals.coverage.due > 0 && <CoverageBar coverage={totals.coverage} />}
      {pace && <p className={styles.pace}>{SUMMARY.pace(pace)}</p>}
      <dl className={styles.counts}>
        {counts.map(([label, value, alarming]) => (
          <div key={label} className={styles.line}>
            <dt className={styles.label}>{label}</dt>
            <dd className={mergeClasses(styles.value, alarming && styles.danger)}>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
