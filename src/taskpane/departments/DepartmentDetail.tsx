import type { ReactElement } from "react";
import { makeStyles, Switch, tokens } from "@fluentui/react-components";
import type { Recalculated } from "../../actions";
import { type DepartmentAssessment } from "../../core/assess/assessment";
import { descriptorOf, INDICATORS, type Indicator } from "../../core/indicators/indicators";
import type { DepartmentFindings } from "../../core/detail/findings";
import { maskedNumber, MISSING_REASONS, STALE_ACCOUNT } from "../../core/wording/detail";
import { isRoundedUp, ROUNDED_UP } from "../../core/wording/departments";
import { INDICATOR_TITLES, NAMES } from "../../core/wording/detailPane";
import { Disclosure } from "../controls/Disclosure";
import { LongList } from "../controls/LongList";
import { NamedRow } from "../controls/NamedRow";
import { Calculation } from "./Calculation";

const useStyles = makeStyles({
  indicator: { borderTop: `1px solid ${tokens.colorNeutralStroke3}`, paddingTop: "6px" },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  note: {
    margin: "2px 0",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  switch: { marginLeft: "-8px" },
});

interface Props {
  readonly result: Recalculated;
  readonly department: DepartmentAssessment;
  /** Null where the workbook has no detail sheets. */
  readonly findings: DepartmentFindings | null;
  readonly showNumbers: boolean;
  readonly onShowNumbers: (show: boolean) => void;
  readonly onShow: (address: string) => void;
}

/** A department's four indicators, each worked out, with its names under it where the detail sheets give any. */
export function DepartmentDetail({
  result,
  department,
  findings,
  showNumbers,
  onShowNumbers,
  onShow,
}: Props): ReactElement {
  const styles = useStyles();
  return (
    <>
      {INDICATORS.map((indicator) => (
        <section key={indicator} className={styles.indicator} aria-label={INDICATOR_TITLES[indicator]}>
          <h3 className={styles.title}>{INDICATOR_TITLES[indicator]}</h3>
          <Calculation result={result} department={department} indicator={indicator} onShow={onShow} />
          {isRoundedUp(department[indicator]) && <p className={styles.note}>{ROUNDED_UP}</p>}
          {findings && hasNames(indicator, findings) && (
            <Disclosure label={NAMES.list(namesOf(indicator, findings))}>
              <Names
                indicator={indicator}
                needed={department[indicator].gap ?? 0}
                findings={findings}
                showNumbers={showNumbers}
                onShowNumbers={onShowNumbers}
                onShow={onShow}
              />
            </Disclosure>
          )}
        </section>
      ))}
      {!findings && (
        <p className={styles.note}>{result.detailUnread ? NAMES.unread[result.detailUnread] : NAMES.noDetail}</p>
      )}
    </>
  );
}

function namesOf(indicator: Indicator, findings: DepartmentFindings): number {
  const { of, list } = descriptorOf(indicator).detail;
  return findings[list].length + (of === "persons" ? findings.staleAccounts.length : 0);
}

function hasNames(indicator: Indicator, findings: DepartmentFindings): boolean {
  return namesOf(indicator, findings) > 0;
}

interface NamesProps {
  readonly indicator: Indicator;
  readonly needed: number;
  readonly findings: DepartmentFindings;
  readonly showNumbers: boolean;
  readonly onShowNumbers: (show: boolean) => void;
  readonly onShow: (address: string) => void;
}

function Names({ indicator, needed, findings, showNumbers, onShowNumbers, onShow }: NamesProps): ReactElement {
  const styles = useStyles();
  const { detail } = descriptorOf(indicator);
  if (detail.of === "items") {
    const items = findings[detail.list];
    const heading = detail.list === "uncovered" ? NAMES.uncovered(needed, items.length) : NAMES[detail.list];
    return (
      <>
        <p className={styles.note}>{heading}</p>
        <LongList items={items} label={heading}>
          {(item) => <NamedRow name={item.name} lines={[item.code ?? ""]} onClick={() => onShow(item.address)} />}
        </LongList>
      </>
    );
  }
  const number = (certificate: string | null): string =>
    certificate === null
      ? NAMES.noCertificate
      : NAMES.certificate(showNumbers ? certificate : maskedNumber(certificate));
  const { missingOfficers, staleAccounts } = findings;
  return (
    <>
      <Switch
        className={styles.switch}
        checked={showNumbers}
        onChange={(_, data) => onShowNumbers(data.checked)}
        label={NAMES.showNumbers}
      />
      {missingOfficers.length > 0 && (
        <>
          <p className={styles.note}>{NAMES.missingOfficers}</p>
          <LongList items={missingOfficers} label={NAMES.missingOfficers}>
            {(officer) => {
              const { reason, remedy } = MISSING_REASONS[officer.reason];
              return (
                <NamedRow
                  name={officer.name}
                  lines={[number(officer.certificate), NAMES.remedy(reason, remedy)]}
                  onClick={() => onShow(officer.address)}
                />
              );
            }}
          </LongList>
        </>
      )}
      {staleAccounts.length > 0 && (
        <>
          <p className={styles.note}>{NAMES.staleAccounts}</p>
          <LongList items={staleAccounts} label={NAMES.staleAccounts}>
            {(account) => (
              <NamedRow
                name={account.name}
                lines={[number(account.certificate), NAMES.remedy(STALE_ACCOUNT.reason, STALE_ACCOUNT.remedy)]}
                onClick={() => onShow(account.address)}
              />
            )}
          </LongList>
        </>
      )}
    </>
  );
}
