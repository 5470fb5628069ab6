import type { ReactElement } from "react";
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Highlight } from "../../core/assess/assessment";

const useStyles = makeStyles({
  mark: {
    display: "inline-block",
    flexShrink: 0,
    boxSizing: "border-box",
    width: "10px",
    height: "10px",
    borderRadius: "2px",
    // Contrast themes would take the colours away; words beside each mark say the same.
    forcedColorAdjust: "none",
  },
  coverage: { backgroundColor: tokens.colorPaletteRedBackground3 },
  officers: { backgroundColor: tokens.colorPaletteDarkOrangeBackground3 },
  both: { backgroundColor: tokens.colorPaletteDarkRedBorderActive },
  lists: { backgroundColor: tokens.colorPaletteYellowBackground3 },
  missing: {
    backgroundImage: `repeating-linear-gradient(45deg, ${tokens.colorNeutralForeground4} 0 1px, transparent 1px 3px)`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
});

/** The colour by which the sheet marks something; decoration beside the words. */
export function Mark({ kind }: { readonly kind: Exclude<Highlight, "none"> }): ReactElement {
  const styles = useStyles();
  return <span className={mergeClasses(styles.mark, styles[kind])} aria-hidden />;
}
