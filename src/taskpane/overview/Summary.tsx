import type { ReactElement } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import { type Assessment } from "../../core/assess/assessment";
import { INDICATORS } from "../../core/indicators/indicators";
import { OVERVIEW } from "../../core/wording/overview";
import { points, rate, SUMMARY } from "../../core/wording/pane";
import { Section } from "../controls/Section";
import type { Filter } from "../../session/view";
import { CoverageBar } from "./CoverageBar";
import { DeductionBars } from "./DeductionBars";
import { Tile } from "./Tile";

const useStyles = makeStyles({
  figures: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(130px, 1fr))",
    columnGap: "12px",
    rowGap: "8px",
    margin: 0,
    fontVariantNumeric: "tabular-nums",
  },
  figure: { display: "flex", flexDirection: "column" },
  large: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
  unit: {
    marginLeft: "2px",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  label: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  tiles: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(124px, 1fr))", gap: "8px" },
  line: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
});

interface Props {
  readonly assessment: Assessment;
  readonly onFilter: (filter: Filter) => void;
}

/** The county at a glance; each tile leads to the departments that it counts. */
export function Summary({ assessment: { departments, totals, pace }, onFilter }: Props): ReactElement {
  const styles = useStyles();
  const reported = departments.some((department) =>
    INDICATORS.some((indicator) => department[indicator].state === "reported"),
  );
  const waiting = totals.departments - totals.complete - totals.bad;
  const tiles = [
    { filter: "belowCoverage", label: SUMMARY.belowCoverage, count: totals.belowCoverage, mark: "coverage" },
    { filter: "missingOfficers", label: SUMMARY.missingOfficers, count: totals.missingOfficers, mark: "officers" },
    { filter: "listsIncomplete", label: SUMMARY.listsIncomplete, count: totals.listsIncomplete, mark: "lists" },
    { filter: "waiting", label: SUMMARY.waiting, count: waiting, mark: "missing" },
    ...(totals.bad > 0 ? ([{ filter: "bad", label: SUMMARY.bad, count: totals.bad }] as const) : []),
  ] as const;
  return (
    <Section heading={SUMMARY.heading}>
      <dl className={styles.figures}>
        <div className={styles.figure}>
          <dt className={styles.label}>{SUMMARY.deduction}</dt>
          <dd className={styles.large}>
            {reported ? points(totals.deduction) : SUMMARY.none}
            {reported && <span className={styles.unit}>{SUMMARY.deductionUnit}</span>}
          </dd>
        </div>
        <div className={styles.figure}>
          <dt className={styles.label}>{SUMMARY.coverage}</dt>
          <dd className={styles.large}>
            {totals.coverage.rateBp === null ? SUMMARY.none : rate(totals.coverage.rateBp)}
          </dd>
        </div>
      </dl>
      {totals.coverage.due > 0 && (
        <CoverageBar coverage={totals.coverage} allReported={totals.complete === totals.departments} />
      )}
      <p className={styles.line}>
        {[
          `${SUMMARY.complete} ${totals.complete}/${totals.departments}`,
          ...(pace ? [SUMMARY.pace(pace, new Date())] : []),
        ].join(" · ")}
      </p>
      <div className={styles.tiles} role="group" aria-label={OVERVIEW.tiles}>
        {tiles.map(({ filter, label, count, ...more }) => (
          <Tile
            key={filter}
            {...more}
            label={label}
            count={count}
            alarming={filter !== "listsIncomplete" && filter !== "waiting" && count > 0}
            onClick={() => onFilter(filter)}
          />
        ))}
      </div>
      <h3 className={styles.label} style={{ margin: "4px 0 0" }}>
        {OVERVIEW.deductionBy}
      </h3>
      <DeductionBars deductionBy={totals.deductionBy} reported={reported} />
    </Section>
  );
}
