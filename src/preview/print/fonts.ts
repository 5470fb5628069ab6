import { DEFAULT_FONT } from "../../host/workbook/live/style";

/** Between a cell's edge and its text, in points. */
export const PADDING = 1.5;

const SERIF = /宋|仿|楷|明|serif|song|fang|kai|times/i;

/** A font that a workbook names, with one of the same kind for machines that have it not. */
export function fontFamily(name: string = DEFAULT_FONT.name): string {
  const fallback = SERIF.test(name)
    ? '"SimSun", "Songti SC", "Noto Serif CJK SC", serif'
    : '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif';
  return `"${name.replace(/["\\]/g, "")}", ${fallback}`;
}
