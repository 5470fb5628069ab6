/** The county on one day of 推进记录. Sums over the departments recorded on that day. */
export interface TrendDay {
  /** ISO day. */
  readonly day: string;
  readonly departments: number;
  /** Σ claimed, Σ covered, Σ of what is still missing to each department's own target; only of departments whose coverage is reported. */
  readonly due: number;
  readonly covered: number;
  readonly coverageGap: number;
  readonly officersGap: number;
  /** Hundredths of a point. */
  readonly deduction: number;
}

/** 推进记录 as the pane and the summary show it. */
export interface Trend {
  /** By day, oldest first. */
  readonly days: readonly TrendDay[];
  /** Days to compare the last one with; null where there is none: the day before it, the last at least seven days back, the first. */
  readonly yesterday: TrendDay | null;
  readonly lastWeek: TrendDay | null;
  readonly start: TrendDay | null;
}
