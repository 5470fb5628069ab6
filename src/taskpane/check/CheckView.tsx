import type { ReactElement } from "react";
import type { Recalculated } from "../../actions";
import type { Session } from "../session";

export interface CheckProps {
  readonly session: Session;
  readonly result: Recalculated;
  readonly disabled: boolean;
  readonly onShow: (address: string) => void;
}

/** 核对: what is to be mended, whether Excel agrees, what has changed, and what was recognised. */
export function CheckView(_props: CheckProps): ReactElement | null {
  return null;
}
