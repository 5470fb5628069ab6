import type { ReactElement } from "react";
import type { Trend } from "../../core/history/trend";

interface Props {
  /** Null where the workbook has no 推进记录. */
  readonly trend: Trend | null;
  readonly onRecord: () => void;
  readonly disabled: boolean;
}

/** 推进记录: how the county has moved, with a small line, and the button that keeps today. */
export function TrendSection(_props: Props): ReactElement | null {
  return null;
}
