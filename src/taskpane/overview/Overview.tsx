import type { ReactElement } from "react";
import type { Recalculated } from "../../actions";
import type { Session } from "../../session/session";
import type { SessionState } from "../../session/sessionState";
import { DetailSheets } from "../details/DetailSheets";
import { Behind } from "./Behind";
import { NextSteps } from "./NextSteps";
import { Outputs } from "./Outputs";
import { Standing } from "./Standing";
import { Summary } from "./Summary";
import { TrendSection } from "./TrendSection";

interface Props {
  readonly session: Session;
  readonly state: SessionState;
  readonly result: Recalculated;
  readonly disabled: boolean;
  readonly onShow: (address: string) => void;
}

/** 总览: where the county stands, who falls behind, and what to do next. */
export function Overview({ session, state, result, disabled, onShow }: Props): ReactElement {
  const { assessment, sheet, detail, settings } = result;
  const record = (): void => {
    if (!disabled) void session.recordHistory();
  };
  return (
    <>
      <Standing
        at={result.at}
        changedAt={state.changedAt}
        detailDiffers={result.detailDiffers === true}
        automatic={settings.options.automatic}
      />
      <Summary
        assessment={assessment}
        onFilter={(filter) => session.show({ tab: "departments", department: null, filter })}
      />
      <Behind
        assessment={assessment}
        onOpen={(department) => session.show({ tab: "departments", department })}
        onAll={() => session.show({ tab: "departments", department: null, filter: null, sort: "deduction" })}
      />
      {detail && <NextSteps steps={detail.nextSteps} assessment={assessment} sheet={sheet} onShow={onShow} />}
      <TrendSection trend={state.trend} onRecord={record} disabled={disabled} />
      <Outputs session={session} state={state} disabled={disabled} />
      <DetailSheets session={session} result={result} disabled={disabled} onShow={onShow} />
    </>
  );
}
