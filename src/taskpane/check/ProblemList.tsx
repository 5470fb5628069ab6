import type { ReactElement } from "react";
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ErrorCircleRegular } from "@fluentui/react-icons/svg/error-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { Problem, Severity } from "../../core/problems/problem";
import { PROBLEMS } from "../../core/wording/pane";
import { LongList } from "../controls/LongList";
import { Row } from "../controls/Row";

const useStyles = makeStyles({
  problem: { display: "flex", columnGap: "8px" },
  icon: { flexShrink: 0, marginTop: "2px", fontSize: "16px" },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  body: { display: "flex", flexDirection: "column", minWidth: 0, overflowWrap: "anywhere" },
  message: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  place: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

const ICONS = { error: ErrorCircleRegular, warning: WarningRegular } as const;
const ORDER: readonly Severity[] = ["error", "warning"];

interface Props {
  readonly problems: readonly Problem[];
  /** Null where the places are in no open workbook, as those in a file. */
  readonly onShow: ((address: string) => void) | null;
}

/** Problems, the graver first, each leading to its cell where it has one. */
export function ProblemList({ problems, onShow }: Props): ReactElement {
  const styles = useStyles();
  const sorted = [...problems].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  return (
    <LongList items={sorted} label={PROBLEMS.heading}>
      {(problem) => {
        const Icon = ICONS[problem.severity];
        return (
          <Row onClick={onShow && problem.address.includes("!") ? () => onShow(problem.address) : null}>
            <span className={styles.problem}>
              <Icon
                className={mergeClasses(styles.icon, styles[problem.severity])}
                title={PROBLEMS.severity[problem.severity]}
              />
              <span className={styles.body}>
                <span className={styles.message}>{problem.message}</span>
                <span className={styles.place}>{[problem.address, problem.code].filter(Boolean).join(" · ")}</span>
              </span>
            </span>
          </Row>
        );
      }}
    </LongList>
  );
}
