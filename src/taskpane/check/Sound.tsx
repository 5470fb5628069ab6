import type { ReactElement } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";

const useStyles = makeStyles({
  line: {
    display: "flex",
    alignItems: "flex-start",
    columnGap: "6px",
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  icon: { flexShrink: 0, fontSize: "16px", color: tokens.colorStatusSuccessForeground1 },
});

/** One line that says that something is in order. */
export function Sound({ sentence }: { readonly sentence: string }): ReactElement {
  const styles = useStyles();
  return (
    <p className={styles.line}>
      <CheckmarkCircleRegular className={styles.icon} />
      {sentence}
    </p>
  );
}
