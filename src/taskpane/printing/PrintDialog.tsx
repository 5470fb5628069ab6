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
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
} from "@fluentui/react-components";
import type { PrintOptions } from "../../core/memory/options";
import { LONGEST_OFFICE } from "../../core/memory/settingsForm";
import { CANCEL, PRINT_DIALOG } from "../../core/wording/pane";
import { FocusBack } from "../controls/FocusBack";

const useStyles = makeStyles({
  // Fluent's DialogActions would pile the buttons up at the width of a pane.
  actions: { gridColumn: "1 / -1", display: "flex", flexWrap: "wrap", justifyContent: "flex-end", gap: "8px" },
  content: { display: "flex", flexDirection: "column", rowGap: "12px" },
  // At 200 % the dialog is narrower than an input is by itself.
  input: { width: "100%", minWidth: 0 },
  note: { margin: 0 },
});

type Preset = keyof typeof PRINT_DIALOG.presets;

/** What is offered; one that was chosen elsewhere is offered too. */
const PRESETS: readonly Preset[] = ["A4 short", "A4 full", "A3 full"];
const PLAIN: PrintOptions = { form: "short", paper: "A4", copy: false, bars: false, office: "" };

interface Props {
  readonly open: boolean;
  readonly opener: RefObject<HTMLButtonElement>;
  /** The table that is meant, where one is shown. */
  readonly sheet: string | undefined;
  /** What the workbook remembers; undefined where nothing of it is known yet. */
  readonly initial?: PrintOptions | undefined;
  readonly onClose: () => void;
  readonly onConfirm: (print: PrintOptions) => void;
}

/** Asks how the table is to be printed; begins with what was chosen last. */
export function PrintDialog({ open, opener, sheet, initial = PLAIN, onClose, onConfirm }: Props): ReactElement {
  return (
    <Dialog open={open} onOpenChange={(_, data) => data.open || onClose()}>
      <DialogSurface>
        <FocusBack to={opener} />
        <Choices sheet={sheet} initial={initial} onClose={onClose} onConfirm={onConfirm} />
      </DialogSurface>
    </Dialog>
  );
}

/** Stands only while the dialog is open, so that it begins anew each time. */
function Choices({
  sheet,
  initial,
  onClose,
  onConfirm,
}: Pick<Props, "onClose" | "onConfirm" | "sheet"> & { readonly initial: PrintOptions }): ReactElement {
  const styles = useStyles();
  const [print, setPrint] = useState(initial);
  const set = (part: Partial<PrintOptions>): void => setPrint({ ...print, ...part });
  const preset: Preset = `${print.paper} ${print.form}`;
  const presets = PRESETS.includes(preset) ? PRESETS : [...PRESETS, preset];
  const choose = (value: string): void => {
    const [paper, form] = value.split(" ") as [PrintOptions["paper"], PrintOptions["form"]];
    set({ paper, form });
  };
  return (
    <DialogBody>
      <DialogTitle>{PRINT_DIALOG.title}</DialogTitle>
      <DialogContent className={styles.content}>
        <Field label={PRINT_DIALOG.preset}>
          <RadioGroup value={preset} onChange={(_, data) => choose(data.value)}>
            {presets.map((one) => (
              <Radio key={one} value={one} label={PRINT_DIALOG.presets[one]} />
            ))}
          </RadioGroup>
        </Field>
        <Field label={PRINT_DIALOG.place}>
          <RadioGroup
            value={print.copy ? "copy" : "inPlace"}
            onChange={(_, data) => set({ copy: data.value === "copy" })}
          >
            <Radio value="inPlace" label={PRINT_DIALOG.inPlace(sheet)} />
            <Radio value="copy" label={PRINT_DIALOG.copy} />
          </RadioGroup>
        </Field>
        <Checkbox
          label={PRINT_DIALOG.bars}
          checked={print.bars}
          onChange={(_, data) => set({ bars: data.checked === true })}
        />
        <Field label={PRINT_DIALOG.office}>
          <Input
            className={styles.input}
            input={{ className: styles.input }}
            value={print.office}
            maxLength={LONGEST_OFFICE}
            onChange={(_, data) => set({ office: data.value })}
          />
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
            onConfirm({ ...print, office: print.office.trim() });
          }}
        >
          {print.copy ? PRINT_DIALOG.confirmCopy : PRINT_DIALOG.confirm}
        </Button>
      </div>
    </DialogBody>
  );
}
