import type { ReactElement, RefObject } from "react";
import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
} from "@fluentui/react-components";
import { NOTICES_DIALOG } from "../../core/wording/notice";
import { CANCEL } from "../../core/wording/pane";
import { FocusBack } from "../controls/FocusBack";
import type { Session } from "../../session/session";
import { NoticesSection } from "./NoticesSection";

const useStyles = makeStyles({
  // Fluent's DialogActions would pile the buttons up at the width of a pane.
  actions: { gridColumn: "1 / -1", display: "flex", justifyContent: "flex-end" },
});

interface Props {
  readonly open: boolean;
  readonly session: Session;
  /** Zero-based row of the department that is open in 部门; null where none is. */
  readonly department: number | null;
  readonly opener: RefObject<HTMLButtonElement>;
  readonly onClose: () => void;
}

/** Asks which departments get a notice, and makes or removes them. */
export function NoticesDialog({ open, session, department, opener, onClose }: Props): ReactElement {
  const styles = useStyles();
  return (
    <Dialog open={open} onOpenChange={(_, data) => data.open || onClose()}>
      <DialogSurface>
        <FocusBack to={opener} />
        <DialogBody>
          <DialogTitle>{NOTICES_DIALOG.title}</DialogTitle>
          <DialogContent>
            <NoticesSection session={session} department={department} onBegin={onClose} />
          </DialogContent>
          <div className={styles.actions}>
            <DialogTrigger disableButtonEnhancement>
              <Button>{CANCEL}</Button>
            </DialogTrigger>
          </div>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
