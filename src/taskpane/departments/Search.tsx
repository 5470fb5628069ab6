import { useDeferredValue, useMemo, type ReactElement } from "react";
import { Input, makeStyles, tokens } from "@fluentui/react-components";
import type { Recalculated } from "../../actions";
import { maskedNumber } from "../../core/wording/detail";
import { hitPlace, SEARCH } from "../../core/wording/detailPane";
import { findNames, HIT_GROUPS, namesIn, type Found } from "./findNames";
import { NamedRow } from "../controls/NamedRow";
import { Section } from "../controls/Section";

const useStyles = makeStyles({
  group: {
    display: "flex",
    alignItems: "baseline",
    columnGap: "6px",
    margin: "4px 0 0",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  count: {
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: "tabular-nums",
  },
  note: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
  list: { margin: 0, padding: 0, listStyle: "none" },
});

/** So many of a group are drawn. */
const FIRST = 20;

interface Props {
  readonly result: Recalculated;
  readonly words: string;
  readonly showNumbers: boolean;
  readonly onWords: (words: string) => void;
  /** Opens a department by its zero-based row. */
  readonly onDepartment: (row: number) => void;
  readonly onShow: (address: string) => void;
}

/** Finds departments, items and persons of the result by a part of their name or number. */
export function Search({ result, words, showNumbers, onWords, onDepartment, onShow }: Props): ReactElement {
  const styles = useStyles();
  const wanted = useDeferredValue(words.trim());
  const names = useMemo(() => namesIn(result), [result]);
  const hits = useMemo(() => findNames(names, wanted), [names, wanted]);
  const all = HIT_GROUPS.reduce((sum, group) => sum + hits[group].length, 0);
  const numberOf = (group: (typeof HIT_GROUPS)[number], { number }: Found): string =>
    number && group === "persons" && !showNumbers ? maskedNumber(number) : (number ?? "");
  return (
    <Section heading={SEARCH.heading}>
      <Input
        type="search"
        aria-label={SEARCH.label}
        placeholder={SEARCH.placeholder}
        value={words}
        onChange={(_, data) => onWords(data.value)}
      />
      <p className={styles.note} aria-live="polite">
        {wanted !== "" && (all === 0 ? SEARCH.nothing(wanted) : SEARCH.found(all))}
      </p>
      {HIT_GROUPS.map(
        (group) =>
          hits[group].length > 0 && (
            <div key={group}>
              <h3 className={styles.group}>
                {SEARCH[group]}
                <span className={styles.count}>{hits[group].length}</span>
              </h3>
              <ul className={styles.list} aria-label={SEARCH[group]}>
                {hits[group].slice(0, FIRST).map((found, index) => (
                  <li key={index}>
                    <NamedRow
                      name={found.name}
                      lines={[hitPlace({ name: found.department }, numberOf(group, found))]}
                      onClick={() => (found.row === null ? onShow(found.address) : onDepartment(found.row))}
                    />
                  </li>
                ))}
              </ul>
              {hits[group].length > FIRST && <p className={styles.note}>{SEARCH.firstOf(FIRST, hits[group].length)}</p>}
            </div>
          ),
      )}
    </Section>
  );
}
