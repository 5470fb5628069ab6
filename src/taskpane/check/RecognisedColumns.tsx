import { useRef, useState, type ReactElement } from "react";
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Recalculated } from "../../actions";
import { columnLetters, sheetAddress } from "../../core/cells/address";
import { RECOGNISED, columnUse } from "../../core/wording/check";
import { Row } from "../controls/Row";
import { Section } from "../controls/Section";
import type { Session } from "../../session/session";
import { loadDialogs } from "../shell/loadDialogs";
import { useLoaded } from "../shell/useLoaded";
import { saidBefore } from "./saidBefore";

const useStyles = makeStyles({
  intro: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", gap: "6px" },
  hint: {
    flex: "1 1 160px",
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    tableLayout: "fixed",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  letters: { width: "12%" },
  head: {
    padding: "4px 6px 4px 0",
    textAlign: "left",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cell: {
    padding: "2px 6px 2px 0",
    textAlign: "left",
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: "anywhere",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  unused: { color: tokens.colorNeutralForeground3 },
  chosen: { display: "block", color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly session: Session;
  readonly result: Recalculated;
  readonly disabled: boolean;
  readonly onShow: (address: string) => void;
}

/** Which column of the table was taken for what, and the way to say otherwise. */
export function RecognisedColumns({
  session,
  result: { recognised, problems, sheet },
  disabled,
  onShow,
}: Props): ReactElement {
  const styles = useStyles();
  const opener = useRef<HTMLButtonElement>(null);
  // Counts how often it was opened: each time it begins with what was recognised.
  const [{ times, open }, setAsking] = useState({ times: 0, open: false });
  const dialogs = useLoaded(loadDialogs, times > 0, session.fail);
  return (
    <Section heading={RECOGNISED.heading}>
      <div className={styles.intro}>
        <p className={styles.hint}>{RECOGNISED.hint}</p>
        <Button
          ref={opener}
          size="small"
          aria-haspopup="dialog"
          disabledFocusable={disabled}
          onClick={() => disabled || setAsking({ times: times + 1, open: true })}
        >
          {RECOGNISED.correct}
        </Button>
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.letters)}>
              {RECOGNISED.letters}
            </th>
            <th scope="col" className={styles.head}>
              {RECOGNISED.header}
            </th>
            <th scope="col" className={styles.head}>
              {RECOGNISED.use}
            </th>
          </tr>
        </thead>
        <tbody>
          {recognised.map(({ at, header, column, chosen }) => (
            <tr key={at}>
              <td className={styles.cell}>{columnLetters(at)}</td>
              <th scope="row" className={styles.cell}>
                <Row onClick={() => onShow(sheetAddress(sheet, `${columnLetters(at)}:${columnLetters(at)}`))}>
                  {header}
                </Row>
              </th>
              <td className={mergeClasses(styles.cell, column === null && styles.unused)}>
                {column === null ? RECOGNISED.unused : columnUse(column)}
                {chosen && <span className={styles.chosen}>{RECOGNISED.chosen}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {dialogs && (
        <dialogs.ColumnUseDialog
          key={times}
          open={open}
          recognised={recognised}
          forgettable={saidBefore(recognised, problems)}
          opener={opener}
          onClose={() => setAsking({ times, open: false })}
          onConfirm={(said) => void session.chooseColumns(said)}
        />
      )}
    </Section>
  );
}
