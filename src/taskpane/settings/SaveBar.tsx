import { useId, type ReactElement } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { SETTINGS } from "../../core/wording/settings";

const useStyles = makeStyles({
  bar: {
    position: "sticky",
    bottom: 0,
    zIndex: 1,
    display: "flex",
    flexDirection: "column",
    rowGap: "6px",
    padding: "8px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    // Where little is to be seen at once, as with large text, it would cover what it belongs to.
    "@media (max-height: 480px)": { position: "static" },
  },
  state: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  quiet: { color: tokens.colorNeutralForeground3 },
  fault: { color: tokens.colorStatusDangerForeground1 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
  // All three in one line of the narrowest pane: the bar stands over the fields.
  button: { minWidth: "52px", paddingLeft: "10px", paddingRight: "10px" },
});

interface Props {
  /** Something has been changed since it was saved. */
  readonly dirty: boolean;
  /** There is something to save, if it is filled in rightly. */
  readonly saveable: boolean;
  /** Fields that are filled in wrongly. */
  readonly faults: number;
  readonly allDefault: boolean;
  readonly onDiscard: () => void;
  readonly onResetAll: () => void;
}

/** Says whether anything is unsaved, and saves it: the bar stays in view below the settings. The button of a form: Enter presses it. */
export function SaveBar({ dirty, saveable, faults, allDefault, onDiscard, onResetAll }: Props): ReactElement {
  const styles = useStyles();
  const id = useId();
  const state = faults > 0 ? SETTINGS.faults(faults) : dirty ? SETTINGS.unsaved : SETTINGS.saved;
  return (
    <div className={styles.bar}>
      <p
        id={id}
        className={`${styles.state} ${faults > 0 ? styles.fault : dirty ? "" : styles.quiet}`}
        aria-live="polite"
      >
        {state}
      </p>
      <div className={styles.buttons}>
        <Button
          className={styles.button}
          type="submit"
          appearance="primary"
          disabledFocusable={!saveable || faults > 0}
          aria-describedby={id}
        >
          {SETTINGS.save}
        </Button>
        <Button className={styles.button} disabledFocusable={!dirty} onClick={onDiscard}>
          {SETTINGS.discard}
        </Button>
        <Button className={styles.button} disabledFocusable={allDefault} onClick={onResetAll}>
          {SETTINGS.resetAll}
        </Button>
      </div>
    </div>
  );
}
