import { useRef, useState, type ReactElement, type RefObject } from "react";
import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from "@fluentui/react-components";
import { IMPORT_DIALOG } from "../../core/wording/detailPane";
import { CANCEL } from "../../core/wording/pane";
import type { ImportMode, ImportPreview } from "../../session/actions";
import { FilePicker } from "./FilePicker";
import { FocusBack } from "../controls/FocusBack";
import { ImportOutline } from "./ImportOutline";
import { ProblemList } from "../check/ProblemList";
import { Progress } from "../shell/Progress";
import { readPicked } from "./readPicked";
import type { Session } from "../../session/session";
import type { SessionState } from "../../session/sessionState";

const useStyles = makeStyles({
  actions: { gridColumn: "1 / -1", display: "flex", flexWrap: "wrap", justifyContent: "flex-end", gap: "8px" },
  content: { display: "flex", flexDirection: "column", rowGap: "10px" },
  sentence: { margin: 0, overflowWrap: "anywhere" },
});

interface Props {
  readonly open: boolean;
  readonly session: Session;
  readonly state: SessionState;
  readonly opener: RefObject<HTMLButtonElement>;
  readonly onClose: () => void;
}

/** Picks exported files, shows what they would bring, and imports them once that is confirmed. */
export function ImportDialog({ open, session, state: { working, notice }, opener, onClose }: Props): ReactElement {
  const styles = useStyles();
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [mode, setMode] = useState<ImportMode>("merge");
  const [said, setSaid] = useState<string | null>(null);
  /** The last reading, if it came to nothing, is told by the notice. */
  const [failed, setFailed] = useState(false);
  const busy = useRef(false);
  const read = async (files: readonly File[]): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setPreview(null);
    setFailed(false);
    try {
      const { picked, refused } = await readPicked(files);
      setSaid(refused.length > 0 ? IMPORT_DIALOG.wrongType(refused) : null);
      if (picked.length === 0) return;
      const found = await session.readImport(picked);
      setPreview(found);
      setFailed(found === null);
    } catch {
      setSaid(IMPORT_DIALOG.unreadable);
    } finally {
      busy.current = false;
    }
  };
  const close = (): void => {
    if (working) session.cancel();
    onClose();
  };
  const ready = preview !== null && preview.kinds.length > 0;
  return (
    <Dialog open={open} modalType="alert" onOpenChange={(_, data) => data.open || close()}>
      <DialogSurface>
        <FocusBack to={opener} />
        <DialogBody>
          <DialogTitle>{IMPORT_DIALOG.title}</DialogTitle>
          <DialogContent className={styles.content}>
            {preview ? (
              <ImportOutline preview={preview} mode={mode} onMode={setMode} />
            ) : working ? (
              <Progress working={working} onCancel={session.cancel} />
            ) : (
              <FilePicker onPick={(files) => void read(files)} />
            )}
            <div role="alert">
              {said && <p className={styles.sentence}>{said}</p>}
              {failed && !working && (
                <>
                  <p className={styles.sentence}>{IMPORT_DIALOG.stopped}</p>
                  {notice?.kind === "stopped" && <ProblemList problems={notice.problems} onShow={null} />}
                  {notice?.kind === "failed" && <p className={styles.sentence}>{`${notice.code} ${notice.detail}`}</p>}
                </>
              )}
            </div>
          </DialogContent>
          <div className={styles.actions}>
            <Button onClick={close}>{CANCEL}</Button>
            {preview && <Button onClick={() => setPreview(null)}>{IMPORT_DIALOG.again}</Button>}
            {ready && (
              <Button
                appearance="primary"
                onClick={() => {
                  onClose();
                  void session.importFiles(preview, mode);
                }}
              >
                {IMPORT_DIALOG.confirm}
              </Button>
            )}
          </div>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
