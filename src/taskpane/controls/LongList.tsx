import { useState, type ReactElement, type ReactNode } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { showRest } from "../../core/wording/detailPane";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: "none" },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, ":last-child": { borderBottom: "none" } },
});

/** So many are drawn at once. */
const FIRST = 50;

interface Props<Item> {
  readonly items: readonly Item[];
  readonly label: string;
  readonly children: (item: Item) => ReactNode;
}

/** A list that may be long: its first items, and the rest when asked for. */
export function LongList<Item>({ items, label, children }: Props<Item>): ReactElement {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, FIRST);
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {shown.map((item, index) => (
          <li key={index} className={styles.item}>
            {children(item)}
          </li>
        ))}
      </ul>
      {shown.length < items.length && (
        <Button size="small" onClick={() => setAll(true)}>
          {showRest(items.length - shown.length)}
        </Button>
      )}
    </>
  );
}
