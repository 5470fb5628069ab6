import { useState, type ReactElement } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { UnknownDepartment } from "../../core/detail/findings";
import { DETAILS } from "../../core/wording/detailPane";
import { Choice } from "../controls/Choice";
import { NamedRow } from "../controls/NamedRow";

const useStyles = makeStyles({
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  group: { display: "flex", flexDirection: "column", rowGap: "6px" },
});

interface Props {
  readonly unknown: readonly UnknownDepartment[];
  /** Names of the task table. */
  readonly departments: readonly string[];
  readonly disabled: boolean;
  readonly onShow: (address: string) => void;
  readonly onRemember: (aliases: Record<string, string>) => void;
}

/** Department names of the detail sheets that the task table does not have: whose are they? */
export function UnknownDepartments({ unknown, departments, disabled, onShow, onRemember }: Props): ReactElement {
  const styles = useStyles();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const options = departments.map((name) => ({ value: name, text: name }));
  const named = Object.entries(chosen).filter(
    ([name, department]) => department !== "" && unknown.some((one) => one.name === name),
  );
  return (
    <div className={styles.group}>
      <h3 className={styles.heading}>{DETAILS.unknownDepartments}</h3>
      {byName(unknown).map(({ name, rows, address }) => (
        <div key={name}>
          <NamedRow name={DETAILS.unknownDepartment(name, rows)} onClick={() => onShow(address)} />
          <Choice
            label={DETAILS.belongsTo(name)}
            value={chosen[name] ?? ""}
            none={DETAILS.choose}
            options={options}
            onChange={(value) => setChosen({ ...chosen, [name]: value })}
          />
        </div>
      ))}
      <Button
        disabledFocusable={disabled || named.length === 0}
        onClick={() => !disabled && named.length > 0 && onRemember(Object.fromEntries(named))}
      >
        {DETAILS.remember}
      </Button>
    </div>
  );
}

/** The same name in several sheets is asked about once. */
function byName(unknown: readonly UnknownDepartment[]): readonly { name: string; rows: number; address: string }[] {
  const names = new Map<string, { name: string; rows: number; address: string }>();
  for (const { name, rows, address } of unknown) {
    const before = names.get(name);
    names.set(name, before ? { ...before, rows: before.rows + rows } : { name, rows, address });
  }
  return [...names.values()];
}
