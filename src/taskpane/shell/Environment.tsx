import { useState, type ReactElement, type RefObject } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import { ENVIRONMENT } from "../../core/wording/environment";
import type { Missing } from "./surroundings";

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-start",
    columnGap: "8px",
    borderRadius: tokens.borderRadiusMedium,
    padding: "6px 6px 6px 10px",
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  icon: { flexShrink: 0, marginTop: "4px", fontSize: "16px", color: tokens.colorStatusWarningForeground3 },
  sentences: { flex: "1 1 180px", display: "flex", flexDirection: "column", rowGap: "4px" },
  sentence: {
    margin: "2px 0",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  dismiss: { flexShrink: 0, marginLeft: "auto", backgroundColor: tokens.colorNeutralBackground1 },
});

interface Props {
  readonly missing: readonly Missing[];
  /** Where the focus goes once it is put away. */
  readonly next: RefObject<HTMLElement | null>;
}

/** What is missing where the pane can't work whole. Where things still work it can be put away, for as long as the page lives. */
export function Environment({ missing, next }: Props): ReactElement | null {
  const styles = useStyles();
  const [read, setRead] = useState<readonly string[]>([]);
  const shown = missing.filter(({ what, stop }) => stop || !read.includes(what));
  if (shown.length === 0) return null;
  const stops = shown.some(({ stop }) => stop);
  const dismiss = (): void => {
    next.current?.focus();
    setRead([...read, ...shown.map(({ what }) => what)]);
  };
  return (
    <section className={styles.box} aria-label={ENVIRONMENT.heading}>
      <WarningFilled className={styles.icon} />
      <div className={styles.sentences} role={stops ? "alert" : undefined}>
        {shown.map(({ what, sentence }) => (
          <p key={what} className={styles.sentence}>
            {sentence}
          </p>
        ))}
      </div>
      {!stops && (
        <Button className={styles.dismiss} size="small" onClick={dismiss}>
          {ENVIRONMENT.dismiss}
        </Button>
      )}
    </section>
  );
}
