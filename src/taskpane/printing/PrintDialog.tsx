import { useState, type ReactElement, type RefObject } from "react";
import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
} from "@fluentui/react-components";
import type { PrintForm } from "../../core/plan/page";
import { CANCEL, PRINT_DIALOG } from "../../core/wording/pane";
import { FocusBack } from "../controls/FocusBack";

const useStyles = makeStyles({
  // Fluent's DialogActions would pile the buttons up at the width of a pane.
  actions: { gridColumn: "1 / -1", display: "flex", flexWrap: "wrap", justifyContent: "flex-end", gap: "8px" },
  content: { display: "flex", flexDirection: "column", rowGap: "12px" },
  note: { margin: 0 },
});

interface Props {
  readonly open: boolean;
  readonly opener: RefObject<HTMLButtonElement>;
  readonly onClose: () => void;
  readonly onConfirm: (form: PrintForm) => void;
}

/** Asks for form and paper of the print; the last choice stands when it is opened again. */
export function PrintDialog({ open, opener, onClose, onConfirm }: Props): ReactElement {
  const styles = useStyles();
  const [form, setForm] = useState<PrintForm["form"]>("short");
  const [paper, setPaper] = useState<PrintForm["paper"]>("A4");
  return (
    <Dialog open={open} onOpenChange={(_, data) => data.open || onClose()}>
      <DialogSurface>
        <FocusBack to={opener} />
        <DialogBody>
          <DialogTitle>{PRINT_DIALOG.title}</DialogTitle>
          <DialogContent className={styles.content}>
            <Field label={PRINT_DIALOG.form}>
              <RadioGroup value={form} onChange={(_, data) => setForm(data.value as PrintForm["form"])}>
                <Radio value="short" label={PRINT_DIALOG.short} />
                <Radio value="full" label={PRINT_DIALOG.full} />
              </RadioGroup>
            </Field>
            <Field label={PRINT_DIALOG.paper}>
              <RadioGroup layout="horizontal" value={paper} onChange={(_, data) => setPaper(data.value as PrintForm["paper"])}>
                <Radio value="A4" label="A4" />
                <Radio value="A3" label="A3" />
              </RadioGroup>
            </Field>
            <p className={styles.note}>{PRINT_DIALOG.note}</p>
          </DialogContent>
          <div className={styles.actions}>
            <DialogTrigger disableButtonEnhancement>
              <Button>{CANCEL}</Button>
            </DialogTrigger>
            <Button
              appearance="primary"
              onClick={() => {
                onClose();
                onConfirm({ form, paper });
              }}
            >
              {PRINT_DIALOG.confirm}
            </Button>
          </div>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
