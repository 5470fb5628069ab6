import type { ReactElement } from "react";
import { createFocusOutlineStyle, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Highlight } from "../../core/assess/assessment";
import { OVERVIEW } from "../../core/wording/overview";
import { Mark } from "../controls/Mark";

const useStyles = makeStyles({
  tile: {
    position: "relative",
    boxSizing: "border-box",
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    minHeight: "56px",
    margin: 0,
    padding: "6px 10px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":hover": {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      border: `1px solid ${tokens.colorNeutralStroke1Hover}`,
    },
    ":active": { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ...createFocusOutlineStyle(),
  },
  value: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  unit: {
    marginLeft: "2px",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  danger: { color: tokens.colorPaletteRedForeground1 },
  label: {
    display: "flex",
    alignItems: "center",
    columnGap: "6px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface Props {
  readonly label: string;
  readonly count: number;
  readonly mark?: Exclude<Highlight, "none">;
  readonly alarming: boolean;
  readonly onClick: () => void;
}

/** A count of departments that leads to them. */
export function Tile({ label, count, mark, alarming, onClick }: Props): ReactElement {
  const styles = useStyles();
  return (
    <button type="button" className={styles.tile} onClick={onClick}>
      <span className={mergeClasses(styles.value, alarming && styles.danger)}>
        {count}
        <span className={styles.unit}>{OVERVIEW.unit}</span>
      </span>
      <span className={styles.label}>
        {mark && <Mark kind={mark} />}
        {label}
      </span>
    </button>
  );
}
