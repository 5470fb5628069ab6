import { useState, type ReactElement, type RefObject } from "react";
import type { Session } from "../../session/session";
import type { Notice } from "../../session/sessionState";
import { loadDialogs } from "../shell/loadDialogs";
import { useLoaded } from "../shell/useLoaded";
import { saidBefore } from "./saidBefore";

type StoppedNotice = Extract<Notice, { kind: "stopped" }>;

interface Props {
  readonly session: Session;
  /** The notice of a run that did not find all columns; null where there is none. */
  readonly notice: StoppedNotice | null;
  /** Counts how often the person asked to say which column is which. */
  readonly asked: number;
  readonly opener: RefObject<HTMLButtonElement>;
}

/** Asks which column is which where a run has stopped for it, once the person wants to say so. */
export function ColumnQuestion({ session, notice, asked, opener }: Props): ReactElement | null {
  // What was asked about stands on after the notice has gone, so that the dialog leaves by being closed.
  const [last, setLast] = useState<{ notice: StoppedNotice; asked: number } | null>(null);
  if (notice && asked > 0 && last?.asked !== asked) setLast({ notice, asked });
  const [closed, setClosed] = useState(0);
  const dialogs = useLoaded(loadDialogs, last !== null, session.fail);
  if (!dialogs || !last) return null;
  const recognised = last.notice.recognised ?? [];
  return (
    <dialogs.ColumnUseDialog
      key={last.asked}
      open={closed !== last.asked}
      recognised={recognised}
      forgettable={saidBefore(recognised, last.notice.problems)}
      opener={opener}
      onClose={() => setClosed(last.asked)}
      onConfirm={(said) => void session.chooseColumns(said)}
    />
  );
}
