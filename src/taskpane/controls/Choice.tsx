import type { ReactElement } from "react";
import { createFocusOutlineStyle, makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  label: {
    display: "flex",
    flexDirection: "column",
    rowGap: "2px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  select: {
    position: "relative",
    boxSizing: "border-box",
    width: "100%",
    minHeight: "32px",
    padding: "4px 6px",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    ...createFocusOutlineStyle(),
  },
});

interface Props {
  readonly label: string;
  readonly value: string;
  /** What stands for no choice, its value being ""; left out where there has to be one. */
  readonly none?: string | undefined;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onChange: (value: string) => void;
}

/** One of several, from a list that drops down: the system's own, which holds hundreds of lines and needs no code. */
export function Choice({ label, value, none, options, onChange }: Props): ReactElement {
  const styles = useStyles();
  return (
    <label className={styles.label}>
      {label}
      <select className={styles.select} value={value} onChange={(event) => onChange(event.target.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}
