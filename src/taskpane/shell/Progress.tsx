import type { ReactElement } from "react";
import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { CANCEL, WORKING } from "../../core/wording/pane";
import type { Working } from "../../session/sessionState";
import { useLasting } from "./useLasting";

const useStyles = makeStyles({
  line: { display: "flex", alignItems: "center", justifyContent: "space-between", columnGap: "8px", marginTop: "4px" },
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
});

/** Shares of the way where an action does not tell its own; writing includes Excel's own calculation and takes longest. */
const SHARES = { reading: 0.2, assessing: 0.4, writing: 0.6, undoing: 0.6, importing: 0.6, testing: 0 } as const;

/** Only these can be stopped: what is being written is finished, so that no sheet is left half-written. */
const CANCELLABLE: ReadonlySet<string | null> = new Set(["reading", "importing", "testing"]);
const CANCELLABLE_ACTIONS: ReadonlySet<string> = new Set(["recalculate", "importFiles", "selfTest"]);

/** Excel waits without a word while a cell is being edited: after this, in milliseconds, the person is told. */
const SILENCE = 3000;

interface Props {
  readonly working: Working;
  readonly onCancel: () => void;
}

/** How far the running action is, and the way to stop it. */
export function Progress({ working: { action, stage, share, measured, cancelling }, onCancel }: Props): ReactElement {
  const styles = useStyles();
  const silent = useLasting(share === null && (stage === null || stage === "reading"), SILENCE);
  const text = cancelling ? WORKING.cancelling : silent ? WORKING.waiting : WORKING[stage ?? "starting"];
  const estimate = stage && !measured ? SHARES[stage] : undefined;
  const cancellable = CANCELLABLE.has(stage) && CANCELLABLE_ACTIONS.has(action);
  return (
    <div>
      <ProgressBar value={share ?? estimate} thickness="large" aria-label={text} />
      <div className={styles.line}>
        <p className={styles.text}>
          {text}
          {share !== null && !cancelling && ` ${WORKING.share(share)}`}
        </p>
        {cancellable && (
          <Button size="small" disabledFocusable={cancelling} onClick={onCancel}>
            {CANCEL}
          </Button>
        )}
      </div>
    </div>
  );
}
