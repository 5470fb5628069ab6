import { useEffect, useRef, useState, useSyncExternalStore, type ReactElement } from "react";
import { FluentProvider, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { FIRST, NOT_IN_EXCEL } from "../core/wording/pane";
import { ColumnQuestion } from "./check/ColumnQuestion";
import { Conflicts } from "./details/Conflicts";
import type { Session } from "../session/session";
import type { SessionState } from "../session/sessionState";
import type * as SettingsModule from "./settings/SettingsView";
import { ActionBar } from "./shell/ActionBar";
import { Environment } from "./shell/Environment";
import { Legend } from "./shell/Legend";
import { LiveRegion } from "./shell/LiveRegion";
import type { Missing } from "./shell/surroundings";
import { Tabs } from "./shell/Tabs";
import { useLasting } from "./shell/useLasting";
import { useLoaded } from "./shell/useLoaded";
import { usePainted } from "./shell/usePainted";
import type * as Views from "./shell/views";
import { Welcome } from "./shell/Welcome";
import { rememberWelcomed, welcomed } from "./shell/welcomed";
import { useTheme } from "./theme";

const useStyles = makeStyles({
  // The page scrolls within the provider, so that a dialog's backdrop covers all of it, scroll bar included.
  provider: { height: "100vh", overflowY: "auto" },
  // A notice may stand at the top: what is focused scrolls to below it.
  withNotice: { scrollPaddingTop: "140px", "@media (max-height: 480px)": { scrollPaddingTop: 0 } },
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

const loadViews = (): Promise<typeof Views> => import(/* webpackChunkName: "views" */ "./shell/views");
const loadSettings = (): Promise<typeof SettingsModule> =>
  import(/* webpackChunkName: "settings" */ "./settings/SettingsView");

interface Props {
  readonly session: Session;
  /** False where nothing can be done: the page was opened without Excel around it, or in one that lacks what is needed. */
  readonly inExcel: boolean;
  /** What is missing here. */
  readonly missing?: readonly Missing[];
  /** Told once, when the first view stands: time for what is behind it. Must stay the same. */
  readonly onPainted?: () => void;
}

const NOTHING: readonly Missing[] = [];
const NO_EXCEL: readonly Missing[] = [{ what: "browser", stop: true, sentence: NOT_IN_EXCEL }];

/** The whole pane. */
export function Pane({ session, inExcel, missing = inExcel ? NOTHING : NO_EXCEL, onPainted }: Props): ReactElement {
  const styles = useStyles();
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const theme = useTheme();
  const lasting = useLasting(state.working !== null, NOTICEABLE);
  const primary = useRef<HTMLButtonElement>(null);
  const { result, notice, working, view } = state;
  const conflicts = (notice?.kind === "stopped" && notice.conflicts) || null;
  const [asked, setAsked] = useState(0);
  const unrecognised = notice?.kind === "stopped" && notice.recognised ? notice : null;
  const [columnsAsked, setColumnsAsked] = useState(0);
  // Notice and progress go with the button that was pressed on them: the focus must not be lost.
  const onPrimary = (work: () => unknown) => (): void => {
    primary.current?.focus();
    work();
  };
  const disabled = !inExcel || lasting;
  // None of it is seen before something has been done.
  const wanted = result !== null || notice !== null || working !== null;
  const painted = usePainted();
  useEffect(() => {
    if (painted) onPainted?.();
  }, [painted, onPainted]);
  const views = useLoaded(loadViews, wanted || (inExcel && painted), session.fail);
  return (
    <FluentProvider theme={theme} className={mergeClasses(styles.provider, notice !== null && styles.withNotice)}>
      <main className={styles.page}>
        <h1 className={styles.title}>{result?.title || FIRST.title}</h1>
        <Environment missing={missing} next={primary} />
        <div className={styles.actions}>
          <ActionBar session={session} state={state} disabled={disabled} primary={primary} />
          {lasting && working && views && <views.Progress working={working} onCancel={onPrimary(session.cancel)} />}
        </div>
        {inExcel && <LiveRegion notice={notice} working={lasting ? working : null} run={state.run} />}
        {notice && !lasting && views && (
          <views.NoticeBar
            notice={notice}
            onUndo={state.undoable && onPrimary(session.undoLast)}
            onClose={onPrimary(session.dismiss)}
            onShow={(address) => void session.showCell(address)}
            onChoose={conflicts && (() => setAsked(asked + 1))}
            onColumns={unrecognised && (() => setColumnsAsked(columnsAsked + 1))}
          />
        )}
        <Conflicts session={session} conflicts={conflicts} asked={asked} opener={primary} />
        <ColumnQuestion session={session} notice={unrecognised} asked={columnsAsked} opener={primary} />
        <Tabs
          tab={view.tab}
          onTab={(tab) => session.show({ tab })}
          problems={(result?.problems.length ?? 0) + (result?.differences.length ?? 0)}
        >
          <Panel session={session} state={state} views={views} disabled={disabled} />
        </Tabs>
        <Legend />
      </main>
    </FluentProvider>
  );
}

interface PanelProps {
  readonly session: Session;
  readonly state: SessionState;
  /** What is loaded behind the first view; null until it is there. */
  readonly views: typeof Views | null;
  readonly disabled: boolean;
}

/** The view that is open. */
function Panel({ session, state, views, disabled }: PanelProps): ReactElement | null {
  const styles = useStyles();
  const { result, view } = state;
  const settings = useLoaded(loadSettings, view.tab === "settings", session.fail);
  const show = (address: string): void => void session.showCell(address);
  const held = result?.settings ?? state.settings;
  if (view.tab === "settings")
    return settings && held && <settings.SettingsView session={session} settings={held} disabled={disabled} />;
  if (!result)
    return view.tab === "overview" ? (
      <First session={session} state={state} />
    ) : (
      <p className={mergeClasses(styles.sentence, styles.untouched)}>{FIRST.notYet}</p>
    );
  switch (view.tab) {
    case "overview":
      return (
        views && <views.Overview session={session} state={state} result={result} disabled={disabled} onShow={show} />
      );
    case "departments":
      return (
        views && (
          <views.DepartmentsView session={session} result={result} view={view} trend={state.trend} onShow={show} />
        )
      );
    case "check":
      return views && <views.CheckView session={session} result={result} disabled={disabled} onShow={show} />;
  }
}

/** Before anything was computed. */
function First({ session, state: { notice } }: Pick<PanelProps, "session" | "state">): ReactElement | null {
  const styles = useStyles();
  const [welcome, setWelcome] = useState(() => !welcomed());
  const skip = (): void => {
    rememberWelcomed();
    setWelcome(false);
  };
  if (notice?.kind === "stopped") return null;
  if (welcome) return <Welcome onSample={() => void session.openSample()} onSkip={skip} />;
  return (
    <div className={styles.first}>
      <p className={styles.sentence}>{FIRST.what}</p>
      <p className={mergeClasses(styles.sentence, styles.untouched)}>{FIRST.untouched}</p>
    </div>
  );
}
