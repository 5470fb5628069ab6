import type { ReactElement } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { WELCOME } from "../../core/wording/overview";

const useStyles = makeStyles({
  welcome: { display: "flex", flexDirection: "column", rowGap: "8px" },
  cards: { display: "flex", flexDirection: "column", rowGap: "8px", margin: 0, padding: 0, listStyle: "none" },
  card: {
    padding: "8px 12px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

interface Props {
  readonly onSample: () => void;
  readonly onSkip: () => void;
}

/** The first run: what the add-in reads, what it adds, and what it leaves alone. */
export function Welcome({ onSample, onSkip }: Props): ReactElement {
  const styles = useStyles();
  return (
    <section className={styles.welcome} aria-label={WELCOME.heading}>
      <ol className={styles.cards}>
        {WELCOME.cards.map(({ title, text }) => (
          <li key={title} className={styles.card}>
            <h2 className={styles.title}>{title}</h2>
            <p className={styles.text}>{text}</p>
          </li>
        ))}
      </ol>
      <div className={styles.buttons}>
        <Button onClick={onSample}>{WELCOME.sample}</Button>
        <Button appearance="subtle" onClick={onSkip}>
          {WELCOME.skip}
        </Button>
      </div>
    </section>
  );
}
