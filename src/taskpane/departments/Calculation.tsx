import type { ReactElement } from "react";
import { createFocusOutlineStyle, makeStyles, tokens } from "@fluentui/react-components";
import type { Recalculated } from "../../actions";
import type { DepartmentAssessment } from "../../core/assess/assessment";
import type { Indicator } from "../../core/indicators/indicators";
import { calculation, DEPARTMENTS, FIGURE_NAMES } from "../../core/wording/departments";
import { figurePlace } from "./figurePlaces";

const useStyles = makeStyles({
  line: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: "24px",
    fontVariantNumeric: "tabular-nums",
    overflowWrap: "anywhere",
  },
  clause: { display: "inline-block" },
  figure: {
    position: "relative",
    margin: 0,
    // A target within a sentence; each is 24 px high all the same.
    minHeight: "24px",
    padding: "0 1px",
    border: "none",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: "transparent",
    color: tokens.colorBrandForegroundLink,
    font: "inherit",
    textDecorationLine: "underline",
    textDecorationStyle: "dotted",
    textUnderlineOffset: "3px",
    cursor: "pointer",
    ":hover": { textDecorationStyle: "solid", backgroundColor: tokens.colorSubtleBackgroundHover },
    ...createFocusOutlineStyle(),
  },
});

interface Props {
  readonly result: Recalculated;
  readonly department: DepartmentAssessment;
  readonly indicator: Indicator;
  readonly onShow: (address: string) => void;
}

/** The calculation of one indicator written out; each figure leads to its cell. */
export function Calculation({ result, department, indicator, onShow }: Props): ReactElement {
  const styles = useStyles();
  return (
    <p className={styles.line}>
      {calculation(indicator, department[indicator], result.settings.rules.caps[indicator]).map((clause, index) => (
        <span key={index} className={styles.clause}>
          {clause.map(({ text, of }, at) => {
            const place = of && figurePlace(result, department, indicator, of);
            if (!place) return <span key={at}>{text}</span>;
            return (
              <button
                key={at}
                type="button"
                className={styles.figure}
                aria-label={DEPARTMENTS.figure(FIGURE_NAMES[of], text)}
                onClick={() => onShow(place)}
              >
                {text}
              </button>
            );
          })}
        </span>
      ))}
    </p>
  );
}
