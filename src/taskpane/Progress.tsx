import type { ReactElement } from "react";
import { makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import type { Stage } from "../actions";
import { WORKING } from "../core/wording/pane";
import { useLasting } from "./useLasting";

const useStyles = makeStyles({
  text: { margin: "4px 0 0", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
});

/** Shares of the way; writing includes Excel's own calculation and takes longest. */
const SHARES: Readonly<Record<Stage, number>> = { reading: 0.2, assessing: 0.4, writing: 0.6, undoing: 0.6 };

/** Excel waits without a word while a cell is being edited: after this, in milliseconds, the person is told. */
const SILENCE = 3000;

/** How far the running action is. */
export function Progress({ stage }: { readonly stage: Stage | null }): ReactElement {
  const styles = useStyles();
  const silent = useLasting(stage === null || stage === "reading", SILENCE);
  const text = silent ? WORKING.waiting : WORKING[stage ?? "starting"];
  return (
    <div>
      <ProgressBar value={stage ? SHARES[stage] : undefined} thickness="large" aria-label={text} />
      <p className={styles.text}>{text}</p>
    </div>
  );
}
