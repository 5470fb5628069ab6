import { useId, useState, type ReactElement } from "react";
import { Button, makeStyles, mergeClasses, Textarea, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircleRegular } from "@fluentui/react-icons/svg/error-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { CheckOutcome, CheckResult, SelfTestReport } from "../../actions";
import { CASES, CHECKS, OUTCOMES, SELF_TEST } from "../../core/wording/selfTest";
import { Disclosure } from "../controls/Disclosure";
import { Section } from "../controls/Section";
import type { Session } from "../../session/session";

const useStyles = makeStyles({
  body: { display: "flex", flexDirection: "column", rowGap: "10px", paddingTop: "4px" },
  text: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  note: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
  status: {
    display: "flex",
    columnGap: "8px",
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { display: "flex", flexDirection: "column", rowGap: "8px", margin: 0, padding: 0, listStyleType: "none" },
  check: { display: "flex", columnGap: "8px" },
  words: {
    display: "flex",
    flexDirection: "column",
    minWidth: 0,
    overflowWrap: "anywhere",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  detail: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  icon: { flexShrink: 0, marginTop: "2px", fontSize: "16px" },
  passed: { color: tokens.colorStatusSuccessForeground1 },
  differs: { color: tokens.colorStatusWarningForeground1 },
  failed: { color: tokens.colorStatusDangerForeground1 },
  facts: {
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    columnGap: "12px",
    rowGap: "2px",
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  fact: { margin: 0 },
});

interface Props {
  readonly session: Session;
  /** Of the last run; null before it. */
  readonly report: SelfTestReport | null;
  readonly disabled: boolean;
}

/** 自检: starts it, shows what it has found, and gives the report out. */
export function SelfTest({ session, report, disabled }: Props): ReactElement {
  const styles = useStyles();
  const id = useId();
  return (
    <Section heading={SELF_TEST.heading}>
      <div className={styles.body}>
        <p id={id} className={styles.text}>
          {SELF_TEST.what}
        </p>
        <p className={styles.note}>{SELF_TEST.privacy}</p>
        <div className={styles.buttons}>
          <Button disabledFocusable={disabled} aria-describedby={id} onClick={() => void session.selfTest()}>
            {report ? SELF_TEST.again : SELF_TEST.start}
          </Button>
        </div>
        {/* It stays in the page, so that what comes into it is spoken. */}
        <div aria-live="polite">{report && <Standing report={report} />}</div>
        {report && <Report report={report} />}
      </div>
    </Section>
  );
}

const of = ({ checks }: SelfTestReport, outcome: CheckOutcome): number =>
  checks.filter((check) => check.outcome === outcome).length;

/** How it ended, in a sentence. */
function Standing({ report }: { readonly report: SelfTestReport }): ReactElement {
  const styles = useStyles();
  const differs = of(report, "differs");
  const open = report.checks.length - of(report, "passed") - differs - of(report, "unsupported");
  const sentence = !report.passed
    ? SELF_TEST.failed(open)
    : differs > 0
      ? SELF_TEST.differs(differs)
      : SELF_TEST.passed(of(report, "passed"));
  return (
    <>
      <p className={styles.status}>
        <Icon outcome={!report.passed ? "failed" : differs > 0 ? "differs" : "passed"} />
        <span>{sentence}</span>
      </p>
      {report.left !== null && <p className={styles.text}>{SELF_TEST.left(report.left)}</p>}
    </>
  );
}

function Report({ report }: { readonly report: SelfTestReport }): ReactElement {
  const odd = report.checks.filter(({ outcome }) => outcome === "failed" || outcome === "differs");
  return (
    <>
      {odd.length > 0 && <Checks checks={odd} report={report} />}
      <div>
        <Disclosure label={SELF_TEST.list}>
          <Checks checks={report.checks} report={report} />
        </Disclosure>
        <Disclosure label={SELF_TEST.details}>
          <Facts report={report} />
        </Disclosure>
      </div>
      <GivingOut report={report} />
    </>
  );
}

function Checks({
  checks,
  report,
}: {
  readonly checks: readonly CheckResult[];
  readonly report: SelfTestReport;
}): ReactElement {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {checks.map(({ check, outcome, findings, more, error, milliseconds, requests }) => (
        <li key={check} className={styles.check}>
          <Icon outcome={outcome} />
          <span className={styles.words}>
            <span>{CHECKS[check]}</span>
            <span className={styles.detail}>
              {[
                OUTCOMES[outcome],
                ...(outcome === "skipped"
                  ? []
                  : [SELF_TEST.seconds(milliseconds), `${SELF_TEST.requests} ${SELF_TEST.times(requests)}`]),
              ].join(" · ")}
            </span>
            {check === "values" && report.cases.length > 0 && <CasesLine cases={report.cases} />}
            {error !== null && <span className={styles.detail}>{error}</span>}
            {findings.slice(0, 3).map(({ at, expected, found }) => (
              <span key={at} className={styles.detail}>
                {SELF_TEST.finding(at, expected, found)}
              </span>
            ))}
            {findings.length + more > 3 && (
              <span className={styles.detail}>{SELF_TEST.more(findings.length + more - 3)}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** How many examples agree, and which do not. */
function CasesLine({ cases }: Pick<SelfTestReport, "cases">): ReactElement {
  const styles = useStyles();
  const wrong = cases.filter(({ passed }) => !passed);
  return (
    <>
      <span className={styles.detail}>{SELF_TEST.casesPassed(cases.length - wrong.length, cases.length)}</span>
      {wrong.map((one) => (
        <span key={one.case} className={styles.detail}>
          {`${OUTCOMES.failed}：${CASES[one.case]}`}
        </span>
      ))}
    </>
  );
}

/** Decoration beside the words. */
function Icon({ outcome }: { readonly outcome: CheckOutcome }): ReactElement {
  const styles = useStyles();
  if (outcome === "passed")
    return <CheckmarkCircleRegular className={mergeClasses(styles.icon, styles.passed)} aria-hidden />;
  if (outcome === "failed")
    return <ErrorCircleRegular className={mergeClasses(styles.icon, styles.failed)} aria-hidden />;
  return <WarningRegular className={mergeClasses(styles.icon, outcome === "differs" && styles.differs)} aria-hidden />;
}

function Facts({ report: { environment, milliseconds, requests } }: { readonly report: SelfTestReport }): ReactElement {
  const styles = useStyles();
  const facts = [
    [SELF_TEST.version, environment.addIn.version],
    [SELF_TEST.officeJs, SELF_TEST.origins[environment.addIn.officeJs]],
    [SELF_TEST.excel, environment.excel],
    [SELF_TEST.platform, environment.platform],
    [SELF_TEST.api, environment.excelApi],
    [SELF_TEST.duration, SELF_TEST.seconds(milliseconds)],
    [SELF_TEST.requests, SELF_TEST.times(requests)],
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(([name, fact]) => (
        <div key={name} style={{ display: "contents" }}>
          <dt>{name}</dt>
          <dd className={styles.fact}>{fact || SELF_TEST.none}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How giving the report out has ended. */
type Given = { readonly said: string; readonly byHand?: true };

/** 保存报告 and 复制报告: where the web view lets no page save files, the clipboard is left, and where that is shut, the text itself. */
function GivingOut({ report }: { readonly report: SelfTestReport }): ReactElement {
  const styles = useStyles();
  const [given, setGiven] = useState<Given | null>(null);
  const hint = useId();
  const text = `${JSON.stringify(report, null, 1)}\n`;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setGiven({ said: SELF_TEST.copied });
    } catch {
      // Refused, or not there at all: the person can copy it.
      setGiven({ said: SELF_TEST.notCopied, byHand: true });
    }
  };
  const save = (): void => {
    const name = SELF_TEST.file(stamp(new Date(report.at)));
    saveText(text, name);
    setGiven({ said: SELF_TEST.saved(name) });
  };
  return (
    <>
      <div className={styles.buttons}>
        <Button appearance="primary" aria-describedby={hint} onClick={save}>
          {SELF_TEST.save}
        </Button>
        <Button onClick={() => void copy()}>{SELF_TEST.copy}</Button>
      </div>
      <p id={hint} className={styles.note}>
        {SELF_TEST.saveHint}
      </p>
      <p aria-live="polite" className={styles.text}>
        {given?.said}
      </p>
      {given?.byHand && (
        <Textarea
          readOnly
          value={text}
          aria-label={SELF_TEST.text}
          rows={8}
          resize="vertical"
          onFocus={(event) => event.target.select()}
        />
      )}
    </>
  );
}

/** 20260911-0900, in the machine's own time. */
function stamp(at: Date): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}-${two(at.getHours())}${two(at.getMinutes())}`;
}

function saveText(text: string, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  // Not at once: the browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
