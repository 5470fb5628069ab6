import { useRef, useState, useSyncExternalStore, type ReactElement, type RefObject } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Recalculated } from "../../actions";
import type { DetailSheetReport } from "../../core/detail/report";
import { ACTIONS } from "../../core/wording/pane";
import { DETAILS } from "../../core/wording/detailPane";
import { loadDialogs } from "../shell/loadDialogs";
import { Section } from "../controls/Section";
import type { Session } from "../../session/session";
import { UnknownDepartments } from "./UnknownDepartments";
import { UnknownWords } from "./UnknownWords";
import { useLoaded } from "../shell/useLoaded";

const useStyles = makeStyles({
  note: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  list: { margin: 0, padding: 0, listStyle: "none" },
  sheet: { display: "flex", alignItems: "center", justifyContent: "space-between", columnGap: "8px", padding: "4px 0" },
  words: { minWidth: 0, overflowWrap: "anywhere" },
  name: { display: "block", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  rows: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  columns: { flexShrink: 0, minWidth: 0 },
  buttons: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(120px, 1fr))", gap: "8px" },
  button: { minWidth: 0, paddingLeft: "4px", paddingRight: "4px" },
});

interface Props {
  readonly session: Session;
  readonly result: Recalculated;
  /** Something runs: nothing else can be started. */
  readonly disabled: boolean;
  readonly onShow: (address: string) => void;
}

/** The detail sheets of the workbook: what was recognised in them, what has to be asked, and what can be made of them. */
export function DetailSheets({ session, result, disabled, onShow }: Props): ReactElement {
  const styles = useStyles();
  const { detail, assessment } = result;
  const [asking, setAsking] = useState<DetailSheetReport | "import" | null>(null);
  // A dialog leaves by being closed, not by being taken away: the pane behind it would stay hidden from screen readers.
  const [open, setOpen] = useState(false);
  const [times, setTimes] = useState(0);
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const importButton = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLButtonElement | null>(null);
  const dialogs = useLoaded(loadDialogs, asking !== null, session.fail);
  const idle = (work: () => unknown) => (): void => {
    if (!disabled) work();
  };
  const button = (label: string, onClick: () => unknown): ReactElement => (
    <Button className={styles.button} disabledFocusable={disabled} onClick={idle(onClick)}>
      {label}
    </Button>
  );
  const ask = (what: DetailSheetReport | "import"): void => {
    setAsking(what);
    setOpen(true);
    setTimes(times + 1);
  };
  const close = (): void => setOpen(false);
  return (
    <Section heading={DETAILS.heading} {...(detail && { count: detail.sheets.length })}>
      {detail ? (
        <ul className={styles.list}>
          {detail.sheets.map((sheet) => (
            <Sheet
              key={sheet.sheet}
              sheet={sheet}
              disabled={disabled}
              onAsk={(button) => {
                opener.current = button;
                ask(sheet);
              }}
            />
          ))}
        </ul>
      ) : (
        <p className={styles.note}>{result.detailUnread ? DETAILS.unread[result.detailUnread] : DETAILS.none}</p>
      )}
      <div className={styles.buttons}>
        {button(ACTIONS.insertTemplates, session.insertTemplates)}
        <Button
          ref={importButton}
          className={styles.button}
          disabledFocusable={disabled}
          aria-haspopup="dialog"
          onClick={idle(() => ask("import"))}
        >
          {ACTIONS.importFiles}
        </Button>
      </div>
      {detail && detail.unknownDepartments.length > 0 && (
        <UnknownDepartments
          unknown={detail.unknownDepartments}
          departments={assessment.departments.map(({ name }) => name).filter(Boolean)}
          disabled={disabled}
          onShow={onShow}
          onRemember={(aliases) => void session.rememberAndRecalculate({ aliases })}
        />
      )}
      {detail && detail.unknownWords.length > 0 && (
        <UnknownWords
          unknown={detail.unknownWords}
          disabled={disabled}
          onShow={onShow}
          onRemember={(words) => void session.rememberAndRecalculate({ words })}
        />
      )}
      {dialogs && asking === "import" && (
        <dialogs.ImportDialog
          key={times}
          open={open}
          session={session}
          state={state}
          opener={importButton}
          onClose={close}
        />
      )}
      {dialogs && asking && asking !== "import" && (
        <dialogs.ColumnsDialog
          key={times}
          open={open}
          sheet={asking}
          opener={opener as RefObject<HTMLButtonElement>}
          onClose={close}
          words={detail?.knownWords ?? []}
          onConfirm={(columns, words) =>
            void session.rememberAndRecalculate({
              columns: { [asking.sheet]: columns },
              ...(words.length > 0 ? { words } : {}),
            })
          }
        />
      )}
    </Section>
  );
}

interface SheetProps {
  readonly sheet: DetailSheetReport;
  readonly disabled: boolean;
  readonly onAsk: (button: HTMLButtonElement) => void;
}

function Sheet({ sheet: { kind, sheet, rows, used }, disabled, onAsk }: SheetProps): ReactElement {
  const styles = useStyles();
  return (
    <li className={styles.sheet}>
      <span className={styles.words}>
        <span className={styles.name}>{DETAILS.sheet(kind, sheet)}</span>
        <span className={styles.rows}>{DETAILS.rows(rows, used)}</span>
      </span>
      <Button
        className={styles.columns}
        size="small"
        aria-haspopup="dialog"
        aria-label={DETAILS.columnsOf(sheet)}
        disabledFocusable={disabled}
        onClick={(event) => !disabled && onAsk(event.currentTarget as HTMLButtonElement)}
      >
        {DETAILS.columns}
      </Button>
    </li>
  );
}
