import type { ReactElement } from "react";
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import { OVERVIEW } from "../../core/wording/overview";

const useStyles = makeStyles({
  line: {
    display: "flex",
    alignItems: "flex-start",
    columnGap: "6px",
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  icon: { flexShrink: 0, fontSize: "16px" },
  fresh: { color: tokens.colorStatusSuccessForeground1 },
  changed: { color: tokens.colorNeutralForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
});

interface Props {
  /** When the figures were computed. */
  readonly at: Date;
  /** When the sheet was first changed since; null where it was not. */
  readonly changedAt: Date | null;
  /** The detail sheets say other numbers than the table. */
  readonly detailDiffers: boolean;
  readonly automatic: boolean;
}

/** How fresh the figures are. */
export function Standing({ at, changedAt, detailDiffers, automatic }: Props): ReactElement {
  const styles = useStyles();
  const old = changedAt !== null || detailDiffers;
  const Icon = old ? WarningRegular : CheckmarkCircleRegular;
  const now = new Date();
  const words = [
    OVERVIEW.computed(at, now),
    changedAt ? OVERVIEW.changed(changedAt, now) : detailDiffers ? OVERVIEW.detailDiffers : OVERVIEW.unchanged,
    ...(automatic ? [OVERVIEW.automatic] : []),
  ];
  return (
    <p className={mergeClasses(styles.line, old && styles.changed)}>
      <Icon className={mergeClasses(styles.icon, old ? styles.warning : styles.fresh)} />
      <span aria-live="polite">{words.join("；")}</span>
    </p>
  );
}
