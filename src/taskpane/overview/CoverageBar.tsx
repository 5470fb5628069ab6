import type { ReactElement } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Totals } from "../../core/assess/assessment";
import { SUMMARY } from "../../core/wording/pane";

const useStyles = makeStyles({
  track: {
    position: "relative",
    height: "8px",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground6,
    "@media (forced-colors: active)": { outline: "1px solid CanvasText" },
  },
  done: {
    height: "100%",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorBrandBackground,
    "@media (forced-colors: active)": { backgroundColor: "Highlight", forcedColorAdjust: "none" },
  },
  goal: {
    position: "absolute",
    top: "-3px",
    bottom: "-3px",
    width: "2px",
    marginLeft: "-1px",
    backgroundColor: tokens.colorNeutralForeground1,
    "@media (forced-colors: active)": { backgroundColor: "CanvasText", forcedColorAdjust: "none" },
  },
  caption: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: "12px",
    marginTop: "6px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
});

const percent = (part: number, whole: number): string => `${(100 * part) / whole}%`;

interface Props {
  readonly coverage: Totals["coverage"];
  /** No department's actuals are missing. */
  readonly allReported: boolean;
}

/** Covered main items of the county against what its departments' targets ask for together. `due` is above 0. */
export function CoverageBar({ coverage, allReported }: Props): ReactElement {
  const styles = useStyles();
  return (
    <div>
      <div className={styles.track} role="img" aria-label={SUMMARY.coverageBar(coverage)}>
        <div className={styles.done} style={{ width: percent(coverage.done, coverage.due) }} />
        <div className={styles.goal} style={{ left: percent(coverage.required, coverage.due) }} />
      </div>
      <div className={styles.caption}>
        <span>{SUMMARY.covered(coverage)}</span>
        <span>{SUMMARY.needed(coverage, allReported)}</span>
      </div>
    </div>
  );
}
