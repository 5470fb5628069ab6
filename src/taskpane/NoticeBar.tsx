import type { ReactElement } from "react";
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { NOTICE } from "../core/wording/pane";
import type { Notice } from "./session";

const useStyles = makeStyles({
  bar: { alignItems: "flex-start", paddingTop: "8px", paddingBottom: "8px" },
  detail: { display: "block", marginTop: "4px", fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere" },
});

const INTENTS = { recalculated: "success", changed: "success", stopped: "warning", failed: "error" } as const;

interface Props {
  readonly notice: Notice;
  /** Null where there is nothing to undo now. */
  readonly onUndo: (() => unknown) | null;
  readonly onClose: () => void;
}

/** How the last action ended, with the way back beside it. */
export function NoticeBar({ notice, onUndo, onClose }: Props): ReactElement {
  const styles = useStyles();
  const undo = (notice.kind === "recalculated" || (notice.kind === "changed" && notice.action !== "undoLast")) && onUndo;
  return (
    <MessageBar intent={INTENTS[notice.kind]} layout="multiline" className={styles.bar}>
      <MessageBarBody>
        {sentence(notice)}
        {notice.kind === "failed" && (
          <span className={styles.detail}>
            {notice.code}
            <br />
            {notice.detail}
          </span>
        )}
      </MessageBarBody>
      <MessageBarActions containerAction={<Button appearance="transparent" size="small" icon={<DismissRegular />} aria-label={NOTICE.close} onClick={onClose} />}>
        {undo && (
          <Button size="small" onClick={undo}>
            {NOTICE.undo}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}

/** What happened, without the problems or the code that go with it. */
export function sentence(notice: Notice): string {
  switch (notice.kind) {
    case "recalculated":
      return NOTICE.recalculated(notice.result.sheet, notice.result.assessment.totals);
    case "changed":
      return notice.message;
    case "stopped":
      return NOTICE.stopped(notice.action);
    case "failed":
      return NOTICE.failed;
  }
}
