import { useState, type ReactElement, type RefObject } from "react";
import type { ActualConflict } from "../core/detail/actuals";
import { loadDialogs } from "./loadDialogs";
import type { Session } from "./session";
import { useLoaded } from "./useLoaded";

interface Props {
  readonly session: Session;
  readonly conflicts: readonly ActualConflict[] | null;
  /** Counts how often the person asked to see them again. */
  readonly asked: number;
  readonly opener: RefObject<HTMLButtonElement>;
}

/** Puts the question about contradicted numbers as soon as a recalculation has stopped with them, and again when asked. */
export function Conflicts({ session, conflicts, asked, opener }: Props): ReactElement | null {
  const dialogs = useLoaded(loadDialogs, conflicts !== null, session.fail);
  const [closed, setClosed] = useState<{ conflicts: readonly ActualConflict[]; asked: number } | null>(null);
  if (!dialogs || !conflicts) return null;
  const open = closed?.conflicts !== conflicts || closed.asked !== asked;
  return (
    <dialogs.ConflictDialog
      key={asked}
      open={open}
      conflicts={conflicts}
      opener={opener}
      onClose={() => setClosed({ conflicts, asked })}
      onConfirm={(replaced) => void session.recalculate({ typedActuals: replaced.map(({ row, column }) => ({ row, column })) })}
    />
  );
}
