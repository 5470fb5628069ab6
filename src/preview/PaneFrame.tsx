import { useLayoutEffect } from "react";
import { PREVIEW } from "../core/wording/preview";
import { offer, type RibbonCommands } from "../host/boot/page";
import type { Host } from "../host/host";

interface Props {
  readonly title: string;
  readonly host: Host;
  /** The pane's page runs on while it is closed, as in Excel's shared runtime. */
  readonly open: boolean;
  readonly onClose: () => void;
  /** Called when the page has loaded so far that the ribbon can reach its functions. */
  readonly onConnected: (commands: RibbonCommands) => void;
}

/** The add-in's own page in a frame. It finds its Excel in this page when it loads. */
export function PaneFrame({ title, host, open, onClose, onConnected }: Props) {
  useLayoutEffect(() => offer(window, host, onConnected), [host, onConnected]);
  return (
    <aside className="pane" aria-label={title} hidden={!open}>
      <div className="pane-head">
        {title}
        <button type="button" className="quiet" onClick={onClose} aria-label={PREVIEW.closePane}>
          ✕
        </button>
      </div>
      <iframe title={title} src="taskpane.html" />
    </aside>
  );
}
