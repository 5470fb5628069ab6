import { useId, type ReactElement } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Highlight } from "../../core/assess/assessment";
import { MARKS, MARKS_HEADING } from "../../core/wording/pane";
import { Mark } from "../controls/Mark";

const useStyles = makeStyles({
  legend: {
    padding: "10px 0 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  heading: { margin: "0 0 4px" },
  list: { display: "flex", flexWrap: "wrap", gap: "4px 12px", margin: 0, padding: 0, listStyle: "none" },
  item: { display: "inline-flex", alignItems: "center", columnGap: "6px" },
});

/** What the colours in the sheet mean. */
export function Legend(): ReactElement {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.legend}>
      <p id={id} className={styles.heading}>
        {MARKS_HEADING}
      </p>
      <ul className={styles.list} aria-labelledby={id}>
        {(Object.entries(MARKS) as [Exclude<Highlight, "none">, string][]).map(([kind, meaning]) => (
          <li key={kind} className={styles.item}>
            <Mark kind={kind} />
            {meaning}
          </li>
        ))}
      </ul>
    </div>
  );
}
