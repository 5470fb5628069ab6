import type { ReactElement } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import { Row } from "./Row";

const useStyles = makeStyles({
  name: {
    display: "block",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  line: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
    fontVariantNumeric: "tabular-nums",
  },
});

interface Props {
  readonly name: string;
  /** Stand under the name; what is empty is left out. */
  readonly lines?: readonly string[];
  readonly onClick: (() => void) | null;
}

/** A name that leads to its cell, with what is to be known of it. */
export function NamedRow({ name, lines = [], onClick }: Props): ReactElement {
  const styles = useStyles();
  return (
    <Row onClick={onClick}>
      <span className={styles.name}>{name}</span>
      {lines.filter(Boolean).map((line) => (
        <span key={line} className={styles.line}>
          {line}
        </span>
      ))}
    </Row>
  );
}
