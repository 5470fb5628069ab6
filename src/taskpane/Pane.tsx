import { useRef, useState, useSyncExternalStore, type ReactElement, type ReactNode } from "react";
import { FluentProvider, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { DepartmentAssessment } from "../core/assess/assessment";
import { FIRST, NOT_IN_EXCEL } from "../core/wording/pane";
import { ActionBar } from "./shell/ActionBar";
import { Behind } from "./overview/Behind";
import { Conflicts } from "./details/Conflicts";
import type * as Detail from "./details/detail";
import { FormulaCheck } from "./check/FormulaCheck";
import { Legend } from "./shell/Legend";
import { LiveRegion } from "./shell/LiveRegion";
import { NoticeBar } from "./shell/NoticeBar";
import { ProblemList } from "./check/ProblemList";
import { Progress } from "./shell/Progress";
import type { Session } from "./session";
import { Summary } from "./overview/Summary";
import { useTheme } from "./theme";
import { useLasting } from "./shell/useLasting";
import { useLoaded } from "./shell/useLoaded";

const useStyles = makeStyles({
  // The page scrolls within the provider, so that a dialog's backdrop covers all of it, scroll bar included.
  provider: { height: "100vh", overflowY: "auto" },
  page: {
    boxSizing: "border-box",
    maxWidth: "560px",
    margin: "0 auto",
    padding: "8px 12px 24px",
    display: "flex",
    flexDirection: "column",
    rowGap: "12px",
  },
  title: {
    display: "flex",
    alignItems: "center",
    minHeight: "32px",
    margin: 0,
    // Excel draws its own menu over the top right 34 × 32 px of the pane.
    paddingRight: "30px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  actions: { display: "flex", flexDirection: "column", rowGap: "8px" },
  first: { display: "flex", flexDirection: "column", rowGap: "8px", padding: "4px 0" },
  sentence: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  untouched: { color: tokens.colorNeutralForeground3 },
});

/** Spinners and greyed buttons come only with work that lasts longer than this, in milliseconds. */
const NOTICEABLE = 150;

const loadDetail = (): Promise<typeof Detail> => import(/* webpackChunkName: "detail" */ "./details/detail");

/** The whole pane; `inExcel` is false where the page was opened without Excel around it. */
export function Pane({ session, inExcel }: { readonly session: Session; readonly inExcel: boolean }): ReactElement {
  const styles = useStyles();
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const theme = useTheme();
  const lasting = useLasting(state.working !== null, NOTICEABLE);
  const primary = useRef<HTMLButtonElement>(null);
  const { result, notice, working } = state;
  const detail = useLoaded(loadDetail, result !== null, session.fail);
  const conflicts = (notice?.kind === "stopped" && notice.conflicts) || null;
  const [asked, setAsked] = useState(0);
  const [showNumbers, setShowNumbers] = useState(false);
  const show = (address: string): void => void session.showCell(address);
  // Notice and progress go with the button that was pressed on them: the focus must not be lost.
  const undo = (): void => {
    primary.current?.focus();
    void session.undoLast();
  };
  const cancel = (): void => {
    primary.current?.focus();
    session.cancel();
  };
  const close = (): void => {
    primary.current?.focus();
    session.dismiss();
  };
  const opened = (department: DepartmentAssessment): ReactNode => {
    const findings = result?.detail?.departments.find(({ row }) => row === department.row) ?? null;
    return detail && <detail.DepartmentDetail department={department} findings={findings} showNumbers={showNumbers} onShowNumbers={setShowNumbers} onShow={show} />;
  };
  return (
    <FluentProvider theme={theme} className={styles.provider}>
      <main className={styles.page}>
        <h1 className={styles.title}>{result?.title || FIRST.title}</h1>
        <div className={styles.actions}>
          <ActionBar session={session} state={state} disabled={!inExcel || lasting} primary={primary} />
          {lasting && working && <Progress working={working} onCancel={cancel} />}
        </div>
        {inExcel ? <LiveRegion notice={notice} working={lasting ? working : null} run={state.run} /> : <p role="alert">{NOT_IN_EXCEL}</p>}
        {notice && !lasting && <NoticeBar notice={notice} onUndo={state.undoable && undo} onClose={close} onShow={show} onChoose={conflicts && (() => setAsked(asked + 1))} />}
        <Conflicts session={session} conflicts={conflicts} asked={asked} opener={primary} />
        {result ? (
          <>
            <Summary assessment={result.assessment} />
            {detail && <detail.Search result={result} showNumbers={showNumbers} onShow={show} />}
            <Behind assessment={result.assessment} sheet={result.sheet} onShow={show} detail={opened} />
            {detail && result.detail && <detail.NextSteps steps={result.detail.nextSteps} assessment={result.assessment} sheet={result.sheet} onShow={show} />}
            {detail && <detail.DetailSheets session={session} result={result} disabled={!inExcel || lasting} showNumbers={showNumbers} onShow={show} />}
            {result.problems.length > 0 && <ProblemList problems={result.problems} onShow={show} headed />}
            <FormulaCheck differences={result.differences} onShow={show} />
          </>
        ) : (
          notice?.kind !== "stopped" && (
            <div className={styles.first}>
              <p className={styles.sentence}>{FIRST.what}</p>
              <p className={mergeClasses(styles.sentence, styles.untouched)}>{FIRST.untouched}</p>
            </div>
          )
        )}
        <Legend />
      </main>
    </FluentProvider>
  );
}
