import { useRef, type ReactElement, type ReactNode } from "react";
import { Button, Field, makeStyles } from "@fluentui/react-components";
import { ArrowResetRegular } from "@fluentui/react-icons/svg/arrow-reset";
import { SETTINGS } from "../../core/wording/settings";

const useStyles = makeStyles({
  setting: {
    display: "flex",
    flexDirection: "column",
    alignItems: "stretch",
    minWidth: 0,
    "& input, & button, & select": { scrollMarginBottom: "112px" },
  },
});

const useResetStyles = makeStyles({
  reset: {
    alignSelf: "flex-start",
    marginLeft: "-4px",
    marginTop: "2px",
    minWidth: 0,
    paddingLeft: "4px",
    paddingRight: "4px",
  },
});

/** The way back to the default of the setting of this label. */
export function Reset({
  label,
  text,
  onClick,
}: {
  readonly label: string;
  readonly text: string;
  readonly onClick: () => void;
}): ReactElement {
  const styles = useResetStyles();
  return (
    <Button
      className={styles.reset}
      appearance="transparent"
      size="small"
      icon={<ArrowResetRegular />}
      aria-label={`${text}：${label}`}
      onClick={onClick}
    >
      {text}
    </Button>
  );
}

export interface SettingProps {
  readonly label: string;
  /** What it is by default. */
  readonly hint: string;
  /** What is wrong with it, or null. */
  readonly fault: string | null;
  /** It is otherwise than by default. */
  readonly changed: boolean;
  readonly onReset: () => void;
  /** What the button of the reset says where it is not 恢复默认. */
  readonly resetLabel?: string | undefined;
}

interface Props extends SettingProps {
  /** The label stands in the control itself, as a check box has it. */
  readonly labelled?: boolean;
  readonly children: ReactNode;
}

/** A setting with its default under it, and the way back to that where it differs. */
export function Setting({
  label,
  hint,
  fault,
  changed,
  onReset,
  resetLabel = SETTINGS.reset,
  labelled = false,
  children,
}: Props): ReactElement {
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  return (
    <div ref={root} className={styles.setting}>
      <Field
        {...(!labelled && { label })}
        hint={hint}
        {...(fault !== null && { validationState: "error" as const, validationMessage: fault })}
      >
        {children}
      </Field>
      {changed && (
        <Reset
          label={label}
          text={resetLabel}
          onClick={() => {
            onReset();
            // The button goes away with it; of radio buttons the chosen one takes the focus.
            setTimeout(() =>
              (
                root.current?.querySelector<HTMLElement>("input:checked") ??
                root.current?.querySelector<HTMLElement>("input")
              )?.focus(),
            );
          }}
        />
      )}
    </div>
  );
}
