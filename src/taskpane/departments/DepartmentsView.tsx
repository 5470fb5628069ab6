import type { ReactElement } from "react";
import type { Recalculated } from "../../actions";
import type { Session } from "../session";
import type { View } from "../view";

export interface DepartmentsProps {
  readonly session: Session;
  readonly result: Recalculated;
  readonly view: View;
  readonly onShow: (address: string) => void;
}

/** 部门: all of them, or the one that is open. */
export function DepartmentsView(_props: DepartmentsProps): ReactElement | null {
  return null;
}
