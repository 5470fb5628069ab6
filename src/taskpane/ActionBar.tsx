import { useState, type ReactElement, type RefObject } from "react";
import { Button, makeStyles } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { CalculatorRegular } from "@fluentui/react-icons/svg/calculator";
import { EraserRegular } from "@fluentui/react-icons/svg/eraser";
import { PrintRegular } from "@fluentui/react-icons/svg/print";
import { ACTIONS } from "../core/wording/pane";
import type { Session, SessionState } from "./session";

const useStyles = makeStyles({
  primary: { width: "100%" },
  secondary: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(92px, 1fr))", gap: "8px" },
  button: { minWidth: 0, paddingLeft: "4px", paddingRight: "4px" },
});

interface Props {
  readonly session: Session;
  readonly state: SessionState;
  readonly disabled: boolean;
  readonly primary: RefObject<HTMLButtonElement>;
}

/** The one button, and the three that come after it. A click while something runs is let go. */
export function ActionBar({ session, state, disabled, primary }: Props): ReactElement {
  const styles = useStyles();
  const [dialog, setDialog] = useState<ReactElement | null>(null);
  const idle = !disabled && state.working === null;
  const close = (): void => setDialog(null);
  const askPrint = async (): Promise<void> => {
    const { PrintDialog } = await import(/* webpackChunkName: "dialogs" */ "./PrintDialog");
    setDialog(<PrintDialog onClose={close} onConfirm={(form, paper) => void session.setUpPrinting(form, paper)} />);
  };
  const askClear = async (): Promise<void> => {
    const { ClearDialog } = await import(/* webpackChunkName: "dialogs" */ "./ClearDialog");
    setDialog(<ClearDialog onClose={close} onConfirm={(discardTyped) => void session.clearMarks(discardTyped)} />);
  };
  return (
    <>
      <Button
        ref={primary}
        className={styles.primary}
        appearance="primary"
        size="large"
        icon={<CalculatorRegular />}
        disabledFocusable={disabled}
        onClick={() => idle && void session.recalculate()}
      >
        {ACTIONS.recalculate}
      </Button>
      <div className={styles.secondary}>
        <Button className={styles.button} icon={<PrintRegular />} disabledFocusable={disabled} aria-haspopup="dialog" onClick={() => idle && void askPrint().catch(session.fail)}>
          {ACTIONS.setUpPrinting}
        </Button>
        <Button className={styles.button} icon={<EraserRegular />} disabledFocusable={disabled} aria-haspopup="dialog" onClick={() => idle && void askClear().catch(session.fail)}>
          {ACTIONS.clearMarks}
        </Button>
        <Button
          className={styles.button}
          icon={<ArrowUndoRegular />}
          disabledFocusable={disabled || state.undoable === null}
          onClick={() => idle && state.undoable && void session.undoLast()}
        >
          {ACTIONS.undoLast}
        </Button>
      </div>
      {dialog}
    </>
  );
}
