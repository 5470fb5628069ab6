import { useId, useState, type ReactElement } from "react";
import { Button, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import type { UnknownWord } from "../../core/detail/findings";
import { DETAILS } from "../../core/wording/detailPane";
import type { NewChoices } from "../../session/actions";
import { NamedRow } from "../controls/NamedRow";

const useStyles = makeStyles({
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  group: { display: "flex", flexDirection: "column", rowGap: "6px" },
  radios: { marginLeft: "-8px" },
});

interface Props {
  readonly unknown: readonly UnknownWord[];
  readonly disabled: boolean;
  readonly onShow: (address: string) => void;
  readonly onRemember: (words: NonNullable<NewChoices["words"]>) => void;
}

const keyOf = ({ field, word }: UnknownWord): string => `${field} ${word}`;

/** State words that no rule knows: do they count? */
export function UnknownWords({ unknown, disabled, onShow, onRemember }: Props): ReactElement {
  const styles = useStyles();
  const id = useId();
  const [meanings, setMeanings] = useState<Readonly<Record<string, "yes" | "no">>>({});
  const said = unknown.flatMap((one) => {
    const means = meanings[keyOf(one)];
    return means ? [{ field: one.field, word: one.word, means }] : [];
  });
  return (
    <div className={styles.group}>
      <h3 className={styles.heading}>{DETAILS.unknownWords}</h3>
      {unknown.map((one, index) => (
        <div key={keyOf(one)}>
          <div id={`${id}${index}`}>
            <NamedRow name={DETAILS.unknownWord(one)} onClick={() => onShow(one.address)} />
          </div>
          <RadioGroup
            className={styles.radios}
            layout="horizontal"
            aria-labelledby={`${id}${index}`}
            value={meanings[keyOf(one)] ?? ""}
            onChange={(_, data) => setMeanings({ ...meanings, [keyOf(one)]: data.value as "yes" | "no" })}
          >
            <Radio value="yes" label={DETAILS.yes} />
            <Radio value="no" label={DETAILS.no} />
          </RadioGroup>
        </div>
      ))}
      <Button
        disabledFocusable={disabled || said.length === 0}
        onClick={() => !disabled && said.length > 0 && onRemember(said)}
      >
        {DETAILS.remember}
      </Button>
    </div>
  );
}
