import type { ReactElement, ReactNode } from "react";
import { createFocusOutlineStyle, makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  row: {
    position: "relative",
    boxSizing: "border-box",
    display: "block",
    width: "calc(100% + 16px)",
    margin: "0 -8px",
    padding: "6px 8px",
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: "inherit",
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":active": { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ...createFocusOutlineStyle(),
  },
  still: { padding: "6px 0" },
});

interface Props {
  /** Null where there is no place to go to. */
  readonly onClick: (() => void) | null;
  readonly title?: string;
  readonly children: ReactNode;
}

/** A line of a list that leads to its place in the sheet. */
export function Row({ onClick, title, children }: Props): ReactElement {
  const styles = useStyles();
  if (!onClick) return <div className={styles.still}>{children}</div>;
  return (
    <button type="button" className={styles.row} title={title} onClick={onClick}>
      {children}
    </button>
  );
}
