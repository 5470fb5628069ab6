import { useEffect, useRef, useState, type ReactElement, type ReactNode } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { showMore, showRest } from "../../core/wording/detailPane";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: "none" },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, ":last-child": { borderBottom: "none" } },
});

/** So many are drawn at first, and so many more each time they are asked for: thousands at once would hold the page up. */
const FIRST = 50;
const MORE = 200;

interface Props<Item> {
  readonly items: readonly Item[];
  readonly label: string;
  readonly children: (item: Item) => ReactNode;
}

/** A list that may be long: its first items, and more of them when asked for. */
export function LongList<Item>({ items, label, children }: Props<Item>): ReactElement {
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  const [drawn, setDrawn] = useState(FIRST);
  // The first of the items that came with the last press, where the button that had the focus has gone.
  const [reached, setReached] = useState<number | null>(null);
  useEffect(() => {
    if (reached !== null) list.current?.children[reached]?.querySelector<HTMLElement>("button")?.focus();
  }, [reached]);
  const shown = items.slice(0, drawn);
  const rest = items.length - shown.length;
  const more = (): void => {
    setDrawn(drawn + MORE);
    if (rest <= MORE) setReached(drawn);
  };
  return (
    <>
      <ul ref={list} className={styles.list} aria-label={label}>
        {shown.map((item, index) => (
          <li key={index} className={styles.item}>
            {children(item)}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button size="small" onClick={more}>
          {rest > MORE ? showMore(MORE, rest) : showRest(rest)}
        </Button>
      )}
    </>
  );
}
