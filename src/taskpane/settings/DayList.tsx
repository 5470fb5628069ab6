import { useRef, useState, type ReactElement } from "react";
import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { withDay } from "../../core/memory/settingsForm";
import type { DayFault } from "../../core/memory/settingsForm";
import { SETTING_FAULTS, SETTINGS, dayText } from "../../core/wording/settings";
import { Reset, type SettingProps } from "./Setting";

const useStyles = makeStyles({
  group: {
    display: "flex",
    flexDirection: "column",
    rowGap: "4px",
    minWidth: 0,
    margin: 0,
    padding: 0,
    border: "none",
    "& input, & button": { scrollMarginBottom: "112px" },
  },
  legend: { padding: 0, marginBottom: "2px", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { display: "flex", flexWrap: "wrap", gap: "4px", margin: 0, padding: 0, listStyle: "none" },
  day: {
    display: "flex",
    alignItems: "center",
    paddingLeft: "8px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
  },
  hint: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  adding: { display: "flex", flexWrap: "wrap", alignItems: "flex-start", gap: "8px" },
  field: { flex: "1 1 150px", minWidth: 0 },
  input: { width: "100%", minWidth: 0 },
});

interface Props {
  readonly setting: SettingProps;
  /** ISO days, in order. */
  readonly days: readonly string[];
  /** Days that are said to be the opposite. */
  readonly other: readonly string[];
  readonly onChange: (days: readonly string[]) => void;
}

/** Days that are worked or free otherwise than the calendar says: to add and to take away again. */
export function DayList({ setting: { label, hint, changed, onReset }, days, other, onChange }: Props): ReactElement {
  const styles = useStyles();
  const [day, setDay] = useState("");
  const [fault, setFault] = useState<DayFault | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const add = (): void => {
    const added = withDay(days, day, other);
    setFault(added.fault);
    if (added.days) {
      onChange(added.days);
      setDay("");
    }
    input.current?.focus();
  };
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{label}</legend>
      {days.length > 0 && (
        <ul className={styles.list}>
          {days.map((one) => (
            <li key={one} className={styles.day}>
              {dayText(one)}
              <Button
                appearance="transparent"
                size="small"
                icon={<DismissRegular />}
                aria-label={SETTINGS.removeDay(dayText(one))}
                onClick={() => {
                  onChange(days.filter((held) => held !== one));
                  input.current?.focus();
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.adding}>
        <Field
          className={styles.field}
          {...(fault && { validationState: "error" as const, validationMessage: SETTING_FAULTS[fault] })}
        >
          <Input
            ref={input}
            className={styles.input}
            type="date"
            aria-label={SETTINGS.newDay(label)}
            value={day}
            onChange={(_, data) => {
              setDay(data.value);
              setFault(null);
            }}
            onKeyDown={(event) => {
              // Enter would save all of the settings.
              if (event.key !== "Enter") return;
              event.preventDefault();
              add();
            }}
          />
        </Field>
        <Button aria-label={`${SETTINGS.addDay}：${label}`} onClick={add}>
          {SETTINGS.addDay}
        </Button>
      </div>
      <p className={styles.hint}>{hint}</p>
      {changed && (
        <Reset
          label={label}
          text={SETTINGS.reset}
          onClick={() => {
            onReset();
            input.current?.focus();
          }}
        />
      )}
    </fieldset>
  );
}
