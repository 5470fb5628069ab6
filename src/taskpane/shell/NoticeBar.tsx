import { useEffect, useRef, type ReactElement } from "react";
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import { NOTICE } from "../../core/wording/pane";
import { ProblemList } from "../check/ProblemList";
import type { Notice } from "../../session/sessionState";
import { sentence } from "./sentence";

const useStyles = makeStyles({
  notice: { borderRadius: tokens.borderRadiusMedium, padding: "6px 6px 6px 10px" },
  // What was done and the way back stay in view, wherever in the pane the button was. Nothing is focused behind it: see the pane's scroll padding.
  // At the top right Excel draws its own menu, 34 px wide.
  staying: {
    position: "sticky",
    top: 0,
    zIndex: 2,
    paddingRight: "28px",
    "@media (max-height: 480px)": { position: "static" },
  },
  success: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
  },
  warning: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  error: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
  },
  head: { display: "flex", flexWrap: "wrap", alignItems: "flex-start", columnGap: "8px" },
  icon: { flexShrink: 0, marginTop: "4px", fontSize: "16px" },
  successIcon: { color: tokens.colorStatusSuccessForeground1 },
  warningIcon: { color: tokens.colorStatusWarningForeground3 },
  errorIcon: { color: tokens.colorStatusDangerForeground1 },
  sentence: {
    flex: "1 1 110px",
    margin: "2px 0",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  detail: {
    margin: "4px 4px 2px 24px",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  undo: { minWidth: 0, flexShrink: 0, backgroundColor: tokens.colorNeutralBackground1 },
  close: { flexShrink: 0, minWidth: "24px" },
});

const LOOKS = {
  recalculated: { tone: "success", Icon: CheckmarkCircleFilled },
  changed: { tone: "success", Icon: CheckmarkCircleFilled },
  stopped: { tone: "warning", Icon: WarningFilled },
  failed: { tone: "error", Icon: ErrorCircleFilled },
} as const;

interface Props {
  readonly notice: Notice;
  /** Null where there is nothing to undo now. */
  readonly onUndo: (() => void) | null;
  /** Asks again what could not be decided; null where there is nothing to choose. */
  readonly onChoose: (() => void) | null;
  /** Asks which column is which; null where the columns are not what it stopped for. */
  readonly onColumns: (() => void) | null;
  readonly onClose: () => void;
  readonly onShow: (address: string) => void;
}

/** How the last action ended: with the way back beside it, or with what to do first. */
export function NoticeBar({ notice, onUndo, onChoose, onColumns, onClose, onShow }: Props): ReactElement {
  const styles = useStyles();
  const { tone, Icon } = LOOKS[notice.kind];
  const canUndo = notice.kind === "recalculated" || (notice.kind === "changed" && notice.action !== "undoLast");
  const problems =
    (notice.kind === "stopped" || notice.kind === "changed") && notice.problems && notice.problems.length > 0
      ? notice.problems
      : null;
  const staying = tone === "success" && problems === null;
  const bar = useRef<HTMLDivElement>(null);
  // What has to be read is too high to stay: it is brought into view once.
  useEffect(() => {
    if (!staying) bar.current?.scrollIntoView?.({ block: "nearest" });
  }, [notice, staying]);
  return (
    <div ref={bar} className={mergeClasses(styles.notice, styles[tone], staying && styles.staying)}>
      <div className={styles.head}>
        <Icon className={mergeClasses(styles.icon, styles[`${tone}Icon`])} />
        <p className={styles.sentence}>{sentence(notice)}</p>
        {canUndo && onUndo && (
          <Button className={styles.undo} size="small" onClick={onUndo}>
            {NOTICE.undo}
          </Button>
        )}
        {onChoose && (
          <Button className={styles.undo} size="small" aria-haspopup="dialog" onClick={onChoose}>
            {NOTICE.choose}
          </Button>
        )}
        {onColumns && (
          <Button className={styles.undo} size="small" aria-haspopup="dialog" onClick={onColumns}>
            {NOTICE.columns}
          </Button>
        )}
        <Button
          className={styles.close}
          appearance="transparent"
          size="small"
          icon={<DismissRegular />}
          aria-label={NOTICE.close}
          onClick={onClose}
        />
      </div>
      {problems && <ProblemList problems={problems} onShow={onShow} />}
      {notice.kind === "failed" && (
        <p className={styles.detail}>
          {notice.code}
          <br />
          {notice.detail}
        </p>
      )}
    </div>
  );
}
