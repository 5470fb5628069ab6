import type { ReactElement } from "react";
import type { Recalculated } from "../../actions";
import type { Session } from "../../session/session";
import { Changes } from "./Changes";
import { FormulaCheck } from "./FormulaCheck";
import { Problems } from "./Problems";
import { RecognisedColumns } from "./RecognisedColumns";

export interface CheckProps {
  readonly session: Session;
  readonly result: Recalculated;
  readonly disabled: boolean;
  readonly onShow: (address: string) => void;
}

/** 核对: what is to be mended, whether Excel agrees, what has changed, and what was recognised. */
export function CheckView({ session, result, disabled, onShow }: CheckProps): ReactElement {
  return (
    <>
      <Problems problems={result.problems} onShow={onShow} />
      <FormulaCheck
        differences={result.differences}
        compared={result.settings.options.writeAs === "formulas"}
        onShow={onShow}
      />
      <Changes result={result} onDepartment={(department) => session.show({ tab: "departments", department })} />
      <RecognisedColumns session={session} result={result} disabled={disabled} onShow={onShow} />
    </>
  );
}
