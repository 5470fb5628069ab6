import { useId, useRef, type KeyboardEvent, type ReactElement, type ReactNode } from "react";
import { createFocusOutlineStyle, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { TAB_LABELS } from "../../core/wording/pane";
import { TABS, type Tab } from "../../session/view";

const useStyles = makeStyles({
  tabs: { display: "flex", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  tab: {
    position: "relative",
    flex: "1 1 0",
    minWidth: 0,
    margin: 0,
    padding: "8px 2px",
    border: "none",
    borderBottom: "3px solid transparent",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    font: "inherit",
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1Hover },
    // Contrast themes draw what is transparent: every tab would look chosen.
    "@media (forced-colors: active)": { borderBottomColor: "Canvas" },
    ...createFocusOutlineStyle(),
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    "@media (forced-colors: active)": { borderBottomColor: "Highlight" },
  },
  count: {
    marginLeft: "4px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: "tabular-nums",
  },
  panel: { display: "flex", flexDirection: "column", rowGap: "16px" },
});

interface Props {
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  /** Problems to be seen to, shown on 核对. */
  readonly problems: number;
  readonly children: ReactNode;
}

/**
 * The views under their tabs, by the pattern of the ARIA practices: arrows, Home and End go from tab to tab.
 * Fluent's TabList does the same, and brings its focus library into what the pane loads first.
 */
export function Tabs({ tab, onTab, problems, children }: Props): ReactElement {
  const styles = useStyles();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const at = TABS.indexOf(tab);
    const to = {
      ArrowRight: (at + 1) % TABS.length,
      ArrowLeft: (at + TABS.length - 1) % TABS.length,
      Home: 0,
      End: TABS.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onTab(TABS[to]!);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[to]?.focus();
  };
  return (
    <>
      <div ref={list} role="tablist" className={styles.tabs} onKeyDown={move}>
        {TABS.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`${id}${one}`}
            aria-selected={one === tab}
            aria-controls={`${id}panel`}
            tabIndex={one === tab ? 0 : -1}
            className={mergeClasses(styles.tab, one === tab && styles.chosen)}
            onClick={() => onTab(one)}
          >
            {TAB_LABELS[one]}
            {one === "check" && problems > 0 && <span className={styles.count}>{problems}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${tab}`} className={styles.panel}>
        {children}
      </div>
    </>
  );
}
