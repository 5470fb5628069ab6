import { useRef, useState, type ReactElement, type RefObject } from "react";
import { Button, makeStyles } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { CalculatorRegular } from "@fluentui/react-icons/svg/calculator";
import { EraserRegular } from "@fluentui/react-icons/svg/eraser";
import { PrintRegular } from "@fluentui/react-icons/svg/print";
import { ACTIONS } from "../../core/wording/pane";
import type * as Dialogs from "./dialogs";
import { loadDialogs } from "./loadDialogs";
import type { Session } from "../../session/session";
import type { SessionState } from "../../session/sessionState";

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
  const [dialogs, setDialogs] = useState<typeof Dialogs | null>(null);
  const [asking, setAsking] = useState<"print" | "clear" | null>(null);
  const printButton = useRef<HTMLButtonElement>(null);
  const clearButton = useRef<HTMLButtonElement>(null);
  const idle = !disabled && state.working === null;
  const close = (): void => setAsking(null);
  const ask = async (what: "print" | "clear"): Promise<void> => {
    setDialogs(await loadDialogs());
    setAsking(what);
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
        <Button
          ref={printButton}
          className={styles.button}
          icon={<PrintRegular />}
          disabledFocusable={disabled}
          aria-haspopup="dialog"
          onClick={() => idle && void ask("print").catch(session.fail)}
        >
          {ACTIONS.setUpPrinting}
        </Button>
        <Button
          ref={clearButton}
          className={styles.button}
          icon={<EraserRegular />}
          disabledFocusable={disabled}
          aria-haspopup="dialog"
          onClick={() => idle && void ask("clear").catch(session.fail)}
        >
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
      {dialogs && (
        <>
          <dialogs.PrintDialog
            open={asking === "print"}
            opener={printButton}
            sheet={state.result?.sheet}
            onClose={close}
            initial={(state.result?.settings ?? state.settings)?.options.print}
            onConfirm={(print) => void session.setUpPrinting(print)}
          />
          <dialogs.ClearDialog
            open={asking === "clear"}
            opener={clearButton}
            sheet={state.result?.sheet}
            onClose={close}
            onConfirm={(discardTyped) => void session.clearMarks(discardTyped)}
          />
        </>
      )}
    </>
  );
}
