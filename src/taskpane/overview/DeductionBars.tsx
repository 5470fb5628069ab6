import type { ReactElement } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import { type Totals } from "../../core/assess/assessment";
import { INDICATORS } from "../../core/indicators/indicators";
import { OVERVIEW } from "../../core/wording/overview";
import { points } from "../../core/wording/pane";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "auto 1fr auto",
    columnGap: "8px",
    rowGap: "4px",
    alignItems: "center",
    margin: 0,
    padding: 0,
    listStyle: "none",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  line: { display: "contents" },
  label: { color: tokens.colorNeutralForeground2 },
  track: { height: "8px" },
  bar: {
    height: "100%",
    minWidth: "1px",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorBrandBackground,
    "@media (forced-colors: active)": { backgroundColor: "Highlight", forcedColorAdjust: "none" },
  },
  value: { textAlign: "right", fontVariantNumeric: "tabular-nums" },
  note: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface Props {
  readonly deductionBy: Totals["deductionBy"];
  /** Something has been reported: blank is not zero. */
  readonly reported: boolean;
}

/** What the county's deduction is made of, an indicator a line; the bars are measured by the longest. */
export function DeductionBars({ deductionBy, reported }: Props): ReactElement {
  const styles = useStyles();
  const most = Math.max(...INDICATORS.map((indicator) => deductionBy[indicator]));
  if (most === 0) return <p className={styles.note}>{reported ? OVERVIEW.noDeduction : OVERVIEW.nothingReported}</p>;
  return (
    <ul className={styles.list} aria-label={OVERVIEW.deductionBy}>
      {INDICATORS.map((indicator) => (
        <li key={indicator} className={styles.line}>
          <span className={styles.label}>{OVERVIEW.indicators[indicator]}</span>
          <span className={styles.track} aria-hidden>
            {deductionBy[indicator] > 0 && (
              <span
                className={styles.bar}
                style={{ display: "block", width: `${(100 * deductionBy[indicator]) / most}%` }}
              />
            )}
          </span>
          <span className={styles.value}>{points(deductionBy[indicator])}</span>
        </li>
      ))}
    </ul>
  );
}
