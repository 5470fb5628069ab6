import type { ReactElement, RefObject } from "react";
import type { Session } from "../session";

interface Props {
  readonly open: boolean;
  readonly session: Session;
  /** Zero-based row of the department that is open in 部门; null where none is. */
  readonly department: number | null;
  readonly opener: RefObject<HTMLButtonElement>;
  readonly onClose: () => void;
}

/** Asks which departments get a notice, and makes or removes them. */
export function NoticesDialog(_props: Props): ReactElement | null {
  return null;
}
