import { useId, useState, type ReactElement, type ReactNode } from "react";
import { createFocusOutlineStyle, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";

const useStyles = makeStyles({
  head: { display: "flex", alignItems: "flex-start", columnGap: "4px" },
  button: {
    position: "relative",
    display: "flex",
    alignItems: "flex-start",
    columnGap: "4px",
    margin: 0,
    padding: "8px 4px",
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
  wide: { flexGrow: 1, minWidth: 0, padding: "4px 4px 4px 0" },
  icon: { flexShrink: 0, fontSize: "16px", lineHeight: tokens.lineHeightBase300 },
  open: { transform: "rotate(90deg)" },
  beside: { flexGrow: 1, minWidth: 0 },
  content: { paddingLeft: "20px", paddingBottom: "6px" },
});

interface Props {
  /** Stands on the button; where `beside` is given the button is a bare arrow and this is its name. */
  readonly label: ReactNode;
  /** Stands right of the arrow and has a click of its own. */
  readonly beside?: ReactNode;
  readonly onOpen?: () => void;
  readonly children: ReactNode;
}

/** What opens and closes under its button; it is drawn only while it is open. */
export function Disclosure({ label, beside, onOpen, children }: Props): ReactElement {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const id = useId();
  const toggle = (): void => {
    if (!open) onOpen?.();
    setOpen(!open);
  };
  return (
    <>
      <div className={styles.head}>
        <button
          type="button"
          className={mergeClasses(styles.button, !beside && styles.wide)}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          aria-label={beside && typeof label === "string" ? label : undefined}
          onClick={toggle}
        >
          <ChevronRightRegular className={mergeClasses(styles.icon, open && styles.open)} />
          {!beside && label}
        </button>
        {beside && <div className={styles.beside}>{beside}</div>}
      </div>
      {open && (
        <div id={id} className={styles.content}>
          {children}
        </div>
      )}
    </>
  );
}
