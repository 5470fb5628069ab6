import type { Recalculated } from "../../actions";
import { recalculatedAndRecorded } from "../../core/wording/history";
import { NOTICE } from "../../core/wording/pane";
import type { Notice } from "../../session/sessionState";

/** What happened, without the problems or the code that go with it. */
export function sentence(notice: Notice): string {
  switch (notice.kind) {
    case "recalculated":
      return (notice.saved ? NOTICE.saved : "") + recalculatedSentence(notice.result);
    case "changed":
      return notice.message;
    case "stopped":
      return NOTICE.stopped(notice.action);
    case "failed":
      return NOTICE.failed;
  }
}

function recalculatedSentence({ assessment: { totals }, recorded }: Recalculated): string {
  return recorded
    ? recalculatedAndRecorded(
        totals.departments,
        recorded.done ? null : recorded.problems.map(({ message }) => message),
      )
    : NOTICE.recalculated(totals);
}
