import { useRef, useState, type ReactElement } from "react";
import { Button, makeStyles } from "@fluentui/react-components";
import { OVERVIEW } from "../../core/wording/overview";
import { Section } from "../controls/Section";
import type { Session } from "../../session/session";
import type { SessionState } from "../../session/sessionState";
import { loadDialogs } from "../shell/loadDialogs";
import { useLoaded } from "../shell/useLoaded";

const useStyles = makeStyles({
  buttons: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(120px, 1fr))", gap: "8px" },
  button: { minWidth: 0, paddingLeft: "4px", paddingRight: "4px" },
});

interface Props {
  readonly session: Session;
  readonly state: SessionState;
  readonly disabled: boolean;
}

/** What can be made of the result and handed on. */
export function Outputs({ session, state, disabled }: Props): ReactElement {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const notices = useRef<HTMLButtonElement>(null);
  const dialogs = useLoaded(loadDialogs, wanted, session.fail);
  const idle = (work: () => unknown) => (): void => {
    if (!disabled) work();
  };
  const ask = (): void => {
    setWanted(true);
    setOpen(true);
  };
  return (
    <Section heading={OVERVIEW.outputs}>
      <div className={styles.buttons}>
        <Button className={styles.button} disabledFocusable={disabled} onClick={idle(session.makeSummary)}>
          {OVERVIEW.summary}
        </Button>
        <Button
          className={styles.button}
          disabledFocusable={disabled}
          onClick={idle(() => session.listRectification(state.view.showNumbers))}
        >
          {OVERVIEW.list}
        </Button>
        <Button
          ref={notices}
          className={styles.button}
          disabledFocusable={disabled}
          aria-haspopup="dialog"
          onClick={idle(ask)}
        >
          {OVERVIEW.notices}
        </Button>
      </div>
      {dialogs && (
        <dialogs.NoticesDialog
          open={open}
          session={session}
          department={state.view.department}
          opener={notices}
          onClose={() => setOpen(false)}
        />
      )}
    </Section>
  );
}
