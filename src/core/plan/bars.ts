/** The lower end of our data bars: 0, and by its words ours. */
export const BAR_MARKER = '=N("jgzb:bar")';

/** Light enough for black digits to stand on it, dark enough to be seen in grey. */
export const BAR_COLOR = "#9DC3E6";
