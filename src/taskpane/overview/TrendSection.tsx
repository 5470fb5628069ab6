import type { ReactElement } from "react";
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Trend, TrendDay } from "../../core/history/trend";
import { comparisons, TREND } from "../../core/wording/history";
import { Section } from "../controls/Section";
import { Sparkline } from "../controls/Sparkline";

const useStyles = makeStyles({
  line: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
    overflowWrap: "anywhere",
  },
  charts: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(112px, 1fr))",
    columnGap: "16px",
    rowGap: "8px",
  },
  chart: { margin: 0 },
  caption: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
  },
  head: {
    padding: "2px 0 2px 8px",
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    textAlign: "right",
    verticalAlign: "bottom",
  },
  first: { paddingLeft: 0, textAlign: "left", verticalAlign: "top" },
  cell: {
    padding: "4px 0 4px 8px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: "right",
    verticalAlign: "top",
  },
  // With its year a day is wider than the narrowest pane leaves it: it breaks behind the year, and nowhere else.
  day: { display: "inline-block", wordBreak: "keep-all" },
  change: { display: "block", whiteSpace: "nowrap", fontWeight: tokens.fontWeightSemibold },
  same: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  better: { color: tokens.colorStatusSuccessForeground1 },
  worse: { color: tokens.colorStatusDangerForeground1 },
  problems: {
    margin: 0,
    paddingLeft: "18px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  button: { alignSelf: "flex-start" },
});

/** So many rows that could not be used are named here; they can all be seen on the sheet. */
const NAMED = 3;

interface Props {
  /** Null where the workbook has no 推进记录. */
  readonly trend: Trend | null;
  readonly onRecord: () => void;
  readonly disabled: boolean;
}

/** 推进记录: how the county has moved, with a small line, and the button that keeps today. */
export function TrendSection({ trend, onRecord, disabled }: Props): ReactElement {
  const styles = useStyles();
  const last = trend?.days.at(-1);
  const problems = trend?.problems ?? [];
  return (
    <Section heading={TREND.heading}>
      {last ? (
        <p className={styles.line}>{TREND.latest(last, new Date())}</p>
      ) : (
        problems.length === 0 && <p className={styles.line}>{TREND.none}</p>
      )}
      {last && trend?.days.length === 1 && <p className={styles.line}>{TREND.one(last.day, new Date())}</p>}
      {trend && trend.days.length > 1 && (
        <>
          <div className={styles.charts}>
            <Course
              name={TREND.series.coverageGap}
              days={trend.days}
              of={({ coverageGap }) => coverageGap}
              text={TREND.gap}
            />
            <Course
              name={TREND.series.deduction}
              days={trend.days}
              of={({ deduction }) => deduction}
              text={TREND.points}
            />
          </div>
          <Changes trend={trend} />
        </>
      )}
      {problems.length > 0 && (
        <ul className={styles.problems} aria-label={TREND.unreadable}>
          {problems.slice(0, NAMED).map(({ address, message }) => (
            <li key={`${address} ${message}`}>{TREND.problem(address, message)}</li>
          ))}
          {problems.length > NAMED && <li>{TREND.more(problems.length - NAMED)}</li>}
        </ul>
      )}
      <Button
        className={styles.button}
        size="small"
        disabledFocusable={disabled}
        onClick={() => !disabled && onRecord()}
      >
        {TREND.record}
      </Button>
    </Section>
  );
}

interface CourseProps {
  readonly name: string;
  readonly days: readonly TrendDay[];
  readonly of: (day: TrendDay) => number;
  readonly text: (value: number) => string;
}

/** One figure's line, under it where it began and where it stands. */
function Course({ name, days, of, text }: CourseProps): ReactElement {
  const styles = useStyles();
  const [first, last] = [days[0]!, days.at(-1)!];
  const end = (day: TrendDay) => ({ day: day.day, text: text(of(day)) });
  return (
    <figure className={styles.chart}>
      <Sparkline
        label={TREND.line(name, end(first), end(last), new Date())}
        points={days.map((day) => ({ day: day.day, value: of(day) }))}
      />
      <figcaption className={styles.caption}>{TREND.course(name, text(of(first)), text(of(last)))}</figcaption>
    </figure>
  );
}

/** A day that may break behind its year. */
function breaking(day: string): ReactElement {
  const [year, rest] = day.split("年");
  return rest === undefined ? (
    <>{day}</>
  ) : (
    <>
      {`${year}年`}
      <wbr />
      {rest}
    </>
  );
}

/** The last day held against earlier ones, each a row. */
function Changes({ trend }: { readonly trend: Trend }): ReactElement {
  const styles = useStyles();
  const rows = comparisons(trend).map(({ label, before, after }) => ({
    label,
    before,
    changes: TREND.changes(before, after),
    reported: TREND.reported(after.departments - before.departments),
  }));
  const notes = rows.flatMap(({ label, reported }) => (reported === null ? [] : [`${label}：${reported}`]));
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.first)}>
              {TREND.against}
            </th>
            {rows[0]?.changes.map(({ label }) => (
              <th key={label} scope="col" className={styles.head}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, before, changes }) => (
            <tr key={before.day}>
              <th scope="row" className={mergeClasses(styles.head, styles.cell, styles.first)}>
                {label}
                <span className={styles.day}>{breaking(TREND.day(before.day, new Date()))}</span>
              </th>
              {changes.map(({ label: figure, change, verdict, direction }) => (
                <td key={figure} className={styles.cell}>
                  <span className={mergeClasses(styles.change, styles[direction])}>{change}</span>
                  {verdict}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {notes.map((note) => (
        <p key={note} className={styles.line}>
          {note}
        </p>
      ))}
    </>
  );
}
