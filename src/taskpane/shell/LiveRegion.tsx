import type { ReactElement } from "react";
import { makeStyles } from "@fluentui/react-components";
import { NOTICE, WORKING } from "../../core/wording/pane";
import { sentence } from "./sentence";
import type { Notice, SessionState } from "../../session/sessionState";

const useStyles = makeStyles({
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    margin: "-1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

interface Props {
  readonly notice: Notice | null;
  readonly working: SessionState["working"];
  readonly run: number;
}

/** Tells a screen reader what runs and how it ended. It stays in the page, so that each new sentence is spoken. */
export function LiveRegion({ notice, working, run }: Props): ReactElement {
  const styles = useStyles();
  return (
    <div role="status" className={styles.hidden}>
      <span key={run}>
        {working
          ? WORKING[working.cancelling ? "cancelling" : (working.stage ?? "starting")]
          : notice && spoken(notice)}
      </span>
    </div>
  );
}

function spoken(notice: Notice): string {
  switch (notice.kind) {
    case "recalculated":
      return sentence(notice) + NOTICE.standing(notice.result.assessment.totals);
    case "changed":
      return sentence(notice);
    case "stopped":
      return [sentence(notice), ...notice.problems.map((problem) => problem.message)].join(" ");
    case "failed":
      return `${sentence(notice)} ${notice.code}`;
  }
}
