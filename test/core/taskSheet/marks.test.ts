import { BAR_COLOR } from "../../../src/core/taskSheet/bars";
import { MARKS } from "../../../src/core/taskSheet/highlights";
import { MARKS as WORDS } from "../../../src/core/wording/pane";

/** The marks on a printer without colour. */

const channels = (colour: string) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
/** Grey by Rec. 601, 0 to 1. */
const grey = (colour: string) =>
  channels(colour).reduce((sum, channel, index) => sum + channel * [0.299, 0.587, 0.114][index]!, 0) / 255;
const luminance = (colour: string) =>
  grey(colour) <= 0.04045 ? grey(colour) / 12.92 : ((grey(colour) + 0.055) / 1.055) ** 2.4;
const contrast = (one: string, other: string) =>
  (Math.max(luminance(one), luminance(other)) + 0.05) / (Math.min(luminance(one), luminance(other)) + 0.05);

test("black on white is 21 to 1", () => {
  expect(contrast("#000000", "#FFFFFF")).toBeCloseTo(21);
});

test.each(Object.entries(MARKS))("%s: text can be read on its fill in grey, and over a bar", (_, style) => {
  const { fill, color = "#000000" } = style as { fill: string; color?: string };
  expect(contrast(color, fill)).toBeGreaterThanOrEqual(4.5);
  if (color !== "#FFFFFF") expect(contrast(color, BAR_COLOR)).toBeGreaterThanOrEqual(4.5);
});

test("each mark differs from the others by its words", () => {
  expect(Object.keys(WORDS).sort()).toEqual(Object.keys(MARKS).sort());
  expect(new Set(Object.values(WORDS)).size).toBe(Object.keys(MARKS).length);
});

test("a bar can be seen on white paper", () => {
  expect(contrast(BAR_COLOR, "#FFFFFF")).toBeGreaterThan(1.5);
});
