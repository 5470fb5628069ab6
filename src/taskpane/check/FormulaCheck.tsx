import type { ReactElement } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import type { Difference } from "../../actions";
import { CHECK } from "../../core/wording/pane";
import { Row } from "../controls/Row";
import { Section } from "../controls/Section";

const useStyles = makeStyles({
  agrees: { display: "flex", alignItems: "center", columnGap: "6px", margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  icon: { flexShrink: 0, fontSize: "16px", color: tokens.colorStatusSuccessForeground1 },
  differs: { margin: 0, color: tokens.colorPaletteRedForeground1 },
  list: { margin: 0, padding: 0, listStyle: "none" },
  place: { display: "block", fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  values: { display: "block", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

interface Props {
  readonly differences: readonly Difference[];
  readonly onShow: (address: string) => void;
}

/** Whether Excel's own formulas come to what the assessment says. */
export function FormulaCheck({ differences, onShow }: Props): ReactElement {
  const styles = useStyles();
  return (
    <Section heading={CHECK.heading}>
      {differences.length === 0 ? (
        <p className={styles.agrees}>
          <CheckmarkCircleRegular className={styles.icon} />
          {CHECK.agrees}
        </p>
      ) : (
        <>
          <p className={styles.differs}>{CHECK.differs(differences.length)}</p>
          <ul className={styles.list}>
            {differences.map((difference) => (
              <li key={difference.address}>
                <Row onClick={() => onShow(difference.address)}>
                  <span className={styles.place}>{difference.address}</span>
                  <span className={styles.values}>{CHECK.difference(difference.excel, difference.assessment)}</span>
                </Row>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
