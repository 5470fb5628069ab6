import type { ReactElement } from "react";
import { Checkbox, Input, makeStyles, Radio, RadioGroup } from "@fluentui/react-components";
import { Setting, type SettingProps } from "./Setting";

// The browser gives an input the width of twenty letters, which two beside each other do not have.
const useStyles = makeStyles({ input: { width: "100%", minWidth: 0 } });

interface TextProps extends SettingProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What an empty field means. */
  readonly placeholder?: string;
  readonly decimal?: true;
  readonly type?: "text" | "date";
}

/** A setting that is typed. */
export function TextSetting({
  value,
  onChange,
  placeholder,
  decimal,
  type = "text",
  ...setting
}: TextProps): ReactElement {
  const styles = useStyles();
  return (
    <Setting {...setting}>
      <Input
        className={styles.input}
        value={value}
        type={type}
        onChange={(_, data) => onChange(data.value)}
        {...(placeholder !== undefined && { placeholder })}
        {...(decimal && { inputMode: "decimal" as const })}
        autoComplete="off"
      />
    </Setting>
  );
}

interface ChoiceProps<Value extends string> extends SettingProps {
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of a few, all of them in view. */
export function ChoiceSetting<Value extends string>({
  value,
  options,
  onChange,
  ...setting
}: ChoiceProps<Value>): ReactElement {
  return (
    <Setting {...setting}>
      <RadioGroup value={value} onChange={(_, data) => onChange(data.value as Value)}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} label={option.text} />
        ))}
      </RadioGroup>
    </Setting>
  );
}

interface CheckProps extends SettingProps {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

/** Yes or no. */
export function CheckSetting({ value, onChange, ...setting }: CheckProps): ReactElement {
  return (
    <Setting labelled {...setting}>
      <Checkbox checked={value} label={setting.label} onChange={(_, data) => onChange(data.checked === true)} />
    </Setting>
  );
}
