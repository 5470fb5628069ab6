import { useState, type ReactElement, type RefObject } from "react";
import {
  Button,
  Checkbox,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
} from "@fluentui/react-components";
import { CANCEL, CLEAR_DIALOG } from "../../core/wording/pane";
import { FocusBack } from "../controls/FocusBack";

const useStyles = makeStyles({
  // Fluent's DialogActions would pile the buttons up at the width of a pane.
  actions: { gridColumn: "1 / -1", display: "flex", flexWrap: "wrap", justifyContent: "flex-end", gap: "8px" },
  body: { margin: "0 0 8px" },
  checkbox: { marginLeft: "-8px" },
});

interface Props {
  readonly open: boolean;
  readonly opener: RefObject<HTMLButtonElement>;
  /** The table that is meant, where one is shown. */
  readonly sheet: string | undefined;
  readonly onClose: () => void;
  readonly onConfirm: (discardTyped: boolean) => void;
}

/** Asks whether what people typed goes too; kept unless they say so. */
export function ClearDialog({ open, opener, sheet, onClose, onConfirm }: Props): ReactElement {
  const styles = useStyles();
  const [discard, setDiscard] = useState(false);
  const close = (): void => {
    setDiscard(false);
    onClose();
  };
  return (
    <Dialog open={open} modalType="alert" onOpenChange={(_, data) => data.open || close()}>
      <DialogSurface>
        <FocusBack to={opener} />
        <DialogBody>
          <DialogTitle>{CLEAR_DIALOG.title}</DialogTitle>
          <DialogContent>
            <p className={styles.body}>{CLEAR_DIALOG.body(sheet)}</p>
            <Checkbox
              className={styles.checkbox}
              checked={discard}
              onChange={(_, data) => setDiscard(data.checked === true)}
              label={CLEAR_DIALOG.discard}
            />
          </DialogContent>
          <div className={styles.actions}>
            <DialogTrigger disableButtonEnhancement>
              <Button>{CANCEL}</Button>
            </DialogTrigger>
            <Button
              appearance="primary"
              onClick={() => {
                close();
                onConfirm(discard);
              }}
            >
              {discard ? CLEAR_DIALOG.confirmDiscard : CLEAR_DIALOG.confirm}
            </Button>
          </div>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
