import type { ReactElement } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Difference } from "../../actions";
import { FORMULA_CHECK } from "../../core/wording/check";
import { LongList } from "../controls/LongList";
import { NamedRow } from "../controls/NamedRow";
import { Section } from "../controls/Section";
import { Sound } from "./Sound";

const useStyles = makeStyles({
  line: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  differs: { margin: 0, color: tokens.colorPaletteRedForeground1 },
});

interface Props {
  readonly differences: readonly Difference[];
  /** There are formulas to be compared; false where values were written instead. */
  readonly compared: boolean;
  readonly onShow: (address: string) => void;
}

/** Whether Excel's own formulas come to what the assessment says. */
export function FormulaCheck({ differences, compared, onShow }: Props): ReactElement {
  const styles = useStyles();
  return (
    <Section heading={FORMULA_CHECK.heading}>
      {!compared && <p className={styles.line}>{FORMULA_CHECK.values}</p>}
      {compared && differences.length === 0 && <Sound sentence={FORMULA_CHECK.agrees} />}
      {compared && differences.length > 0 && (
        <>
          <p className={styles.differs}>{FORMULA_CHECK.differs(differences.length)}</p>
          <LongList items={differences} label={FORMULA_CHECK.differs(differences.length)}>
            {({ address, excel, assessment }) => (
              <NamedRow
                name={address}
                lines={[FORMULA_CHECK.difference(excel, assessment)]}
                onClick={() => onShow(address)}
              />
            )}
          </LongList>
        </>
      )}
    </Section>
  );
}
