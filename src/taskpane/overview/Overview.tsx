import type { ReactElement } from "react";
import type { Recalculated } from "../../actions";
import type { Session, SessionState } from "../session";
import { Summary } from "./Summary";

interface Props {
  readonly session: Session;
  readonly state: SessionState;
  readonly result: Recalculated;
  readonly onShow: (address: string) => void;
}

/** 总览: where the county stands. */
export function Overview({ result }: Props): ReactElement {
  return <Summary assessment={result.assessment} />;
}
