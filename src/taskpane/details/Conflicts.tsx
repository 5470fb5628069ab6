import { useState, type ReactElement, type RefObject } from "react";
import type { ActualConflict } from "../../core/detail/actuals";
import { loadDialogs } from "../shell/loadDialogs";
import type { Session } from "../../session/session";
import { useLoaded } from "../shell/useLoaded";

interface Props {
  readonly session: Session;
  readonly conflicts: readonly ActualConflict[] | null;
  /** Counts how often the person asked to see them again. */
  readonly asked: number;
  readonly opener: RefObject<HTMLButtonElement>;
}

/** Puts the question about contradicted numbers as soon as a recalculation has stopped with them, and again when asked. */
export function Conflicts({ session, conflicts, asked, opener }: Props): ReactElement | null {
  // They stand on after the question was answered, so that the dialog leaves by being closed.
  const [{ last, times }, setLast] = useState({ last: conflicts, times: 0 });
  if (conflicts && conflicts !== last) setLast({ last: conflicts, times: times + 1 });
  const dialogs = useLoaded(loadDialogs, last !== null, session.fail);
  const [closed, setClosed] = useState<{ conflicts: readonly ActualConflict[]; asked: number } | null>(null);
  if (!dialogs || !last) return null;
  const open = conflicts !== null && (closed?.conflicts !== conflicts || closed.asked !== asked);
  return (
    <dialogs.ConflictDialog
      key={`${times} ${asked}`}
      open={open}
      conflicts={last}
      opener={opener}
      onClose={() => setClosed({ conflicts: last, asked })}
      onConfirm={(replaced) => void session.settleConflicts(replaced.map(({ row, column }) => ({ row, column })))}
    />
  );
}
