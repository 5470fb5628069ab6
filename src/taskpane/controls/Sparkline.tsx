import type { ReactElement } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";

const WIDTH = 100;
const HEIGHT = 40;
/** Room for half the dot at the ends. */
const EDGE = 4;

const useStyles = makeStyles({
  box: { display: "block", width: "100%", height: `${HEIGHT}px`, overflow: "visible", forcedColorAdjust: "none" },
  base: {
    stroke: tokens.colorNeutralStroke2,
    strokeWidth: "1px",
    "@media (forced-colors: active)": { stroke: "GrayText" },
  },
  line: {
    fill: "none",
    stroke: tokens.colorBrandStroke1,
    strokeWidth: "2px",
    strokeLinecap: "round",
    strokeLinejoin: "round",
    "@media (forced-colors: active)": { stroke: "CanvasText" },
  },
  end: {
    stroke: tokens.colorBrandStroke1,
    strokeWidth: "7px",
    strokeLinecap: "round",
    "@media (forced-colors: active)": { stroke: "Highlight" },
  },
});

export interface SparkPoint {
  /** ISO day. */
  readonly day: string;
  /** Not negative; the line stands on zero. */
  readonly value: number;
}

interface Props {
  /** Accessible name: what the line shows, and its first and last value. */
  readonly label: string;
  /** At least two, by day; as far apart as their days are. */
  readonly points: readonly SparkPoint[];
}

/** A small line of how one figure moved, its last value dotted. It only illustrates what is written beside it. */
export function Sparkline({ label, points }: Props): ReactElement | null {
  const styles = useStyles();
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return null;
  const begin = Date.parse(first.day);
  const span = Math.max(1, Date.parse(last.day) - begin);
  const top = Math.max(1, ...points.map(({ value }) => value));
  const at = ({ day, value }: SparkPoint): string =>
    `${place(((Date.parse(day) - begin) / span) * (WIDTH - 2 * EDGE))} ${place((1 - value / top) * (HEIGHT - 2 * EDGE))}`;
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles.box}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      focusable="false"
    >
      <path className={styles.base} vectorEffect="non-scaling-stroke" d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} />
      <path className={styles.line} vectorEffect="non-scaling-stroke" d={`M${points.map(at).join("L")}`} />
      {/* A line without length keeps its round end round, however wide the picture is drawn. */}
      <path className={styles.end} vectorEffect="non-scaling-stroke" d={`M${at(last)}h0`} />
    </svg>
  );
}

function place(distance: number): number {
  return Math.round((distance + EDGE) * 100) / 100;
}
